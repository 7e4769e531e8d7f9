"""Payloads in, items and open cases out, and the request that answers."""

import json
import threading
from datetime import datetime, timezone
from typing import Any

import pytest

import twoears
from twoears import Desk, Inbox, InputError, Item, Message

NOW = "2026-11-23T09:00:00Z"
MAIL = b"From: Ann Lee <ann@example.com>\r\nSubject: Parcel\r\nMessage-ID: <1@example.com>\r\n\r\nWhere is it?\r\n"


def chatwoot(number: int, text: str, kind: str = "incoming", at: int = 1_795_421_157) -> dict[str, Any]:
    return {
        "event": "message_created",
        "id": number,
        "content": text,
        "message_type": kind,
        "created_at": at,
        "sender": {"id": 3, "name": "Ann Lee", "type": "contact"},
        "conversation": {"id": 12, "channel": "Channel::Sms"},
        "account": {"id": 1},
    }


def one(desk: Desk, payload: Any, platform: str = "chatwoot") -> Item:
    (item,) = desk.parse(platform, payload)
    return item


def test_a_payload_is_bytes_text_or_a_dict(desk: Desk) -> None:
    payload = chatwoot(7, "Größe? Where is my parcel?")
    text = json.dumps(payload, ensure_ascii=False)
    items = [one(desk, form) for form in (payload, text, text.encode(), bytearray(text.encode()))]
    items.append(one(desk, payload, "auto"))
    for item in items:
        assert item == items[0]
        assert (item.platform, item.event, item.direction, item.gaps) == ("chatwoot", "created", "in", ())
        assert (item.message.text, item.message.channel) == ("Größe? Where is my parcel?", "sms")
        assert (item.message.id, item.message.thread_id, item.message.author["name"]) == ("7", "12", "Ann Lee")
        assert item.address["conversation_id"] == "12"
    assert one(desk, MAIL, "auto").platform == one(desk, MAIL.decode(), "email").platform == "email"
    assert one(desk, chatwoot(8, "\ud83d hello")).message.text == "\ufffd hello"
    assert desk.parse("chatwoot", {"event": "conversation_opened"}) == []


def test_platforms_are_named() -> None:
    assert {"chatwoot", "email", "x", "json"} <= set(twoears.PLATFORMS)
    assert len(set(twoears.PLATFORMS)) == len(twoears.PLATFORMS)


@pytest.mark.parametrize(
    ("platform", "payload", "part"),
    [
        ("fax", "secret", "no such platform; known: chatwoot"),
        ("chatwoot", "secret", "not JSON"),
        ("chatwoot", b'{"event":"secret"}\xff{', "not JSON"),
        ("chatwoot", ["secret"], "not `list`"),
        ("chatwoot", None, "not `NoneType`"),
        ("chatwoot", {"secret": {1}}, "`payload` cannot be written as JSON"),
        ("auto", {"text": "secret"}, "name it"),
        ("email", b"secret", "header"),
        ("email", b" " * (9 << 20), "at most"),
        ("json", {"text": "secret", "sent_at": "-000044-03-15T12:00:00Z"}, "before the year 1"),
    ],
)
def test_what_cannot_be_read_is_an_input_error_without_its_words(
    desk: Desk, platform: str, payload: Any, part: str
) -> None:
    with pytest.raises(InputError) as error:
        desk.parse(platform, payload)
    assert part in str(error.value)
    assert "secret" not in str(error.value)


ODD: list[Any] = [b"", b"\xff\xfe", b"null", b"[[]]", b"{}", "\ud83d", "[" * 100_000, '{"data":' * 100_000, {}]
ODD += [{"text": "secret", "event": "message_created"}, {"object": "page", "entry": [{"changes": "secret"}]}, "a,b\nsecret"]
ODD += [{"platform": "secret", "payload": "secret"}, '{"platform":"email","payload":"From: secret"}', "secret: \r\n\r\n"]


@pytest.mark.parametrize("platform", [*twoears.PLATFORMS, "auto"])
def test_whatever_comes_is_read_or_refused(desk: Desk, platform: str) -> None:
    nested: dict[str, Any] = {}
    for _ in range(100_000):
        nested = {"data": nested}
    for payload in [*ODD, nested]:
        try:
            items = desk.parse(platform, payload)
        except InputError as error:
            # The columns of a table are named: a map in the settings is made of them.
            assert "secret" not in str(error) or "no column for the text; there are: " in str(error)
            continue
        for item in items:
            assert "secret" not in repr(item)
            assert desk.triage(item, now=NOW).action
            assert item.gaps == item.message.gaps


