"""
A second dossier: made empty, built into its own folder, with nothing of the first in it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import html

from building import PROJECT, make, tree
from dossier.dossier import load


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project without what is built and installed, as another dossier's editors would have it."""
    for name in ("plugins", "themes", "data", "content"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "pelicanconf.py", "publishconf.py", "requirements.txt"):
        shutil.copy(PROJECT / name, tmp_path)
    return tmp_path


def test_it_can_be_checked_and_built_at_once(project: Path) -> None:
    """Into a folder of its own; with its own title, and an empty page wherever nothing is recorded yet."""
    made = make(project, "new-dossier", "DIR=umbrellas", "TITLE=O'Neil: “Umbrellas”, 50% off")

    assert made.returncode == 0, made.stderr
    assert "umbrellas/dossier.yml" in made.stdout
    assert make(project, "check", "DOSSIER=umbrellas").stdout.startswith("O'Neil: “Umbrellas”, 50% off: 0 facts")
    built = make(project, "html", "DOSSIER=umbrellas/")
    assert built.returncode == 0, built.stderr
    assert not (project / "output").exists()
    pages = sorted(path for path in (project / "output-umbrellas").rglob("*.html") if path.name != "patterns.html")
    assert {"index.html", "about.html", "people", "network.html"} <= {path.relative_to(project / "output-umbrellas").parts[0] for path in pages}
    for path in pages:
        page = html.document_fromstring(path.read_text(encoding="utf-8"))
        assert "O'Neil: “Umbrellas”, 50% off" in page.findtext(".//title")
        assert len(page.xpath("//h1")) == 1
        assert page.xpath("//nav[not(.//a)] | //ul[not(li)] | //ol[not(li)] | //section[not(*[2])]") == [], path


def test_nothing_of_the_first_is_in_it(project: Path) -> None:
    """No name, title or id of the dossier that comes with the generator."""
    make(project, "new-dossier", "DIR=umbrellas")
    built = make(project, "html", "DOSSIER=umbrellas")
    assert built.returncode == 0, built.stderr

    first = load(PROJECT / "data")
    names = {first.settings.title, first.settings.subtitle, *(entity.name for entity in first.entities.values() if entity.sort != "country")}
    files = {**tree(project / "output-umbrellas"), **tree(project / "umbrellas")}
    texts = {name: content.decode() for name, content in files.items() if name.endswith((".html", ".json", ".xml", ".yml", ".md", ".txt"))}
    assert [(name, word) for name, text in texts.items() for word in names if word in text] == []


def test_its_sections_are_those_that_have_something_or_that_it_names(project: Path) -> None:
    """In the order in which its settings name them."""
    sample = Path(shutil.copytree(PROJECT / "tests/sample", project / "sample"))

    def named() -> list[str]:
        built = make(project, "html", "DOSSIER=sample")
        assert built.returncode == 0, built.stderr
        page = html.document_fromstring((project / "output-sample/people/index.html").read_text(encoding="utf-8"))
        return [link.text for link in page.xpath("//nav[@aria-label='Sections']//a")]

    assert named()[:3] == ["Chronology", "People", "Organisations"]
    settings = sample / "dossier.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "sections: [money, people]\n", encoding="utf-8")
    assert named() == ["Money", "People"]


@pytest.mark.parametrize("words", [[], ["DIR="], ["DIR=data"], ["DIR=Makefile"]])
def test_what_is_there_is_left_alone(project: Path, words: list[str]) -> None:
    """No folder named, or one with something in it: a line that says what to type, and nothing written."""
    before = tree(project)

    made = make(project, "new-dossier", *words)

    assert made.returncode != 0
    assert "expected" in made.stderr
    assert "Traceback" not in made.stderr
    assert tree(project) == before
