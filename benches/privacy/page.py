"""The page that people read, benches/PRIVACY.md: what was measured, the tables, what they do not say."""
from . import tables
from .synth import PATTERNS, THRESHOLDS, TIMED

OURS = "twoears"
HOME = "twoears, home country set"
PRESIDIO = {"Presidio, spaCy small": "spacy", "Presidio, patterns alone": "patterns"}
PHONES = "Presidio PhoneRecognizer"
# What speed is compared with.
BASE = f"{OURS}, listening and recognizers, Rust"
# What we set out to reach: microseconds for a message without personal data, and how many times as quick as Presidio.
PASS_TARGET, RATIO_TARGET = 8, 200

PAGE = """# Personal data: how well and how quickly it is found

Written by `make privacy`; not edited by hand. The same figures for programs: [privacy.json](privacy.json). `make privacy
PEERS=no` leaves Presidio out. It needs the folder of public sets and labelled posts (`SHARED=DIR`), which are not part of this
project: no text of theirs is in it or in this page. What is looked for and checked stands in
[docs/privacy.md](../docs/privacy.md). This run: {machine}, {minutes:.0f} minutes.

## Short

{short}

## Made-up people in templates, by type

presidio_synth_v2 (1,500 texts of presidio-research; one of its own test sets). Nothing here was trained on it. F1 (precision /
recall), best F1 of a line in **bold**; one place said counts for one place marked. Ours are kinds (`card`, `email`, `iban`,
`phone`, `national_id`, `network`, `driving_licence`, `name`, `address`, `postcode`), found by the Rust library with default
settings. Presidio is presidio-analyzer with all its English recognizers, asked for these entities alone (LOCATION for
addresses; it has none for postcodes){least}.

A place said counts when it shares at least half of itself and of the marked place:

{overlap}

Exactly the marked place:

{exact}

A postcode said inside a marked street address, and a LOCATION said at a marked city or country (GPE), count neither way. The
set also marks DOMAIN_NAME, ORGANIZATION, GPE, TITLE, AGE, NRP and DATE_TIME: none of them is a personal place for us. Names are
where we are behind by design: a message names agents, shops and heroes, and only a name that the writer gives as somebody's is
private (see docs/privacy.md); a named entity recognizer finds all of them.

Are the marks themselves right? Marked ones that pass the published check of their type (Luhn, mod 97, the ranges of social
security numbers, address syntax), and what is said and not marked so: at a mark of another type, or at none, and how many of the
latter are sound, that is, there but not marked:

{beside}

For redaction the name of a place matters less than that it is covered. Marked places that share half with a place said under
any name (recall), and characters:

{any_name}

{characters}

## Speed

The first {timed} texts of the same set, one at a time on one thread, every text once before; median of five runs. The ratio is to
our recognizers with listening, which is what a caller who wants only personal data pays.

{speed}

All recognizers over messages of our own corpus, about 140 characters each but for the last (`cargo bench -p twoears-benches --
privacy/`); the median is over the messages, of criterion's median of each:

{passes}

## Keys and tokens

Strings of gitleaks' rule tests: secrets, and what only looks like one. Found means that something in the string is said to be an
`api_key` or a `password`. Presidio has nothing for these. An "other" is harmless to the rule it was written for; a few hold
something that another rule may rightly take.

{keys}

## Phone numbers of every region

The {phones} example numbers of libphonenumber in one sentence with words that say phone ("my phone number is") and one without.
Persons: mobile, fixed, internet, personal and pager lines; services: toll free, premium rate and the like, which nobody needs to
hide. Presidio's recognizer stands as it comes (eight regions).

{phone_table}

Lines of persons, with words, by zone (first digit of the country code, ITU-T E.164):

{zones}

## What customers typed in service chats

MultiDoGO, test turns; its texts have lost "@" and ".", so no e-mail address in it looks like one. Most values are answers to an
agent's question that the set does not hold: they stand alone in their turn, and nothing says what they are. More than half of the
test texts occur in train, so recall is told without them too; a place counts as above.

{slots}

What is said in turns that do not stand in train. Marks are by word and incomplete, so the last column is the better guide to
false alarms, and not all that is beside a mark is wrong:

{said}

## Real posts

{posts_count} posts to many brands of up to 280 characters, labelled in two passes; settings were chosen with them in view. By the
scorer of the labelled data, any shared character counts: recall {recall} of {spans} places, precision {precision} of {found}. The
labels know fewer kinds (an IBAN is `account`, a plate or a password `other`).

{posts}

## What to bear in mind

- Made-up texts flatter and hurt by turns: their templates say little around a value, and no customer writes like
  them. The real posts are few: one place is {point} of recall.
- Presidio's spaCy model is the small one (`en_core_web_sm`); its larger ones find more names and are slower.
- Presidio is asked with the least score, of {thresholds}, that does best for it on the pattern types of this very
  set; ours has nothing to choose.
- Timings move with the machine: compare ratios.
"""


