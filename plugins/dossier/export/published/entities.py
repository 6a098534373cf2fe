"""
People, organisations, countries and cases as they are published.
"""

from __future__ import annotations

from .base import Published
from .changes import PublishedChange


class PublishedSpelling(Published):
    """
    A spelling that a source prints.
    """

    spelling: str
    """As printed."""

    language: str | None
    """Its language, where that is not the dossier's: the source's."""

    source: str
    """The source's id."""

    paragraph: int | None
    """Where in it."""


class PublishedEntity(Published):
    """
    A person, organisation, country or territory, or case.
    """

    id: str
    """The permalink's name."""

    sort: str
    """``person``, ``organisation``, ``country`` or ``case``."""

    kind: str | None
    """What kind of organisation, country or case; none for a person."""

    name: str
    """As the page's heading has it."""

    short: str | None
    """For places with little room."""

    language: str | None
    """The language of its name, where that is not the dossier's (BCP 47)."""

    spelled: list[PublishedSpelling]
    """Other spellings, as sources print them."""

    changed: list[PublishedChange]
    """Its corrections, oldest first."""

    lead: str | None
    """The id of the fact that says why they are here."""

    facts: list[str]
    """The ids of the facts about it, in the order of time."""

    url: str
    """Its page, from the site's root."""
