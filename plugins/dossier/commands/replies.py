"""
Lists every allegation with what is said to it, and whatever stands on something withdrawn.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .. import clock
from ..check import check
from ..content import links_to_withdrawn
from ..dossier import Dossier
from ..parse import parse
from ..problems import DossierError
from ..reminders import reminders

HELP = "list allegations without a reply, and what stands on something withdrawn"


def arguments(parser: argparse.ArgumentParser) -> None:
    """
    Add where the pages and stories are.
    """
    parser.add_argument("--content", type=Path, default=Path("content"), help="the folder with pages and stories")


def run(options: argparse.Namespace) -> int:
    """
    Print the report, which is no verdict: the status is 0 however long it is.

    Raises:
        DossierError: With every problem, if the dossier has any.
    """
    today = clock.today()
    records, problems = parse(options.dossier)
    problems += check(records, today)
    if problems:
        raise DossierError(problems)
    dossier = Dossier(records)
    places = {id_: records.problem(id_, "") for id_ in records.written}
    linking = list(links_to_withdrawn(options.content, dossier)) if options.content.is_dir() else []
    print(reminders(dossier, {id_: f"{place.file}:{place.line}" for id_, place in places.items()}, linking, today))
    return 0
