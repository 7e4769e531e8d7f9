"""The tables of benches/DRAFTS.md from the figures of benches/drafts.json."""
from score.tables import number, table

from . import traits as measured
from .judged import RUBRIC
from .lint import errors

SMALL_WORDS = len(measured.SMALL)
LINES = {
    "replies": "replies",
    "error": "with a lint error",
    "warning": "with a lint warning",
    "fits": "fit the channel",
    "used": "share of the limit used",
    "ease": "reading ease, median",
    "words_a_sentence": "words a sentence",
    "takes_up_a_word": "take up a word of the customer's",
    "takes_up_a_word_first": "take it up in the first sentence",
    "greets_by_name": "greet by name",
    "apologies": "apologies a reply",
    "two_apologies": "with two apologies or more",
    "questions": "questions a reply",
    "two_questions": "with two questions or more",
    "links": "links a reply",
    "promise_with_time": "promise with a time",
    "distinct_texts": "different texts",
    "near_duplicates": "near duplicates",
    "distinct_2": "distinct-2",
    "distinct_3": "distinct-3",
}
PLAIN = {"replies": "{:,}", "ease": "{:.0f}", "words_a_sentence": "{:.1f}"}


def columns(sets: dict) -> dict[str, dict]:
    """One column a set and side, where there are replies."""
    sides = (("drafts", "drafts"), ("agents", "agents"))
    return {f"{name}, {title}": told[side] for name, told in sets.items() for side, title in sides if told[side]["replies"]}


def cell(key: str, value: float | None) -> str:
    """A figure as the page shows it."""
    if value is None:
        return "–"
    return PLAIN[key].format(value) if key in PLAIN else number(float(value))


def traits(sets: dict) -> list[str]:
    """Every measure of every column."""
    found = columns(sets)
    rows = [[title, *(cell(key, one.get(key)) for one in found.values())] for key, title in LINES.items()]
    return table(["measure", *found], rows)


def rules(sets: dict) -> list[str]:
    """How many replies of every column each rule objects to."""
    found = columns(sets)
    names = sorted({rule for one in found.values() for rule in one["rules"]}, key=lambda rule: (rule not in errors(), rule))
    rows = [[f"`{rule}`", *(str(one["rules"].get(rule, 0)) for one in found.values())] for rule in names]
    return table(["rule", *found], rows or [["none", *("0" for _ in found)]])


def everywhere(runs: dict) -> list[str]:
    """Drafts with findings, by messages and settings."""
    rows = []
    for name, one in runs.items():
        what = ", ".join(f"`{rule}` {many:,}" for rule, many in one["rules"].items()) or "–"
        sums = [one[key] for key in ("messages", "drafts", "errors", "warnings", "not_fitting")]
        rows.append([*name.split(" / "), *(f"{many:,}" for many in sums), what])
    return table(["messages", "settings", "messages", "drafts", "errors", "warnings", "not fitting", "findings"], rows, 2)


def variety(told: dict) -> list[str]:
    """How different the drafts to one intent are."""
    head = ["intent", "drafts", "different texts", "near duplicates", "distinct-2", "distinct-3"]
    shares = [number(told[key]) for key in ("near_duplicates", "distinct_2", "distinct_3")]
    return table(head, [[f"`{told['intent']}`", f"{told['drafts']:,}", f"{told['different']:,}", *shares]])


def judged(rounds: list[dict]) -> list[str]:
    """Wins by reading and set."""
    rows = []
    for one in rounds:
        rows.append([one["name"], "all", *(str(one[key]) for key in ("pairs", "ours", "agents", "even"))])
        for name, part in one["sets"].items():
            rows.append(["", name, str(sum(part.values())), *(str(part[key]) for key in ("ours", "agents", "even"))])
    return table(["reading", "set", "pairs", "draft better", "agent better", "even"], rows, 2)


def marks(rounds: list[dict]) -> list[str]:
    """Mean marks by reading and side."""
    rows = []
    for one in rounds:
        for side, means in one["marks"].items():
            rows.append([one["name"], "drafts" if side == "ours" else "agents", *(f"{means[name]:.1f}" for name in RUBRIC)])
    return table(["reading", "side", *RUBRIC], rows, 2)


def reasons(rounds: list[dict]) -> list[str]:
    """Why drafts lost, in pairs of each reading that has any."""
    names = list(dict.fromkeys(reason for one in rounds for reason in one["reasons"]))
    head = ["why the draft was worse (a pair may count more than once)", *(f"{one['name']}, of {one['pairs']}" for one in rounds)]
    return table(head, [[name, *(str(one["reasons"].get(name, 0)) for one in rounds)] for name in names])


def short(told: dict) -> list[str]:
    """What a hurried reader takes away."""
    runs = told["everywhere"]["runs"].values()
    total = {key: sum(one[key] for one in runs) for key in ("drafts", "errors", "warnings", "not_fitting")}
    share = number(total["warnings"] / total["drafts"]) if total["drafts"] else "–"
    lines = [
        f"- Everything at hand, {total['drafts']:,} drafts: {total['errors']:,} with a lint error (target 0), {total['warnings']:,} "
        f"({share}) with a warning (target .020 at most), {total['not_fitting']:,} that do not fit their channel (target 0)."
    ]
    for name, one in told["sets"].items():
        if one["agents"]["replies"]:
            both = [f"{number(one[side]['takes_up_a_word_first'])}" for side in ("drafts", "agents")]
            lines.append(f"- `{name}`: the first sentence takes up a word of the customer's in {both[0]} of the drafts, {both[1]} of the agents' replies.")
    for one in told["judged"]:
        lines.append(
            f"- Read blind by the makers, {one['name']}: of {one['pairs']} pairs the draft was better in {one['ours']}, the agent's reply in "
            f"{one['agents']}, even in {one['even']}."
        )
    return lines
