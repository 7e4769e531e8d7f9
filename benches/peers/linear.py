"""Logistic regression over vectors of texts: the head of both peers that begin with a vector."""
import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from .base import Labels, Peer

# Steps of the solver at the most; four times as many changed no answer where it was tried.
STEPS = 100


class Linear(Peer):
    """A peer that gives vectors of length 1 (`vectors`) and reads them with logistic regression."""

    def vectors(self, texts: list[str]) -> np.ndarray:
        """One row a text, float32, length 1."""
        raise NotImplementedError

    def candidates(self, rows: int) -> list[dict]:
        return [{"C": c} for c in (3.0, 30.0, 300.0)]

    def train(self, texts: list[str], labels: Labels, settings: dict) -> None:
        x = self.vectors(texts)
        if self.multi:
            parts = [head(x, [label in row for row in labels], settings) for label in self.labels]
        else:
            parts = [head(x, [self.labels.index(row[0]) for row in labels], settings)]
        self.weights = np.concatenate([weights for weights, _ in parts]).astype(np.float32)
        self.shift = np.concatenate([shift for _, shift in parts]).astype(np.float32)

    def scores(self, texts: list[str]) -> np.ndarray:
        z = self.vectors(texts) @ self.weights.T + self.shift
        if self.multi:
            return 1 / (1 + np.exp(-z))
        if z.shape[1] == 1:
            z = np.concatenate([np.zeros_like(z), z], 1)
        z = np.exp(z - z.max(1, keepdims=True))
        return z / z.sum(1, keepdims=True)


def head(x: np.ndarray, y: list, settings: dict) -> tuple[np.ndarray, np.ndarray]:
    """Weights and shifts of one logistic regression; a label that is always or never there gets its shift alone."""
    if len(set(y)) == 1:
        return np.zeros((1, x.shape[1])), np.array([20.0 if y[0] else -20.0])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = LogisticRegression(max_iter=STEPS, **settings).fit(x, y)
    return model.coef_, model.intercept_
