"""
The sites that are timed: each peer's and this project's, set up side by side with one and the same dossier.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from .convert import convert
from .generate import generate
from .install import PEERS, PROJECT, Tools

YARDSTICK = "hugo"
PLAIN_PELICAN = "pelican"
OURS = "ours"
OURS_WHOLE = "ours-whole"

LABELS = {
    YARDSTICK: "Hugo, tuned",
    OURS: "this project, the same pages",
    OURS_WHOLE: "this project, its own theme with everything on",
    "hugo-plain": "Hugo, `partialCached` for each fact",
    "eleventy": "Eleventy, Nunjucks",
    "eleventy-tuned": "Eleventy, tuned",
    PLAIN_PELICAN: "plain Pelican",
}


_MAKE_HTML = ("-m", "dossier", "build", "--dossier", "data", "--content", "content")
"""What ``make html`` has Python do."""


@dataclass(frozen=True, slots=True)
class Site:
    """
    A site that can be built, from the dossier in its folder ``data``.
    """

    folder: Path
    """Where its command runs."""

    command: tuple[str, ...]
    """Builds it."""

    output: str
    """The folder that the command writes, from ``folder``."""

    caches: tuple[str, ...] = ()
    """What else a build leaves behind, from ``folder``: what the next one uses, and what it had begun when it was stopped."""

    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def variables(self) -> dict[str, str]:
        """The environment in which its commands run."""
        return {**os.environ, **self.environment}

    def clear(self) -> None:
        """Take away all that builds have left."""
        for pattern in (self.output, *self.caches):
            for path in self.folder.glob(pattern):
                shutil.rmtree(path)

    def commanded(self, *command: str) -> Site:
        """Return the same site with another command."""
        return replace(self, command=command)


def sites(work: Path, tools: Tools, facts: int) -> dict[str, Site]:
    """
    Make up a dossier of some size and set up every site with it, anew.
    """
    given, ours = work / f"data/{facts}", work / f"data/{facts}-ours"
    generate(facts, given)
    convert(given, ours)
    folder = work / f"sites/{facts}"
    shutil.rmtree(folder, ignore_errors=True)
    commands = {
        YARDSTICK: (str(tools.hugo), "--quiet"),
        "hugo-plain": (str(tools.hugo), "--quiet"),
        "eleventy": (str(tools.eleventy), "--quiet"),
        "eleventy-tuned": (str(tools.eleventy), "--quiet"),
        PLAIN_PELICAN: (str(tools.pelican), "-q"),
    }
    found = {name: _peer(folder / name, given, command) for name, command in commands.items()}
    for name in ("eleventy", "eleventy-tuned"):
        (folder / name / "node_modules").symlink_to(tools.eleventy.parent.parent)
    return {**found, OURS: own_site(folder / OURS, ours), OURS_WHOLE: whole_site(folder / OURS_WHOLE, ours)}


def _peer(folder: Path, dossier: Path, command: tuple[str, ...]) -> Site:
    shutil.copytree(PEERS / folder.name, folder)
    shutil.copytree(dossier, folder / "data")
    kind = folder.name.partition("-")[0]
    output = {"hugo": "public", "eleventy": "_site", "pelican": "output"}[kind]
    return Site(folder, command, output, caches=("resources",) if kind == "hugo" else ())


def own_site(folder: Path, dossier: Path) -> Site:
    """
    Set up this project's site of the peers' pages.
    """
    site = whole_site(folder, dossier)
    shutil.copytree(PROJECT / "bench/theme", folder / "themes/peers")
    shutil.copytree(PROJECT / "bench", folder / "bench", ignore=shutil.ignore_patterns("__pycache__", "peers", "theme"))
    (folder / "pelicanconf.py").rename(folder / "projectconf.py")
    shutil.copy(PROJECT / "bench/pelicanconf.py", folder)
    return site


def whole_site(folder: Path, dossier: Path) -> Site:
    """
    Set up a copy of this project, in which everything runs as it does in the project itself.
    """
    for name in ("plugins", "themes"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pelicanconf.py", folder)
    shutil.copytree(dossier, folder / "data")
    (folder / "content").mkdir()
    # Compiled modules are kept, as on any machine but a CI's, which builds once.
    environment = {"PYTHONPATH": "plugins", "PYTHONDONTWRITEBYTECODE": "", "DOSSIER": "data", "SITEURL": ""}
    return Site(folder, (sys.executable, *_MAKE_HTML), "output", (".cache", ".output.*"), environment)
