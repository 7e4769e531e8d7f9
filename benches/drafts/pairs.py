"""Our draft and the agent's reply side by side for blind reading; the texts stay under target/."""
import pathlib
import re

from score.tasks import write

from .choose import clean, rank
from .words import LINK

# What tells at a glance who wrote: handles, initials of agents, addresses of links, our time zone, line breaks.
INITIALS = re.compile(r"(?:\s*(?:\^|\*|/|-|~|–|—)\s?[A-Z][A-Za-z]{0,9}\.?(?:\s?\d/\d)?)+\s*$")
HELP = re.compile(r"\s*[-–—]\s?[A-Z][a-z]+$")
HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/\s]+)\S*")


def bare(text: str) -> str:
    """The text without what gives its writer away."""
    text = re.sub(r"^(?:\s*@\w+[:,]?)+", "", text)
    text = LINK.sub(lambda found: f"(link to {HOST.match(found[0])[1]})", text)
    text = INITIALS.sub("", HELP.sub("", text.rstrip())).replace(" (UTC)", "")
    text = re.sub(r"\s+", " ", text).strip()
    return text[:1].upper() + text[1:]


def pairs(sets: dict[str, list[dict]]) -> tuple[list[dict], list[dict]]:
    """The pairs in shuffled order, and the key: which side is ours."""
    rows = [(name, row) for name, of in sets.items() for row in of if row["agent"] and row["draft"]]
    rows.sort(key=lambda one: rank("pair", one[1]["message"]["id"]))
    told, key = [], []
    for place, (name, row) in enumerate(rows, 1):
        ours = "left" if int(rank("side", row["message"]["id"]), 16) % 2 else "right"
        texts = [bare(row["draft"]), bare(row["agent"])]
        left, right = texts if ours == "left" else reversed(texts)
        thread = [f"{turn['from']}: {turn['text']}" for turn in row["message"]["thread"]]
        told.append({"pair": place, "thread": thread, "message": row["message"]["text"], "left": left, "right": right})
        key.append({"pair": place, "id": row["message"]["id"], "set": name, "ours": ours})
    return told, key


def save(sets: dict[str, list[dict]], work: pathlib.Path) -> int:
    """Writes pairs.jsonl, pairs.md and, apart, key.jsonl; gives how many pairs there are."""
    told, key = pairs(sets)
    write(work / "pairs.jsonl", told)
    write(work / "key.jsonl", key)
    lines = []
    for pair in told:
        before = [f"> {turn}" for turn in pair["thread"]]
        lines += [f"### {pair['pair']}", *before, pair["message"], f"- LEFT: {pair['left']}", f"- RIGHT: {pair['right']}", ""]
    (work / "pairs.md").write_text("\n".join(lines), encoding="utf-8")
    return len(told)


def check() -> None:
    """What is taken out of a reply, and what is not."""
    said = clean("@ann we're sorry &amp; will look: https://web.archive.org/web/2020/https://help.a.example/b ^MK")
    assert bare(said) == "We're sorry & will look: (link to help.a.example)", bare(said)
    assert bare("You'll hear by 2 pm today (UTC). Wi-Fi is back.") == "You'll hear by 2 pm today. Wi-Fi is back."
    assert bare("Let us know -Alice") == "Let us know"
