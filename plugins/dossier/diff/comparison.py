"""
The records of two dossiers, paired.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from ..dossier import Dossier
from ..model import Disagreement, Entity, Fact, Record, Request, Source
from .changes import FieldChange, changes
from .moves import moves
from .sides import Side

T = TypeVar("T", bound=Record)


@dataclass(frozen=True, slots=True)
class Changed(Generic[T]):
    """
    A record that differs between the two.
    """

    before: T
    after: T
    fields: tuple[FieldChange, ...]
    """Every field in which it does, by the order of the model."""

    def touches(self, *names: str) -> bool:
        """
        Say whether any of these fields is among them.
        """
        return any(change.field in names for change in self.fields)


@dataclass(frozen=True, slots=True)
class Pairs(Generic[T]):
    """
    The records of one sort on both sides.
    """

    added: tuple[T, ...]
    removed: tuple[T, ...]
    kept: tuple[tuple[T, T], ...]
    changed: tuple[Changed[T], ...]
    """Those of the kept that differ."""


@dataclass(frozen=True)
class Comparison:
    """
    Two dossiers that hold together.
    """

    before: Side
    after: Side

    text_problems: tuple[str, ...] | None = None
    """What the sources' texts do not bear out now, in Markdown; ``None`` where no texts were given."""

    site: str = ""
    """The address of a preview, with a slash at its end; nothing where there is none."""

    @property
    def old(self) -> Dossier:
        """The dossier before."""
        return _whole(self.before)

    @property
    def now(self) -> Dossier:
        """The dossier after."""
        return _whole(self.after)

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """The earlier id of each record that stands under another now."""
        return moves(self.before, self.after)

    @cached_property
    def facts(self) -> Pairs[Fact]:
        """Every fact."""
        return _pairs(self.old.facts, self.now.facts, self.moved)

    @cached_property
    def entities(self) -> Pairs[Entity]:
        """Every person, organisation, country and case."""
        return _pairs(self.old.entities, self.now.entities, self.moved)

    @cached_property
    def sources(self) -> Pairs[Source]:
        """Every source."""
        return _pairs(self.old.sources, self.now.sources, self.moved)

    @cached_property
    def disagreements(self) -> Pairs[Disagreement]:
        """Every disagreement."""
        return _pairs(self.old.disagreements, self.now.disagreements, self.moved)

    @cached_property
    def requests(self) -> Pairs[Request]:
        """Every request for a reply."""
        return _pairs(self.old.requests, self.now.requests, self.moved)


def _whole(side: Side) -> Dossier:
    if side.dossier is None:
        msg = f"the dossier at {side.label} does not hold together"
        raise ValueError(msg)
    return side.dossier


def _pairs(before: Mapping[str, T], after: Mapping[str, T], moved: Mapping[str, str]) -> Pairs[T]:
    kept = tuple((old, after[moved.get(id_, id_)]) for id_, old in before.items() if moved.get(id_, id_) in after)
    met = {id(now) for _, now in kept}
    differing = (Changed(old, now, changes(old, now, moved)) for old, now in kept)
    return Pairs(
        added=tuple(record for record in after.values() if id(record) not in met),
        removed=tuple(record for id_, record in before.items() if moved.get(id_, id_) not in after),
        kept=kept,
        changed=tuple(change for change in differing if change.fields),
    )
