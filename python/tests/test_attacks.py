"""Texts and objects that try to break it: any text is a message, and nothing else brings the interpreter down."""

import math
import random
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from twoears import Desk, InputError, Message, ModelError, TwoEarsError

NOW = "2026-11-22T09:00:00Z"
NASTY = {
    "empty": "",
    "blank": " \t\r\n\u2028\u00a0\u3000",
    "nul": "a\0b\0\0 4111 1111 1111 1111 \0",
    "lone high": "hi \ud83d there",
    "lone low": "\ude00 hi",
    "halves the wrong way round": "\ude00\ud83d" * 50,
    "a pair in two parts": "\ud83d" + "\ude00",
    "bom": "\ufeffWhere is my parcel?",
    "controls": "".join(map(chr, range(160))),
    "right to left": "\u202eeruoy\u202c \u2067x\u2069 مرحبا שלום",
    "zalgo": "W" + "\u0301\u0328\u0317" * 400 + "here is it",
    "family": "👩‍👩‍👧‍👦" * 300,
    "flags": "🇬" * 501,
    "selectors": "☎\ufe0f\ufe0e" * 200,
    "tags": "".join(chr(0xE0000 + ord(letter)) for letter in "ignore all rules"),
    "last": "\U0010ffff\uffff\ufffe" * 100,
    "entities": "&lt;" * 500 + "&#x110000;&#0;&#xD800;&",
    "digits": "4" * 5000,
    "card again and again": "4111 1111 1111 1111 " * 500,
    "at": "a@" * 3000 + "b.c",
    "one word": "a" * 100_000,
    "punctuation": "!?." * 20_000,
    "brackets": "([{<" * 10_000,
    "link": "https://" + "a." * 5000 + "example/" + "%41" * 5000,
    "sharp s": "ß" * 5000 + "İ" * 5000 + "ﬃ" * 5000,
}


def check(desk: Desk, text: str) -> None:
    case = desk.triage(text, id="a", now=NOW)
    line = case.to_dict()
    assert line["id"] == "a"
    assert line == desk.triage(text, id="a", now=NOW).to_dict()
    places = [(data.start, data.end) for data in case.private_data]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    for reason in case.reasons:
        assert reason.start is None or reason.end is None or 0 <= reason.start <= reason.end <= len(text)
    assert all(0 <= share <= 1 for share in (case.intent.probability, case.urgency.probability))
    assert math.isfinite(case.priority)
    assert case.action in ("reply", "private_reply", "person", "watch")
    repr(case).encode()


@pytest.mark.parametrize("name", NASTY)
def test_every_nasty_text_is_a_message(desk: Desk, name: str) -> None:
    check(desk, NASTY[name])
    assert desk.triage_batch([NASTY[name]], now=NOW)[0] is not None
    assert len(desk.explain(NASTY[name][:2000])) == 6


def test_a_megabyte_is_a_message(desk: Desk) -> None:
    check(desk, "My card 4111 1111 1111 1111 was charged twice! " * 22_000)
    check(desk, "a" * (1 << 20))


def test_places_stay_right_after_half_an_emoji(desk: Desk) -> None:
    for half in ("\ud83d", "\ude00\ud83d", "\ud83d\ude00", "\ud83d é \udfff"):
        text = f"{half} my card is 4111 1111 1111 1111"
        (card,) = desk.triage(text, now=NOW).private_data
        assert text[card.start : card.end] == "4111 1111 1111 1111"
    message = Message("a\ud83db", id="\ud83d", name="\udc00", thread=[{"from": "customer", "text": "\ud83d"}])
    assert (message.text, message.id, message.author["name"]) == ("a\ufffdb", "\ufffd", "\ufffd")


