"""
A record gets another id: wherever it is named and nowhere else, and its earlier address leads on.
"""

from __future__ import annotations

import re
import runpy
import shutil
from pathlib import Path

import pytest
from lxml import html

from building import PROJECT, build, tree
from dossier.__main__ import main
from dossier.content import STORIES
from dossier.dossier import load
from dossier.problems import DossierError


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Pages and a story, which name records too."""
    folder = Path(shutil.copytree(PROJECT / "tests/sample/content", tmp_path / "content"))
    (folder / STORIES).mkdir()
    (folder / STORIES / "rain.md").write_bytes(
        b"\xef\xbb\xbfTitle: Rain\r\nDate: 2026-01-02\r\n\r\nada-brolly led it.[[brolly-headed-bureau]] So says [[gazette-report|the Gazette]] of [[ada-brolly]], [[ada-brolly|her]].\r\n",
    )
    return folder


def rename(dossier: Path, old: str, new: str, content: Path = Path("nowhere")) -> None:
    assert main(["rename", "--dossier", str(dossier), "--content", str(content), "--from", old, "--to", new]) == 0


def refused(dossier: Path, old: str, new: str, content: Path = Path("nowhere")) -> str:
    before = tree(dossier)
    with pytest.raises(SystemExit) as stopped:
        rename(dossier, old, new, content)
    assert tree(dossier) == before, "something was written"
    return str(stopped.value)


LAID_OUT = """\
# ada-brolly, as she is written in many ways; ada-brolly-house is another.
brolly-here:
    text: >
        [[ada-brolly]] (ada-brolly) and [[ada-brolly|Ada “ada-brolly” Brolly]] at
        [[umbrella-bureau|the bureau]].   # no comment
    kind:   statement    # [[ada-brolly]]
    voice: named
    'who': "ada-brolly"
    against: [ 'umbrella-bureau' ,pluvius-drench]
    about:
    - ada-brolly   # herself
    - "drizzlia"
    relation: [ada-brolly   close-to pluvius-drench, 'pluvius-drench close-to ada-brolly']
    figure: {amount: 3 parasols, for: ada-brolly, purpose: ada-brolly}
    note: 'It''s [[ada-brolly]], not ada-brolly.'
    cite: {"gazette-report  2": "gazette-report sold dry"}
    changed: {on: 2026-01-03, was: 'Was [[ada-brolly]] ada-brolly.', why: 'A slip of [[ada-brolly]].'}
    added: 2026-01-02
