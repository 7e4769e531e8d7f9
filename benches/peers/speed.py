"""Times every peer and twoears through Python on the same messages: python -m peers.speed PLAN ANSWERS OUT.

One message at a time (median of five runs over all), then all of them on two threads, and, in fresh processes with the
libraries already imported, the time from the model's files to the first answer (`--load NAME`, median of three).
Numerical libraries get one thread each.
"""
import argparse
import concurrent.futures
import dataclasses
import importlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from score.tasks import read

from . import LEARNING, LEXICA

OURS = "twoears, triage"
REPEATS, LOADS, THREADS, CHUNK = 5, 3, 2, 64


@dataclasses.dataclass
class System:
    """What answers: one text, or a list of them on two threads."""

    one: Callable[[str], object]
    together: Callable[[list[str]], object]


def learned(kind, folder: pathlib.Path) -> System:
    """A peer from the files it wrote."""
    peer = kind.load(folder)
    return System(peer.one, lambda texts: on_threads(texts, peer.scores))


def lexicon(make) -> System:
    """A word list."""
    score = make()
    return System(score, lambda texts: on_threads(texts, lambda chunk: [score(text) for text in chunk]))


def triage(desk) -> System:
    """The whole triage without drafts."""
    return System(lambda text: desk.triage(text).intent.label, lambda texts: desk.triage_batch(texts, threads=THREADS))


def on_threads(texts: list[str], many: Callable[[list[str]], object]) -> None:
    """All texts in chunks, each given to `many` on one of two threads."""
    chunks = [texts[start : start + CHUNK] for start in range(0, len(texts), CHUNK)]
    with concurrent.futures.ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(many, chunks))


def loader(name: str, answers: pathlib.Path) -> tuple[Callable[[], System], int]:
    """How one is loaded, its libraries imported here, and the bytes that it is loaded from; ours are told by who built it."""
    if name == OURS:
        from twoears import Desk

        return lambda: triage(Desk()), 0
    module, attribute = {**LEARNING, **LEXICA}[name]
    found = getattr(importlib.import_module(f".{module}", __package__), attribute)
    if name in LEXICA:
        return lambda: lexicon(found), size_of(name)
    folder = answers / name / "model"
    return lambda: learned(found, folder), sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def size_of(lexicon_name: str) -> int:
    """The bytes of a word list."""
    from .lexicon import FILES

    return sum(path.stat().st_size for path in FILES[lexicon_name])


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(work: Callable[[], object]) -> float:
    """Median seconds of some work."""
    return statistics.median(seconds(work) for _ in range(REPEATS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plan", type=pathlib.Path)
    parser.add_argument("answers", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--load", help="print the seconds to this one's first answer, and end")
    args = parser.parse_args()
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    texts = [row["text"] for row in read(pathlib.Path(json.loads(args.plan.read_text())["speed"]["texts"]))]
    if args.load:
        load, _ = loader(args.load, args.answers)
        print(seconds(lambda: load().one(texts[0])))
        return
    told = {}
    for name in (OURS, *LEARNING, *LEXICA):
        load, size = loader(name, args.answers)
        again = [sys.executable, "-m", "peers.speed", args.plan, args.answers, args.out, "--load", name]
        loads = [float(subprocess.run(again, capture_output=True, text=True, check=True).stdout) for _ in range(LOADS)]
        system = load()
        told[name] = {
            "microseconds": median(lambda: [system.one(text) for text in texts]) * 1e6 / len(texts),
            "per_second": len(texts) / median(lambda: system.together(texts)),
            "load_ms": statistics.median(loads) * 1e3,
            "bytes": size,
        }
    args.out.write_text(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
