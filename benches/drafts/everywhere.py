"""Every message that is at hand, under several settings: which drafts have findings or do not fit."""
import collections
import pathlib
import re
import subprocess

from report import ROOT, TARGET
from score.tasks import read, write

from . import lint, words

NOW = "2026-11-23T09:00:00Z"
VOICES = ("warm", "plain", "playful")
CHANNELS = ("x", "facebook", "instagram", "mastodon", "bluesky", "threads", "reddit", "whatsapp", "sms", "email", "chat")
# So many messages of one intent show how much the wording varies.
ONE_INTENT = 1000


def triage(messages: list[dict], name: str, work: pathlib.Path, *options: str | pathlib.Path) -> list[dict]:
    """The lines of `twoears triage`, with drafts."""
    asked, told = work / f"{name}.jsonl", work / f"{name}.told.jsonl"
    write(asked, messages)
    with told.open("wb") as out:
        command = [TARGET / "release" / "twoears", "triage", asked, "--format", "json", "--now", NOW, *options]
        subprocess.run(command, stdout=out, check=True)
    return read(told)


def brands(work: pathlib.Path) -> dict[str, list[str | pathlib.Path]]:
    """The settings that are tried, as options of the command."""
    example = (ROOT / "examples" / "brand.toml").read_text(encoding="utf-8")
    told: dict[str, list[str | pathlib.Path]] = {"no settings": []}
    for voice in VOICES:
        path = work / f"brand.{voice}.toml"
        path.write_text(re.sub(r'(?m)^voice = "\w+"', f'voice = "{voice}"', example), encoding="utf-8")
        told[f"example, {voice}"] = ["--brand", path]
    told["example with its answers"] = ["--brand", ROOT / "examples" / "brand.toml", "--kb", ROOT / "examples" / "kb"]
    return told


def messages(shared: pathlib.Path) -> dict[str, list[dict]]:
    """Real posts without and with a channel, our own messages on theirs and on every channel in turn."""
    gold = read(shared / "gold" / "dev.jsonl")
    ours = [row for path in sorted((shared / "corpus").glob("*.jsonl")) for row in read(path)]
    only = lambda row, **more: {"id": row["id"], "text": row["text"], **more}  # noqa: E731
    return {
        "real posts, channel not told": [only(row) for row in gold],
        "real posts on X": [only(row, channel="x") for row in gold],
        "own messages, own channels": [only(row, channel=row["channel"]) for row in ours],
        "own messages, all channels in turn": [
            only(row, channel=CHANNELS[place % len(CHANNELS)]) for place, row in enumerate(ours)
        ],
    }


def counted(cases: list[dict]) -> dict:
    """Drafts with errors, with warnings, not fitting, among all drafts of some cases."""
    drafts = [draft for case in cases for draft in case["drafts"]]
    found = [draft["lint"] for draft in drafts]
    return {
        "messages": len(cases),
        "drafts": len(drafts),
        "errors": sum(any(map(lint.is_error, one)) for one in found),
        "warnings": sum(any(not lint.is_error(finding) for finding in one) for one in found),
        "not_fitting": sum(not lint.fits(draft["length"]) for draft in drafts),
        "rules": dict(sorted(collections.Counter(finding["rule"] for one in found for finding in one).items())),
    }


def one_intent(cases: list[dict]) -> dict:
    """How much the first drafts vary for the intent that is read most often."""
    most = collections.Counter(case["intent"]["label"] for case in cases if case["drafts"]).most_common(1)[0][0]
    texts = [case["drafts"][0]["text"] for case in cases if case["drafts"] and case["intent"]["label"] == most][:ONE_INTENT]
    return {
        "intent": most,
        "drafts": len(texts),
        "different": len(set(texts)),
        "near_duplicates": words.near_duplicates(texts),
        "distinct_2": words.distinct(texts, 2),
        "distinct_3": words.distinct(texts, 3),
    }


def figures(shared: pathlib.Path, work: pathlib.Path) -> dict:
    """The counts of every set under all settings, and the variety."""
    tried, told = brands(work), {}
    for place, (name, rows) in enumerate(messages(shared).items()):
        for settings, options in tried.items():
            cases = triage(rows, f"every.{place}", work, *options)
            told[f"{name} / {settings}"] = counted(cases)
            if name.startswith("own messages, own") and not options:
                variety = one_intent(cases)
    return {"runs": told, "variety": variety}
