#!/usr/bin/env python3
"""Measures how well the right article is found and how often none is said; writes benches/RETRIEVAL.md.

usage: retrieval.py [--shared DIR] [--peers PYTHON] [--fit]

Run it by `make retrieval`. --peers names the Python that has the peers installed; without it they are left out. --fit only
answers what `python -m retrieval.fit` reads, which prints the constants of `knowledge/evidence.rs`.
"""
import argparse
import json
import os
import pathlib
import subprocess

from report import ROOT, TARGET
from retrieval import sets
from score.tasks import read

WORK = TARGET / "retrieval"
ANSWERS = WORK / "answers"
ENOUGH = 0.4
OURS = {"fused": "twoears", "words": "twoears, words alone"}
PEERS = ["rank_bm25 (BM25Okapi)", "all-MiniLM-L6-v2 (onnxruntime)"]
BINS = 10


def ranking(rows: list[dict]) -> dict[str, float]:
    """Mean reciprocal rank among ten, and how often the right article is the first, or among five."""
    ranks = []
    for row in rows:
        names = [near["name"] for near in row["ranked"]]
        ranks.append(names.index(row["label"]) + 1 if row["label"] in names else None)
    share = lambda most: sum(rank is not None and rank <= most for rank in ranks) / len(ranks)  # noqa: E731
    return {"mrr": sum(1 / rank for rank in ranks if rank) / len(ranks), "first": share(1), "five": share(5)}


def abstaining(rows: list[dict], enough: float = ENOUGH) -> dict[str, float]:
    """Every question twice: with its article in the base, and with it taken out, where only "none" is right."""
    whole = [(row["ranked"][0] if row["ranked"] else None, row["label"]) for row in rows]
    given = [(near, label) for near, label in whole if near and near["probability"] >= enough]
    right = sum(near["name"] == label for near, label in given)
    out = [row["without"] for row in rows]
    wrong = sum(near is not None and near["probability"] >= enough for near in out)
    told = [(near["probability"], near["name"] == label) for near, label in whole if near]
    told += [(near["probability"], False) for near in out if near]
    return {
        "answered": len(given) / len(rows),
        "right": right / max(1, len(given)),
        "recall": right / len(rows),
        "none": 1 - wrong / len(rows),
        "precision": right / max(1, len(given) + wrong),
        "ece": ece(told),
    }


def ece(told: list[tuple[float, bool]]) -> float:
    """Expected calibration error in ten bins of equal width."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for one in told:
        bins[min(BINS - 1, int(one[0] * BINS))].append(one)
    gap = lambda one: abs(sum(p for p, _ in one) - sum(right for _, right in one))  # noqa: E731
    return sum(gap(one) for one in bins if one) / len(told)


def page(plan: list[dict], peers: bool) -> str:
    times = json.loads((ANSWERS / "times.json").read_text())
    if peers:
        times |= json.loads((ANSWERS / "peers.json").read_text())
    lines = [
        "# How well the right article is found",
        "",
        "Written by `make retrieval`; do not edit. stackfaq and covidfaq, test splits: questions that people asked, and the article",
        "that answers each. `+3`: three paraphrases of the training split stand in each article as other ways to ask, for everybody.",
        "Nothing was fitted on these sets; their development splits were looked at when the weight of the cosine and the threshold were",
        f"chosen. {os.cpu_count()} cores, others at work on them: compare ratios.",
        "",
        "| set | system | MRR at 10 | recall at 1 | recall at 5 | µs a question |",
        "|---|---|---:|---:|---:|---:|",
    ]
    for asked in plan:
        for kind in [*OURS, *(PEERS if peers else [])]:
            found = ranking(read(ANSWERS / f"{asked['name']}.{kind}.jsonl"))
            cells = " | ".join(f"{found[key]:.3f}" for key in ("mrr", "first", "five"))
            lines.append(f"| {asked['name']} | {OURS.get(kind, kind)} | {cells} | {times[asked['name'] + '.' + kind]:.0f} |")
    lines += [
        "",
        f"## Saying that there is no answer, at the probability {ENOUGH}",
        "",
        "Each question is asked with its article in the base and again with it taken out. Precision: of all answers given in both runs,",
        "how many are right; recall: of the questions whose article is there, how many get it; none said: of those whose article was taken",
        "out, how many get no answer. ECE: calibration error of the probability over both runs, ten bins.",
        "",
        "| set | system | precision | recall | right when the article is there | none said when it is not | ECE |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for asked in plan:
        for kind, name in OURS.items():
            told = abstaining(read(ANSWERS / f"{asked['name']}.{kind}.jsonl"))
            cells = " | ".join(f"{told[key]:.3f}" for key in ("precision", "recall", "right", "none", "ece"))
            lines.append(f"| {asked['name']} | {name} | {cells} |")
    made = times["made up"]
    lines += [
        "",
        "## Time with many articles",
        "",
        "Made-up bases, three messages of 34 to 109 characters, one thread, median of five runs of 600.",
        "",
        "| what | µs |",
        "|---|---:|",
    ]
    for size in ("1000", "10000"):
        for kind, name in (("fused", "words and vectors"), ("words", "words alone")):
            lines.append(f"| a find in {int(size):,} articles, {name} | {made[size][kind]:.0f} |")
    lines.append(f"| all drafts of a message, no articles | {made['draft']['none']:.0f} |")
    lines.append(f"| all drafts of a message, 1,000 articles | {made['draft']['large']:.0f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--peers", help="the Python that has the peers")
    parser.add_argument("--fit", action="store_true", help="answer the sets to fit on, and stop")
    args = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    plan = sets.prepare(args.shared / "data", WORK)["test"]
    for stage in ["fit", "dev"] if args.fit else ["test"]:
        program = TARGET / "release" / "twoears-accuracy"
        subprocess.run([program, "retrieve", WORK / f"{stage}.json", ANSWERS], check=True)
    if args.fit:
        return
    if args.peers:
        command = [args.peers, "-m", "retrieval.peers", WORK / "test.json", ANSWERS]
        subprocess.run(command, cwd=ROOT / "benches", check=True)
    (ROOT / "benches" / "RETRIEVAL.md").write_text(page(plan, bool(args.peers)), encoding="utf-8")


if __name__ == "__main__":
    main()
