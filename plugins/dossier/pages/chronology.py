"""
The chronology, and its views by year, kind, person and country.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..dossier import Dossier
from ..draw.timeline import timeline
from ..model import Country, Entity, Fact, Person
from ..views.facts import fact_views
from ..views.overviews import ChoiceView, ChronologyView, FilterView, YearView
from ..vocabulary import Kind
from .entities import by_name

_Test = Callable[[Fact], bool]


def all_views(dossier: Dossier) -> Iterator[ChronologyView]:
    """
    Yield the whole chronology, then each view of it.
    """
    narrowed = [*_years(dossier), *_kinds(dossier), *_entities(dossier, Person, "person"), *_entities(dossier, Country, "country")]
    titles = {"year": "Year", "kind": "Kind", "person": "Person", "country": "Country"}
    filters = tuple(
        FilterView(name, title, tuple(choice for choice, filter_name, _ in narrowed if filter_name == name))
        for name, title in titles.items()
    )
    everything = dossier.standing_facts
    years = stretches(dossier, everything)
    yield ChronologyView("chronology/index.html", "Chronology", years, filters, timeline(years))
    for choice, _, facts in narrowed:
        yield ChronologyView(choice.url, f"Chronology: {choice.label}", stretches(dossier, facts), (), None)


def stretches(dossier: Dossier, facts: Iterable[Fact]) -> tuple[YearView, ...]:
    """
    Return facts under the years in which they begin, those without a date last.
    """
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        found.setdefault(_stretch(fact), []).append(fact)
    return tuple(YearView(label, anchor, fact_views(dossier, facts)) for (label, anchor), facts in found.items())


def _stretch(fact: Fact) -> tuple[str, str]:
    """The heading under which a fact stands: the year in which its date begins, or the decade if that is all that is known."""
    if fact.date is None:
        return "Without a date", "undated"
    start = getattr(fact.date, "start", fact.date) or fact.date.end  # a period's start, or its end where the start is open
    return (f"The {start.year}s", f"d{start.year}") if start.decade else (str(start.year), f"y{start.year}")


_Narrowed = tuple[ChoiceView, str, tuple[Fact, ...]]


def _narrow(dossier: Dossier, name: str, label: str, value: str, folder: str, test: _Test) -> _Narrowed:
    facts = tuple(fact for fact in dossier.standing_facts if test(fact))
    return ChoiceView(label, value, f"chronology/{folder}/{value}.html", len(facts)), name, facts


def _years(dossier: Dossier) -> Iterator[_Narrowed]:
    years = sorted({year for fact in dossier.standing_facts if fact.date for year in fact.date.years})
    for year in years:
        yield _narrow(dossier, "year", str(year), str(year), "years", lambda fact, year=year: fact.date is not None and year in fact.date.years)


def _kinds(dossier: Dossier) -> Iterator[_Narrowed]:
    for kind in Kind:
        narrowed = _narrow(dossier, "kind", kind.label, kind, "kinds", lambda fact, kind=kind: fact.kind is kind)
        if narrowed[2]:
            yield narrowed


def _entities(dossier: Dossier, sort: type[Entity], name: str) -> Iterator[_Narrowed]:
    for entity in by_name(entity for entity in dossier.entities.values() if isinstance(entity, sort)):
        yield _narrow(dossier, name, entity.name, entity.id, sort.folder, lambda fact, id_=entity.id: id_ in dossier.about(fact))
