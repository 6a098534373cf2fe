"""
A page in a browser, and everything that it asked for and complained of.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, CDPSession, Page

_WIDER = """
() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > edge + 1);
  return wide.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") || ""}`).concat("page");
}
"""


@dataclass
class Watched:
    """What happened in a window since a page was opened."""

    page: Page
    session: CDPSession
    """The line to the browser itself, past the page."""

    base: str = "about:"
    """Where the site is; ends in a slash."""

    requests: list[str] = field(default_factory=list)
    """Every address that was asked for, in order."""

    trouble: list[str] = field(default_factory=list)
    """What the console said, what failed, and what was asked for outside the site."""

    shifts: list[float] = field(default_factory=list)
    """How far the page's content has moved by itself, each time that it did."""

    def watch(self, base: str) -> None:
        """Forget what happened, and begin anew with the site at an address."""
        self.base = base
        for seen in (self.requests, self.trouble, self.shifts):
            seen.clear()

    def allow_scripts(self, allowed: bool) -> None:
        """Let scripts run from now on, or none; what a page without scripts looks like stays when they are allowed."""
        self.session.send("Emulation.setScriptExecutionDisabled", {"value": not allowed})

    def go(self, url: str) -> None:
        """Open another page of the site."""
        self.page.goto(self.base + url, wait_until="load")

    def moved(self) -> list[float]:
        """How far its content has moved by itself, once the page has been painted."""
        self.page.wait_for_timeout(50)
        return list(self.shifts)

    def wider_than(self, width: int) -> list[str]:
        """What sticks out sideways in a window so wide; empty where nothing does."""
        self.page.set_viewport_size({"width": width, "height": 800})
        return self.page.evaluate(_WIDER)

    def stored(self) -> list[str]:
        """What the page has left behind in the browser."""
        left = [cookie["name"] for cookie in self.page.context.cookies()]
        return left + self.page.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]")


def watched(context: BrowserContext) -> Watched:
    """Open a window, and watch it from before its first request."""
    page = context.new_page()
    seen = Watched(page, context.new_cdp_session(page))

    def asked(address: str) -> None:
        seen.requests.append(address)
        if not address.startswith((seen.base, "about:blank")):
            seen.trouble.append(f"asked for {address}")

    context.on("request", lambda request: asked(request.url))
    # ERR_ABORTED is a file of the page before, an icon mostly, that came too late because the reader went on: on slow machines, at any time.
    context.on("requestfailed", lambda request: seen.trouble.append(f"{request.failure}: {request.url}") if request.failure != "net::ERR_ABORTED" else None)
    context.on("response", lambda response: seen.trouble.append(f"{response.status}: {response.url}") if response.status >= 400 else None)
    context.on("console", lambda said: seen.trouble.append(f"{said.type}: {said.text}"))
    context.on("weberror", lambda error: seen.trouble.append(f"error: {error.error}"))
    # From the browser, not from the page: where scripts are off, no observer in it is ever called.
    seen.session.on("PerformanceTimeline.timelineEventAdded", lambda added: seen.shifts.append(added["event"]["layoutShiftDetails"]["value"]))
    seen.session.send("PerformanceTimeline.enable", {"eventTypes": ["layout-shift"]})
    return seen
