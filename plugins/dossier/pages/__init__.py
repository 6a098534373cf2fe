"""
Every page that a dossier has: its address, its template, and what the template is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from ..dossier import Dossier
from ..model import ENTITIES
from ..urls import page_of
from . import chronology, entities, home, overviews, sources
from .patterns import patterns


class Page(NamedTuple):
    """
    One page to write.
    """

    template: str
    """The template's name, without its ending."""

    url: str
    """The file to write, from the site's root."""

    view: Callable[[], Any]
    """Makes what the template is given as ``view``: only when the page is written, and by whoever writes it."""


def pages(dossier: Dossier, site_url: str = "", *, with_patterns: bool = False) -> Iterator[Page]:
    """
    Yield every page of a dossier.

    Args:
        dossier: What the pages are views of.
        site_url: The public address, which citations of a page give; nothing where there is none.
        with_patterns: Whether to add the pattern page, which is for developers.
    """
    if with_patterns:
        yield Page("patterns", "patterns.html", lambda: patterns(dossier))
    yield Page("home", "index.html", lambda: home.home(dossier))
    for sort in ENTITIES:
        yield Page("index_of_entities", f"{sort.folder}/index.html", partial(entities.index, dossier, sort))
        for entity in dossier.entities.values():
            if isinstance(entity, sort):
                yield Page(sort.sort, page_of(entity), partial(entities.page, dossier, entity, site_url))
    for fact in dossier.facts.values():
        yield Page("fact", page_of(fact), partial(overviews.fact, dossier, fact))
    yield Page("index_of_sources", "sources/index.html", lambda: sources.index(dossier))
    for source in dossier.sources.values():
        yield Page("source", page_of(source), partial(sources.page, dossier, source))
    for url, view in chronology.all_views(dossier):
        yield Page("chronology", url, view)
    yield Page("disagreements", "disagreements.html", lambda: overviews.disagreements(dossier))
    yield Page("methodology", "methodology.html", overviews.methodology)
    yield Page("unknowns", "unknowns.html", lambda: overviews.unknowns(dossier))
    yield Page("glossary", "glossary.html", lambda: overviews.glossary(dossier))
    yield Page("money", "money.html", lambda: overviews.money(dossier))
    yield Page("network", "network.html", lambda: overviews.network(dossier))
    voices = overviews.voices(dossier)
    yield Page("voices", voices.url, lambda: voices)
    for voice in voices.voices:
        yield Page("voice", voice.url, lambda voice=voice: voice)
