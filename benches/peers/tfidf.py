"""TF-IDF of words, word pairs and letter n-grams with a linear support vector machine: the classic of scikit-learn."""
import pathlib

import joblib
import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.multiclass import OneVsRestClassifier
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC

from .base import SEED, Labels, Peer


class TfIdf(Peer):
    """Words 1 to 2 and letters 3 to 5 within words; C is chosen on a part of train."""

    name = "TF-IDF + linear SVM"
    probabilities = False
    seen: tuple = ()

    def candidates(self, rows: int) -> list[dict]:
        return [{"C": c} for c in (0.1, 0.3, 1.0)]

    def train(self, texts: list[str], labels: Labels, settings: dict) -> None:
        if self.seen[:1] != (texts,):
            self.words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, dtype=np.float32)
            self.letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32)
            self.seen = (texts, hstack([self.words.fit_transform(texts), self.letters.fit_transform(texts)]).tocsr())
        machine = LinearSVC(random_state=SEED, **settings)
        if self.multi:
            truth = MultiLabelBinarizer(classes=self.labels).fit_transform(labels)
            self.machine = OneVsRestClassifier(machine).fit(self.seen[1], truth)
        else:
            self.machine = machine.fit(self.seen[1], [self.labels.index(row[0]) for row in labels])

    def scores(self, texts: list[str]) -> np.ndarray:
        values = self.machine.decision_function(hstack([self.words.transform(texts), self.letters.transform(texts)]).tocsr())
        return np.stack([-values, values], 1) if values.ndim == 1 else values

    def save(self, folder: pathlib.Path) -> None:
        joblib.dump((self.labels, self.words, self.letters, self.machine), folder / "model.joblib")

    @classmethod
    def load(cls, folder: pathlib.Path) -> "TfIdf":
        peer = cls()
        peer.labels, peer.words, peer.letters, peer.machine = joblib.load(folder / "model.joblib")
        return peer
