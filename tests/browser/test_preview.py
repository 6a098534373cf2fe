"""
The preview in a browser: what is wrong lies over the page, and the page in view is shown anew where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from previewing import Preview, log, project_in, until


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own, with the sample dossier."""
    return project_in(tmp_path)


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    """A preview whose first build is done."""
    with Preview(project) as running:
        assert until(lambda: "Shown" in log(project)), log(project)
        yield running


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A window, in which nothing may be refused by a page's own policy."""
    window = chromium.new_context(viewport={"width": 900, "height": 400})
    page = window.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    window.close()
    assert refused == []


def test_the_page_in_view_follows_the_files(project: Path, preview: Preview, page: Page) -> None:
    """Broken, mended and changed without a hand on the browser, the page stays where it was scrolled to."""
    person = project / "data/people/ada-brolly.yml"
    good = person.read_text(encoding="utf-8")
    page.goto(preview.address + "people/ada-brolly.html")
    page.evaluate("scrollTo(0, 150)")

    person.write_text(good.replace("name:", "nmae:"), encoding="utf-8")
    problems = page.locator(".preview-problems")
    expect(problems.locator("li").first).to_contain_text("data/people/ada-brolly.yml:1:1 expected one of the fields name", timeout=30_000)
    expect(problems).to_be_in_viewport()
    expect(page.locator("h1")).to_have_text("Ada Brolly")
    assert page.evaluate("scrollY") == 150
    problems.locator("summary").click()
    expect(problems.locator("li").first).to_be_hidden()

    person.write_text(good.replace("Ada Brolly", "Ada B. Brolly"), encoding="utf-8")
    expect(page.locator("h1")).to_have_text("Ada B. Brolly", timeout=30_000)
    expect(page.locator(".preview-problems")).to_have_count(0, timeout=30_000)
    page.wait_for_function("scrollY === 150")


def test_a_page_that_is_not_there_yet_comes_by_itself(project: Path, preview: Preview, page: Page) -> None:
    """Who waits at the address of a new record sees it as soon as it is built."""
    page.goto(preview.address + "people/nib-inkwell.html")
    expect(page.locator("h1")).to_have_text("There is no such page")

    (project / "data/people/nib-inkwell.yml").write_text("name: Nib Inkwell\n", encoding="utf-8")
    expect(page.locator(".preview-problems")).to_contain_text("expected at least one fact that names 'nib-inkwell'", timeout=30_000)
    facts = project / "data/facts/bureau.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("“fairy tale”.", "“fairy tale” of [[nib-inkwell]]."), encoding="utf-8")

    expect(page.locator("h1")).to_have_text("Nib Inkwell", timeout=30_000)


def test_without_scripts_what_is_wrong_is_shown_too(project: Path, preview: Preview, chromium: Browser) -> None:
    """Then the page is loaded anew by hand."""
    (project / "data/people/ada-brolly.yml").write_text("nmae: Ada Brolly\n", encoding="utf-8")
    assert until(lambda: "Not shown" in log(project))
    window = chromium.new_context(java_script_enabled=False)
    page = window.new_page()
    page.goto(preview.address)

    expect(page.locator(".preview-problems")).to_contain_text("data/people/ada-brolly.yml:1:1", timeout=30_000)
    window.close()
