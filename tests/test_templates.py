"""
The annotated templates are the manual, so they are records that pass.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from building import PROJECT
from dossier import fingerprints
from dossier.check import check
from dossier.model import Case, Country, Disagreement, Fact, Organisation, Person, Record, Request, Source, fields_of
from dossier.parse import parse

TEMPLATES = PROJECT / "data/_template"
KINDS: dict[str, tuple[type[Record], str]] = {
    "fact": (Fact, "facts/more.yml"),
    "person": (Person, "people/nib-inkwell.yml"),
    "organisation": (Organisation, "organisations/parasol-guild.yml"),
    "country": (Country, "countries/upper-drizzlia.yml"),
    "case": (Case, "cases/ledger-leak.yml"),
    "source": (Source, "sources/reader-letter.yml"),
    "disagreement": (Disagreement, "disagreements/parasol-price.yml"),
    "request": (Request, "requests/bureau-on-dry-weather.yml"),
}


def test_there_is_a_template_for_each_kind_of_record() -> None:
    """No kind is without one, and there is no other file."""
    assert sorted(path.stem for path in TEMPLATES.iterdir()) == sorted(KINDS)


def test_copied_into_a_dossier_they_pass(sample: Path, tmp_path: Path) -> None:
    """All of them together, beside the sample that they speak of, have no problem."""
    (sample / "requests").mkdir(exist_ok=True)
    for name, (_, target) in KINDS.items():
        shutil.copy(TEMPLATES / f"{name}.yml", sample / target)
    text = tmp_path / "letter.txt"
    text.write_text("A letter\n\nThe parasols cost 40,000 ducats.\n", encoding="utf-8")
    fingerprints.write(sample / "sources/reader-letter.sha256", fingerprints.take(text))
    with (sample / "facts/more.yml").open("a", encoding="utf-8") as file:
        file.write(
            "\nothers-there:\n  text: The [[parasol-guild]] of [[upper-drizzlia]] saw the [[ledger-leak]] coming, [[nib-inkwell]] wrote.\n"
            "  kind: leak\n  voice: named\n  who: nib-inkwell\n  cite: {gazette-report 3: According to its ledger}\n  added: 2026-01-02\n",
        )

    records, problems = parse(sample)

    assert [str(problem) for problem in [*problems, *check(records)]] == []


@pytest.mark.parametrize("name", KINDS)
def test_a_template_shows_every_field(name: str) -> None:
    """Each field that an editor may write stands in its template, as a field or in a comment."""
    record, _ = KINDS[name]
    text = (TEMPLATES / f"{name}.yml").read_text(encoding="utf-8")

    missing = [field for field in fields_of(record) if not re.search(rf"(^|\s|# ){field}[:,]", text)]

    assert missing == []
