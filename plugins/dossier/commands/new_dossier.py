"""
Makes an empty dossier that can be checked and built at once.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from .. import clock
from ..folders import output_folder
from ..parse import FACTS, FOLDERS, SETTINGS
from ..problems import shown

HELP = "make an empty dossier"

_COPIED = ("_template", "_schema")

_SETTINGS = """\
# yaml-language-server: $schema=_schema/dossier.json
# What this dossier is, and what it demands of every record in it. data/README.md says what each field is for.
title: '{title}'
subtitle: What it is about, in a line
# The language of its texts: en, ru, az …
language: en
# Under which terms others may use the data, and where these stand.
licence: CC BY 4.0
licence_url: https://creativecommons.org/licenses/by/4.0/
# How readers reach you, or: not stated
contact: not stated
citations:
  place: paragraph   # what a citation names in its source: paragraph, page or nothing
  words: required    # whether it gives words of the source: required or optional
# The years between which every date lies.
dates:
  earliest: 1900
  latest: {year}
# For the front page, once there are facts: what happened, each sentence with the facts that it rests on, and the facts that matter most.
# summary: It was founded in 1998.[[its-founding]]
# findings: [its-founding]
"""

_ABOUT = """\
Title: About

What this is, who made it, and how to reach them.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """
    Add where, and what it is called.
    """
    parser.add_argument("--dir", default="", help="the folder to make")
    parser.add_argument("--title", default="", help="its title; the folder's name, where none is given")


def run(options: argparse.Namespace) -> int:
    """
    Make it, and print what is next.

    Raises:
        SystemExit: If no folder is named, or something is there already.
    """
    if not options.dir.strip():
        raise SystemExit("expected DIR=, the folder to make: make new-dossier DIR=my-dossier")
    folder = Path(options.dir)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SystemExit(f"expected a folder that is new or empty, found {shown(str(folder))} with something in it: name another, or empty it")
    title = " ".join((options.title or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()).split())
    for name in (*FOLDERS, FACTS):
        (folder / name).mkdir(parents=True)
        (folder / name / ".gitkeep").touch()  # git keeps no empty folder
    (folder / "content/pages").mkdir(parents=True)
    (folder / "content/pages/about.md").write_text(_ABOUT, encoding="utf-8")
    for name in _COPIED:
        shutil.copytree(Path(__file__).parents[3] / "data" / name, folder / name)
    settings = _SETTINGS.format(title=title.replace("'", "''"), year=clock.today(here=True).year)
    (folder / SETTINGS).write_text(settings, encoding="utf-8")
    print(f"{folder / SETTINGS}: say there what the dossier is; then begin with a source: make new KIND=source NAME='…' DOSSIER={folder}")
    print(f"make html DOSSIER={folder} builds it into {output_folder(folder)}/, and every other command takes DOSSIER={folder} too.")
    return 0