def page(told: dict) -> str:
    """All of it."""
    synth, systems = told["synth"], told["synth"]["systems"]
    least = [f"{name}: {one['least_score']}" for name, one in systems.items() if "least_score" in one]
    posts = told["posts"]
    return PAGE.format(
        machine=told["machine"],
        minutes=told["minutes"],
        short="\n".join(short(told)),
        least=f", with scores from: {'; '.join(least)}" if least else "; it was left out of this run",
        overlap="\n".join(tables.synth(synth, "overlap")),
        exact="\n".join(tables.synth(synth, "exact")),
        beside="\n".join(tables.beside(synth)),
        any_name="\n".join(tables.any_name(synth)),
        characters="\n".join(tables.characters(synth)),
        timed=TIMED,
        speed="\n".join(tables.speed(told["speed"], BASE)),
        passes="\n".join(tables.passes(told["passes"])),
        keys="\n".join(tables.keys(told["keys"])),
        phones=f"{told['numbers']:,}",
        phone_table="\n".join(tables.phones(told["phones"])),
        zones="\n".join(tables.zones(told["phones"])),
        slots="\n".join(tables.slots(told["slots"])),
        said="\n".join(tables.said(told["slots"])),
        posts_count=posts["posts"],
        recall=tables.shown(posts["recall"]),
        precision=tables.shown(posts["precision"]),
        spans=posts["spans"],
        found=posts["found"],
        posts="\n".join(tables.posts(posts)),
        point=tables.shown(1 / posts["spans"]),
        thresholds=", ".join(map(str, THRESHOLDS)),
    )


def short(told: dict) -> list[str]:
    """The targets, met or missed, in plain words."""
    lines = []
    systems = told["synth"]["systems"]
    for name in (one for one in PRESIDIO if one in systems):
        ratio = told["speed"][f"{name}, Python"] / told["speed"][BASE]
        goal = f" (target {RATIO_TARGET})" if PRESIDIO[name] == "spacy" else ""
        lines.append(f"- Beside {name}: {standing(systems[OURS], systems[name])}; {ratio:,.0f} times as fast{goal}.")
    quiet = told["passes"]["pass with harmless numbers"]["median"]
    lines.append(f"- A message of 140 characters without personal data but with numbers: {quiet:.1f} µs (target {PASS_TARGET}).")
    keys = told["keys"]["all"]
    lines.append(
        f"- Keys: {tables.share(keys['found'], keys['secret'])} found, {tables.share(keys['alarms'], keys['not_secret'])} false alarms."
    )
    posts = told["posts"]
    lines.append(
        f"- Real posts: recall {tables.shown(posts['recall'])} of {posts['spans']} places, precision {tables.shown(posts['precision'])}."
    )
    return lines


def standing(own: dict, other: dict) -> str:
    """On how many pattern types we are ahead in F1, level or behind."""
    groups: dict[str, list[str]] = {"ahead": [], "level": [], "behind": []}
    for kind in PATTERNS:
        mine, its = (round(one["overlap"][kind]["f1"] or 0.0, 3) for one in (own, other))
        group = "ahead" if mine > its else "behind" if mine < its else "level"
        groups[group].append(f"{kind} {tables.shown(mine)}, it has {tables.shown(its)}" if group == "behind" else kind)
    told = [f"{group} on {len(names)} ({'; '.join(names)})" for group, names in groups.items() if names]
    return f"in F1 (overlap) of {len(PATTERNS)} pattern types " + ", ".join(told)
