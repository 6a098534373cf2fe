"""
A new record: begun by a command, refused while a placeholder stands in it, and a page as soon as it is filled in.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from building import PROJECT, build
from dossier.__main__ import main
from dossier.dossier import load
from dossier.drafts import scalar
from dossier.edits import Edit, edited
from dossier.ids import id_from
from dossier.parse import parse
from dossier.problems import DossierError


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODAY", "2026-03-04")


def new(dossier: Path, **given: str) -> None:
    """Begin a record, with what an editor would write behind ``make new``."""
    assert main(["new", "--dossier", str(dossier), *(f"--{name}={value}" for name, value in given.items())]) == 0


def refused(dossier: Path, **given: str) -> str:
    """Try to, and return what is said."""
    with pytest.raises(SystemExit) as stopped:
        new(dossier, **given)
    return str(stopped.value)


def problems(dossier: Path) -> list[str]:
    """Each problem in a dossier, without the file's name."""
    try:
        load(dossier)
    except DossierError as error:
        return [re.sub(r"^.*?yml:\d+:\d+: ", "", str(problem)) for problem in error.problems]
    return []


def unfilled(dossier: Path) -> list[str]:
    """The fields of which a check says that they are still to be written."""
    return [found[1] for line in problems(dossier) if (found := re.fullmatch(r"expected a value for '(\w+)' \(.+\), found the template's words 'FILL IN': replace them", line))]


def fill(path: Path, **fields: str) -> None:
    """Replace the placeholder in each field; what is left of the template stays."""
    text = path.read_text(encoding="utf-8")
    for name, value in fields.items():
        text, number = re.subn(rf"(?m)^( *{name}:(?: >\n)? *)FILL IN(  #.*)?$", lambda found, value=value: found[1] + value, text)
        assert number == 1, name
    path.write_text(text.replace("    FILL IN: FILL IN  # e.g. gazette-report 3: more than 40,000 ducats", "    gazette-report 2: sold dry weather"), encoding="utf-8")


FACT = {"text": "[[nib-inkwell]] of the [[parasol-guild]] took [[the-leak]] from [[upper-drizzlia]].", "kind": "leak", "voice": "named", "who": "nib-inkwell"}


