"""
What the pages of sources are given.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Entity, Lineage, Source
from .changes import ChangeView, FlagView
from .facts import FactView, SourceLink
from .prose import ProseView


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """
    One paragraph of a source, and what it yielded.
    """

    number: int
    """Counted from 1, as citations count it."""

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
    """The record."""

    label: str
    """Its short name."""

    url: str
    """The page itself, from the site's root."""

    note: ProseView
    """What a reader should know of it."""

    publisher: Entity | None
    """Who published it; nothing where that is not stated."""

    rests_on: tuple[tuple[Lineage, SourceLink], ...]
    """What it rests on, with the source that each line names."""

    carried_by: tuple[SourceLink, ...]
    """The sources that rest on it."""

    paragraphs: tuple[ParagraphView, ...]
    """Every paragraph of the copy held."""

    elsewhere: tuple[FactView, ...]
    """Facts that cite it without a paragraph."""

    withdrawn: str | None
    """The day on which it was withdrawn, in words."""

    changes: tuple[ChangeView, ...]
    """Its corrections, in the order of time."""

    flags: tuple[FlagView, ...]
    """What it rests on and was withdrawn."""


@dataclass(frozen=True, slots=True)
class SourceIndexView:
    """
    All sources.
    """

    url: str
    """The page itself, from the site's root."""

    held: tuple[SourceView, ...]
    """Those of which a copy is held."""

    not_held: tuple[SourceView, ...]
    """Those known only through others."""
