"""
A build is whole, repeatable, and never takes the place of a good site with a bad one.
"""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from building import PROJECT, build, copied_project, make, tree

CONTENT = PROJECT / "tests/sample/content"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own, with the sample dossier as its first."""
    return copied_project(tmp_path / "project")


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A copy of the theme that a test may break."""
    return Path(shutil.copytree(PROJECT / "themes/broadsheet", tmp_path / "theme"))


def test_two_builds_are_the_same_to_the_byte(site: Path, tmp_path: Path) -> None:
    """Another folder, time zone, locale and hash seed change nothing in the output."""
    built = build(tmp_path / "deeper" / "elsewhere", environment={"TZ": "Asia/Baku", "PYTHONHASHSEED": "7", "LC_ALL": "C"})

    assert built.status == 0, built.errors
    assert tree(tmp_path / "deeper" / "elsewhere") == tree(site)


def test_make_html_builds_what_plain_pelican_builds(project: Path) -> None:
    """`make html` adds nothing of its own to `pelican content`."""
    made = make(project, "html")
    assert made.returncode == 0, made.stderr
    plain = build(project / "plain", dossier=project / "data", content=project / "content")
    assert plain.status == 0, plain.errors

    assert tree(project / "output") == tree(project / "plain")


def test_where_nothing_has_changed_nothing_is_built(project: Path) -> None:
    """It is said, and done at once; any change to what is read, told or built has it built anew."""
    def is_built() -> bool:
        made = make(project, *words)
        assert made.returncode == 0, made.stderr
        return "nothing has changed" not in made.stdout

    words = ["html"]
    assert [is_built(), is_built()] == [True, False]
    person = project / "data/people/ada-brolly.yml"
    person.write_text(person.read_text(encoding="utf-8") + "# a comment\n", encoding="utf-8")
    (project / "themes/broadsheet/static/css/more.css").write_text("", encoding="utf-8")
    assert [is_built(), is_built()] == [True, False]
    page = project / "output/index.html"
    page.write_text("damaged", encoding="utf-8")
    assert [is_built(), is_built()] == [True, False]
    assert page.read_text(encoding="utf-8") != "damaged"
    (project / "output/stray.html").write_text("", encoding="utf-8")
    assert is_built()
    words = ["html", "SITEURL=https://example.org/a"]
    assert [is_built(), is_built()] == [True, False]
    words = ["publish", "SITEURL=https://example.org/a"]
    assert is_built()
    shutil.rmtree(project / ".cache")
    assert is_built()
    for stamp in (project / ".cache").glob("stamp-*"):
        stamp.write_bytes(b"\xff\x00")
    assert is_built()


def test_a_build_that_failed_is_tried_again(project: Path) -> None:
    """Though nothing has changed since."""
    make(project, "html")
    person = project / "data/people/ada-brolly.yml"
    person.write_text("nmae: Ada Brolly\n", encoding="utf-8")

    first, second = make(project, "html"), make(project, "html")

    assert (first.returncode, second.returncode) == (2, 2)
    assert "ada-brolly.yml:1:1" in second.stderr


def test_a_problem_leaves_the_old_site_untouched(sample: Path, tmp_path: Path) -> None:
    """One slip: status 1, one line with its place, no traceback, and not a byte of the old site changed."""
    output = tmp_path / "output"
    build(output, dossier=sample, content=CONTENT)
    before = tree(output)
    (sample / "people/ada-brolly.yml").write_text("nmae: Ada Brolly\n", encoding="utf-8")

    built = build(output, dossier=sample, content=CONTENT)

    assert built.status == 1
    assert "people/ada-brolly.yml:1:1: expected one of the fields" in built.errors
    assert built.errors.endswith("1 problem in " + str(sample) + ": nothing was built\n")
    assert "Traceback" not in built.errors
    assert tree(output) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier", "output"]


def test_a_problem_on_a_first_build_writes_nothing(sample: Path, tmp_path: Path) -> None:
    """Where no site stood, none stands after a failed build."""
    (sample / "dossier.yml").unlink()

    built = build(tmp_path / "output", dossier=sample, content=CONTENT)

    assert built.status == 1
    assert not (tmp_path / "output").exists()


