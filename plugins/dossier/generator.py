"""
Writes a dossier's pages and its data through Pelican.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from pelican.generators import Generator
from pelican.writers import Writer

from . import workers
from .dossier import Dossier
from .export.dossier_json import json_files
from .export.search_index import search_files
from .logged import errors
from .offline import Archive, OfflinePageView
from .pages import Page, pages
from .pages.moved import moved
from .parse import shown_path
from .sharing import Sharing, sharing_files
from .views.moved import MovedView
from .views.search import PageLink, search_view
from .views.sections import sections


class DossierGenerator(Generator):
    """
    One page for each view of the dossier, and the whole of it as JSON.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dossier: Dossier = self.settings["DOSSIER"]
        # Pelican's own pages share this context: the footer speaks of the dossier on every page.
        self.context["dossier"] = self.dossier
        # Within a page SITEURL is the relative way to the root; this is the public address, or nothing.
        self.context["site_url"] = self.settings["SITEURL"]
        self.context["sections"] = sections(self.dossier)
        self.context["sharing"] = Sharing(self.dossier, self.settings["SITEURL"])

    def generate_output(self, writer: Writer) -> None:
        """
        Write every page, then the data.

        Raises:
            SystemExit: If a template has an error, with its file and line.
        """
        written, leading = self._planned()
        for template in {page.template for page in (*written, *leading)}:
            self.get_template(template)  # once, not once in each process
        workers.each([*written, *leading], partial(self._write_page, writer), self.settings["DOSSIER_PROCESSES"] or workers.available())
        self._write_not_found(writer)
        for name, content in self._files(written):
            path = Path(self.output_path, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def plan(self, writer: Writer) -> tuple[dict[str, Callable[[], None]], Callable[[], Iterator[tuple[str, bytes]]]]:
        """
        Return all that would be written, without writing it: for each page its address and what writes it, and what makes all other files.
        """
        written, leading = self._planned()
        plan: dict[str, Callable[[], None]] = {page.url: partial(self._write_page, writer, page) for page in (*written, *leading)}
        return {**plan, "404.html": partial(self._write_not_found, writer)}, partial(self._files, written)

    def _planned(self) -> tuple[list[Page], list[Page]]:
        """Every page of the site, and every one that leads on from an earlier address."""
        kinds = self.settings["DOSSIER_PAGES"]
        written = list(pages(self.dossier, self.settings["SITEURL"], kinds=kinds, with_patterns=self.settings["DOSSIER_PATTERNS"]))
        if "search" in kinds:
            written.append(Page("search", "search.html", lambda: search_view(self.dossier, self._texts)))
        if "offline" in kinds:
            written.append(Page("offline", "offline.html", OfflinePageView))
        # Beside the others, for no search, feed or sitemap is to know of them.
        return written, [Page("moved", view.url, partial(MovedView, *view)) for view in moved(self.dossier, (page.url for page in written))]

    @property
    def _texts(self) -> list[PageLink]:
        return [PageLink(text.title, text.url) for text in (*self.context["articles"], *self.context["pages"])]

    def _files(self, written: list[Page]) -> Iterator[tuple[str, bytes]]:
        """Everything beside the pages."""
        for name, text in self._data(self.settings["DOSSIER_PAGES"], self._texts):
            yield name, text.encode()
        if self.settings["DOSSIER_SHARING"]:
            yield from sharing_files(self.dossier, written, self.settings["SITEURL"], self.context["articles"], self.context["pages"])

    def _write_not_found(self, writer: Writer) -> None:
        if "404" in self.settings["DOSSIER_PAGES"]:
            # Served at any depth, so its links are absolute where the site has an address.
            writer.write_file("404.html", self.get_template("not_found"), self.context)

    def offer(self, writer: Writer, archive: Archive) -> None:
        """
        Write the page of the offline edition anew, now that the rest of the site is packed into it.

        Raises:
            SystemExit: If its template has an error, with its file and line.
        """
        if "offline" in self.settings["DOSSIER_PAGES"]:
            self._write_page(writer, Page("offline", "offline.html", lambda: OfflinePageView(archive)), again=True)

    def _data(self, kinds: Collection[str], texts: list[PageLink]) -> Iterator[tuple[str, str]]:
        """What programs read, and what the page of the search does."""
        if self.settings["DOSSIER_DATA"]:
            yield from json_files(self.dossier)
        if "search" in kinds:
            yield from search_files(self.dossier, texts)

    def _write_page(self, writer: Writer, page: Page, *, again: bool = False) -> None:
        logged = errors.count
        try:
            writer.write_file(page.url, self.get_template(page.template), self.context, relative_urls=True, override_output=again, view=page.view())
        except TemplateError as error:
            raise SystemExit(f"{_template_line(error)}: {error}: nothing was built") from None
        if errors.count > logged:
            raise SystemExit(f"error while building {page.url}, told above: nothing was built")


def _template_line(error: TemplateError) -> str:
    """The file and line of the theme in which an error arose."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith(".html"):
            return f"{shown_path(Path(frame.filename))}:{frame.lineno}"
    name, line = getattr(error, "filename", None), getattr(error, "lineno", 1)
    return f"{shown_path(Path(name))}:{line}" if name else "a template"
