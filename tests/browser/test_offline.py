"""
The offline edition, unpacked, and read from its folder.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.kinds import KINDS, pages_of
from browser.watch import Watched
from dossier import offline

Opener = Callable[..., Watched]


@pytest.fixture(scope="module")
def edition(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive that the real site offers, unpacked."""
    (archive,) = (site / offline.FOLDER).glob("*.zip")
    folder = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    return folder / archive.stem


@pytest.mark.parametrize("kind", [name for name in KINDS if name != "lost"])
def test_each_kind_of_page_opens_from_the_folder(kind: str, edition: Path, open_page: Opener) -> None:
    """It is there, styled, and asks for nothing outside the folder."""
    seen = open_page(f"{edition.as_uri()}/", pages_of(edition, kind)[0])

    assert seen.page.locator("h1").is_visible()
    sheets = seen.page.evaluate("() => [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => Boolean(link.sheet))")
    assert len(sheets) >= 4
    assert all(sheets)
    assert seen.trouble == []


def test_its_search_finds(edition: Path, open_page: Opener) -> None:
    """As on the site, from the first letter to the record."""
    seen = open_page(f"{edition.as_uri()}/", "index.html")

    seen.page.keyboard.press("/")
    seen.page.keyboard.type("Kozka")
    expect(seen.page.locator("#search-results [role=option]").first).to_contain_text("Dmitry Kozak")
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("Enter")

    seen.page.wait_for_url(f"{edition.as_uri()}/people/dmitry-kozak.html")
    assert seen.trouble == []


def test_its_filters_narrow(edition: Path, open_page: Opener) -> None:
    """And their choice stands in the address, which brings it back."""
    seen = open_page(f"{edition.as_uri()}/", "chronology/index.html")
    whole = seen.page.locator("#years .line:visible").count()

    seen.page.locator(".filters select[name=kind]").select_option(index=1)
    narrowed = seen.page.locator("#years .line:visible").count()
    seen.page.reload()

    assert 0 < narrowed < whole
    assert seen.page.locator("#years .line:visible").count() == narrowed
    assert seen.trouble == []


def test_its_map_leads_to_a_country(edition: Path, open_page: Opener) -> None:
    """A country is opened by its name on the map, and the network's names lead on as well."""
    seen = open_page(f"{edition.as_uri()}/", "index.html")

    seen.page.locator(".map svg a[href]").first.click()
    assert seen.page.url.startswith(f"{edition.as_uri()}/countries/")
    assert seen.page.locator("h1").is_visible()
    seen.go("network.html")
    seen.page.locator("svg a[href]").first.click()
    assert seen.page.url.startswith(f"{edition.as_uri()}/")
    assert seen.page.locator("h1").is_visible()
    assert seen.trouble == []


def test_a_reader_walks_from_its_first_page(edition: Path, open_page: Opener) -> None:
    """From `index.html`, links lead on within the folder."""
    seen = open_page(f"{edition.as_uri()}/", "index.html")

    seen.page.get_by_role("navigation", name="Sections").get_by_role("link", name="People").click()
    seen.page.locator("main a").first.click()

    assert seen.page.url.startswith(edition.as_uri())
    assert seen.trouble == []
