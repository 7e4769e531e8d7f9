#!/usr/bin/env python3
"""Measures how right and how quick twoears is, beside others; writes models/ACCURACY.md and models/accuracy.json.

usage: accuracy.py [--shared DIR] [--peers PYTHON] [--skip-answers]

Run it by `make accuracy`, which builds what it needs. Everybody learns from the same files and answers the same files,
under target/accuracy; one scorer reads all answers. --peers names the Python that has the peers installed; without it
they are left out.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

from peers import LEARNING, LEXICA
from report import ROOT, TARGET, run
from score import metrics, own, page, shipped, tasks

WORK = TARGET / "accuracy"
ANSWERS = WORK / "answers"
OURS = shipped.NAME
NOW = "2026-11-22T09:00:00Z"


def command(args: list[str], out: pathlib.Path) -> pathlib.Path:
    """What the command prints, in a file."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("wb") as file:
        run([*args, "--now", NOW], file)
    return out


def triage(path: pathlib.Path, out: pathlib.Path) -> pathlib.Path:
    """The shipped model's lines for a file of messages."""
    return command(["triage", str(path), "--format", "json", "--no-drafts"], out)


def ask_ours(plan_path: pathlib.Path, plan: dict) -> None:
    """Own labels by the Rust library, sentiment by the command."""
    subprocess.run([TARGET / "release" / "twoears-accuracy", plan_path, ANSWERS / OURS], check=True)
    for asked in plan["rated"]:
        lines = triage(pathlib.Path(asked["test"]), WORK / f"{asked['name']}.predicted.jsonl")
        tasks.write(ANSWERS / OURS / f"{asked['name']}.rated.jsonl", shipped.answers(lines))


def ask_peers(python: str, plan_path: pathlib.Path) -> None:
    """Both groups of peers at the same time, one thread each."""
    command = [python, "-m", "peers"]
    rest = [plan_path, ANSWERS, WORK / "vectors"]
    groups = [subprocess.Popen([*command, group, *rest], cwd=ROOT / "benches") for group in ("words", "vectors")]
    if any([group.wait() for group in groups]):
        sys.exit("a peer failed; what it said stands above")


def speeds(python: str | None, plan_path: pathlib.Path, plan: dict) -> dict[str, dict]:
    """Time a message: ours from Rust, and everybody's from Python."""
    shared = {name: (ROOT / "models" / "data" / f"{name}.safetensors").stat().st_size for name in ("encoder", "heads")}
    sizes = {
        "own labels": shared["encoder"] + (ANSWERS / OURS / f"{plan['speed']['head']}.safetensors").stat().st_size,
        "triage": shared["encoder"] + shared["heads"],
    }
    ours = json.loads((ANSWERS / OURS / "speed.json").read_text())
    told = {f"{OURS}, {what}, Rust": {**one, "bytes": sizes[what]} for what, one in ours.items()}
    if python:
        out = WORK / "speed.json"
        subprocess.run([python, "-m", "peers.speed", plan_path, ANSWERS, out], cwd=ROOT / "benches", check=True)
        for name, one in json.loads(out.read_text()).items():
            what = name.removeprefix(f"{OURS}, ")
            told[f"{name}, Python"] = {**one, "bytes": one["bytes"] or sizes[what]}
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--peers", help="the Python that has the peers")
    parser.add_argument("--skip-answers", action="store_true", help="score the answers that are there")
    args = parser.parse_args()
    start = time.monotonic()
    metrics.check()
    plan_path = tasks.prepare(args.shared / "data", WORK / "tasks")
    plan = json.loads(plan_path.read_text())
    if not args.skip_answers:
        ask_ours(plan_path, plan)
        if args.peers:
            ask_peers(args.peers, plan_path)
    learners = [OURS, *(LEARNING if args.peers else [])]
    scored = [OURS, *(LEXICA if args.peers else [])]
    gold = args.shared / "gold" / "dev.jsonl"
    predicted, evaluated = WORK / "gold.predicted.jsonl", WORK / "gold.eval.json"
    told = {
        "cores": os.cpu_count(),
        "gold": shipped.gold(
            gold,
            args.shared / "tools" / "score.py",
            triage(gold, predicted),
            command(["eval", str(gold), "--json"], evaluated),
        ),
        "own_labels": {name: own.figures(plan, ANSWERS / name) for name in learners},
        "sureness": own.sureness(plan, ANSWERS / OURS),
        "sentiment": shipped.sentiment(args.shared / "data", {name: ANSWERS / name for name in scored}),
        "speed": speeds(args.peers, plan_path, plan),
    }
    told["minutes"] = round((time.monotonic() - start) / 60)
    (ROOT / "models" / "accuracy.json").write_text(json.dumps(page.rounded(told), indent=1) + "\n", encoding="utf-8")
    (ROOT / "models" / "ACCURACY.md").write_text(page.page(told), encoding="utf-8")


if __name__ == "__main__":
    main()
