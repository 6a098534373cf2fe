"""
Every figure, and those that are money as marks on one axis for each currency: whose count, of what, and how it bounds the truth.

Figures are set beside each other and never added up: several may count the same money.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..dossier import Dossier
from ..figures import Amount
from ..model import Figure
from ..views.facts import FactView, fact_view
from ..vocabulary import Bound, Voice
from .amounts import Axis, Mark, axis_of, mark_of
from .currencies import is_money
from .frames import BOLD, LEADING, NARROW, TYPE, WIDE, tidy
from .lettering import wrapped

_WORDS = 250.0
_HIGH = 26.0


@dataclass(frozen=True, slots=True)
class Count:
    """
    A figure, and whose it is.
    """

    amount: Amount
    """The number, with its bound and unit."""

    fact: FactView
    """The fact that states it."""

    by: str
    """By whose count: the speaker with the publication, or the publication alone."""

    of: str
    """What it is for, as far as the figure says; else nothing."""

    for_url: str | None
    """The page of the record that it is for, from the site's root."""

    origin: str
    """Where that is known from in the end."""

    caveat: str
    """What must stand beside it: that it is an allegation and whether that is answered, or that it is disputed; else nothing."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    A figure in its place.
    """

    count: Count
    """What is counted, and by whom."""

    amount: tuple[str, ...]
    """Its words, in lines."""

    by: tuple[str, ...]
    """By whose count, in lines."""

    caveat: tuple[str, ...]
    """What must stand beside it, in lines."""

    y: float
    """Where the first line stands; the others follow, one under another."""

    mark: Mark
    """Its place on the axis."""


@dataclass(frozen=True, slots=True)
class Chart:
    """
    The figures of one unit in one width.
    """

    width: float
    height: float
    axis: Axis
    """Shared by all rows."""

    tracks: tuple[tuple[float, float], ...]
    """From where to where the lines of the axis run down: behind all marks, or behind each where words stand between."""

    rows: tuple[Row, ...]
    """From the top."""


@dataclass(frozen=True, slots=True)
class Group:
    """
    The figures of one unit, which can be set beside each other.
    """

    unit: str
    """``USD``."""

    counts: tuple[Count, ...]
    """In the order of the rows."""

    narrow: Chart
    wide: Chart
    bounds: tuple[Bound, ...]
    """Those that occur, for a key."""

    alleged: bool
    """Whether any is an allegation."""

    origins: int
    """From how many origins all of these are known."""


@dataclass(frozen=True, slots=True)
class Money:
    """
    All figures of a dossier.
    """

    groups: tuple[Group, ...]
    """Those that are money, by unit; the unit with the most first."""

    others: tuple[Count, ...]
    """Those that are not money, or not said to be."""


def money(dossier: Dossier) -> Money:
    """
    Lay out all figures of facts that stand.
    """
    groups: dict[str, list[Count]] = {}
    others = []
    for fact in dossier.standing_facts:
        view = fact_view(dossier, fact)
        for figure in fact.figure:
            (groups.setdefault(figure.amount.unit, []) if is_money(figure.amount.unit) else others).append(_count(dossier, view, figure))
    return Money(
        groups=tuple(_group(unit, counts) for unit, counts in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))),
        others=tuple(sorted(others, key=lambda count: (count.amount.unit.casefold(), *_rank(count)))),
    )


def _count(dossier: Dossier, fact: FactView, figure: Figure) -> Count:
    publications = " and ".join(link.label for link in fact.publications)
    by = publications if fact.fact.voice is Voice.REPORTING or not fact.who else f"{fact.who}, in {publications}"
    target = dossier.resolve(figure.for_) if figure.for_ else None
    entity = dossier.entities.get(figure.for_ or "")
    name = entity.label if entity else target.name if target else ""
    return Count(
        amount=figure.amount,
        fact=fact,
        by=by[:1].upper() + by[1:],
        of=": ".join(filter(None, (name, figure.purpose))),
        for_url=target.url if target else None,
        origin=" and ".join(link.label for link in fact.origins),
        caveat=_caveat(dossier, fact),
    )


def _caveat(dossier: Dossier, fact: FactView) -> str:
    disputed = dossier.is_disputed(fact.fact)
    if fact.is_allegation:
        answered = "a reply is recorded" if fact.replies else "no reply is recorded in the sources held"
        return f"Allegation{', disputed' if disputed else ''}; {answered}."
    said = ["disputed"] * disputed + ["answered"] * bool(fact.replies)
    return f"{', '.join(said).capitalize()}." if said else ""


def _rank(count: Count) -> tuple[object, ...]:
    return count.amount.low, list(Bound).index(count.amount.bound), count.fact.id


def _group(unit: str, counts: Iterable[Count]) -> Group:
    counts = tuple(sorted(counts, key=_rank))
    bounds = {count.amount.bound for count in counts}
    return Group(
        unit=unit,
        counts=counts,
        narrow=_chart(counts, unit, NARROW),
        wide=_chart(counts, unit, WIDE),
        bounds=tuple(bound for bound in Bound if bound in bounds),
        alleged=any(count.fact.is_allegation for count in counts),
        origins=len({origin.source.id for count in counts for origin in count.fact.origins}),
    )


def _chart(counts: Sequence[Count], unit: str, across: float) -> Chart:
    beside = across > NARROW
    words = _WORDS if beside else across
    axis = axis_of([count.amount for count in counts], unit, (words + 24 if beside else 0.0) + 8, across - 8)
    y = top = LEADING + 8
    rows, tracks = [], []
    for count in counts:
        amount = wrapped(count.amount.words, words / BOLD, TYPE)
        by = wrapped(f"{count.by}; for {count.of}" if count.of else count.by, words, TYPE)
        caveat = wrapped(count.caveat, words, TYPE) if count.caveat else ()
        begins, y = y, y + LEADING * (len(amount) + len(by) + len(caveat))
        middle = (begins + y) / 2 + 3 if beside else y + 6 + _HIGH / 2
        if not beside:
            tracks.append((tidy(middle - _HIGH / 2), tidy(middle + _HIGH / 2)))
            y += _HIGH + 6
        rows.append(Row(count, amount, by, caveat, tidy(begins + LEADING), mark_of(count.amount, axis, middle)))
        y += 12
    return Chart(across, tidy(y), axis, ((tidy(top), tidy(y)),) if beside else tuple(tracks), tuple(rows))
