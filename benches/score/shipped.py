"""The shipped model, nothing learned: labelled real posts, and sentiment beside the word lists."""
import json
import pathlib
import subprocess
import sys

from . import metrics
from .own import pairs, sets
from .tasks import RATED, UNTRAINED, read

# The questions whose answers are labels with probabilities.
QUESTIONS = ("intent", "urgency", "sentiment", "route")
NAME = "twoears"


def gold(path: pathlib.Path, scorer: pathlib.Path, predicted: pathlib.Path, evaluated: pathlib.Path) -> dict:
    """What the scorer of the labelled posts says, the calibration of escalate as `twoears eval` has it, and how the
    conformal sets do, as far as an answer has one."""
    rows = read(path)
    out = subprocess.run([sys.executable, scorer, path, predicted, "--json"], capture_output=True, text=True, check=True)
    told = json.loads(out.stdout)
    told["escalate"]["ece"] = json.loads(evaluated.read_text())["escalate"]["calibration_error"]
    answers = {answer["id"]: answer for answer in read(predicted)}
    for question in QUESTIONS:
        if all("set" in answers[row["id"]][question] for row in rows):
            told[question].update(sets([(row[question], answers[row["id"]][question]["set"]) for row in rows]))
    return told


def sentiment(data: pathlib.Path, folders: dict[str, pathlib.Path]) -> dict[str, dict]:
    """For each system: correlation with people's ratings, and three labels on tweets."""
    told: dict[str, dict] = {}
    for name in RATED:
        right = [row["score"] for row in read(data / name / "test.jsonl")]
        for system, folder in folders.items():
            said = [answer["score"] for answer in read(folder / f"{name}.rated.jsonl")]
            told.setdefault(f"{name}, Spearman", {})[system] = metrics.spearman(right, said)
            told.setdefault(f"{name}, Pearson", {})[system] = metrics.pearson(right, said)
    rows = [{"labels": [row["label"]]} for row in read(data / UNTRAINED / "test.jsonl")]
    for system, folder in folders.items():
        answers = pairs(rows, read(folder / f"{UNTRAINED}.rated.jsonl"))
        told.setdefault(f"{UNTRAINED}, macro recall", {})[system] = metrics.macro_recall(answers)
        told.setdefault(f"{UNTRAINED}, accuracy", {})[system] = metrics.accuracy(answers)
    return told


def answers(predicted: pathlib.Path) -> list[dict]:
    """The lines of `twoears triage` in the shape of the word lists' answers: five levels become three."""
    rows = sorted(read(predicted), key=lambda row: int(row["id"]))
    return [
        {"score": row["sentiment"]["score"], "labels": [row["sentiment"]["label"].removeprefix("very_")]} for row in rows
    ]
