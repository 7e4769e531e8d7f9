"""Redacting: pseudonyms in, values back for private eyes alone."""

import copy
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import twoears
from twoears import Desk, InputError, RestoreError

NOW = "2026-11-23T09:00:00Z"
CARD = "4111 1111 1111 1111"


def test_one_value_has_one_pseudonym(desk: Desk) -> None:
    redacted = desk.redact(
        {
            "text": f"my card {CARD} again 👩‍👩‍👧",
            "author": {"name": "Ann Lee", "handle": "annlee", "followers": 3},
            "thread": [{"from": "customer", "text": "it was 4111-1111-1111-1111"}],
        }
    )
    assert redacted.text == str(redacted) == redacted.message.text == "my card <card-1> again 👩‍👩‍👧"
    assert redacted.message.thread == (("customer", "it was <card-1>"),)
    assert redacted.message.author["name"] == "<name-1>"
    assert redacted.message.author["handle"] == "<account-1>"
    assert redacted.message.author["followers"] == 3
    assert redacted.pseudonyms == ("<card-1>", "<name-1>", "<account-1>")
    assert desk.triage(redacted.message, now=NOW).private_data == ()


@pytest.mark.parametrize("text", ["", "no value", f"<card-1> {CARD} \r\n\ufeff{CARD}", f"{CARD}, ring +44 7700 900123"])
def test_what_was_redacted_comes_back(desk: Desk, text: str) -> None:
    redacted = desk.redact(text)
    assert CARD not in redacted.text
    assert redacted.restore(redacted.text, audience="private") == text


def test_values_come_back_for_private_eyes_alone(desk: Desk) -> None:
    message = {"text": "Please ring me on +44 7700 900123, I was charged twice", "channel": "x"}
    redacted = desk.redact(message)
    drafts = {draft.audience: draft for draft in desk.triage(message, now=NOW).drafts}
    assert redacted.restore(drafts["private"]) == drafts["private"].text
    with pytest.raises(RestoreError, match="public"):
        redacted.restore(drafts["public"])
    with pytest.raises(RestoreError):
        redacted.restore("We ring <phone-1>.")
    with pytest.raises(RestoreError):
        redacted.restore("We ring <phone-1>.", audience="public")
    assert redacted.restore("We ring <phone-1>, <phone-2>.", audience="private") == (
        "We ring +44 7700 900123, <phone-2>."
    )
    wrong: Any = "all"
    with pytest.raises(InputError, match="neither"):
        redacted.restore("x", audience=wrong)
    with pytest.raises(InputError, match="knows its audience"):
        redacted.restore(drafts["private"], audience="private")
    with pytest.raises(InputError, match="`text` is missing"):
        desk.redact({"txt": "secret"})


def test_no_value_is_shown_or_copied_out(desk: Desk) -> None:
    redacted = desk.redact({"text": f"it is {CARD}", "author": {"name": "Ann Lee"}})
    shown = f"{redacted!r} {redacted} {redacted.message!r} {redacted.pseudonyms} {dir(redacted)}"
    for value in ("4111", "1111", "Ann", "Lee"):
        assert value not in shown
    for way in (pickle.dumps, copy.deepcopy, json.dumps):
        with pytest.raises(TypeError) as error:
            way(redacted)
        assert "4111" not in str(error.value)


def test_settings_count(tmp_path: Path) -> None:
    own = {"name": "locker", "pattern": "[A-Z]{3}-[0-9]{4}", "kind": "account"}
    desk = Desk(brand={"own_contacts": ["+44 20 7946 0000"], "private": [own]})
    assert desk.redact("I rang 020 7946 0000 about QRT-4821").text == "I rang 020 7946 0000 about <account-1>"
    case = desk.triage("locker QRT-4821 jams", now=NOW)
    assert [reason.rule for reason in case.reasons if reason.rule.startswith("private")] == ["private.own.locker"]
    with pytest.raises(twoears.SettingsError, match="pattern.*unclosed") as error:
        Desk(brand={"private": [{**own, "pattern": "[secret"}]})
    assert "secret" not in str(error.value)
