#!/usr/bin/env python3
"""Prints the constants of `knowledge/evidence.rs`: the weights of the fused score, and the logistic regression.

usage, in benches: python -m retrieval.fit ../target/retrieval/answers, after `python retrieval.py --fit`

The regression is fitted on BANKING77 and CLINC150 alone, each question asked with its article in the base and without;
the weights of the fused score are compared on the development splits of stackfaq and covidfaq as well.
"""
import json
import pathlib
import sys

import numpy as np

FIELDS = ["bm25", "way", "cosine", "usual", "margin", "names_intent", "words"]
# The weight of ridge: the rows are thousands, so it only keeps the weights of rare evidence small.
RIDGE = 1.0
STEPS = 50


def read(path: pathlib.Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def mrr(rows: list[dict], cosine: float) -> float:
    """Mean reciprocal rank among the named articles when they are put in order anew."""
    total = 0.0
    for row in rows:
        score = lambda near: near["evidence"]["bm25"] + cosine * near["evidence"]["cosine"]  # noqa: E731
        names = [near["name"] for near in sorted(row["ranked"], key=score, reverse=True)]
        total += 1 / (1 + names.index(row["label"])) if row["label"] in names else 0
    return total / len(rows)


def regress(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Logistic regression with ridge, by Newton's steps; the constant is the last weight."""
    x = np.hstack([x, np.ones((len(x), 1))])
    weights = np.zeros(x.shape[1])
    ridge = RIDGE * np.eye(x.shape[1])
    ridge[-1, -1] = 0
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + ridge @ weights
        weights -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, slope)
    return weights


def evidence(rows: list[dict], fields: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Every nearest article with the word whether it was right: the base whole, and without the right article."""
    x, y = [], []
    for row in rows:
        near = [(row["ranked"][0], True)] if row["ranked"] and row["label"] else []
        near += [(row["without"], False)] if row["without"] else []
        for one, there in near:
            x.append([one["evidence"][field] if field in fields else 0.0 for field in FIELDS])
            y.append(there and one["name"] == row["label"])
    return np.array(x), np.array(y, float)


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    fused = {path.name: read(path) for path in sorted(folder.glob("*.fused.jsonl")) if ".test." not in path.name}
    for cosine in (0.5, 1.0, 1.5, 2.0, 3.0):
        found = [mrr(rows, cosine) for rows in fused.values()]
        print(cosine, " ".join(f"{one:.3f}" for one in found), f"mean {np.mean(found):.4f}")
    # Words count for nothing more once the cosine and the margin, which holds BM25, are known.
    for kind, fields in (("fused", [field for field in FIELDS if field not in ("bm25", "way")]), ("words", [field for field in FIELDS if field not in ("cosine", "usual")])):
        own = [path for path in sorted(folder.glob(f"*.{kind}.jsonl")) if path.name.startswith(("banking77", "clinc150"))]
        parts = [evidence(read(path), fields) for path in own]
        x, y = np.vstack([x for x, _ in parts]), np.concatenate([y for _, y in parts])
        weights = regress(x, y)
        print(kind, len(y), y.mean(), "const", ", ".join(f"{weight:.2f}" for weight in weights))
        for path in sorted(folder.glob(f"*.dev.{kind}.jsonl")) + own:
            x, y = evidence(read(path), fields)
            p = 1 / (1 + np.exp(-(np.hstack([x, np.ones((len(x), 1))]) @ weights)))
            told = " ".join(f"{t}: {y[p >= t].mean():.2f}/{(y[p >= t].sum() / y.sum()):.2f}" for t in (0.3, 0.4, 0.5, 0.6, 0.7))
            print(f"  {path.name:30} brier {np.mean((p - y) ** 2):.3f} mean p {p.mean():.2f} y {y.mean():.2f} precision/recall {told}")


if __name__ == "__main__":
    main()
