"""
The front page.
"""

from __future__ import annotations

from collections import Counter

from ..dossier import Dossier, in_time
from ..draw.map import map_of
from ..draw.tenures import tenures
from ..model import ENTITIES
from ..views.facts import DisagreementView, fact_views
from ..views.overviews import HomeView, NewestView
from ..views.prose import ProseView
from ..vocabulary import Predicate, Weight
from .entities import last_change

_LISTED = 5


def home(dossier: Dossier) -> HomeView:
    """
    Return what the front page is given.
    """
    counts = [(len(dossier.standing_facts), "fact", "chronology/index.html")]
    for sort in ENTITIES:
        number = sum(isinstance(entity, sort) for entity in dossier.entities.values())
        counts.append((number, sort.sort, f"{sort.folder}/index.html"))
    counts += [(len(dossier.sources), "source", "sources/index.html"), (len(dossier.open_disagreements), "disagreement", "disagreements.html")]
    headed = Counter(relation.object for fact in dossier.standing_facts for relation in fact.relation if relation.predicate is Predicate.HEADED)
    most = max(sorted(headed), key=lambda id_: headed[id_], default=None)
    return HomeView(
        url="index.html",
        summary=ProseView(dossier, dossier.settings.summary) if dossier.settings.summary else None,
        findings=fact_views(dossier, (dossier.facts[id_] for id_ in dossier.settings.findings)),
        tenures=tenures(dossier, dossier.tenures(dossier.entities[most]), dossier.entities[most]) if most else None,
        map=map_of(dossier),
        counts=tuple(count for count in counts if count[0]),
        contradictions=tuple(
            DisagreementView(dossier, found) for found in dossier.open_disagreements if found.weight is Weight.CONTRADICTION
        ),
        newest=_newest(dossier),
    )


def _newest(dossier: Dossier) -> NewestView | None:
    """The last day on which anything changed; no allegation, for which a line has no room."""
    day = last_change(dossier.facts.values())
    if day is None:
        return None
    changed = [fact for fact in dossier.facts.values() if last_change([fact]) == day]
    first = min(fact.added for fact in dossier.facts.values()) == day
    listed = () if first else tuple(fact for fact in in_time(changed) if not fact.against and not fact.withdrawn)[:_LISTED]
    return NewestView(day, len(changed), first, fact_views(dossier, listed))
