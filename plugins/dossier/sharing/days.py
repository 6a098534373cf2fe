"""
When what a page shows last changed, by the dates in the data: no clock is asked.
"""

from __future__ import annotations

import datetime

from ..corrections import corrections
from ..dossier import Dossier
from ..model import Fact
from ..pages.entities import last_change
from ..pages.logs import CORRECTIONS, REQUESTS
from ..urls import page_of

_WITHOUT_FACTS = frozenset({"methodology.html", "offline.html"})


def dossier_day(dossier: Dossier) -> datetime.date | None:
    """
    Return the last day on which anything changed.
    """
    return last_change((*dossier.facts.values(), *dossier.sources.values(), *dossier.entities.values(), *dossier.disagreements.values(), *dossier.requests.values()))


def page_days(dossier: Dossier) -> dict[str, datetime.date | None]:
    """
    Return the day of the last change of each page that has a record of its own, by its address.
    """
    days: dict[str, datetime.date | None] = dict.fromkeys(_WITHOUT_FACTS)
    for entity in dossier.entities.values():
        days[page_of(entity)] = last_change((*dossier.facts_about(entity), *dossier.withdrawn_about(entity), entity, *dossier.requests_about(entity)))
    for source in dossier.sources.values():
        days[page_of(source)] = last_change((*dossier.facts_citing(source), source))
    for fact in dossier.facts.values():
        days[page_of(fact)] = last_change((fact, *dossier.requests_about(fact)))
    days[CORRECTIONS] = max((found.on for found in corrections(dossier)), default=None)
    days[REQUESTS] = last_change(dossier.requests.values())
    return days


def newest_first(facts: list[Fact]) -> list[Fact]:
    """
    Return facts by the day on which each was added or last changed, the newest first, and by id where days say nothing.
    """
    ordered = sorted(facts, key=lambda fact: fact.id)
    return sorted(ordered, key=lambda fact: last_change([fact]) or datetime.date.min, reverse=True)
