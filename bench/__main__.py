"""
Sets up every site, holds their pages against each other, times them, and writes the table.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from .canonical import differing, digests
from .edits import edits, previewing
from .install import PROJECT, Tools, install
from .measure import Pairs, build_all, from_nothing, in_turn, measure, tried
from .report import report, write
from .sites import OURS, OURS_WHOLE, PLAIN_PELICAN, YARDSTICK, Site, sites
from .targets import Measured

_TABLE = PROJECT / "docs/performance.md"


def main() -> None:
    """
    Do what the arguments say.
    """
    parser = argparse.ArgumentParser(prog="make bench", description="Times this project against other builders.")
    parser.add_argument("--sizes", type=lambda text: sorted(map(int, text.split())), default=[400, 4000], help="how many facts, such as '400 4000'")
    parser.add_argument("--runs", type=int, default=5, help="how many pairs count")
    parser.add_argument("--limit", type=float, default=600, help="how many seconds one run may take")
    parser.add_argument("--work", type=Path, default=_work(), help="the folder under which everything is put")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    tools = install(options.work)
    found = [_measured(options.work, tools, facts, options.runs, options.limit) for facts in options.sizes]
    text = report(found, tools.versions, options.work, options.runs, options.limit)
    print(text)
    write(text, _TABLE)


def _work() -> Path:
    """In memory where the system has such a folder, for a disk's moods would be measured too."""
    memory = Path("/dev/shm")
    return (memory if os.access(memory, os.W_OK) else Path(tempfile.gettempdir())) / "dossier-bench"


def _measured(work: Path, tools: Tools, facts: int, runs: int, limit: float) -> Measured:
    print(f"{facts:,} facts", flush=True)
    found = sites(work, tools, facts)
    pages = _held_against_each_other({name: site for name, site in found.items() if name != OURS_WHOLE})
    yardstick, ours, plain = found[YARDSTICK], found[OURS], found[PLAIN_PELICAN]
    checking = ours.commanded(sys.executable, "-m", "dossier", "check", "--dossier", "data")
    measured = Measured(
        facts=facts,
        pages=pages,
        full={name: _full(site, yardstick, name, runs, limit) for name, site in found.items() if name != YARDSTICK},
        unchanged=_told("nothing changed", tried(lambda: _unchanged(ours, yardstick, runs, limit))),
        check=_told("check to plain Pelican", tried(lambda: in_turn(lambda: measure(checking, limit), lambda: from_nothing(plain, limit), runs))),
        edited=_told("one fact edited", tried(lambda: _edited(work, tools, facts, found, runs, limit))),
    )
    for site in found.values():
        site.clear()
    return measured


def _held_against_each_other(built: Mapping[str, Site]) -> int:
    """
    Build all sites and return how many pages each has.

    Raises:
        SystemExit: If two do not have the same pages with the same text.
    """
    build_all(built.values())
    pages = {name: digests(site.folder / site.output) for name, site in built.items()}
    for name, own in pages.items():
        if others := differing(pages[YARDSTICK], own):
            raise SystemExit(f"{name} differs from {YARDSTICK} in {len(others)} pages, the first {others[0]}: nothing was timed")
    print(f"{len(pages[YARDSTICK]):,} pages, the same in {', '.join(pages)}", flush=True)
    return len(pages[YARDSTICK])


def _full(site: Site, yardstick: Site, name: str, runs: int, limit: float) -> Pairs | None:
    # The whole site is another piece of work, and much of it: once is enough to tell how much.
    runs, warm_ups = (1, 0) if name == OURS_WHOLE else (runs, 1)
    return _told(name, tried(lambda: in_turn(lambda: from_nothing(site, limit), lambda: from_nothing(yardstick, limit), runs, warm_ups)))


def _unchanged(ours: Site, yardstick: Site, runs: int, limit: float) -> Pairs:
    build_all([ours, yardstick])
    return in_turn(lambda: measure(ours, limit), lambda: measure(yardstick, limit), runs)


def _edited(work: Path, tools: Tools, facts: int, found: Mapping[str, Site], runs: int, limit: float) -> Pairs:
    changes = edits(work / f"data/{facts}")
    our_command = (sys.executable, "-m", "dossier", "serve", "--dossier", "data", "--port", "{port}")
    hugo_command = (str(tools.hugo), "server", "--port", "{port}", "--quiet", "--disableLiveReload")
    with (
        previewing(found[OURS].commanded(*our_command), OURS, work / "preview-ours.log") as ours,
        previewing(found[YARDSTICK].commanded(*hugo_command), YARDSTICK, work / "preview-hugo.log") as hugo,
    ):
        # The first edit does not count: what previews load late is loaded then.
        taken = [(ours.changed(*change, limit), hugo.changed(*change, limit)) for change in islice(changes, runs + 1)]
    return Pairs(tuple(taken[1:]))


def _told(name: str, pairs: Pairs | None) -> Pairs | None:
    """Tell what was just measured, for who waits."""
    print(f"  {name}:", f"{pairs.median('wall'):.3f} s, x {pairs.ratio('wall'):.3f}" if pairs else "too long", flush=True)
    return pairs


if __name__ == "__main__":
    main()
