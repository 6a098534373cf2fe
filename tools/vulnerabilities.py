"""
Looks the pinned libraries up among known vulnerabilities, and tells in Markdown what is known.

Usage: vulnerabilities.py REQUIREMENTS...

What others found, or that nobody could be asked, is told, and no failure.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any


def main(files: list[str]) -> int:
    """
    Ask pip-audit about each file, and print what it says.
    """
    for file in files:
        print("\n".join([f"## {code(file)}", "", *told(*ask(file))]), end="\n\n")
    return 0


def ask(file: str) -> tuple[list[dict[str, Any]], str]:
    """
    Return what is known of each library that a file pins, or nothing and the reason.
    """
    command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off", "--requirement", file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout)["dependencies"], ""
    except (ValueError, KeyError):
        return [], (done.stderr.strip().splitlines() or ["no reason was given"])[-1]


def told(libraries: list[dict[str, Any]], why_not: str) -> list[str]:
    """
    Return the lines of the report about one file.
    """
    if why_not:
        return [f"Could not be looked up: {code(why_not[:300])}"]
    skipped = [library for library in libraries if "skip_reason" in library]
    found = [(library, flaw) for library in libraries for flaw in library.get("vulns", [])]
    lines = [f"{len(libraries) - len(skipped)} libraries looked up, {len(found)} known vulnerabilities.", ""]
    for library, flaw in found:
        mended = ", ".join(flaw["fix_versions"]) or "no version yet"
        lines.append(f"- {code(library['name'])} {library['version']}: {code(flaw['id'])}, mended in {mended}")
    return lines + [f"- not looked up: {code(library['skip_reason'])}" for library in skipped]


def code(words: str) -> str:
    """
    Return words as code, so that nothing in them is a mark.
    """
    return f"`{' '.join(words.split()).replace('`', chr(39))}`"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
