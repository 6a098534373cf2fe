"""
Which of its possible places each label takes, so that no two clash and all together stand as well as can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import permutations

Choice = list[int | None]
"""For each label the number of its place; ``None`` where it has none."""

_NOWHERE = 1000.0
"""What it costs to leave a label out: more than any place."""


def choose(costs: Sequence[Sequence[float]], clash: Callable[[int, int, int, int], bool], orders: Iterable[Sequence[int]], near: Callable[[int, int], bool]) -> Choice:
    """
    Return the place of each label.

    Args:
        costs: For each label what each of its places costs, the cheapest first.
        clash: Whether the place of one label (its number, the place's) clashes with the place of another.
        orders: In which order the labels choose; all are tried, and the cheapest outcome is taken.
        near: Whether two labels may stand in each other's way.
    """
    return _Chooser(costs, clash, near).best(orders)


class _Chooser:
    def __init__(self, costs: Sequence[Sequence[float]], clash: Callable[[int, int, int, int], bool], near: Callable[[int, int], bool]) -> None:
        self.costs, self.clash = costs, clash
        self.pairs = [pair for pair in permutations(range(len(costs)), 2) if near(*pair)]
        self.known: dict[tuple[int, int, int, int], bool] = {}

    def best(self, orders: Iterable[Sequence[int]]) -> Choice:
        best: Choice = [None] * len(self.costs)
        least = self.cost([0 if costs else None for costs in self.costs])
        for order in orders:
            best = min(best, self.bettered(self.in_turn([*order, *order], [None] * len(order))), key=self.cost)
            if self.cost(best) <= least:
                break
        return best

    def cost(self, choice: Choice) -> float:
        return sum(_NOWHERE if place is None else self.costs[label][place] for label, place in enumerate(choice))

    def in_turn(self, order: Iterable[int], start: Choice) -> Choice:
        """Each takes the best place that the others leave free; one that has a place may find a better."""
        choice = list(start)
        for label in order:
            choice[label] = None
            taken = [(other, place) for other, place in enumerate(choice) if place is not None]
            choice[label] = next((place for place in range(len(self.costs[label])) if self.is_free(label, place, taken)), None)
        return choice

    def bettered(self, choice: Choice) -> Choice:
        """Each two that are near choose again, unless both have their best, for as long as that helps."""
        before = None
        while choice != before:
            before = choice
            for pair in self.pairs:
                if any(choice[label] for label in pair) or any(choice[label] is None for label in pair):
                    again = self.in_turn(pair, [None if label in pair else place for label, place in enumerate(choice)])
                    choice = min(choice, again, key=self.cost)
        return choice

    def is_free(self, label: int, place: int, taken: Iterable[tuple[int, int]]) -> bool:
        for other, its in taken:
            key = (label, place, other, its)
            if key not in self.known:
                self.known[key] = self.clash(*key)
            if self.known[key]:
                return False
        return True