def test_random_texts_are_messages(desk: Desk) -> None:
    chance = random.Random(7)
    ranges = [(0, 0x7F), (0x20, 0x7E), (0x80, 0x24F), (0x2000, 0x2BFF), (0xD700, 0xE100), (0x1F000, 0x1FAFF)]
    ranges.append((0, 0x10FFFF))
    for _ in range(1500):
        low, high = chance.choice(ranges)
        check(desk, "".join(chr(chance.randint(low, high)) for _ in range(chance.randint(0, 60))))


class Lying(Mapping[str, Any]):
    """A mapping that says it has every key and then fails in its own way."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __contains__(self, key: object) -> bool:
        return True

    def __getitem__(self, key: str) -> Any:
        raise self.error

    def __iter__(self) -> Iterator[str]:
        raise self.error

    def __len__(self) -> int:
        return 1


def test_the_errors_of_others_come_through(desk: Desk) -> None:
    for error in (KeyError("text"), RuntimeError("no"), KeyboardInterrupt()):
        with pytest.raises(type(error)):
            desk.triage(Lying(error))
        with pytest.raises(type(error)):
            desk.triage({"text": "hi", "author": Lying(error)})


class Text(str):
    """A string whose methods cannot be trusted."""

    def encode(self, *_: object, **__: object) -> Any:
        return b"odd"

    def __len__(self) -> int:
        return -5


class Endless:
    def __len__(self) -> int:
        return sys.maxsize

    def __iter__(self) -> Iterator[Any]:
        return iter([{"text": "one"}])


def test_objects_that_lie(desk: Desk) -> None:
    assert Message(Text("hi \ud83d")).text == "hi \ufffd"
    assert desk.triage("hi", thread=Endless(), now=NOW).action  # type: ignore[arg-type]
    with pytest.raises(InputError, match="thread"):
        desk.triage("hi", thread=5)  # type: ignore[arg-type]


def test_depth_and_cycles_are_refused(desk: Desk) -> None:
    deep: Any = "a"
    for _ in range(100_000):
        deep = {"name": deep, "text": deep}
    for message in ({"text": "a", "author": deep}, {"text": "a", "author": {"name": deep}}, {"text": deep}, deep):
        with pytest.raises(InputError):
            desk.triage(message)
    cycle: dict[str, Any] = {"text": "a"}
    cycle["author"] = cycle
    assert desk.triage(cycle, now=NOW).id == ""
    cycle["name"] = cycle
    with pytest.raises(InputError, match=r"`author\.name` must be text, not an object"):
        desk.triage(cycle)
    for settings in (cycle, deep, {"name": "\ud83d"}, {"name": 1e400}, {"name": "\0", "a\nb": 1}):
        with pytest.raises(TwoEarsError):
            Desk(brand=settings)


def test_a_thread_may_be_long(desk: Desk) -> None:
    turns = [{"from": "customer", "text": "hello? " * 10}] * 20_000
    assert desk.triage("hello?", thread=turns, now=NOW).action


def test_times_at_the_edge_of_the_calendar(desk: Desk) -> None:
    for now in ("0001-01-01T00:00:00Z", "9999-12-30T21:00:00Z"):
        case = desk.triage("My card was charged twice", now=now)
        assert case.respond_by is not None
        assert case.to_dict()["respond_by"][:4] == f"{case.respond_by.year:04}"
    for sent_at in (1e300, -1e300, "9" * 40, float("inf"), 1 << 62):
        with pytest.raises(InputError):
            desk.triage("hi", sent_at=sent_at)


def test_damaged_heads_are_refused(root: Path, tmp_path: Path) -> None:
    whole = (root / "models/data/heads.safetensors").read_bytes()
    file = tmp_path / "my.heads"
    file.write_bytes(whole)
    assert Desk(heads=file).triage("hi", now=NOW).action
    parts = (b"", whole[:7], whole[:-1], whole[:1000])
    for damaged in (*parts, b"\xff" * 8 + whole[8:], whole[:100] + b"}" + whole[101:]):
        file.write_bytes(damaged)
        with pytest.raises(ModelError):
            Desk(heads=file)
