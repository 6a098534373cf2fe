"""
What the pages of sources are given.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Entity, Lineage, Source
from .facts import FactView, ProseView, SourceLink


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """
    One paragraph of a source, and what it yielded.
    """

    number: int
    facts: tuple[FactView, ...]
    """The facts that cite it."""

    reason: str | None
    """Why no fact needs to cite it, where that is declared."""

    rests_on: SourceLink | None
    """Whose knowledge it is, where not the source's own."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """
    The page of a source.
    """

    source: Source
    label: str
    """Its short name."""

    url: str
    note: ProseView
    publisher: Entity | None
    rests_on: tuple[tuple[Lineage, SourceLink], ...]
    """What it rests on, with the source that each line names."""

    carried_by: tuple[SourceLink, ...]
    """The sources that rest on it."""

    paragraphs: tuple[ParagraphView, ...]
    """Every paragraph of the copy held."""

    elsewhere: tuple[FactView, ...]
    """Facts that cite it without a paragraph."""


@dataclass(frozen=True, slots=True)
class SourceIndexView:
    """
    All sources.
    """

    url: str
    held: tuple[SourceView, ...]
    not_held: tuple[SourceView, ...]
