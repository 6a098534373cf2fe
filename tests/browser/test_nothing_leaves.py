"""
No page tells anybody who reads it: nothing is asked of another host, and the page's own policy would stop it.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from lxml import html

from browser.watch import Watched

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
# What a slip or a mischief in a template could put into a page, each with the address of another host.
ATTEMPTS = """
(host) => {
  const add = (tag, attributes) => document.head.append(Object.assign(document.createElement(tag), attributes));
  add("img", {src: `${host}/image`});
  add("script", {src: `${host}/script`});
  add("link", {rel: "stylesheet", href: `${host}/sheet`});
  add("link", {rel: "preload", as: "image", href: `${host}/preload`});
  add("link", {rel: "prefetch", href: `${host}/prefetch`});
  add("link", {rel: "icon", href: `${host}/icon`});
  add("iframe", {src: `${host}/frame`});
  add("object", {data: `${host}/object`});
  add("video", {src: `${host}/video`});
  add("style", {textContent: `body { background: url(${host}/background) }`});
  add("script", {textContent: "window.inlineRan = true"});
  document.body.insertAdjacentHTML("beforeend", `<a id="ping" href="#main" ping="${host}/ping">x</a><p id="styled" style="background: url(${host}/attribute)">x</p>`);
  document.getElementById("ping").click();
  const form = Object.assign(document.createElement("form"), {action: `${host}/form`, method: "post", target: "_blank"});
  document.body.append(form);
  form.submit();
  navigator.sendBeacon(`${host}/beacon`);
  try { new WebSocket(host.replace("http", "ws")); } catch { /* refused at once */ }
  try { new Worker(`${host}/worker`); } catch { /* refused at once */ }
  try { new EventSource(`${host}/events`); } catch { /* refused at once */ }
  return fetch(`${host}/fetch`).then(() => "fetched", () => "refused");
}
"""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another host, and what was asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(self.rfile.readline().decode(errors="replace").strip())
            self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("way", ["http", "file"])
def test_the_policy_stops_whatever_is_tried(way: str, bases: dict[str, str], elsewhere: tuple[str, list[str]], open_page: Callable[..., Watched]) -> None:
    """Pictures, scripts, sheets, frames, forms, beacons, pings, sockets: not one reaches another host."""
    host, asked = elsewhere
    seen = open_page(bases[way], "index.html")

    assert seen.page.evaluate(ATTEMPTS, host) == "refused"
    seen.page.wait_for_timeout(300)

    assert asked == []
    assert seen.page.evaluate("() => 'inlineRan' in window") is False
    assert seen.page.evaluate("() => getComputedStyle(document.getElementById('styled')).backgroundImage") == "none"


def test_without_a_policy_the_attempts_arrive(chromium: object, elsewhere: tuple[str, list[str]], served: str) -> None:
    """Where nothing forbids it the other host is reached, so the test above can fail."""
    host, asked = elsewhere
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{served}index.html")
    page.evaluate(ATTEMPTS, host)
    page.wait_for_timeout(300)
    context.close()

    arrived = {line.split(" ")[1] for line in asked if " " in line}
    asked.clear()
    assert {"/image", "/script", "/sheet", "/frame", "/fetch", "/form", "/beacon", "/ping", "/background", "/attribute"} <= arrived


def test_every_page_has_the_policy_and_needs_no_exception(site: Path) -> None:
    """It stands before anything that it could stop, and no page has a script or a style of its own."""
    wrong, checked = [], 0
    for path in sorted(site.rglob("*.html")):
        url, tree = path.relative_to(site).as_posix(), html.document_fromstring(path.read_text(encoding="utf-8"))
        policies = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        before = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/preceding-sibling::*")
        if policies != [POLICY] or [element.tag for element in before] != ["meta"]:
            wrong.append(f"{url}: its policy, or what stands before it")
        if tree.xpath("//style | //*[@style] | //script[not(@src) and not(@type='application/ld+json')] | //base | //iframe | //object | //embed | //meta[@http-equiv='refresh']"):
            wrong.append(f"{url}: a style, a script or a frame of its own")
        if tree.xpath("//@*[starts-with(name(), 'on')]"):
            wrong.append(f"{url}: a script in an attribute")
        if tree.xpath("//meta[@name='referrer']/@content") != ["no-referrer"]:
            wrong.append(f"{url}: no no-referrer")
        checked += 1

    assert wrong == []
    assert checked == len(list(site.rglob("*.html")))


def test_no_script_sends_or_hides_anything(site: Path) -> None:
    """No script knows of cookies, beacons or sockets; what a page stores is seen when it is opened, and is nothing."""
    scripts = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.js")}

    found = [f"{name}: {word}" for name, text in scripts.items() for word in re.findall(r"document\.cookie|sessionStorage|indexedDB|sendBeacon|XMLHttpRequest|WebSocket", text)]

    found += [f"{name}: fetch" for name, text in scripts.items() if "/vendor/" not in name and "fetch(" in text]
    assert found == []
