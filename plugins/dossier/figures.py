"""
A fact's numbers: ``more than 100 million USD``, ``8 to 15 percent a year``, ``hundreds of files``.
"""

from __future__ import annotations

import re
from decimal import Decimal

from .vocabulary import Bound

_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALE = rf"(?:\s+(?P<scale>{'|'.join(_SCALES)}))?"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PHRASES = {
    "more than": Bound.MORE_THAN,
    "over": Bound.MORE_THAN,
    "at least": Bound.AT_LEAST,
    "no less than": Bound.AT_LEAST,
    "no fewer than": Bound.AT_LEAST,
    "fewer than": Bound.LESS_THAN,
    "as much as": Bound.AT_MOST,
    "as many as": Bound.AT_MOST,
    "no more than": Bound.AT_MOST,
    "less than": Bound.LESS_THAN,
    "under": Bound.LESS_THAN,
    "at most": Bound.AT_MOST,
    "up to": Bound.AT_MOST,
    "about": Bound.ABOUT,
    "nearly": Bound.NEARLY,
    "almost": Bound.NEARLY,
    "barely": Bound.ABOUT,
    "exactly": Bound.EXACTLY,
}
_FIGURE = re.compile(
    rf"(?:(?P<bound>{'|'.join(_PHRASES)})\s+)?(?P<low>{_NUMBER})(?:\s+to\s+(?P<high>{_NUMBER}))?{_SCALE}(?:\s+(?P<unit>\S.*))?",
    re.IGNORECASE,
)
_MANY = {"dozens": (Bound.DOZENS, 12), "tens": (Bound.TENS, 10), "hundreds": (Bound.HUNDREDS, 100), "thousands": (Bound.THOUSANDS, 1000), "millions": (Bound.MILLIONS, 10**6), "billions": (Bound.BILLIONS, 10**9)}
_INDEFINITE = re.compile(
    rf"(?P<many>{'|'.join(_MANY)})(?:\s+of)?(?:\s+(?P<scale>{'|'.join(_SCALES)})s?)?(?:\s+of)?(?:\s+(?P<unit>\S.*))?",
    re.IGNORECASE,
)

EXPECTED = "a number with its unit, such as 'more than 100 million USD', '136 journalists', '8 to 15 percent a year' or 'hundreds of files'"


def parse_amount(text: str) -> tuple[Bound, Decimal, Decimal | None, str]:
    """
    Read an amount in words.

    Args:
        text: A bound, a number, a scale and a unit, of which only the number must be there.

    Returns:
        The bound; the amount, in single units (100 million is 100000000; ``hundreds of`` is 100); the upper amount of
        a range, or ``None``; and the unit as typed, ``""`` where none is given.

    Raises:
        ValueError: If no number is found. The message says what was expected.
    """
    text = " ".join(text.split())
    if many := _INDEFINITE.fullmatch(text):
        bound, amount = _MANY[many["many"].lower()]
        return bound, Decimal(amount) * _SCALES.get((many["scale"] or "").lower(), 1), None, many["unit"] or ""
    found = _FIGURE.fullmatch(text)
    if not found:
        msg = f"expected {EXPECTED}"
        raise ValueError(msg)
    scale = _SCALES.get((found["scale"] or "").lower(), 1)
    low = _number(found["low"]) * scale
    if found["high"]:
        high = _number(found["high"]) * scale
        if found["bound"] or high <= low:
            msg = "expected a range from the smaller number to the larger, without 'more than' and the like"
            raise ValueError(msg)
        return Bound.BETWEEN, low, high, found["unit"] or ""
    bound = _PHRASES[found["bound"].lower()] if found["bound"] else Bound.EXACTLY
    return bound, low, None, found["unit"] or ""


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
