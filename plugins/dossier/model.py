"""
The records of a dossier: what an editor may write, typed, frozen, and documented field by field.

These classes are the authority: the parser validates with them, the editors' schema is generated from them, and the authoring guide in ``data/README.md`` is tested against them.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from .fields import (
    AmountText,
    CitedWords,
    Day,
    EdtfDate,
    Id,
    OneOrMore,
    ParagraphsText,
    PlaceKey,
    RelationText,
    Text,
    Url,
    as_figure,
    as_places,
)
from .vocabulary import (
    CASE,
    COUNTRY,
    ORGANISATION,
    PERSON,
    CaseKind,
    Character,
    CountryKind,
    Demand,
    How,
    Kind,
    Locator,
    NothingCheckable,
    OrganisationKind,
    Voice,
    Weight,
)


class Record(BaseModel):
    """
    Whatever is written in YAML: unknown fields are refused, and nothing changes after it is read.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, arbitrary_types_allowed=True)


class Figure(Record):
    """
    A number that a fact states.
    """

    amount: AmountText
    """The number with its bound and unit, in words: ``more than 100 million USD``."""

    for_: Id | None = Field(default=None, alias="for")
    """The record that the money or thing was for."""

    purpose: Text | None = None
    """What it was for."""


class Change(Record):
    """
    A correction: what a fact said before, and why it no longer does.
    """

    on: Day
    """The day of the change."""

    was: Text
    """The text before it."""

    why: Text
    """The reason, for readers."""


class Withdrawal(Record):
    """
    The end of a fact, which keeps its page as a marker.
    """

    on: Day
    """The day of the withdrawal."""

    why: Text
    """The reason, for readers."""


class Fact(Record):
    """
    One statement in our own words, with who says so and where.
    """

    id: Id
    """Its key in the file: what the fact says, in two to six words joined by hyphens."""

    text: Text
    """One sentence that can be read alone. ``[[id]]`` and ``[[id|words]]`` link to records."""

    kind: Kind
    """What sort of statement it is."""

    voice: Voice
    """Whose word it is."""

    who: Text | None = None
    """Who says so: words that stand in the text, or the id of a record that the text links. Mandatory but for ``reporting``."""

    cite: Annotated[dict[PlaceKey, CitedWords | None], BeforeValidator(as_places)]
    """Each place that says so, with the two to six words of it that carry the fact."""

    added: Day
    """The day it was written."""

    date: EdtfDate | None = None
    """When what it tells happened, never more exact than the source (EDTF)."""

    date_words: Text | None = None
    """What the source says of the date, where the date alone says less: ``late 2024``."""

    inferred: dict[Text, Text] = {}
    """Each year or number that no cited paragraph holds, with why we take it to be so."""

    figure: Annotated[tuple[Annotated[Figure, BeforeValidator(as_figure)], ...], OneOrMore] = ()
    """The numbers that it states."""

    relation: Annotated[tuple[RelationText, ...], OneOrMore] = ()
    """The records that it ties, ``subject predicate object``; lasting as long as the date."""

    about: Annotated[tuple[Id, ...], OneOrMore] = ()
    """Records that it is about and that neither text, ``who`` nor relation names."""

    against: Annotated[tuple[Id, ...], OneOrMore] = ()
    """Whom it accuses, which makes it an allegation."""

    answers: Annotated[tuple[Id, ...], OneOrMore] = ()
    """The facts that it denies or answers, which makes it a reply."""

    note: Text | None = None
    """An editor's note that readers see beside it."""

    changed: Annotated[tuple[Change, ...], OneOrMore] = ()
    """Its corrections, oldest first."""

    withdrawn: Withdrawal | None = None
    """Set instead of deleting it."""


class Entity(Record):
    """
    Whatever has a page of its own that facts are about.
    """

    sort: ClassVar[str]
    """``person``, ``organisation``, ``country`` or ``case``."""

    folder: ClassVar[str]
    """The folder in the dossier, and on the site, that holds these."""

    id: Id
    """The file's stem, and the permalink."""

    name: Text
    """As the page's heading has it."""

    short: Text | None = None
    """For places with little room."""

    spelled: dict[Text, PlaceKey] = {}
    """Other spellings that a source prints, each with one place where it does."""

    lead: Id | None = None
    """The fact that says in one sentence why they are here."""

    @property
    def label(self) -> str:
        """The short name, or the name where there is none."""
        return self.short or self.name


