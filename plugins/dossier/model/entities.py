"""
Whatever has a page that facts are about: people, organisations, countries, cases.
"""

from __future__ import annotations

from typing import ClassVar

from ..coordinates import CoordinatesText
from ..fields import Id, LanguageCode, PlaceKey, Text
from ..vocabulary import CASE, COUNTRY, ORGANISATION, PERSON, CaseKind, CountryKind, OrganisationKind
from .base import Record
from .changes import Changes


class Entity(Record):
    """
    Whatever has a page of its own that facts are about.
    """

    sort: ClassVar[str]
    """``person``, ``organisation``, ``country`` or ``case``."""

    folder: ClassVar[str]
    """The folder in the dossier, and on the site, that holds these."""

    main: ClassVar[str] = "name"

    id: Id
    """The file's stem, and the permalink."""

    name: Text
    """As the page's heading has it."""

    short: Text | None = None
    """For places with little room."""

    language: LanguageCode | None = None
    """The language of its name, where that is not the dossier's (BCP 47): ``el-Latn`` for Greek in Latin letters."""

    spelled: dict[Text, PlaceKey] = {}
    """Other spellings that a source prints, each with one place where it does; in the source's language."""

    lead: Id | None = None
    """The fact that says in one sentence why they are here."""

    public: dict[Text, Text] = {}
    """Words of it that look like what belongs to a person alone, an address or a number, each with why they may be printed."""

    changed: Changes = ()
    """Its corrections, oldest first."""

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

    iso: Text | None = None
    """Its code in the atlas that the map is drawn from (ISO 3166-1 alpha-3, where there is one): ``AZE``."""

    at: CoordinatesText | None = None
    """
    Where a territory that the atlas does not outline is marked: latitude and longitude of about its middle, ``43.0 41.0``.

    The mark is the editor's placement, and implies neither a border nor a status.
    """


class Case(Entity):
    """
    A thing that people want a page for: an operation, leak, document or incident.
    """

    sort: ClassVar[str] = CASE
    folder: ClassVar[str] = "cases"

    kind: CaseKind
    """What sort of thing it is."""


ENTITIES: tuple[type[Entity], ...] = (Person, Organisation, Country, Case)
"""The kinds of entity, in the order in which a reader meets them."""
