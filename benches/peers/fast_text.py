"""fastText, set up as its documentation advises: lower case, punctuation apart, word pairs, enough epochs."""
import pathlib
import re
import tempfile

import fasttext
import numpy as np

from .base import SEED, Labels, Peer

PUNCTUATION = re.compile(r"([.!?,;:'\"/()])")
# The documented default of 2,000,000 buckets makes a file of 800 MB; so many hold every n-gram of these sets apart enough.
BUCKETS = 200_000
# Rows seen in training, all epochs together, that small sets get at least.
SEEN = 500_000
MARK = "__label__"


class FastText(Peer):
    """Supervised fastText, with and without letter n-grams."""

    name = "fastText"

    def candidates(self, rows: int) -> list[dict]:
        many = max(10, min(200, SEEN // rows))
        few = max(5, many // 4)
        return [
            {"minn": 0, "maxn": 0, "epoch": many, "lr": 0.5},
            {"minn": 3, "maxn": 5, "epoch": many, "lr": 0.5},
            {"minn": 3, "maxn": 5, "epoch": few, "lr": 0.2},
        ]

    def train(self, texts: list[str], labels: Labels, settings: dict) -> None:
        number = {label: str(place) for place, label in enumerate(self.labels)}
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            for text, row in zip(texts, labels):
                file.write(" ".join([*(MARK + number[label] for label in row), plain(text)]) + "\n")
            file.flush()
            loss = "ova" if self.multi else "softmax"
            self.model = fasttext.train_supervised(
                file.name, wordNgrams=2, bucket=BUCKETS, loss=loss, thread=1, seed=SEED, verbose=0, **settings
            )

    def scores(self, texts: list[str]) -> np.ndarray:
        said, shares = self.model.predict([plain(text) for text in texts], k=-1)
        out = np.zeros((len(texts), len(self.labels)), np.float32)
        for row, (labels, values) in enumerate(zip(said, shares)):
            out[row, [int(label[len(MARK) :]) for label in labels]] = values
        return out

    def one(self, text: str) -> str:
        return self.labels[int(self.model.predict(plain(text))[0][0][len(MARK) :])]

    def save(self, folder: pathlib.Path) -> None:
        (folder / "labels.txt").write_text("\n".join(self.labels), encoding="utf-8")
        self.model.save_model(str(folder / "model.bin"))

    @classmethod
    def load(cls, folder: pathlib.Path) -> "FastText":
        peer = cls()
        peer.labels = (folder / "labels.txt").read_text(encoding="utf-8").split("\n")
        peer.model = fasttext.load_model(str(folder / "model.bin"))
        return peer


def plain(text: str) -> str:
    """One line in lower case with punctuation set apart."""
    return " ".join(PUNCTUATION.sub(r" \1 ", text.lower()).split())
