"""
Finds a Chromium that runs; as a program, prints its path, or ends with status 1.

Usage: PYTHONPATH=tests python -m browser.chromium
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chromium-headless-shell")


def found() -> str | None:
    """Return the path of the first browser that runs: $CHROMIUM, one on the PATH, or Playwright's own; none if Playwright itself does not run."""
    if not _drives():
        return None
    return next((path for path in _candidates() if _runs(path)), None)


def _drives() -> bool:
    """Whether Playwright's driver runs: it brings its own Node, which on a bare system lacks a library (libatomic1 on Debian)."""
    return subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, timeout=120, check=False).returncode == 0


def _candidates() -> Iterator[str]:
    for name in (os.environ.get("CHROMIUM"), *NAMES):
        if name and (path := shutil.which(name)):
            yield path
    # Asked last: it starts a program of its own to know where its browser would be.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _runs(path: str) -> bool:
    """Whether it is more than a stub: on Ubuntu the package only points to a snap, which containers cannot run."""
    if not Path(path).is_file():
        return False
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    path = found()
    print(path or "no Chromium that runs was found")
    sys.exit(path is None)
