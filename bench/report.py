"""
Writes what was measured as Markdown.
"""

from __future__ import annotations

import math
import os
import platform
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from .install import PROJECT
from .measure import Pairs
from .sites import LABELS, OURS, YARDSTICK
from .targets import TARGETS, Measured, Target

BEGIN, END = "<!-- measured: written by make bench -->", "<!-- end of what make bench writes -->"
_FIGURES = {"wall": "s", "cpu": "s", "peak": "MiB"}


def report(found: Sequence[Measured], versions: Mapping[str, str], work: Path, runs: int, limit: float) -> str:
    """
    Return the tables, below where and with what they were measured.
    """
    return "\n\n".join((_where(versions, work, runs), _targets(found, limit), _builds(found, limit)))


def write(text: str, path: Path) -> None:
    """
    Put text between the marks in a file, in the place of what stands there.

    Raises:
        ValueError: If the file does not have the marks.
    """
    before, begin, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        msg = f"{path} has no lines '{BEGIN}' and '{END}' to write between"
        raise ValueError(msg)
    path.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")


def _where(versions: Mapping[str, str], work: Path, runs: int) -> str:
    told = ", ".join(f"{name} {number}" for name, number in {**versions, "Python": platform.python_version()}.items())
    return (
        f"Commit {_commit()}. {told}.\n"
        f"{_machine()}; everything on {_file_system(work)}; load average {os.getloadavg()[2]:.1f} over the quarter of an hour before the end. "
        f"Medians of {runs} pairs after one that does not count."
    )


def _targets(found: Sequence[Measured], limit: float) -> str:
    rows = [[target.label, *(_verdict(target, one, before, limit) for one, before in zip(found, (None, *found), strict=False))] for target in TARGETS]
    return _table(["ratio, lower is better", *(_facts(one) for one in found)], rows)


def _verdict(target: Target, found: Measured, before: Measured | None, limit: float) -> str:
    ratio, most = target.ratio(found, before), target.limit(found.facts)
    if ratio is None:
        return ""
    shown = f"over {limit:g} s" if math.isinf(ratio) else _number(ratio)
    return shown if most is None else f"{shown}, target {most:g}: {'met' if ratio <= most else '**not met**'}"


def _builds(found: Sequence[Measured], limit: float) -> str:
    """Full builds of all: seconds and MiB of the yardstick and of this project, and all as ratios to the yardstick."""
    head = ["full build from nothing", *(f"{_facts(one)}: {name}" for one in found for name in ("wall", "CPU", "memory"))]
    rows = [
        [LABELS[YARDSTICK], *(f"{_number(pairs.median_of_other(figure))} {unit}" if pairs else "" for pairs, figure, unit in _cells(found, OURS))],
        [LABELS[OURS], *(f"{_number(pairs.median(figure))} {unit}" if pairs else f"over {limit:g} s" for pairs, figure, unit in _cells(found, OURS))],
    ]
    for name in LABELS:
        if name != YARDSTICK:
            rows.append([f"{LABELS[name]}, to Hugo’s", *(f"× {_number(pairs.ratio(figure))}" if pairs else f"over {limit:g} s" for pairs, figure, _ in _cells(found, name))])
    return _table(head, rows)


def _cells(found: Iterable[Measured], name: str) -> Iterable[tuple[Pairs | None, str, str]]:
    return ((one.full[name], figure, unit) for one in found for figure, unit in _FIGURES.items())


def _facts(found: Measured) -> str:
    return f"{found.facts:,} facts, {found.pages:,} pages"


def _number(number: float) -> str:
    """Two digits that count, or all before the point."""
    return f"{number:,.{max(0, 1 - math.floor(math.log10(number)))}f}" if number else "0"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _commit() -> str:
    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=PROJECT, capture_output=True, text=True, check=True).stdout.strip()

    return git("rev-parse", "--short=12", "HEAD") + (" with changes since" if git("status", "--porcelain", "--untracked-files=no") else "")


def _machine() -> str:
    processor = next((line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    return f"{len(os.sched_getaffinity(0))} × {processor}, {memory:.0f} GiB, {system}, Linux {platform.release()}"


def _file_system(folder: Path) -> str:
    """The kind of file system that a folder is on."""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    above = [(len(place), kind) for place, kind in mounts if folder.resolve().is_relative_to(place)]
    return max(above)[1]