def test_a_page_that_is_gone_leaves_no_file_behind(sample: Path, tmp_path: Path) -> None:
    """What the dossier no longer holds is not on the site."""
    output = tmp_path / "output"
    build(output, dossier=sample, content=CONTENT)
    (output / "left-over.html").write_text("old", encoding="utf-8")

    build(output, dossier=sample, content=CONTENT)

    assert not (output / "left-over.html").exists()


def test_a_template_error_says_where_and_publishes_nothing(sample: Path, theme: Path, tmp_path: Path) -> None:
    """A misspelt name in a template stops the build at its file and line."""
    fact = theme / "templates/fact.html"
    fact.write_text(fact.read_text(encoding="utf-8").replace("view.fact.entities", "view.fact.entitties"), encoding="utf-8")

    built = build(tmp_path / "output", dossier=sample, content=CONTENT, theme=theme)

    assert built.status == 1
    assert "templates/fact.html:" in built.errors
    assert "entitties" in built.errors
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier", "theme"]


def test_a_missing_template_is_not_replaced_by_pelicans_own(sample: Path, theme: Path, tmp_path: Path) -> None:
    """Pelican's fallback theme never fills in for a template of ours."""
    (theme / "templates/page.html").unlink()

    built = build(tmp_path / "output", dossier=sample, content=CONTENT, theme=theme)

    assert built.status != 0
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Title: About\nSlug: about\n\nOn the [[umbrella-burau]].\n", ":4:8: expected a link to a record, found 'umbrella-burau', did you mean 'umbrella-bureau'?"),
        ("Title: About\n\nIt rained, and\nthe number is +1 212\n555 0100.\n", ":4:15: expected nothing that belongs to a person alone, found the telephone number '+1 212 555 0100': take it out, or write these words and why they may be printed under 'public' in dossier.yml"),
        ("No header\n", ":1:1: expected a line 'Title: …' at the top, before a blank line, found none: add it"),
    ],
)
def test_a_slip_in_content_is_a_problem_with_a_place(text: str, line: str, tmp_path: Path) -> None:
    """Markdown pages are checked in the same run as the data."""
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    (content / "pages/about.md").write_text(text, encoding="utf-8")

    built = build(tmp_path / "output", dossier=PROJECT / "tests/sample", content=content)

    assert built.status == 1
    assert f"pages/about.md{line}\n" in built.errors
    assert not (tmp_path / "output").exists()


def test_the_editors_own_address_and_what_they_allow_may_stand_in_content(sample: Path, tmp_path: Path) -> None:
    """What the settings have in ``contact`` or ``public`` is no slip in Markdown; on a fact's page, readers see why it is printed."""
    settings, facts, about = sample / "dossier.yml", sample / "facts/bureau.yml", sample / "content/pages/about.md"
    settings.write_text(settings.read_text(encoding="utf-8").replace("contact: not stated", "contact: papers@example.org\npublic: {12 Rain Street: The seat of the Bureau.}"), encoding="utf-8")
    facts.write_text(facts.read_text(encoding="utf-8").replace("founded in 1998.\n", "founded at 12 Rain Street in 1998.\n  public: {12 Rain Street: It stood on its letters.}\n"), encoding="utf-8")
    about.write_text("Title: About\nSlug: about\n\nWrite to papers@example.org. We are not at 12 Rain Street.\n", encoding="utf-8")

    built = build(tmp_path / "output", dossier=sample, content=sample / "content")

    assert built.status == 0, built.errors
    assert "12 Rain Street: It stood on its letters." in (tmp_path / "output/facts/bureau-founded.html").read_text(encoding="utf-8")


def test_what_pelican_only_logs_stops_the_build(tmp_path: Path) -> None:
    """Pelican goes on after an error and exits with 0; the old site must stand all the same."""
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    (content / "pages/about.md").write_text("Title: About\nDate: not a day\n\nText.\n", encoding="utf-8")

    built = build(tmp_path / "output", dossier=PROJECT / "tests/sample", content=content)

    assert built.status == 1
    assert "the site that stood before still stands" in built.errors
    assert not (tmp_path / "output").exists()