def test_an_item_is_a_message(desk: Desk) -> None:
    item = one(desk, chatwoot(7, "Third time I write!! My card was charged twice."))
    want = desk.triage(item.message, now=NOW).to_dict()
    assert want["id"] == "7" and want["intent"]["label"].startswith("billing")
    assert desk.triage(item, now=NOW).to_dict() == want
    (case,) = desk.triage_batch([item], now=NOW)
    assert case is not None and case.to_dict() == want
    assert desk.explain(item)[0].question == "intent"
    redacted = desk.redact(one(desk, chatwoot(7, "It is Ann Lee, ring 07700 900123"))).message
    assert (redacted.channel, redacted.author["name"]) == ("sms", "<name-1>")
    assert "07700" not in redacted.text
    with pytest.raises(InputError, match="an `Item` is whole"):
        desk.triage(item, channel="x")


def test_a_reply_becomes_the_platforms_request(desk: Desk) -> None:
    request = one(desk, chatwoot(7, "Where is it?")).request("It's on its way, Ann.", audience="private")
    assert list(request) == ["method", "host", "path", "body", "notes"]
    assert (request["method"], request["path"]) == ("POST", "/api/v1/accounts/1/conversations/12/messages")
    assert request["body"]["content"] == "It's on its way, Ann."
    post = one(desk, {"data": {"id": "7", "text": "Where is it?", "author_id": "3"}}, "x")
    assert post.request("Soon.")["body"]["reply"] == {"in_reply_to_tweet_id": "7"}
    direct = one(desk, {"text": "secret"}, "json")
    with pytest.raises(InputError) as error:
        direct.request("secret")
    assert "secret" not in str(error.value)
    wrong: Any = "all"
    with pytest.raises(InputError, match="neither"):
        post.request("Soon.", wrong)


def test_an_inbox_joins_items_into_open_cases(desk: Desk) -> None:
    inbox = Inbox()
    parcel = [
        chatwoot(1, "Where is my parcel?"),
        chatwoot(1, "Where is my parcel?"),
        chatwoot(2, "On its way.", "outgoing", 1_795_421_200),
        chatwoot(3, "It is not! I want to speak to your lawyer!", at=1_795_424_800),
    ]
    taken = [inbox.take(one(desk, payload)) for payload in parcel]
    assert taken == ["opened", "duplicate", "answered", "followed"]
    (open_case,) = inbox.open()
    assert len(inbox) == 1 and open_case.platform == "chatwoot"
    (message,) = open_case.messages
    assert message.thread == (("customer", "Where is my parcel?"), ("organisation", "On its way."))
    case = desk.triage_open(open_case, now=NOW)
    assert case.to_dict() == desk.triage(message, now=NOW).to_dict()
    assert case.history.answer is not None and case.history.answer.id == "2"
    assert open_case.address["conversation_id"] == "12"
    assert open_case.request("Sorry.", "private")["body"]["content"] == "Sorry."

    assert inbox.take(one(desk, chatwoot(4, "Solved.", "outgoing", 1_795_424_900))) == "answered"
    assert inbox.open() == []
    inbox.forget_before(datetime(2027, 1, 1, tzinfo=timezone.utc))
    assert len(inbox) == 0
    with pytest.raises(InputError, match="`moment` has no time zone"):
        inbox.forget_before(datetime(2027, 1, 1))


def test_an_inbox_serves_many_threads(desk: Desk) -> None:
    inbox = Inbox()
    items = [one(desk, {"text": "hi", "id": str(number), "author": {"id": number}}, "json") for number in range(100)]
    taken: list[str] = []
    work = [threading.Thread(target=lambda: taken.extend(map(inbox.take, items))) for _ in range(4)]
    for thread in work:
        thread.start()
    for thread in work:
        thread.join()
    assert sorted(taken) == ["duplicate"] * 300 + ["opened"] * 100
    assert len(inbox.open()) == 100


def test_nothing_shows_who_wrote_what(desk: Desk) -> None:
    item = one(desk, chatwoot(987_654, "Zanzibar"))
    inbox = Inbox()
    inbox.take(item)
    for thing in (item, inbox, inbox.open()[0], item.message):
        for word in ("anzibar", "Ann", "987654"):
            assert word not in repr(thing)
    with pytest.raises(AttributeError):
        item.event = "deleted"  # type: ignore[misc]


def test_keywords_say_what_a_mapping_says() -> None:
    past = [{"at": NOW, "channel": "email", "sentiment": -0.5, "complaint": True}]
    said: dict[str, Any] = {
        "thread_id": 12,
        "parent_id": "6",
        "direction": "out",
        "language": "de-AT",
        "attachments": [{"kind": "image", "title": "IMG.png"}, {"kind": "hologram"}],
        "contact": {"past": past, "complaints": 2, "complete": True},
        "live": True,
    }
    message = Message("hi", **said)
    assert (message.thread_id, message.parent_id, message.direction) == ("12", "6", "out")
    assert (message.language, message.gaps, message.reach["live"]) == ("de", (), True)
    assert message.attachments == (("image", "IMG.png"), ("other", None))
    assert message.contact["past"] == past and message.contact["complaints"] == 2
    with pytest.raises(InputError, match=r"contact\.complaints"):
        Message("hi", contact={"complaints": "secret"})
    with pytest.raises(TypeError, match="Message.*'text'|'text'"):
        Message("hi", text="secret")  # type: ignore[misc]
