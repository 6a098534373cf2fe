"""
What the search page is given: an A–Z of everything that has a page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from ..dossier import Dossier
from ..languages import Language
from ..model import Entity, Person
from ..urls import page_of
from ..vocabulary import Kind, Voice

FRONT_PAGE = "index.html"

_PAGES = (
    ("Cases", "cases/index.html"),
    ("Chronology", "chronology/index.html"),
    ("Corrections", "corrections.html"),
    ("Countries and territories", "countries/index.html"),
    ("Disagreements", "disagreements.html"),
    ("Front page", FRONT_PAGE),
    ("Glossary", "glossary.html"),
    ("Method and terms", "methodology.html"),
    ("Money and figures", "money.html"),
    ("Network", "network.html"),
    ("Offline edition", "offline.html"),
    ("Organisations", "organisations/index.html"),
    ("People", "people/index.html"),
    ("Right of reply", "requests.html"),
    ("Sources", "sources/index.html"),
    ("What is not known", "unknowns.html"),
    ("Who says so", "voices/index.html"),
)
"""The pages that every dossier has, by what they are called where they are looked for."""


class PageLink(NamedTuple):
    """
    A page that is no record's.
    """

    title: str
    """What it is called."""

    url: str
    """From the site's root."""


@dataclass(frozen=True, slots=True)
class AtoZEntry:
    """
    A line of the A–Z.
    """

    words: str
    """What it stands under: a name, a title, or another spelling."""

    url: str
    """The page, from the site's root."""

    kind: str
    """``person``, ``state body``, ``source``, ``page``."""

    see: str
    """The name that the page has; empty where the line is that name."""

    language: Language | None = None
    """Of the words, where it is not the dossier's."""

    see_language: Language | None = None
    """Of the name that the page has, where it is not the dossier's."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """
    The search page.
    """

    url: str
    """The page itself, from the site's root."""

    letters: tuple[tuple[str, tuple[AtoZEntry, ...]], ...]
    """Lines by the letter that they begin with; all digits are one letter."""

    kinds: tuple[PageLink, ...]
    """Facts by kind: each list is a page of its own."""

    years: tuple[PageLink, ...]
    """Facts by year."""


def search_view(dossier: Dossier, written: Iterable[PageLink]) -> SearchView:
    """
    Return what the search page is given.

    Args:
        dossier: Whose records are listed.
        written: The pages and stories in Markdown.
    """
    letters: dict[str, list[AtoZEntry]] = {}
    for entry in sorted(_entries(dossier, written), key=lambda entry: (_sort_key(entry.words), entry.see, entry.url)):
        first = _sort_key(entry.words)[:1].upper()
        letters.setdefault(first if first.isalpha() else "0–9", []).append(entry)
    return SearchView("search.html", tuple((letter, tuple(entries)) for letter, entries in letters.items()), kinds(dossier), years(dossier))


def overviews(dossier: Dossier, written: Iterable[PageLink]) -> list[PageLink]:
    """
    Return every page that is neither a record's nor a view of the chronology, by title.
    """
    spoken = {fact.voice for fact in dossier.standing_facts}
    voices = [PageLink(f"Who says so: {voice.label}", f"voices/{voice}.html") for voice in Voice if voice in spoken]
    # Pelican's titles are HTML.
    texts = [PageLink(Markup(page.title).striptags(), page.url) for page in written]
    return sorted([*(PageLink(*page) for page in _PAGES), *voices, *texts], key=lambda page: (_sort_key(page.title), page.url))


def kinds(dossier: Dossier) -> tuple[PageLink, ...]:
    """
    Return the lists of facts by kind.
    """
    told = {fact.kind for fact in dossier.standing_facts}
    return tuple(PageLink(kind.label, f"chronology/kinds/{kind}.html") for kind in Kind if kind in told)


def years(dossier: Dossier) -> tuple[PageLink, ...]:
    """
    Return the lists of facts by year.
    """
    told = sorted({year for fact in dossier.standing_facts if fact.date for year in fact.date.years})
    return tuple(PageLink(str(year), f"chronology/years/{year}.html") for year in told)


def names_of(entity: Entity) -> tuple[str, ...]:
    """
    Return what an entity is called besides its name: the short name and the spellings that sources print, each once.
    """
    return tuple(dict.fromkeys(name for name in (entity.short, *sorted(entity.spelled)) if name and name != entity.name))


def kind_of(entity: Entity) -> str:
    """
    Return what an entity is, in a word or two.
    """
    kind = getattr(entity, "kind", None)
    return kind.label if kind else entity.sort


def _entries(dossier: Dossier, written: Iterable[PageLink]) -> Iterator[AtoZEntry]:
    for entity in dossier.entities.values():
        url, kind = page_of(entity), kind_of(entity)
        yield AtoZEntry(entity.name, url, kind, "", entity.language)
        for words in _other_words(entity):
            yield AtoZEntry(words, url, kind, entity.name, _language(dossier, entity, words), entity.language)
    for source in dossier.sources.values():
        yield AtoZEntry(source.title, page_of(source), "source", "", source.language_of_title)
    for page in overviews(dossier, written):
        yield AtoZEntry(page.title, page.url, "page", "")


def _language(dossier: Dossier, entity: Entity, words: str) -> Language | None:
    """The language of a spelling is that of the source that prints it."""
    place = entity.spelled.get(words)
    return dossier.sources[place.source].language if place else entity.language


def _other_words(entity: Entity) -> list[str]:
    """What else an entity is looked for under: its other names and, for a person, the last word of each name."""
    names = names_of(entity)
    if isinstance(entity, Person):
        names = (*names, *(name.split()[-1] for name in (entity.name, *names)))
    # A word that differs only in its case or accents would stand beside itself.
    found = {_sort_key(name): name for name in names}
    return [name for key, name in found.items() if key != _sort_key(entity.name)]


def _sort_key(text: str) -> str:
    """A text as it is looked for: without accents, case, leading marks and a leading “the”."""
    folded = "".join(mark for mark in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(mark))
    return re.sub(r"^[\W_]*(the\s+[\W_]*)?", "", folded)
