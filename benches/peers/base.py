"""What every learning peer shares: the shape of an answer, and the choice of settings on a part of train."""
import abc
import pathlib
import random
from collections import defaultdict

import numpy as np

Labels = list[list[str]]
SEED = 7
# Share of train that settings are chosen on.
HELD_OUT = 0.2
THRESHOLDS = np.linspace(0.05, 0.95, 19)


class Peer(abc.ABC):
    """A classifier of texts. `scores` has a row a text and a column a label; the higher, the likelier."""

    name: str
    # Scores are probabilities: thresholds for several labels are sought from 0 to 1, else around 0.
    probabilities = True

    def __init__(self) -> None:
        self.labels: list[str] = []
        self.multi = False
        self.threshold = 0.5

    @abc.abstractmethod
    def candidates(self, rows: int) -> list[dict]:
        """The settings to choose from, for so many training rows."""

    @abc.abstractmethod
    def train(self, texts: list[str], labels: Labels, settings: dict) -> None:
        """Learns from the rows; `self.labels` and `self.multi` are set."""

    @abc.abstractmethod
    def scores(self, texts: list[str]) -> np.ndarray:
        """A score for every text and label."""

    @abc.abstractmethod
    def save(self, folder: pathlib.Path) -> None:
        """Writes all that answering needs, what all heads share included."""

    @classmethod
    @abc.abstractmethod
    def load(cls, folder: pathlib.Path) -> "Peer":
        """Reads what `save` wrote, ready to answer."""

    def fit(self, texts: list[str], labels: Labels, multi: bool) -> dict:
        """Chooses settings on a part of train, then learns from all of it. Gives the settings."""
        self.multi = multi
        self.labels = sorted({label for row in labels for label in row})
        fit, held = split(labels)
        best = (-1.0, {}, 0.5)
        for settings in self.candidates(len(texts)):
            self.train([texts[i] for i in fit], [labels[i] for i in fit], settings)
            right, threshold = self.judge(self.scores([texts[i] for i in held]), [labels[i] for i in held])
            if right > best[0]:
                best = (right, settings, threshold)
        self.train(texts, labels, best[1])
        self.threshold = best[2]
        return {**best[1], "threshold": round(best[2], 2)} if multi else best[1]

    def judge(self, scores: np.ndarray, labels: Labels) -> tuple[float, float]:
        """How good the scores are: accuracy, or the best micro F1 and its threshold."""
        truth = np.array([[label in row for label in self.labels] for row in labels])
        if not self.multi:
            return float(truth[np.arange(len(labels)), scores.argmax(1)].mean()), 0.5
        marks = THRESHOLDS if self.probabilities else THRESHOLDS * 2 - 1
        f1 = [2 * (truth & (scores >= mark)).sum() / max(1, truth.sum() + (scores >= mark).sum()) for mark in marks]
        best = int(np.argmax(f1))
        return float(f1[best]), float(marks[best])

    def answers(self, texts: list[str]) -> list[dict]:
        """The label or labels of each text, and how little it looks like any of them."""
        scores = self.scores(texts)
        if self.multi:
            return [{"labels": [self.labels[i] for i in np.flatnonzero(row >= self.threshold)]} for row in scores]
        return [
            {"labels": [self.labels[top]], "out_of_scope": -float(row[top])} for top, row in zip(scores.argmax(1), scores)
        ]

    def one(self, text: str) -> str:
        """The best label of one text, as an application would ask for it."""
        return self.labels[int(self.scores([text])[0].argmax())]


def split(labels: Labels) -> tuple[list[int], list[int]]:
    """Rows to fit and rows to judge by, label by label; of two examples, one is held out, of one none."""
    places = defaultdict(list)
    for place, row in enumerate(labels):
        places[row[0] if row else ""].append(place)
    held: set[int] = set()
    dice = random.Random(SEED)
    for label in sorted(places):
        rows = places[label]
        held.update(dice.sample(rows, 0 if len(rows) < 2 else max(1, round(HELD_OUT * len(rows)))))
    return [i for i in range(len(labels)) if i not in held], sorted(held)
