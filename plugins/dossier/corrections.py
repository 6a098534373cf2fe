"""
The log of what was corrected and withdrawn, computed from the records; nobody writes it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from . import dates, prose
from .dates import Moment, Period
from .dossier import Dossier
from .fields import Place, Relation, parse_place
from .model import Change, Disagreement, Entity, Fact, Figure, Request, Source
from .prose import Span
from .urls import label_of

Corrected = Fact | Source | Entity | Disagreement | Request
"""Whatever can be corrected."""

_FIELDS = {
    "cite": "citations",
    "who": "who says so",
    "against": "whom it accuses",
    "answers": "what it answers",
    "rests_on": "what it rests on",
    "attributed_to": "identification",
    "about": "what it is about",
    "facts": "sides",
    "why": "the editor’s reason",
    "on": "the day of asking",
    "how": "how they were asked",
    "until": "the day to answer by",
    "url": "address",
    "archive_url": "archived copy",
    "iso": "outline on the map",
    "at": "place on the map",
    "document": "copy held",
}
"""What readers call those fields whose own names say little."""


@dataclass(frozen=True, slots=True)
class Correction:
    """
    One day on which one record changed, or was withdrawn.
    """

    record: Corrected
    on: datetime.date
    why: str

    what: str | None
    """What of it changed, in words, such as ``text`` or ``citations``; ``None`` where it was withdrawn."""

    number: int
    """Of the corrections of this record, counted from 1 in the order of time; the withdrawal is the last."""

    was: tuple[Span, ...] | None
    """What stood there before, as it read; ``None`` where the record was withdrawn, then or since, for it is said no more."""

    now: tuple[Span, ...] | None
    """What took its place, as it reads, where that can be said in a line."""

    @property
    def anchor(self) -> str:
        """Where it stands on the record's page."""
        return f"corrected-{self.number}" if self.what else "withdrawn"


def corrections(dossier: Dossier) -> tuple[Correction, ...]:
    """
    Return all corrections and withdrawals, the newest first.
    """
    records: tuple[Corrected, ...] = tuple(
        record for group in (dossier.facts, dossier.sources, dossier.entities, dossier.disagreements, dossier.requests) for record in group.values()
    )
    found = [correction for record in records for correction in corrections_of(dossier, record)]
    return tuple(sorted(found, key=lambda correction: (-correction.on.toordinal(), correction.record.id, -correction.number)))


def corrections_of(dossier: Dossier, record: Corrected) -> tuple[Correction, ...]:
    """
    Return the corrections of a record, and its withdrawal, in the order of time.
    """
    return tuple(_of(dossier, record))


def _of(dossier: Dossier, record: Corrected) -> Iterator[Correction]:
    withdrawn = getattr(record, "withdrawn", None)
    for index, change in enumerate(record.changed):
        field = change.what or record.main
        following = _following(record.changed[index + 1 :], field, record.main)
        said = not withdrawn or isinstance(record, Source)
        yield Correction(
            record=record,
            on=change.on,
            why=change.why,
            what=_FIELDS.get(field, field.replace("_", " ")),
            number=index + 1,
            was=_typed(dossier, field, change.was) if said else None,
            now=(_typed(dossier, field, following.was) if following else _words(dossier, getattr(record, field))) if said else None,
        )
    if withdrawn:
        yield Correction(record, withdrawn.on, withdrawn.why, None, len(record.changed) + 1, None, None)


def _following(later: tuple[Change, ...], field: str, main: str) -> Change | None:
    return next((change for change in later if (change.what or main) == field), None)


def _typed(dossier: Dossier, field: str, text: str) -> tuple[Span, ...]:
    """An earlier value as readers see it: a date in words, a place by its source's name."""
    try:
        if field in ("date", "on", "until"):
            return (Span(dates.parse(text).words),)
        if field == "cite":
            return _words(dossier, parse_place(text)) or (Span(text),)
    except ValueError:
        pass  # it was typed in words
    return _words(dossier, text) or (Span(text),)


def _words(dossier: Dossier, value: Any) -> tuple[Span, ...] | None:
    """A value as readers see it, where that fits in a line."""
    if value is None or value in ((), {}):
        return (Span("nothing"),)
    if isinstance(value, str) and not isinstance(value, Enum):
        return _named(dossier, value) or tuple(prose.spans(value, dossier.resolve))
    if isinstance(value, Place):
        (source,) = _named(dossier, value.source) or (Span(value.source),)
        return (source, Span(f" ¶{value.locator}")) if value.locator else (source,)
    if isinstance(value, Relation):
        return (*(_words(dossier, value.subject) or ()), Span(f" {value.predicate.label} "), *(_words(dossier, value.object) or ()))
    if isinstance(value, tuple | dict):
        found = [_words(dossier, item) for item in value]
        return tuple(span for number, words in enumerate(found) for span in ((Span(", "),) if number else ()) + (words or ())) if all(found) else None
    said = _said(value)
    return (Span(said),) if said else None


def _named(dossier: Dossier, id_: str) -> tuple[Span, ...]:
    """What readers know an id as; nothing where it is none."""
    if entity := dossier.entities.get(id_):
        return (Span(entity.label, entity.language),)
    if source := dossier.sources.get(id_):
        return (Span(label_of(source, dossier.entities)),)
    if fact := dossier.facts.get(id_):
        if fact.withdrawn or fact.against:
            return (Span("a fact since withdrawn" if fact.withdrawn else "an allegation"),)
        return tuple(prose.spans(fact.text, dossier.resolve))
    return ()


def _said(value: Any) -> str:
    """A value that is neither text nor a list of values; nothing where it cannot be said in a word."""
    if isinstance(value, Moment | Period):
        return value.words
    if isinstance(value, datetime.date):
        return dates.parse(value.isoformat()).words
    if isinstance(value, Figure):
        return value.amount.words
    return str(getattr(value, "label", "") or getattr(value, "code", ""))
