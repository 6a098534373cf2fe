"""
Each kind of page in a real browser: from a web server and a folder, narrow and wide, light and dark, with and without scripts.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from browser.axe import begin, end, violations
from browser.kinds import KINDS, pages_of
from browser.watch import Watched
from browser.weight import files_of

Opener = Callable[..., Watched]

# Where scripts change what a page consists of; everywhere else it is the same without them.
CHANGED_BY_SCRIPTS = ("home", "chronology", "search")
HEADINGS = "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]))"
MOVING = """
() => {
  const moving = (style) => [style.transitionDuration, style.animationDuration].some((times) => times.split(", ").some((time) => parseFloat(time) > 0));
  const found = [...document.querySelectorAll("*")].filter((element) => moving(getComputedStyle(element))).map((element) => element.tagName);
  return getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["smooth scrolling", ...found] : found;
}
"""


def example(site: Path, kind: str) -> str:
    """The longest page of a kind."""
    return pages_of(site, kind)[0]


def middling(site: Path, kind: str) -> str:
    """The longest page of a kind that axe-core looks through in seconds, or its shortest; `make audit` looks through all."""
    urls = pages_of(site, kind)
    return next((url for url in urls if (site / url).stat().st_size < 100_000), urls[-1])


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("way", ["http", "file"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_quiet_still_and_fits(kind: str, way: str, javascript: bool, site: Path, bases: dict[str, str], open_page: Opener) -> None:
    """Nothing in the console, nothing asked of another host, nothing stored, no sideways scrolling, and nothing moves by itself."""
    url = example(site, kind)
    for width in (360, 1280):
        seen = open_page(bases[way], url, width=width, javascript=javascript)
        assert seen.moved() == [], f"moves at {width} px"
        for scheme in ("light", "dark"):
            seen.page.emulate_media(color_scheme=scheme)
            assert seen.wider_than(width) == [], f"wider than {width} px"
        zoomed = {360: 320, 1280: 640}[width]  # 320 is 1280 at 400 %, 640 at 200 %
        assert seen.wider_than(zoomed) == [], f"wider than {zoomed} px"
        assert seen.trouble == []
        assert seen.stored() == []


def test_what_moves_leaves_and_stores_is_seen(served: str, open_page: Opener) -> None:
    """A page that does all that the test above forbids does not pass it."""
    seen = open_page(served, "about.html")
    seen.page.evaluate("""() => {
      document.querySelector("main").prepend(Object.assign(document.createElement("p"), {textContent: "Late and long. ".repeat(200)}));
      document.querySelector("h1").before(Object.assign(document.createElement("pre"), {textContent: "wide ".repeat(500)}));
      document.body.append(Object.assign(document.createElement("img"), {src: "https://elsewhere.example/pixel.png"}));
      localStorage.setItem("seen", "1");
      document.cookie = "seen=1; path=/";
    }""")

    assert seen.moved() != []
    assert seen.wider_than(360) != []
    assert any("elsewhere.example" in said for said in seen.trouble)
    assert seen.stored() == ["seen", "seen"]
    seen.page.evaluate("() => localStorage.clear()")
    seen.page.context.clear_cookies()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_its_parts_and_headings_in_order(kind: str, site: Path, served: str, open_page: Opener) -> None:
    """A reader of screens finds banner, sections, search, content and colophon, each once, and no level of headings is left out."""
    page = open_page(served, example(site, kind)).page

    for part in ("banner", "main", "contentinfo", "search"):
        assert page.get_by_role(part).count() == 1, part
    assert page.get_by_role("navigation", name="Sections").count() == 1
    levels = page.evaluate(HEADINGS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_for_who_wants_no_motion(kind: str, site: Path, served: str, open_page: Opener) -> None:
    """No transition, no animation and no smooth scrolling where the reader's system asks for less of them."""
    page = open_page(served, example(site, kind)).page

    assert page.evaluate(MOVING) == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVING)[:1] == ["smooth scrolling"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_for_what_it_is_weighed_with(kind: str, site: Path, served: str, open_page: Opener) -> None:
    """The files that the budgets count are those that the browser fetches; a favicon is fetched by windows with a tab."""
    url = example(site, kind)

    seen = open_page(served, url)

    asked = {address.removeprefix(served) for address in seen.requests}
    weighed = {name for name in files_of(site, url) if not name.endswith((".ico", ".svg", ".png"))}
    assert {name for name in asked if not name.endswith((".ico", ".svg", ".png"))} == weighed


@pytest.mark.parametrize(("kind", "javascript"), [*((kind, True) for kind in KINDS), *((kind, False) for kind in CHANGED_BY_SCRIPTS)])
def test_nothing_stands_in_a_readers_way(kind: str, javascript: bool, site: Path, served: str, open_page: Opener, open_beside: Opener) -> None:
    """axe-core finds nothing against WCAG 2.2 AA, narrow and wide, light and dark."""
    url = middling(site, kind)
    windows = {360: open_page(served, url, width=360, javascript=javascript), 1280: open_beside(served, url, width=1280, javascript=javascript)}
    # Of all rules, only contrast depends on colours.
    for scheme, rules in (("light", ()), ("dark", ("color-contrast",))):
        for seen in windows.values():
            # axe is a script that waits by timers; those of the page have had their turn, or none.
            seen.allow_scripts(True)
            seen.page.emulate_media(color_scheme=scheme)
            begin(seen.page, *rules)
        for width, seen in windows.items():
            assert end(seen.page) == [], f"{width} px, {scheme}"


@pytest.mark.parametrize(("scheme", "rules"), [("light", ()), ("dark", ("color-contrast",))])
def test_what_stands_in_a_readers_way_is_seen(scheme: str, rules: tuple[str, ...], served: str, open_page: Opener) -> None:
    """A page with faults does not pass the test above."""
    page = open_page(served, "about.html", scheme=scheme).page
    page.evaluate("() => document.styleSheets[0].insertRule('main p { color: #777; background: #888 }')")
    page.evaluate("() => document.querySelector('h1').insertAdjacentHTML('afterend', '<h4>Too low</h4><img src=\"x\">')")

    found = {said.partition(":")[0] for said in violations(page, *rules)}

    assert found >= ({"color-contrast"} if rules else {"color-contrast", "heading-order", "image-alt"})


@pytest.mark.audit
def test_nothing_stands_in_a_readers_way_on_any_page(site: Path, served: str, open_page: Opener, open_beside: Opener) -> None:
    """axe-core on every page of the site, narrow and wide, light and dark; and none asks for anything outside the site."""
    urls = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    windows = {360: open_page(served, "index.html", width=360), 1280: open_beside(served, "index.html", width=1280)}
    found, checked = {}, 0
    for url in urls:
        for seen in windows.values():
            seen.page.emulate_media(color_scheme="light")
            seen.go(url)
        for scheme, rules in (("light", ()), ("dark", ("color-contrast",))):
            for seen in windows.values():
                seen.page.emulate_media(color_scheme=scheme)
                begin(seen.page, *rules)
            for width, seen in windows.items():
                if wrong := end(seen.page):
                    found[url, width, scheme] = wrong
        checked += 1

    assert found == {}
    assert [seen.trouble for seen in windows.values()] == [[], []]
    assert checked == len(list(site.rglob("*.html")))
