"""Strings that leak a key, and strings that only look so (gitleaks): recall and false alarms by vendor."""
import collections
import pathlib

from score.tasks import read

SET = "gitleaks"
KINDS = {"api_key", "password"}


def rows(data: pathlib.Path) -> list[dict]:
    """The strings with their label and the vendor whose rule they are for."""
    return read(data / SET / "test.jsonl")


def figures(rows: list[dict], answers: list[dict]) -> dict:
    """For all and by vendor: secrets and how many are found, others and how many are taken for a key."""
    told: dict[str, dict] = collections.defaultdict(lambda: dict.fromkeys(("secret", "found", "not_secret", "alarms"), 0))
    for row, answer in zip(rows, answers, strict=True):
        said = any(span["kind"] in KINDS for span in answer["spans"])
        for group in ("all", row["rule_file"]):
            told[group][row["label"]] += 1
            told[group]["found" if row["label"] == "secret" else "alarms"] += said
    return dict(sorted(told.items()))
