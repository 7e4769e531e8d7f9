"""model2vec: MiniLM distilled into one vector a word piece, and logistic regression over the mean of a text's vectors.

The steps and constants are those of model2vec's `distill` (256 columns by PCA, SIF 1e-4 over Zipf's ranks), done here
because `distill` needs torch and a hub; answers come from model2vec's own `StaticModel`.
"""
import pathlib

import numpy as np
from model2vec import StaticModel
from tokenizers import Tokenizer

from .linear import Linear
from .minilm import ASSETS, MiniLM

COLUMNS, SIF = 256, 1e-4
CLS, SEP = 101, 102


def distil(encoder: MiniLM) -> StaticModel:
    """The table of all word pieces, each of which goes through MiniLM by itself."""
    tokenizer = Tokenizer.from_file(str(ASSETS / "tokenizer.json"))
    size = tokenizer.get_vocab_size()
    rows = encoder.of_ids([[CLS, piece, SEP] for piece in range(size)])
    rows = rows - rows.mean(0)
    _, axes = np.linalg.eigh(rows.T @ rows)
    rank = 1 / np.arange(2, size + 2)
    weight = SIF / (SIF + rank / rank.sum())
    table = (rows @ axes[:, ::-1][:, :COLUMNS] * weight[:, None]).astype(np.float32)
    return StaticModel(table, tokenizer, normalize=True)


class Static(Linear):
    """model2vec's vectors and a head."""

    name = "model2vec + logistic regression"

    def __init__(self, table: StaticModel) -> None:
        super().__init__()
        self.table = table

    def vectors(self, texts: list[str]) -> np.ndarray:
        return self.table.encode(texts, use_multiprocessing=False)

    def save(self, folder: pathlib.Path) -> None:
        self.table.save_pretrained(folder / "table")
        np.savez(folder / "head.npz", labels=self.labels, weights=self.weights, shift=self.shift)

    @classmethod
    def load(cls, folder: pathlib.Path) -> "Static":
        peer = cls(StaticModel.from_pretrained(folder / "table", normalize=True))
        with np.load(folder / "head.npz") as head:
            peer.labels, peer.weights, peer.shift = head["labels"].tolist(), head["weights"], head["shift"]
        return peer
