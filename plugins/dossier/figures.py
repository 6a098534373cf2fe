"""
A fact's numbers: ``more than 100 million USD``, ``8 to 15 percent a year``, ``hundreds of files``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from .problems import shown
from .vocabulary import Bound

_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALE = rf"(?:\s+(?P<scale>{'|'.join(_SCALES)}))?"
# A unit that began with a digit would be the rest of a number, '40 000'; with 'to' or a scale, that of a range, '500 thousand to 2 million'.
_UNIT = rf"(?P<unit>(?!(?:to|{'|'.join(_SCALES)})\b)[^\s\d].*)"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?:0|[1-9]\d*)(?:\.\d+)?"
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
    rf"(?:(?P<bound>{'|'.join(_PHRASES)})\s+)?(?P<low>{_NUMBER})(?:\s+to\s+(?P<high>{_NUMBER}))?{_SCALE}(?:\s+{_UNIT})?",
    re.IGNORECASE,
)
MANY = {
    "dozens": (Bound.DOZENS, 12),
    "tens": (Bound.TENS, 10),
    "hundreds": (Bound.HUNDREDS, 100),
    "thousands": (Bound.THOUSANDS, 1000),
    "millions": (Bound.MILLIONS, 10**6),
    "billions": (Bound.BILLIONS, 10**9),
}
_DOTTED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,])")
_INDEFINITE = re.compile(
    rf"(?P<many>{'|'.join(MANY)})(?:\s+of)?(?:\s+(?P<scale>{'|'.join(_SCALES)})s?)?(?:\s+of)?(?:\s+{_UNIT})?",
    re.IGNORECASE,
)

EXPECTED = "a number with its unit, such as 'more than 100 million USD', '136 journalists', '8 to 15 percent a year' or 'hundreds of files'"


@dataclass(frozen=True, slots=True)
class Amount:
    """
    A number with its bound and unit.
    """

    words: str
    """As typed."""

    bound: Bound
    """What the words say of the number: about, more than, at most."""

    low: Decimal
    """In single units: 100 million is 100000000; ``hundreds of`` is 100."""

    high: Decimal | None
    """The upper end of a range; otherwise ``None``."""

    unit: str
    """``USD``, ``percent a year``, ``files``; ``""`` where none is given."""


def parse_amount(text: str) -> Amount:
    """
    Read an amount in words.

    Args:
        text: A bound, a number, a scale and a unit, of which only the number must be there.

    Raises:
        ValueError: If no number is found. The message says what was expected.
    """
    text = " ".join(text.split())
    if many := _INDEFINITE.fullmatch(text):
        bound, amount = MANY[many["many"].lower()]
        return Amount(text, bound, Decimal(amount) * _SCALES.get((many["scale"] or "").lower(), 1), None, many["unit"] or "")
    found = _FIGURE.fullmatch(text)
    # Half of Europe writes 40.000 for forty thousand, the other half for forty.
    if (dotted := _DOTTED.search(text)) and not (found and found["scale"]):
        msg = f"expected a comma between thousands, found {shown(text)}: write {dotted[0].replace('.', ',')}, or the fraction with another number of digits"
        raise ValueError(msg)
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
        return Amount(text, Bound.BETWEEN, low, high, found["unit"] or "")
    bound = _PHRASES[found["bound"].lower()] if found["bound"] else Bound.EXACTLY
    return Amount(text, bound, low, None, found["unit"] or "")


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
