"""Example numbers of every region (libphonenumber): the share that is found, by how it is written and what stands around."""
import pathlib

from score.tasks import read

from .match import half

SET = "pii_phone_examples"
# By the first digit of the country code, the zones of ITU-T E.164.
ZONES = {
    "1": "1: North America, Caribbean",
    "2": "2: Africa",
    "3": "3: Europe",
    "4": "4: Europe",
    "5": "5: Latin America",
    "6": "6: South-East Asia, Oceania",
    "7": "7: Russia, Kazakhstan",
    "8": "8: East Asia, services",
    "9": "9: West and South Asia",
}
# The kinds of line that a person has; the rest (toll free, premium rate, ...) are lines of organisations.
PERSONAL = {"mobile", "fixedLine", "voip", "personalNumber", "pager"}
AROUND = {"with words": "Hello, my phone number is {}, thanks.", "without": "Hello, {} it says here, thanks."}
# As `peers.phones` writes them; without peers only the first and the last are asked.
WRITTEN = ["e164", "international", "national", "digits"]


def examples(data: pathlib.Path) -> list[dict]:
    """The numbers, by id."""
    return read(data / SET / "test.jsonl")


def plain(examples: list[dict]) -> list[dict]:
    """How a number can be written with no library at hand."""
    return [{"id": one["id"], "e164": one["e164"], "digits": one["text"]} for one in examples]


def asked(examples: list[dict], written: list[dict]) -> list[dict]:
    """Every number in every writing, with words that say phone and without; forms told the home country too."""
    rows = []
    for one, forms in zip(examples, written, strict=True):
        for form in WRITTEN:
            for around, sentence in AROUND.items():
                if form in forms:
                    start = sentence.index("{}")
                    rows.append(
                        {
                            "text": sentence.format(forms[form]),
                            "place": [start, start + len(forms[form])],
                            "form": form,
                            "around": around,
                            "zone": one["e164"][1],
                            "personal": one["kind"] in PERSONAL,
                            "region": one["region"],
                        }
                    )
    return rows


def at_home(rows: list[dict]) -> list[dict]:
    """National forms once more, with the number's region as the organisation's home country."""
    return [{**row, "home": row["region"]} for row in rows if row["form"] in ("national", "digits")]


def figures(rows: list[dict], answers: list[dict], is_phone) -> dict:
    """The share found as a phone number, lines of persons and others, and by zone in the words' company."""
    told: dict = {}
    for form in WRITTEN:
        for around in AROUND:
            of = [(row, one) for row, one in zip(rows, answers, strict=True) if (row["form"], row["around"]) == (form, around)]
            if not of:
                continue
            key = f"{form}, {around}"
            told[key] = {
                "persons": share([found(row, one, is_phone) for row, one in of if row["personal"]]),
                "services": share([found(row, one, is_phone) for row, one in of if not row["personal"]]),
                "under any name": share([found(row, one, lambda _: True) for row, one in of if row["personal"]]),
                "zones": {
                    title: share([found(row, one, is_phone) for row, one in of if row["personal"] and row["zone"] == zone])
                    for zone, title in ZONES.items()
                },
            }
    return told


def found(row: dict, answer: dict, counts) -> bool:
    """Is the number's place said by a span that counts?"""
    return any(counts(span) and half(tuple(row["place"]), (span["start"], span["end"])) for span in answer["spans"])


def share(found: list[bool]) -> float:
    """How many of them."""
    return sum(found) / len(found)
