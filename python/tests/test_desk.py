"""Building a desk, what goes into `triage`, and batches."""

import _thread
import itertools
import json
import signal
import threading
from collections import UserDict
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from twoears import Desk, InputError, Message, ModelError, SettingsError, TwoEarsError

NOW = "2026-11-22T09:00:00Z"
TWICE = "Third time I write!! My card was charged twice."


def test_a_desk_needs_nothing(desk: Desk) -> None:
    assert desk.model.startswith("twoears")
    assert repr(desk) == f"Desk(model='{desk.model}')"


def test_settings_come_from_a_file_text_or_a_dict(tmp_path: Path) -> None:
    toml = "sign_off = 'Mia'\n[teams]\nbilling = 'Payments'\n"
    file = tmp_path / "brand.toml"
    file.write_text(toml)
    settings = {"sign_off": "Mia", "teams": {"billing": "Payments"}}
    desks = [Desk(brand=file), Desk(str(file)), Desk.from_toml(toml), Desk(brand=settings)]
    for desk in desks:
        assert desk.triage("I was charged twice for one order", now=NOW).team == "Payments"


@pytest.mark.parametrize(
    ("brand", "parts"),
    [
        ({"signoff": "Mia"}, ["brand", "signoff"]),
        ({"voice": "loud"}, ["voice", "warm"]),
        ({"targets": {"x": 0}}, ["targets.x"]),
        ({"name": {1, 2}}, ["brand", "set"]),
        ({"name": None}, ["brand"]),
        ("no/such/brand.toml", ["no/such/brand.toml"]),
    ],
)
def test_settings_that_cannot_be_used_are_named(brand: Any, parts: list[str]) -> None:
    with pytest.raises(SettingsError) as error:
        Desk(brand=brand)
    assert isinstance(error.value, TwoEarsError)
    assert all(part in str(error.value) for part in parts), error.value


def test_errors_in_files_name_the_file(tmp_path: Path) -> None:
    brand, heads, folder = tmp_path / "brand.toml", tmp_path / "my.heads", tmp_path / "kb"
    brand.write_text("name = 'a'\nsignoff = 'b'")
    with pytest.raises(SettingsError, match=r"brand\.toml.*line 2.*signoff"):
        Desk(brand)
    brand.write_bytes(b"name = '\xff'")
    with pytest.raises(SettingsError, match="not UTF-8"):
        Desk(brand)
    brand.write_bytes(b"#" * (1 << 20) + b"\n")
    with pytest.raises(SettingsError, match="more than 1048576 bytes"):
        Desk(brand)
    with pytest.raises(SettingsError, match="line 2"):
        Desk.from_toml("name = 'a'\nsignoff = 'b'")
    with pytest.raises(ModelError, match=r"my\.heads"):
        Desk(heads=heads)
    heads.write_bytes(b"nothing of the kind")
    with pytest.raises(ModelError, match=r"my\.heads: model"):
        Desk(heads=heads)
    with pytest.raises(SettingsError, match="kb"):
        Desk(knowledge=folder)
    folder.mkdir()
    (folder / "wifi.md").write_text("+++\nlinks = 3\n+++\n# Wifi?\nYes.\n")
    with pytest.raises(SettingsError, match=r"wifi\.md.*line 2"):
        Desk(knowledge=folder)


def test_a_text_a_mapping_and_a_message_say_the_same(desk: Desk) -> None:
    said = {"id": 7, "channel": "twitter", "author": {"handle": "ktmink", "followers": 12_000, "vip": True}}
    want = desk.triage({"text": TWICE, **said}, now=NOW).to_dict()
    assert want["id"] == "7"
    flat = {"id": "7", "channel": "x", "handle": "ktmink", "followers": 12_000, "vip": True}
    assert desk.triage(TWICE, now=NOW, **flat).to_dict() == want  # type: ignore[arg-type]
    assert desk.triage(Message(TWICE, **flat), now=NOW).to_dict() == want  # type: ignore[arg-type]
    assert desk.triage(UserDict({"text": TWICE, **said}), now=NOW).to_dict() == want
    assert desk.triage({"text": TWICE, "channel": "email"}, now=NOW, **flat).to_dict() == want  # type: ignore[arg-type]


