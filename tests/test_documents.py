"""
The documents say what is so: every target, field and term is in them, and none that is not.
"""

from __future__ import annotations

import re
import subprocess
import textwrap
from pathlib import Path

import pytest
from PIL import Image

from building import PROJECT
from dossier import model
from dossier.dossier import load
from dossier.model import Disagreement, Entity, Fact, Organisation, Record, Request, Settings, Source, fields_of
from dossier.vocabulary import CaseKind, CountryKind, Kind, OrganisationKind, Predicate, Term, Voice

README = (PROJECT / "README.md").read_text(encoding="utf-8")
DECISIONS = sorted((PROJECT / "docs/decisions").glob("[0-9]*.md"))
DOCUMENTS = [path.relative_to(PROJECT).as_posix() for folder in (".", "data", "docs", "docs/decisions", "tests/problems", "bench/peers") for path in sorted((PROJECT / folder).glob("*.md"))]
GUIDE = (PROJECT / "data/README.md").read_text(encoding="utf-8")


def test_the_readme_has_every_make_target() -> None:
    """No target is undocumented, and no documented one is missing."""
    targets = re.findall(r"^([a-z-]+):.*## ", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(set(re.findall(r"`make ([a-z-]+)", README))) == sorted(targets)


@pytest.mark.parametrize("vocabulary", [Kind, Voice, Predicate, OrganisationKind, CountryKind, CaseKind])
def test_the_guide_has_every_term(vocabulary: type[Term]) -> None:
    """An editor finds each term that may be typed."""
    assert [term for term in vocabulary if f"`{term}`" not in GUIDE] == []


def test_the_guide_names_no_term_that_is_not() -> None:
    """Each first cell of the guide's tables of terms is a term."""
    for heading, vocabulary in (("### Kinds", Kind), ("### Voices", Voice), ("### Relations", Predicate)):
        table = GUIDE.split(heading)[1].split("\n#")[0]
        typed = {term for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for term in re.findall(r"`([a-z-]+)`", row)}
        assert typed == set(vocabulary), heading


@pytest.mark.parametrize("record", [Fact, Organisation, Source, Disagreement, Request, Settings])
def test_the_guide_has_every_field(record: type[Record]) -> None:
    """An editor finds each field of a record."""
    assert [name for name in fields_of(record) if f"`{name}`" not in GUIDE] == []


def test_every_field_of_the_model_is_documented() -> None:
    """Typed and documented, field by field."""
    model.described()
    records = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, Record) and value is not Record]

    bare = [f"{record.__name__}.{name}" for record in records for name, field in record.model_fields.items() if not field.description]

    assert bare == []
    assert Entity in records


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_within_the_project_leads_somewhere(name: str) -> None:
    """To a file or folder, and where it names a heading, to that heading."""
    path = PROJECT / name
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", path.read_text(encoding="utf-8")):
        file, _, heading = target.partition("#")
        found = (path.parent / file) if file else path
        assert found.exists(), target
        if heading:
            headings = re.findall(r"^#+ (.+)$", found.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", words.lower()).replace(" ", "-") for words in headings}, target


def test_the_guides_example_can_be_typed_as_it_stands(sample: Path) -> None:
    """From a paragraph to a page: what is shown passes, and its words are in the paragraph."""
    section = GUIDE.split("## From a paragraph to a page")[1].split("\n## ")[0]
    [example] = re.findall(r"```yaml\n(.*?)^ *```", section, re.DOTALL | re.MULTILINE)
    with (sample / "facts/bureau.yml").open("a", encoding="utf-8") as file:
        file.write("\n" + textwrap.dedent(example))
    fact = load(sample).facts["brolly-founded-bureau"]
    paragraph = (PROJECT / "tests/texts/gazette.txt").read_text(encoding="utf-8").splitlines()[0]

    [quoted] = re.findall(r"^> (.*)$", section, re.MULTILINE)
    assert paragraph.startswith(quoted)
    assert all(words in quoted for words in fact.cite.values())


def test_every_document_is_in_the_list_of_documents() -> None:
    """Whoever looks for one finds it, and whom it is for."""
    listed = set(re.findall(r"\]\(([^)]+)\)", (PROJECT / "docs/README.md").read_text(encoding="utf-8")))
    found = {(PROJECT / "docs" / name).resolve().relative_to(PROJECT).as_posix() for name in listed}

    assert found == set(DOCUMENTS) - {"docs/README.md", *(path.relative_to(PROJECT).as_posix() for path in DECISIONS)}


def test_every_folder_is_on_the_map() -> None:
    """What lies at the project's root, or is made there, has its line in the README; hidden files of tools and plain files aside."""
    table = README.split("## The folders")[1].split("\n## ")[0]
    tracked = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=False).stdout.splitlines()
    folders = {name.split("/")[0] for name in tracked if "/" in name} - {".vscode"}

    assert {folder for folder in folders if f"`{folder}/" not in table} == set()
    assert {name for name in re.findall(r"`([\w./]+)/`", table) if not (PROJECT / name).exists()} <= {"output", ".cache", ".venv"}


def test_the_readme_shows_the_site() -> None:
    """As a picture that a slow line bears, with words for whoever does not see it."""
    [(words, name)] = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", README)
    with Image.open(PROJECT / name) as picture:
        assert picture.width == 1280
    assert (PROJECT / name).stat().st_size < 150_000
    assert len(words) > 80


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_parts(path: Path) -> None:
    """Its number, why, what, what follows, and what it would take to drop it; and its line in the list."""
    text = path.read_text(encoding="utf-8")
    title = re.match(rf"# {int(path.stem[:4])}\. (.+)\n", text)

    assert title
    assert re.findall(r"^\*\*(Context|Decision|Consequences|To drop it)", text, re.MULTILINE) == ["Context", "Decision", "Consequences", *(["To drop it"] if "| to drop it |" not in text else [])]
    assert f"[{title[1]}]({path.name})" in (path.parent / "README.md").read_text(encoding="utf-8")


def test_decisions_are_numbered_without_a_gap() -> None:
    """So that none is lost unseen."""
    assert [int(path.stem[:4]) for path in DECISIONS] == [*range(1, len(DECISIONS) + 1)]


def test_every_library_has_its_reason() -> None:
    """Those that a build, the tests and the look-up of known flaws name, and no others."""
    record = (PROJECT / "docs/decisions/0015-libraries.md").read_text(encoding="utf-8")
    files = {"build": "requirements.in", "tests": "requirements-dev.in", "vulnerabilities": "requirements-vulnerabilities.in"}
    named = {
        (name, where)
        for where, file in files.items()
        for name in re.findall(r"^([a-z][a-z0-9-]*)", (PROJECT / file).read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert set(re.findall(r"^\| `([a-z0-9-]+)` \| (\w+) \|", record, re.MULTILINE)) == named
