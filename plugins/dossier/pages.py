"""
Every page that a dossier has: its address, its template, and what the template is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from .dossier import Dossier
from .fields import Relation
from .model import ENTITIES, Entity, Fact, Source
from .urls import page_of
from .views.facts import DisagreementView, FactView, ProseView, SourceLink, citation_view, fact_views, source_link
from .views.pages import (
    ChronologyView,
    DisagreementsView,
    EntityView,
    EntryView,
    FactPageView,
    HomeView,
    IndexView,
    MethodologyView,
    ParagraphView,
    RelationView,
    SourceIndexView,
    SourceView,
    TenureView,
    YearView,
)
from .vocabulary import CaseKind, Character, CountryKind, How, Kind, OrganisationKind, Predicate, Standing, Term, Voice, Weight

TITLES = {"person": "People", "organisation": "Organisations", "country": "Countries", "case": "Cases"}
_VOCABULARIES: tuple[tuple[str, type[Term]], ...] = (
    ("Standing", Standing),
    ("Voice", Voice),
    ("Kinds of fact", Kind),
    ("Relations", Predicate),
    ("Kinds of source", Character),
    ("How a lineage is known", How),
    ("Weight of a disagreement", Weight),
    ("Kinds of organisation", OrganisationKind),
    ("Countries and territories", CountryKind),
    ("Kinds of case", CaseKind),
)


class Page(NamedTuple):
    """
    One page to write.
    """

    template: str
    """The template's name, without its ending."""

    view: Any
    """What the template is given as ``view``; its ``url`` is the file to write."""


def pages(dossier: Dossier) -> Iterator[Page]:
    """
    Yield every page of a dossier.
    """
    yield Page("home", _home(dossier))
    for sort in ENTITIES:
        entities = [entity for entity in dossier.entities.values() if isinstance(entity, sort)]
        yield Page("index_of_entities", _index(dossier, sort, entities))
        for entity in entities:
            yield Page(sort.sort, _entity(dossier, entity))
    for fact in dossier.facts.values():
        yield Page("fact", FactPageView(page_of(fact), FactView(dossier, fact)))
    sources = [_source(dossier, source) for source in dossier.sources.values()]
    held = tuple(view for view in sources if view.source.document)
    not_held = tuple(view for view in sources if not view.source.document)
    yield Page("index_of_sources", SourceIndexView("sources/index.html", held, not_held))
    for view in sources:
        yield Page("source", view)
    yield Page("chronology", _chronology(dossier))
    yield Page("disagreements", _disagreements(dossier))
    yield Page("methodology", MethodologyView("methodology.html", tuple((title, tuple(terms)) for title, terms in _VOCABULARIES)))


def _home(dossier: Dossier) -> HomeView:
    counts = [(len(dossier.standing_facts), "fact", "chronology/index.html")]
    for sort in ENTITIES:
        number = sum(isinstance(entity, sort) for entity in dossier.entities.values())
        counts.append((number, sort.sort, f"{sort.folder}/index.html"))
    counts += [(len(dossier.sources), "source", "sources/index.html"), (len(dossier.disagreements), "disagreement", "disagreements.html")]
    return HomeView(
        url="index.html",
        findings=fact_views(dossier, (dossier.facts[id_] for id_ in dossier.settings.findings)),
        counts=tuple(count for count in counts if count[0]),
        contradictions=tuple(
            DisagreementView(dossier, found) for found in dossier.disagreements.values() if found.weight is Weight.CONTRADICTION
        ),
    )


def _index(dossier: Dossier, sort: type[Entity], entities: list[Entity]) -> IndexView:
    groups: dict[str, list[EntryView]] = {}
    for entity in sorted(entities, key=lambda entity: entity.name.casefold().strip("“”‘’\"' ")):
        kind: Term | None = getattr(entity, "kind", None)
        groups.setdefault(kind.label if kind else "", []).append(_entry(dossier, entity))
    return IndexView(TITLES[sort.sort], f"{sort.folder}/index.html", tuple((kind, tuple(entries)) for kind, entries in sorted(groups.items())))


def _entry(dossier: Dossier, entity: Entity) -> EntryView:
    return EntryView(entity, page_of(entity), _lead(dossier, entity), len(dossier.facts_about(entity)))


def _lead(dossier: Dossier, entity: Entity) -> FactView | None:
    """Why an entity is here; nothing for an allegation, which needs more room than a line for its reply."""
    fact = dossier.facts.get(entity.lead or "")
    return None if fact is None or fact.against else FactView(dossier, fact)


