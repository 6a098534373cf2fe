"""
Facts as they are published.
"""

from __future__ import annotations

from pydantic import Field

from ...vocabulary import Bound, Kind, Predicate, Standing, Voice
from .base import Published
from .changes import PublishedChange, PublishedWithdrawal


class PublishedCitation(Published):
    """
    A place in a source that carries a fact.
    """

    source: str
    """The source's id."""

    paragraph: int | None
    """The n-th non-blank line of its text, counted from 1; or a page, as the dossier's settings say."""

    words: str | None
    """Two to six words of it that carry the fact. Not covered by the data's licence."""

    origin: str
    """The id of the source that this paragraph's knowledge comes from in the end."""

    counts: bool
    """Whether it still says so: not if the source, or one that it rests on, was withdrawn."""


class PublishedFigure(Published):
    """
    A number that a fact states.
    """

    words: str
    """The number in words."""

    bound: Bound
    """How the amount bounds the true one."""

    amount: str
    """In single units, as a decimal number: 100 million is ``100000000``."""

    amount_to: str | None
    """The upper end of a range."""

    unit: str
    """``USD``, ``percent a year``, ``files``; empty where none is given."""

    for_: str | None = Field(serialization_alias="for")
    """The id of the record that it was for."""

    purpose: str | None
    """What it was for."""


class PublishedRelation(Published):
    """
    Two records and how a fact ties them.
    """

    subject: str
    """An entity's id."""

    predicate: Predicate
    """How they are tied, for as long as the fact's date says."""

    object: str
    """An entity's id."""


class PublishedFact(Published):
    """
    One statement, with who says so and where.
    """

    id: str
    """The permalink's name."""

    text: str
    """The statement as plain text."""

    html: str
    """The statement with links, which lead from the site's root."""

    date: str | None
    """When what it tells happened (EDTF)."""

    date_words: str | None
    """What the source says of the date, where the date alone says less."""

    inferred: dict[str, str]
    """Each year or number that no cited paragraph holds, with why we take it to be so."""

    kind: Kind
    """What sort of statement it is."""

    voice: Voice
    """Whose word it is."""

    who: str | None
    """Who says so, in words; for ``reporting``, nobody but the source."""

    about: list[str]
    """The ids of the entities that it is about, sorted."""

    figures: list[PublishedFigure]
    """The numbers that it states."""

    relations: list[PublishedRelation]
    """The records that it ties."""

    citations: list[PublishedCitation]
    """Each place that says so."""

    origins: list[str]
    """The ids of the sources that its knowledge comes from in the end, sorted: two citations with one origin are one witness."""

    standing: Standing
    """How firmly it stands."""

    against: list[str]
    """The ids of those it accuses. Not empty: an allegation, to be shown only with its attribution and its reply."""

    answers: list[str]
    """The ids of the facts that it denies or answers."""

    answered_by: list[str]
    """The ids of the facts that deny or answer it."""

    disagreements: list[str]
    """The ids of the disagreements that it is a side of."""

    note: str | None
    """An editor's note."""

    added: str
    """The day it was written."""

    changed: list[PublishedChange]
    """Its corrections, oldest first."""

    withdrawn: PublishedWithdrawal | None
    """Set if it no longer holds."""

    fallen: list[str]
    """The ids of the withdrawn sources that it cites, or whose knowledge it is, and of the withdrawn facts that it answers."""

    kept: dict[str, str]
    """Of those, why it is kept."""

    requests: list[str]
    """The ids of the requests for a reply to it, in the order of time."""

    url: str
    """Its page, from the site's root."""
