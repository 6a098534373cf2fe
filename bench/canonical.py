"""
Pages of differently made sites in one form, so that they can be compared to the letter.

What may differ is where a page is (``people/p00001.html``, ``people/p00001/index.html``), how a link is written (relative, from the root),
white space beside tags, and how a character is escaped. All else must be the same.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin

_HREF = re.compile(r'href="([^"#]*)')


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """
    Yield every page of a site, by its address.
    """
    for path in sorted(site.rglob("*.html")):
        url = "/" + path.relative_to(site).as_posix()
        yield address(url), _canonical(path.read_text(encoding="utf-8"), url)


def digests(site: Path) -> dict[str, str]:
    """
    Return the digest of every page of a site, by its address.
    """
    return {url: hashlib.sha256(text.encode()).hexdigest() for url, text in pages(site)}


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """
    Return the addresses of the pages that two sites do not both have, and alike.
    """
    return sorted(url for url in one.keys() | other.keys() if one.get(url) != other.get(url))


def address(url: str) -> str:
    """
    Return the peers' address for a page of any site: ``/people/p00001/``, ``/chronology/1990/``.
    """
    url = url.removesuffix("index.html").replace("/chronology/years/", "/chronology/")
    return url.removesuffix(".html") + "/" if url.endswith(".html") else url


def _canonical(text: str, url: str) -> str:
    folder = url.rpartition("/")[0] + "/"
    text = _HREF.sub(lambda found: f'href="{_absolute(folder, found[1])}', text)
    text = re.sub(r"\s+", " ", html.unescape(text))
    return text.replace("> ", ">").replace(" <", "<").strip()


@lru_cache(maxsize=100_000)
def _absolute(folder: str, href: str) -> str:
    return href if "://" in href else address(urljoin(folder, href))
