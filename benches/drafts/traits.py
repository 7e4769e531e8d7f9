"""What can be seen in a reply by its words: does it take up the message, ask, apologise, link, promise?"""
import re

from .words import LINK, plain, sentences, words

SORRY = re.compile(r"\b(?:sorry|apologi[sz]\w*|apolog(?:y|ies)|regret)\b", re.I)
NAMED = re.compile(r"^(?i:hi|hey|hello|dear|thanks|thank you),? [A-Z][a-z]+[,.! ]")
HOUR = r"\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|noon|midnight"
DAYS = r"today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
PROMISE = re.compile(
    rf"\bby (?:{HOUR}|{DAYS})|\b(?:with)?in (?:the next )?(?:\d+|a|an|one|two|three|few)(?:-\d+)? (?:business )?(?:minute|hour|day|week)",
    re.I,
)
# Words that tell nothing of what a message is about.
SMALL = set(
    """about after again also always another anyone anything back because been before being between both call came cannot
    cant come could didn't doesn't doing don't done dont down each else even ever every everything from gets getting give
    going gone good great have having hello help here hope into isn't just keep know last later least like long look made
    make many maybe mine more most much must myself need never next nobody nothing only other over please really right said
    same says seem send sent should since some somebody someone something still such sure take tell than thank thanks that
    that's their them then there these they they're thing things think this those though through time today told took tried
    trying under until very want wants wasn't well went were what what's when where which while will with without won't wont
    work works would write year years yesterday your you're you've yours hour hours minute minutes week weeks days""".split()
)


def telling(text: str) -> set[str]:
    """Words of four letters and more that may say what a text is about, without the plural's s."""
    return {word.rstrip("s") for word in words(text) if len(word) >= 4 and word not in SMALL and not word.isdigit()}


def of(reply: str, asked: str) -> dict[str, float]:
    """The traits of one reply to one message."""
    said = plain(reply)
    lengths = [len(words(sentence)) for sentence in sentences(reply)]
    first = sentences(reply)[0] if lengths else ""
    return {
        "greets_by_name": bool(NAMED.match(said)),
        "takes_up_a_word": bool(telling(reply) & telling(asked)),
        "takes_up_a_word_first": bool(telling(first) & telling(asked)),
        "questions": said.count("?"),
        "apologies": len(SORRY.findall(said)),
        "links": len(LINK.findall(reply)),
        "promise_with_time": bool(PROMISE.search(said)),
        "words_a_sentence": sum(lengths) / len(lengths) if lengths else 0.0,
    }


def check() -> None:
    """The traits of a reply that was read by hand."""
    told = of(
        "@a Hi Ann, I'm sorry your parcel is late. Which street? You'll hear from me by 2 pm today. https://a.example",
        "Where's my parcel?",
    )
    wanted = {"greets_by_name": True, "takes_up_a_word": True, "questions": 1, "apologies": 1, "links": 1, "promise_with_time": True}
    assert {key: told[key] for key in wanted} == wanted, told
    other = of("You can do it in the app.", "how do I do that")
    assert not other["takes_up_a_word"] and not other["promise_with_time"] and not other["links"]
