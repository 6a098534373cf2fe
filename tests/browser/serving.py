"""
A web server as a public host is one: the site under a sub-path, its texts compressed.
"""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


@cache
def _squeezed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    """Files of one folder, which is seen under a sub-path only; what is outside it is not found."""

    protocol_version = "HTTP/1.1"
    sub_path = "/"

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(self.sub_path) if path.startswith(self.sub_path) else "not-in-the-sub-path"
        return super().translate_path("/" + inside)

    def send_head(self) -> io.BytesIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return None
        squeeze = path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        content = _squeezed(path) if squeeze else path.read_bytes()
        kind = self.guess_type(path)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if path.suffix in COMPRESSED else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if squeeze:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return io.BytesIO(content)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # A browser that is closed leaves connections open, which nobody should wait for.
    block_on_close = False


@contextmanager
def serving(site: Path, sub_path: str = "/", port: int = 0) -> Iterator[str]:
    """Serve a folder on this machine alone, and give its address, which ends in a slash."""
    handler = type("Handler", (_Handler,), {"sub_path": sub_path})
    server = _Server(("127.0.0.1", port), lambda *args: handler(*args, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{sub_path}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
