"""What the lint rules object to. This is the one place that asks them about replies that people wrote."""
import functools
import pathlib
import subprocess

from report import TARGET
from score.tasks import read, write

# The moment that promises count from.
NOW = "2026-11-23T09:00:00Z"


def replies(rows: list[dict], work: pathlib.Path) -> list[dict]:
    """`lint` and `length` of each {"message", "reply", "audience"}, in their order."""
    asked, told = work / "replies.jsonl", work / "replies.lint.jsonl"
    write(asked, rows)
    with told.open("w") as out:
        command = [TARGET / "release" / "twoears", "lint", asked, "--format", "json", "--now", NOW]
        subprocess.run(command, check=True, stdout=out)
    return read(told)


@functools.cache
def errors() -> frozenset[str]:
    """The rules whose finding must not be sent."""
    listed = subprocess.run([TARGET / "release" / "twoears", "lint", "--rules"], check=True, capture_output=True, text=True)
    rules = [line.split(None, 2) for line in listed.stdout.splitlines()]
    return frozenset(rule for rule, severity, _ in rules if severity == "error")


def is_error(finding: dict) -> bool:
    """Must it be mended before the reply is sent?"""
    return finding["severity"] == "error"


def fits(length: dict) -> bool:
    """Does it fit its channel?"""
    return length["used"] <= length["limit"]
