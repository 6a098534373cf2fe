"""
Every page that a dossier has: its address, its template, and what the template is given.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from ..dossier import Dossier
from ..model import ENTITIES
from ..problems import did_you_mean, shown
from ..urls import page_of
from . import chronology, entities, home, logs, overviews, sources
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


_OVERVIEWS: Mapping[str, Callable[[Dossier], Any]] = {
    "disagreements": overviews.disagreements,
    "methodology": lambda _: overviews.methodology(),
    "corrections": logs.corrections_page,
    "requests": logs.requests_page,
    "unknowns": overviews.unknowns,
    "glossary": overviews.glossary,
    "money": overviews.money,
    "network": overviews.network,
}

KINDS: tuple[str, ...] = (
    "index",
    *(sort.folder for sort in ENTITIES),
    "facts",
    "sources",
    *chronology.KINDS,
    *_OVERVIEWS,
    "voices",
    "search",
    "offline",
    "404",
)
"""Every kind of page that a site may have, named as its folder or file is."""


def chosen_kinds(names: Collection[str] | None) -> frozenset[str]:
    """
    Return the kinds of page that a site is to have.

    Args:
        names: Their names; nothing for all of them.

    Raises:
        ValueError: If a name is not that of a kind.
    """
    if names is None:
        return frozenset(KINDS)
    if unknown := next((name for name in names if name not in KINDS), None):
        msg = f"expected kinds of page, any of {', '.join(KINDS)}, found {shown(unknown)}{did_you_mean(unknown, KINDS)}"
        raise ValueError(msg)
    return frozenset(names)


def pages(dossier: Dossier, site_url: str = "", *, kinds: Collection[str] = KINDS, with_patterns: bool = False) -> Iterator[Page]:
    """
    Yield every page of a dossier but those that need more than it: the search's, the offline edition's and the one for lost readers.

    Args:
        dossier: What the pages are views of.
        site_url: The public address, which citations of a page give; nothing where there is none.
        kinds: Which of ``KINDS`` to yield.
        with_patterns: Whether to add the pattern page, which is for developers.
    """
    if with_patterns:
        yield Page("patterns", "patterns.html", lambda: patterns(dossier))
    if "index" in kinds:
        yield Page("home", "index.html", lambda: home.home(dossier))
    for sort in ENTITIES:
        if sort.folder in kinds:
            yield Page("index_of_entities", f"{sort.folder}/index.html", partial(entities.index, dossier, sort))
            for entity in dossier.entities.values():
                if isinstance(entity, sort):
                    yield Page(sort.sort, page_of(entity), partial(entities.page, dossier, entity, site_url))
    if "facts" in kinds:
        for fact in dossier.facts.values():
            yield Page("fact", page_of(fact), partial(overviews.fact, dossier, fact))
    if "sources" in kinds:
        yield Page("index_of_sources", "sources/index.html", lambda: sources.index(dossier))
        for source in dossier.sources.values():
            yield Page("source", page_of(source), partial(sources.page, dossier, source))
    for url, view in chronology.all_views(dossier, kinds):
        yield Page("chronology", url, view)
    for name, overview in _OVERVIEWS.items():
        if name in kinds:
            yield Page(name, f"{name}.html", partial(overview, dossier))
    if "voices" in kinds:
        voices = overviews.voices(dossier)
        yield Page("voices", voices.url, lambda: voices)
        for voice in voices.voices:
            yield Page("voice", voice.url, lambda voice=voice: voice)
