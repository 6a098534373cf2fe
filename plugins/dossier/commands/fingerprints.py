"""
Writes the fingerprints of the sources from their texts.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .. import fingerprints
from ..model import Source
from ..parse import parse
from ..problems import count

HELP = "write the sources' fingerprints"


def arguments(parser: argparse.ArgumentParser) -> None:
    """
    Add where the texts are.
    """
    parser.add_argument("--texts", type=Path, required=True, help="the folder with the documents' texts")


def run(options: argparse.Namespace) -> int:
    """
    Write a file of fingerprints beside each source whose text is there.

    Returns:
        1 if a text is missing, whose fingerprints stay as they were.
    """
    status = 0
    for source in parse(options.dossier)[0].sources.values():
        if source.document is None:
            continue
        found = sorted(options.texts.glob(f"{source.document}.*"))
        target = options.dossier / Source.folder / f"{source.id}.sha256"
        if not found:
            print(f"{source.id}: no text {source.document}.* in {options.texts}; left as it was", file=sys.stderr)
            status = 1
            continue
        taken = fingerprints.take(found[0])
        fingerprints.write(target, taken)
        print(f"{target}: {count(len(taken.paragraphs), 'paragraph')}")
    return status
