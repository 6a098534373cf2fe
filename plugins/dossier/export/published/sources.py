"""
Sources as they are published.
"""

from __future__ import annotations

from ...vocabulary import Character, How
from .base import Published
from .changes import PublishedChange, PublishedWithdrawal


class PublishedLineage(Published):
    """
    What some paragraphs of a source rest on.
    """

    source: str
    """The id of the source that they rest on."""

    paragraphs: list[int] | None
    """Which paragraphs; all of them where none are named."""

    how: How
    """Whether the source says so."""

    why: str
    """How we know."""

    through: str | None
    """The id of the source in between."""


class PublishedAttribution(Published):
    """
    Who an unsigned source may be by: our conclusion.
    """

    name: str
    """The person."""

    basis: str
    """What the conclusion rests on."""

    url: str | None
    """A page that shows it."""


class PublishedSource(Published):
    """
    A document, held or known only through others.
    """

    id: str
    """The permalink's name."""

    title: str
    """Its own title, or a description where it has none; the note says which."""

    language: str | None
    """The language that it is written in, where that is not the dossier's (BCP 47); that of the words cited from it."""

    title_language: str | None
    """The language of its title, where that is not the dossier's."""

    document: str | None
    """The stem of the file that holds its text; none where no copy is held."""

    held: bool
    """Whether a copy is held."""

    paragraphs: int | None
    """How many paragraphs the copy has."""

    character: Character
    """What sort of text it is."""

    publisher: str | None
    """The id of the organisation that published it."""

    author: str | None
    """As signed."""

    attributed_to: PublishedAttribution | None
    """Who it may be by, where it is unsigned."""

    date: str | None
    """When it was published (EDTF)."""

    date_inferred: str | None
    """Why we take the date to be so."""

    link: str | None
    """Where it was published."""

    archive: str | None
    """A copy in a public archive."""

    incomplete: str | None
    """What is missing from the copy held."""

    note: str
    """What a reader should know of it."""

    rests_on: list[PublishedLineage]
    """Whose knowledge its paragraphs are."""

    facts: list[str]
    """The ids of the facts that cite it, in the order of time."""

    changed: list[PublishedChange]
    """The corrections of its record, oldest first."""

    withdrawn: PublishedWithdrawal | None
    """Set if it can be relied on no more: nothing that it says counts."""

    url: str
    """Its page, from the site's root."""
