"""
What a page that only leads elsewhere is given.
"""

from __future__ import annotations

from typing import NamedTuple


class MovedView(NamedTuple):
    """
    A page at an earlier address.
    """

    url: str
    """The earlier address, from the site's root."""

    target: str
    """Where it is now, from the site's root."""