def _entity(dossier: Dossier, entity: Entity) -> EntityView:
    records = dossier.facts_about(entity)
    facts = fact_views(dossier, records)
    by_id = {fact.id: fact for fact in facts}
    cited = {place.source for fact in records for place in fact.cite}
    return EntityView(
        entity=entity,
        url=page_of(entity),
        kind=getattr(entity, "kind", None),
        lead=_lead(dossier, entity),
        tenures=tuple(
            TenureView(dossier.entities[relation.subject], dossier.entities[relation.object], by_id[fact.id])
            for relation, fact in dossier.tenures(entity)
        ),
        relations=tuple(_relations(dossier, entity, facts)),
        facts=facts,
        withdrawn=fact_views(dossier, dossier.withdrawn_about(entity)),
        disagreements=tuple(DisagreementView(dossier, found) for found in dossier.disagreements_among(records)),
        spelled=tuple((spelling, citation_view(dossier, place)) for spelling, place in sorted(entity.spelled.items())),
        sources=_links(dossier, (source for source in dossier.sources.values() if source.id in cited)),
        publications=_links(dossier, (source for source in dossier.sources.values() if source.publisher == entity.id)),
    )


def _relations(dossier: Dossier, entity: Entity, facts: Iterable[FactView]) -> Iterator[RelationView]:
    for fact in facts:
        for relation in fact.fact.relation:
            if relation.predicate is not Predicate.HEADED and entity.id in (relation.subject, relation.object):
                yield _relation(dossier, entity, relation, fact)


def _relation(dossier: Dossier, entity: Entity, relation: Relation, fact: FactView) -> RelationView:
    forward = relation.subject == entity.id
    other = dossier.entities[relation.object if forward else relation.subject]
    return RelationView(relation.predicate.label if forward else relation.predicate.inverse, other, page_of(other), fact)


def _source(dossier: Dossier, source: Source) -> SourceView:
    facts = dossier.facts_citing(source)
    by_paragraph: dict[int | None, list[Fact]] = {}
    for fact in facts:
        for place in fact.cite:
            if place.source == source.id:
                by_paragraph.setdefault(place.locator, []).append(fact)
    last = dossier.paragraph_counts.get(source.id, max((number or 0 for number in by_paragraph), default=0))
    reasons = {number: reason for numbers, reason in source.nothing_checkable.items() for number in numbers.numbers}
    return SourceView(
        source=source,
        label=source_link(dossier, source.id).label,
        url=page_of(source),
        note=ProseView(dossier, source.note),
        publisher=dossier.entities.get(source.publisher or ""),
        rests_on=tuple((lineage, source_link(dossier, lineage.source)) for lineage in source.rests_on),
        carried_by=_links(
            dossier,
            (other for other in dossier.sources.values() if any(source.id in (step.source, step.through) for step in other.rests_on)),
        ),
        paragraphs=tuple(
            ParagraphView(
                number=number,
                facts=fact_views(dossier, by_paragraph.get(number, ())),
                reason=reason.label.capitalize() + "." if (reason := reasons.get(number)) else None,
                rests_on=next((step for step in source.rests_on if step.paragraphs is None or number in step.paragraphs.numbers), None),
            )
            for number in range(1, last + 1)
        ),
        elsewhere=fact_views(dossier, by_paragraph.get(None, ())),
    )


def _links(dossier: Dossier, sources: Iterable[Source]) -> tuple[SourceLink, ...]:
    return tuple(sorted((source_link(dossier, source.id) for source in sources), key=lambda link: (link.label.casefold(), link.source.id)))


def _chronology(dossier: Dossier) -> ChronologyView:
    stretches: dict[tuple[str, str], list[Fact]] = {}
    for fact in dossier.standing_facts:
        stretches.setdefault(_stretch(fact), []).append(fact)
    years = tuple(YearView(label, anchor, fact_views(dossier, facts)) for (label, anchor), facts in stretches.items())
    return ChronologyView("chronology/index.html", years)


def _stretch(fact: Fact) -> tuple[str, str]:
    """The heading under which a fact stands in the chronology: the year in which its date begins, or the decade if that is all that is known."""
    if fact.date is None:
        return "Without a date", "undated"
    start = getattr(fact.date, "start", fact.date) or fact.date.end  # a period's start, or its end where the start is open
    return (f"The {start.year}s", f"d{start.year}") if start.decade else (str(start.year), f"y{start.year}")


def _disagreements(dossier: Dossier) -> DisagreementsView:
    groups = tuple(
        (weight, tuple(DisagreementView(dossier, found) for found in dossier.disagreements.values() if found.weight is weight))
        for weight in Weight
    )
    return DisagreementsView("disagreements.html", tuple(group for group in groups if group[1]))
