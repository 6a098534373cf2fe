"""
How much room words take, before any font is known.

A reader's system chooses the font, so the widths are those of a wide one (DejaVu Sans): words then fit in all of the usual ones.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_EMS = (
    (0.33, "iljI.,:;'’‘|!"),
    (0.42, 'frt()[]{}- /\\"°'),
    (0.55, "Jcksvxyz“”?*"),
    (0.8, "ABCDGHKNOPQRUVXÖ&–"),
    (1.0, "MWmw@%—…"),
)
_EM_OF = {character: ems for ems, characters in _EMS for character in characters}
_LIKE_LOWER_CASE, _LIKE_A_SQUARE = 0.64, 1.05


def width(text: str, size: float) -> float:
    """
    Return how wide a text is in a font of a size, at most.
    """
    return _ems(text) * size


@lru_cache(maxsize=100_000)
def _ems(text: str) -> float:
    ems = 0.0  # added up one by one: from Python 3.12 on, sum() rounds otherwise
    for character in text:
        ems += _EM_OF.get(character) or _other(character)
    return ems


def _other(character: str) -> float:
    return _LIKE_A_SQUARE if unicodedata.east_asian_width(character) in "WF" else _LIKE_LOWER_CASE


def wrapped(text: str, room: float, size: float) -> tuple[str, ...]:
    """
    Return a text in as few lines as the room allows, and these about as long as each other; a word too long for it has a line of its own.
    """
    words = text.split(" ")
    lines = _filled(words, room, size)
    narrower = room
    while narrower > size and len(closer := _filled(words, narrower, size)) == len(lines):
        lines = closer
        narrower -= size / 2
    return lines


def _filled(words: list[str], room: float, size: float) -> tuple[str, ...]:
    lines = [words[0]]
    for word in words[1:]:
        if width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)
