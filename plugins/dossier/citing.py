"""
How a page is cited: in words, in BibTeX, and with Wikipedia's template.
"""

from __future__ import annotations

import datetime
import re

from .model import Settings
from .urls import slug
from .views.entities import CiteView


def cite(settings: Settings, title: str, address: str | None, changed: datetime.date | None) -> CiteView:
    """
    Return the ways to cite a page.

    Args:
        settings: The dossier's, for its title.
        title: The page's heading.
        address: Its public address; left out where the site has none.
        changed: The day of its last change, which a citation gives as its date.
    """
    day = f"{changed.day} {changed:%B %Y}" if changed else ""
    key = slug(f"{settings.title} {title}")
    bibtex = {
        "title": title,
        "howpublished": settings.title,
        "year": str(changed.year) if changed else "",
        "month": f"{changed:%b}".lower() if changed else "",
        "note": f"Last changed {day}" if day else "",
        "url": address or "",
    }
    wikipedia = {"title": title, "work": settings.title, "date": day, "url": address or ""}
    return CiteView(
        text=", ".join(filter(None, [f"“{title}”", settings.title, f"last changed {day}" if day else "", address or ""])) + ".",
        bibtex="\n".join([f"@misc{{{key},", *(f"  {name} = {{{_tex(value)}}}," for name, value in bibtex.items() if value), "}"]),
        wikipedia="{{cite web " + " ".join(f"|{name}={value.replace('|', '{{!}}')}" for name, value in wikipedia.items() if value) + "}}",
    )


def _tex(text: str) -> str:
    return re.sub(r"([\\{}%&#$_])", r"\\\1", text) if not text.startswith("http") else text
