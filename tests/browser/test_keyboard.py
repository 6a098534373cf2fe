"""
Everything that can be clicked can be reached by keyboard, in order, and shows where the reader is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browser.kinds import KINDS, pages_of
from browser.watch import Watched

Opener = Callable[..., Watched]

# Pages with hundreds of links are walked this far by key; the rest is focused one by one.
STEPS = 40
STOPS = """
() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((element) =>
  !element.disabled && element.tabIndex >= 0 && element.getClientRects().length > 0 && element.checkVisibility({visibilityProperty: true}))
"""
# In the window, with an outline of 2 px or more; in a drawing, a line that changes does as well.
SHOWN = """
(element) => {
  const style = getComputedStyle(element);
  const box = element.getClientRects()[0];
  const lines = () => [...element.querySelectorAll("*")].map((part) => getComputedStyle(part)).map((part) => part.stroke + part.strokeWidth).join();
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  let drawn = false;
  if (!outlined && element.ownerSVGElement) {
    const focused = lines();
    element.blur();
    drawn = lines() !== focused;
    element.focus();
  }
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const words = `${element.tagName.toLowerCase()} ${element.textContent.trim().slice(0, 40)} ${element.getAttribute("href") || ""}`;
  return (outlined || drawn) && inside ? "" : `${words}: ${inside ? "looks as it does without the focus" : "outside the window"}`;
}
"""
AT_STOP = f"""
(step) => {{
  const stop = ({STOPS})()[step];
  const focused = document.activeElement;
  const lost = stop === focused ? "" : `stop ${{step}}: ${{stop?.outerHTML.slice(0, 80)}} is not where the focus is, but ${{focused.outerHTML.slice(0, 80)}}`;
  return [lost, ({SHOWN})(focused)].filter(Boolean);
}}
"""
EACH_STOP = f"""
() => ({STOPS})().map((element) => {{
  element.focus();
  return element === document.activeElement ? ({SHOWN})(element) : `${{element.outerHTML.slice(0, 80)}}: takes no focus`;
}}).filter(Boolean)
"""
UNSEEN_IN_FORCED_COLOURS = """
() => {
  const ground = getComputedStyle(document.body).backgroundColor;
  const unseen = (style) => [style.fill, style.stroke].every((colour) => colour === "none" || colour === "rgba(0, 0, 0, 0)" || colour === ground);
  const words = [...document.querySelectorAll("main svg text")].filter((text) => text.checkVisibility() && unseen(getComputedStyle(text)));
  const drawings = [...document.querySelectorAll("main svg")].filter((svg) => svg.checkVisibility()
    && [...svg.querySelectorAll("path, rect, line, circle, polygon, polyline, text")].every((shape) => unseen(getComputedStyle(shape))));
  return [...words, ...drawings].map((element) => element.outerHTML.slice(0, 80));
}
"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_the_first_stop_skips_to_the_content(kind: str, width: int, site: Path, served: str, open_page: Opener) -> None:
    """The skip link shows itself when it has the focus, and the next stop after it is in the content."""
    page = open_page(served, pages_of(site, kind)[-1], width=width).page

    page.keyboard.press("Tab")

    assert page.evaluate("() => document.activeElement.className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => !document.activeElement.closest('header.masthead')")


@pytest.mark.parametrize("kind", KINDS)
def test_every_stop_shows_that_it_has_the_focus(kind: str, site: Path, served: str, open_page: Opener) -> None:
    """By Tab, in the order of the document, and each with an outline in the window, light and dark."""
    page = open_page(served, pages_of(site, kind)[0]).page
    stops = page.evaluate(f"() => ({STOPS})().length")
    hidden = []
    for step in range(min(stops, STEPS)):
        page.keyboard.press("Tab")
        hidden += page.evaluate(AT_STOP, step)
    # After a key was pressed, what is focused by a script shows it as well.
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        hidden += page.evaluate(EACH_STOP)

    assert stops > 10
    assert hidden[:10] == []


def test_a_stop_that_does_not_show_itself_is_seen(served: str, open_page: Opener) -> None:
    """A page without outlines does not pass the test above."""
    page = open_page(served, "about.html").page
    page.evaluate("() => document.styleSheets[0].insertRule(':focus-visible { outline: none !important }')")

    page.keyboard.press("Tab")

    assert "looks as it does without the focus" in page.evaluate(AT_STOP, 0)[0]
    assert len(page.evaluate(EACH_STOP)) == page.evaluate(f"() => ({STOPS})().length")
    assert "is not where the focus is" in page.evaluate(AT_STOP, 3)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_forced_colours_leave_focus_and_drawings_visible(kind: str, site: Path, served: str, open_page: Opener) -> None:
    """Where the reader's system sets the colours, the focus is still outlined, and text and drawings stand out from the ground."""
    page = open_page(served, pages_of(site, kind)[-1], scheme="dark").page
    page.emulate_media(forced_colors="active")

    page.keyboard.press("Tab")

    assert page.evaluate("() => matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(AT_STOP, 0) == []
    assert page.locator("h1").is_visible()
    assert page.evaluate(UNSEEN_IN_FORCED_COLOURS) == []
