"""
The preview shows what was last built well, what is wrong with what was not, and builds anew at each change.
"""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from building import PROJECT, build, tree
from previewing import Preview, log, project_in, until


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own, with the sample dossier."""
    return project_in(tmp_path)


@pytest.fixture
def preview(project: Path) -> Preview:
    """A preview that runs."""
    with Preview(project) as running:
        yield running


def test_an_error_is_shown_over_the_last_good_page_and_goes_when_it_is_mended(project: Path, preview: Preview) -> None:
    """A broken file is told with its line, over the page as it was; mended, its new text is there. So with data, content and theme."""
    person = project / "data/people/ada-brolly.yml"
    url = "people/ada-brolly.html"
    assert until(lambda: "Ada Brolly" in preview.get(url)), log(project)
    good = person.read_text(encoding="utf-8")

    person.write_text(good.replace("name:", "nmae:") + "born: 1950\n", encoding="utf-8")
    assert until(lambda: "2 problems: nothing new is shown until this is mended" in preview.get(url)), log(project)
    page = preview.get(url)
    assert "Ada Brolly" in page
    assert "<li><code>data/people/ada-brolly.yml:1:1</code> expected one of the fields name, " in page
    assert "did you mean &#x27;name&#x27;?</li>" in page
    assert "<code>data/people/ada-brolly.yml:3:1</code>" in page
    assert "data/people/ada-brolly.yml:3:1: expected one of" in log(project)

    person.write_text(good.replace("Ada Brolly", "Ada B. Brolly"), encoding="utf-8")
    assert until(lambda: "Ada B. Brolly" in preview.get(url))
    assert until(lambda: "preview-problems" not in preview.get(url))

    template = project / "themes/broadsheet/templates/entity.html"
    text = template.read_text(encoding="utf-8")
    assert "<h1" in text
    template.write_text(text.replace("<h1", "{{ nothing.there }}<h1"), encoding="utf-8")
    assert until(lambda: re.search(r"<code>themes/broadsheet/templates/entity\.html:\d+</code> &#x27;nothing&#x27; is undefined", preview.get(url)) is not None), preview.get(url)
    template.write_text(text.replace("<h1", '<h1 class="seen"'), encoding="utf-8")
    assert until(lambda: 'class="seen"' in preview.get(url))

    (project / "content/pages/about.md").write_text("Title: Of this\nSlug: about\n\nOther words.\n", encoding="utf-8")
    assert until(lambda: "Other words." in preview.get("about.html"))


def test_files_that_come_go_and_change_their_names_do_no_harm(project: Path, preview: Preview) -> None:
    """A deleted file is told, put back it is not; editors' own copies are not looked at."""
    person = project / "data/people/ada-brolly.yml"
    assert until(lambda: "Ada Brolly" in preview.get("people/ada-brolly.html"))

    for name in (".ada-brolly.yml.swp", "ada-brolly.yml~", "#ada-brolly.yml#"):
        person.with_name(name).write_text("nmae: Ada\n", encoding="utf-8")
    person.rename(person.with_name("ada.yml"))
    assert until(lambda: "preview-problems" in preview.get("people/ada-brolly.html")), log(project)
    assert "swp" not in preview.get("people/ada-brolly.html")
    person.with_name("ada.yml").rename(person)
    assert until(lambda: "preview-problems" not in preview.get("people/ada-brolly.html")), log(project)

    (project / "data/people/nib-inkwell.yml").write_text("name: Nib Inkwell\n", encoding="utf-8")
    assert until(lambda: "expected at least one fact that names" in preview.get("index.html"))
    (project / "data/people/nib-inkwell.yml").unlink()
    assert until(lambda: "preview-problems" not in preview.get("index.html"))


