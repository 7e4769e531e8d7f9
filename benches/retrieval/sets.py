"""Makes the knowledge bases and questions: stackfaq and covidfaq to measure on, BANKING77 and CLINC150 to fit on.

An article of BANKING77 or CLINC150 is a label: one message of its training split is the question, up to three others
are further ways to ask it, the rest of the chosen rows are asked. Texts stay under target/.
"""
import json
import pathlib
import random

from score.tasks import read, write

SEED = 7
# Paraphrases of the training split that stand in an article as other ways to ask, where the set's name ends in "+3".
ALSO_ASKED = 3
# Questions a label to fit on.
ASKED = 12


def prepare(data: pathlib.Path, work: pathlib.Path) -> dict[str, list[dict]]:
    """Writes bases and questions; gives the plan of each stage: `fit`, `dev` and `test`."""
    plan: dict[str, list[dict]] = {"fit": [], "dev": [], "test": []}
    for name in ("stackfaq", "covidfaq"):
        train = read(data / name / "train.jsonl")
        for also, mark in ((0, ""), (ALSO_ASKED, "+3")):
            base = work / f"{name}{mark}.base.jsonl"
            write(base, faqs(data / name / "faqs.jsonl", train, also))
            for stage in ("dev", "test"):
                asked = work / f"{name}{mark}.{stage}.jsonl"
                write(asked, [{"text": row["text"], "label": row["label"]} for row in read(data / name / f"{stage}.jsonl")])
                plan[stage].append(entry(f"{name}{mark}.{stage}", base, asked, intents=True, timed=stage == "test"))
    for name in ("banking77", "clinc150"):
        for also in (0, 3):
            base, asked = work / f"{name}-{also}.base.jsonl", work / f"{name}-{also}.jsonl"
            articles, questions = labels(read(data / name / "train.jsonl"), also)
            write(base, articles)
            write(asked, questions)
            plan["fit"].append(entry(f"{name}-{also}", base, asked, intents=True, timed=False))
    for stage, sets in plan.items():
        (work / f"{stage}.json").write_text(json.dumps(sets))
    return plan


def entry(name: str, base: pathlib.Path, asked: pathlib.Path, intents: bool, timed: bool) -> dict:
    return {"name": name, "base": str(base), "asked": str(asked), "intents": intents, "timed": timed}


def faqs(path: pathlib.Path, train: list[dict], also: int) -> list[dict]:
    """Articles of a FAQ; where several answers are given, the first."""
    articles = []
    for row in read(path):
        answer = row["answer"] if isinstance(row["answer"], str) else row["answer"][0]
        ways = [other["text"] for other in train if other["label"] == row["id"]][:also]
        articles.append(article(row["id"], row["text"], ways, answer))
    return articles


def labels(rows: list[dict], also: int) -> tuple[list[dict], list[dict]]:
    """Articles of labelled messages, and the messages that are asked. Rows out of scope are asked and have no article."""
    dice = random.Random(SEED)
    texts: dict[str, list[str]] = {}
    for row in rows:
        texts.setdefault(row["label"], []).append(row["text"])
    articles, asked = [], []
    for label in sorted(texts):
        own = dice.sample(texts[label], len(texts[label]))
        if label != "oos":
            articles.append(article(label, own[0], own[1 : 1 + also], "-"))
        asked += [{"text": text, "label": "" if label == "oos" else label} for text in own[1 + also :][:ASKED]]
    return articles, asked


def article(name: str, question: str, also: list[str], answer: str) -> dict:
    """A line of a knowledge base; a text that holds nothing is one mark, so that it may stand there."""
    clean = lambda text: " ".join(text.split()) or "-"  # noqa: E731
    return {"id": name, "question": clean(question), "also_asked": [clean(text) for text in also], "answer": clean(answer)}
