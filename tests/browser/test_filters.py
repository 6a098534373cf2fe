"""
The chronology's filters: what they show, and that their choice is in the address.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from browser.axe import violations
from browser.watch import Watched

Opener = Callable[..., Watched]
CHRONOLOGY = "chronology/index.html"


def shown(page: Page) -> int:
    """How many facts are to be seen."""
    return page.locator("#years .line:not([hidden])").count()


def choices(page: Page, name: str) -> list[str]:
    """What a filter offers."""
    return page.locator(f".filters select[name={name}] option").evaluate_all("options => options.map(option => option.value).filter(Boolean)")


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_choice_narrows_and_stands_in_the_address(way: str, bases: dict[str, str], open_page: Opener) -> None:
    """The count that an option announces is what it then shows, and the address brings it back."""
    seen = open_page(bases[way], CHRONOLOGY)
    page, whole = seen.page, shown(seen.page)
    kind = page.locator(".filters select[name=kind]")
    value = choices(page, "kind")[0]
    announced = page.locator(f".filters option[value='{value}']").first.inner_text()

    kind.select_option(value)

    assert parse_qs(urlsplit(page.url).query) == {"kind": [value]}
    assert 0 < shown(page) < whole
    assert announced.endswith(f"({shown(page)})")
    assert page.get_by_role("status").filter(has_text="of").inner_text() == f"{shown(page)} of {whole} facts"
    narrowed = shown(page)
    page.reload()
    assert shown(page) == narrowed
    assert kind.input_value() == value
    assert seen.trouble == []


@pytest.mark.parametrize("way", ["http", "file"])
def test_back_and_show_all_undo_a_choice(way: str, bases: dict[str, str], open_page: Opener) -> None:
    """The browser's own button goes back one choice; the form's goes back to everything."""
    seen = open_page(bases[way], CHRONOLOGY)
    page, whole = seen.page, shown(seen.page)
    page.locator(".filters select[name=kind]").select_option(choices(page, "kind")[0])
    one = shown(page)
    year = page.locator(".filters select[name=year] option:not([disabled])").evaluate_all("options => options.map(option => option.value).filter(Boolean)[0]")
    page.locator(".filters select[name=year]").select_option(year)
    both = shown(page)

    page.go_back()
    after_back = shown(page)
    page.get_by_role("button", name="Show all").click()

    assert 0 < both <= one < whole
    assert after_back == one
    assert shown(page) == whole
    assert urlsplit(page.url).query == ""
    assert seen.trouble == []


def test_an_address_with_nonsense_shows_everything(served: str, open_page: Opener) -> None:
    """A value that is not offered, and a name that is no filter, are passed over."""
    page = open_page(served, f"{CHRONOLOGY}?kind=%3Cscript%3E&colour=red").page

    assert page.locator("#years .line[hidden]").count() == 0
    assert shown(page) > 0


def test_filters_work_by_keyboard(served: str, open_page: Opener) -> None:
    """Tab reaches a filter, letters and arrows choose, and Show all is reached after them."""
    page = open_page(served, CHRONOLOGY).page
    whole = shown(page)
    page.locator(".filters select").first.focus()

    page.keyboard.press("ArrowDown")

    assert shown(page) < whole
    while page.evaluate("() => document.activeElement.tagName") == "SELECT":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert shown(page) == whole


@pytest.mark.parametrize("width", [360, 1280])
def test_a_filtered_chronology_stands_in_nobodys_way(width: int, served: str, open_page: Opener) -> None:
    """axe-core finds nothing with two filters applied, light and dark, and nothing sticks out."""
    seen = open_page(served, f"{CHRONOLOGY}?kind=money&country=azerbaijan", width=width)

    assert 0 < shown(seen.page) < 50
    for scheme in ("light", "dark"):
        seen.page.emulate_media(color_scheme=scheme)
        assert violations(seen.page) == [], scheme
    assert seen.wider_than(width) == []


def test_filters_that_do_not_come_are_replaced_by_the_views(served: str, open_page: Opener) -> None:
    """Where the script cannot be had, though scripts run, links to the same views appear by themselves."""
    seen = open_page(served, "about.html")
    seen.page.route("**/filters.js", lambda route: route.abort())
    try:
        seen.go(CHRONOLOGY)
        assert seen.page.locator(".filters").count() == 0
        seen.page.locator(".views summary").first.click(timeout=15_000)
        assert seen.page.locator(".views a").first.is_visible()
    finally:
        seen.page.unroute("**/filters.js")


def test_without_scripts_each_view_is_a_page(served: str, open_page: Opener) -> None:
    """Where no script runs, there is no form that does nothing, but links to the same views."""
    seen = open_page(served, CHRONOLOGY, javascript=False)

    assert seen.page.locator(".filters").count() == 0
    group = seen.page.locator(".views details").first
    group.locator("summary").click()
    group.locator("a").first.click()
    assert "/chronology/" in seen.page.url
    assert seen.page.locator(".line").count() > 0
    assert seen.trouble == []
