"""The JSON line keeps its contract: `docs/triage.schema.json`."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from twoears import Desk

NOW = "2026-11-23T09:00:00Z"
ODD: list[Any] = ["", "\0", "\ud83d", "Können Sie mir helfen?", "4111 1111 1111 1111", "?" * 1000]
ODD.append("I will kill myself")


@pytest.fixture(scope="module")
def validator(root: Path) -> Draft202012Validator:
    schema = json.loads((root / "docs/triage.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("drafts", [True, False])
@pytest.mark.parametrize("who", ["desk", "larkway"])
def test_every_line_validates(
    validator: Draft202012Validator, root: Path, request: pytest.FixtureRequest, who: str, drafts: bool
) -> None:
    desk: Desk = request.getfixturevalue(who)
    messages = [json.loads(line) for line in (root / "examples/inbox.jsonl").read_text().splitlines()]
    for channel in ("x", "sms", "email", "mastodon", "bluesky", "youtube", "linkedin", "nowhere"):
        messages += [{"text": text, "channel": channel} for text in ODD]
    for case in desk.triage_batch(messages, now=NOW):
        assert case is not None
        errors = validator.iter_errors(case.to_dict(drafts=drafts))
        problems = [f"{error.json_path}: {error.message}" for error in errors]
        assert not problems


def test_the_schema_refuses_what_is_not_in_it(validator: Draft202012Validator, desk: Desk) -> None:
    line = desk.triage("hi", now=NOW).to_dict()
    for key in line:
        assert not validator.is_valid({name: value for name, value in line.items() if name != key}), key
    assert not validator.is_valid(line | {"another": 1})
    assert not validator.is_valid(line | {"priority": 101})
