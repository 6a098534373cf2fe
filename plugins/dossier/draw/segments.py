"""
What lines and boxes do to each other.
"""

from __future__ import annotations

Point = tuple[float, float]
Size = tuple[float, float]


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """
    Say whether the line from a to b crosses the one from c to d.
    """
    ax, ay = a
    bx, by = b
    cx, cy = c
    dx, dy = d
    if (ax if ax > bx else bx) < (cx if cx < dx else dx) or (cx if cx > dx else dx) < (ax if ax < bx else bx):
        return False
    if (ay if ay > by else by) < (cy if cy < dy else dy) or (cy if cy > dy else dy) < (ay if ay < by else by):
        return False
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    if (ux * (cy - ay) - uy * (cx - ax) > 0) == (ux * (dy - ay) - uy * (dx - ax) > 0):
        return False
    return (vx * (ay - cy) - vy * (ax - cx) > 0) != (vx * (by - cy) - vy * (bx - cx) > 0)


def cuts(a: Point, b: Point, middle: Point, size: Size, margin: float = 4.0) -> bool:
    """
    Say whether the line from a to b goes through a box, or nearer to it than a margin.
    """
    half_x, half_y = size[0] / 2 + margin, size[1] / 2 + margin
    ax, ay, bx, by = a[0] - middle[0], a[1] - middle[1], b[0] - middle[0], b[1] - middle[1]
    if (ax > half_x and bx > half_x) or (ax < -half_x and bx < -half_x) or (ay > half_y and by > half_y) or (ay < -half_y and by < -half_y):
        return False
    ux, uy = bx - ax, by - ay
    # The corners are all on one side of the line exactly if its middle is further from it than they reach.
    across = ux * ay - uy * ax
    reach = half_x * (uy if uy > 0 else -uy) + half_y * (ux if ux > 0 else -ux)
    return -reach < across < reach
