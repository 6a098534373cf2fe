"""
Asks axe-core what stands in a reader's way on a page.
"""

from __future__ import annotations

from playwright.sync_api import Page

from building import PROJECT

_AXE = (PROJECT / "tests/vendor/axe.min.js").read_text(encoding="utf-8")
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Begun by a timer, so that another window can begin as well before this one is done.
_BEGIN = """
(only) => {
  globalThis.found = new Promise((done) => setTimeout(done)).then(() => axe.run(document, {runOnly: only, resultTypes: ["violations"]}));
}
"""
_END = """
() => globalThis.found.then((found) => found.violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.length} times, first ${one.nodes[0].target} ${one.nodes[0].failureSummary}`))
"""


def begin(page: Page, *rules: str) -> None:
    """Begin to look for what breaks WCAG 2.2 AA or good practice on a page as it is now, or only the rules that are named."""
    # Evaluated, not added as a script: the page's own policy would rightly stop that.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE)
    page.evaluate(_BEGIN, {"type": "rule", "values": rules} if rules else {"type": "tag", "values": _TAGS})


def end(page: Page) -> list[str]:
    """Return what was found."""
    return page.evaluate(_END)


def violations(page: Page, *rules: str) -> list[str]:
    """Return what breaks WCAG 2.2 AA or good practice on a page as it is now, or only the rules that are named."""
    begin(page, *rules)
    return end(page)
