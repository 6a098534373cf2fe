"""
Builds sites the way a user does: by running Pelican as a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parent.parent


class Built(NamedTuple):
    """How a build ended."""

    status: int
    errors: str


def build(
    output: Path,
    *,
    dossier: Path | None = None,
    content: Path | None = None,
    theme: Path | None = None,
    settings: str = "pelicanconf.py",
    environment: dict[str, str] | None = None,
    extra: Iterable[str] = (),
) -> Built:
    """Build a site and return how that ended."""
    command = [sys.executable, "-m", "pelican", str(content or PROJECT / "content"), "-o", str(output), "-s", settings, "--log-handler", "plain"]
    command += extra
    if theme:
        command += ["-t", str(theme)]
    variables = {**os.environ, "DOSSIER": str(dossier or PROJECT / "data"), "SITEURL": "", **(environment or {})}
    done = subprocess.run(command, cwd=PROJECT, env=variables, capture_output=True, text=True, timeout=300, check=False)
    return Built(done.returncode, done.stderr)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder, by its path in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
