"""
The dossier as a whole, and what it demands of its records.
"""

from __future__ import annotations

from typing import Annotated

from ..fields import EdtfDate, Id, LanguageCode, OneOrMore, Text, Url
from ..vocabulary import Demand, Locator, Section
from .base import Record


class CitationDemands(Record):
    """
    What this dossier demands of every citation.
    """

    place: Locator = Locator.PARAGRAPH
    """What a citation names in its source."""

    words: Demand = Demand.REQUIRED
    """Whether it gives words of the source."""


class Bounds(Record):
    """
    The years between which every date of this dossier lies.
    """

    earliest: EdtfDate
    """The first year."""

    latest: EdtfDate
    """The last year."""


class Settings(Record):
    """
    The dossier as a whole: ``dossier.yml``.
    """

    title: Text
    """The site's title."""

    subtitle: Text
    """What it is about, in a line."""

    language: LanguageCode
    """The language of its texts (BCP 47)."""

    licence: Text
    """The licence of its data, by name."""

    licence_url: Url
    """Where the licence stands."""

    contact: Text
    """How to reach the editors, or ``not stated``."""

    summary: Text | None = None
    """What happened, in some 120 words, for the front page. Each sentence ends with the facts that it rests on: ``It was shut.[[fact-id]]``"""

    findings: Annotated[tuple[Id, ...], OneOrMore] = ()
    """The facts that matter most, which the front page opens with."""

    sections: Annotated[tuple[Section, ...], OneOrMore] = ()
    """The sections that the navigation names, in this order; where none are given, all that have something in them."""

    citations: CitationDemands = CitationDemands()
    """What every citation must have."""

    public: dict[Text, Text] = {}
    """Words of this file, or of pages and stories, that look like what belongs to a person alone, an address or a number, each with why they may be printed."""

    dates: Bounds
    """Between which years every date lies."""
