"""The page that people read, benches/DRAFTS.md: figures of drafts beside agents' replies, and nothing of their texts."""
from . import tables
from .choose import MANY, SEED, SETS
from .everywhere import CHANNELS, NOW, ONE_INTENT
from .lint import errors
from .words import NEAR

PAGE = """# Drafts beside replies of human agents

Written by `make drafts-report`; not edited by hand. The same figures for programs: [drafts.json](drafts.json). It needs the folder
of public sets and labelled posts (`SHARED=DIR`), which are not part of this project: no text of a post, of an agent or of a draft to
a real post is in it or in this page. Every figure is made by our own rules and measures. They count what can be counted; whether a
reply is any good, people must judge: see the reading at the end.

## Short

{short}

## Real posts

{many} posts of each set, chosen by the hash of their ids (seed `{seed}`), as public posts on X at {now}, with the turns
before them as the thread; default settings, no knowledge base. The draft is the one that stands first: the public word where the rest
goes private. What is told of agents is of their real replies to the same posts; for `gold` nobody knows them.

{sets}

The posts of `care` were seen in training, with labels of ours; the others were not. Every reply in `care` was chosen by the makers
of that set for its link to a help page. Agents knew their products, the accounts and what came before; a draft without a knowledge
base knows the post.

{table}

An error is a finding that must not be sent ({errors}); the others are warnings. Agents are held to rules made for drafts: a link or
a number that is not in the post, the settings or an article is `reply.unsupported`, and an agent may know it to be right. Reading ease
is Flesch's (60 to 70: plain English), without links and handles. A word of the customer's is one of four letters or more that is not
among {small} small words. Near duplicates share .{near} or more of their word 3-grams (Jaccard) with another reply of the same column;
distinct-2 and distinct-3 are different n-grams as a share of all.

Findings by rule, replies that have them:

{rules}

## Everything at hand

All labelled real posts and all our own messages ({channels} channels), each under all settings; drafts of both audiences:

{everywhere}

How much the wording varies: the first drafts for up to {one_intent:,} of our own messages on their own channels that are read as one
intent, without settings.

{variety}

## Read blind

{judged}
"""

READING = """Drafts and agents' replies to the same posts of `care` and `airlines`, side by side in an order and on sides that hang on the
seed, without handles, agents' initials, addresses of links and time zones. They were read and marked from 1 to 5 by the makers of
the drafts themselves: blind to the key, not to the style, which gives most drafts away. Take the marks for a list of what to mend and
not for a proof. Each reading has posts that none before it had. What it found in the words of intents was mended after it, so
the drafts that were read are not those of the tables above. No draft had a knowledge base; what a lost pair wanted is told
below.

{table}

Mean marks:

{marks}

{reasons}"""


def page(told: dict) -> str:
    """All of it."""
    return PAGE.format(
        short="\n".join(tables.short(told)),
        many=MANY,
        seed=SEED,
        now=NOW,
        sets="\n".join(f"- `{name}`: {what}" for name, what in SETS.items()),
        table="\n".join(tables.traits(told["sets"])),
        errors=", ".join(f"`{rule}`" for rule in sorted(errors())),
        small=tables.SMALL_WORDS,
        near=f"{NEAR:.2f}".split(".")[1].rstrip("0"),
        rules="\n".join(tables.rules(told["sets"])),
        channels=len(CHANNELS),
        everywhere="\n".join(tables.everywhere(told["everywhere"]["runs"])),
        one_intent=ONE_INTENT,
        variety="\n".join(tables.variety(told["everywhere"]["variety"])),
        judged=reading(told["judged"]),
    )


def reading(rounds: list[dict]) -> str:
    """The readings, or that there is none."""
    if not rounds:
        return "Not read yet."
    shown = {"table": tables.judged, "marks": tables.marks, "reasons": tables.reasons}
    return READING.format(**{name: "\n".join(made(rounds)) for name, made in shown.items()})
