"""Asks peers every task of a plan and writes their answers: python -m peers GROUP PLAN OUT CACHE.

Each group runs on one thread, so that two groups fill two cores: `words` (TF-IDF, fastText, the word lists) and
`vectors` (model2vec and MiniLM, whose vectors are kept in CACHE between runs).
"""
import argparse
import json
import os
import pathlib
import shutil
import time

from score.tasks import read, write

from . import LEXICA


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("group", choices=["words", "vectors"])
    parser.add_argument("plan", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("cache", type=pathlib.Path)
    args = parser.parse_args()
    # Read by the numerical libraries when they are loaded.
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    plan = json.loads(args.plan.read_text())
    if args.group == "words":
        from .fast_text import FastText
        from .tfidf import TfIdf

        lexica(plan, args.out)
        makers = [TfIdf, FastText]
    else:
        from .minilm import Frozen, MiniLM
        from .static_table import Static, distil

        encoder = MiniLM()
        table, frozen = distil(encoder), Frozen(encoder, args.cache)
        makers = [lambda: Static(table), lambda: frozen]
    for make in makers:
        for task in plan["tasks"]:
            peer = make()
            learn(peer, task, args.out / peer.name, keep=task["name"] == plan["speed"]["head"])


def learn(peer, task: dict, out: pathlib.Path, keep: bool) -> None:
    """Learns one task and answers its test; keeps the model that speed is measured with."""
    train, test = read(pathlib.Path(task["train"])), read(pathlib.Path(task["test"]))
    start = time.monotonic()
    settings = peer.fit([row["text"] for row in train], [row["labels"] for row in train], task["multi"])
    seconds = time.monotonic() - start
    write(out / f"{task['name']}.jsonl", peer.answers([row["text"] for row in test]))
    print(f"{peer.name:36} {task['name']:22} {seconds:6.1f} s  {settings}", flush=True)
    if keep:
        folder = out / "model"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        peer.save(folder)


def lexica(plan: dict, out: pathlib.Path) -> None:
    """Scores the rated texts with the word lists."""
    from . import lexicon

    for name, (_, maker) in LEXICA.items():
        score = getattr(lexicon, maker)()
        for asked in plan["rated"]:
            values = [score(row["text"]) for row in read(pathlib.Path(asked["test"]))]
            answers = [{"score": value, "labels": [lexicon.label(name, value)]} for value in values]
            write(out / name / f"{asked['name']}.rated.jsonl", answers)


if __name__ == "__main__":
    main()
