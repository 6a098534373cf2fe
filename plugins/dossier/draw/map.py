"""
Where it happened: the countries and territories of a dossier on a map, each the way to its page.

Borders are the atlas's, and so is what lies around; a territory that the atlas does not outline is a marked point.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..atlas import Atlas, atlas
from ..dossier import Dossier
from ..model import Country
from ..urls import page_of
from .frames import NARROW, TYPE
from .kept import kept
from .map_chart import Chart, chart
from .map_frame import Frame, Subject, frame, shaped, subject

WIDE = 760.0
"""The wider of the two widths; its words measure twelve pixels from 680 on."""

SMALL_TYPE = 12.2
"""The size of words on the narrow map, where room is scarcest."""

_TALLEST, _FLATTEST = 1.25, 0.55
_NARROW_FLATTEST = 0.95
"""The height of a map, by its width. A narrow one is taller, to have room for the names."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """
    A country that the map does not show.
    """

    id: str
    """The country's."""

    name: str
    """Its short name."""

    url: str
    """Its page, from the site's root."""

    facts: int
    """How many facts are about it."""


@dataclass(frozen=True, slots=True)
class Map:
    """
    The map in both widths, and what does not lie on it.
    """

    wide: Chart
    narrow: Chart
    elsewhere: tuple[Elsewhere, ...]
    """Countries outside the frame, or without a place, by name."""

    has_points: bool
    """Whether any territory is marked as a point."""

    atlas: Atlas
    """Where its outlines are from."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """
    Who shares a land border with a country, by the atlas.
    """

    here: tuple[Country, ...]
    """Those that have a page, by name."""

    others: tuple[str, ...]
    """The names of the rest, by the atlas, sorted."""


@lru_cache(maxsize=1)
def map_of(dossier: Dossier) -> Map | None:
    """
    Return the map of a dossier, or nothing if none of its countries says where it is.
    """
    countries = sorted((one for one in dossier.entities.values() if isinstance(one, Country)), key=lambda one: (one.label.casefold(), one.id))
    given = [[one.id, one.iso, one.at and [one.at.longitude, one.at.latitude], len(dossier.facts_about(one))] for one in countries]
    subjects = [found for country in countries if (found := _subject(dossier, country))]
    if not subjects:
        return None
    found = kept.of(Frame, given, lambda: frame(subjects))
    wide = chart(dossier, countries, shaped(found, _TALLEST, _FLATTEST), WIDE, TYPE, has_numbers=True)
    narrow = chart(dossier, countries, shaped(found, _TALLEST, _NARROW_FLATTEST), NARROW, SMALL_TYPE, has_numbers=False)
    shown = {spot.id for spot in wide.spots} & {spot.id for spot in narrow.spots}
    elsewhere = tuple(Elsewhere(one.id, one.label, page_of(one), len(dossier.facts_about(one))) for one in countries if one.id not in shown)
    return Map(wide, narrow, elsewhere, any(one.at and one.id in shown for one in countries), atlas())


def neighbours(dossier: Dossier, country: Country) -> Neighbours:
    """
    Return who shares a land border with a country; nobody for one that the atlas does not outline.
    """
    outlines = atlas().outlines
    codes = outlines[country.iso].borders if country.iso else ()
    known = {one.iso: one for one in dossier.entities.values() if isinstance(one, Country) and one.iso}
    here = sorted((known[code] for code in codes if code in known), key=lambda one: (one.name.casefold(), one.id))
    return Neighbours(tuple(here), tuple(sorted(outlines[code].name for code in codes if code not in known)))


def _subject(dossier: Dossier, country: Country) -> Subject | None:
    facts = len(dossier.facts_about(country))
    if country.iso:
        return subject(country.id, facts, atlas().outlines[country.iso])
    return Subject(country.id, facts, 0.0, ((country.at.longitude, country.at.latitude),)) if country.at else None