def test_each_kind_is_begun_filled_in_checked_and_published(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing but the placeholders is wrong with what was begun; filled in, it passes, and has its page."""
    (sample / "facts/bureau.yml").write_text((sample / "facts/bureau.yml").read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    new(sample, kind="fact", id="inkwell-took-the-leak", file="bureau")
    assert f"{sample}/facts/bureau.yml:54: written" in capsys.readouterr().out
    assert unfilled(sample) == ["text", "kind", "voice", "who", "cite"]
    assert len(problems(sample)) == 5
    fill(sample / "facts/bureau.yml", **FACT)

    for kind, name, id_ in (
        ("person", "Nib Inkwell", "nib-inkwell"),
        ("organisation", "Parasol Guild", "parasol-guild"),
        ("country", "Upper Drizzlia", "upper-drizzlia"),
        ("case", "The leak", "the-leak"),
    ):
        new(sample, kind=kind, name=name)
        assert f"name it in a fact, [[{id_}]]" in capsys.readouterr().out
    assert unfilled(sample) == ["kind", "kind", "kind"]
    assert len(problems(sample)) == 3
    fill(sample / "organisations/parasol-guild.yml", kind="organisation")
    fill(sample / "countries/upper-drizzlia.yml", kind="territory")
    fill(sample / "cases/the-leak.yml", kind="leak")
    assert problems(sample) == []

    new(sample, kind="source", name="How: the rain's price")
    assert "make fingerprints" in capsys.readouterr().out
    assert unfilled(sample) == ["character", "note"]
    assert len(problems(sample)) == 2
    fill(sample / "sources/how-the-rains-price.yml", character="opinion", note="Unsigned.")
    assert problems(sample) == []

    new(sample, kind="disagreement", name="Who took it")
    assert unfilled(sample) == ["weight", "facts", "why"]
    assert len(problems(sample)) == 3
    fill(sample / "disagreements/who-took-it.yml", weight="difference", facts="[inkwell-took-the-leak, bureau-founded]", why="One names her.")
    assert problems(sample) == []

    new(sample, kind="request", id="bureau-on-dry-weather")
    assert unfilled(sample) == ["asked", "about", "on", "how"]
    assert len(problems(sample)) == 4
    fill(sample / "requests/bureau-on-dry-weather.yml", asked="umbrella-bureau", about="drench-on-dry-weather", on="2026-03-04", how="by letter")
    assert problems(sample) == []

    new(sample, kind="correction", fact="brolly-headed-bureau")
    assert unfilled(sample) == ["why"]
    facts = sample / "facts/bureau.yml"
    fill(facts, why="She stayed on.")
    assert ["expected what stood there before the change, found what stands there now" in problem for problem in problems(sample)] == [True]
    facts.write_text(facts.read_text(encoding="utf-8").replace('text: "[[ada-brolly]] led', 'text: "[[ada-brolly]] long led'), encoding="utf-8")
    assert problems(sample) == []

    output = tmp_path / "output"
    built = build(output, dossier=sample, content=PROJECT / "tests/sample/content")
    assert built.status == 0, built.errors
    pages = ["facts/inkwell-took-the-leak", "people/nib-inkwell", "organisations/parasol-guild", "countries/upper-drizzlia", "cases/the-leak", "sources/how-the-rains-price"]
    assert [page for page in pages if not (output / f"{page}.html").is_file()] == []
    assert "How: the rain's price" in (output / "sources/how-the-rains-price.html").read_text(encoding="utf-8").replace("&#39;", "'")
    assert "Who took it" in (output / "disagreements.html").read_text(encoding="utf-8")
    assert "She stayed on." in (output / "facts/brolly-headed-bureau.html").read_text(encoding="utf-8")
    assert "FILL IN" not in "".join(path.read_text(encoding="utf-8") for path in output.rglob("*.html"))


def test_what_is_not_used_of_a_template_is_a_comment_with_its_example(sample: Path) -> None:
    """Every other field stands ready behind a ``#``; with that taken away, its placeholder is refused too."""
    new(sample, kind="person", name="Nib Inkwell")
    path = sample / "people/nib-inkwell.yml"
    text = path.read_text(encoding="utf-8")

    assert text.startswith("# yaml-language-server: $schema=../_schema/person.json\n# Replace each FILL IN. ")
    assert "copy to" not in text
    assert "name: Nib Inkwell\n" in text
    assert "# short: FILL IN  # e.g. Inkwell\n" in text
    assert "# spelled:\n#   FILL IN: FILL IN  # e.g. N. Inkwell: gazette-report 2\n" in text

    path.write_text(re.sub(r"(?m)^# (?=(short|spelled|lead|  FILL IN):)", "", text), encoding="utf-8")
    assert unfilled(sample) == ["short", "spelled", "lead"]


@pytest.mark.parametrize("kind", ["organisation", "case", "country"])
def test_fields_that_all_records_share_are_there_too(sample: Path, kind: str) -> None:
    """Where a template refers to that of a person, a new record has the fields themselves."""
    new(sample, kind=kind, name="Parasol Guild")
    [path] = sample.glob("*/parasol-guild.yml")

    assert "# lead: FILL IN  # e.g. parasols-in-the-ledger\n" in path.read_text(encoding="utf-8")


def test_a_fact_may_open_a_file_of_its_own(sample: Path) -> None:
    """A new subject is a new file, by which an editor's program knows its schema."""
    new(sample, kind="fact", id="it-rained", file="weather")

    assert (sample / "facts/weather.yml").read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../_schema/facts.json\n\nit-rained:\n  # Replace")
    assert len(unfilled(sample)) == 5


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Әлиев", "aliev"),
        ("Şəki", "seki"),
        ("Łódź", "lodz"),
        ("Чернышёв", "chernyshyov"),
        ("O'Neil: a life", "oneil-a-life"),
        ("L’Étoile d’Or", "letoile-dor"),
        ("Ядро & Co.", "yadro-and-co"),
        ("Straße 5", "strasse-5"),
        ("一", "yi"),
        ("…!", ""),
        ("long " * 30, "-".join(["long"] * 16)),
        ("x" * 100, "x" * 80),
    ],
)
def test_an_id_is_made_from_a_name_in_any_alphabet(name: str, expected: str) -> None:
    """Letters as they are transcribed, apostrophes left out, everything else a hyphen."""
    assert id_from(name) == expected