def test_another_dossier_has_nothing_of_the_first(sample_site: Path) -> None:
    """Pointed at other data, the generator builds another site."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sample_site.rglob("*.html"))

    assert "The Umbrella Papers" in text
    assert "Kremlin" not in text


def test_the_code_knows_no_name_of_the_dossier() -> None:
    """No title, id or name of the real dossier stands in the generator or the theme."""
    from dossier.dossier import load

    dossier = load(PROJECT / "data")
    names = {dossier.settings.title, *dossier.sources, *dossier.facts}
    names |= {entity.name for entity in dossier.entities.values()} | {id_ for id_ in dossier.entities if "-" in id_}
    files = [*PROJECT.glob("plugins/**/*.py"), *PROJECT.glob("themes/**/*.html"), *PROJECT.glob("themes/**/*.css"), PROJECT / "pelicanconf.py"]
    # The typeface Georgia is not the country.
    texts = {path: path.read_text(encoding="utf-8").replace("Georgia, serif", "serif") for path in files}

    found = [f"{path.name}: {name}" for path, text in texts.items() for name in names if name in text]

    assert found == []


def test_a_withdrawn_fact_leaves_a_marker_and_is_said_no_more(sample: Path, tmp_path: Path) -> None:
    """Its page, its place on the pages it was on and its record stay; the statement goes."""
    facts = sample / "facts/bureau.yml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("drench-on-dry-weather:\n", "drench-on-dry-weather:\n  withdrawn: {on: 2026-02-02, why: Misheard.}\n"), encoding="utf-8")

    built = build(tmp_path / "output", dossier=sample, content=CONTENT)

    assert built.status == 0, built.errors
    everything = tree(tmp_path / "output")
    assert not [name for name, content in everything.items() if b"sold dry weather to its friends" in content]
    for name, day in (("facts/drench-on-dry-weather.html", "2 February 2026"), ("people/pluvius-drench.html", "2 February 2026"), ("data/dossier.json", "2026-02-02")):
        assert f"{day}: Misheard.".encode() in everything[name], name


def test_a_correction_reads_as_the_fact_did(sample: Path, tmp_path: Path) -> None:
    """What stood there before has its links and foreign words, not the marks that an editor typed."""
    facts = sample / "facts/bureau.yml"
    text = facts.read_text(encoding="utf-8")
    was = "The [[umbrella-bureau]], a [biuro]{lang=ru-Latn}, was founded in 1898."
    facts.write_text(text.replace("bureau-founded:\n", f"bureau-founded:\n  changed: {{on: 2026-02-03, was: '{was}', why: A slip of a century.}}\n"), encoding="utf-8")

    built = build(tmp_path / "output", dossier=sample, content=CONTENT)

    assert built.status == 0, built.errors
    page = (tmp_path / "output/facts/bureau-founded.html").read_text(encoding="utf-8")
    assert '<dd>The Bureau of Umbrellas<del>' not in page  # a word is marked whole
    assert '<span lang="ru-Latn">biuro</span>' in page
    assert "[[" not in page


def test_a_public_build_knows_its_address_and_leaves_patterns_out(sample: Path, tmp_path: Path) -> None:
    """With an address, pages name it and the page for lost readers links by it; everything else stays relative."""
    output = tmp_path / "output"
    built = build(output, dossier=sample, content=CONTENT, settings="publishconf.py", environment={"SITEURL": "https://umbrellas.example/papers/"})

    assert built.status == 0, built.errors
    assert not (output / "patterns.html").exists()
    person = (output / "people/ada-brolly.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://umbrellas.example/papers/people/ada-brolly.html">' in person
    assert "https://umbrellas.example/papers/people/ada-brolly.html." in person  # how to cite it
    assert 'href="../index.html"' in person
    assert 'href="https://umbrellas.example/papers/index.html"' in (output / "404.html").read_text(encoding="utf-8")


def test_without_an_address_no_page_names_one(sample_site: Path) -> None:
    """No canonical link and no address in a citation are made up."""
    text = (sample_site / "people/ada-brolly.html").read_text(encoding="utf-8")

    assert "canonical" not in text
    assert "“Ada Brolly”, The Umbrella Papers, last changed 10 February 2026." in text


@pytest.mark.parametrize(
    ("story", "line"),
    [
        ("Title: Rain\nDate: 2026-01-02\n\nIt rained.[[bureau-founded]]\n\nThen it stopped.\n", ":6:1: expected a paragraph that cites a fact, [[fact-id]] after its sentence, found 'Then it stopped.': cite what it rests on, or take it out"),
        ("Title: Rain\n\nIt rained.[[bureau-founded]]\n", ":1:1: expected a line 'Date: 2026-11-22' at the top, before a blank line, found none: add it"),
        ("Title: Rain\nDate: 2026-01-02\n\nIt rained.[[bureau-fonded]]\n", ":4:11: expected a link to a record, found 'bureau-fonded', did you mean 'bureau-founded'?"),
    ],
)
def test_a_story_that_does_not_cite_is_refused(story: str, line: str, tmp_path: Path) -> None:
    """A paragraph that cites nothing fails the build, at its line."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    (content / "stories").mkdir()
    (content / "stories/rain.md").write_text(story, encoding="utf-8")

    built = build(tmp_path / "output", dossier=PROJECT / "tests/sample", content=content)

    assert built.status == 1
    assert f"stories/rain.md{line}\n" in built.errors


