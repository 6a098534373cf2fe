"""
Measures the public site, and writes the table in `docs/performance-for-readers.md`; `make measure` runs it.

Usage: PYTHONPATH=tests:plugins python -m browser.measure [DOCUMENT]
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from browser import lighthouse
from browser.chromium import found
from browser.kinds import KINDS, pages_of
from browser.serving import serving
from browser.weight import weigh
from building import PROJECT, build

TRIES = 3
DOCUMENT = PROJECT / "docs/performance-for-readers.md"
_TABLE = re.compile(r"(<!-- measured: begin -->\n).*?(<!-- measured: end -->)", re.DOTALL)
_HEAD = (
    "| kind of page | pages | HTML | CSS | JS | images | together | requests | performance | accessibility | best practices | SEO | layout shift | painted |",
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
)


def rows(site: Path, address: str, npx: str, chromium: str) -> Iterator[str]:
    """Yield a row of the table for each kind: its page that weighs most, and what Lighthouse says of it."""
    for name in KINDS:
        weights = {url: weigh(site, url) for url in pages_of(site, name)}
        if not weights:
            continue  # the pattern page is not published
        url = max(weights, key=lambda url: (weights[url].total.compressed, url))
        print(f"{name}: {url}", flush=True)
        said = best(npx, chromium, public_address(site, url) or address + url)
        for complaint in said.complaints:
            print(f"  {complaint}", flush=True)
        parts = [f"{part.compressed:.1f} ({part.raw:.0f})" for part in weights[url][:5]]
        requests = max(len(weight.files) for weight in weights.values())
        cells = [name, len(weights), *parts, requests, *said.scores, f"{said.shift:.2f}".rstrip("0").rstrip("."), f"{said.painted:.1f} s"]
        yield f"| {' | '.join(map(str, cells))} |"


def best(npx: str, chromium: str, address: str) -> lighthouse.Scores:
    """Return the best of up to three measurements: whatever else the machine does can only make a page slower."""
    tried = []
    with tempfile.TemporaryDirectory() as folder:
        while len(tried) < TRIES and not (tried and min(tried[-1].scores) == 100):
            tried.append(lighthouse.scores(npx, chromium, address, Path(folder, "report.json")))
    return max(tried, key=lambda said: (said.scores, -said.painted))


def public_address(site: Path, url: str) -> str | None:
    """Return the address that a page gives itself, which for an index is its folder's; the page for lost readers has none."""
    return next(iter(html.parse(site / url).xpath("//link[@rel='canonical']/@href")), None)


def written(document: str, table: list[str]) -> str:
    """Return the document with another table between its marks."""
    assert _TABLE.search(document), "the document has lost the marks between which the table stands"
    return _TABLE.sub(lambda marks: marks[1] + "\n".join(table) + "\n" + marks[2], document)


def main(document: Path) -> None:
    """Build the public site, serve it, measure it, and write what was measured."""
    npx, chromium = lighthouse.needed(), found()
    if not chromium:
        sys.exit("Lighthouse needs a Chromium, and none was found: sh tools/browser.sh")
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder, "site")) as address:
        built = build(Path(folder, "site"), settings="publishconf.py", environment={"SITEURL": address.rstrip("/")})
        if built.status:
            sys.exit(built.errors)
        table = [*_HEAD, *rows(Path(folder, "site"), address, npx, chromium)]
    document.write_text(written(document.read_text(encoding="utf-8"), table), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENT)
