"""
The pages that look across the whole dossier.
"""

from __future__ import annotations

from collections import Counter

from ..dossier import Dossier
from ..draw.money import money as draw_money
from ..draw.network import network as draw_network
from ..draw.origins import origins
from ..gaps import gaps
from ..model import Case, Fact, Organisation, Person
from ..urls import slug
from ..views.entities import GapView
from ..views.facts import DisagreementView, fact_view, fact_views, source_link
from ..views.overviews import (
    DisagreementsView,
    FactPageView,
    GlossaryView,
    MethodologyView,
    MoneyView,
    NetworkView,
    UnknownsView,
    VoicesView,
    VoiceView,
)
from ..vocabulary import CaseKind, Character, CountryKind, How, Kind, OrganisationKind, Predicate, Standing, Term, Voice, Weight
from .entities import by_name, entry

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
_TIES_OF_SERVICE = frozenset({Predicate.HEADED, Predicate.DEPUTY_HEAD_OF, Predicate.SERVED_IN, Predicate.WORKED_FOR, Predicate.MEMBER_OF})


def fact(dossier: Dossier, fact: Fact) -> FactPageView:
    """
    Return the page of a fact.
    """
    view = fact_view(dossier, fact)
    return FactPageView(view.url, view, origins(dossier, [cited for cited in view.citations if cited.counts]))


def disagreements(dossier: Dossier) -> DisagreementsView:
    """
    Return all disagreements, by weight and then by what most of their facts are about.
    """
    groups = []
    for weight in Weight:
        subjects: dict[str, list[DisagreementView]] = {}
        for found in dossier.disagreements.values():
            if found.weight is weight and not found.withdrawn:
                about = Counter(id_ for fact in found.facts for id_ in dossier.about(dossier.facts[fact]))
                best = min(about, key=lambda id_: (-about[id_], len(dossier.facts_about(dossier.entities[id_])), id_), default="")
                subject = dossier.entities[best].label if best else "Other"
                subjects.setdefault(subject, []).append(DisagreementView(dossier, found))
        if subjects:
            groups.append((weight, tuple((subject, tuple(subjects[subject])) for subject in sorted(subjects, key=lambda name: (-len(subjects[name]), name)))))
    withdrawn = tuple(DisagreementView(dossier, found) for found in dossier.disagreements.values() if found.withdrawn)
    return DisagreementsView("disagreements.html", tuple(groups), withdrawn)


def methodology() -> MethodologyView:
    """
    Return every vocabulary with its definitions.
    """
    return MethodologyView("methodology.html", tuple((title, tuple(terms)) for title, terms in _VOCABULARIES))


def unknowns(dossier: Dossier) -> UnknownsView:
    """
    Return what the record does not tell.
    """
    found = list(gaps(dossier, fact_views(dossier, dossier.standing_facts)))
    without = []
    for person in by_name(entity for entity in dossier.entities.values() if isinstance(entity, Person)):
        ties = {relation.predicate for fact in dossier.facts_about(person) for relation in fact.relation if relation.subject == person.id}
        if not ties & _TIES_OF_SERVICE:
            without.append(entry(dossier, person))
    if without:
        words = "For these people, no fact ties them to a body that they led, served in, worked for or belonged to."
        found.append(GapView("People without a stated post or service", "no-service", words, entries=tuple(without)))
    unread = []
    for id_, last in dossier.paragraph_counts.items():
        read = dossier.sources[id_].read_twice
        numbers = [number for number in range(1, last + 1) if read is None or number not in read.numbers]
        if numbers:
            link = source_link(dossier, id_)
            unread.append((link.label, link.url, f"{len(numbers)} of {last}"))
    return UnknownsView("unknowns.html", tuple(found), tuple(unread))


def glossary(dossier: Dossier) -> GlossaryView:
    """
    Return the bodies, papers and other names that a reader may not know, by kind.
    """
    groups = []
    for kind in (*OrganisationKind, *CaseKind):
        found = by_name(entity for entity in dossier.entities.values() if isinstance(entity, Organisation | Case) and entity.kind is kind)
        if found:
            groups.append((kind.label, tuple(entry(dossier, entity) for entity in found)))
    return GlossaryView("glossary.html", tuple(groups))


def money(dossier: Dossier) -> MoneyView:
    """
    Return every figure, with its unit, bound and counter.
    """
    return MoneyView("money.html", draw_money(dossier))


def network(dossier: Dossier) -> NetworkView:
    """
    Return every tie between records.
    """
    return NetworkView("network.html", draw_network(dossier))


def voices(dossier: Dossier) -> VoicesView:
    """
    Return who says what: every voice, and everybody in it.
    """
    found = []
    for voice in Voice:
        groups: dict[str, list] = {}
        for fact in dossier.standing_facts:
            if fact.voice is voice:
                groups.setdefault(_teller(dossier, fact), []).append(fact)
        ordered = sorted(groups, key=lambda who: (-len(groups[who]), who.casefold()))
        views = tuple((who, slug(who), fact_views(dossier, groups[who])) for who in ordered)
        if views:
            found.append(VoiceView(f"voices/{voice}.html", voice, views))
    return VoicesView("voices/index.html", tuple(found))


def _teller(dossier: Dossier, fact) -> str:
    """Whose word a fact is; the outlets, where it is their own."""
    entity = dossier.entities.get(fact.who or "")
    if entity:
        return entity.name
    if fact.who:
        return fact.who[0].upper() + fact.who[1:]
    return ", ".join(dict.fromkeys(source_link(dossier, place.source).label for place in fact.cite))
