"""
What the head of each page tells programs: description, addresses, card, feeds and structured data.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup

from .. import prose
from ..dossier import Dossier
from ..model import Country, Entity, Fact
from ..urls import page_of
from ..views.entities import EntityView
from ..views.moved import MovedView
from ..views.overviews import FactPageView, HomeView
from ..views.sources import SourceView
from .cards import Card, dossier_card, entity_card
from .claims import claim_node
from .feeds import CORRECTIONS_FEED, country_corrections_feed, country_feed
from .linked_data import Node, breadcrumbs, dataset_node, entity_node, node, source_node
from .snippets import describe
from .stories import story_card, story_summary

_FOLDERS = {
    "people": "People",
    "organisations": "Organisations",
    "countries": "Countries and territories",
    "cases": "Cases",
    "sources": "Sources",
    "chronology": "Chronology",
    "voices": "Who says so",
}


@dataclass(frozen=True, slots=True)
class Head:
    """
    What ``components/_sharing.html`` prints.
    """

    title: str
    """The page's title without the site's."""

    description: str
    """What search engines print below the title."""

    kind: str
    """What Open Graph calls it."""

    address: str | None
    """The public address; nothing where the site has none, or the page is for lost readers."""

    image: str | None
    """The address of its card."""

    image_words: str
    """What the card shows, for whoever does not see it."""

    feeds: tuple[tuple[str, str], ...]
    """The feeds that go with it, each with its title and where it is from the site's root."""

    linked: Node
    """Structured data (JSON-LD)."""


class Sharing:
    """
    Makes the head of every page.
    """

    def __init__(self, dossier: Dossier, site_url: str) -> None:
        self._dossier = dossier
        self._site_url = site_url
        self._entity_card: Callable[[str], Card] = cache(lambda id_: entity_card(dossier, dossier.entities[id_]))
        self._dossier_card = dossier_card(dossier)

    def head(self, title: str, file: str, view: Any = None, text: Any = None) -> Head:
        """
        Return what the head of a page tells.

        Args:
            title: The page's title as its template has it.
            file: The page, from the site's root.
            view: What its template is given, for the pages of the dossier.
            text: Pelican's own article or page, for what is written in Markdown.
        """
        settings = self._dossier.settings
        # A template may have escaped the title, or not.
        words = Markup(title).unescape() if isinstance(title, Markup) else str(title)
        short = words.strip().removesuffix(f" – {settings.title}")
        summary = story_summary(text) if text is not None else ""
        card = self._card(view, text)
        lost = file == "404.html"
        # What only leads elsewhere tells of where it leads.
        file = view.target if isinstance(view, MovedView) else file
        return Head(
            title=short,
            description=summary or describe(view, self._dossier, short),
            kind=_open_graph_kind(view),
            address=None if lost else self._address(file),
            image=self._address(card.file) if card else None,
            image_words=f"{card.name}. {card.words}" if card else "",
            feeds=tuple(self._feeds(view)) if self._site_url else (),
            linked={"@context": "https://schema.org", "@graph": self._graph(short, file, view, text)},
        )

    def _address(self, page: str) -> str | None:
        return f"{self._site_url}/{'' if page == 'index.html' else page}" if self._site_url else None

    def _card(self, view: Any, text: Any) -> Card | None:
        card = self._dossier_card
        if isinstance(view, EntityView):
            card = self._entity_card(view.entity.id)
        elif isinstance(view, FactPageView) and (subject := fact_subject(self._dossier, view.fact.fact)):
            card = self._entity_card(subject.id)
        elif text is not None and page_is_story(text):
            card = story_card(text)
        return next((found for found in (card, self._dossier_card) if found.drawable), None)

    def _feeds(self, view: Any) -> list[tuple[str, str]]:
        title = self._dossier.settings.title
        feeds = [(f"{title}: new facts", "feeds/facts.xml"), (f"{title}: corrections", CORRECTIONS_FEED)]
        if isinstance(view, EntityView) and isinstance(view.entity, Country):
            feeds.append((f"{title}: {view.entity.name}", country_feed(view.entity)))
            feeds.append((f"{title}: corrections on {view.entity.name}", country_corrections_feed(view.entity)))
        return feeds

    def _graph(self, title: str, file: str, view: Any, text: Any) -> list[Node]:
        graph = [breadcrumbs(_steps(self._dossier, title, file), self._address)] if file != "index.html" else []
        if isinstance(view, EntityView):
            graph.append(entity_node(self._dossier, view.entity, self._address))
        elif isinstance(view, FactPageView) and not view.fact.fact.withdrawn:
            graph.append(claim_node(self._dossier, view.fact, self._address))
        elif isinstance(view, SourceView):
            graph.append(source_node(self._dossier, view.source))
        elif isinstance(view, HomeView):
            graph += [node("WebSite", name=self._dossier.settings.title, url=self._address(file)), dataset_node(self._dossier, self._address)]
        elif text is not None and page_is_story(text):
            graph.append(node("Article", headline=title, description=story_summary(text), datePublished=f"{text.date:%Y-%m-%d}", url=self._address(file)))
        return graph


def fact_subject(dossier: Dossier, fact: Fact) -> Entity | None:
    """
    Return the entity whose card a fact shares; none for an allegation, beside which a name and a face of its own would accuse.
    """
    if fact.against or fact.withdrawn:
        return None
    named = [*(relation.subject for relation in fact.relation), *prose.links(fact.text), *dossier.about(fact)]
    return next((dossier.entities[id_] for id_ in named if id_ in dossier.entities), None)


def page_is_story(text: Any) -> bool:
    """
    Say whether what Pelican read is a story: only a story has a day.
    """
    return hasattr(text, "date")


def _open_graph_kind(view: Any) -> str:
    if isinstance(view, HomeView):
        return "website"
    return "profile" if isinstance(view, EntityView) and view.entity.sort == "person" else "article"


def _steps(dossier: Dossier, title: str, file: str) -> list[tuple[str, str]]:
    steps = [(dossier.settings.title, "index.html")]
    folder = file.split("/")[0]
    if folder in _FOLDERS and file != f"{folder}/index.html":
        steps.append((_FOLDERS[folder], f"{folder}/index.html"))
    fact = dossier.facts.get(file.removeprefix("facts/").removesuffix(".html")) if folder == "facts" else None
    if fact and (subject := fact_subject(dossier, fact)):
        steps.append((subject.name, page_of(subject)))
    return [*steps, (title, file)]
