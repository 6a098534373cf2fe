"""
What templates are given is what the document for makers of themes says: no more, no less.
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import PROJECT, build
from contexts.document import DOCUMENT, GIVEN, TEMPLATES, read, undocumented, written
from contexts.fields import fields_of
from contexts.reading import Reader
from dossier.views.entities import EntityView
from dossier.views.overviews import YearView
from dossier.views.templates import EXTENDED, VIEWS, WITHOUT_VIEW

SAMPLE = PROJECT / "tests/sample"

# Writes what each page is given instead of the page: its template, the class of its view, and all names.
_RECORDER = """
import json, sys
from pelican import Pelican
from pelican.settings import read_settings
from pelican.writers import Writer

def record(self, name, template, context, relative_urls=False, paginated=None, template_name=None, override_output=False, url=None, **given):
    print(json.dumps([template.name, type(given["view"]).__name__ if "view" in given else "", sorted({*context, *given})]))

Writer.write_file = record
Pelican(read_settings("pelicanconf.py", override={"OUTPUT_PATH": sys.argv[1], "DOSSIER_PROCESSES": 1})).run()
"""


def test_the_document_is_what_is_made() -> None:
    """Whoever changes a view, a macro or a token runs `make contexts`."""
    text = DOCUMENT.read_text(encoding="utf-8")

    assert text == written(text)


def test_everything_offered_is_explained() -> None:
    """No field, macro, block or style sheet is without its words."""
    assert undocumented() == []


def test_every_template_is_listed() -> None:
    """Those of the theme, and no others."""
    assert sorted([*VIEWS, *WITHOUT_VIEW, *EXTENDED]) == sorted(path.stem for path in TEMPLATES.glob("*.html"))


def test_no_template_asks_for_what_it_is_not_given() -> None:
    """In no branch, also in those that no dossier has come to yet."""
    assert list(dict.fromkeys(read().amiss)) == []


def test_no_view_has_what_no_template_uses() -> None:
    """But for what the tag `once` and the descriptions for search engines use."""
    used = read().used
    spare = {f"{kind.__name__}.{name}" for kind in {*VIEWS.values(), *used} if kind.__module__.startswith("dossier.views.") for name in fields_of(kind)}
    spare -= {f"{kind.__name__}.{name}" for kind, names in used.items() for name in names}

    assert sorted(spare) == ["FactView.rendered", "SourceView.label"]


def test_templates_know_no_other_names() -> None:
    """What a template does not make or import itself is in the document."""
    assert read().names - {"self"} <= set(GIVEN)


def test_pages_are_given_what_the_document_says(tmp_path: Path) -> None:
    """Each page of the sample, as Pelican is about to write it."""
    variables = {"DOSSIER": str(SAMPLE), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(PROJECT / "plugins")}
    done = subprocess.run([sys.executable, "-c", _RECORDER, str(tmp_path / "output")], cwd=PROJECT, env=variables, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    written_pages = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('["')]
    everywhere = set(GIVEN) - {"view", "root", "drawings", "article", "page"}  # the latter two are made by templates

    told = {(template, view) for template, view, _ in written_pages}

    assert told <= {*((f"{name}.html", kind.__name__) for name, kind in VIEWS.items()), *((f"{name}.html", "") for name in WITHOUT_VIEW)}
    assert {name for name, _ in told} >= {f"{name}.html" for name in VIEWS} - {"moved.html"}
    for template, _, names in written_pages:
        assert everywhere - {"output_file"} <= set(names), template


def test_the_generator_gives_no_name_that_is_not_explained() -> None:
    """Whatever it puts where every template finds it."""
    tree = ast.parse((PROJECT / "plugins/dossier/generator.py").read_text(encoding="utf-8"))
    put = {node.slice.value for node in ast.walk(tree) if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "self.context" and isinstance(node.slice, ast.Constant)}

    assert "dossier" in put
    assert put <= set(GIVEN)


@pytest.mark.parametrize(
    ("text", "amiss"),
    [
        ("{% if false %}{{ view.nothing }}{% endif %}", "page.html:1: EntityView has no 'nothing'"),
        ("{% for fact in view.dated %}{{ fact.fact.txt }}{% endfor %}", "page.html:1: Fact has no 'txt'"),
        ("{% for words, cited in view.spelled %}{{ cited.source.source.titel }}{% endfor %}", "page.html:1: Source has no 'titel'"),
        ('{{ view.sections|map(attribute="fcts")|list }}', "page.html:1: SectionView has no 'fcts'"),
        ("{{ view.lead.statement.html(root).x }}", "page.html:1: Markup has no 'x'"),
        ("{% macro brief(fact) %}{{ fact.no }}{% endmacro %}{{ brief(view.lead) }}", "page.html:1: FactView has no 'no'"),
        ("{% macro brief(fact, root) %}{% endmacro %}{{ brief(view.lead) }}", "page.html:1: brief takes fact, root"),
        ("{{ view.entity.name }}{{ view.changed.day }}{{ (view.kind or view.entity).label }}", ""),
    ],
)
def test_the_reader_finds(tmp_path: Path, text: str, amiss: str) -> None:
    """What a template asks for and nothing has, with its file and line."""
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    reader = Reader(tmp_path)

    reader.page("page.html", {"view": EntityView, "root": str})

    assert dict.fromkeys(reader.amiss) == dict.fromkeys([amiss] if amiss else [])


def test_a_page_can_be_changed_without_copying_the_theme(tmp_path: Path) -> None:
    """As the document says: a template in a folder of one's own extends the one that it replaces."""
    own = tmp_path / "my-templates"
    own.mkdir()
    text = DOCUMENT.read_text(encoding="utf-8")
    example = text.split("{# my-templates/person.html #}\n")[1].split("```")[0]
    (own / "person.html").write_text(example, encoding="utf-8")

    built = build(tmp_path / "output", dossier=SAMPLE, content=SAMPLE / "content", extra=["-e", f"THEME_TEMPLATES_OVERRIDES={json.dumps([str(own)])}", "DOSSIER_OFFLINE=false"])

    assert built.status == 0, built.errors
    person = next((tmp_path / "output/people").glob("[!i]*.html")).read_text(encoding="utf-8")
    assert "Do you know more?" in person
    assert 'id="sources"' in person


def test_the_example_of_a_template_is_right(tmp_path: Path) -> None:
    """What the document begins with asks for nothing that is not there."""
    theme = shutil.copytree(TEMPLATES, tmp_path / "templates")
    (theme / "chronology.html").write_text(DOCUMENT.read_text(encoding="utf-8").split("```jinja\n")[1].split("```")[0], encoding="utf-8")
    reader = Reader(theme)

    reader.page("chronology.html", {name: kind for name, (kind, _) in GIVEN.items() if not isinstance(kind, str)} | {"view": VIEWS["chronology"]})

    assert reader.amiss == []
    assert "facts" in reader.used[YearView]
