"""
Ties, bundled into lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .lettering import width
from .settle import Link
from .ties import FactLink, Firmness, Tie

LABEL_HEIGHT = 15.0
_LABEL = 12.0


@dataclass(frozen=True, slots=True)
class Bundle:
    """
    What is one line: all ties of one firmness between two records.
    """

    firmness: Firmness
    ends: Link
    """The numbers of the two records, the lower first."""

    ties: tuple[Tie, ...]

    @property
    def facts(self) -> tuple[FactLink, ...]:
        """Each fact behind it, once."""
        return tuple({fact.id: fact for tie in self.ties for fact in tie.facts}.values())

    @property
    def label(self) -> str:
        """The word on the line, or nothing: ``alleged``, ``2 facts``."""
        number = len(self.facts)
        if self.firmness is Firmness.SAID:
            return f"{number} facts" if number > 1 else ""
        return f"{number} {self.firmness}" if number > 1 else str(self.firmness)

    @property
    def label_width(self) -> float:
        """How much room the word takes."""
        return round(width(self.label, _LABEL) + 4.0, 1) if self.label else 0.0

    @property
    def name(self) -> str:
        """All that it says, in words."""
        said = "; ".join(tie.sentence for tie in self.ties)
        return f"{said} ({len(self.facts)} facts)" if len(self.facts) > 1 else said


def bundles(found: Sequence[Tie], order: Mapping[str, int]) -> list[Bundle]:
    """
    Return what is one line each, those that stand first, then the disputed, then the alleged; ``order`` numbers the records.
    """
    found_at: dict[tuple[int, Link], list[Tie]] = {}
    firmnesses = list(Firmness)
    for tie in found:
        ends = (order[tie.subject.id], order[tie.object.id])
        found_at.setdefault((firmnesses.index(tie.firmness), (min(ends), max(ends))), []).append(tie)
    return [Bundle(firmnesses[key[0]], key[1], tuple(found_at[key])) for key in sorted(found_at)]
