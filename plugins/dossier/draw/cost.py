"""
What it costs that a box of a network stands where it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from .segments import Box, Line, Point, boxes_on, crossing, lines_on

_CROSSING, _OVERLAP = 200.0, 400.0
"""What two crossing lines cost, and two boxes over each other; a line costs its length."""

_CROWD = 60_000.0
"""What two boxes cost by standing near: this, over the square of how far apart they are."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """
    All that a box has to do with.
    """

    others: Sequence[Box]
    """All other boxes."""

    ends: Sequence[tuple[Box, Point]]
    """Those that a line ties to it, each with the least room for what stands on the line, across or down."""

    lines: Sequence[Line]
    """The lines between others."""

    gap: Point
    """The least room to any other box, across or down."""

    cut: float
    """What a line through a box costs."""

    def cuts(self, box: Box) -> int:
        """Count the lines through it, and its own through others."""
        own = sum(boxes_on((box[0], box[1], end[0], end[1]), self.others) - 1 for end, _ in self.ends)
        return own + lines_on(box, self.lines)

    def cost(self, box: Box, limit: float = 1e18) -> float:
        """Return the cost; counting stops where the limit is passed."""
        x, y, half_x, half_y = box
        cost = 0.0
        for other_x, other_y, other_half_x, other_half_y in self.others:
            across, down = abs(x - other_x), abs(y - other_y)
            cost += _CROWD / (across * across + down * down + 1)
            lack_x, lack_y = half_x + other_half_x + self.gap[0] - across, half_y + other_half_y + self.gap[1] - down
            if lack_x > 0 and lack_y > 0:
                cost += _OVERLAP + 10 * min(lack_x, lack_y)
        for (end_x, end_y, end_half_x, end_half_y), (wide, high) in self.ends:
            across, down = abs(x - end_x), abs(y - end_y)
            cost += sqrt(across * across + down * down)
            lack_x, lack_y = half_x + end_half_x + wide - across, half_y + end_half_y + high - down
            if lack_x > 0 and lack_y > 0:
                cost += _OVERLAP + 10 * min(lack_x, lack_y)
        if cost < limit:
            cost += self.cut * lines_on(box, self.lines)
        for end, _ in self.ends:
            if cost >= limit:
                break
            own = (x, y, end[0], end[1])
            cost += _CROSSING * crossing(own, self.lines) + self.cut * (boxes_on(own, self.others) - 1)
        return cost
