"""
Holds the data against the sources' texts.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..verify.run import verify_folder

HELP = "hold the data against the texts"


def arguments(parser: argparse.ArgumentParser) -> None:
    """
    Add where the texts are.
    """
    parser.add_argument("--texts", type=Path, help="the folder with the documents' texts")


def run(options: argparse.Namespace) -> int:
    """
    Verify, and print what was found.

    Raises:
        DossierError: With every problem.
    """
    print(verify_folder(options.dossier, options.texts))
    return 0
