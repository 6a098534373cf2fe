"""
The commands: ``python -m dossier check | verify | fingerprints | serve``. Their ways in are the Makefile's targets.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import fingerprints
from .dossier import load
from .model import Source
from .problems import DossierError, count


def main(arguments: list[str] | None = None) -> int:
    """
    Run a command.

    Returns:
        The exit status: 0, or 1 if the dossier has a problem.
    """
    parser = argparse.ArgumentParser(prog="dossier", description="Check and preview a dossier.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, help_ in (("check", "check the data alone"), ("verify", "hold the data against the texts"), ("fingerprints", "write the sources' fingerprints"), ("serve", "preview on this machine")):
        command = commands.add_parser(name, help=help_)
        command.add_argument("--dossier", type=Path, default=Path("data"), help="the dossier's folder")
        if name in ("fingerprints", "verify"):
            command.add_argument("--texts", type=Path, required=name == "fingerprints", help="the folder with the documents' texts")
        if name == "serve":
            command.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1")
    options = parser.parse_args(arguments)
    if options.command == "serve":
        from .serve import serve

        return serve(options.dossier, options.port)
    try:
        if options.command == "check":
            return _check(options.dossier)
        return _verify(options.dossier, options.texts) if options.command == "verify" else _fingerprints(options.dossier, options.texts)
    except DossierError as error:
        print(error, file=sys.stderr)
        print(f"{count(len(error.problems), 'problem')} in {options.dossier}", file=sys.stderr)
        return 1


def _check(folder: Path) -> int:
    dossier = load(folder)
    counts = (
        count(len(dossier.facts), "fact"),
        count(sum(len(fact.cite) for fact in dossier.facts.values()), "citation"),
        count(len(dossier.sources), "source"),
        count(len(dossier.entities), "record") + " of people, organisations, countries and cases",
        count(len(dossier.disagreements), "disagreement"),
        count(sum(bool(fact.answers) for fact in dossier.facts.values()), "reply"),
    )
    print(f"{dossier.settings.title}: {', '.join(counts)}; no problem")
    return 0


def _verify(folder: Path, texts: Path | None) -> int:
    from .verify.run import verify_folder

    print(verify_folder(folder, texts))
    return 0


def _fingerprints(folder: Path, texts: Path) -> int:
    from .parse import parse

    status = 0
    for source in parse(folder)[0].sources.values():
        if source.document is None:
            continue
        found = sorted(texts.glob(f"{source.document}.*"))
        target = folder / Source.folder / f"{source.id}.sha256"
        if not found:
            print(f"{source.id}: no text {source.document}.* in {texts}; left as it was", file=sys.stderr)
            status = 1
            continue
        taken = fingerprints.take(found[0])
        fingerprints.write(target, taken)
        print(f"{target}: {count(len(taken.paragraphs), 'paragraph')}")
    return status


if __name__ == "__main__":
    sys.exit(main())
