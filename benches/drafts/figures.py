"""From replies to figures: a row a reply with its traits, and what all of a side have in common."""
import collections
import statistics

from . import lint, traits, words

COUNTED = ("greets_by_name", "takes_up_a_word", "takes_up_a_word_first", "promise_with_time")
SUMMED = ("questions", "apologies", "links", "words_a_sentence")


def row(asked: str, text: str, checked: dict) -> dict:
    """One reply with what is measured of it alone."""
    found = checked["lint"]
    return {
        "text": text,
        "rules": [finding["rule"] for finding in found],
        "error": any(map(lint.is_error, found)),
        "warning": any(not lint.is_error(finding) for finding in found),
        "used": checked["length"]["used"] / checked["length"]["limit"],
        "fits": lint.fits(checked["length"]),
        "ease": words.reading_ease(text),
        **traits.of(text, asked),
    }


def share(rows: list[dict], key: str) -> float:
    """How many of the rows have it."""
    return sum(bool(one[key]) for one in rows) / len(rows)


def side(rows: list[dict]) -> dict:
    """The figures of one side of one set; nothing without replies."""
    if not rows:
        return {"replies": 0}
    texts = [one["text"] for one in rows]
    eases = [one["ease"] for one in rows if one["ease"] is not None]
    rules = collections.Counter(rule for one in rows for rule in set(one["rules"]))
    return {
        "replies": len(rows),
        "error": share(rows, "error"),
        "warning": share(rows, "warning"),
        "rules": dict(sorted(rules.items())),
        "used": statistics.mean(one["used"] for one in rows),
        "fits": share(rows, "fits"),
        "ease": statistics.median(eases) if eases else None,
        **{key: statistics.mean(one[key] for one in rows) for key in SUMMED},
        "two_questions": sum(one["questions"] > 1 for one in rows) / len(rows),
        "two_apologies": sum(one["apologies"] > 1 for one in rows) / len(rows),
        **{key: share(rows, key) for key in COUNTED},
        "distinct_texts": len(set(texts)) / len(texts),
        "near_duplicates": words.near_duplicates(texts),
        "distinct_2": words.distinct(texts, 2),
        "distinct_3": words.distinct(texts, 3),
    }
