"""The tables of benches/PRIVACY.md from the figures of benches/privacy.json."""
from score.tables import best, number, table

from .phones import WRITTEN, ZONES
from .synth import PATTERNS, TYPES

TITLES = {
    "e164": "+ and digits",
    "international": "international, spaced",
    "national": "national, spaced",
    "digits": "national, digits alone, no leading nought",
}


def shown(value: float | None) -> str:
    """Three digits after the point, or a dash."""
    return "–" if value is None else number(value)


def share(hits: int, of: int) -> str:
    """A share with its sums."""
    return f"{shown(hits / of)} ({hits:,} of {of:,})" if of else "–"


def whole(names: list[str]) -> list[str]:
    """The lines of the tables by type."""
    return [*names[: len(PATTERNS)], "patterns together", *names[len(PATTERNS) :]]


def synth(told: dict, rule: str) -> list[str]:
    """F1 with precision and recall, by type and system."""
    systems = told["systems"]
    rows = []
    for name in whole(list(TYPES)):
        found = [one[rule][name] for one in systems.values()]
        able = [None if name in TYPES and TYPES[name][1] is None and place else one["f1"] for place, one in enumerate(found)]
        cells = [
            mark if f1 is None else f"{mark} ({shown(one['precision'])} / {shown(one['recall'])})"
            for mark, f1, one in zip(best(able), able, found)
        ]
        rows.append([name, str(found[0]["marked"]), *cells])
    return table(["type", "marked", *systems], rows)


def beside(told: dict) -> list[str]:
    """What is said and not marked so, by type."""
    systems = told["systems"]
    rows = []
    for name in TYPES:
        cells = []
        for one in systems.values():
            found = one["beside the marks"][name]
            sound = "" if found["sound"] is None else f", {found['sound']} of them sound"
            cells.append(f"{found['other type']} / {found['no mark']}{sound if found['no mark'] else ''}")
        marks = told["marks"][name]
        checked = "no check" if marks["sound"] is None else f"{marks['sound']} of {marks['marked']}"
        rows.append([name, checked, *cells])
    return table(["type", "marked ones that are sound", *(f"{system}: other type / no mark" for system in systems)], rows)


def any_name(told: dict) -> list[str]:
    """Recall of places, whatever they were called."""
    rows = [[name, *best([one["any name"][name] for one in told["systems"].values()])] for name in TYPES]
    return table(["type", *told["systems"]], rows)


def characters(told: dict) -> list[str]:
    """Characters covered, whatever they were called."""
    rows = [[name, shown(one["characters"]["covered"]), shown(one["characters"]["beside"])] for name, one in told["systems"].items()]
    return table(["", "marked personal characters that are said", "said characters that no mark of any type holds"], rows)


def speed(told: dict[str, float], base: str) -> list[str]:
    """Microseconds a text and the ratio to our recognizers with listening."""
    rows = [[name, f"{one:,.1f}", f"{one / told[base]:,.1f}"] for name, one in told.items()]
    return table(["", "µs a text", "ratio"], rows)


def passes(told: dict[str, dict]) -> list[str]:
    """Criterion's medians."""
    rows = [[name, str(one["messages"]), f"{one['median']:.2f}", f"{one['largest']:.2f}"] for name, one in told.items()]
    return table(["all recognizers", "messages", "median, µs", "largest, µs"], rows)


def keys(told: dict[str, dict]) -> list[str]:
    """Recall and false alarms by vendor; vendors of which nothing was missed or mistaken and that have no secrets share a line."""
    rows, quiet = [], [0, 0]
    for name, one in sorted(told.items(), key=lambda item: (item[0] != "all", item[0])):
        if name != "all" and not one["secret"] and not one["alarms"]:
            quiet = [quiet[0] + 1, quiet[1] + one["not_secret"]]
            continue
        rows.append([name, share(one["found"], one["secret"]), share(one["alarms"], one["not_secret"])])
    rows.append([f"{quiet[0]} more vendors", "–", share(0, quiet[1])])
    return table(["vendor", "secrets found", "others taken for one"], rows)


def phones(told: dict[str, dict]) -> list[str]:
    """Share found by writing and words around."""
    keys = [key for key in next(iter(told.values())) if key.split(", ")[0] in WRITTEN]
    rows = []
    for key in keys:
        form, around = key.split(", ")
        for group in ("persons", "services"):
            found = [one[key][group] if key in one else None for one in told.values()]
            rows.append([TITLES[form], around, group, *best(found)])
    return table(["written", "words around", "lines of", *told], rows, 3)


def zones(told: dict[str, dict]) -> list[str]:
    """Persons' lines by zone, where words say that it is a phone."""
    columns = [(system, form) for form in ("international", "national") for system in told if f"{form}, with words" in told[system]]
    rows = [
        [zone, *(shown(told[system][f"{form}, with words"]["zones"][zone]) for system, form in columns)] for zone in ZONES.values()
    ]
    return table(["zone", *(f"{form}: {system}" for system, form in columns)], rows)


def slots(told: dict) -> list[str]:
    """Recall by slot."""
    rows = [
        [name, *(share(one.get(f"{group}, found", 0), one.get(group, 0)) for group in ("all", "new", "in words")),
         share(one.get("in words, any kind", 0), one.get("in words", 0))]
        for name, one in told["slots"].items()
    ]  # fmt: skip
    return table(["slot", "all turns", "not in train", "of these, with words around", "the same, under any kind"], rows)


def said(told: dict) -> list[str]:
    """What becomes of the findings, by kind."""
    rows = [
        [kind, str(one["said"]), *(shown(one[group] / one["said"]) for group in ("right", "personal", "marked"))]
        for kind, one in told["said"].items()
    ]
    return table(["kind", "said", "right kind of slot", "a personal slot", "any slot"], rows)


def posts(told: dict) -> list[str]:
    """By kind: marked and found, said and right."""
    marked, said = told["marked"], told["said"]
    rows = [
        [kind, share(marked[kind]["found"], marked[kind]["marked"]) if kind in marked else "–",
         share(said[kind]["right"], said[kind]["said"]) if kind in said else "–"]
        for kind in sorted({*marked, *said})
    ]  # fmt: skip
    return table(["kind", "marked: found under any kind", "said: at a marked place"], rows)
