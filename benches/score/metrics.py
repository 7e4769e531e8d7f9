"""Measures of answers. Standard library alone; each is checked on tiny numbers by `python benches/score/metrics.py`."""
import bisect
import math
import statistics

Pairs = list[tuple[str, str]]
"""(right label, said label) of each row."""


def accuracy(pairs: Pairs) -> float:
    """Share of rows that are right."""
    return sum(right == said for right, said in pairs) / len(pairs)


def f1(pairs: Pairs, label: str) -> float:
    """F1 of one label."""
    hit = sum(right == said == label for right, said in pairs)
    both = sum(right == label for right, _ in pairs) + sum(said == label for _, said in pairs)
    return 2 * hit / both if both else 0.0


def macro_f1(pairs: Pairs) -> float:
    """Mean F1 over the labels that occur."""
    return statistics.fmean(f1(pairs, label) for label in sorted({right for right, _ in pairs}))


def macro_recall(pairs: Pairs) -> float:
    """Mean recall over the labels that occur."""
    return statistics.fmean(
        accuracy([pair for pair in pairs if pair[0] == label]) for label in sorted({right for right, _ in pairs})
    )


def micro_f1(rows: list[tuple[set[str], set[str]]]) -> float:
    """F1 over all labels of all rows together, for rows with several labels: (right, said)."""
    hit = sum(len(right & said) for right, said in rows)
    both = sum(len(right) + len(said) for right, said in rows)
    return 2 * hit / both if both else 1.0


def auroc(positive: list[float], negative: list[float]) -> float:
    """How often a positive has the higher score; a tie counts half."""
    ranks = sorted(negative)
    wins = sum(bisect.bisect_left(ranks, score) + bisect.bisect_right(ranks, score) for score in positive)
    return wins / 2 / len(positive) / len(negative)


def recall_at(positive: list[float], negative: list[float], false_alarms: float) -> float:
    """Share of positives above the score that at most this share of negatives goes beyond."""
    allowed = int(false_alarms * len(negative))
    threshold = sorted(negative, reverse=True)[allowed]
    return sum(score > threshold for score in positive) / len(positive)


def pearson(a: list[float], b: list[float]) -> float:
    """Correlation of the values; 0 where one of them never varies."""
    try:
        return statistics.correlation(a, b)
    except statistics.StatisticsError:
        return 0.0


def spearman(a: list[float], b: list[float]) -> float:
    """Correlation of the ranks; equal values share the mean of their ranks."""
    return pearson(ranks(a), ranks(b))


def ranks(values: list[float]) -> list[float]:
    """The rank of each value."""
    order = sorted(values)
    return [(bisect.bisect_left(order, value) + bisect.bisect_right(order, value)) / 2 for value in values]


def calibration_error(rows: list[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: (probability of the answer, was it right) in bins of equal width."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for probability, right in rows:
        held[min(int(probability * bins), bins - 1)].append((probability, right))
    gaps = (abs(math.fsum(p for p, _ in part) - sum(right for _, right in part)) for part in held)
    return math.fsum(gaps) / len(rows)


def check() -> None:
    """Small sums done by hand."""
    pairs = [("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]
    assert accuracy(pairs) == 0.75 and math.isclose(f1(pairs, "b"), 0.8)
    assert math.isclose(macro_f1(pairs), (2 / 3 + 0.8) / 2) and macro_recall(pairs) == 0.75
    assert math.isclose(micro_f1([({"a", "b"}, {"a"}), (set(), {"c"})]), 0.5)
    assert auroc([2, 3], [1, 2]) == 0.875 and recall_at([3, 1], [0, 1, 2, 0], 0.25) == 0.5
    assert math.isclose(spearman([1, 2, 3], [1, 4, 9]), 1) and pearson([1, 1], [1, 2]) == 0
    assert ranks([5, 5, 7]) == [1, 1, 2.5]
    assert math.isclose(calibration_error([(0.9, True), (0.9, False), (0.1, False)]), (0.8 + 0.1) / 3)


if __name__ == "__main__":
    check()
