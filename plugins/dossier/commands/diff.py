"""
Tells in Markdown what a reader would notice between two commits.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..diff.git import GitError
from ..diff.report import SUMMARY_LIMIT
from ..diff.run import Asked, diff

HELP = "tell in Markdown what a reader would notice between two commits"


def arguments(parser: argparse.ArgumentParser) -> None:
    """
    Add the two commits, and what else the report may draw on.
    """
    parser.add_argument("--content", type=Path, default=Path("content"), help="the folder with pages and stories")
    parser.add_argument("--base", default="HEAD", help="the commit before")
    parser.add_argument("--head", help="the commit after; left out, the files as they are")
    parser.add_argument("--texts", type=Path, help="the folder with the documents' texts")
    parser.add_argument("--site", default="", help="the address of a preview, which the report then links")
    parser.add_argument("--limit", type=int, default=SUMMARY_LIMIT, help="the most bytes of the report; 0 for as many as it takes")


def run(options: argparse.Namespace) -> int:
    """
    Compare, and print the report.

    Returns:
        1 if the dossier after has problems, 2 if one of the two cannot be read from git.
    """
    asked = Asked(options.dossier, options.content, options.base, options.head, options.texts, options.site, options.limit)
    try:
        told, sound = diff(asked)
    except GitError as error:
        print(f"Nothing was compared: {error}", file=sys.stderr)
        return 2
    print(told, end="")
    return 0 if sound else 1
