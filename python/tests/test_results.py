"""What comes out: attributes, the JSON line, and what is never shown."""

import doctest
import importlib.metadata
import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import twoears
from twoears import Case, Desk, Reason, Scored

NOW = "2026-11-23T09:00:00Z"


def inbox(root: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (root / "examples/inbox.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def cases(larkway: Desk, root: Path) -> list[Case]:
    cases = larkway.triage_batch(inbox(root), now=NOW)
    return [case for case in cases if case is not None]


def plain(thing: Any) -> Any:
    """The public attributes of a result, as the JSON line would hold them."""
    if isinstance(thing, tuple):
        return [plain(item) for item in thing]
    if isinstance(thing, twoears.Draft):
        length = {"used": thing.length, "limit": thing.limit, "unit": thing.unit}
        rest = ("audience", "form", "sendable", "text", "lint", "source", "promise", "note")
        return {"length": length, **{name: plain(getattr(thing, name)) for name in rest}}
    if type(thing).__module__ == "twoears":
        names = [name for name in dir(thing) if not name.startswith(("_", "to_"))]
        values = {name: getattr(thing, name) for name in names}
        return {name: plain(value) for name, value in values.items() if not callable(value)}
    if isinstance(thing, datetime):
        return thing.isoformat().replace("+00:00", "Z")
    return thing


def test_attributes_and_the_json_line_are_one(cases: list[Case]) -> None:
    for case in cases:
        line = json.loads(case.to_json())
        assert case.to_dict() == line
        # The line names heads of one's own only when there are any.
        # In the line the brief is part of the notes.
        assert plain(case) == {"custom": {}, "brief": line["notes"][len(line["notes"]) - len(case.brief) :], **line}
        assert list(case.to_dict()) == list(line)


def test_the_examples_show_every_kind_of_result(cases: list[Case]) -> None:
    assert {case.action for case in cases} == {"reply", "private_reply", "person", "watch"}
    assert any(case.escalate for case in cases)
    assert any(case.private_data for case in cases)
    assert any(case.drafts for case in cases)
    assert any(case.notes for case in cases)
    assert any(draft.source for case in cases for draft in case.drafts)


def test_drafts_are_written_when_asked_for(larkway: Desk) -> None:
    case = larkway.triage("My parcel is late, where is it?", channel="x", now=NOW)
    without = case.to_dict(drafts=False)
    assert without["drafts"] == without["notes"] == []
    assert case.to_dict()["drafts"] != []
    assert case.to_dict(drafts=False) == without == json.loads(case.to_json(drafts=False))
    assert [draft.form for draft in case.drafts] == sorted(draft.form for draft in case.drafts)
    assert case.drafts[0].form == "full"
    for draft in case.drafts:
        assert 0 < draft.length <= draft.limit
        assert draft.lint == ()


def test_places_count_code_points(desk: Desk) -> None:
    text = "Größe 👩‍👩‍👧 \N{COMBINING ACUTE ACCENT}: my card 4111 1111 1111 1111 was charged"
    (card,) = desk.triage(text, now=NOW).private_data
    assert card.kind == "card"
    assert text[card.start : card.end] == "4111 1111 1111 1111"


def test_results_are_frozen_and_compare(desk: Desk) -> None:
    case, again = (desk.triage("My card was charged twice", now=NOW) for _ in range(2))
    assert case.urgency == again.urgency
    assert case.urgency != desk.triage("Thanks, lovely!", now=NOW).urgency
    assert case.urgency != "high"
    assert (case.intent, case.route, case.sentiment) == (again.intent, again.route, again.sentiment)
    assert case.reasons == again.reasons
    for thing in (case, case.urgency, case.intent):
        with pytest.raises(AttributeError):
            thing.label = "low"  # type: ignore[misc,union-attr]
        with pytest.raises(AttributeError):
            thing.other = 1  # type: ignore[union-attr]
    for kind in (Case, Scored, Reason):
        with pytest.raises(TypeError):
            kind()


def test_no_repr_shows_what_a_customer_wrote(larkway: Desk) -> None:
    text = "Zanzibar! Is there wifi on board? My card 4111 1111 1111 1111, zed@zanzibar.example"
    case = larkway.triage(text, name="Zed Zanzibar", handle="zanzibar", channel="x", id="it's 7", now=NOW)
    shown = [repr(case), repr(larkway), repr(twoears.Message(text, handle="zanzibar"))]
    for name in ("language", "intent", "urgency", "sentiment", "route", "escalate"):
        shown.append(repr(getattr(case, name)))
    for name in ("private_data", "reasons", "drafts"):
        shown.extend(repr(thing) for thing in getattr(case, name))
    shown.extend(repr(thing) for thing in larkway.explain(text))
    shown.extend(repr(weight) for thing in larkway.explain(text) for weight in thing.weights)
    for line in shown:
        assert "anzibar" not in line and "4111" not in line, line
    assert shown[0].startswith('Case(id="it\'s 7", intent=\'')
    assert re.fullmatch(r"Scored\(label='\w+', probability=[01]\.\d{1,4}\)", repr(case.urgency))
    start = text.index("4111")
    assert f"PrivateData(kind='card', start={start}, end={start + 19})" in shown


def test_the_package_says_what_it_is(root: Path) -> None:
    assert sorted(twoears.__all__) == twoears.__all__
    assert all(hasattr(twoears, name) for name in twoears.__all__)
    (version,) = re.findall(r'^version = "(.+)"$', (root / "Cargo.toml").read_text(), re.M)
    assert twoears.__version__ == importlib.metadata.version("twoears") == version
    files = {file.name: file for file in importlib.metadata.files("twoears") or []}
    assert "py.typed" in files
    for name in ("LICENSE-APACHE", "LICENSE-MIT", "NOTICE"):
        assert files[name].read_text() == (root / name).read_text()
    for name in twoears.__all__[:-1]:
        assert getattr(twoears, name).__doc__
        assert getattr(twoears, name).__module__ in ("twoears", "twoears.errors")


def test_the_first_example_is_true() -> None:
    assert doctest.testmod(twoears).failed == 0