"""


def test_it_is_named_anew_wherever_it_is_meant(sample: Path, content: Path) -> None:
    """In links, lists, relations, figures and names of speakers, with every other character as it was."""
    (sample / "facts/more.yml").write_text(LAID_OUT, encoding="utf-8", newline="\r\n")
    rename(sample, "ada-brolly", "ada-b", content)

    expected = re.sub(r"\[\[ada-brolly(?=[\]|])(?![^\n]*# )", "[[ada-b", LAID_OUT).replace("statement    # [[ada-b]]", "statement    # [[ada-brolly]]")
    for old, new in (('"ada-brolly"\n', '"ada-b"\n'), ("- ada-brolly ", "- ada-b "), ("[ada-brolly   close", "[ada-b   close"), ("to ada-brolly'", "to ada-b'"), ("for: ada-brolly", "for: ada-b")):
        assert old in expected
        expected = expected.replace(old, new)
    assert (sample / "facts/more.yml").read_bytes().decode() == expected.replace("\n", "\r\n")
    assert (sample / "people/ada-b.yml").read_text(encoding="utf-8") == "name: Ada Brolly\nlead: brolly-headed-bureau\n"
    assert not (sample / "people/ada-brolly.yml").exists()
    assert (content / STORIES / "rain.md").read_bytes().decode() == (
        "\ufeffTitle: Rain\r\nDate: 2026-01-02\r\n\r\nada-brolly led it.[[brolly-headed-bureau]] So says [[gazette-report|the Gazette]] of [[ada-b]], [[ada-b|her]].\r\n"
    )
    assert (sample / "moved.yml").read_text(encoding="utf-8").splitlines()[-1] == "ada-brolly: ada-b"
    assert "ada-b" in load(sample).entities


def test_a_fact_is_renamed_where_it_is_written_and_named(sample: Path, content: Path) -> None:
    """Its key, whoever it answers or leads, disagreements, findings, the summary and stories."""
    with (sample / "dossier.yml").open("a", encoding="utf-8") as file:
        file.write("summary: >\n  It was founded.[[bureau-founded]] She led it.[[brolly-headed-bureau]]\n")
    rename(sample, "bureau-founded", "founding", content)
    rename(sample, "drench-on-dry-weather", "drench-on-it", content)
    rename(sample, "brolly-headed-bureau", "brolly-led-it", content)

    dossier = load(sample)
    assert dossier.settings.findings == ("founding",)
    assert "It was founded.[[founding]] She led it.[[brolly-led-it]]" in (dossier.settings.summary or "")
    assert dossier.facts["brolly-calls-it-a-fairy-tale"].answers == ("drench-on-it",)
    assert dossier.disagreements["dry-weather"].facts == ("drench-on-it", "brolly-calls-it-a-fairy-tale")
    assert dossier.entities["ada-brolly"].lead == "brolly-led-it"
    assert "led it.[[brolly-led-it]]" in (content / STORIES / "rain.md").read_text(encoding="utf-8")


def test_a_source_takes_its_fingerprints_along(sample: Path, content: Path) -> None:
    """They are a file of the same name; citations and lineage follow."""
    rename(sample, "gazette-report", "rain-report", content)
    rename(sample, "bureau-ledger", "ledger", content)

    dossier = load(sample)
    assert sorted(path.name for path in (sample / "sources").iterdir()) == ["herald-clouds.sha256", "herald-clouds.yml", "ledger.yml", "rain-report.sha256", "rain-report.yml"]
    assert dossier.sources["rain-report"].rests_on[0].source == "ledger"
    assert {place.source for fact in dossier.facts.values() for place in fact.cite} == {"herald-clouds", "rain-report"}
    assert "[[rain-report|the Gazette]]" in (content / STORIES / "rain.md").read_text(encoding="utf-8")


REAL = {
    "a person": "valery-chernyshov",
    "an organisation": "interregional-office",
    "a country": "azerbaijan",
    "a case": "chernov-archive",
    "a held source": "jamnews-article",
    "another source": "insider-investigation",
    "a fact": "hundred-million-by-a-staffers-count",
    "a disagreement": "hundred-million",
}


@pytest.mark.parametrize("old", REAL.values(), ids=REAL)
def test_renamed_and_renamed_back_every_byte_is_as_it_was(tmp_path: Path, old: str) -> None:
    """In the real dossier, with its stories: nothing is lost on the way, and in between all holds together."""
    dossier, content = (Path(shutil.copytree(PROJECT / name, tmp_path / name)) for name in ("data", "content"))
    before = tree(dossier) | tree(content)

    rename(dossier, old, "another-id", content)
    load(dossier)
    between = b"\n".join({**tree(dossier), **tree(content)}[name] for name in tree(dossier) | tree(content) if not name.startswith(("_", "README", "moved"))).decode()
    assert not re.search(rf"\[\[{old}[\]|]", between)
    rename(dossier, "another-id", old, content)

    assert (dossier / "moved.yml").read_text(encoding="utf-8").splitlines()[2:] == [f"another-id: {old}"]
    assert {name: raw for name, raw in (tree(dossier) | tree(content)).items() if name != "moved.yml"} == before


def test_an_id_that_holds_another_is_not_touched(sample: Path) -> None:
    """``brolly`` is neither ``brolly-headed-bureau`` nor a word in a sentence."""
    rename(sample, "ada-brolly", "brolly")
    (sample / "facts/more.yml").write_text(
        "brolly-brolly:\n  text: The brolly of [[brolly]], brolly-headed-bureau.\n  kind: body\n  voice: reporting\n  cite: {gazette-report 1: the brolly brolly}\n  added: 2026-01-02\n", encoding="utf-8"
    )
    rename(sample, "brolly", "ada")

    assert "brolly-brolly:\n  text: The brolly of [[ada]], brolly-headed-bureau.\n" in (sample / "facts/more.yml").read_text(encoding="utf-8")
    assert "the brolly brolly" in (sample / "facts/more.yml").read_text(encoding="utf-8")
    assert "brolly-headed-bureau" in load(sample).facts


def test_earlier_ids_are_noted_in_turn(sample: Path) -> None:
    """Twice renamed, both lead on; the one that comes back is an earlier one no more; remarks stay."""
    (sample / "moved.yml").write_text("# Ours.\nbureau: umbrella-bureau  # in 2025", encoding="utf-8")
    rename(sample, "ada-brolly", "ada-b")
    rename(sample, "ada-b", "ada")
    assert (sample / "moved.yml").read_text(encoding="utf-8") == "# Ours.\nbureau: umbrella-bureau  # in 2025\nada-brolly: ada-b\nada-b: ada\n"
    assert load(sample).earlier_ids("ada") == ("ada-b", "ada-brolly")

    rename(sample, "ada", "ada-brolly")
    assert (sample / "moved.yml").read_text(encoding="utf-8") == "# Ours.\nbureau: umbrella-bureau  # in 2025\nada-b: ada\nada: ada-brolly\n"
    assert load(sample).earlier_ids("ada-brolly") == ("ada", "ada-b")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ada-broly", "ada", "expected FROM= as the id of a record, found 'ada-broly', did you mean 'ada-brolly'?"),
        ("brolly", "ada", "expected FROM= as the id of a record, found 'brolly', which was renamed to 'ada-brolly': write that"),
        ("ada-brolly", "Ada Ə.", "expected TO= as an id of at most 80 lower-case letters, digits and single hyphens, found 'Ada Ə.', did you mean 'ada-e'?"),
        ("ada-brolly", "ada-brolly", "expected another id in TO=, found 'ada-brolly' in both"),
        ("ada-brolly", "gazette-report", "expected TO= as an id that no record has, found 'gazette-report', which is taken in {}/sources/gazette-report.yml: choose another"),
        ("pluvius-drench", "brolly", "expected TO= as an id that no record has had, found 'brolly', the earlier one of 'ada-brolly', whose address it still is: choose another"),
        ("ada-brolly", "", "expected FROM= and TO=: make rename FROM=its-id TO=another-id"),
    ],
)
def test_what_cannot_be_is_told(sample: Path, old: str, new: str, said: str) -> None:
    """With the way out, and nothing written."""
    (sample / "moved.yml").write_text("brolly: ada-brolly\n", encoding="utf-8")

    assert refused(sample, old, new) == said.replace("{}", str(sample))


def test_where_a_slip_may_hide_it_nothing_is_renamed(sample: Path) -> None:
    """A file that cannot be read may name it; one that does not keeps nobody from renaming."""
    bureau = sample / "facts/bureau.yml"
    good = bureau.read_text(encoding="utf-8")
    bureau.write_text(good.replace("kind: statement", "kind statement"), encoding="utf-8")
    assert refused(sample, "ada-brolly", "ada") == "expected files that can be read, found a slip in one that may name 'ada-brolly': run 'make check', mend it, and try again"

    bureau.write_text(good, encoding="utf-8")
    (sample / "people/nib-inkwell.yml").write_text("nmae: Nib Inkwell\n", encoding="utf-8")
    rename(sample, "ada-brolly", "ada")
    with pytest.raises(DossierError, match=r"nib-inkwell\.yml:1:1"):
        load(sample)


def test_what_would_break_is_not_done(sample: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All or nothing: a renaming after which more would be wrong leaves every file as it was."""
    before = tree(content)
    monkeypatch.setattr("dossier.renaming.references_of", lambda record: iter(()))

    said = refused(sample, "ada-brolly", "ada", content).splitlines()

    assert said[0] == "nothing was renamed, for then there would be:"
    assert "bureau.yml:15: expected the id of a person, organisation, country or case, found 'ada-brolly', which was renamed to 'ada': write that" in said
    assert tree(content) == before


