"""
The commands: ``python -m dossier NAME``. Their ways in are the Makefile's targets.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

from .problems import DossierError, annotations, count

COMMANDS = ("build", "check", "diff", "replies", "links", "verify", "fingerprints", "new", "new-dossier", "rename", "schemas", "serve")
"""The modules in ``commands/``, each named as its command."""


def main(arguments: list[str] | None = None) -> int:
    """
    Run a command.

    Args:
        arguments: What was typed; by default, the process's own.

    Returns:
        The exit status: 0, or 1 if the dossier has a problem.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="dossier", description="Write, check and preview a dossier.")
    parser.add_argument("command", choices=COMMANDS)
    name = parser.parse_args(arguments[:1]).command
    command = importlib.import_module(f".commands.{name.replace('-', '_')}", __package__)
    own = argparse.ArgumentParser(prog=f"dossier {name}", description=command.HELP)
    own.add_argument("--dossier", type=Path, default=Path("data"), help="the dossier's folder")
    actions = os.environ.get("GITHUB_ACTIONS") == "true"
    own.add_argument("--format", choices=("text", "github"), default="github" if actions else "text", help="how problems are told: as lines, or to GitHub Actions too")
    command.arguments(own)
    options = own.parse_args(arguments[1:])
    try:
        return int(command.run(options))
    except DossierError as error:
        print(error, file=sys.stderr)
        if options.format == "github":
            # Beside the lines, not instead of them: it shows ten a step at most, and its log names no file.
            print(annotations(error.problems))
        print(f"{count(len(error.problems), 'problem')} in {options.dossier}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
