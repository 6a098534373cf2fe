"""
Gives a record another id, and its earlier address a page that leads on.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..content import STORIES
from ..folders import content_folder
from ..parse import MOVES, shown_path
from ..problems import count
from ..renaming import Asked, rename

HELP = "give a record another id"


def arguments(parser: argparse.ArgumentParser) -> None:
    """
    Add the two ids, and where else the first may be named.
    """
    parser.add_argument("--from", dest="old", default="", help="the id that it has")
    parser.add_argument("--to", dest="new", default="", help="the id that it is to have")
    parser.add_argument("--content", type=Path, help="the folder with pages and stories")


def run(options: argparse.Namespace) -> int:
    """
    Rename, and print what was changed.

    Raises:
        SystemExit: If it cannot be done, with the reason; nothing is changed then.
    """
    if not options.old or not options.new:
        raise SystemExit("expected FROM= and TO=: make rename FROM=its-id TO=another-id")
    content = options.content or content_folder(options.dossier)
    renamed = rename(Asked(options.dossier, content, (STORIES,), options.old, options.new))
    for path, target in renamed.files.items():
        print(f"{shown_path(path)} is now {shown_path(target)}")
    for path, edits in sorted(renamed.edits.items()):
        print(f"{shown_path(renamed.files.get(path, path))}: {count(len(edits), 'place')}")
    print(f"The earlier address leads on, as {shown_path(options.dossier / MOVES)} says. If it was never published, take that line out.")
    return 0