def test_keywords_go_over_an_author() -> None:
    assert Message("hi", author="ann", followers=3).author == {
        "id": None,
        "name": None,
        "handle": "ann",
        "followers": 3,
        "vip": False,
        "verified": None,
        "first_seen": None,
        "kind": "unknown",
    }
    author = Message("hi", author={"id": 9, "name": "Ann Lee", "vip": True}, name="Ann", vip=False).author
    assert (author["id"], author["name"], author["vip"]) == ("9", "Ann", False)


def test_a_message_shows_what_it_was_given() -> None:
    early = datetime(2026, 11, 22, 10, 0, 0, 250, tzinfo=timezone(timedelta(hours=1)))
    turns: list[dict[str, Any]] = [{"from": "customer", "text": "one", "sent_at": early}]
    turns.append({"from": "agent", "text": "two"})
    message = Message("Größe?", id="a", channel="mail", visibility="private", sent_at=early, thread=turns)
    assert (message.id, message.text, message.channel) == ("a", "Größe?", "email")
    assert message.visibility == "private"
    assert message.sent_at == early
    assert message.thread == (("customer", "one"), ("organisation", "two"))
    assert Message("hi", sent_at=1_763_800_000).sent_at == Message("hi", sent_at="2025-11-22T08:26:40Z").sent_at
    assert "Größe" not in repr(message)


def test_time_is_an_argument(desk: Desk) -> None:
    now = datetime(2026, 11, 22, 9, tzinfo=timezone.utc)
    by_text = desk.triage(TWICE, now=NOW).respond_by
    assert by_text == desk.triage(TWICE, now=now).respond_by
    assert by_text is not None
    assert now < by_text < now + timedelta(days=1)
    assert by_text.tzinfo is timezone.utc
    late = desk.triage(TWICE).respond_by
    assert late is not None
    assert abs(late - datetime.now(timezone.utc) - (by_text - now)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("message", "keywords", "part"),
    [
        (5, {}, "not `int`"),
        (b"secret", {}, "not `bytes`"),
        (None, {}, "not `NoneType`"),
        ({"txt": "secret"}, {}, "`text` is missing"),
        ({"text": None}, {}, "`text` must be text, not null"),
        ({"text": "a", "channel": {"secret"}}, {}, "`channel` holds a `set`"),
        ({"text": "a", "author": {"followers": "secret"}}, {}, "author.followers"),
        ({"text": "a", "author": {"name": {"a": "secret"}}}, {}, "`author.name` must be text, not an object"),
        ({"text": "a", "author": ["secret"]}, {}, "`author` must be an object, not a list"),
        ({"text": "a", "thread": ["secret"]}, {}, "a list of objects"),
        ({"text": "a", "thread": "secret"}, {}, "`thread` must be a list"),
        ({"text": "a", "thread": {"from": "customer"}}, {}, "`thread` must be a list"),
        ("a", {"visibility": "secret"}, "visibility"),
        ("a", {"followers": -1}, "author.followers"),
        ("a", {"followers": 1 << 70, "id": 1 << 70}, "`id`"),
        ("a", {"vip": "secret"}, "author.vip"),
        ("a", {"sent_at": "yesterday"}, "`sent_at` is no time"),
        ("a", {"sent_at": datetime(2026, 1, 1)}, "`sent_at` has no time zone"),
        ("a", {"sent_at": "-000044-03-15T12:00:00Z"}, "before the year 1"),
        ("a", {"now": datetime(2026, 1, 1)}, "`now` has no time zone"),
        ("a", {"now": "soon"}, "`now` is no time"),
        ("a", {"now": 3}, "`now` must be a datetime or text, not `int`"),
        ("a", {"now": "-000044-03-15T12:00:00Z"}, "before the year 1"),
        (Message("a"), {"channel": "x"}, "a `Message` is whole"),
    ],
)
def test_errors_name_the_key_and_not_the_value(desk: Desk, message: Any, keywords: Any, part: str) -> None:
    with pytest.raises(InputError) as error:
        desk.triage(message, **keywords)
    assert isinstance(error.value, ValueError)
    assert part in str(error.value)
    assert "secret" not in str(error.value)


def test_what_is_not_read_may_hold_anything(desk: Desk) -> None:
    message: dict[Any, Any] = {"text": "hi", "raw": object(), "author": {"name": None, "raw": object()}, 5: {1}}
    assert desk.triage(message).id == ""


def test_no_such_keyword(desk: Desk) -> None:
    with pytest.raises(TypeError, match="chanel"):
        desk.triage("hi", chanel="x")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Desk(brand=5)  # type: ignore[arg-type]


