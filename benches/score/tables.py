"""models/ACCURACY.md from the figures of models/accuracy.json."""
from .own import LINES

OURS = "twoears"
RATED_TITLES = {
    "vader_tweets": "rated tweets (826)",
    "vader_amazonreviewsnippets": "rated snippets of reviews (766)",
    "tweeteval_sentiment": "TweetEval sentiment, 3 labels (12,284)",
}


def number(value: float) -> str:
    """Three digits after the point, no nought before it."""
    return f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.3f}"


def table(head: list[str], rows: list[list[str]], left: int = 1) -> list[str]:
    """A table; the first `left` columns are text."""
    marks = ["---"] * left + ["---:"] * (len(head) - left)
    lines = ["| " + " | ".join(cells) + " |" for cells in (head, *rows)]
    return [lines[0], "|" + "|".join(marks) + "|", *lines[1:]]


def best(cells: list[float | None]) -> list[str]:
    """The figures of a line, the best in bold; equal to three digits is equal."""
    top = max(round(cell, 3) for cell in cells if cell is not None)
    shown = ["–" if cell is None else number(cell) for cell in cells]
    return [f"**{text}**" if cell is not None and round(cell, 3) == top else text for cell, text in zip(cells, shown)]


def own_labels(own: dict[str, dict]) -> list[str]:
    """Every system's figure in every line."""
    rows = []
    for line in LINES:
        found = [own[system].get(line.key) for system in own]
        cells = best([one and one["value"] for one in found])
        if line.draws:
            cells = [f"{cell} ± {number(one['spread'])}" if one else cell for cell, one in zip(cells, found)]
        rows.append([line.title, line.measure, *cells, line.known])
    return table(["set", "measure", *own, "told elsewhere"], rows, 2)


def losses(told: dict) -> list[str]:
    """Where somebody else is better, in plain words."""
    lines = []
    for line in LINES:
        values = {system: figures[line.key]["value"] for system, figures in told["own_labels"].items()}
        lines += loss(f"{line.title}, {line.measure}", values)
    for key, values in told["sentiment"].items():
        name, measure = key.split(", ")
        lines += loss(f"{RATED_TITLES[name]}, {measure}", values)
    return lines or ["On no line above is anybody else better to three digits."]


def loss(title: str, values: dict[str, float]) -> list[str]:
    """A line where we are not the best."""
    ahead = max(values, key=lambda system: values[system])
    if round(values[ahead], 3) <= round(values[OURS], 3):
        return []
    return [f"- {title}: {number(values[OURS])}, {ahead} has {number(values[ahead])}."]


def sureness(told: dict[str, dict]) -> list[str]:
    """Calibration, sets and cost of our heads."""
    rows = [
        [
            name,
            number(one["calibration_error"]),
            number(one["coverage"]),
            f"{one['mean_set']:.2f}",
            f"{one['seconds']:.1f}",
            f"{one['head_bytes'] / 1e6:.2f}",
        ]
        for name, one in told.items()
    ]
    return table(["head", "calibration error", "set holds the label", "labels in a set", "seconds to learn", "MB"], rows)


def gold(told: dict) -> list[str]:
    """The labelled real posts."""
    sized = [(name, one) for name, one in told.items() if isinstance(one, dict)]
    heads = [
        [name, number(one["accuracy"]), number(one["macro_f1"]), number(one["ece"]), number(one["coverage_at_90"])]
        + ([number(one["coverage"]), f"{one['mean_set']:.2f}"] if "coverage" in one else ["–", "–"])
        for name, one in sized
        if "accuracy" in one
    ]
    alarms = [
        [name, number(one["recall"]), number(one["false_alarm"]), str(one["positives"]), number(one["ece"]) if "ece" in one else "–"]
        for name, one in sized
        if "false_alarm" in one
    ]
    private = told["private_data"]
    return [
        *table(["question", "accuracy", "macro F1", "calibration error", "coverage at 90 % right", "set holds the label", "labels in a set"], heads),
        "",
        f"Right intent among the first three: {number(told['intent']['top3'])}; sentiment in three levels: "
        f"{number(told['sentiment']['accuracy_3way'])}.",
        "",
        *table(["must not be missed", "recall", "false alarms", "in the set", "calibration error"], alarms),
        "",
        f"Personal data: recall {number(private['recall'])} of {private['spans']} places, precision {number(private['precision'])}.",
    ]


def sentiment(told: dict[str, dict]) -> list[str]:
    """The shipped model beside the word lists."""
    systems = list(next(iter(told.values())))
    rows = []
    for key, values in told.items():
        name, measure = key.split(", ")
        rows.append([RATED_TITLES[name], measure, *best([values[system] for system in systems])])
    return table(["set", "measure", *systems], rows, 2)


def speed(told: dict[str, dict]) -> list[str]:
    """Time, size and loading; the ratio is to the own-label head, asked in the same language where that was timed."""
    base = told[f"{OURS}, own labels, Rust"]["microseconds"]
    rows = [
        [
            name,
            f"{one['microseconds']:,.1f}",
            f"{one['microseconds'] / base:,.1f}",
            f"{one['per_second']:,.0f}",
            f"{one['bytes'] / 1e6:,.1f}",
            f"{one['load_ms']:,.0f}" if one["load_ms"] >= 10 else f"{one['load_ms']:.1f}",
        ]
        for name, one in told.items()
    ]
    return table(["", "µs a message", "ratio", "a second, 2 threads", "model, MB", "load, ms"], rows)
