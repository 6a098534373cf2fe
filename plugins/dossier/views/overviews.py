"""
What the pages that look across the whole dossier are given.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ..draw.ego import Ego
from ..draw.map import Map
from ..draw.money import Group, Money
from ..draw.network import Network
from ..draw.origins import Origins
from ..draw.tenures import Tenures
from ..draw.timeline import Timeline
from ..vocabulary import Term
from .entities import EntryView, GapView
from .facts import DisagreementView, FactView
from .prose import ProseView


@dataclass(frozen=True, slots=True)
class FactPageView:
    """
    The page of a fact.
    """

    url: str
    """The page itself, from the site's root."""

    fact: FactView
    """The fact, with all that follows from it."""

    origins: Origins | None
    """The tree of its origins."""


@dataclass(frozen=True, slots=True)
class YearView:
    """
    A stretch of the chronology.
    """

    label: str
    """``2005``, ``The 1980s``, ``Without a date``."""

    anchor: str
    """What a link within the page leads to."""

    facts: tuple[FactView, ...]
    """In the order of time."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """
    A view of the chronology that a reader may choose.
    """

    label: str
    """``2005``, ``Money``, a name."""

    value: str
    """What the filter calls it."""

    url: str
    """The page of this view, from the site's root."""

    count: int
    """How many facts are in it."""


@dataclass(frozen=True, slots=True)
class FilterView:
    """
    One way to narrow the chronology.
    """

    name: str
    """``year``, ``kind``, ``person``, ``country``."""

    title: str
    """What the reader is asked: ``Year``."""

    choices: tuple[ChoiceView, ...]
    """The views to choose from."""


@dataclass(frozen=True, slots=True)
class ChronologyView:
    """
    Facts in the order of time: all of them, or those of one view.
    """

    url: str
    """The page itself, from the site's root."""

    title: str
    """The heading of the page."""

    years: tuple[YearView, ...]
    """The facts, by the year or decade in which they begin; those without a date last."""

    filters: tuple[FilterView, ...]
    """All views there are; on the whole chronology only."""

    timeline: Timeline | None
    """The years drawn; on the whole chronology only."""

    is_whole: bool = False
    """Whether it is all of them."""


@dataclass(frozen=True, slots=True)
class DisagreementsView:
    """
    All disagreements, those that cannot all be right first, and by what they are about.
    """

    url: str
    """The page itself, from the site's root."""

    groups: tuple[tuple[Term, tuple[tuple[str, tuple[DisagreementView, ...]], ...]], ...]
    """By weight, then by subject."""

    withdrawn: tuple[DisagreementView, ...]
    """Those that are none any more, which leave a marker."""


@dataclass(frozen=True, slots=True)
class MethodologyView:
    """
    The vocabularies, with every term's definition.
    """

    url: str
    """The page itself, from the site's root."""

    vocabularies: tuple[tuple[str, tuple[Term, ...]], ...]
    """By title, in the order of the page."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """
    The front page.
    """

    url: str
    """The page itself, from the site's root."""

    summary: ProseView | None
    """What happened, in some 120 words that cite their facts."""

    findings: tuple[FactView, ...]
    """The facts that matter most, as the dossier chooses them."""

    tenures: Tenures | None
    """Who headed the body that most tenures are of."""

    map: Map | None
    """The map as the way in."""

    counts: tuple[tuple[int, str, str], ...]
    """How many, of what, and where they are."""

    contradictions: tuple[DisagreementView, ...]
    """Where sources cannot all be right."""

    newest: NewestView | None
    """What changed last."""


@dataclass(frozen=True, slots=True)
class NewestView:
    """
    The last day on which facts were added, corrected or withdrawn.
    """

    day: datetime.date
    """That day."""

    count: int
    """How many facts changed."""

    is_first: bool
    """Whether it is the day of the first publication, when everything is new."""

    facts: tuple[FactView, ...]
    """Some of them, in a line each: no allegation, for which a line has no room."""


@dataclass(frozen=True, slots=True)
class VoiceView:
    """
    All facts of one voice, by who says so.
    """

    url: str
    """The page itself, from the site's root."""

    voice: Term
    """Whose word it is, with its definition."""

    groups: tuple[tuple[str, str, tuple[FactView, ...]], ...]
    """Who, the anchor, and the facts; those with most facts first."""


@dataclass(frozen=True, slots=True)
class VoicesView:
    """
    Who says so: every voice, and everybody in it.
    """

    url: str
    """The page itself, from the site's root."""

    voices: tuple[VoiceView, ...]
    """Those in which anybody speaks."""


@dataclass(frozen=True, slots=True)
class UnknownsView:
    """
    What the record does not tell.
    """

    url: str
    """The page itself, from the site's root."""

    gaps: tuple[GapView, ...]
    """Each with the facts or records that it concerns."""

    unread: tuple[tuple[str, str, str], ...]
    """Paragraphs that nobody has read a second time: the source's name, its page, which."""


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """
    Services, bodies and other names that a reader may not know.
    """

    url: str
    """The page itself, from the site's root."""

    groups: tuple[tuple[str, tuple[EntryView, ...]], ...]
    """Names by kind, with the kind's label."""


@dataclass(frozen=True, slots=True)
class MoneyView:
    """
    Every figure, drawn and as a table.
    """

    url: str
    """The page itself, from the site's root."""

    drawing: Money
    """What is drawn, and listed."""


@dataclass(frozen=True, slots=True)
class NetworkView:
    """
    Every tie between records, drawn and in words.
    """

    url: str
    """The page itself, from the site's root."""

    drawing: Network
    """What is drawn, and listed."""


@dataclass(frozen=True, slots=True)
class PatternsView:
    """
    Every component in every state; ``None`` where the dossier has none.
    """

    url: str
    """The page itself, from the site's root."""

    facts: tuple[tuple[str, FactView | None], ...]
    """The state, and a fact in it."""

    disagreements: tuple[DisagreementView | None, ...]
    """The first of each weight."""

    entries: tuple[EntryView, ...]
    """A few entries of an index."""

    tenures: Tenures | None
    """The first drawing of who headed what."""

    timeline: Timeline | None
    """The years of all facts."""

    network: Ego | None
    """The first drawing of the ties of one record."""

    map: Map | None
    """The map."""

    money: Group | None
    """The figures in the first currency."""

    origins: Origins | None
    """The first tree of origins."""
