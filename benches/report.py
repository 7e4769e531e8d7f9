#!/usr/bin/env python3
"""Measures speed and accuracy and writes benches/REPORT.md. Run it by `make bench`.

usage: report.py [--shared DIR] [--skip-criterion]

Needs the release binary (`make bench` builds it) and, for the accuracy table, the folder of labelled data. Timings of a
run are medians; machines differ, so compare ratios and not microseconds.
"""
import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
BINARY = TARGET / "release" / "twoears"
MESSAGES = 100_000
REPEATS = 5


def criterion_table() -> list[str]:
    """Medians by stage and length, in microseconds."""
    rows: dict[str, dict[int, float]] = {}
    for path in sorted((TARGET / "criterion").glob("*/*/new/estimates.json")):
        stage, length = path.parts[-4], path.parts[-3]
        if length.isdigit():
            median = json.loads(path.read_text())["median"]["point_estimate"] / 1000
            rows.setdefault(stage.replace("_", " "), {})[int(length)] = median
    lengths = sorted({length for row in rows.values() for length in row})
    lines = ["| stage | " + " | ".join(f"{n} characters" for n in lengths) + " |", "|---|" + "---:|" * len(lengths)]
    for stage, row in rows.items():
        lines.append(f"| {stage} | " + " | ".join(f"{row.get(n, float('nan')):.1f}" for n in lengths) + " |")
    return lines


def drafts_table() -> list[str]:
    """Medians and best of drafts, lint and finding, in microseconds."""
    figures = json.loads((TARGET / "tmp" / "drafts.json").read_text())
    lines = ["| what | median | best |", "|---|---:|---:|"]
    return lines + [f"| {name} | {one['median']:.1f} | {one['least']:.1f} |" for name, one in figures.items()]


def adapters_table() -> list[str]:
    """Median and best of each adapter, in MB of payload a second."""
    figures = json.loads((TARGET / "tmp" / "adapters.json").read_text())
    lines = ["| platform | payloads | bytes of them | median | best |", "|---|---:|---:|---:|---:|"]
    return lines + [
        f"| {name} | {one['payloads']} | {one['bytes']:,} | {one['median']:.0f} MB/s | {one['best']:.0f} MB/s |"
        for name, one in figures.items()
    ]


def queue_table() -> list[str]:
    """Median, p99 and worst of a queue's changes, and its memory."""
    figures = json.loads((TARGET / "tmp" / "queue.json").read_text())
    memory = figures.pop("memory", None)
    lines = ["| what | median | p99 | worst |", "|---|---:|---:|---:|"]
    for name, one in figures.items():
        lines.append(f"| {name} | {one['median']:,.1f} | {one['p99']:,.1f} | {one['worst']:,.1f} |")
    return lines + (["", f"Memory: {memory['bytes']:.0f} bytes a case."] if memory else [])


def run(args: list[str], stdout) -> tuple[float, int]:
    """Runs the command; gives seconds and the largest resident memory in KiB."""
    start = time.monotonic()
    process = subprocess.Popen([str(BINARY), *args], stdout=stdout)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(args)}: exit status {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_maxrss


def hundred_thousand(folder: pathlib.Path) -> pathlib.Path:
    """A file of 100,000 messages of the corpus, in turn."""
    texts = []
    for path in sorted((ROOT / "models" / "corpus").glob("*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    path = folder / "messages.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(MESSAGES):
            out.write(json.dumps({"id": str(number), "text": texts[number % len(texts)]}) + "\n")
    return path


def throughput(folder: pathlib.Path) -> list[str]:
    path = hundred_thousand(folder)
    lines = ["| what | median | best | resident memory |", "|---|---:|---:|---:|"]
    for name, flags in (("triage, no drafts", ["--no-drafts"]), ("triage, no drafts, one thread", ["--no-drafts", "--threads", "1"]), ("triage with drafts", [])):
        rates, memory = [], 0
        for _ in range(REPEATS):
            with open(os.devnull, "wb") as null:
                seconds, kib = run(["triage", str(path), "--format", "json", *flags], null)
            rates.append(MESSAGES / seconds)
            memory = max(memory, kib)
        lines.append(f"| {name} | {statistics.median(rates):,.0f} a second | {max(rates):,.0f} a second | {memory / 1024:.0f} MiB |")
    starts = []
    for _ in range(REPEATS * 4):
        with open(os.devnull, "wb") as null:
            starts.append(run(["triage", "my card was charged twice", "--format", "json"], null)[0] * 1000)
    lines.append(f"| start to first answer, with a draft | {statistics.median(starts):.1f} ms | {min(starts):.1f} ms | |")
    return lines


def accuracy(folder: pathlib.Path, shared: pathlib.Path) -> list[str]:
    gold, scorer = shared / "gold" / "dev.jsonl", shared / "tools" / "score.py"
    if not gold.exists():
        return ["The labelled messages were not there: no accuracy was measured."]
    out = folder / "predicted.jsonl"
    with out.open("wb") as file:
        run(["triage", str(gold), "--format", "json", "--no-drafts", "--now", "2026-11-22T09:00:00Z"], file)
    score = subprocess.run([sys.executable, str(scorer), str(gold), str(out)], capture_output=True, text=True, check=True)
    return ["```text", *score.stdout.rstrip().splitlines(), "```"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--skip-criterion", action="store_true", help="use the criterion results that are there")
    args = parser.parse_args()
    if not args.skip_criterion:
        subprocess.run(["cargo", "bench", "-p", "twoears-benches"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        lines = [
            "# Report",
            "",
            "Written by `make bench`; not edited by hand. Timings depend on the machine and on what else it does: compare",
            f"ratios. This run: {platform.machine()}, {os.cpu_count()} cores.",
            "",
            "## One message, one thread",
            "",
            "Medians in microseconds by the length of the message (`cargo bench -p twoears-benches`).",
            "",
            *criterion_table(),
            "",
            "## Drafts",
            "",
            "Microseconds of a batch of three, over 3,000 batches, on one thread, with the example's settings. Full drafts are what is",
            "shown first; all drafts have the short ones too. A draft holds its lint.",
            "",
            *drafts_table(),
            "",
            "## Adapters",
            "",
            "Payloads to messages on one thread, in MB of payload a second: the fixtures of each platform",
            "(`crates/twoears-adapters/tests/payloads`), without the blanks that make them readable, 301 passes.",
            "",
            *adapters_table(),
            "",
            "## The queue",
            "",
            "Microseconds with a million open cases, on one thread, each change timed by itself. The worst has whatever else the machine",
            "did in it.",
            "",
            *queue_table(),
            "",
            "## The command",
            "",
            f"{MESSAGES:,} messages of the corpus through `twoears triage`, median and best of {REPEATS}; the start {REPEATS * 4} times.",
            "",
            *throughput(work),
            "",
            "## Accuracy",
            "",
            "260 real messages, labelled in two passes and adjudicated, never trained on (used to tune settings):",
            "`twoears triage dev.jsonl --no-drafts > out.jsonl` and `score.py dev.jsonl out.jsonl`.",
            "",
            *accuracy(work, args.shared),
            "",
        ]
    (ROOT / "benches" / "REPORT.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
