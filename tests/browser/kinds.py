"""
The kinds of page that a site has, as the budgets name them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from building import PROJECT


class Limit(NamedTuple):
    """How much of something a page may bring, in kB of 1,000 bytes."""

    raw: float
    compressed: float


class Kind(NamedTuple):
    """Pages that are made alike, and what each of them may weigh."""

    name: str
    pages: tuple[str, ...]
    """Which files they are, as globs from the site's root; the first kind that matches takes a file."""

    html: Limit
    css: Limit
    js: Limit
    images: Limit
    total: Limit
    requests: int


def _kinds() -> Iterator[Kind]:
    budgets = tomllib.loads((PROJECT / "tests/budgets.toml").read_text(encoding="utf-8"))
    for name, kind in budgets["kinds"].items():
        limits = {**budgets["every"], **kind}
        yield Kind(
            name,
            tuple(limits["pages"]),
            *(Limit(*limits[part]) for part in ("html", "css", "js", "images", "total")),
            limits["requests"],
        )


KINDS: dict[str, Kind] = {kind.name: kind for kind in _kinds()}


def kind_of(url: str) -> Kind | None:
    """Return the kind of a page by its address from the site's root; none where no budget knows it."""
    return next((kind for kind in KINDS.values() if any(_matches(url, pattern) for pattern in kind.pages)), None)


def _matches(url: str, pattern: str) -> bool:
    """Whether a glob takes an address; one without a folder takes none in folders, so that a new folder needs a budget."""
    return fnmatchcase(url, pattern) and ("/" in pattern or "/" not in url)


def pages_of(site: Path, name: str) -> list[str]:
    """Return the addresses of a site's pages of one kind, the longest page first."""
    urls = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    found = [url for url in urls if (kind := kind_of(url)) and kind.name == name]
    return sorted(found, key=lambda url: (-(site / url).stat().st_size, url))
