"""
A page as the preview shows it: with the script that shows it anew, and over it what is wrong, if anything is.
"""

from __future__ import annotations

from html import escape

from ..problems import count
from .site import Site

OWN = "/_preview/"
"""Where the preview's own files are, beside those of the site."""


def shown(page: str, site: Site) -> str:
    """
    Return a page of the site as it is served.

    Args:
        page: The page as it would be built.
        site: How the last change ended.
    """
    added = f'<link rel="stylesheet" href="{OWN}preview.css"><script src="{OWN}watch.js?{site.version}" defer></script>'
    head, mark, rest = page.partition("</head>")
    body, end, after = rest.rpartition("</body>")
    return f"{head}{added}{mark}{body}{_overlay(site)}{end}{after}"


def instead(title: str, words: str, site: Site) -> str:
    """
    Return a page that stands where the site has none, or none yet.
    """
    page = (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title></head><body><main><h1>{escape(title)}</h1><p>{escape(words)} "
        '<a href="/index.html">Front page</a></p></main></body></html>'
    )
    return shown(page, site)


def _overlay(site: Site) -> str:
    if not site.failed:
        return ""
    placed = sum(bool(line.place) for line in site.failed)
    title = count(placed, "problem") if placed else "It cannot be shown"
    lines = "".join(f"<li>{f'<code>{escape(line.place)}</code> ' if line.place else ''}{escape(line.message)}</li>" for line in site.failed)
    return (
        f'<details class="preview-problems" open><summary role="alert">{title}: nothing new is shown until this is mended</summary>'
        f"<ul>{lines}</ul><p>Behind this is the page as it was last right. It comes back by itself.</p></details>"
    )
