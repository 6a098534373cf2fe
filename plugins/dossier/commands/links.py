"""
Asks whether the addresses that the dossier gives still lead anywhere.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..outgoing.addresses import addresses
from ..outgoing.asking import Manners, ask_all
from ..outgoing.known import read
from ..outgoing.telling import told
from ..parse import parse
from ..problems import DossierError

_MANNERS = Manners()

HELP = "ask whether the dossier's outgoing links still lead anywhere"


def arguments(parser: argparse.ArgumentParser) -> None:
    """
    Add the list of reasons, and how long asking may take.
    """
    parser.add_argument("--known", type=Path, default=Path("tools/links.txt"), help="addresses whose answer need not be told, each with its reason")
    parser.add_argument("--timeout", type=float, default=_MANNERS.timeout, help="seconds to wait for one answer")
    parser.add_argument("--seconds", type=float, default=_MANNERS.limit, help="seconds for all of them")


def run(options: argparse.Namespace) -> int:
    """
    Ask, and print what came of it. What is wrong elsewhere is told, and no failure.

    Raises:
        DossierError: With every problem of the dossier, and of the list of reasons.
    """
    records, problems = parse(options.dossier)
    known, amiss = read(options.known)
    if problems or amiss:
        raise DossierError([*problems, *amiss])
    places = addresses(records)
    print(told(ask_all(places, Manners(timeout=options.timeout, limit=options.seconds)), places, known), end="")
    return 0
