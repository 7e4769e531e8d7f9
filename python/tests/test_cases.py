"""The behaviour cases that Rust and Python share: `tests/cases/*.jsonl`. DESIGN.md and the Rust runner say the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from twoears import Case, Desk

CASES = Path(__file__).resolve().parents[2] / "tests/cases"


def rows() -> list[dict[str, Any]]:
    files = sorted(CASES.glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text().splitlines() if line.strip()]


def known_misses() -> set[str]:
    """Cases that are known to fail; they must go on failing, so that the list stays true."""
    lines = (CASES / "known_misses.txt").read_text().splitlines()
    return {line.strip() for line in lines if line.strip() and not line.strip().startswith("#")}


def answer(case: Case, key: str, text: str) -> Any:
    """What the case says to a key of `expect`."""
    match key:
        case "urgency" | "intent" | "sentiment" | "language" | "route":
            return getattr(case, key).label
        case "escalate":
            return case.escalate is not None
        case "matter":
            return case.escalate and case.escalate.matter
        case "needs_reply" | "action":
            return getattr(case, key)
        case "mechanism":
            return case.route.mechanism
        case "fallback":
            return case.route.fallback and case.route.fallback.route
        case "window":
            if (window := case.window) is None:
                return None
            return {"closes_at": window.closes_at.strftime("%Y-%m-%dT%H:%M:%SZ"), "then": window.then}
        case "drafts":
            drafts = [draft for draft in case.drafts if draft.form == "full"]
            fit = {draft.text: draft.length <= draft.limit and not draft.lint for draft in drafts}
            return [
                f"{draft.audience} {draft.limit} {draft.unit}{'' if fit[draft.text] else ' does not fit'}"
                for draft in drafts
            ]
        case "private_data":
            return [{"kind": data.kind, "text": text[data.start : data.end]} for data in case.private_data]
    raise KeyError(f"`{key}` is no key of `expect`")


def failures(case: Case, text: str, expect: dict[str, Any]) -> list[str]:
    fired = {reason.rule for reason in case.reasons}
    failed = []
    for key, want in expect.items():
        if key == "rules":
            failed += [f"{rule} did not fire, but {sorted(fired)}" for rule in want if rule not in fired]
        elif key == "not_rules":
            failed += [f"{rule} fired" for rule in want if rule in fired]
        elif key == "note":
            if want not in (case.route.note or ""):
                failed.append(f"note: {case.route.note} without {want}")
        else:
            got = answer(case, key, text)
            one_of = key not in ("private_data", "drafts") and isinstance(want, list) and got in want
            if got != want and not one_of:
                failed.append(f"{key}: {got}, not {want}")
    return failed


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["name"])
def test_every_case_does_what_it_says(desk: Desk, row: dict[str, Any]) -> None:
    case = desk.triage(row["message"], now=row["now"])
    failed = failures(case, row["message"]["text"], row["expect"])
    if row["name"] in known_misses():
        assert failed, f"{row['name']} passes: take it off known_misses.txt"
    else:
        assert not failed, f"{row['why']}: {'; '.join(failed)}"


def test_names_are_unique_and_misses_are_cases() -> None:
    names = [row["name"] for row in rows()]
    assert len(names) == len(set(names)) >= 200
    assert known_misses() <= set(names)
