"""
Builds the site as ``pelican`` does, unless it stands there already as it would be built.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from ..folders import output_folder
from ..stamp import Stamp

HELP = "build the site, if anything has changed"

_READ = ("plugins", "themes", "pelicanconf.py", "publishconf.py", "requirements.txt")


def arguments(parser: argparse.ArgumentParser) -> None:
    """
    Add the settings, the content, and whether to build in any case.
    """
    parser.add_argument("--settings", type=Path, default=Path("pelicanconf.py"), help="Pelican's settings")
    parser.add_argument("--content", type=Path, default=Path("content"), help="pages and stories in Markdown")
    parser.add_argument("--anew", action="store_true", help="build even if nothing has changed")


def run(options: argparse.Namespace) -> int:
    """
    Build, or say that there is nothing to build.

    Raises:
        SystemExit: As Pelican does, where the build fails.
    """
    os.environ["DOSSIER"] = str(options.dossier)
    output = output_folder(options.dossier)
    words = [str(options.settings), str(options.content)]
    stamp = Stamp(Path(".cache"), output, [options.dossier, options.content, *map(Path, _READ)], words)
    if not options.anew and stamp.holds():
        print(f"{output}/ is as it would be built: nothing has changed")
        return 0
    from pelican import main

    main(["--log-handler", "plain", "-s", str(options.settings), str(options.content)])
    stamp.write()
    return 0
