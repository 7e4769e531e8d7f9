"""Measures of a text that need nothing but the text: sentences, syllables, reading ease, n-grams."""
import re

LINK = re.compile(r"https?://\S+|\b(?:[a-z0-9-]+\.)+(?:com|net|org|co|io|tv|uk|us|me|ly)/\S*", re.I)
WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)*", re.I)
# Two texts are near duplicates when their word 3-grams overlap by so much (Jaccard).
NEAR = 0.8


def plain(text: str) -> str:
    """The text without its links and the handles that it begins with."""
    return re.sub(r"^(?:\s*@\w+)+", "", LINK.sub(" ", text)).strip()


def words(text: str) -> list[str]:
    """Its words in lower case."""
    return [word.lower().replace("’", "'") for word in WORD.findall(plain(text))]


def sentences(text: str) -> list[str]:
    """Its sentences: parts that end in a full stop, a mark or a line's end and hold a word."""
    parts = re.split(r"(?<=[.!?])\s+|\n+", plain(text))
    return [part for part in parts if WORD.search(part)]


def syllables(word: str) -> int:
    """Groups of vowels, without a silent e at the end; one at least."""
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def reading_ease(text: str) -> float | None:
    """Flesch's reading ease: 206.835 - 1.015 words a sentence - 84.6 syllables a word; 60 to 70 is plain English."""
    said, parts = words(text), sentences(text)
    if not said or not parts:
        return None
    return 206.835 - 1.015 * len(said) / len(parts) - 84.6 * sum(map(syllables, said)) / len(said)


def grams(said: list[str], many: int) -> list[tuple[str, ...]]:
    """Every run of so many words."""
    return [tuple(said[at : at + many]) for at in range(len(said) - many + 1)]


def distinct(texts: list[str], many: int) -> float:
    """Different n-grams of all texts as a share of all their n-grams."""
    every = [gram for text in texts for gram in grams(words(text), many)]
    return len(set(every)) / len(every) if every else 0.0


def near_duplicates(texts: list[str]) -> float:
    """The share of texts that have another one at `NEAR` or more."""
    sets = [frozenset(grams(words(text), 3)) or frozenset([tuple(words(text))]) for text in texts]
    order = sorted(range(len(sets)), key=lambda place: len(sets[place]))
    paired = set()
    for at, place in enumerate(order):
        one = sets[place]
        for other in order[at + 1 :]:
            two = sets[other]
            # The smaller over the larger is the most that they can share.
            if len(one) < NEAR * len(two):
                break
            both = len(one & two)
            if both >= NEAR * (len(one) + len(two) - both):
                paired.update((place, other))
    return len(paired) / len(texts) if texts else 0.0


def check() -> None:
    """The measures on texts whose figures are known."""
    assert [syllables(word) for word in ("order", "late", "table", "you", "delivery")] == [2, 1, 2, 1, 4]
    assert abs(reading_ease("The cat sat. The dog ran.") - 119.19) < 0.01
    assert distinct(["a b a b"], 2) == 2 / 3
    same = "your parcel is late and that is on us"
    assert near_duplicates([same, same.upper(), "quite another text stands here"]) == 2 / 3
    assert words("@ann Hi https://a.example/b it's me") == ["hi", "it's", "me"]
