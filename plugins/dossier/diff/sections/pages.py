"""
Pages that appear, move, or vanish from under the links that lead to them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ... import inert
from ...pages import pages as all_pages
from ...pages.moved import moved as redirects
from ...problems import count
from .. import telling
from ..comparison import Comparison
from ..report import Section
from ..sides import Side


def pages(comparison: Comparison) -> tuple[Section, ...]:
    """
    Tell the addresses that are no more, and those that are new.
    """
    before, after = _addresses(comparison.before), _addresses(comparison.after)
    moved = {old: now for old, now in (_pages(comparison, *ids) for ids in comparison.moved.items()) if old in before and old not in after}
    led_on = {view.url: view.target for view in redirects(comparison.now, after) if view.url in before}
    return (
        Section(
            f"{count(len(moved.keys() - led_on.keys()), 'page')} moved without a redirect",
            tuple(f"{inert.code(old)} → {telling.page(comparison, new)}" for old, new in sorted(moved.items()) if old not in led_on),
            "They say the same under another address. Whoever has linked or cited the old one will find nothing there: note the earlier id in `moved.yml`, as `make rename` does.",
        ),
        Section(
            f"{count(len(led_on), 'page')} moved, with a redirect",
            tuple(f"{inert.code(old)} → {telling.page(comparison, new)}" for old, new in sorted(led_on.items())),
            "They say the same under another address, and the old one leads there.",
        ),
        Section(
            f"{count(len(gone := before - after - set(moved) - led_on.keys()), 'page')} gone without a redirect",
            tuple(map(inert.code, sorted(gone))),
            "Whoever has linked or cited them will find nothing there.",
        ),
        Section(f"{count(len(new := after - before - {*moved.values(), *led_on.values()}), 'new page')}", tuple(telling.page(comparison, path) for path in sorted(new))),
    )


def _pages(comparison: Comparison, old: str, now: str) -> tuple[str, str]:
    """Where a record was and is; of one that is a part of a page, the page keeps the earlier anchor by itself."""
    before, after = comparison.old.resolve(old), comparison.now.resolve(now)
    return before.url if before else "", after.url if after else ""


def _addresses(side: Side) -> set[str]:
    """Every page of the dossier and of the texts beside it."""
    own = (page.url for page in all_pages(side.dossier)) if side.dossier else ()
    return {*own, *(_address(path, text.header) for path, text in side.texts.items())}


def _address(path: str, header: Mapping[str, str]) -> str:
    """Where Pelican puts a text's page: a story under its folder, anything else at the root."""
    title = re.sub(r"[^\w\s-]", "", header.get("title", "")).strip().lower()
    name = header.get("slug") or re.sub(r"[-\s]+", "-", title)
    return f"stories/{name}.html" if path.startswith("stories/") else f"{name}.html"
