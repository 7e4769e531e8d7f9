#!/usr/bin/env python3
"""Measures drafts beside replies of human agents; writes benches/DRAFTS.md and drafts.json, and pairs for blind reading.

usage: drafts.py [--shared DIR] [--verdicts FILE --round NAME]

Run it by `make drafts-report`, which builds what it needs. Texts of posts, agents and drafts stay under target/drafts: pairs.md
and pairs.jsonl for reading, key.jsonl for who wrote which. With --verdicts it only counts a reading of them (the file's
lines stand in `drafts/judged.py`) and keeps the counts under a name for the page.
"""
import argparse
import json
import pathlib

from drafts import choose, everywhere, figures, judged, lint, page, pairs, traits, words
from report import ROOT, TARGET
from score.page import rounded

WORK = TARGET / "drafts"


def first(cases: list[dict]) -> list[dict | None]:
    """What stands first beside an agent's public reply."""
    return [case["drafts"][0] if case["drafts"] else None for case in cases]


def sides(name: str, rows: list[dict]) -> dict:
    """The figures of drafts and agents for one set; each row gets the text of its `draft`."""
    drafts = first(everywhere.triage([row["message"] for row in rows], f"chosen.{name}", WORK))
    ours, asked = [], []
    for row, draft in zip(rows, drafts):
        row["draft"] = draft and draft["text"]
        if draft:
            ours.append(figures.row(row["message"]["text"], draft["text"], draft))
        if row["agent"]:
            asked.append({"message": row["message"], "reply": row["agent"], "audience": "public"})
    checked = zip(asked, lint.replies(asked, WORK))
    theirs = [figures.row(one["message"]["text"], one["reply"], found) for one, found in checked]
    return {"messages": len(rows), "drafts": figures.side(ours), "agents": figures.side(theirs)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--verdicts", type=pathlib.Path, help="a reading of target/drafts/pairs.md to count")
    parser.add_argument("--round", default="reading", help="the name of that reading")
    args = parser.parse_args()
    for one in (words, traits, pairs, judged):
        one.check()
    WORK.mkdir(parents=True, exist_ok=True)
    if args.verdicts:
        judged.add(args.round, args.verdicts, WORK)
        return
    shared = args.shared.resolve()
    sets = choose.chosen(shared)
    told = {"sets": {name: sides(name, rows) for name, rows in sets.items()}}
    told["pairs"] = pairs.save(sets, WORK)
    told["everywhere"] = everywhere.figures(shared, WORK)
    told["judged"] = judged.rounds()
    (ROOT / "benches" / "drafts.json").write_text(json.dumps(rounded(told), indent=1) + "\n", encoding="utf-8")
    (ROOT / "benches" / "DRAFTS.md").write_text(page.page(told), encoding="utf-8")


if __name__ == "__main__":
    main()
