"""
Every page that a dossier has: its address, its template, and what the template is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..dossier import Dossier
from ..draw.origins import origins
from ..model import ENTITIES
from ..urls import page_of
from ..views.facts import FactView
from ..views.overviews import FactPageView
from . import chronology, entities, home, overviews, sources
from .patterns import patterns


class Page(NamedTuple):
    """
    One page to write.
    """

    template: str
    """The template's name, without its ending."""

    view: Any
    """What the template is given as ``view``; its ``url`` is the file to write."""


def pages(dossier: Dossier, site_url: str = "", *, with_patterns: bool = False) -> Iterator[Page]:
    """
    Yield every page of a dossier.

    Args:
        dossier: What the pages are views of.
        site_url: The public address, which citations of a page give; nothing where there is none.
        with_patterns: Whether to add the pattern page, which is for developers.
    """
    if with_patterns:
        yield Page("patterns", patterns(dossier))
    yield Page("home", home.home(dossier))
    for sort in ENTITIES:
        yield Page("index_of_entities", entities.index(dossier, sort))
        for entity in dossier.entities.values():
            if isinstance(entity, sort):
                yield Page(sort.sort, entities.page(dossier, entity, site_url))
    for fact in dossier.facts.values():
        view = FactView(dossier, fact)
        yield Page("fact", FactPageView(page_of(fact), view, origins(dossier, view.citations)))
    views = [sources.page(dossier, source) for source in dossier.sources.values()]
    yield Page("index_of_sources", sources.index(views))
    for source in views:
        yield Page("source", source)
    for view in chronology.all_views(dossier):
        yield Page("chronology", view)
    yield Page("disagreements", overviews.disagreements(dossier))
    yield Page("methodology", overviews.methodology())
    yield Page("unknowns", overviews.unknowns(dossier))
    yield Page("glossary", overviews.glossary(dossier))
    yield Page("money", overviews.money(dossier))
    yield Page("network", overviews.network(dossier))
    voices = overviews.voices(dossier)
    yield Page("voices", voices)
    for voice in voices.voices:
        yield Page("voice", voice)
