"""
Writes the JSON Schemas by which editors' programs help while they type.
"""

from __future__ import annotations

import argparse

from ..schemas import FOLDER, schemas

HELP = "write the schemas for editors' programs"


def arguments(parser: argparse.ArgumentParser) -> None:
    """
    Add nothing: the dossier is all it takes.
    """


def run(options: argparse.Namespace) -> int:
    """
    Write each schema into the dossier's folder of them, and delete what is none.
    """
    folder = options.dossier / FOLDER
    folder.mkdir(exist_ok=True)
    written = set()
    for name, files, text in schemas():
        (folder / name).write_text(text, encoding="utf-8")
        written.add(name)
        print(f"{folder / name}: for {files}")
    for path in folder.glob("*.json"):
        if path.name not in written:
            path.unlink()
    return 0
