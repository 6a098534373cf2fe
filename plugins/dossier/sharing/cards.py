"""
The picture that stands beside a link to a page: what it is about, one fact, and how firmly that stands.

Greys and one red, in a palette of 16 colours: a card weighs about ten kilobytes, and its bytes depend on nothing but its words.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image

from ..dossier import Dossier
from ..model import Entity
from ..urls import page_of
from .snippets import counted, lead, statement
from .typeface import Face, covers

WIDTH, HEIGHT = 1200, 630
_MARGIN, _ROOM = 70, 1060
_INK, _PAPER, _RED = 0, 14, 15
_INK_RGB, _PAPER_RGB, _RED_RGB = (31, 28, 25), (251, 248, 242), (124, 29, 29)
_PALETTE = [round(ink + (paper - ink) * step / _PAPER) for step in range(_PAPER + 1) for ink, paper in zip(_INK_RGB, _PAPER_RGB, strict=True)] + [*_RED_RGB]

_SMALL = Face("Regular", 28)
_NAMES = (Face("SemiBold", 72), Face("SemiBold", 56), Face("SemiBold", 44))
_TEXTS = (Face("Regular", 38), Face("Regular", 34), Face("Regular", 30))
_KIND_AT, _NAME_AT, _FOOT_AT, _LAST_TEXT_AT = 92, 100, 582, 524


@dataclass(frozen=True, slots=True)
class Card:
    """
    What a card says.
    """

    page: str
    """The page that it is of, from the site's root."""

    kind: str
    name: str
    words: str
    """One fact, whole; how much is known, where no fact may stand alone."""

    otherwise: str
    """What stands there instead if the words do not fit: cut short, they might lose who says so."""

    standing: str
    """How firmly the fact stands; nothing where there is none."""

    @property
    def file(self) -> str:
        """The picture, from the site's root."""
        return f"cards/{self.page.removesuffix('.html')}.png"

    @property
    def drawable(self) -> bool:
        """Whether the font has every letter."""
        return covers(self.kind + self.name + self.words + self.otherwise)


def entity_card(dossier: Dossier, entity: Entity) -> Card:
    """
    Return the card of an entity.
    """
    fact, kind = lead(dossier, entity), getattr(entity, "kind", None)
    count = counted(dossier, entity)
    return Card(
        page=page_of(entity),
        kind=kind.label if kind else entity.sort,
        name=entity.name,
        words=statement(dossier, fact) if fact else count,
        otherwise=count,
        standing=dossier.standing(fact).label if fact else "",
    )


def dossier_card(dossier: Dossier) -> Card:
    """
    Return the card of the whole dossier, which pages without one of their own share.
    """
    count = f"{len(dossier.standing_facts)} facts, each with who says so and where"
    return Card("index.html", "dossier", dossier.settings.title, dossier.settings.subtitle, count, "")


def drawn(card: Card, site: str) -> bytes:
    """
    Return a card as a PNG.

    Args:
        card: What it says.
        site: The site's name, which stands at its foot.
    """
    image = Image.new("L", (WIDTH, HEIGHT), _PAPER)
    image.paste(_RED, (0, 0, WIDTH, 14))
    _SMALL.write(image, _MARGIN, _KIND_AT, card.kind[:1].upper() + card.kind[1:], _INK)
    face, lines = next((found for found in ((face, face.wrapped(card.name, _ROOM)) for face in _NAMES) if len(found[1]) < 3), (_NAMES[-1], [card.name]))
    baseline = _NAME_AT
    for line in lines:
        baseline += round(face.size * 1.1)
        face.write(image, _MARGIN, baseline, line, _INK)
    fits = _set_text(image, baseline + 24, card.words) or _set_text(image, baseline + 24, card.otherwise)
    image.paste(_RED, (_MARGIN, _FOOT_AT - 42, _MARGIN + 120, _FOOT_AT - 39))
    _SMALL.write(image, _MARGIN, _FOOT_AT, site if covers(site) else "", _INK)
    if card.standing and fits == card.words:
        standing = f"Standing: {card.standing}"
        _SMALL.write(image, WIDTH - _MARGIN - _SMALL.width(standing), _FOOT_AT, standing, _INK)
    image.putpalette(_PALETTE)
    file = io.BytesIO()
    image.save(file, "PNG", bits=4, compress_level=6)
    return file.getvalue()


def _set_text(image: Image.Image, top: int, text: str) -> str:
    """Write a text in the largest size in which it is whole, and return it; nothing where it is not in any."""
    for face in _TEXTS:
        lines, leading = face.wrapped(text, _ROOM), round(face.size * 1.3)
        if top + len(lines) * leading <= _LAST_TEXT_AT and all(face.width(line) <= _ROOM for line in lines):
            for number, line in enumerate(lines, 1):
                face.write(image, _MARGIN, top + number * leading, line, _INK)
            return text
    return ""
