"""
``data/dossier.json``: the records as they are published, and the schema of it.

This is an interface that others build on: a field is added freely, and never renamed or dropped without a new version.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from ..vocabulary import (
    Bound,
    Character,
    How,
    Kind,
    Predicate,
    Standing,
    Voice,
    Weight,
)

VERSION = "1"


class Published(BaseModel):
    """
    Whatever is published: no field but those named here.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


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


class PublishedChange(Published):
    """
    A correction.
    """

    on: str
    """The day, ``2026-11-22``."""

    was: str
    """The earlier text."""

    why: str
    """The reason."""


class PublishedWithdrawal(Published):
    """
    The end of a fact.
    """

    on: str
    """The day."""

    why: str
    """The reason."""


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

    url: str
    """Its page, from the site's root."""


class PublishedSpelling(Published):
    """
    A spelling that a source prints.
    """

    spelling: str
    """As printed."""

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

    spelled: list[PublishedSpelling]
    """Other spellings, as sources print them."""

    lead: str | None
    """The id of the fact that says why they are here."""

    facts: list[str]
    """The ids of the facts about it, in the order of time."""

    url: str
    """Its page, from the site's root."""


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

    url: str
    """Its page, from the site's root."""


class PublishedDisagreement(Published):
    """
    Facts that cannot all be right, or that differ in a way a careful reader should know.
    """

    id: str
    """The permalink's name."""

    title: str
    """What they disagree on."""

    weight: Weight
    """Whether they contradict each other or only differ."""

    facts: list[str]
    """The ids of the facts on all sides."""

    why: str
    """The editor's reason, as plain text."""

    url: str
    """Where it stands, from the site's root."""


class PublishedReply(Published):
    """
    A denial, refusal or answer.
    """

    fact: str
    """The id of the fact that is the reply."""

    answers: list[str]
    """The ids of the facts that it answers."""

    by: str | None
    """Who replies, in words."""


class PublishedDossier(Published):
    """
    Everything that the site says.
    """

    version: str
    """Of this format."""

    title: str
    """The dossier's title."""

    subtitle: str
    """What it is about."""

    language: str
    """Of its texts (BCP 47)."""

    licence: str
    """Of this data, by name; the sources' own words in citations and quotations are not covered."""

    licence_url: str
    """Where the licence stands."""

    sources: list[PublishedSource]
    """Sorted by id, as everything below."""

    entities: list[PublishedEntity]

    facts: list[PublishedFact]

    disagreements: list[PublishedDisagreement]

    replies: list[PublishedReply]
