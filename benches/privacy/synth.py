"""Templates filled with made-up people (presidio-research, synth v2): spans by type, ours beside Presidio's."""
import pathlib
from collections.abc import Callable

from score.tasks import read

from .match import RULES, Count, Fits, Place, covered, half, pairs
from .sound import SOUND

SET = "presidio_synth_v2"
# The types of the set that are personal places for us: our kind, and Presidio's entity (it has none for postcodes).
TYPES = {
    "CREDIT_CARD": ("card", "CREDIT_CARD"),
    "EMAIL_ADDRESS": ("email", "EMAIL_ADDRESS"),
    "IBAN_CODE": ("iban", "IBAN_CODE"),
    "PHONE_NUMBER": ("phone", "PHONE_NUMBER"),
    "US_SSN": ("national_id", "US_SSN"),
    "IP_ADDRESS": ("network", "IP_ADDRESS"),
    "US_DRIVER_LICENSE": ("driving_licence", "US_DRIVER_LICENSE"),
    "PERSON": ("name", "PERSON"),
    "STREET_ADDRESS": ("address", "LOCATION"),
    "ZIP_CODE": ("postcode", None),
}
# Those that a pattern can find; the rest needs to know names and places.
PATTERNS = list(TYPES)[:7]
# What is said of one type where another is marked that holds or is it: neither right nor wrong. Addresses hold
# postcodes, and Presidio's LOCATION is also for cities and countries.
SET_ASIDE = {"ZIP_CODE": {"STREET_ADDRESS"}, "STREET_ADDRESS": {"GPE"}}
# What can be asked of Presidio as the least score; the best of them for it is taken.
THRESHOLDS = [0.0, 0.3, 0.4, 0.5, 0.6]
# Texts that speed is told for.
TIMED = 300
Answers = list[dict]


def rows(data: pathlib.Path) -> list[dict]:
    """The texts with what is marked."""
    return read(data / SET / "test.jsonl")


def places(spans: list[dict], label: str | None) -> list[Place]:
    """The places with a label."""
    return sorted({(span["start"], span["end"]) for span in spans if span["label"] == label})


def ours(answers: Answers) -> Answers:
    """Our kinds as types of the set; other kinds keep their names."""
    types = {kind: name for name, (kind, _) in TYPES.items()}
    return renamed(answers, lambda span: types.get(span["kind"], span["kind"]))


def presidio(answers: Answers, least: float) -> Answers:
    """Presidio's entities as types of the set, from a score on."""
    types = {entity: name for name, (_, entity) in TYPES.items()}
    return renamed(answers, lambda span: types.get(span["entity"]) if span["score"] >= least else None)


def renamed(answers: Answers, name: Callable[[dict], str | None]) -> Answers:
    """Answers whose spans have a label of the set."""
    return [{"spans": [{**span, "label": name(span)} for span in one["spans"] if name(span)]} for one in answers]


def best(right: list[dict], answers: Answers) -> tuple[Answers, float]:
    """Presidio's answers by the least score that does best on the pattern types."""

    def f1(least: float) -> float:
        told = [count(right, presidio(answers, least), name, half) for name in PATTERNS]
        return sum(told, Count()).figures()["f1"] or 0.0

    least = max(THRESHOLDS, key=f1)
    return presidio(answers, least), least


def count(right: list[dict], answers: Answers, name: str, fits: Fits) -> Count:
    """Hits of one type."""
    total = Count()
    for row, answer in zip(right, answers, strict=True):
        marked, said, found = matched(row, answer, name, fits)
        total.add(len(marked), len(said), len(found))
    return total


def matched(row: dict, answer: dict, name: str, fits: Fits) -> tuple[list[Place], list[Place], list[tuple[int, int]]]:
    """What is marked, what is said without what is set aside, and which belong together."""
    marked, said = places(row["spans"], name), places(answer["spans"], name)
    found = pairs(marked, said, fits)
    aside = [place for label in SET_ASIDE.get(name, ()) for place in places(row["spans"], label)]
    hit = {j for _, j in found}
    kept = [j for j, one in enumerate(said) if j in hit or not any(covered([one], [other])[0] for other in aside)]
    return marked, [said[j] for j in kept], [(i, kept.index(j)) for i, j in found]


def figures(right: list[dict], answers: Answers) -> dict:
    """By matching rule: every type, the pattern types together, and how much of all personal text is covered."""
    told: dict = {}
    for rule, fits in RULES.items():
        counts = {name: count(right, answers, name, fits) for name in TYPES}
        told[rule] = {name: one.figures() for name, one in counts.items()}
        told[rule]["patterns together"] = sum((counts[name] for name in PATTERNS), Count()).figures()
    told["any name"] = {name: count(right, renamed(answers, lambda _: name), name, half).figures()["recall"] for name in TYPES}
    told["characters"] = characters(right, answers)
    told["beside the marks"] = {name: beside(right, answers, name) for name in TYPES}
    return told


def characters(right: list[dict], answers: Answers) -> dict:
    """Share of the marked personal characters that is said under any name, and of what is said that no mark holds."""
    sums = [0, 0, 0, 0]
    for row, answer in zip(right, answers, strict=True):
        personal = [(span["start"], span["end"]) for span in row["spans"] if span["label"] in TYPES]
        any_mark = [(span["start"], span["end"]) for span in row["spans"]]
        said = [(span["start"], span["end"]) for span in answer["spans"]]
        sums = [a + b for a, b in zip(sums, (*covered(personal, said), *covered(said, any_mark)))]
    return {"covered": sums[0] / sums[1], "beside": 1 - sums[2] / sums[3] if sums[3] else None}


def beside(right: list[dict], answers: Answers, name: str) -> dict:
    """What is said and not marked so: at a mark of another type, and at none; of the latter, how many are sound."""
    told = {"other type": 0, "no mark": 0, "sound": None}
    for row, answer in zip(right, answers, strict=True):
        _, said, found = matched(row, answer, name, half)
        marks = [(span["start"], span["end"]) for span in row["spans"]]
        for place in {said[j] for j in range(len(said))} - {said[j] for _, j in found}:
            free = not covered([place], marks)[0]
            told["no mark" if free else "other type"] += 1
            if name in SOUND:
                told["sound"] = (told["sound"] or 0) + (free and SOUND[name](row["text"][place[0] : place[1]]))
    return told


def marks(right: list[dict]) -> dict[str, dict]:
    """Of the marked places, how many there are and how many pass the published check of their type."""
    told = {}
    for name in TYPES:
        texts = [row["text"][start:end] for row in right for start, end in places(row["spans"], name)]
        told[name] = {"marked": len(texts), "sound": sum(map(SOUND[name], texts)) if name in SOUND else None}
    return told
