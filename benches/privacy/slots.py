"""What customers typed in service chats (MultiDoGO, turns): recall of the slots that are personal, and what is said beside."""
import collections
import pathlib

from score.tasks import read

from .match import covered, half

SET = "multidogo_turn"
# Each slot that is personal, and the kinds that are right for it.
SLOTS = {
    "name": {"name"},
    "address": {"address"},
    "current_zipcode": {"postcode"},
    "new_zipcode": {"postcode"},
    "email_address": {"email"},
    "phone_number": {"phone"},
    "phonenumber": {"phone"},
    "card_number": {"card"},
    "ssn": {"national_id"},
    "account_number": {"account", "bank_account"},
    "target_account_number": {"account", "bank_account"},
    "account_id": {"account"},
    "policyid": {"account"},
    "claimid": {"order"},
    "order_number": {"order"},
    "booking_confirmation_number": {"booking", "order"},
    "password": {"password"},
}
# A value that is at least this share of its turn stands alone: nothing in it says what it is.
ALONE = 0.8


def rows(data: pathlib.Path) -> list[dict]:
    """The test turns; `seen` tells those whose text also stands in train."""
    train = {plain(row["text"]) for row in read(data / SET / "train.jsonl")}
    return [{**row, "seen": plain(row["text"]) in train} for row in read(data / SET / "test.jsonl")]


def plain(text: str) -> str:
    """Lower case, single blanks."""
    return " ".join(text.lower().split())


def figures(rows: list[dict], answers: list[dict]) -> dict:
    """Recall by slot over all turns, without those that stand in train, and of the latter where words stand around; and what
    becomes of the findings, by kind."""
    slots = {name: collections.Counter() for name in SLOTS}
    said = collections.defaultdict(collections.Counter)
    for row, answer in zip(rows, answers, strict=True):
        for span in row["spans"]:
            if span["label"] in SLOTS:
                slot(slots[span["label"]], row, span, answer["spans"])
        if not row["seen"]:
            for one in answer["spans"]:
                finding(said[one["kind"]], row, one)
    return {"slots": {name: dict(one) for name, one in slots.items()}, "said": {k: dict(v) for k, v in sorted(said.items())}}


def slot(count: collections.Counter, row: dict, span: dict, said: list[dict]) -> None:
    """Counts one value."""
    place = (span["start"], span["end"])
    near = [one for one in said if half(place, (one["start"], one["end"]))]
    right = any(one["kind"] in SLOTS[span["label"]] for one in near)
    groups = ["all"] + ([] if row["seen"] else ["new"])
    if not row["seen"] and place[1] - place[0] < ALONE * len(row["text"].strip()):
        groups.append("in words")
    for group in groups:
        count.update({group: 1, f"{group}, found": right, f"{group}, any kind": bool(near)})


def finding(count: collections.Counter, row: dict, one: dict) -> None:
    """Counts one finding: at a personal slot, at another slot, or where nothing is marked."""
    at = [span["label"] for span in row["spans"] if covered([(one["start"], one["end"])], [(span["start"], span["end"])])[0]]
    count.update(
        {
            "said": 1,
            "right": any(one["kind"] in SLOTS.get(label, ()) for label in at),
            "personal": any(label in SLOTS for label in at),
            "marked": bool(at),
        }
    )
