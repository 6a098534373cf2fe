"""
Builds sites the way a user does: by running Pelican as a process of its own.
"""

from __future__ import annotations

import os
import shutil
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


def copied_project(folder: Path) -> Path:
    """Return a project of its own, with the sample dossier in the place of the real one."""
    for name in ("plugins", "themes"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PROJECT / "tests/sample", folder / "data", ignore=shutil.ignore_patterns("content"))
    shutil.copytree(PROJECT / "tests/sample/content", folder / "content")
    for name in ("Makefile", "pelicanconf.py", "publishconf.py", "requirements.txt"):
        shutil.copy(PROJECT / name, folder)
    return folder


def make(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run make in a project as an editor does, with the environment that is there already."""
    variables = {name: value for name, value in os.environ.items() if name not in ("DOSSIER", "MAKEFLAGS")}
    venv = Path(sys.prefix)
    command = ["make", "--no-print-directory", f"VENV={venv}", "--assume-old", f"{venv}/run", *words]
    return subprocess.run(command, cwd=project, env={**variables, "SITEURL": "", "CI": "true"}, capture_output=True, text=True, timeout=300, check=False)


def as_first_published(folder: Path) -> Path:
    """Take out of a copy of the sample what was corrected, withdrawn and asked after its first publication."""
    for path in (*(folder / "requests").iterdir(), folder / "facts/later.yml", folder / "sources/herald-clouds.yml", folder / "sources/herald-clouds.sha256"):
        path.unlink()
    gazette = folder / "organisations/drizzlia-gazette.yml"
    gazette.write_text(gazette.read_text(encoding="utf-8").split("changed:")[0], encoding="utf-8")
    return folder