@pytest.mark.parametrize("text", ["Ada Brolly", "O'Neil: a life", "no", "true", "'quoted'", "[[ada-brolly]] led", "# 1", "- a", "a #b", "“Rain”", "«Дождь»", "x:", "@a", "50%", "1998", '"x" y', "a\nb"])
def test_what_is_written_is_read_back(tmp_path: Path, text: str) -> None:
    """Whatever a name holds, YAML gives it back, in quotation marks only where they are needed."""
    path = tmp_path / "people/x.yml"
    path.parent.mkdir()
    path.write_text(f"name: {scalar(text)}\nshort: {scalar(text, quoted=True)}\n", encoding="utf-8")
    person = parse(tmp_path)[0].entities["x"]

    assert person.name == person.short == " ".join(text.split())
    assert scalar("Ada Brolly") == "Ada Brolly"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "expected KIND=, one of fact, source, person, organisation, country, case, disagreement, request, correction, found none: write, for example, make new KIND=person NAME='Ada Brolly'"),
        ({"kind": "persn"}, "expected KIND=, one of fact, source, person, organisation, country, case, disagreement, request, correction, found 'persn', did you mean 'person'?"),
        ({"kind": "person"}, "to begin a person, add NAME=, the name or title of a person"),
        ({"kind": "fact"}, "to begin a fact, add ID=, what the fact says in two to six words joined by hyphens; and FILE=, the file in facts/ that it belongs to: bureau, later, or a new one"),
        ({"kind": "fact", "id": "it-rained", "file": "burea"}, "expected a file in facts/, found 'burea', did you mean 'bureau'? For a new subject, give a name that is less like one of bureau, later"),
        ({"kind": "fact", "id": "it-rained", "file": "../x"}, "expected FILE= as lower-case letters, digits and hyphens, found '../x'"),
        ({"kind": "fact", "id": "It_Rained", "file": "bureau"}, "expected an id of at most 80 lower-case letters, digits and single hyphens, found 'It_Rained', did you mean 'it-rained'?"),
        ({"kind": "person", "name": "?!"}, "expected an id of at most 80 lower-case letters, digits and single hyphens, found '?!': give one with ID="),
        ({"kind": "case", "name": "Ada Brolly"}, "expected an id of its own, found 'ada-brolly', which is taken in {}/people/ada-brolly.yml:1: add to that record, or choose another with ID="),
        ({"kind": "fact", "id": "bureau-founded", "file": "more"}, "expected an id of its own, found 'bureau-founded', which is taken in {}/facts/bureau.yml:1: add to that record, or choose another with ID="),
        ({"kind": "correction"}, "expected FACT=, the id of the fact to correct: make new KIND=correction FACT=its-id"),
        ({"kind": "correction", "fact": "bureau-fonded"}, "expected the id of a fact or another record, found 'bureau-fonded', did you mean 'bureau-founded'?"),
    ],
)
def test_what_is_missing_unknown_or_taken_is_told(sample: Path, given: dict[str, str], said: str) -> None:
    """With the way out, and with nothing written."""
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}

    assert refused(sample, **given) == said.replace("{}", str(sample))
    assert {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()} == before


