"""
What lines and boxes do to each other.

Each function goes through all of them by itself, for a layout asks these questions a million times.
"""

from __future__ import annotations

from collections.abc import Iterable

Point = tuple[float, float]
Line = tuple[float, float, float, float]
"""From x, y to x, y."""

Box = tuple[float, float, float, float]
"""Its middle's x and y, and half its width and height."""


def crossing(line: Line, lines: Iterable[Line]) -> int:
    """
    Count the lines that cross a line; one that begins or ends in the same point does not.
    """
    x, y, far_x, far_y = line
    across, down = far_x - x, far_y - y
    count = 0
    for ax, ay, bx, by in lines:
        if (across * (ay - y) - down * (ax - x)) * (across * (by - y) - down * (bx - x)) >= 0:
            continue
        ux, uy = bx - ax, by - ay
        if (ux * (y - ay) - uy * (x - ax)) * (ux * (far_y - ay) - uy * (far_x - ax)) < 0:
            count += 1
    return count


def boxes_on(line: Line, boxes: Iterable[Box]) -> int:
    """
    Count the boxes that a line goes through, ends in or begins in.
    """
    x, y, far_x, far_y = line
    left, right = (x, far_x) if x < far_x else (far_x, x)
    top, bottom = (y, far_y) if y < far_y else (far_y, y)
    across, down = far_x - x, far_y - y
    wide, high = abs(across), abs(down)
    count = 0
    for middle_x, middle_y, half_x, half_y in boxes:
        if middle_x + half_x < left or middle_x - half_x > right or middle_y + half_y < top or middle_y - half_y > bottom:
            continue
        # All corners are on one side of the line exactly if the middle is further from it than they reach.
        if abs(across * (y - middle_y) - down * (x - middle_x)) < half_x * high + half_y * wide:
            count += 1
    return count


def lines_on(box: Box, lines: Iterable[Line]) -> int:
    """
    Count the lines that go through a box, end in it or begin in it.
    """
    middle_x, middle_y, half_x, half_y = box
    left, right, top, bottom = middle_x - half_x, middle_x + half_x, middle_y - half_y, middle_y + half_y
    count = 0
    for ax, ay, bx, by in lines:
        if (ax < left and bx < left) or (ax > right and bx > right) or (ay < top and by < top) or (ay > bottom and by > bottom):
            continue
        across, down = bx - ax, by - ay
        if abs(across * (ay - middle_y) - down * (ax - middle_x)) < half_x * abs(down) + half_y * abs(across):
            count += 1
    return count
