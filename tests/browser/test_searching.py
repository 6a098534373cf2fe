"""
The search as readers use it: by keyboard, with slips, from a web server and from a folder, and without scripts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.watch import Watched

Opener = Callable[..., Watched]
OPTIONS = "#search-results [role=option]"
STATUS = "form[role=search] [role=status]"


def typed(page: Page, words: str) -> None:
    """Open the search by its key, type, and wait for what is found."""
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.locator("#search").fill(words)
    expect(page.locator(STATUS)).not_to_be_empty()


def options(page: Page) -> list[str]:
    """What the hits say, in order."""
    return page.locator(OPTIONS).all_inner_texts()


@pytest.mark.parametrize("way", ["http", "file"])
def test_nothing_is_fetched_before_the_first_use(open_page: Opener, bases: dict[str, str], way: str) -> None:
    """The library and the index come when the field is first used, each once."""
    seen = open_page(bases[way], "people/index.html")
    needed = [f"{bases[way]}search/index.js", f"{bases[way]}theme/js/vendor/minisearch.js"]
    assert not set(needed) & set(seen.requests)

    typed(seen.page, "Kozak")

    assert sorted(address for address in seen.requests if address in needed) == needed
    assert "Dmitry Kozak" in options(seen.page)[0]
    assert seen.trouble == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Chernyshev", "Valery Chernyshov"),  # as a source spells it
        ("Kozka", "Dmitry Kozak"),  # two letters that changed places
        ("Primkov", "Yevgeny Primakov"),  # one left out
        ("Çhernöv", "Vladimir Chernov"),  # other accents
        ("chernysh", "Valery Chernyshov"),  # not yet all of it
        ("the list of 136", "The list of 136 media figures"),
    ],
)
def test_a_name_is_found_however_it_is_typed(browser_page: Page, words: str, name: str) -> None:
    """Other spellings, slips, accents and beginnings lead to the record."""
    typed(browser_page, words)

    assert any(name in hit for hit in options(browser_page)[:4])


def test_it_finds_as_one_types(browser_page: Page) -> None:
    """Letter by letter, without Enter, and what was typed last is what is shown."""
    browser_page.keyboard.press("/")
    browser_page.keyboard.type("Koz", delay=20)
    expect(browser_page.locator(OPTIONS).filter(has_text="Dmitry Kozak").first).to_be_visible()

    browser_page.keyboard.type("xq", delay=20)

    expect(browser_page.locator(STATUS)).to_contain_text("“Kozxq”")


def test_facts_are_found_by_their_words(browser_page: Page) -> None:
    """Hits are grouped by kind and marked; an allegation among them says only that it is one."""
    typed(browser_page, "balalaika")

    groups = browser_page.locator("#search-results [role=group]")
    assert "Facts" in [group.locator("[role=presentation]").inner_text() for group in groups.all()]
    assert "Balalaika" in browser_page.locator(f"{OPTIONS} mark").all_inner_texts()
    allegations = [hit for hit in options(browser_page) if "allegation" in hit.lower()]
    assert allegations
    assert all(hit.startswith("An allegation, with its attribution and reply: ") and "balalaika" not in hit.lower() for hit in allegations)


def test_another_number_is_another_number(browser_page: Page) -> None:
    """A year finds no neighbouring year."""
    typed(browser_page, "2005")

    assert set(browser_page.locator(f"{OPTIONS} mark").all_inner_texts()) == {"2005"}


def test_arrows_and_enter_choose_and_escape_leaves(browser_page: Page) -> None:
    """The field keeps the focus and names the chosen hit; Escape closes the list and gives the focus back."""
    browser_page.locator(".masthead__title").focus()
    typed(browser_page, "Kozak")
    field = browser_page.locator("#search")
    expect(field).to_have_attribute("aria-expanded", "true")

    browser_page.keyboard.press("ArrowDown")
    browser_page.keyboard.press("ArrowDown")
    browser_page.keyboard.press("ArrowUp")
    chosen = browser_page.locator(f"{OPTIONS}[aria-selected=true]")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    browser_page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(browser_page.locator(".masthead__title")).to_be_focused()

    typed(browser_page, "Kozak")
    expect(browser_page.locator(OPTIONS).first).to_be_visible()
    browser_page.keyboard.press("ArrowDown")
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url("**/people/dmitry-kozak.html")


def test_what_was_found_is_announced(browser_page: Page) -> None:
    """How many, of what kind; or that there is nothing."""
    typed(browser_page, "Kozak")
    expect(browser_page.locator(STATUS)).to_contain_text("found. People: 1, Facts: ")

    browser_page.locator("#search").fill("zzzqqq")
    expect(browser_page.locator(STATUS)).to_have_text("Nothing found for “zzzqqq”.")
    assert browser_page.locator("#search").get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("width", [360, 1280])
def test_an_open_search_stands_in_nobodys_way(open_page: Opener, served: str, width: int) -> None:
    """The list with a chosen hit, and the search page with its hits: axe-core finds nothing, and nothing sticks out."""
    seen = open_page(served, "index.html", width=width)
    for url in ("index.html", "search.html"):
        seen.page.goto(served + url)
        typed(seen.page, "balalaika")
        seen.page.keyboard.press("ArrowDown")
        for scheme in ("light", "dark"):
            seen.page.emulate_media(color_scheme=scheme)
            assert violations(seen.page) == [], f"{url}, {scheme}"
        assert seen.wider_than(width) == [], url
        seen.page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("way", ["http", "file"])
def test_the_search_page_keeps_the_query_in_its_address(open_page: Opener, bases: dict[str, str], way: str) -> None:
    """A search leads to it by Enter, its address can be passed on, and what is typed there is written into it."""
    seen = open_page(bases[way], "index.html")
    page = seen.page
    typed(page, "balalaika")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=balalaika")
    expect(page.locator("#found mark").first).to_be_visible()
    expect(page.locator("#a-to-z")).to_be_hidden()

    page.locator("#search").fill("Kozka & Co")
    expect(page).to_have_url(re.compile(r"\?q=Kozka%20%26%20Co$"))
    page.keyboard.press("ArrowDown")
    expect(page.locator("#found a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_focused()

    page.locator("#search").fill("")
    expect(page.locator("#a-to-z")).to_be_visible()
    assert not urlsplit(page.url).query
    assert seen.trouble == []


def test_the_key_can_be_turned_off(chromium: Browser, served: str) -> None:
    """A reader whose software types letters by itself turns it off once, for all pages; nothing is stored before."""
    context = chromium.new_context()  # its own, for what is stored would stay for the other tests
    page = context.new_page()
    page.goto(f"{served}search.html")
    assert page.evaluate("() => localStorage.length") == 0
    page.locator("#search-key").uncheck()

    page.goto(f"{served}people/index.html")
    page.keyboard.press("/")

    expect(page.locator("#search")).not_to_be_focused()
    context.close()


def test_without_scripts_the_search_page_is_an_a_to_z(open_page: Opener, bases: dict[str, str]) -> None:
    """The field of any page leads there; the page has no field that would do nothing, and letters to jump to."""
    for base in bases.values():
        page = open_page(base, "people/index.html", javascript=False).page
        page.locator("#search").fill("Kozak")
        page.locator("#search").press("Enter")
        page.wait_for_url("**/search.html?q=Kozak")
        expect(page.locator("form[role=search]")).to_be_hidden()
        page.get_by_role("navigation", name="Letters").get_by_role("link", name="K").click()
        expect(page.locator("#letter-k")).to_be_in_viewport()
        expect(page.get_by_role("link", name="Dmitry Kozak").first).to_be_visible()
