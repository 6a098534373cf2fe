"""
What the bench's templates print beyond what a view has ready: the peers list facts in one way everywhere.
"""

from __future__ import annotations

from dossier.dossier import Dossier
from dossier.model import Fact
from dossier.views.facts import FactView
from dossier.views.sources import SourceView

from .convert import KINDS

_WORDS = {ours: theirs for theirs, ours in KINDS.items()}


def told_in(dossier: Dossier) -> list[Fact]:
    """
    Return the facts that the peers have too. Those without a date stand for what the peers keep as summaries.
    """
    return [fact for fact in dossier.standing_facts if fact.date]


def told_by(view: SourceView) -> list[FactView]:
    """
    Return the facts of a source in the order of time, whatever their paragraphs.
    """
    facts = [fact for paragraph in view.paragraphs for fact in paragraph.facts if fact.fact.date]
    return sorted(facts, key=lambda fact: (fact.fact.date.sort_key, fact.id))


def years_of(dossier: Dossier) -> set[str]:
    """
    Return the years that have a page.
    """
    return {fact.date.edtf[:4] for fact in told_in(dossier)}


def kind_word(fact: Fact) -> str:
    """
    Return the peers' word for what a fact is.
    """
    return _WORDS[fact.kind]
