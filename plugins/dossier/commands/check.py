"""
Checks the data alone.
"""

from __future__ import annotations

import argparse

from .. import clock
from ..dossier import load
from ..problems import count

HELP = "check the data alone"


def arguments(parser: argparse.ArgumentParser) -> None:
    """
    Add nothing: the dossier is all it takes.
    """


def run(options: argparse.Namespace) -> int:
    """
    Check, days against today's too, and print what there is.

    Raises:
        DossierError: With every problem.
    """
    dossier = load(options.dossier, clock.today())
    counts = (
        count(len(dossier.facts), "fact"),
        count(sum(len(fact.cite) for fact in dossier.facts.values()), "citation"),
        count(len(dossier.sources), "source"),
        count(len(dossier.entities), "record") + " of people, organisations, countries and cases",
        count(len(dossier.disagreements), "disagreement"),
        count(sum(bool(fact.answers) for fact in dossier.facts.values()), "reply"),
        count(len(dossier.requests), "request") + " for one",
    )
    print(f"{dossier.settings.title}: {', '.join(counts)}; no problem")
    return 0
