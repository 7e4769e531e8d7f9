"""Open cases in order of priority, as time passes."""

import copy
import pickle
import threading
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from twoears import Desk, InputError, Queue, QueueEntry

NINE = datetime(2026, 11, 23, 9, tzinfo=timezone.utc)
TEN = NINE + timedelta(hours=1)


def entry(name: str, base: float, points: float = 0, **more: Any) -> QueueEntry:
    ramps = [(NINE, TEN, points)] if points else None
    return QueueEntry(name, received=NINE, base=base, ramps=ramps, **more)


@pytest.fixture
def queue() -> Queue:
    queue = Queue()
    for case in (entry("steady", 35, due=TEN), entry("waiting", 32, 10, hold_by=NINE)):
        assert queue.insert(case) is None
    return queue


def ids(queue: Queue, now: Any, count: int = 9) -> list[tuple[str, float]]:
    return [(place.entry.id, place.score) for place in queue.top(count, now)]


def test_the_order_changes_with_time(queue: Queue) -> None:
    assert ids(queue, NINE) == [("steady", 35.0), ("waiting", 32.0)]
    assert ids(queue, "2026-11-23T09:30:00Z", 1) == [("waiting", 37.0)]
    assert ids(queue, NINE, 0) == []
    assert len(queue.top(5)) == 2
    assert queue.next_due == TEN
    assert [case.id for case in queue.due_before(TEN + timedelta(seconds=1))] == ["steady"]
    assert queue.due_before(TEN) == []
    assert [case.id for case in queue.holding(NINE)] == ["waiting"]
    assert queue.holding(NINE - timedelta(seconds=1)) == []
    assert queue.insert(entry("long ago", 1, hold_by="2000-01-01T00:00:00Z")) is None
    assert queue.holding()[0].id == "long ago"


def test_cases_come_change_and_go(queue: Queue) -> None:
    assert (len(queue), "steady" in queue, "other" in queue) == (2, True, False)
    assert queue.insert(entry("steady", 50)) == entry("steady", 35, due=TEN)
    assert queue.update(entry("other", 90)) is None
    assert queue.update(entry("waiting", 60)) == entry("waiting", 32, 10, hold_by=NINE)
    assert ids(queue, NINE) == [("waiting", 60.0), ("steady", 50.0)]
    assert queue.remove("waiting") == entry("waiting", 60)
    assert (len(queue), queue.remove("waiting"), queue.next_due) == (1, None, None)


def test_a_case_goes_in_as_it_was_decided(desk: Desk) -> None:
    queue = Queue()
    case = desk.triage("My card was charged twice.", id="m1", sent_at=NINE, channel="email", now=NINE)
    assert queue.insert(case) is None
    (place,) = queue.top(1, NINE)
    assert place.score == pytest.approx(case.priority, abs=0.05)
    assert (place.entry.id, place.entry.received) == ("m1", NINE)
    assert (place.entry.due, place.entry.hold_by) == (case.respond_by, case.hold_by)
    later = desk.triage("My card was charged twice.", id="m1", sent_at=NINE, channel="email", now=TEN)
    assert queue.top(1, TEN)[0].score == pytest.approx(later.priority, abs=0.1)
    assert queue.insert(case, id="case-1") is None
    assert len(queue) == 2
    with pytest.raises(InputError, match="no id"):
        queue.insert(desk.triage("hi", now=NINE))
    with pytest.raises(InputError, match="has its id"):
        queue.insert(entry("a", 1), id="b")


def test_an_entry_shows_what_it_was_given() -> None:
    case = entry("ann@example.com", 1.5, 10, due=TEN)
    assert (case.id, case.base, case.ramps) == ("ann@example.com", 1.5, ((NINE, TEN, 10.0),))
    assert (case.received, case.due, case.hold_by) == (NINE, TEN, None)
    assert case.at(TEN) == 11.5
    assert case == entry("ann@example.com", 1.5, 10, due=TEN) != entry("ann@example.com", 1.5)
    assert "example.com" not in repr(case)
    with pytest.raises(InputError, match="3 ramps"):
        QueueEntry("a", received=NINE, ramps=[(NINE, TEN, 1)] * 3)
    with pytest.raises(InputError, match="`due` has no time zone"):
        QueueEntry("a", received=NINE, due=datetime(2026, 1, 1))
    with pytest.raises(InputError, match="`ramps` is no time"):
        QueueEntry("a", received=NINE, ramps=[("secret", TEN, 1)])


def test_a_queue_is_kept(queue: Queue) -> None:
    kept = queue.snapshot()
    restored = Queue.restore(kept)
    for again in (restored, pickle.loads(pickle.dumps(queue)), copy.deepcopy(queue)):
        assert again.snapshot() == kept
        assert ids(again, TEN) == ids(queue, TEN)
    restored.remove("steady")
    assert len(queue) == 2
    with pytest.raises(InputError, match="line 2") as error:
        Queue.restore(kept.replace(b'"base":35', b'"base":"secret"'))
    assert "secret" not in str(error.value)
    with pytest.raises(InputError, match="snapshot"):
        Queue.restore(b"")
    assert repr(queue) == "Queue(2 cases)"


def test_many_threads_share_a_queue() -> None:
    queue = Queue()

    def work(start: int) -> None:
        for number in range(start, 400, 4):
            queue.insert(entry(str(number), number % 100))
            queue.top(3, NINE)

    threads = [threading.Thread(target=work, args=(start,)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(queue) == 400
    assert [score for _, score in ids(queue, NINE, 4)] == [99.0] * 4