class Scalar:
    """As pyarrow wraps the items of a column."""

    def __init__(self, value: object) -> None:
        self.value = value

    def as_py(self) -> object:
        return self.value


def test_a_batch_keeps_order_and_gaps(desk: Desk) -> None:
    items: list[Any] = ["one", None, {"text": TWICE, "id": "2"}, float("nan"), Message("hi", id="4"), Scalar("five")]
    items += [Scalar(None), Scalar({"text": "seven", "id": Scalar("7"), "author": Scalar({"followers": Scalar(1)})})]
    cases = desk.triage_batch(items, now=NOW)
    assert [None if case is None else case.id for case in cases] == ["", None, "2", None, "4", "", None, "7"]
    assert desk.triage_batch([]) == []
    assert desk.triage_batch(iter(())) == []


def test_a_batch_says_the_same_on_any_number_of_threads(desk: Desk, root: Path) -> None:
    lines = (root / "examples/inbox.jsonl").read_text().splitlines()
    messages = [json.loads(line) for line in lines] * 100
    want = [desk.triage(message, now=NOW).to_json() for message in messages[: len(lines)]] * 100
    for threads in (1, 2, 7, 256, None):
        cases = desk.triage_batch(messages, now=NOW, threads=threads, drafts=threads == 2)
        assert [case.to_json() for case in cases if case] == want


def test_a_batch_is_longer_than_a_block(desk: Desk) -> None:
    cases = desk.triage_batch(({"text": "hi", "id": number} for number in range(10_000)), now=NOW)
    assert [case.id for case in cases if case] == [str(number) for number in range(10_000)]


@pytest.mark.parametrize("threads", [0, -1, 257])
def test_threads_have_bounds(desk: Desk, threads: int) -> None:
    with pytest.raises(InputError, match="from 1 to 256"):
        desk.triage_batch(["hi"], threads=threads)


def test_a_batch_names_the_item_that_cannot_be_read(desk: Desk) -> None:
    with pytest.raises(InputError, match="^message 5001: `text` is missing$"):
        desk.triage_batch(["hi"] * 5001 + [{"txt": "secret"}])
    for one in ("one text", {"text": "one message"}):
        with pytest.raises(InputError, match="not one message"):
            desk.triage_batch(one)
    with pytest.raises(TypeError):
        desk.triage_batch(5)  # type: ignore[arg-type]

    def broken() -> Iterator[str]:
        yield "hi"
        raise OSError("the file is gone")

    with pytest.raises(OSError, match="the file is gone"):
        desk.triage_batch(broken())


def test_an_interrupt_stops_a_batch(desk: Desk) -> None:
    # What a shell starts in the background ignores interrupts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    timer = threading.Timer(0.3, _thread.interrupt_main)
    timer.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            desk.triage_batch(itertools.repeat("where is my parcel", 50_000_000))
    finally:
        timer.join()
        signal.signal(signal.SIGINT, before)


def test_other_threads_go_on_during_a_batch(desk: Desk) -> None:
    done = threading.Event()
    ticks = itertools.count()

    def tick() -> None:
        while not done.wait(0.001):
            next(ticks)

    ticker = threading.Thread(target=tick)
    ticker.start()
    desk.triage_batch([TWICE * 20] * 4000, drafts=True, threads=1)
    done.set()
    ticker.join()
    assert next(ticks) >= 10


def test_one_desk_serves_many_threads(desk: Desk) -> None:
    want = desk.triage(TWICE, now=NOW).to_json()
    got: list[str] = []

    def work() -> None:
        case = desk.triage(TWICE, now=NOW)
        got.extend(case.to_json() for _ in range(20))

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert got == [want] * 160


def test_explanations_point_at_words(desk: Desk) -> None:
    text = "Größe: my card was charged twice"
    explanations = desk.explain(text)
    questions = [explanation.question for explanation in explanations]
    assert questions == ["intent", "urgency", "sentiment", "private", "escalate", "needs_reply"]
    for explanation in explanations:
        assert 0 <= explanation.probability <= 1
        sizes = [abs(weight.weight) for weight in explanation.weights]
        assert sizes == sorted(sizes, reverse=True)
    words = {text[weight.start : weight.end] for weight in explanations[0].weights if weight.signal is None}
    assert "charged" in words
    assert [e.to for e in [desk.triage(text).escalate] if e] == []
    assert len(desk.explain(Message(text))) == len(desk.explain({"text": text})) == 6
