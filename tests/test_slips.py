"""
The page of typical slips shows what is really printed.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import cases
from building import PROJECT
from dossier.dossier import load
from dossier.problems import DossierError


class Slip(NamedTuple):
    """A section of the page: what was typed, and what it says is printed."""

    title: str
    typed: str
    printed: list[str]


def slips(page: str) -> list[Slip]:
    """Every section that shows a slip."""
    found = []
    for section in re.split(r"(?m)^(?=## )", page)[1:]:
        blocks = dict(re.findall(r"^```(\w+)\n(.*?)^```$", section, re.MULTILINE | re.DOTALL))
        found.append(Slip(section.splitlines()[0][3:], blocks["diff"], blocks.get("text", "").splitlines()))
    return found


SLIPS = slips((PROJECT / "docs/slips.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("slip", SLIPS, ids=[slip.title for slip in SLIPS])
def test_the_page_shows_what_is_printed(slip: Slip, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typed into the sample dossier, each slip gives just its lines; what does no harm gives none."""
    file = tmp_path / "case.txt"
    file.write_text(f"## {slip.title}\n{slip.typed}", encoding="utf-8")
    [case] = cases.read(file)
    case.apply(sample)
    monkeypatch.chdir(sample)
    printed = []
    try:
        load(Path())
    except DossierError as error:
        printed = str(error).splitlines()

    assert slip.printed == printed


def test_the_page_shows_what_happens_most() -> None:
    """Forty slips, each once, and each in one line or two."""
    assert len([slip for slip in SLIPS if slip.printed]) >= 40
    assert len({slip.title for slip in SLIPS}) == len(SLIPS)
    assert max(len(slip.printed) for slip in SLIPS) == 2
