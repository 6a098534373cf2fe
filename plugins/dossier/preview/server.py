"""
The preview's web server, for this machine alone.
"""

from __future__ import annotations

import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .builds import Builds
from .pages import OWN, instead, shown

_FILES = {"watch.js": "text/javascript", "preview.css": "text/css"}


class Server(ThreadingHTTPServer):
    """
    Serves a folder on 127.0.0.1, its pages as the preview shows them.
    """

    def __init__(self, port: int, folder: Path, builds: Builds) -> None:
        """
        Take the port.

        Raises:
            OSError: If it is taken, or there is no such port.
        """
        try:
            super().__init__(("127.0.0.1", port), partial(_Handler, builds=builds, directory=str(folder)))
        except OverflowError as error:
            raise OSError(0, "there is no such port") from error

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went on before it had its answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Serves files; says nothing of those it finds."""

    def __init__(self, *args: Any, builds: Builds, **kwargs: Any) -> None:
        self._builds = builds
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer with a page as it is shown, a file of the preview, or a file as it is."""
        url = urlsplit(self.path).path
        if url.startswith(OWN):
            self._own(url.removeprefix(OWN))
            return
        path = Path(self.translate_path(url))
        if path.is_dir() and url.endswith("/"):
            path /= "index.html"
        if path.is_dir() or (path.is_file() and path.suffix != ".html") or path.suffix not in ("", ".html"):
            super().do_GET()
            return
        try:
            self._send(shown(path.read_text(encoding="utf-8"), self._builds), "text/html")
        except OSError:
            if Path(self.directory, "index.html").exists():
                self._send(instead("There is no such page", f"{url} is not a page of the site as it was last built.", self._builds), "text/html", HTTPStatus.NOT_FOUND)
            elif self._builds.failed:
                self._send(instead("Nothing has been built yet", "This page shows the site as soon as what is told above is mended.", self._builds), "text/html", HTTPStatus.SERVICE_UNAVAILABLE)
            else:
                self._send(instead("The site is being built", "It is shown here as soon as that is done.", self._builds), "text/html", HTTPStatus.SERVICE_UNAVAILABLE)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of what was found."""
        if str(code).startswith("4"):
            super().log_request(code.value if isinstance(code, HTTPStatus) else code, size)

    def end_headers(self) -> None:
        """Let nothing be kept: what was just built is what is shown."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _own(self, name: str) -> None:
        if name == "version":
            self._send(self._builds.version, "text/plain")
        elif name in _FILES:
            self._send(Path(__file__).with_name(name).read_text(encoding="utf-8"), _FILES[name])
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send(self, text: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        raw = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)
