"""
The pattern page: every component in every state that the dossier has, for whoever works on the theme. In development builds only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..dossier import Dossier
from ..draw.ego import ego
from ..draw.map import map_of
from ..draw.money import money
from ..draw.origins import origins
from ..draw.tenures import tenures
from ..draw.timeline import timeline
from ..model import Fact
from ..views.facts import DisagreementView, fact_view
from ..views.overviews import PatternsView
from ..vocabulary import Standing, Voice, Weight
from .chronology import stretches
from .entities import entry

_State = tuple[str, Callable[[Fact], object]]


def patterns(dossier: Dossier) -> PatternsView:
    """
    Return the first fact in each state, or nothing where the dossier has none; and the first of each drawing.
    """
    states = tuple((label, next((fact_view(dossier, fact) for fact in dossier.facts.values() if holds(fact)), None)) for label, holds in _states(dossier))
    views = [fact_view(dossier, fact) for fact in dossier.facts.values()]
    entities = list(dossier.entities.values())
    groups = money(dossier).groups
    return PatternsView(
        url="patterns.html",
        facts=states,
        disagreements=tuple(
            next((DisagreementView(dossier, found) for found in dossier.disagreements.values() if found.weight is weight), None) for weight in Weight
        ),
        entries=tuple(entry(dossier, entity) for entity in entities[:3]),
        tenures=next((drawn for one in entities if (drawn := tenures(dossier, dossier.tenures(one), one))), None),
        timeline=timeline(stretches(dossier, dossier.standing_facts)),
        network=next((drawn for one in entities if (drawn := ego(dossier, one))), None),
        map=map_of(dossier),
        money=groups[0] if groups else None,
        origins=next((drawn for view in views if (drawn := origins(dossier, view.citations))), None),
    )


def _states(dossier: Dossier) -> Iterator[_State]:
    for standing in Standing:
        yield f"Standing: {standing.label}", lambda fact, standing=standing: dossier.standing(fact) is standing
    for voice in Voice:
        yield f"Voice: {voice.label}", lambda fact, voice=voice: fact.voice is voice
    yield "Allegation without a reply", lambda fact: fact.against and not dossier.is_answered(fact)
    yield "Allegation with a reply", lambda fact: fact.against and dossier.replies_to(fact)
    yield "Allegation of which somebody was asked", lambda fact: fact.against and dossier.requests_about(fact)
    yield "Exact date", lambda fact: fact.date and fact.date.is_exact
    yield "Inexact date", lambda fact: fact.date and not fact.date.is_exact
    yield "No date", lambda fact: fact.date is None
    yield "The source’s own words on the date", lambda fact: fact.date_words
    yield "Inferred", lambda fact: fact.inferred
    yield "Several publications", lambda fact: len({place.source for place in fact.cite}) > 1
    yield "Editor’s note", lambda fact: fact.note
    yield "Corrected", lambda fact: fact.changed
    yield "On something withdrawn", lambda fact: dossier.fallen(fact)
