#!/usr/bin/env python3
"""Measures how well and how quickly personal data is found, beside Presidio; writes benches/PRIVACY.md and privacy.json.

usage: privacy.py [--shared DIR] [--peers PYTHON] [--skip-criterion]

Run it by `make privacy`, which builds what it needs. Everybody reads the same files under target/accuracy/privacy, and one
scorer matches all answers. --peers names the Python that has Presidio and twoears; without it both are left out.
"""
import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import time

from accuracy import triage
from privacy import keys, match, page, phones, posts, slots, sound, synth
from report import ROOT, TARGET
from score.page import rounded
from score.tasks import read, write

WORK = TARGET / "accuracy" / "privacy"


def ours(what: str, rows: list[dict], name: str) -> pathlib.Path:
    """The answers or timings of the Rust library for some texts."""
    texts, out = WORK / f"{name}.texts.jsonl", WORK / f"{name}.ours.{what}"
    write(texts, [{key: row[key] for key in ("text", "home") if key in row} for row in rows])
    subprocess.run([TARGET / "release" / "twoears-accuracy", what, texts, out], check=True)
    return out


def spans(rows: list[dict], name: str) -> list[dict]:
    """What the Rust library finds in each text."""
    return read(ours("spans", rows, name))


def peer(python: str, module: str, *args: pathlib.Path) -> None:
    """Runs one of `peers`."""
    subprocess.run([python, "-m", f"peers.{module}", *args], cwd=ROOT / "benches", check=True)


def on_synth(right: list[dict], peers: bool) -> dict:
    """Types of the made-up set: ours, and Presidio's by its best least score."""
    told = {"marks": synth.marks(right), "systems": {page.OURS: synth.figures(right, synth.ours(spans(right, "synth")))}}
    for name, file in page.PRESIDIO.items() if peers else ():
        answers, least = synth.best(right, read(WORK / f"synth.{file}.jsonl"))
        told["systems"][name] = {**synth.figures(right, answers), "least_score": least}
    return told


def on_phones(rows: list[dict], peers: bool) -> dict:
    """Shares of example numbers found: ours, ours with the home country, Presidio's PhoneRecognizer."""
    home = phones.at_home(rows)
    by_kind = lambda span: span["kind"] == "phone"  # noqa: E731
    told = {
        page.OURS: phones.figures(rows, spans(rows, "phones"), by_kind),
        page.HOME: phones.figures(home, spans(home, "phones.home"), by_kind),
    }
    if peers:
        told[page.PHONES] = phones.figures(rows, read(WORK / "phones.jsonl"), lambda span: True)
    return told


def speed(right: list[dict], peers: bool) -> dict[str, float]:
    """Microseconds a text of the made-up set."""
    timed = json.loads(ours("pass", right[: synth.TIMED], "timed").read_text())
    told = {f"{page.OURS}, {what}, Rust": value for what, value in timed.items()}
    if peers:
        told[f"{page.OURS}, triage, Python"] = json.loads((WORK / "wheel.json").read_text())
        others = json.loads((WORK / "speed.json").read_text())
        told |= {f"{name}, Python": others[file] for name, file in page.PRESIDIO.items()}
    return told


def passes() -> dict[str, dict]:
    """Criterion's medians of each message, in microseconds: the median over the messages, and the largest."""
    told = {}
    for folder in sorted((TARGET / "criterion" / "privacy").glob("pass*")):
        found = [json.loads(path.read_text()) for path in folder.glob("*/new/estimates.json")]
        times = [one["median"]["point_estimate"] / 1000 for one in found]
        told[folder.name] = {"messages": len(times), "median": statistics.median(times), "largest": max(times)}
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--peers", help="the Python that has Presidio and twoears")
    parser.add_argument("--skip-criterion", action="store_true", help="use the criterion results that are there")
    args = parser.parse_args()
    start = time.monotonic()
    match.check()
    sound.check()
    shared = args.shared.resolve()
    data, gold = shared / "data", shared / "gold" / "dev.jsonl"
    if not args.skip_criterion:
        bench = ["cargo", "bench", "-p", "twoears-benches", "--", "privacy/"]
        subprocess.run(bench, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    right, numbers = synth.rows(data), phones.examples(data)
    written = phones.plain(numbers)
    if args.peers:
        peer(args.peers, "phones", data / phones.SET / "test.jsonl", WORK / "written.jsonl")
        written = read(WORK / "written.jsonl")
    asked = phones.asked(numbers, written)
    write(WORK / "phones.texts.jsonl", asked)
    if args.peers:
        peer(args.peers, "presidio", data / synth.SET / "test.jsonl", WORK / "phones.texts.jsonl", WORK)
        peer(args.peers, "wheel", data / synth.SET / "test.jsonl", WORK / "wheel.json")
    strings, turns = keys.rows(data), slots.rows(data)
    short = posts.short(gold, WORK / "posts.jsonl")
    told = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "synth": on_synth(right, bool(args.peers)),
        "numbers": len(numbers),
        "keys": keys.figures(strings, spans(strings, "keys")),
        "phones": on_phones(asked, bool(args.peers)),
        "slots": slots.figures(turns, spans(turns, "slots")),
        "posts": posts.figures(short, shared / "tools" / "score.py", triage(short, WORK / "posts.predicted.jsonl")),
        "speed": speed(right, bool(args.peers)),
        "passes": passes(),
        "minutes": 0.0,
    }
    told["minutes"] = (time.monotonic() - start) / 60
    (ROOT / "benches" / "privacy.json").write_text(json.dumps(rounded(told), indent=1) + "\n", encoding="utf-8")
    (ROOT / "benches" / "PRIVACY.md").write_text(page.page(told), encoding="utf-8")


if __name__ == "__main__":
    main()
