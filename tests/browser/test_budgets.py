"""
What a reader's browser fetches stays within `tests/budgets.toml`, on every page of the real site.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from browser.kinds import KINDS, kind_of, pages_of
from browser.weight import PARTS, weigh


def test_every_page_keeps_to_its_budget(site: Path) -> None:
    """Each part, raw and compressed, their sum, and the number of requests; no page is left out."""
    over, checked = [], 0
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix()
        kind, weight = kind_of(url), weigh(site, url)
        if kind is None:
            over.append(f"{url}: no kind in tests/budgets.toml takes it")
            continue
        checked += 1
        for part in (*PARTS, "total"):
            limit, found = getattr(kind, part), getattr(weight, part)
            if found.raw > limit.raw or found.compressed > limit.compressed:
                over.append(f"{url}: {part} {found.raw:.1f} kB, {found.compressed:.1f} compressed; {kind.name} may have {limit.raw}, {limit.compressed}")
        if len(weight.files) > kind.requests:
            over.append(f"{url}: {len(weight.files)} requests; {kind.name} may have {kind.requests}: {', '.join(weight.files)}")

    assert over == []
    assert checked == sum(name.endswith(".html") for _, _, names in os.walk(site) for name in names)


@pytest.mark.parametrize("kind", KINDS)
def test_every_budget_has_a_page(kind: str, site: Path) -> None:
    """A kind that no page is of would look checked and be nothing."""
    assert pages_of(site, kind) != []
