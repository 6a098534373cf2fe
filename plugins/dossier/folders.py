"""
Where the parts of a site are, by which dossier it is of.
"""

from __future__ import annotations

from pathlib import Path

FIRST = "data"
"""The dossier that is built when no other is named."""


def content_folder(dossier: Path) -> Path:
    """
    Return where a dossier's pages and stories in Markdown are: in itself, but for the first dossier, which has them beside it.
    """
    return Path("content") if _is_first(dossier) else dossier / "content"


def output_folder(dossier: Path) -> Path:
    """
    Return where a dossier's site is built: each has a folder of its own, so that none takes another's place.
    """
    return Path("output") if _is_first(dossier) else Path(f"output-{dossier.resolve().name}")


def _is_first(dossier: Path) -> bool:
    return dossier.resolve() == Path(FIRST).resolve()
