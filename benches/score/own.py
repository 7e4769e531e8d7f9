"""Own labels: the rows of the table, and the figure of one system in each."""
import dataclasses
import json
import pathlib
import statistics

from . import metrics
from .tasks import DRAWS, read

# Share of messages within scope that may be called out of scope.
FALSE_ALARMS = 0.05


def pairs(rows: list[dict], answers: list[dict]) -> metrics.Pairs:
    """(right, said) of the rows that have a label."""
    return [(row["labels"][0], said["labels"][0]) for row, said in zip(rows, answers, strict=True) if row["labels"]]


def scopes(rows: list[dict], answers: list[dict]) -> tuple[list[float], list[float]]:
    """How far out of scope the rows look that are so, and those that are not."""
    score = [said["out_of_scope"] for said in answers]
    outside = [s for s, row in zip(score, rows, strict=True) if not row["labels"]]
    return outside, [s for s, row in zip(score, rows, strict=True) if row["labels"]]


MEASURES = {
    "accuracy": lambda rows, answers: metrics.accuracy(pairs(rows, answers)),
    "macro F1": lambda rows, answers: metrics.macro_f1(pairs(rows, answers)),
    "F1 of irony": lambda rows, answers: metrics.f1(pairs(rows, answers), "irony"),
    "macro recall": lambda rows, answers: metrics.macro_recall(pairs(rows, answers)),
    "F1 of positive and negative": lambda rows, answers: statistics.fmean(
        metrics.f1(pairs(rows, answers), label) for label in ("positive", "negative")
    ),
    "micro F1": lambda rows, answers: metrics.micro_f1(
        [(set(row["labels"]), set(said["labels"])) for row, said in zip(rows, answers, strict=True)]
    ),
    "AUROC": lambda rows, answers: metrics.auroc(*scopes(rows, answers)),
    "recall at 5 % false alarms": lambda rows, answers: metrics.recall_at(*scopes(rows, answers), FALSE_ALARMS),
}


@dataclasses.dataclass(frozen=True)
class Line:
    """A line of the table. `known`: a figure that the set's card verifies, for others' fine-tuned models."""

    title: str
    task: str
    measure: str
    draws: int = 0
    known: str = ""

    @property
    def key(self) -> str:
        """Its name in the JSON file."""
        return f"{self.task}, {self.measure}"


LINES = [
    Line("BANKING77, 77 labels", "banking77", "accuracy"),
    Line("BANKING77, 10 examples a label", "banking77-10shot", "accuracy", DRAWS, "RoBERTa .843, USE+ConveRT .852, ICDA .898"),
    Line("BANKING77, 5 examples a label", "banking77-5shot", "accuracy", DRAWS, "USE+ConveRT .778, ICDA .840"),
    Line("CLINC150, 150 labels, in scope", "clinc150", "accuracy"),
    Line("CLINC150, out of scope", "clinc150", "AUROC"),
    Line("CLINC150, out of scope", "clinc150", "recall at 5 % false alarms"),
    Line("HWU64, 64 labels", "hwu64", "accuracy"),
    Line("HWU64, 10 examples a label", "hwu64-10shot", "accuracy", DRAWS, "RoBERTa .829, USE+ConveRT .858, ICDA .874"),
    Line("HWU64, 5 examples a label", "hwu64-5shot", "accuracy", DRAWS, "ICDA .825"),
    Line("SNIPS, 7 labels", "snips", "accuracy"),
    Line("NLU++ banking, several labels a row", "nlupp_banking", "micro F1"),
    Line("TweetEval emotion, 4 labels", "tweeteval_emotion", "macro F1", 0, "SVM .647, fastText .652, RoBERTa .761"),
    Line("TweetEval irony, 2 labels", "tweeteval_irony", "F1 of irony", 0, "SVM .617, fastText .631, BERTweet .821"),
    Line("TweetEval sentiment = SemEval-2017 4A", "tweeteval_sentiment", "macro recall", 0, "SVM .629, fastText .629, RoBERTa .713"),
    Line("TweetEval sentiment = SemEval-2017 4A", "tweeteval_sentiment", "F1 of positive and negative", 0, "winners of 2017 .685"),
    Line("TweetEval sentiment = SemEval-2017 4A", "tweeteval_sentiment", "accuracy", 0, "winners of 2017 .658"),
]


def figures(plan: dict, folder: pathlib.Path) -> dict[str, dict]:
    """Each line's mean over its draws, and the spread where there are several."""
    tests = {task["name"]: task["test"] for task in plan["tasks"]}
    told = {}
    for line in LINES:
        names = [f"{line.task}-{draw}" for draw in range(line.draws)] or [line.task]
        values = [
            MEASURES[line.measure](read(pathlib.Path(tests[name])), read(folder / f"{name}.jsonl")) for name in names
        ]
        told[line.key] = {"value": statistics.fmean(values)}
        if line.draws:
            told[line.key]["spread"] = statistics.stdev(values)
    return told


def sureness(plan: dict, folder: pathlib.Path) -> dict[str, dict]:
    """Calibration and conformal sets of our own heads, and what they cost to learn; few examples: the first draw."""
    learned = json.loads((folder / "learn.json").read_text())
    told = {}
    for task in plan["tasks"]:
        if task["multi"] or ("shot-" in task["name"] and not task["name"].endswith("shot-0")):
            continue
        rows = [row["labels"] for row in read(pathlib.Path(task["test"]))]
        answers = [(row[0], said) for row, said in zip(rows, read(folder / f"{task['name']}.jsonl"), strict=True) if row]
        told[task["name"].removesuffix("-0")] = {
            "calibration_error": metrics.calibration_error(
                [(said["probability"], right == said["labels"][0]) for right, said in answers]
            ),
            **sets([(right, said["set"]) for right, said in answers]),
            **learned[task["name"]],
        }
    return told


def sets(rows: list[tuple[str, list[str]]]) -> dict[str, float]:
    """How often a conformal set holds the right label, and how many labels it has."""
    return {
        "coverage": sum(right in said for right, said in rows) / len(rows),
        "mean_set": statistics.fmean(len(said) for _, said in rows),
    }
