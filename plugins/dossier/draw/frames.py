"""
The two widths that a drawing is made in, so that its words are as large on a telephone as on a desk.

The style sheet shows the one that fits: the wide one from 600 pixels on, where its words still measure twelve.
"""

from __future__ import annotations

NARROW = 328.0
"""A telephone's 360 pixels without the margins of the page."""

WIDE = 660.0

TYPE = 13.5
"""The size of all words, in the drawing's own units."""

LEADING = 17.0
"""From one line of words to the next."""

BOLD = 1.12
"""How much wider bold words are than ``lettering`` makes them."""


def tidy(value: float) -> float:
    """
    Return a number with at most one decimal, so that drawings are the same on every machine.
    """
    return round(value, 1) + 0.0  # plus nothing, or there would be a minus zero
