"""
The preview: serves the site on this machine alone, and builds it anew whenever something changes.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

_OUTPUT = Path("output")
_WATCHED = ("content", "themes", "plugins", "pelicanconf.py")


class _Handler(SimpleHTTPRequestHandler):
    """Serves files; says nothing of those it finds."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        if str(code).startswith(("4", "5")):
            super().log_request(code, size)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")  # what was just built is what is shown
        super().end_headers()


def serve(dossier: Path, port: int) -> int:
    """
    Build, serve on 127.0.0.1 and build again at each change, until interrupted.

    A build that fails says why and leaves the site that stood before; the next change is tried again.

    Returns:
        The exit status: 1 if the port is taken.
    """
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(_OUTPUT)))
    except OSError as error:
        print(f"port {port} cannot be used ({error.strerror}): try 'make serve PORT={port + 1}'", file=sys.stderr)
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    _build()
    print(f"http://127.0.0.1:{port}/  (Ctrl-C ends the preview)", flush=True)
    paths = [path for path in (dossier, *map(Path, _WATCHED)) if path.exists()]
    try:
        for changes in watch(*paths, raise_interrupt=True):
            names = sorted({Path(path).name for _, path in changes})
            print(f"changed: {', '.join(names[:5])}{' …' if len(names) > 5 else ''}", flush=True)
            _build()
    except KeyboardInterrupt:
        server.shutdown()
    return 0


def _build() -> None:
    """Build in a process of its own: what it does wrong ends there, and changed code is read anew."""
    subprocess.run([sys.executable, "-m", "pelican", "content", "--log-handler", "plain", "-e", "DOSSIER_OFFLINE=false"], check=False)
