"""
Verifies a whole dossier, and says in words what was verified.
"""

from __future__ import annotations

from pathlib import Path

from ..check import check
from ..parse import parse
from ..problems import DossierError, count
from ..records import Records
from . import verify
from .coverage import covered
from .reprints import shares
from .texts import Texts, read


def verify_folder(folder: Path, texts_folder: Path | None) -> str:
    """
    Check a dossier, and hold it against the texts where they are at hand.

    Args:
        folder: The dossier.
        texts_folder: Where the texts are; without it, nothing is looked up.

    Returns:
        A report, a line for each thing that was counted.

    Raises:
        DossierError: With every problem found.
    """
    records, problems = parse(folder)
    problems += check(records)
    if problems:
        raise DossierError(problems)
    if texts_folder is None or not texts_folder.is_dir():
        where = f"no folder {texts_folder}" if texts_folder else "no texts given"
        held = count(len(records.fingerprints), "source")
        return f"{where}: only the fingerprints of {held} were compared with the records; no citation was looked up"
    texts, problems = read(records, texts_folder)
    problems += verify(records, texts)
    if problems:
        raise DossierError(problems)
    return _report(records, texts)


def _report(records: Records, texts: Texts) -> str:
    lines = [
        f"{count(len(records.facts), 'fact')}, {count(sum(len(fact.cite) for fact in records.facts.values()), 'citation')} verified, "
        f"{count(len(records.disagreements), 'disagreement')}, {count(sum(bool(fact.answers) for fact in records.facts.values()), 'reply')}",
    ]
    reprinted = shares(records, texts)
    cited = declared = total = 0
    for id_, paragraphs in texts.paragraphs.items():
        if records.sources[id_].withdrawn:
            lines.append(f"{id_}: withdrawn, and its paragraphs count no more")
            continue
        found = covered(records, records.sources[id_], len(paragraphs))
        cited, declared, total = cited + len(found.cited), declared + len(found.declared), total + len(paragraphs)
        lines.append(f"{id_}: {len(found.cited)} of {count(len(paragraphs), 'paragraph')} cited, {len(found.declared)} declared; {reprinted[id_]:.1%} of its words reprinted")
    lines.append(f"all sources: {cited} of {count(total, 'paragraph')} cited, {declared} declared ({declared / max(1, total):.0%}), none left; no copied run")
    return "\n".join(lines)
