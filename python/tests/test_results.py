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
from twoears import Case, Desk, InputError, Reason, Scored

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


def test_clocks_and_a_holding_reply(desk: Desk) -> None:
    case = desk.triage("My parcel is late, where is it?", channel="email", sent_at="2026-11-23T00:00:00Z", now=NOW)
    first, resolution = case.clocks.first_response, case.clocks.resolution
    assert first is not None and resolution is not None and case.hold_by is not None
    assert first.due_at == case.respond_by and resolution.due_at == case.resolve_by
    assert first.met_at is None and not first.assumed and resolution.paused_s == 0
    assert case.hold_by.isoformat() <= "2026-11-23T09:00:00+00:00"
    assert case.drafts[-1].form == "holding" and case.drafts[-1].promise is not None
    early = desk.triage("My parcel is late, where is it?", channel="email", sent_at=NOW, now=NOW)
    assert all(draft.form != "holding" for draft in early.drafts)
    assert early.clocks != case.clocks and "2026-11-23" in repr(case.clocks)
    idle = desk.triage("Thanks, all sorted!", now=NOW)
    assert idle.clocks.first_response is None and idle.resolve_by is None and idle.hold_by is None


def test_what_was_before(desk: Desk) -> None:
    owed = {"owner": "Mia", "action": "ring back", "made_at": "2026-11-20T09:00:00Z", "due": "2026-11-22T09:00:00Z"}
    case = desk.triage(
        "Größe? Third time I'm asking, where is my parcel?",
        id="m2",
        thread=[{"id": "m1", "from": "customer", "text": "Hello?", "sent_at": "2026-11-22T08:00:00Z"}],
        contact={"promises": [owed], "past": [{"channel": "email", "complaint": True, "at": "2026-11-21T08:00:00Z"}]},
        now=NOW,
    )
    history = case.history
    assert (history.since_answer, history.counted, history.complaints, history.answer) == (2, 3, 1, None)
    assert history.declared is not None and history.declared.times == 3 and not history.disagrees
    assert case.to_dict()["history"]["declared"] == plain(history.declared)
    assert history.waiting_since is not None and history.waiting_since.isoformat() == "2026-11-22T08:00:00+00:00"
    (promise,) = history.promises
    assert (promise.owner, promise.state, promise.thread_id) == ("Mia", "broken", None)
    assert history.channels == ("email",) and len(history.says()) >= 3
    for thing in (history, promise):
        assert "Mia" not in repr(thing) and "ring" not in repr(thing)
    assert desk.triage("Thanks!", now=NOW).history.complaints is None


def test_is_a_draft_still_good(desk: Desk) -> None:
    case = desk.triage("Where is it?", id="7", thread=[{"from": "agent", "text": "Hi", "id": "6"}], now=NOW)
    turns: list[dict[str, Any]] = [{"from": "agent", "text": "Hi", "id": "6"}, {"text": "Where is it?", "id": "7"}]
    again = twoears.Basis(case.to_dict()["basis"])
    assert again == case.basis and (again.turns, again.message.id, again.last) == (1, "7", again.answer)
    assert again.is_stale(turns) is None
    assert again.is_stale([*turns, {"text": "Found it!", "id": "8"}]) == "customer_wrote"
    assert again.is_stale([*turns, {"from": "agent", "text": "Hi", "id": "8"}]) == "answered"
    assert again.is_stale([{"text": "Hi", "id": "1"}]) == "unknown_thread"
    for wrong in ({"turns": "secret"}, {"message": {"at": "secret"}}, {"turns": {1}}):
        with pytest.raises(InputError, match="basis") as error:
            twoears.Basis(wrong)
        assert "secret" not in str(error.value)
    with pytest.raises(InputError, match="`thread` must be a list"):
        again.is_stale("secret")  # type: ignore[arg-type]


def test_why_and_how_soon(desk: Desk) -> None:
    case = desk.triage("Third time I write!! My card was charged twice.", channel="x", now=NOW)
    assert sum(part.points for part in case.priority_parts) == pytest.approx(case.priority, abs=0.06)
    assert all(0 <= part.points <= part.most for part in case.priority_parts)
    assert case.attention.label == "reply" and case.attention.says()
    note = desk.triage("Assigned to Ann", direction="system", now=NOW)
    assert (note.action, note.attention.reason) == ("ignore", "reply.system")
    assert case.attention != note.attention
    held = case.holding()
    assert [draft.form for draft in held] == ["holding"] * len(held) != []


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
    for name in twoears.__all__:
        if name in ("PLATFORMS", "__version__"):
            continue
        assert getattr(twoears, name).__doc__
        assert getattr(twoears, name).__module__ in ("twoears", "twoears.errors")


def test_the_first_example_is_true() -> None:
    assert doctest.testmod(twoears).failed == 0
