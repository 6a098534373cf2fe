"""
The letters of cards, from the font in ``fonts/``: what a machine has installed makes no difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageFont

_FONTS = Path(__file__).parent / "fonts"
_UNKNOWN = "\uffff"


@dataclass(frozen=True, slots=True)
class Face:
    """
    A weight of the font at a size in pixels.
    """

    weight: str
    """``Regular`` or ``SemiBold``."""

    size: int

    def width(self, text: str) -> float:
        """Return how wide a text is."""
        return sum(_glyph(self, character).advance for character in text)

    def wrapped(self, text: str, room: float) -> list[str]:
        """Return a text in lines that fit; a word too long for one has a line of its own."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.width(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def write(self, image: Image.Image, x: float, baseline: int, text: str, colour: int) -> None:
        """Write a line, from its left end on the baseline."""
        for character in text:
            glyph = _glyph(self, character)
            if glyph.mask:
                image.paste(colour, (round(x) + glyph.left, baseline + glyph.top), glyph.mask)
            x += glyph.advance


def covers(text: str) -> bool:
    """
    Say whether the font has every letter of a text.
    """
    return all(_is_known(character) for character in text)


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A letter as it is pasted: drawn once, for drawing letters is what takes time."""

    mask: Image.Image | None
    left: int
    top: int
    advance: float


@cache
def _font(face: Face) -> ImageFont.FreeTypeFont:
    # The basic layout is in every build of Pillow; the other one depends on what a system has installed.
    return ImageFont.truetype(_FONTS / f"SourceSerif4-{face.weight}.ttf", face.size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _glyph(face: Face, character: str) -> _Glyph:
    font = _font(face)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(character, anchor="ls"))
    mask = None
    if right > left and bottom > top:
        core = font.getmask(character, mode="L")
        mask = Image.frombytes("L", core.size, bytes(core))
    return _Glyph(mask, left, top, font.getlength(character))


@cache
def _is_known(character: str) -> bool:
    font = _font(Face("Regular", 20))
    return bytes(font.getmask(character)) != bytes(font.getmask(_UNKNOWN))
