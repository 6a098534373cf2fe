"""
The chronology, and its views by year, kind, person and country.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial

from ..dossier import Dossier
from ..draw.timeline import timeline
from ..model import Country, Entity, Fact, Person
from ..views.facts import fact_views
from ..views.overviews import ChoiceView, ChronologyView, FilterView, YearView
from ..vocabulary import Kind
from .entities import by_name

_WHOLE = "chronology/index.html"

KINDS = ("chronology", "chronology/years", "chronology/kinds", f"chronology/{Person.folder}", f"chronology/{Country.folder}")
"""The whole, and the views by the folder that they are in."""


def all_views(dossier: Dossier, kinds: Collection[str] = KINDS) -> Iterator[tuple[str, Callable[[], ChronologyView]]]:
    """
    Yield the whole chronology, then each view of it: its address, and what makes it.

    Args:
        dossier: Whose facts they list.
        kinds: Which of ``KINDS`` to yield.
    """
    ways = (_years(dossier), _kinds(dossier), _entities(dossier, Person, "person"), _entities(dossier, Country, "country"))
    narrowed = [found for kind, way in zip(KINDS[1:], ways, strict=True) if kind in kinds for found in way]
    titles = {"year": "Year", "kind": "Kind", "person": "Person", "country": "Country"}
    choices = {name: tuple(choice for choice, filter_name, _ in narrowed if filter_name == name) for name in titles}
    filters = tuple(FilterView(name, title, choices[name]) for name, title in titles.items() if choices[name])
    if "chronology" in kinds:
        yield _WHOLE, lambda: _whole(dossier, filters)
    for choice, _, facts in narrowed:
        yield choice.url, partial(_narrowed, dossier, choice, facts)


def _whole(dossier: Dossier, filters: tuple[FilterView, ...]) -> ChronologyView:
    years = stretches(dossier, dossier.standing_facts)
    return ChronologyView(_WHOLE, "Chronology", years, filters, timeline(years), is_whole=True)


def _narrowed(dossier: Dossier, choice: ChoiceView, facts: Iterable[Fact]) -> ChronologyView:
    return ChronologyView(choice.url, f"Chronology: {choice.label}", stretches(dossier, facts), (), None)


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


def _narrow(name: str, label: str, value: str, folder: str, facts: tuple[Fact, ...]) -> _Narrowed:
    return ChoiceView(label, value, f"chronology/{folder}/{value}.html", len(facts)), name, facts


def _years(dossier: Dossier) -> Iterator[_Narrowed]:
    found: dict[int, list[Fact]] = {}
    for fact in dossier.standing_facts:
        for year in fact.date.years if fact.date else ():
            found.setdefault(year, []).append(fact)
    for year in sorted(found):
        yield _narrow("year", str(year), str(year), "years", tuple(found[year]))


def _kinds(dossier: Dossier) -> Iterator[_Narrowed]:
    found: dict[Kind, list[Fact]] = {}
    for fact in dossier.standing_facts:
        found.setdefault(fact.kind, []).append(fact)
    for kind in Kind:
        if kind in found:
            yield _narrow("kind", kind.label, kind, "kinds", tuple(found[kind]))


def _entities(dossier: Dossier, sort: type[Entity], name: str) -> Iterator[_Narrowed]:
    for entity in by_name(entity for entity in dossier.entities.values() if isinstance(entity, sort)):
        yield _narrow(name, entity.name, entity.id, sort.folder, dossier.facts_about(entity))
