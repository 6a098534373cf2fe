"""
The files beside the pages: cards, feeds, the sitemap and ``robots.txt``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import escape

from ..dossier import Dossier
from ..pages import Page
from .cards import dossier_card, drawn, entity_card
from .days import dossier_day, page_days
from .feeds import feed_files
from .stories import story_card


def sharing_files(dossier: Dossier, pages: Iterable[Page], site_url: str, stories: Iterable[Any] = (), texts: Iterable[Any] = ()) -> Iterator[tuple[str, bytes]]:
    """
    Yield the name and bytes of every file; of most, only where the site has an address, for they are found by it.

    Args:
        dossier: What they tell of.
        pages: Every page of the dossier.
        site_url: The public address, or nothing.
        stories: Pelican's articles.
        texts: Pelican's pages.
    """
    yield "robots.txt", _robots(site_url)
    if not site_url:
        return
    stories, texts = list(stories), list(texts)
    cards = [dossier_card(dossier), *(entity_card(dossier, entity) for entity in dossier.entities.values()), *map(story_card, stories)]
    for card in cards:
        if card.drawable:
            yield card.file, drawn(card, dossier.settings.title)
    yield from feed_files(dossier, site_url)
    days: dict[str, datetime.date | None] = dict.fromkeys((page.url for page in pages if page.template != "patterns"), dossier_day(dossier))
    days |= {url: day for url, day in page_days(dossier).items() if url in days}
    days |= {text.url: None for text in texts} | {story.url: story.date.date() for story in stories}
    yield "sitemap.xml", _sitemap(site_url, days)


def _robots(site_url: str) -> bytes:
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {site_url}/sitemap.xml"] if site_url else [])]
    return ("\n".join(lines) + "\n").encode()


def _sitemap(site_url: str, days: dict[str, datetime.date | None]) -> bytes:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for url, day in sorted(days.items()):
        address = escape(f"{site_url}/{'' if url == 'index.html' else url}")
        lines.append(f"<url><loc>{address}</loc>{f'<lastmod>{day.isoformat()}</lastmod>' if day else ''}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()