def test_a_story_shows_what_it_cites(tmp_path: Path) -> None:
    """A number in the text leads to the fact and tells it, an allegation with its reply; the notes at the end tell it again, for print."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    (content / "stories").mkdir()
    (content / "stories/rain.md").write_text("Title: Rain\nDate: 2026-01-02\n\n[[ada-brolly|She]] began in 1998.[[bureau-founded]] Then the talk began.[[drench-on-dry-weather]]\n", encoding="utf-8")

    built = build(tmp_path / "output", dossier=PROJECT / "tests/sample", content=content)

    assert built.status == 0, built.errors
    text = (tmp_path / "output/stories/rain.html").read_text(encoding="utf-8")
    assert '<a href="../people/ada-brolly.html">She</a> began in 1998.<span class="cite"><a class="cite__mark" href="../facts/bureau-founded.html">' in text
    assert text.count("The Bureau of Umbrellas of Drizzlia was founded in 1998. (Gazette ¶1)") == 2
    assert text.count("Pluvius Drench says. (Gazette ¶2) An allegation. Reply: Ada Brolly calls the sale of dry weather a “fairy tale”. (Gazette ¶2)") == 2


def test_a_site_may_have_some_kinds_of_page_alone(tmp_path: Path) -> None:
    """Pages and files that are not asked for are not written, and no filter leads to one."""
    few = ["-e", 'DOSSIER_PAGES=["people", "chronology", "chronology/years"]', "DOSSIER_DATA=false", "DOSSIER_SHARING=false", "DOSSIER_OFFLINE=false", "DOSSIER_PATTERNS=false"]
    built = build(tmp_path / "output", dossier=PROJECT / "tests/sample", content=CONTENT, extra=few)

    assert built.status == 0, built.errors
    folders = {name.rpartition("/")[0] for name in tree(tmp_path / "output") if not name.startswith("theme/")}
    assert folders == {"", "people", "chronology", "chronology/years"}
    assert sorted(path.name for path in (tmp_path / "output").glob("*.*")) == ["about.html"]
    assert "chronology/people/" not in (tmp_path / "output/chronology/index.html").read_text(encoding="utf-8")


def test_a_kind_of_page_that_there_is_not_is_refused(tmp_path: Path) -> None:
    """Its name is told, with those that there are."""
    built = build(tmp_path / "output", dossier=PROJECT / "tests/sample", content=CONTENT, extra=["-e", 'DOSSIER_PAGES=["index", "peeple"]'])

    assert built.status == 1
    assert built.errors.startswith("DOSSIER_PAGES: expected kinds of page, any of index, people, organisations,")
    assert built.errors.endswith("404, found 'peeple', did you mean 'people'?: nothing was built\n")
    assert not (tmp_path / "output").exists()


def test_two_builds_at_once_do_not_spoil_each_other(sample: Path, tmp_path: Path) -> None:
    """Whichever ends last stands, whole."""
    output = tmp_path / "output"
    with ThreadPoolExecutor() as pool:
        built = list(pool.map(lambda _: build(output, dossier=sample, content=CONTENT), range(3)))

    assert [one.status for one in built] == [0, 0, 0], [one.errors for one in built]
    build(tmp_path / "alone", dossier=sample, content=CONTENT)
    assert tree(output) == tree(tmp_path / "alone")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alone", "dossier", "output"]
