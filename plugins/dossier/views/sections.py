"""
Which sections a site's navigation names.
"""

from __future__ import annotations

from typing import NamedTuple

from ..dossier import Dossier
from ..model import ENTITIES
from ..vocabulary import Section


class SectionLink(NamedTuple):
    """
    A section as the navigation names it.
    """

    name: str
    """What it is called."""

    url: str
    """From the site's root."""


_PAGES = frozenset({Section.DISAGREEMENTS, Section.MONEY, Section.NETWORK})


def sections(dossier: Dossier) -> tuple[SectionLink, ...]:
    """
    Return the sections that a dossier's settings name, in their order; where they name none, all that have something in them.
    """
    chosen = dossier.settings.sections or [section for section in Section if _has_something(dossier, section)]
    return tuple(SectionLink(section.label.capitalize(), f"{section}.html" if section in _PAGES else f"{section}/index.html") for section in chosen)


def _has_something(dossier: Dossier, section: Section) -> bool:
    for sort in ENTITIES:
        if section == sort.folder:
            return any(isinstance(entity, sort) for entity in dossier.entities.values())
    if section is Section.MONEY:
        return any(fact.figure for fact in dossier.standing_facts)
    if section is Section.NETWORK:
        return any(fact.relation for fact in dossier.standing_facts)
    return bool({Section.CHRONOLOGY: dossier.standing_facts, Section.DISAGREEMENTS: dossier.disagreements, Section.SOURCES: dossier.sources}[section])
