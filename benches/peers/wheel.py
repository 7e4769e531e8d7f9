"""Times twoears through its wheel: python -m peers.wheel TEXTS OUT. Whole triage, one text at a time, every text once before."""
import argparse
import json
import pathlib

from twoears import Desk

from privacy.synth import TIMED
from score.tasks import read

from .speed import median


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    texts = [row["text"] for row in read(args.texts)][:TIMED]
    desk = Desk()

    def once() -> None:
        for text in texts:
            desk.triage(text).private_data

    once()
    args.out.write_text(json.dumps(median(once) * 1e6 / len(texts)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
