"""
What a page says of itself in a line: for search engines, and for whoever is sent its address.
"""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from .. import prose
from ..dossier import Dossier
from ..model import Entity, Fact
from ..views.entities import EntityView, IndexView
from ..views.facts import FactView
from ..views.logs import CorrectionsView, RequestsView
from ..views.overviews import ChronologyView, DisagreementsView, FactPageView, HomeView, VoiceView
from ..views.sources import SourceView

ALLEGATION = "An allegation, with its attribution and reply"
"""What stands for an allegation where there is no room for either."""


def statement(dossier: Dossier, fact: Fact) -> str:
    """
    Return what a fact says, if that may be said without more: neither an allegation nor what is withdrawn.
    """
    if fact.withdrawn:
        return f"A fact withdrawn on {fact.withdrawn.on}"
    return ALLEGATION if fact.against else prose.plain(fact.text, dossier.resolve)


def lead(dossier: Dossier, entity: Entity) -> Fact | None:
    """
    Return the fact that says why an entity is here, if it may stand alone.
    """
    fact = dossier.facts.get(entity.lead or "")
    return None if fact is None or fact.against or fact.withdrawn else fact


def counted(dossier: Dossier, entity: Entity) -> str:
    """
    Return how much is known of an entity: ``3 facts from 2 sources on Ada Brolly``.
    """
    facts = dossier.facts_about(entity)
    sources = {place.source for fact in facts for place in fact.cite}
    return f"{_number(len(facts), 'fact')} from {_number(len(sources), 'source')} on {entity.name}"


@singledispatch
def describe(view: Any, dossier: Dossier, title: str) -> str:
    """
    Return the description of a page.

    Args:
        view: What its template is given, or nothing.
        dossier: What it is a view of.
        title: The page's title, for pages that need no more.
    """
    return f"{title}. {dossier.settings.title}: {dossier.settings.subtitle}"


@describe.register
def _home(view: HomeView, dossier: Dossier, title: str) -> str:
    facts, sources = _number(len(dossier.standing_facts), "fact"), _number(len(dossier.sources), "source")
    return f"{dossier.settings.subtitle}: {facts} from {sources}, each with who says so and where"


@describe.register
def _entity(view: EntityView, dossier: Dossier, title: str) -> str:
    fact = lead(dossier, view.entity)
    return statement(dossier, fact) if fact else counted(dossier, view.entity)


@describe.register
def _fact(view: FactPageView, dossier: Dossier, title: str) -> str:
    fact: FactView = view.fact
    if fact.fact.against and not fact.fact.withdrawn:
        return f"{ALLEGATION}: who makes it, in which source and paragraph, and what is answered, or that no reply is recorded"
    return statement(dossier, fact.fact)


@describe.register
def _source(view: SourceView, dossier: Dossier, title: str) -> str:
    facts = _number(len(dossier.facts_citing(view.source)), "fact")
    held = "" if view.source.document else "; no copy of it is held"
    gone = f"Withdrawn on {view.withdrawn}: " if view.withdrawn else ""
    return f"{gone}{view.source.title}. {view.label}: {facts} cited from it, by paragraph{held}"


@describe.register
def _index(view: IndexView, dossier: Dossier, title: str) -> str:
    count = sum(len(entries) for _, entries in view.groups)
    return f"{view.title} ({count}) in {dossier.settings.title}: {dossier.settings.subtitle}"


@describe.register
def _chronology(view: ChronologyView, dossier: Dossier, title: str) -> str:
    count = _number(sum(len(year.facts) for year in view.years), "fact")
    return f"{view.title}: {count} in the order of time, each with who says so and where"


@describe.register
def _disagreements(view: DisagreementsView, dossier: Dossier, title: str) -> str:
    return f"{_number(len(dossier.open_disagreements), 'disagreement')} between the sources, both sides beside each other, and why they cannot all be right"


@describe.register
def _voice(view: VoiceView, dossier: Dossier, title: str) -> str:
    count = _number(sum(len(facts) for _, _, facts in view.groups), "fact")
    return f"{view.voice.label.capitalize()}: {view.voice.definition}. {count}, by who says so"


@describe.register
def _corrections(view: CorrectionsView, dossier: Dossier, title: str) -> str:
    if not view.days:
        return f"Nothing has been corrected in {dossier.settings.title} since it was first published; and how corrections are made"
    changes = [entry.change for _, _, entries in view.days for entry in entries]
    corrected = sum(bool(change.what) for change in changes)
    return f"{_number(corrected, 'correction')} and {_number(len(changes) - corrected, 'withdrawal')} in {dossier.settings.title}: what changed, when and why, with the earlier wording"


@describe.register
def _requests(view: RequestsView, dossier: Dossier, title: str) -> str:
    if not view.entries:
        return f"Who was asked for a reply to what is said against them in {dossier.settings.title}: nobody yet"
    return f"Who was asked for a reply to what is said against them in {dossier.settings.title}, when and how, and what they answered: {_number(len(view.entries), 'request')}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
