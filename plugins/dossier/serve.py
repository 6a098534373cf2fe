"""
The preview: shows the site on this machine alone, as it is after each change.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path
from queue import SimpleQueue

from watchfiles import watch
from watchfiles.main import FileChange

from .folders import content_folder
from .preview.server import Server
from .preview.site import Site

_CODE = ("plugins", "pelicanconf.py")
_STEP, _DEBOUNCE = 20, 200
"""How many milliseconds must pass without another change before one is looked at, and how long changes in a row may put that off."""


def serve(dossier: Path, port: int) -> int:
    """
    Serve on 127.0.0.1 what would be built, and look again at each change, until interrupted.

    What is wrong is told in the terminal and over the page in view, and what was right before is shown on; the next change is tried again.
    Where the generator itself has changed, this process begins anew.

    Returns:
        The exit status: 1 if the port cannot be had.
    """
    # Whoever begins it in the background has Ctrl-C ignored by what it begins; this must end by it all the same.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    content = content_folder(dossier)
    site = Site(dossier, content)
    try:
        server = Server(port, site)
    except OSError as error:
        print(f"port {port} cannot be used ({error.strerror}): try 'make serve PORT={port + 1 if port < 65_535 else 8000}'", file=sys.stderr)
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_port}/  (Ctrl-C ends the preview)", flush=True)
    paths = [path for path in (dossier, content, Path("themes"), *map(Path, _CODE)) if path.exists()]
    changed: SimpleQueue[set[FileChange]] = SimpleQueue()
    # Begun before the first look, so that what is changed while that is taken is not missed.
    threading.Thread(target=lambda: [changed.put(changes) for changes in watch(*paths, step=_STEP, debounce=_DEBOUNCE)], daemon=True).start()
    code = tuple(Path(name).resolve() for name in _CODE)
    try:
        site.change()
        while True:
            found = sorted({Path(path) for _, path in changed.get()})
            names = sorted({path.name for path in found})
            print(f"changed: {', '.join(names[:5])}{' …' if len(names) > 5 else ''}", flush=True)
            if any(path.is_relative_to(own) for path in found for own in code):
                server.server_close()
                os.execv(sys.executable, [sys.executable, "-m", "dossier", "serve", "--dossier", str(dossier), "--port", str(server.server_port)])
            site.change(found)
    except KeyboardInterrupt:
        print("\nThe preview has ended", flush=True)
    finally:
        site.close()
        server.shutdown()
        server.server_close()
    return 0
