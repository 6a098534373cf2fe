"""
What this project means to reach, whether it does or not.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .measure import Pairs
from .sites import OURS


@dataclass(frozen=True, slots=True)
class Measured:
    """
    All that was measured with a dossier of one size. ``None`` stands for what took too long.
    """

    facts: int
    pages: int
    full: Mapping[str, Pairs | None]
    """Builds from nothing, each site's in turn with the yardstick's."""

    unchanged: Pairs | None
    """A build after which nothing has changed, in turn with the yardstick's."""

    edited: Pairs | None
    """One fact edited in the preview, in turn with the yardstick's."""

    check: Pairs | None
    """The check alone, in turn with plain Pelican's build from nothing."""


@dataclass(frozen=True, slots=True)
class Target:
    """
    A ratio that is to be reached.
    """

    label: str
    ratio: Callable[[Measured, Measured | None], float | None]
    """From what was measured at a size, and at the size before."""

    limits: Mapping[int, float] | float
    """At most this; by size, where it is not the same for all."""

    def limit(self, facts: int) -> float | None:
        """Return the limit at a size, if there is one."""
        return self.limits.get(facts) if isinstance(self.limits, Mapping) else self.limits


def _full(figure: str) -> Callable[[Measured, Measured | None], float | None]:
    return lambda found, _: _ratio(found.full[OURS], figure)


def _ratio(pairs: Pairs | None, figure: str = "wall") -> float:
    return pairs.ratio(figure) if pairs else math.inf


def _growth(figure: str) -> Callable[[Measured, Measured | None], float | None]:
    """How many times what a fact takes at the size before."""

    def ratio(found: Measured, before: Measured | None) -> float | None:
        if before is None:
            return None
        larger, smaller = found.full[OURS], before.full[OURS]
        return (larger.median(figure) / found.facts) / (smaller.median(figure) / before.facts) if larger and smaller else math.inf

    return ratio


TARGETS: Sequence[Target] = (
    Target("full build from nothing, wall clock to Hugo’s", _full("wall"), {400: 2.0, 4000: 1.0, 40000: 0.8}),
    Target("full build from nothing, memory of the largest process to Hugo’s", _full("peak"), {400: 0.7, 4000: 0.5, 40000: 0.4}),
    Target("built again with nothing changed, wall clock to Hugo’s", lambda found, _: _ratio(found.unchanged), {400: 0.5, 4000: 0.15, 40000: 0.05}),
    Target("one fact edited in `make serve` until all its pages are new, to `hugo server`", lambda found, _: _ratio(found.edited), {400: 0.2, 4000: 0.1, 40000: 0.1}),
    Target("`make check`, wall clock to plain Pelican’s full build", lambda found, _: _ratio(found.check), 0.2),
    Target("time per fact of a full build, to that at the size before", _growth("wall"), 1.2),
    Target("memory per fact of a full build, to that at the size before", _growth("peak"), 1.2),
)
