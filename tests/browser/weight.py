"""
What a reader's browser fetches for a page, in bytes.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml import html

from browser.kinds import Limit

PARTS = ("html", "css", "js", "images")
_PARTS_BY_ENDING = {".html": "html", ".css": "css", ".js": "js"}


class Weight(NamedTuple):
    """What a page brings."""

    html: Limit
    css: Limit
    js: Limit
    images: Limit
    total: Limit
    files: tuple[str, ...]
    """Every file that is fetched, from the site's root; as many requests."""


@cache
def size(path: Path) -> tuple[int, int]:
    """Return a file's bytes as they are, and as a server sends them compressed."""
    content = path.read_bytes()
    return len(content), min(len(content), len(gzip.compress(content, compresslevel=6, mtime=0)))


def files_of(site: Path, url: str) -> Iterator[str]:
    """Yield what is fetched for a page, itself first, by addresses from the site's root."""
    yield url
    tree = html.document_fromstring((site / url).read_text(encoding="utf-8"))
    links = tree.xpath("//link[not(@rel='canonical' or @rel='alternate' or @rel='prev' or @rel='next' or @rel='license')]/@href")
    for address in dict.fromkeys([*links, *tree.xpath("//script/@src | //img/@src | //image/@href | //use/@href | //source/@src")]):
        if not address.startswith(("#", "data:")):
            parts = urlsplit(address)
            # Where a site has an address, its page for lost readers is served at any depth, and names files in full.
            folder = site if parts.netloc else (site / url).parent
            found = (folder / parts.path.lstrip("/")).resolve()
            yield found.relative_to(site.resolve()).as_posix()


def weigh(site: Path, url: str) -> Weight:
    """Weigh a page with all that it fetches when it is opened."""
    files = tuple(files_of(site, url))
    sums = dict.fromkeys(PARTS, (0, 0))
    for name in files:
        part = _PARTS_BY_ENDING.get(PurePosixPath(name).suffix, "images")
        raw, compressed = size(site / name)
        sums[part] = sums[part][0] + raw, sums[part][1] + compressed
    sums["total"] = sum(raw for raw, _ in sums.values()), sum(compressed for _, compressed in sums.values())
    return Weight(*(Limit(raw / 1000, compressed / 1000) for raw, compressed in sums.values()), files)
