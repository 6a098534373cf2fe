"""
The preview's web server, for this machine alone.
"""

from __future__ import annotations

import mimetypes
import posixpath
import sys
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from .pages import OWN, instead, shown
from .site import Site

_FILES = {"watch.js": "text/javascript", "preview.css": "text/css"}
_PATIENCE = 20.0
"""How many seconds a page waits for an answer; then it asks again."""


class Server(ThreadingHTTPServer):
    """
    Serves a site on 127.0.0.1, its pages as the preview shows them.
    """

    daemon_threads = True  # a page that waits does not keep the preview from ending

    def __init__(self, port: int, site: Site) -> None:
        """
        Take the port.

        Raises:
            OSError: If it is taken, or there is no such port.
        """
        try:
            super().__init__(("127.0.0.1", port), partial(_Handler, site=site))
        except OverflowError as error:
            raise OSError(0, "there is no such port") from error

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went on before it had its answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Serves what the site has; says nothing of what it finds."""

    def __init__(self, *args: Any, site: Site) -> None:
        self._site = site
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer with a page as it is shown, a file of the preview, or a file as it is."""
        address = urlsplit(self.path)
        if address.path.startswith(OWN):
            self._own(address.path.removeprefix(OWN), parse_qs(address.query))
            return
        url = _normal(address.path)
        raw = self._site.file(url)
        if raw is not None and url.endswith(".html"):
            self._send(shown(raw.decode(), self._site), "text/html")
        elif raw is not None:
            self._send_raw(raw, mimetypes.guess_type(url)[0] or "application/octet-stream")
        elif not self._site.stands and self._site.failed:
            self._send(instead("Nothing has been built yet", "This page shows the site as soon as what is told above is mended.", self._site), "text/html", HTTPStatus.SERVICE_UNAVAILABLE)
        elif not self._site.stands:
            self._send(instead("The site is being built", "It is shown here as soon as that is done.", self._site), "text/html", HTTPStatus.SERVICE_UNAVAILABLE)
        elif Path(url).suffix in ("", ".html"):
            self._send(instead("There is no such page", f"{address.path} is not a page of the site as it is now.", self._site), "text/html", HTTPStatus.NOT_FOUND)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of what was found."""
        if str(code).startswith("4"):
            super().log_request(code.value if isinstance(code, HTTPStatus) else code, size)

    def end_headers(self) -> None:
        """Let nothing be kept: what is there now is what is shown."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _own(self, name: str, query: dict[str, list[str]]) -> None:
        if name == "version":
            self._send(self._site.wait(query.get("known", [""])[0], _PATIENCE), "text/plain")
        elif name in _FILES:
            self._send(Path(__file__).with_name(name).read_text(encoding="utf-8"), _FILES[name])
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send(self, text: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send_raw(text.encode(), f"{kind}; charset=utf-8", status)

    def _send_raw(self, raw: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)


def _normal(path: str) -> str:
    """The address of a file, from the site's root: a folder's is that of its index."""
    clean = posixpath.normpath("/" + unquote(path)).lstrip("/")
    return posixpath.join(clean, "index.html") if path.endswith("/") or not clean or clean == "." else clean
