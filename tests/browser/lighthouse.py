"""
Asks Lighthouse, as it ships and for a phone, what it thinks of a page.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

# 13 needs Node 22, which not every distribution has; 12 runs on both.
PACKAGE = "lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --no-first-run"


class Scores(NamedTuple):
    """What Lighthouse measured on one page."""

    scores: tuple[int, ...]
    """Of each category, from 0 to 100."""

    shift: float
    """How far its content moves by itself (CLS)."""

    painted: float
    """Seconds until its largest content is painted (LCP), on a slow phone."""

    complaints: tuple[str, ...]
    """What keeps a score below 100."""


def needed() -> str:
    """Return npx, which runs Lighthouse, or end the program and say where it comes from."""
    npx = shutil.which("npx")
    if not npx:
        sys.exit("Lighthouse needs Node 18 or newer with npx, and there is none. On Debian or Ubuntu: sudo apt-get install nodejs npm")
    return npx


def scores(npx: str, chromium: str, address: str, report: Path) -> Scores:
    """Run Lighthouse with its mobile preset, which is its default, and leave its report in a file."""
    command = [npx, "--yes", PACKAGE, address, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={_FLAGS}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    done = subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        sys.exit(f"Lighthouse could not measure {address}:\n{done.stderr[-2000:]}")
    found = json.loads(report.read_text(encoding="utf-8"))
    if error := found.get("runtimeError"):
        sys.exit(f"Lighthouse could not measure {address}: {error['message']}")
    audits, categories = found["audits"], found["categories"]
    return Scores(
        tuple(round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES),
        audits["cumulative-layout-shift"]["numericValue"],
        audits["largest-contentful-paint"]["numericValue"] / 1000,
        tuple(
            f"{name}: {audits[one['id']]['title']} ({audits[one['id']].get('displayValue', '')})"
            for name in CATEGORIES
            for one in categories[name]["auditRefs"]
            if one["weight"] and (audits[one["id"]]["score"] or 0) < 0.9 and audits[one["id"]]["scoreDisplayMode"] in ("binary", "numeric")
        ),
    )
