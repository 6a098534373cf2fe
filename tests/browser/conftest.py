"""
A browser, the real site on a web server under a sub-path, and a watch over what a page asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser.chromium import found
from browser.serving import serving
from browser.watch import Watched, watched

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Whatever a page tried, no name of another host is ever looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A Chromium that runs. Without one the run ends here and fails; what needs none has been tested before."""
    path = found()
    if not path:
        waiting = sum("chromium" in item.fixturenames for item in request.session.items)
        pytest.exit(f"NO CHROMIUM: {waiting} browser tests did not run, so this run fails. `sh tools/browser.sh` installs one, or says how", returncode=1)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the real site on a web server, under a sub-path as on a project's page; ends in a slash."""
    with serving(site, "/some/project/") as address:
        yield address


@pytest.fixture(scope="session")
def bases(site: Path, served: str) -> dict[str, str]:
    """The two ways to read the site, each an address that ends in a slash."""
    return {"http": served, "file": f"{site.as_uri()}/"}


def opener(windows: dict[bool, Watched]) -> Callable[..., Watched]:
    """Opens pages anew in windows with and without scripts; what was open before is gone."""

    def opened(base: str, url: str, *, width: int = 1280, javascript: bool = True, scheme: str = "light") -> Watched:
        seen = windows[javascript]
        seen.page.goto("about:blank")
        seen.page.set_viewport_size({"width": width, "height": 800})
        seen.page.emulate_media(media="screen", color_scheme=scheme, reduced_motion="reduce", forced_colors="none")
        seen.allow_scripts(javascript)
        seen.watch(base)
        seen.go(url)
        return seen

    return opened


@pytest.fixture(scope="session")
def open_page(chromium: Browser) -> Callable[..., Watched]:
    """``open_page(base, url, width=360, javascript=False)``, in the same two windows each time: new ones take longer than what is tested."""
    return opener({javascript: watched(chromium.new_context()) for javascript in (True, False)})


@pytest.fixture(scope="session")
def open_beside(chromium: Browser) -> Callable[..., Watched]:
    """As ``open_page``, in two more windows: two pages can be looked through at once."""
    return opener({javascript: watched(chromium.new_context()) for javascript in (True, False)})


@pytest.fixture
def browser_page(open_page: Callable[..., Watched], served: str) -> Iterator[Page]:
    """The front page on the web server, in a wide window; fails where something went wrong on it."""
    seen = open_page(served, "index.html")
    yield seen.page
    assert seen.trouble == []
