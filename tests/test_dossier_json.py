"""
`data/dossier.json` says what the dossier says, in the form that its schema declares.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from building import PROJECT
from dossier.dossier import load
from dossier.vocabulary import Standing


def read(site: Path, name: str) -> Any:
    return json.loads((site / "data" / name).read_text(encoding="utf-8"))


@pytest.fixture(params=["site", "sample_site"])
def built(request: pytest.FixtureRequest) -> Path:
    """Either site."""
    return request.getfixturevalue(request.param)


def test_it_keeps_to_its_schema(built: Path) -> None:
    """The schema is a valid one, and the data has no error against it."""
    schema = read(built, "dossier.schema.json")
    Draft202012Validator.check_schema(schema)

    assert [error.message for error in Draft202012Validator(schema).iter_errors(read(built, "dossier.json"))] == []


def test_the_schema_would_notice(built: Path) -> None:
    """A field dropped, added or of another type is an error against the schema."""
    validator = Draft202012Validator(read(built, "dossier.schema.json"))
    for change in ({"standing": "certain"}, {"citations": "none"}, {"surprise": 1}):
        data = read(built, "dossier.json")
        data["facts"][0].update(change)
        assert not validator.is_valid(data), change
    data = read(built, "dossier.json")
    del data["facts"][0]["origins"]
    assert not validator.is_valid(data)


def test_it_holds_every_record_sorted(site: Path) -> None:
    """All sources, entities, facts, disagreements and replies are there, by id."""
    dossier = load(PROJECT / "data")
    data = read(site, "dossier.json")

    assert [fact["id"] for fact in data["facts"]] == sorted(dossier.facts)
    assert [entity["id"] for entity in data["entities"]] == sorted(dossier.entities)
    assert [source["id"] for source in data["sources"]] == sorted(dossier.sources)
    assert [found["id"] for found in data["disagreements"]] == sorted(dossier.disagreements)
    assert [reply["fact"] for reply in data["replies"]] == sorted(id_ for id_, fact in dossier.facts.items() if fact.answers)
    assert all(list(record) == sorted(record) for record in data["facts"])


def test_every_reference_in_it_leads_somewhere(built: Path) -> None:
    """Ids and addresses are those of records and pages that exist."""
    data = read(built, "dossier.json")
    sources = {source["id"] for source in data["sources"]}
    entities = {entity["id"] for entity in data["entities"]}
    facts = {fact["id"] for fact in data["facts"]}
    for fact in data["facts"]:
        assert {*fact["origins"], *(cited["source"] for cited in fact["citations"])} <= sources
        assert {*fact["about"], *fact["against"]} <= entities
        assert {*fact["answers"], *fact["answered_by"]} <= facts
        assert fact["standing"] in set(Standing)
    for record in [*data["facts"], *data["entities"], *data["sources"], *data["disagreements"]]:
        assert (built / record["url"].split("#")[0]).is_file(), record["url"]


def test_a_sample_fact_reads_as_it_was_written(sample_site: Path) -> None:
    """Field by field, what the editor typed is what is published."""
    facts = {fact["id"]: fact for fact in read(sample_site, "dossier.json")["facts"]}
    fact = facts["parasols-in-the-ledger"]

    assert fact["text"] == "The ledger of the Bureau of Umbrellas shows more than 40,000 ducats for parasols in the parasol affair."
    assert fact["html"] == (
        'The ledger of the <a href="organisations/umbrella-bureau.html">Bureau of Umbrellas</a> shows more than 40,000 ducats '
        'for parasols in <a href="cases/parasol-affair.html">the parasol affair</a>.'
    )
    assert fact["citations"] == [{"counts": True, "origin": "bureau-ledger", "paragraph": 3, "source": "gazette-report", "words": "more than 40,000 ducats"}]
    assert fact["origins"] == ["bureau-ledger"]
    assert fact["figures"] == [
        {"amount": "40000", "amount_to": None, "bound": "more than", "for": None, "purpose": None, "unit": "ducats", "words": "more than 40,000 ducats"},
    ]
    assert fact["standing"] == "single-origin"
    assert facts["drench-on-dry-weather"]["answered_by"] == ["brolly-calls-it-a-fairy-tale"]
    assert facts["drench-on-dry-weather"]["standing"] == "disputed"
    assert facts["brolly-headed-bureau"]["date"] == "1998/2003"


def test_each_page_of_an_entity_has_its_data_beside_it(built: Path) -> None:
    """The same records as in the whole, for one page."""
    whole = read(built, "dossier.json")
    facts = {fact["id"]: fact for fact in whole["facts"]}
    for entity in whole["entities"]:
        page = json.loads((built / entity["url"].replace(".html", ".json")).read_text(encoding="utf-8"))
        assert page["entity"] == entity
        assert page["facts"] == [facts[id_] for id_ in entity["facts"]]
