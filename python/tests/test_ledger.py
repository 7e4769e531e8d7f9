"""The ledger of promises."""

import pickle

import pytest

from twoears import Desk, InputError, Ledger

NINE, TWO, SIX = (f"2026-11-23T{hour}:00:00Z" for hour in ("09", "14", "18"))


def ledger() -> Ledger:
    ledger = Ledger()
    assert ledger.promise("Mia", "find the parcel", made_at=NINE, due=TWO, thread_id="t1", message_id="m1") == 1
    assert ledger.promise("Parcels", "ring back", made_at=NINE, due=SIX) == 2
    return ledger


def test_promises_are_made_kept_broken_and_withdrawn() -> None:
    book = ledger()
    assert [promised.owner for promised in book.open(NINE)] == ["Mia", "Parcels"]
    assert [promised.id for promised in book.broken(SIX)] == [1]
    assert (book.keep(1, SIX), book.withdraw(2, TWO)) == ("kept_late", "withdrawn")
    (late,) = book.of_thread("t1", SIX)
    assert (late.state, late.message_id, late.due.hour) == ("kept_late", "m1", 14)
    assert book.of_thread("t2") == book.open(NINE) == book.broken() == []
    assert [promised.id for promised in book.take_settled(SIX)] == [2]
    assert len(book) == 1


def test_a_promise_goes_into_a_message_as_the_ledger_writes_it(desk: Desk) -> None:
    owed = [promised.to_dict() for promised in ledger().of_thread("t1", SIX)]
    (told,) = desk.triage("Where is it?", contact={"promises": owed}, now=SIX).history.promises
    assert told.to_dict() == owed[0]
    assert (told.state, told.action) == ("broken", "find the parcel")


def test_a_ledger_is_kept() -> None:
    book = ledger()
    for again in (Ledger.from_json(book.to_json()), pickle.loads(pickle.dumps(book))):
        assert again.to_json() == book.to_json()
    assert repr(book) == "Ledger(2 promises)"
    for json in ("secret", '{"format": 2}', '{"format": 1, "last": "secret"}'):
        with pytest.raises(InputError) as error:
            Ledger.from_json(json)
        assert "secret" not in str(error.value)


def test_what_cannot_be_promised_is_refused() -> None:
    book = ledger()
    with pytest.raises(InputError, match="`due` lies before"):
        book.promise("Mia", "ring", made_at=TWO, due=NINE)
    with pytest.raises(InputError, match="`owner` is empty"):
        book.promise(" ", "secret", due="2100-01-01T00:00:00Z")
    with pytest.raises(InputError, match="`due` is no time"):
        book.promise("Mia", "ring", due="soon")
    with pytest.raises(InputError, match="no promise 9"):
        book.keep(9)
    with pytest.raises(InputError, match="is broken"):
        book.withdraw(1, SIX)
    assert len(book) == 2
