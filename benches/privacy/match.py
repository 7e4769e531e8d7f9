"""Spans said beside spans marked: which belong together, and precision, recall and F1 of it. Checked by `check`."""
import dataclasses
from collections.abc import Callable

Place = tuple[int, int]
"""First code point, and one past the last."""


def shared(a: Place, b: Place) -> int:
    """How many code points two places share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def exact(marked: Place, said: Place) -> bool:
    """The very same place."""
    return marked == said


def half(marked: Place, said: Place) -> bool:
    """At least half of both is shared."""
    both = shared(marked, said)
    return both > 0 and 2 * both >= marked[1] - marked[0] and 2 * both >= said[1] - said[0]


Fits = Callable[[Place, Place], bool]
RULES: dict[str, Fits] = {"exact": exact, "overlap": half}


def pairs(marked: list[Place], said: list[Place], fits: Fits) -> list[tuple[int, int]]:
    """Indices that belong together, one to one; who shares the most goes first."""
    near = [(-shared(m, s), i, j) for i, m in enumerate(marked) for j, s in enumerate(said) if fits(m, s)]
    found: dict[int, int] = {}
    for _, i, j in sorted(near):
        if i not in found and j not in found.values():
            found[i] = j
    return sorted(found.items())


def covered(of: list[Place], by: list[Place]) -> tuple[int, int]:
    """Code points of the first places that the second cover, and how many the first have."""
    inside = {at for start, end in of for at in range(start, end)}
    return len(inside & {at for start, end in by for at in range(start, end)}), len(inside)


@dataclasses.dataclass
class Count:
    """Sums over many texts."""

    marked: int = 0
    said: int = 0
    hits: int = 0

    def add(self, marked: int, said: int, hits: int) -> None:
        self.marked, self.said, self.hits = self.marked + marked, self.said + said, self.hits + hits

    def __add__(self, other: "Count") -> "Count":
        return Count(self.marked + other.marked, self.said + other.said, self.hits + other.hits)

    def figures(self) -> dict:
        """The counts and what follows from them; none where there is nothing to divide by."""
        both = self.marked + self.said
        return {
            **dataclasses.asdict(self),
            "precision": self.hits / self.said if self.said else None,
            "recall": self.hits / self.marked if self.marked else None,
            "f1": 2 * self.hits / both if both else None,
        }


def check() -> None:
    """Small sums done by hand."""
    assert exact((1, 5), (1, 5)) and not exact((1, 5), (1, 4))
    assert half((0, 10), (5, 15)) and not half((0, 10), (6, 15)) and not half((0, 10), (0, 21)) and not half((0, 2), (2, 4))
    assert pairs([(0, 10)], [(0, 6), (0, 9)], half) == [(0, 1)], "one to one, the nearer"
    assert pairs([(0, 4), (4, 8)], [(4, 8), (0, 4)], exact) == [(0, 1), (1, 0)]
    assert covered([(0, 4), (2, 6)], [(5, 9)]) == (1, 6)
    figures = (Count(4, 2, 1) + Count(0, 0, 0)).figures()
    assert figures["precision"] == 0.5 and figures["recall"] == 0.25 and abs(figures["f1"] - 1 / 3) < 1e-9
    assert Count().figures()["f1"] is None