def test_a_page_that_is_not_there_says_so_and_waits(project: Path, preview: Preview) -> None:
    """It is shown as soon as it is built; what is no page is simply not found."""
    assert until(lambda: "Ada Brolly" in preview.get("people/ada-brolly.html"))

    with pytest.raises(urllib.error.HTTPError) as missing:
        preview.ask("people/nib-inkwell.html")
    answer = missing.value.read().decode()
    assert missing.value.code == 404
    assert "There is no such page" in answer
    assert "/_preview/watch.js?" in answer
    for url in ("theme/css/none.css", "_preview/none", "_preview/../pelicanconf.py", "../pelicanconf.py"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            preview.ask(url)


def test_what_is_shown_is_what_would_be_built(project: Path, preview: Preview) -> None:
    """Every file to the byte, but for what the preview adds to a page; and nothing is built by looking."""
    assert until(lambda: "Ada Brolly" in preview.get("people/ada-brolly.html"))
    assert not (project / "output").exists()
    done = build(project / "built", dossier=project / "data", content=project / "content", theme=project / "themes/broadsheet", extra=["-e", "DOSSIER_OFFLINE=false"])
    assert done.status == 0, done.errors
    built = tree(project / "built")

    def bare(raw: bytes) -> bytes:
        return re.sub(rb'<link rel="stylesheet" href="/_preview/preview\.css"><script src="/_preview/watch\.js\?[\d-]+" defer></script>', b"", raw)

    assert not [name for name, raw in built.items() if b"_preview" in raw or b"preview-problems" in raw]
    assert [name for name, raw in built.items() if bare(preview.ask(name)) != raw] == []
    assert preview.get("people/") == preview.get("people/index.html")


def test_with_nothing_built_yet_the_first_problem_is_shown(project: Path) -> None:
    """Where there is no page to lay it over, it has one of its own, which becomes the site when it is mended."""
    settings = project / "data/dossier.yml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text(good.replace("title:", "titel:"), encoding="utf-8")
    with Preview(project) as preview:
        assert until(lambda: "data/dossier.yml:1:1" in preview.get("index.html", status=503)), log(project)
        assert "Nothing has been built yet" in preview.get("index.html", status=503)
        settings.write_text(good, encoding="utf-8")
        assert until(lambda: "The Umbrella Papers" in preview.get("index.html"))


def test_it_ends_cleanly(project: Path) -> None:
    """Ctrl-C ends it at once, while it builds too: no traceback, no half-built folder, status 0."""
    for wait in (lambda: "Ctrl-C" in log(project), lambda: "Shown" in log(project)):
        preview = Preview(project)
        preview.start()
        assert until(wait), log(project)
        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(timeout=20) == 0
        assert log(project).endswith("\nThe preview has ended\n")
        assert "Traceback" not in log(project)
        assert not list(project.glob(".output.building-*"))


def test_a_port_that_cannot_be_had_is_told(project: Path, preview: Preview) -> None:
    """One line, with what to type instead."""
    assert until(lambda: preview.get("_preview/version") != "")
    for port, reason in ((preview.port, "Address already in use"), (99_999, "there is no such port")):
        command = [sys.executable, "-m", "dossier", "serve", "--port", str(port)]
        done = subprocess.run(command, cwd=project, env=preview.environment, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, done.stdout) == (1, "")
        assert re.fullmatch(rf"port {port} cannot be used \({reason}\): try 'make serve PORT=\d+'\n", done.stderr), done.stderr


def test_the_script_is_served_by_the_preview_alone() -> None:
    """It lies beside the server, and nowhere in the theme."""
    assert (PROJECT / "plugins/dossier/preview/watch.js").is_file()
    assert not [path for path in (PROJECT / "themes").rglob("*.js") if "_preview" in path.read_text(encoding="utf-8")]


def test_another_dossier_is_previewed_with_its_own_pages(project: Path) -> None:
    """Its Markdown lies in it."""
    (project / "data").rename(project / "other")
    with Preview(project, "--dossier", "other") as preview:
        assert until(lambda: "Papers of the" in preview.get("about.html")), log(project)
        (project / "other/content/pages/about.md").write_text("Title: Of this\nSlug: about\n\nOther words.\n", encoding="utf-8")
        assert until(lambda: "Other words." in preview.get("about.html")), log(project)


def test_a_change_of_the_generator_begins_the_preview_anew(project: Path, preview: Preview) -> None:
    """Whoever works on it sees what they changed."""
    assert until(lambda: "what was paid, spent, promised or lost" in preview.get("methodology.html").lower()), log(project)

    code = project / "plugins/dossier/vocabulary/facts.py"
    code.write_text(code.read_text(encoding="utf-8").replace("what was paid, spent, promised or lost", "what was paid, and to whom"), encoding="utf-8")

    assert until(lambda: "what was paid, and to whom" in preview.get("methodology.html").lower()), log(project)