def test_what_cannot_be_written_is_not_half_written(sample: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk, every file is put back as it was."""
    before = tree(sample), tree(content)
    write, written = Path.write_bytes, []

    def full(path: Path, raw: bytes) -> int:
        written.append(path)
        if len(written) == 3:
            raise OSError(28, "No space left on device")
        return write(path, raw)

    monkeypatch.setattr("dossier.renaming._tried", lambda *_: [])
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        rename(sample, "ada-brolly", "ada", content)
    monkeypatch.undo()

    assert (tree(sample), tree(content)) == before


def test_pages_in_the_dossier_itself_are_renamed_too(sample: Path) -> None:
    """Where nothing else is said, a dossier other than the first has them there."""
    assert main(["rename", "--dossier", str(sample), "--from", "umbrella-bureau", "--to", "bureau"]) == 0

    assert "Papers of the [[bureau]]." in (sample / "content/pages/about.md").read_text(encoding="utf-8")


def test_stories_lie_where_the_site_has_them() -> None:
    """The folder that a renaming takes for stories is the one that Pelican is told."""
    assert runpy.run_path(str(PROJECT / "pelicanconf.py"))["ARTICLE_PATHS"] == [STORIES]


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with records that were renamed, at a public address under a path."""
    folder = tmp_path_factory.mktemp("moved")
    dossier = Path(shutil.copytree(PROJECT / "tests/sample", folder / "data"))
    for old, new in (("ada-brolly", "ada-b"), ("ada-b", "ada"), ("bureau-founded", "founding"), ("gazette-report", "rain-report"), ("dry-weather", "rain-sold"), ("drizzlia", "drizz")):
        rename(dossier, old, new)
    built = build(folder / "output", dossier=dossier, content=PROJECT / "tests/sample/content", settings="publishconf.py", environment={"SITEURL": "https://example.org/rain"})
    assert built.status == 0, built.errors
    return folder / "output"


LED_ON = {
    "people/ada-brolly.html": "people/ada.html",
    "people/ada-b.html": "people/ada.html",
    "chronology/people/ada-brolly.html": "chronology/people/ada.html",
    "chronology/countries/drizzlia.html": "chronology/countries/drizz.html",
    "countries/drizzlia.html": "countries/drizz.html",
    "facts/bureau-founded.html": "facts/founding.html",
    "sources/gazette-report.html": "sources/rain-report.html",
}


@pytest.mark.parametrize("old", LED_ON)
def test_an_earlier_address_leads_on(moved_site: Path, old: str) -> None:
    """At once, by a relative address that works from a folder and under a path, with a link for whoever stays; no search engine is to keep it."""
    text = (moved_site / old).read_text(encoding="utf-8")
    page = html.document_fromstring(text)
    [refresh] = page.xpath("//head/meta[@http-equiv='refresh']/@content")
    now, _, address = refresh.partition("; url=")
    [link] = page.xpath("//main//a/@href")

    assert now == "0"
    assert ((moved_site / old).parent / address).resolve() == (moved_site / LED_ON[old]).resolve()
    assert link == address
    assert page.xpath("//head/meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//head/link[@rel='canonical']/@href") == [f"https://example.org/rain/{LED_ON[old]}"]
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']")
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == len(page.xpath("//title")) == 1
    assert "script-src 'unsafe" not in text


def test_only_what_was_renamed_has_such_a_page(moved_site: Path) -> None:
    """A disagreement is a part of a page, where its earlier anchor still stands."""
    leading = {path.relative_to(moved_site).as_posix() for path in moved_site.rglob("*.html") if 'http-equiv="refresh"' in path.read_text(encoding="utf-8")}
    page = html.document_fromstring((moved_site / "disagreements.html").read_text(encoding="utf-8"))

    assert leading == {*LED_ON, "chronology/people/ada-b.html"}
    assert page.xpath("//*[@id='dry-weather']/ancestor::section/@id") == ["rain-sold"]


def test_an_earlier_address_is_told_to_nobody(moved_site: Path) -> None:
    """Neither sitemap, feed, search index nor any other page names it."""
    for path in moved_site.rglob("*"):
        name = path.relative_to(moved_site).as_posix()
        if path.suffix in (".html", ".xml", ".json", ".js", ".txt") and name not in {*LED_ON, "chronology/people/ada-b.html", "disagreements.html"}:
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"(ada-brolly|ada-b|bureau-founded|gazette-report|drizzlia)\.(html|json|xml|png)", text), name
