"""Which messages are answered: real posts, chosen by their ids, with what a human agent wrote where that is known."""
import hashlib
import html
import pathlib
import re

from score.tasks import read

# The seed of every choice and shuffle; another gives other posts.
SEED = "drafts-1"
MANY = 100
SETS = {
    "gold": "posts to many brands (gold/dev)",
    "care": "posts to 25 brands (ibm_twitter_care, dev)",
    "airlines": "posts to airlines (twcs_airlines, dev)",
}
ROLES = {"customer": "customer", "agent": "organisation"}
# What the sets did to texts: links through an archive, characters as HTML writes them.
ARCHIVE = re.compile(r"https?://web\.archive\.org/web/\d+/")


def clean(text: str) -> str:
    """The text as it was posted."""
    return ARCHIVE.sub("", html.unescape(text))


def rank(*parts: str) -> str:
    """A place in a shuffled order that hangs on the seed and the parts alone."""
    return hashlib.sha256("\0".join((SEED, *parts)).encode()).hexdigest()


def some(rows: list[dict], many: int) -> list[dict]:
    """That many rows of different texts, the same ones on every machine."""
    shuffled = sorted(rows, key=lambda row: rank(row["message"]["id"]))
    different = {row["message"]["text"]: row for row in reversed(shuffled)}
    first = [row for row in shuffled if different[row["message"]["text"]] is row]
    return sorted(first[:many], key=lambda row: row["message"]["id"])


def message(place: str, turns: list[dict], handle: str | None) -> dict:
    """The last turn as a public post on X, the turns before it as its thread."""
    told = {"id": place, "text": clean(turns[-1]["text"]), "channel": "x", "visibility": "public"}
    if handle:
        told["author"] = {"handle": handle}
    told["thread"] = [{"from": ROLES[turn["role"]], "text": clean(turn["text"])} for turn in turns[:-1]]
    return told


def gold(shared: pathlib.Path) -> list[dict]:
    """The labelled posts; nobody knows what was replied to them."""
    rows = read(shared / "gold" / "dev.jsonl")
    turns = lambda row: [{"role": "customer", "text": row["text"]}]  # noqa: E731
    return [{"message": message(row["id"], turns(row), None), "agent": None} for row in rows]


def care(shared: pathlib.Path) -> list[dict]:
    """Conversations that end in an agent's reply with a link to a help page."""
    told = []
    for row in read(shared / "data" / "ibm_twitter_care" / "dev.jsonl"):
        if row["turns"][-1]["role"] == "customer":
            handle = re.match(r"@(\w+)", row["reply"])
            told.append({"message": message(row["id"], row["turns"], handle and handle[1]), "agent": clean(row["reply"])})
    return told


def airlines(shared: pathlib.Path) -> list[dict]:
    """The post or posts that open a conversation, and the agent's first reply to them."""
    told = []
    for row in read(shared / "data" / "twcs_airlines" / "dev.jsonl"):
        roles = [turn["role"] for turn in row["turns"]]
        if roles[0] == "customer" and "agent" in roles:
            first = roles.index("agent")
            opened = message(f"air-{row['id']}", row["turns"][:first], "customer")
            told.append({"message": opened, "agent": clean(row["turns"][first]["text"])})
    return told


def chosen(shared: pathlib.Path) -> dict[str, list[dict]]:
    """The posts of each set."""
    readers = {"gold": gold, "care": care, "airlines": airlines}
    return {name: some(reader(shared), MANY) for name, reader in readers.items()}
