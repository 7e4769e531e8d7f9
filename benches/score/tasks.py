"""The questions: which rows are learned from, which are asked. Everybody gets the same files, written under target/.

A row is {"text", "labels"}: one label, several (NLU++), or none at all (out of scope). Training rows come from the
train split alone; the test split is asked once and nothing is chosen by it.
"""
import dataclasses
import json
import pathlib
import random
import re
import sys
from collections import defaultdict

DRAWS = 5
# The message length that speed is told for, and how many of them.
SPEED_CHARACTERS, SPEED_MESSAGES = 140, 2000
MENTION, LINK = re.compile(r"@\w+"), re.compile(r"https?://\S+")


@dataclasses.dataclass(frozen=True)
class Task:
    """One head to learn and what it is asked. `shots`: examples a label, drawn anew for each `draw`; 0 takes all."""

    name: str
    folder: str
    multi: bool = False
    shots: int = 0
    draw: int = 0


TASKS = [
    Task("banking77", "banking77"),
    Task("clinc150", "clinc150"),
    Task("hwu64", "hwu64"),
    Task("snips", "snips"),
    Task("nlupp_banking", "nlupp_banking", multi=True),
    Task("tweeteval_emotion", "tweeteval_emotion"),
    Task("tweeteval_irony", "tweeteval_irony"),
    Task("tweeteval_sentiment", "semeval2017a"),
    *(
        Task(f"{folder}-{shots}shot-{draw}", folder, shots=shots, draw=draw)
        for folder in ("banking77", "hwu64")
        for shots in (5, 10)
        for draw in range(DRAWS)
    ),
]

# Asked without learning: texts with a mean rating by people, and tweets with three labels.
RATED = ["vader_tweets", "vader_amazonreviewsnippets"]
UNTRAINED = "tweeteval_sentiment"
NEEDED = sorted({task.folder for task in TASKS} | set(RATED) | {UNTRAINED})


def read(path: pathlib.Path) -> list[dict]:
    """The JSON lines of a file; ends with a plain word when it is not there."""
    if not path.is_file():
        sys.exit(f"{path}: not there. The accuracy bench needs the folder of public sets: pass --shared DIR.")
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def write(path: pathlib.Path, rows: list[dict]) -> None:
    """Writes JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def row_of(row: dict) -> dict:
    """The same shape for every set; CLINC150's `oos` is no label."""
    labels = row["labels"] if "labels" in row else [row["label"]]
    return {"text": row["text"], "labels": [label for label in labels if label != "oos"]}


def masked(text: str) -> str:
    """Mentions and links as TweetEval writes them."""
    return MENTION.sub("@user", LINK.sub("http", text))


def train_rows(data: pathlib.Path, task: Task) -> list[dict]:
    """What may be learned from."""
    raw = read(data / task.folder / "train.jsonl")
    if task.folder == "semeval2017a":
        # TweetEval's test is SemEval's with masks; rows that stand in it, or twice in train, are left out.
        raw = [{**row, "text": masked(row["text"])} for row in raw if not row["in_test"] and not row["dup"]]
    rows = [row_of(row) for row in raw]
    if not task.multi:
        rows = [row for row in rows if row["labels"]]
    return few(rows, task) if task.shots else rows


def few(rows: list[dict], task: Task) -> list[dict]:
    """So many examples of each label, drawn by the draw's own seed, in the order of the file."""
    places = defaultdict(list)
    for place, row in enumerate(rows):
        places[row["labels"][0]].append(place)
    dice = random.Random(f"{task.folder} {task.draw}")
    drawn = [place for label in sorted(places) for place in dice.sample(places[label], task.shots)]
    return [rows[place] for place in sorted(drawn)]


def test_rows(data: pathlib.Path, task: Task) -> list[dict]:
    """What is asked."""
    folder = "tweeteval_sentiment" if task.folder == "semeval2017a" else task.folder
    return [row_of(row) for row in read(data / folder / "test.jsonl")]


def prepare(data: pathlib.Path, out: pathlib.Path) -> pathlib.Path:
    """Writes every task's rows, the rated texts and the messages for speed; gives the path of the plan that names them."""
    for folder in NEEDED:
        if not (data / folder / "test.jsonl").is_file():
            sys.exit(f"{data / folder}: not there. The accuracy bench needs the folder of public sets: pass --shared DIR.")
    plan = {"tasks": [], "rated": [], "speed": {"head": "banking77", "texts": str(out / "speed.jsonl")}}
    for task in TASKS:
        train, test = out / f"{task.name}.train.jsonl", out / f"{task.folder}.test.jsonl"
        write(train, train_rows(data, task))
        write(test, test_rows(data, task))
        plan["tasks"].append({"name": task.name, "train": str(train), "test": str(test), "multi": task.multi})
    for folder in [*RATED, UNTRAINED]:
        rows = [{"id": str(place), "text": row["text"]} for place, row in enumerate(read(data / folder / "test.jsonl"))]
        write(out / f"{folder}.rated.jsonl", rows)
        plan["rated"].append({"name": folder, "test": str(out / f"{folder}.rated.jsonl")})
    texts = [row["text"] for row in read(data / "banking77" / "test.jsonl") if len(row["text"]) <= SPEED_CHARACTERS]
    write(out / "speed.jsonl", [{"text": text} for text in texts[:SPEED_MESSAGES]])
    path = out / "plan.json"
    path.write_text(json.dumps(plan, indent=1) + "\n", encoding="utf-8")
    return path
