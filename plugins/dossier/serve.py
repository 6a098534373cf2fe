"""
The preview: serves the site on this machine alone, and builds it anew whenever something changes.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from queue import SimpleQueue

from watchfiles import watch
from watchfiles.main import FileChange

from .folders import content_folder, output_folder
from .preview import Builds, Server

_WATCHED = ("themes", "plugins", "pelicanconf.py")


def serve(dossier: Path, port: int) -> int:
    """
    Build, serve on 127.0.0.1 and build again at each change, until interrupted.

    A build that fails says why, in the terminal and over the page in view, and leaves the site that stood before; the next change is tried again.

    Returns:
        The exit status: 1 if the port cannot be had.
    """
    content = content_folder(dossier)
    builds = Builds(dossier, content)
    try:
        server = Server(port, output_folder(dossier), builds)
    except OSError as error:
        print(f"port {port} cannot be used ({error.strerror}): try 'make serve PORT={port + 1 if port < 65_535 else 8000}'", file=sys.stderr)
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_port}/  (Ctrl-C ends the preview)", flush=True)
    paths = [path for path in (dossier, content, *map(Path, _WATCHED)) if path.exists()]
    changed: SimpleQueue[set[FileChange]] = SimpleQueue()
    # Begun before the first build, so that what is changed while that runs is not missed.
    threading.Thread(target=lambda: [changed.put(changes) for changes in watch(*paths)], daemon=True).start()
    try:
        builds.build()
        while True:
            names = sorted({Path(path).name for _, path in changed.get()})
            print(f"changed: {', '.join(names[:5])}{' …' if len(names) > 5 else ''}", flush=True)
            builds.build()
    except KeyboardInterrupt:
        print("\nThe preview has ended", flush=True)
    finally:
        builds.stop()
        server.shutdown()
        server.server_close()
    return 0
