"""Verdicts of blind readings joined with the key: counts and means, never a text.

A verdict is a line `PAIR BETTER LEFT RIGHT`: the number of the pair; `l`, `r` or `=`; six marks from 1 to 5 for each side in
the order of `RUBRIC`. A line `# COUNT REASON` says in how many pairs a draft lost for that reason.
"""
import json
import pathlib
import re
import statistics

from score.tasks import read

RUBRIC = ("empathetic", "useful", "honest", "safe in public", "sounds like a person", "would send it")
FILE = pathlib.Path(__file__).with_name("judged.json")
SIDES = {"l": "left", "r": "right"}


def counts(verdicts: list[str], key: list[dict]) -> dict:
    """Wins of each side and mean marks, for all pairs and by set."""
    of = {str(row["pair"]): row for row in key}
    parts = [line.split() for line in verdicts if line.strip() and not line.startswith("#")]
    told = {"pairs": len(parts), "ours": 0, "agents": 0, "even": 0, "sets": {}}
    marks = {"ours": [], "agents": []}
    for pair, better, left, right in parts:
        row = of[pair]
        winner = "even" if better == "=" else "ours" if SIDES[better] == row["ours"] else "agents"
        told[winner] += 1
        one = told["sets"].setdefault(row["set"], {"ours": 0, "agents": 0, "even": 0})
        one[winner] += 1
        assert len(left) == len(right) == len(RUBRIC), pair
        marks["ours"].append([int(mark) for mark in (left if row["ours"] == "left" else right)])
        marks["agents"].append([int(mark) for mark in (right if row["ours"] == "left" else left)])
    means = lambda rows: {name: round(statistics.mean(row[at] for row in rows), 2) for at, name in enumerate(RUBRIC)}  # noqa: E731
    told["marks"] = {side: means(rows) for side, rows in marks.items()}
    told["sets"] = dict(sorted(told["sets"].items()))
    return told


def reasons(verdicts: list[str]) -> dict[str, int]:
    """Why drafts lost, the commonest first."""
    found = [re.fullmatch(r"# (\d+) (.+)", line) for line in verdicts]
    counted = [(one[2], int(one[1])) for one in found if one]
    return dict(sorted(counted, key=lambda one: -one[1]))


def rounds() -> list[dict]:
    """The readings so far."""
    return json.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else []


def add(name: str, verdicts: pathlib.Path, work: pathlib.Path) -> None:
    """Counts a reading and keeps its figures under a name; the same name again takes the place of the first."""
    lines = verdicts.read_text(encoding="utf-8").splitlines()
    told = {"name": name, **counts(lines, read(work / "key.jsonl")), "reasons": reasons(lines)}
    kept = [one for one in rounds() if one["name"] != name]
    FILE.write_text(json.dumps([*kept, told], indent=1) + "\n", encoding="utf-8")


def check() -> None:
    """Two verdicts whose counts are known."""
    key = [{"pair": 1, "set": "a", "ours": "right"}, {"pair": 2, "set": "a", "ours": "left"}]
    told = counts(["1 r 111111 555555", "2 = 333333 333333"], key)
    assert (told["ours"], told["agents"], told["even"]) == (1, 0, 1)
    assert reasons(["# 2 a", "1 r 111111 555555", "# 3 b c"]) == {"b c": 3, "a": 2}
    assert told["marks"]["ours"]["useful"] == 4 and told["marks"]["agents"]["useful"] == 2
