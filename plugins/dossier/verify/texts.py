"""
The texts of the sources held, read from a folder that is no part of the dossier.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .. import fingerprints
from ..problems import Problem
from ..records import Records


@dataclass(frozen=True, slots=True)
class Texts:
    """
    The paragraphs of every source held, by the source's id.
    """

    paragraphs: Mapping[str, tuple[str, ...]]

    def at(self, source: str, number: int | None) -> str:
        """
        Return one paragraph, counted from 1; the whole text where no number is given; nothing where there is none.
        """
        found = self.paragraphs.get(source, ())
        if number is None:
            return "\n".join(found)
        return found[number - 1] if number <= len(found) else ""


def read(records: Records, folder: Path) -> tuple[Texts, list[Problem]]:
    """
    Read the texts, and compare them with their fingerprints.

    Args:
        records: The dossier.
        folder: Where the texts are; a source's ``document`` names its file, without the ending.

    Returns:
        The texts that are what they were, and a problem for each that is missing or has changed.
    """
    paragraphs: dict[str, tuple[str, ...]] = {}
    problems = []
    for source in records.sources.values():
        if source.document is None:
            continue
        found = sorted(folder.glob(f"{source.document}.*"))
        if not found:
            problems.append(records.problem(source.id, f"expected the text {source.document}.* in {folder}, found none", "document"))
            continue
        try:
            taken = fingerprints.take(found[0])
            text = found[0].read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(records.problem(source.id, f"expected a readable UTF-8 text in {found[0].name}, found none ({type(error).__name__})", "document"))
            continue
        if taken != records.fingerprints[source.id]:
            changed = _changed(records.fingerprints[source.id].paragraphs, taken.paragraphs)
            problems.append(records.problem(source.id, f"expected the text whose fingerprints are in {source.id}.sha256, found another ({changed}): compare the two before anything else", "document"))
            continue
        paragraphs[source.id] = tuple(fingerprints.paragraphs_of(text))
    return Texts(paragraphs), problems


def _changed(before: tuple[str, ...], now: tuple[str, ...]) -> str:
    if len(before) != len(now):
        return f"{len(now)} paragraphs instead of {len(before)}"
    numbers = [str(number) for number, (one, other) in enumerate(zip(before, now, strict=True), start=1) if one != other]
    return f"paragraphs {' '.join(numbers)} differ" if numbers else "only blank lines or white space differ"
