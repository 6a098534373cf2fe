"""
What a record does not tell, computed from what it tells.
"""

from __future__ import annotations

from collections.abc import Iterable

from .dossier import Dossier
from .problems import count
from .views.entities import GapView
from .views.facts import FactView
from .vocabulary import Kind, Standing

_TIMELESS = frozenset({Kind.OPINION, Kind.BACKGROUND, Kind.CAREER, Kind.DOCUMENT})


def gaps(dossier: Dossier, facts: Iterable[FactView]) -> tuple[GapView, ...]:
    """
    Return what some facts leave open; nothing for what they do not.
    """
    facts = tuple(facts)
    unanswered = tuple(fact for fact in facts if fact.is_allegation and not dossier.is_answered(fact.fact))
    asked = sum(bool(fact.requests) for fact in unanswered)
    single = tuple(fact for fact in facts if fact.standing is Standing.SINGLE_ORIGIN)
    undated = tuple(fact for fact in facts if fact.fact.date is None and fact.fact.kind not in _TIMELESS)
    found = (
        GapView("Allegations without a reply", "unanswered", f"{_are(len(unanswered), 'allegation')} shown without a reply: none is recorded in the sources held{_asked(asked)}.", unanswered),
        GapView("Claims with one origin", "single-origin", f"{_rest(len(single), len(facts))} on one origin, in however many publications.", single),
        GapView("Events without a date", "undated", f"For {count(len(undated), 'thing')} that happened, no source gives a date.", undated),
    )
    return tuple(gap for gap in found if gap.facts)


def _asked(number: int) -> str:
    return f", and for {number} of them, somebody has been asked for one" if number else ""


def _are(number: int, noun: str) -> str:
    return f"{count(number, noun)} {'is' if number == 1 else 'are'}"


def _rest(number: int, total: int) -> str:
    return f"{number} of {count(total, 'fact')} {'rests' if number == 1 else 'rest'}"
