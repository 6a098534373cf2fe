"""
A page as the preview shows it: with the script that shows it anew, and over it what is wrong, if anything is.
"""

from __future__ import annotations

from html import escape

from ..problems import count
from .builds import Builds

OWN = "/_preview/"
"""Where the preview's own files are, beside those of the site."""


def shown(page: str, builds: Builds) -> str:
    """
    Return a page of the site as it is served.

    Args:
        page: The page as it was built.
        builds: How the last build ended.
    """
    added = f'<link rel="stylesheet" href="{OWN}preview.css"><script src="{OWN}watch.js?{builds.version}" defer></script>'
    head, mark, rest = page.partition("</head>")
    body, end, after = rest.rpartition("</body>")
    return f"{head}{added}{mark}{body}{_overlay(builds)}{end}{after}"


def instead(title: str, words: str, builds: Builds) -> str:
    """
    Return a page that stands where the site has none, or none yet.
    """
    page = (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title></head><body><main><h1>{escape(title)}</h1><p>{escape(words)} "
        '<a href="/index.html">Front page</a></p></main></body></html>'
    )
    return shown(page, builds)


def _overlay(builds: Builds) -> str:
    if not builds.failed:
        return ""
    placed = sum(bool(line.place) for line in builds.failed)
    title = count(placed, "problem") if placed else "The build failed"
    lines = "".join(f"<li>{f'<code>{escape(line.place)}</code> ' if line.place else ''}{escape(line.message)}</li>" for line in builds.failed)
    return (
        f'<details class="preview-problems" open><summary role="alert">{title}: nothing new is shown until this is mended</summary>'
        f"<ul>{lines}</ul><p>Behind this is the page as it was last built well. It comes back by itself.</p></details>"
    )