class Person(Entity):
    """
    A person in public life.
    """

    sort: ClassVar[str] = PERSON
    folder: ClassVar[str] = "people"


class Organisation(Entity):
    """
    A body: an office, service, party, outlet, alliance or company.
    """

    sort: ClassVar[str] = ORGANISATION
    folder: ClassVar[str] = "organisations"

    kind: OrganisationKind
    """What sort of body it is."""


class Country(Entity):
    """
    A country, or a territory whose status is disputed.
    """

    sort: ClassVar[str] = COUNTRY
    folder: ClassVar[str] = "countries"

    kind: CountryKind
    """A state, or a territory."""


class Case(Entity):
    """
    A thing that people want a page for: an operation, leak, document or incident.
    """

    sort: ClassVar[str] = CASE
    folder: ClassVar[str] = "cases"

    kind: CaseKind
    """What sort of thing it is."""


class Lineage(Record):
    """
    What some paragraphs of a source rest on.
    """

    source: Id
    """The source that they rest on."""

    paragraphs: ParagraphsText | None = None
    """Which paragraphs: ``3 9-18``. All of them, where none are named."""

    how: How
    """Whether the source says so, or we conclude it."""

    why: Text
    """How we know, for readers."""

    through: Id | None = None
    """The source in between, where the paragraphs retell one that retells the origin."""


class Attribution(Record):
    """
    Who an unsigned source may be by, which is our conclusion and stays in the source's record.
    """

    name: Text
    """The person."""

    basis: Text
    """What the conclusion rests on, for readers."""

    url: Url | None = None
    """A page that shows it."""


class Source(Record):
    """
    A document: one that is held, or one that is known only through others.
    """

    folder: ClassVar[str] = "sources"

    id: Id
    """The file's stem, and the permalink."""

    title: Text
    """The document's own title, or a description where it has none; the note says which."""

    short: Text | None = None
    """What citations call it; the publisher's name, where nothing is given."""

    character: Character
    """What sort of text it is."""

    note: Text
    """What a reader should know of it."""

    document: Text | None = None
    """The stem of the file that holds its text; without it, no copy is held."""

    publisher: Id | None = None
    """The organisation that published it."""

    author: Text | None = None
    """As signed."""

    attributed_to: Attribution | None = None
    """Who it may be by, where it is unsigned."""

    date: EdtfDate | None = None
    """When it was published (EDTF)."""

    date_inferred: Text | None = None
    """Why we take the date to be so, where the document does not print it."""

    url: Url | None = None
    """Where it was published."""

    archive_url: Url | None = None
    """A copy in a public archive."""

    incomplete: Text | None = None
    """What is missing from the copy held."""

    rests_on: Annotated[tuple[Lineage, ...], OneOrMore] = ()
    """Whose knowledge its paragraphs are, where not its own."""

    nothing_checkable: dict[ParagraphsText, NothingCheckable] = {}
    """Paragraphs that no fact needs to cite, each with one of four reasons."""


class Disagreement(Record):
    """
    Facts that cannot all be right, or that differ in a way a careful reader should know.
    """

    folder: ClassVar[str] = "disagreements"

    id: Id
    """The file's stem, and the permalink."""

    title: Text
    """What they disagree on."""

    weight: Weight
    """Whether they contradict each other or only differ."""

    facts: Annotated[tuple[Id, ...], Field(min_length=2)]
    """The facts on all sides."""

    why: Text
    """Why they cannot all be right, or how they differ: the editor's reason."""


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

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    """The language of its texts (BCP 47)."""

    licence: Text
    """The licence of its data, by name."""

    licence_url: Url
    """Where the licence stands."""

    contact: Text
    """How to reach the editors, or ``not stated``."""

    findings: Annotated[tuple[Id, ...], OneOrMore] = ()
    """The facts that matter most, which the front page opens with."""

    citations: CitationDemands = CitationDemands()
    """What every citation must have."""

    dates: Bounds
    """Between which years every date lies."""


ENTITIES: tuple[type[Entity], ...] = (Person, Organisation, Country, Case)
"""The kinds of entity, in the order in which a reader meets them."""


def fields_of(record: type[Record]) -> dict[str, Any]:
    """
    Return the fields that an editor may write in a record, by the name in YAML.
    """
    return {info.alias or name: info for name, info in record.model_fields.items() if name != "id"}
