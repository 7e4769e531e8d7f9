"""Labelled real posts of up to 280 characters: recall and precision as the scorer of the labelled data has them."""
import collections
import json
import pathlib
import subprocess
import sys

from score.tasks import read, write

from .match import shared

LONGEST = 280


def short(gold: pathlib.Path, out: pathlib.Path) -> pathlib.Path:
    """Writes the posts that are short enough."""
    write(out, [row for row in read(gold) if len(row["text"]) <= LONGEST])
    return out


def figures(posts: pathlib.Path, scorer: pathlib.Path, predicted: pathlib.Path) -> dict:
    """What the scorer says, and by kind: how many are marked and found, how many are said and right."""
    out = subprocess.run([sys.executable, scorer, posts, predicted, "--json"], capture_output=True, text=True, check=True)
    told = {**json.loads(out.stdout)["private_data"], "posts": len(read(posts))}
    answers = {answer["id"]: answer for answer in read(predicted)}
    marked, said = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for row in read(posts):
        places = [(start(row["text"], one), one) for one in row["exposed"]]
        places = [((at, one.get("end", at + len(one.get("text", "")))), one["type"]) for at, one in places]
        found = [((one["start"], one["end"]), one["kind"]) for one in answers[row["id"]]["private_data"]]
        for place, kind in places:
            marked[kind].update({"marked": 1, "found": any(shared(place, other) for other, _ in found)})
        for place, kind in found:
            said[kind].update({"said": 1, "right": any(shared(place, other) for other, _ in places)})
    return {**told, "marked": {k: dict(v) for k, v in sorted(marked.items())}, "said": {k: dict(v) for k, v in sorted(said.items())}}


def start(text: str, one: dict) -> int:
    """Where a marked value begins."""
    return one["start"] if "start" in one else text.find(one["text"])
