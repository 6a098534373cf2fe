"""
Each kind of page on paper: whole, in as many sheets as its text needs, with the addresses that its links lead to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from browser.kinds import KINDS, pages_of
from browser.watch import Watched

Opener = Callable[..., Watched]

# What is shown after a link, without the quotation marks and brackets around it.
ADDRESSES = """
() => [...document.querySelectorAll("main a[href^=http]")].filter((link) => link.checkVisibility()).map((link) =>
  [link.className, link.getAttribute("href"), getComputedStyle(link, "::after").content.replace(/^"\\s*<|>"$/g, "")])
"""
UNSEEN = """
() => [".nav", ".search", ".skip", ".filters", ".colophon__nav"].filter((name) => [...document.querySelectorAll(name)].some((one) => one.checkVisibility()))
"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_prints(kind: str, site: Path, served: str, open_page: Opener) -> None:
    """It becomes a PDF of a sensible length, with all that it says and nothing to click; a link that leaves the site tells where to."""
    seen = open_page(served, pages_of(site, kind)[0], scheme="dark")
    said = len(seen.page.locator("main").inner_text())

    pdf = seen.page.pdf(prefer_css_page_size=True)

    seen.page.emulate_media(media="print")
    printed = len(seen.page.locator("main").inner_text())
    sheets = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert pdf.startswith(b"%PDF-")
    assert printed > 0.5 * said
    assert printed / 4500 <= sheets <= printed / 700 + 2
    assert seen.page.locator("h1").is_visible()
    assert seen.page.evaluate(UNSEEN) == []
    assert [address for name, address, after in seen.page.evaluate(ADDRESSES) if after != address and name != "citation__passage"] == []
    assert seen.page.evaluate("() => getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert seen.trouble == []
