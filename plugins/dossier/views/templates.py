"""
What each template of a theme is given as ``view``.

What templates may use is what these classes say: tests hold the two against each other, and `make contexts` writes it down in `docs/theming.md`.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..offline import OfflinePageView
from .entities import EntityView, IndexView
from .logs import CorrectionsView, RequestsView
from .moved import MovedView
from .overviews import (
    ChronologyView,
    DisagreementsView,
    FactPageView,
    GlossaryView,
    HomeView,
    MethodologyView,
    MoneyView,
    NetworkView,
    PatternsView,
    UnknownsView,
    VoicesView,
    VoiceView,
)
from .search import SearchView
from .sources import SourceIndexView, SourceView

VIEWS: Mapping[str, type] = {
    "home": HomeView,
    "person": EntityView,
    "organisation": EntityView,
    "country": EntityView,
    "case": EntityView,
    "index_of_entities": IndexView,
    "fact": FactPageView,
    "source": SourceView,
    "index_of_sources": SourceIndexView,
    "chronology": ChronologyView,
    "disagreements": DisagreementsView,
    "money": MoneyView,
    "network": NetworkView,
    "voices": VoicesView,
    "voice": VoiceView,
    "corrections": CorrectionsView,
    "requests": RequestsView,
    "unknowns": UnknownsView,
    "glossary": GlossaryView,
    "methodology": MethodologyView,
    "search": SearchView,
    "offline": OfflinePageView,
    "moved": MovedView,
    "patterns": PatternsView,
}
"""By the template's name without its ending."""

WITHOUT_VIEW: Mapping[str, str] = {
    "article": "A story of `content/stories/`, which Pelican gives as `article`.",
    "page": "A page of `content/pages/`, which Pelican gives as `page`.",
    "not_found": "`404.html`, which is given what every page is.",
}
"""Templates that are given no ``view``, and what instead."""

EXTENDED: Mapping[str, str] = {
    "base": "What every page extends.",
    "entity": "What the four templates of records extend.",
}
"""Templates that no page is made with, but others extend."""
