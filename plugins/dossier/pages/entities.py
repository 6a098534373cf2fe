"""
The pages of people, organisations, countries and cases, and their indexes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from ..citing import cite
from ..corrections import Corrected
from ..dossier import Dossier
from ..draw.entity import EntityDrawings
from ..fields import Relation
from ..gaps import gaps
from ..model import Country, Entity, Fact, Request, Source
from ..urls import page_of
from ..views.changes import change_views, flag_views
from ..views.entities import EntityView, EntryView, IndexView, RelationView, SectionView, TenureView
from ..views.facts import DisagreementView, FactView, SourceLink, citation_view, fact_view, fact_views, source_link
from ..views.requests import request_views
from ..vocabulary import Kind, Predicate, Term

TITLES = {"person": "People", "organisation": "Organisations", "country": "Countries and territories", "case": "Cases"}
_HANDLING = frozenset({Predicate.HANDLED, Predicate.OVERSAW})

_COUNTRY_SECTIONS: tuple[tuple[str, str, frozenset[Kind]], ...] = (
    ("What was done", "done", frozenset({Kind.OPERATION, Kind.DOCUMENT, Kind.LEAK})),
    ("With what money, by whose account", "money", frozenset({Kind.MONEY})),
    ("What came of it", "outcome", frozenset({Kind.OUTCOME, Kind.ELECTION})),
    ("What happened, and what authorities did", "events", frozenset({Kind.EVENT, Kind.MEASURE, Kind.STATEMENT})),
    ("Bodies and people", "bodies", frozenset({Kind.BODY, Kind.POST, Kind.CAREER})),
    ("The setting", "setting", frozenset({Kind.BACKGROUND})),
    ("What is thought of it", "opinions", frozenset({Kind.OPINION})),
)


def page(dossier: Dossier, entity: Entity, site_url: str) -> EntityView:
    """
    Return what the page of an entity is given.
    """
    records = dossier.facts_about(entity)
    facts = fact_views(dossier, records)
    withdrawn = dossier.withdrawn_about(entity)
    by_id = {fact.id: fact for fact in facts}
    cited = {place.source for fact in records for place in fact.cite}
    relations = tuple(_relations(dossier, entity, facts))
    changed = last_change((*records, *withdrawn, entity, *dossier.requests_about(entity)))
    url = page_of(entity)
    return EntityView(
        entity=entity,
        url=url,
        data_url=url.removesuffix(".html") + ".json",
        kind=getattr(entity, "kind", None),
        lead=_lead(dossier, entity),
        tenures=tuple(
            TenureView(dossier.entities[relation.subject], dossier.entities[relation.object], by_id[fact.id])
            for relation, fact in dossier.tenures(entity)
        ),
        handlers=tuple(tie for tie in relations if tie.words in {predicate.inverse for predicate in _HANDLING}),
        relations=relations,
        sections=tuple(_sections(entity, facts)),
        dated=tuple(fact for fact in facts if fact.fact.date),
        withdrawn=fact_views(dossier, withdrawn),
        disagreements=tuple(DisagreementView(dossier, found) for found in dossier.disagreements_among(records)),
        gaps=gaps(dossier, facts),
        requests=request_views(dossier, dossier.requests_about(entity)),
        changes=change_views(dossier, entity),
        flags=flag_views(dossier, entity),
        spelled=tuple((spelling, citation_view(dossier, place)) for spelling, place in sorted(entity.spelled.items())),
        sources=links(dossier, (dossier.sources[id_] for id_ in cited)),
        publications=links(dossier, dossier.published_by(entity)),
        changed=changed,
        cite=cite(dossier.settings, entity.name, f"{site_url}/{url}" if site_url else None, changed),
        drawings=EntityDrawings(dossier, entity),
    )


def index(dossier: Dossier, sort: type[Entity]) -> IndexView:
    """
    Return what the index of one sort of entity is given.
    """
    groups: dict[str, list[EntryView]] = {}
    for entity in by_name(entity for entity in dossier.entities.values() if isinstance(entity, sort)):
        kind: Term | None = getattr(entity, "kind", None)
        groups.setdefault(kind.label if kind else "", []).append(entry(dossier, entity))
    return IndexView(TITLES[sort.sort], f"{sort.folder}/index.html", tuple((kind, tuple(entries)) for kind, entries in sorted(groups.items())))


def entry(dossier: Dossier, entity: Entity) -> EntryView:
    """
    Return an entity as an index lists it.
    """
    return EntryView(entity, page_of(entity), _lead(dossier, entity), len(dossier.facts_about(entity)))


def by_name(entities: Iterable[Entity]) -> list[Entity]:
    """
    Return entities by name, whatever its case and quotation marks.
    """
    return sorted(entities, key=lambda entity: (entity.name.casefold().strip("“”‘’\"' ").removeprefix("the "), entity.id))


def links(dossier: Dossier, sources: Iterable[Source]) -> tuple[SourceLink, ...]:
    """
    Return sources as they are referred to, by name.
    """
    return tuple(sorted((source_link(dossier, source.id) for source in sources), key=lambda link: (link.label.casefold(), link.source.id)))


def last_change(records: Iterable[Corrected]) -> datetime.date | None:
    """
    Return the last day on which one of the records was added, corrected or withdrawn, or a request made or answered.
    """
    return max((day for record in records for day in _days(record)), default=None)


def _days(record: Corrected) -> Iterator[datetime.date]:
    """The days on which a record changed, as far as it tells: of records other than facts, nobody writes down when they were added."""
    yield from (change.on for change in record.changed)
    if isinstance(record, Fact):
        yield record.added
    if isinstance(record, Request):
        yield from (record.on, *(came.on for came in (record.answer, record.declined) if came))
    elif not isinstance(record, Entity) and record.withdrawn:
        yield record.withdrawn.on


def _lead(dossier: Dossier, entity: Entity) -> FactView | None:
    """Why an entity is here; nothing for an allegation, which needs more room than a line for its reply."""
    fact = dossier.facts.get(entity.lead or "")
    return None if fact is None or fact.against else fact_view(dossier, fact)


def _sections(entity: Entity, facts: tuple[FactView, ...]) -> Iterator[SectionView]:
    if not isinstance(entity, Country):
        if facts:
            yield SectionView("The record", "facts", facts)
        return
    for title, anchor, kinds in _COUNTRY_SECTIONS:
        if found := tuple(fact for fact in facts if fact.fact.kind in kinds):
            yield SectionView(title, anchor, found)


def _relations(dossier: Dossier, entity: Entity, facts: Iterable[FactView]) -> Iterator[RelationView]:
    for fact in facts:
        for relation in fact.fact.relation:
            if relation.predicate is not Predicate.HEADED and entity.id in (relation.subject, relation.object):
                yield _relation(dossier, entity, relation, fact)


def _relation(dossier: Dossier, entity: Entity, relation: Relation, fact: FactView) -> RelationView:
    forward = relation.subject == entity.id
    other = dossier.entities[relation.object if forward else relation.subject]
    return RelationView(relation.predicate.label if forward else relation.predicate.inverse, other, page_of(other), fact)
