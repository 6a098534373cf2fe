"""
Problems: what an editor is told of each slip, case by case, and where.

The cases are in ``tests/problems/``, each with its slip and the lines that are printed side by side.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import cases
from building import PROJECT
from dossier.content import content_problems
from dossier.dossier import load
from dossier.problems import DossierError, Problem, annotations

CASES = [pytest.param(case, id=f"{path.stem}: {case.title}") for path in sorted((PROJECT / "tests/problems").glob("*.txt")) for case in cases.read(path)]


def problems(folder: Path) -> list[str]:
    """Return every line that is printed of a dossier."""
    try:
        load(folder)
    except DossierError as error:
        return str(error).splitlines()
    return []


def check(folder: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Check a dossier the way an editor does."""
    variables = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins"), "GITHUB_ACTIONS": "", "TODAY": "2026-12-31", **variables}
    command = [sys.executable, "-m", "dossier", "check", "--dossier", str(folder), *options]
    return subprocess.run(command, env=variables, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("case", CASES)
def test_each_slip_is_told_once_and_in_its_place(case: cases.Case, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each slip gives just the lines beside it in its case file, and what is right gives none."""
    case.apply(sample)
    monkeypatch.chdir(sample)

    assert case.expected == problems(Path())


def test_every_title_is_used_once() -> None:
    """No two cases in a file have one title."""
    ids = [str(case.id) for case in CASES]

    assert sorted(set(ids)) == sorted(ids)


TEN_BROKEN_FILES = {
    "facts/bureau.yml": ("  kind: statement\n", "  kind statement\n"),
    "facts/more.yml": (None, "- a list\n"),
    "people/ada-brolly.yml": ("lead: brolly-headed-bureau\n", "lead: brolly-led-bureaus\nborn: 1950\n"),
    "people/pluvius-drench.yml": ("name: Pluvius Drench\n", "nmae: Pluvius Drench\n"),
    "countries/drizzlia.yml": ("kind: country\n", "kind: countri\n"),
    "organisations/umbrella-bureau.yml": ("kind: state-body\n", "kind: state-body\nkind: party\n"),
    "organisations/drizzlia-gazette.yml": ("short: Gazette\n", "short: Gazette: daily\n"),
    "cases/parasol-affair.yml": ("kind: incident\n", "kind:\n"),
    "sources/bureau-ledger.yml": ("note: Not held; the Gazette describes it.\n", "note: Not held; the <b>Gazette</b> describes it.\n"),
    "disagreements/dry-weather.yml": ("facts: [drench-on-dry-weather, brolly-calls-it-a-fairy-tale]\n", "facts: [drench-on-dry-weather]\n"),
}
"""Each with the lines that are replaced and what takes their place. The first defines ids that five of the others use."""


def test_ten_files_broken_in_ten_ways_give_ten_lines(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All is told in one run, each slip in its place, and nothing of the ids that a broken file would have defined."""
    for name, (old, new) in TEN_BROKEN_FILES.items():
        text = (sample / name).read_text(encoding="utf-8") if old else ""
        assert text.count(old or "") == 1
        (sample / name).write_text(text.replace(old or "", new), encoding="utf-8")
    monkeypatch.chdir(sample)

    places = [":".join(line.split(":")[:3]) for line in problems(Path())]

    assert places == [
        "cases/parasol-affair.yml:2:6",
        "countries/drizzlia.yml:2:7",
        "disagreements/dry-weather.yml:3:8",
        "facts/bureau.yml:32:3",
        "facts/more.yml:1:1",
        "organisations/drizzlia-gazette.yml:2:15",
        "organisations/umbrella-bureau.yml:3:1",
        "people/ada-brolly.yml:3:1",
        "people/pluvius-drench.yml:1:1",
        "sources/bureau-ledger.yml:4:21",
    ]


def test_the_command_prints_each_problem_and_fails(sample: Path) -> None:
    """An editor sees one line a problem and their number, no traceback, and the status that stops a build."""
    (sample / "people/ada-brolly.yml").write_text("nmae: Ada Brolly\n", encoding="utf-8")
    (sample / "countries/drizzlia.yml").write_text("name: Drizzlia\nkind: [\n", encoding="utf-8")

    done = check(sample)

    assert done.returncode == 1
    assert done.stdout == ""
    first, second, last = done.stderr.splitlines()
    assert first.startswith(f"{sample}/countries/drizzlia.yml:3:1: expected ")
    assert second.startswith(f"{sample}/people/ada-brolly.yml:1:1: expected ")
    assert f"2 problems in {sample}" == last


def test_the_command_passes_what_is_right(sample: Path) -> None:
    """A dossier without a problem is counted, on one line, and the status is 0."""
    done = check(sample)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("The Umbrella Papers: 9 facts, 10 citations, ")


def test_problems_are_told_to_github_at_their_place(sample: Path) -> None:
    """Asked for, or where GitHub Actions runs it, each problem is also a line that marks the file; the other lines stay."""
    (sample / "people/ada-brolly.yml").write_text("nmae: Ada Brolly\n", encoding="utf-8")
    plain = check(sample)

    asked, unasked = check(sample, "--format", "github"), check(sample, GITHUB_ACTIONS="true")

    assert asked.stdout.startswith(f"::error file={sample}/people/ada-brolly.yml,line=1,col=1::expected one of the fields name, ")
    assert asked.stdout.count("\n") == 1
    assert (asked.returncode, asked.stderr, plain.stdout) == (1, plain.stderr, "")
    assert (unasked.returncode, unasked.stderr, unasked.stdout) == (1, plain.stderr, asked.stdout)
    assert check(sample, "--format", "text", GITHUB_ACTIONS="true").stdout == ""


def test_what_means_something_to_github_is_escaped() -> None:
    """A percent sign, a comma or a colon in a path, and a line break cannot end an annotation or forge another."""
    problem = Problem("a:b,100%.yml", 2, 3, "found 5%, ::error::\nline")

    assert annotations([problem]) == "::error file=a%3Ab%2C100%25.yml,line=2,col=3::found 5%25, ::error::%0Aline"


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    """A mistyped folder is told like any other slip."""
    done = check(tmp_path / "datta")

    assert done.returncode == 1
    assert done.stderr.startswith(f"{tmp_path}/datta:1:1: expected a dossier's folder with a dossier.yml, found none")


def test_two_versions_left_by_git_are_not_taken_for_a_story(sample: Path) -> None:
    """Nor for a page: they are told at their line, as in the data."""
    page = sample / "content/pages/about.md"
    page.write_text("Title: About\n\n<<<<<<< HEAD\nPapers.\n=======\nThe papers.\n>>>>>>> other\n", encoding="utf-8")

    [problem] = content_problems(sample / "content", ["stories"], load(sample))

    assert (problem.line, problem.column) == (3, 1)
    assert problem.message.startswith("expected one version, found git's mark '<<<<<<< HEAD'")


def test_a_case_whose_lines_are_not_there_fails(sample: Path) -> None:
    """A case that no longer fits the sample is noticed."""
    edit = cases.Edit("@", "people/ada-brolly.yml", [("-", "name: Ada Umbrella"), ("+", "name: Ada")])

    with pytest.raises(ValueError, match="exactly once, found them 0 times"):
        edit.apply(sample)
