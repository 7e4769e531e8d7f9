"""Answers the test questions with peers: python -m retrieval.peers PLAN OUT

`rank_bm25` over question, other ways to ask and answer; all-MiniLM-L6-v2 by the nearest of question and other ways.
"""
import json
import os
import pathlib
import re
import sys
import time

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import numpy as np  # noqa: E402

from score.tasks import read, write  # noqa: E402

NAMED = 10


class Bm25:
    name = "rank_bm25 (BM25Okapi)"

    def __init__(self, base: list[dict]) -> None:
        from rank_bm25 import BM25Okapi

        texts = [" ".join([one["question"], *one["also_asked"], one["answer"]]) for one in base]
        self.index = BM25Okapi([self.words(text) for text in texts])

    @staticmethod
    def words(text: str) -> list[str]:
        return re.findall(r"\w+", text.lower())

    def scores(self, text: str) -> np.ndarray:
        return self.index.get_scores(self.words(text))


class MiniLM:
    name = "all-MiniLM-L6-v2 (onnxruntime)"
    encoder = None

    def __init__(self, base: list[dict]) -> None:
        from peers.minilm import MiniLM as Encoder

        MiniLM.encoder = MiniLM.encoder or Encoder()
        ways = [(place, text) for place, one in enumerate(base) for text in [one["question"], *one["also_asked"]]]
        self.rows = self.encoder.vectors([text for _, text in ways])
        self.starts = np.searchsorted([place for place, _ in ways], np.arange(len(base)))

    def scores(self, text: str) -> np.ndarray:
        return np.maximum.reduceat(self.rows @ self.encoder.vectors([text])[0], self.starts)


def main() -> None:
    plan, out = json.loads(pathlib.Path(sys.argv[1]).read_text()), pathlib.Path(sys.argv[2])
    times = {}
    for peer in (Bm25, MiniLM):
        for asked in plan:
            base, questions = read(pathlib.Path(asked["base"])), read(pathlib.Path(asked["asked"]))
            made = peer(base)
            start = time.perf_counter()
            scores = [made.scores(question["text"]) for question in questions]
            times[f"{asked['name']}.{peer.name}"] = (time.perf_counter() - start) * 1e6 / len(questions)
            best = [np.argsort(-row, kind="stable")[:NAMED] for row in scores]
            rows = [
                {"label": question["label"], "ranked": [{"name": base[place]["id"]} for place in places]}
                for question, places in zip(questions, best)
            ]
            write(out / f"{asked['name']}.{peer.name}.jsonl", rows)
    (out / "peers.json").write_text(json.dumps(times))


if __name__ == "__main__":
    main()
