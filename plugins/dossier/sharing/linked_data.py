"""
Records in the words of schema.org, for programs that read pages. The context is named, and nothing is fetched from it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..dossier import Dossier
from ..model import Case, Country, Entity, Organisation, Source
from ..urls import page_of
from ..vocabulary import CaseKind, CountryKind, OrganisationKind
from .days import dossier_day
from .snippets import lead, statement

Node = dict[str, Any]

Address = Callable[[str], str | None]
"""From a page to its public address, or ``None`` where the site has none."""

_ORGANISATIONS = {
    OrganisationKind.STATE_BODY: "GovernmentOrganization",
    OrganisationKind.INTELLIGENCE_SERVICE: "GovernmentOrganization",
    OrganisationKind.PARTY: "PoliticalParty",
    OrganisationKind.OUTLET: "NewsMediaOrganization",
    OrganisationKind.ALLIANCE: "Organization",
    OrganisationKind.COMPANY: "Corporation",
    OrganisationKind.PROGRAMME: "Organization",
    OrganisationKind.ORGANISATION: "Organization",
}
_PLACES = {CountryKind.COUNTRY: "Country", CountryKind.TERRITORY: "Place"}
_CASES = {CaseKind.OPERATION: "Event", CaseKind.LEAK: "CreativeWork", CaseKind.DOCUMENT: "CreativeWork", CaseKind.INCIDENT: "Event"}


def node(type_: str, **properties: Any) -> Node:
    """
    Return a thing with those of its properties that are known.
    """
    return {"@type": type_, **{name: value for name, value in properties.items() if value not in (None, "", [], ())}}


def type_of(entity: Entity) -> str:
    """
    Return what schema.org calls a sort of entity.
    """
    if isinstance(entity, Organisation):
        return _ORGANISATIONS[entity.kind]
    if isinstance(entity, Country):
        return _PLACES[entity.kind]
    return _CASES[entity.kind] if isinstance(entity, Case) else "Person"


def mention(entity: Entity, address: Address) -> Node:
    """
    Return an entity as another thing names it.
    """
    return node(type_of(entity), name=entity.name, url=address(page_of(entity)))


def entity_node(dossier: Dossier, entity: Entity, address: Address) -> Node:
    """
    Return an entity as its own page tells of it.
    """
    fact = lead(dossier, entity)
    return {
        **mention(entity, address),
        **node(
            type_of(entity),
            alternateName=sorted({*entity.spelled, *([entity.short] if entity.short else [])}),
            description=statement(dossier, fact) if fact else None,
        ),
    }


def source_node(dossier: Dossier, source: Source) -> Node:
    """
    Return a document. Who may have written an unsigned one is our conclusion, and stays on its page.
    """
    publisher = dossier.entities.get(source.publisher or "")
    return node(
        "CreativeWork",
        name=source.title,
        author=node("Person", name=source.author) if source.author else None,
        publisher=node("Organization", name=publisher.name) if publisher else None,
        datePublished=source.date.edtf if source.date and source.date.is_exact and not source.date_inferred else None,
        url=source.url,
        archivedAt=source.archive_url,
        inLanguage=source.language.code if source.language else None,
    )


def dataset_node(dossier: Dossier, address: Address) -> Node:
    """
    Return the dossier as data that anybody may take.
    """
    settings, day = dossier.settings, dossier_day(dossier)
    return node(
        "Dataset",
        name=settings.title,
        description=f"{settings.subtitle}: {len(dossier.standing_facts)} facts from {len(dossier.sources)} sources, each with who says so and where.",
        url=address("index.html"),
        license=settings.licence_url,
        inLanguage=settings.language.code,
        isAccessibleForFree=True,
        dateModified=day.isoformat() if day else None,
        distribution=node("DataDownload", encodingFormat="application/json", contentUrl=found) if (found := address("data/dossier.json")) else None,
    )


def breadcrumbs(steps: list[tuple[str, str]], address: Address) -> Node:
    """
    Return the way from the front page to a page, given as names and pages.
    """
    items = [node("ListItem", position=number, name=name, item=address(page)) for number, (name, page) in enumerate(steps, 1)]
    return node("BreadcrumbList", itemListElement=items)
