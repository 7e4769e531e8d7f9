"""Replies that a person or another program wrote, and what may be offered."""

from typing import Any

import pytest
from twoears import Desk, InputError, Lint

NOW = "2026-11-23T09:00:00Z"


def rules(findings: tuple[Lint, ...]) -> set[str]:
    return {finding.rule for finding in findings}


def test_a_bare_redirect_is_seen_where_it_stands() -> None:
    case = Desk().triage("My phone won't charge", channel="x", now=NOW)
    reply = "Sorry about that 👍. Please call us!!!"
    findings = case.lint(reply)
    away = next(finding for finding in findings if finding.rule == "reply.redirect")
    assert away.severity == "error"
    assert reply[away.start : away.end] == "Please call"
    loud = next(finding for finding in findings if finding.rule == "reply.shouting")
    assert loud.fix is not None
    start, end, text = loud.fix
    assert reply[:start] + text + reply[end:] == "Sorry about that 👍. Please call us."


def test_who_reads_it_counts() -> None:
    case = Desk().triage("Where is my parcel?", channel="facebook", now=NOW)
    reply = "What is your full name and address?"
    assert "reply.asks_private" in rules(case.lint(reply))
    assert "reply.asks_private" not in rules(case.lint(reply, audience="private"))


def test_settings_switch_a_rule() -> None:
    reply = "We apologise for any inconvenience with your train."
    loud = Desk(brand={"lint": {"reply.cliche": "error"}}).triage("my train", now=NOW).lint(reply)
    assert [finding.severity for finding in loud if finding.rule == "reply.cliche"] == ["error"]
    quiet = Desk(brand={"lint": {"reply.cliche": "off"}}).triage("my train", now=NOW).lint(reply)
    assert "reply.cliche" not in rules(quiet)


@pytest.mark.parametrize(
    "wrong", [{"audience": "all"}, {"due": "soon"}, {"due": 3}], ids=["audience", "due", "due-number"]
)
def test_wrong_arguments_are_named(wrong: dict[str, Any]) -> None:
    case = Desk().triage("hi", now=NOW)
    with pytest.raises(InputError, match=next(iter(wrong))):
        case.lint("hello", **wrong)


def test_offers_are_proposed_where_they_fit() -> None:
    offer = {"name": "credit", "says": "up to 20 EUR of credit", "intents": ["service"], "unhappy": True}
    desk = Desk(brand={"offers": [offer]})
    late = desk.triage("My train was two hours late and I missed my exam, terrible!", now=NOW)
    assert [(offer.name, offer.says) for offer in late.offers] == [("credit", "up to 20 EUR of credit")]
    assert all("20" not in draft.text for draft in late.drafts)
    assert desk.triage("What time does the station open?", now=NOW).offers == ()
