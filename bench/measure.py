"""
Times commands in pairs: one after the other, over and over, so that what slows the machine for a while slows both.
"""

from __future__ import annotations

import json
import signal
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from .sites import Site

_MEASURED = Path(__file__).with_name("measured.py")


class TooLongError(Exception):
    """
    A command that took longer than it may.
    """


@dataclass(frozen=True, slots=True)
class Figures:
    """
    What a command took.
    """

    wall: float
    """Seconds."""

    cpu: float = 0.0
    """Seconds of all its processes."""

    peak: float = 0.0
    """MiB of its largest process."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """
    Runs of two commands in turn.
    """

    runs: tuple[tuple[Figures, Figures], ...]

    def ratio(self, figure: str) -> float:
        """Return the median, over the pairs, of the first's figure to the second's."""
        return statistics.median(getattr(one, figure) / getattr(other, figure) for one, other in self.runs)

    def median(self, figure: str) -> float:
        """Return the first's median."""
        return statistics.median(getattr(one, figure) for one, _ in self.runs)

    def median_of_other(self, figure: str) -> float:
        """Return the second's median."""
        return statistics.median(getattr(other, figure) for _, other in self.runs)


def measure(site: Site, limit: float) -> Figures:
    """
    Run a site's command once.

    Raises:
        TooLongError: If it is not done in so many seconds.
        SystemExit: If it fails.
    """
    command = [sys.executable, "-I", "-S", _MEASURED, str(limit), *site.command]
    done = subprocess.run(command, cwd=site.folder, env=site.variables, capture_output=True, text=True, check=True)
    took = json.loads(done.stdout)
    if took["status"] == -signal.SIGKILL and took["wall"] >= limit:
        raise TooLongError
    if took["status"]:
        raise SystemExit(f"{' '.join(site.command)} in {site.folder} ended with {took['status']}:\n{done.stderr}")
    return Figures(took["wall"], took["cpu"], took["peak"] / 1024)


def in_turn(one: Callable[[], Figures], other: Callable[[], Figures], runs: int, warm_ups: int = 1) -> Pairs:
    """
    Return what two things took, done in turn, after some turns that do not count.
    """
    taken = [(one(), other()) for _ in range(warm_ups + runs)]
    return Pairs(tuple(taken[warm_ups:]))


def from_nothing(site: Site, limit: float) -> Figures:
    """
    Build a site where none stands and nothing is kept.
    """
    site.clear()
    return measure(site, limit)


def tried(attempt: Callable[[], Pairs]) -> Pairs | None:
    """
    Return what something took, or nothing if it took too long.
    """
    try:
        return attempt()
    except TooLongError:
        return None


def build_all(sites: Iterable[Site]) -> None:
    """
    Build sites once, untimed.
    """
    for site in sites:
        site.clear()
        measure(site, limit=3600)
