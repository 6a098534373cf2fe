"""
What still stands on something that was withdrawn, until an editor has dealt with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .asking import day_words
from .dossier import Dossier
from .model import Disagreement, Entity, Fact, Request, Source
from .supports import Supported

_WORDS: dict[type[Supported], str] = {
    Fact: "Rests on a source",
    Source: "Rests on a source",
    Disagreement: "Has a side",
    Request: "Was answered by a fact",
    Entity: "Is spelled so in a source",
}


@dataclass(frozen=True, slots=True)
class Flag:
    """
    One record, and one withdrawn source or fact that it stands on.
    """

    record: Supported
    gone: Source | Fact
    """What was withdrawn."""

    kept: str | None
    """Why the record is kept all the same; ``None`` where nobody has dealt with it."""

    @property
    def words(self) -> str:
        """What readers are told beside the record; no full stop."""
        kind = next(words for sort, words in _WORDS.items() if isinstance(self.record, sort))
        if isinstance(self.record, Fact) and isinstance(self.gone, Fact):
            kind = "Answers a fact"
        return f"{kind} that was withdrawn on {day_words(self.gone.withdrawn.on)}" if self.gone.withdrawn else kind


def flags(dossier: Dossier) -> tuple[Flag, ...]:
    """
    Return every flag, by record.
    """
    groups = (dossier.facts, dossier.disagreements, dossier.sources, dossier.entities, dossier.requests)
    return tuple(flag for group in groups for record in group.values() for flag in flags_of(dossier, record))


def flags_of(dossier: Dossier, record: Supported) -> tuple[Flag, ...]:
    """
    Return the flags of one record.
    """
    return tuple(_of(dossier, record))


def _of(dossier: Dossier, record: Supported) -> Iterator[Flag]:
    kept: dict[str, str] = getattr(record, "kept", {})
    for gone in dossier.fallen(record):
        yield Flag(record, gone, kept.get(gone.id))