def test_a_record_much_like_another_is_noticed(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two spellings of one person do not become two people unnoticed."""
    new(sample, kind="person", name="Ada Brolli")

    assert "There is 'ada-brolly' too: make sure that the two are not one." in capsys.readouterr().out


ITEM = "    - on: 2026-03-04\n      was: The [[umbrella-bureau]] was founded.\n      why: FILL IN\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  cite: {gazette-report 1: was founded}  # ¶1\n", "  cite: {gazette-report 1: was founded}  # ¶1\n  changed:\n" + ITEM.replace("The [[umbrella-bureau]] was founded.", "'The [[umbrella-bureau]] was founded.'")),
        ("  changed:  # by us\n    - on: 2026-01-02\n      was: A\n      why: >\n        B\n        c.\n    # so far\n", None),
        ("  changed:\n  - {on: 2026-01-02, was: A, why: B}\n", None),
        ("  changed: {on: 2026-01-02, was: A, why: B}\n", None),
        ("  changed: [{on: 2026-01-02, was: A, why: B}]\n", None),
        ("  changed:\n    on: 2026-01-02  # then\n    was: A\n    why: >\n      B\n\n      c.\n", None),
        ("  changed: []\n", None),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("rest", ["", "\n# A comment.\n\nother:\n  text: Other.\n"])
def test_a_correction_notes_what_stood_there(sample: Path, before: str, after: str | None, line_end: str, rest: str) -> None:
    """However corrections are laid out, one is added, and no other character is touched."""
    fact = "bureau-was-founded:\n  text: >-\n    The [[umbrella-bureau]]\n    was founded.\n  kind: body\n  voice: reporting\n  added: 2026-01-02\n"
    if "cite" not in before:
        fact += "  cite: {gazette-report 1: was founded}\n"
    path = sample / "facts/more.yml"
    path.write_bytes((fact + before + rest).replace("\n", line_end).encode())

    new(sample, kind="correction", fact="bureau-was-founded")

    raw = path.read_bytes().decode()
    text = raw.replace("\r\n", "\n")
    assert raw == text.replace("\n", line_end)
    if after:
        assert text == fact + after + rest
    [*earlier, last] = parse(sample)[0].written["bureau-was-founded"].file.value["bureau-was-founded"]["changed"]
    assert last == {"on": "2026-03-04", "was": "The [[umbrella-bureau]] was founded.", "why": "FILL IN"}
    assert [(change["on"], change["was"], " ".join(change["why"].split())) for change in earlier] == ([("2026-01-02", "A", "B c." if "c." in before else "B")] if "on:" in before else [])
    assert [line for line in (fact + before + rest).splitlines() if line.split("#")[1:] and line.partition("#")[2] not in text] == []
    assert text.endswith(rest)


def test_any_record_can_be_corrected(sample: Path) -> None:
    """A person's name, as well as a fact's text."""
    new(sample, kind="correction", fact="ada-brolly")

    assert (sample / "people/ada-brolly.yml").read_text(encoding="utf-8") == "name: Ada Brolly\nlead: brolly-headed-bureau\nchanged:\n  - on: 2026-03-04\n    was: Ada Brolly\n    why: FILL IN\n"


def test_a_broken_record_is_not_corrected(sample: Path) -> None:
    """It is mended first."""
    path = sample / "people/ada-brolly.yml"
    path.write_text("nmae: Ada Brolly\n", encoding="utf-8")

    assert refused(sample, kind="correction", fact="ada-brolly") == "expected a record that can be read, found a slip in 'ada-brolly': run 'make check', mend it, and try again"


def test_edits_leave_the_rest_as_it_is() -> None:
    """Line ends, and the mark of UTF-8, are those of the file."""
    raw = "\ufeffone\r\ntwo\r\nthree\r\n".encode()

    assert edited(raw, [Edit(4, 7, "2\n2"), Edit(0, 3, "1"), Edit(14, 14, "4\n")]).decode() == "\ufeff1\r\n2\r\n2\r\nthree\r\n4\r\n"
    assert edited(b"a\n", []) == b"a\n"


def test_make_passes_on_what_was_typed_and_nothing_else(sample: Path) -> None:
    """Quotation marks and apostrophes reach the record; a variable that the system happens to call NAME does not."""
    name = "O'Neil: \"a\" `life` & $HOME".replace("$HOME", "so on")
    make = ["make", "--no-print-directory", "-s", "new", f"DOSSIER={sample}", f"PYTHON={sys.executable}", "-o", ".venv/run"]
    variables = {**os.environ, "NAME": "the-machine"}

    done = subprocess.run([*make, "KIND=person", f"NAME={name}"], cwd=PROJECT, env=variables, capture_output=True, text=True, timeout=60, check=False)
    bare = subprocess.run([*make, "KIND=person"], cwd=PROJECT, env=variables, capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert parse(sample)[0].entities["oneil-a-life-and-so-on"].name == name
    assert bare.returncode == 2
    assert bare.stderr.startswith("to begin a person, add NAME=")
