"""
Whose ground each spot of a map is, on a grid of small squares: where words find room, and what they would cover.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .projection import Point, Points, sides

NOBODY = -1
"""What the grid has where no shape is."""


class Ground:
    """
    The grid of a map, each square with the number of the shape that its middle lies in.
    """

    def __init__(self, shapes: Sequence[Sequence[Points]], width: float, height: float, square: float) -> None:
        self.square = square
        self.columns, self.rows = int(width / square), int(height / square)
        self._owners = [[NOBODY] * self.columns for _ in range(self.rows)]
        for number, rings in enumerate(shapes):
            self._fill(number, rings)

    def _fill(self, number: int, rings: Sequence[Points]) -> None:
        crossings: list[list[float]] = [[] for _ in range(self.rows)]
        for ring in rings:
            for (x1, y1), (x2, y2) in sides(ring):
                low, high = sorted((y1 / self.square - 0.5, y2 / self.square - 0.5))
                for row in range(max(0, _up(low)), min(self.rows, _up(high))):
                    middle = (row + 0.5) * self.square
                    crossings[row].append(x1 + (middle - y1) * (x2 - x1) / (y2 - y1))
        for row, found in enumerate(crossings):
            found.sort()
            for start, end in zip(found[::2], found[1::2], strict=False):
                for column in range(max(0, _up(start / self.square - 0.5)), min(self.columns, _up(end / self.square - 0.5))):
                    self._owners[row][column] = number

    def clear(self, middle: Point, reach: float) -> None:
        """
        Take the ground around a mark from everybody, so that nothing else is put there.
        """
        for row in range(max(0, int((middle[1] - reach) / self.square)), min(self.rows, int((middle[1] + reach) / self.square) + 1)):
            for column in range(max(0, int((middle[0] - reach) / self.square)), min(self.columns, int((middle[0] + reach) / self.square) + 1)):
                self._owners[row][column] = NOBODY

    def owner(self, x: float, y: float) -> int:
        """
        Return whose ground a point is.
        """
        row, column = int(y / self.square), int(x / self.square)
        return self._owners[row][column] if 0 <= row < self.rows and 0 <= column < self.columns else NOBODY

    def spots(self, height: float) -> dict[int, list[tuple[float, Point]]]:
        """
        Return, for each shape, every spot where words of a height stand wholly in it, with how wide they may be there.
        """
        reach = max(0, round(height / self.square / 2))
        runs = [_runs(row) for row in self._owners]
        found: dict[int, list[tuple[float, Point]]] = {}
        for row in range(reach, self.rows - reach):
            above = range(row - reach, row + reach + 1)
            for column, owner in enumerate(self._owners[row]):
                if owner != NOBODY and all(self._owners[other][column] == owner for other in above):
                    room = min(runs[other][column] for other in above) * 2 - 1
                    found.setdefault(owner, []).append((room * self.square, self._middle(row, column)))
        return found

    def middles(self) -> dict[int, Point]:
        """
        Return, for each shape that is seen, the spot in it that is furthest from all others.
        """
        depths = self._depths()
        best: dict[int, tuple[int, int, int]] = {}
        for row, owners in enumerate(self._owners):
            for column, owner in enumerate(owners):
                if owner != NOBODY and depths[row][column] > best.get(owner, (0, 0, 0))[0]:
                    best[owner] = (depths[row][column], row, column)
        return {owner: self._middle(row, column) for owner, (_, row, column) in best.items()}

    def _depths(self) -> list[list[int]]:
        """How many steps each square is from the next of another shape: there and back again over the grid."""
        depths = [[self.rows + self.columns] * self.columns for _ in range(self.rows)]
        for step in (1, -1):
            for row in range(self.rows)[::step]:
                for column in range(self.columns)[::step]:
                    near = depths[row][column]
                    for other, beside in ((row - step, column), (row, column - step), (row - step, column - step), (row - step, column + step)):
                        if not (0 <= other < self.rows and 0 <= beside < self.columns) or self._owners[other][beside] != self._owners[row][column]:
                            near = 1
                        elif depths[other][beside] + 1 < near:
                            near = depths[other][beside] + 1
                    depths[row][column] = near
        return depths

    def size(self, number: int) -> int:
        """
        Return how many squares a shape has.
        """
        return sum(row.count(number) for row in self._owners)

    def _middle(self, row: int, column: int) -> Point:
        return (column + 0.5) * self.square, (row + 0.5) * self.square


def _runs(owners: list[int]) -> list[int]:
    """How many squares of one owner there are on the shorter side of each, itself counted."""
    ends = [0, *(column for column, (before, here) in enumerate(pairwise(owners), start=1) if before != here), len(owners)]
    return [min(column - start, end - 1 - column) + 1 for start, end in pairwise(ends) for column in range(start, end)]


def _up(value: float) -> int:
    return -int(-value // 1)
