"""
Where knowledge comes from, and how firmly a fact stands.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.dossier import Dossier, load
from dossier.fields import Place
from dossier.lineage import origin, trail
from dossier.model import Source
from dossier.vocabulary import Standing


def source(id_: str, *rests_on: dict[str, str]) -> Source:
    """A source that rests on others."""
    lineage = [{"how": "stated", "why": "It says so.", **step} for step in rests_on]
    return Source.model_validate({"id": id_, "title": id_, "character": "report", "note": "Fictional.", "rests_on": lineage})


SOURCES = {
    found.id: found
    for found in (
        source("digest", {"source": "gazette", "paragraphs": "2 4-5"}, {"source": "ledger", "paragraphs": "3", "through": "gazette"}),
        source("gazette", {"source": "ledger"}),
        source("ledger"),
        source("herald", {"source": "gazette", "paragraphs": "1"}),
        source("partly", {"source": "digest", "paragraphs": "1"}),
        source("round", {"source": "about"}),
        source("about", {"source": "round"}),
    )
}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("digest", 1), "digest"),
        (Place("digest", 2), "ledger"),
        (Place("digest", 3), "ledger"),
        (Place("digest", 5), "ledger"),
        (Place("digest", 6), "digest"),
        (Place("gazette", None), "ledger"),
        (Place("ledger", 7), "ledger"),
        (Place("partly", 1), "digest"),  # which of its paragraphs was retold, nobody knows
        (Place("round", 1), "about"),  # refused by the checks; must not hang
    ],
)
def test_an_origin_follows_its_paragraph_to_the_end(place: Place, expected: str) -> None:
    """Through every source in between, and no further than is known."""
    assert origin(SOURCES, place) == expected


def test_a_trail_keeps_each_step() -> None:
    """Each step is there, with its reason."""
    assert [step.source for step in trail(SOURCES, Place("digest", 4))] == ["gazette", "ledger"]


@pytest.fixture
def variant(sample: Path) -> Path:
    """The sample with a second outlet that rests on the first."""
    (sample / "sources/herald-note.yml").write_text(
        "title: A note\ncharacter: secondary\nnote: Fictional.\ndocument: herald\nrests_on: {source: gazette-report, paragraphs: 1, how: inferred, why: Same words.}\n",
        encoding="utf-8",
    )
    (sample / "sources/herald-note.sha256").write_text("".join(f"{'0' * 64}  herald{mark}\n" for mark in ("", "#1", "#2")), encoding="utf-8")
    return sample


def with_citation(folder: Path, paragraph: int) -> Dossier:
    """The dossier with a second citation for the founding of the Bureau."""
    facts = folder / "facts/bureau.yml"
    line = "    gazette-report 1: was founded in 1998\n"
    facts.write_text(facts.read_text(encoding="utf-8").replace(line, f"{line}    herald-note {paragraph}: founded in 1998\n"), encoding="utf-8")
    return load(folder)


def test_two_publications_of_one_origin_are_one_witness(variant: Path) -> None:
    """A citation whose paragraph rests on the other's source corroborates nothing."""
    dossier = with_citation(variant, 1)
    fact = dossier.facts["bureau-founded"]

    assert dossier.origins(fact) == ("gazette-report",)
    assert dossier.standing(fact) is Standing.SINGLE_ORIGIN


def test_two_origins_corroborate(variant: Path) -> None:
    """A paragraph that rests on nothing is a witness of its own."""
    dossier = with_citation(variant, 2)
    fact = dossier.facts["bureau-founded"]

    assert dossier.origins(fact) == ("gazette-report", "herald-note")
    assert dossier.standing(fact) is Standing.CORROBORATED


def test_a_source_that_quotes_another_is_no_second_witness_to_itself(sample: Path) -> None:
    """Two paragraphs of one source corroborate nothing, though one of them rests on another source."""
    facts = sample / "facts/bureau.yml"
    line = "    gazette-report 1: was founded in 1998\n"
    facts.write_text(facts.read_text(encoding="utf-8").replace(line, f"{line}    gazette-report 3: According to its ledger\n"), encoding="utf-8")

    dossier = load(sample)

    assert dossier.origins(dossier.facts["bureau-founded"]) == ("bureau-ledger", "gazette-report")
    assert dossier.standing(dossier.facts["bureau-founded"]) is Standing.SINGLE_ORIGIN


def test_the_first_standing_that_applies_counts(sample: Path) -> None:
    """Disputed before answered, answered before single origin, withdrawn before all."""
    dossier = load(sample)
    assert dossier.standing(dossier.facts["drench-on-dry-weather"]) is Standing.DISPUTED

    (sample / "disagreements/dry-weather.yml").unlink()
    dossier = load(sample)
    assert dossier.standing(dossier.facts["drench-on-dry-weather"]) is Standing.ANSWERED

    facts = sample / "facts/bureau.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("drench-on-dry-weather:\n", "drench-on-dry-weather:\n  withdrawn: {on: 2026-02-02, why: Misheard.}\n"), encoding="utf-8")
    dossier = load(sample)
    assert dossier.standing(dossier.facts["drench-on-dry-weather"]) is Standing.WITHDRAWN
    assert "drench-on-dry-weather" not in {fact.id for fact in dossier.standing_facts}
