"""
What day it is: said by the environment or the clock, to the commands that ask; a build never does.
"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest

from building import PROJECT, as_first_published
from dossier.clock import today
from dossier.dossier import load
from dossier.problems import DossierError

DAY = datetime.date(2026, 2, 3)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"TODAY": "2026-02-03"}, DAY),
        ({"TODAY": "2026-02-03", "SOURCE_DATE_EPOCH": "0"}, DAY),
        ({"SOURCE_DATE_EPOCH": "1770076799"}, DAY),  # the last second of 2 February in Greenwich, when the day after has begun elsewhere
        ({"SOURCE_DATE_EPOCH": "1770026399"}, datetime.date(2026, 2, 2)),
    ],
)
def test_the_environment_says_what_day_it_is(variables: dict[str, str], expected: datetime.date) -> None:
    """A day by its name first, then by its seconds; the day is the one that has begun anywhere."""
    assert today(variables) == expected


def test_otherwise_the_clock_does() -> None:
    """The day is that of the clock, or the one after it where the day begins earlier."""
    now = datetime.datetime.now(datetime.UTC).date()

    assert now <= today({}) <= now + datetime.timedelta(days=2)


@pytest.mark.parametrize("variables", [{"TODAY": "tomorrow"}, {"SOURCE_DATE_EPOCH": "never"}])
def test_what_is_no_day_is_told(variables: dict[str, str]) -> None:
    """A slip in a variable is told in a line."""
    with pytest.raises(SystemExit, match="expected a day such as 2026-11-22 in TODAY"):
        today(variables)


@pytest.fixture
def later(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample with something done to a record in each way, on 4 February 2026."""
    as_first_published(sample)
    (sample / "requests/first.yml").write_text(
        "asked: umbrella-bureau\nabout: drench-on-dry-weather\non: 2026-02-04\nhow: by e-mail\nanswer: {on: 2026-02-04, text: No.}\n",
        encoding="utf-8",
    )
    with (sample / "people/ada-brolly.yml").open("a", encoding="utf-8") as file:
        file.write("changed: {on: 2026-02-04, was: Ada Broly, why: A slip.}\n")
    with (sample / "disagreements/dry-weather.yml").open("a", encoding="utf-8") as file:
        file.write("withdrawn: {on: 2026-02-04, why: Different summers.}\n")
    monkeypatch.chdir(sample)
    return sample


def test_what_is_still_to_come_is_a_problem(later: Path) -> None:
    """Each day after today is told in its place; on the day itself, and where nobody asks, there is none."""
    with pytest.raises(DossierError) as caught:
        load(Path(), DAY)

    told = "expected a day until today, 2026-02-03, found '2026-02-04', which is still to come: correct it"
    assert str(caught.value).splitlines() == [
        f"disagreements/dry-weather.yml:5:17: {told}",
        f"people/ada-brolly.yml:3:15: {told}",
        f"requests/first.yml:3:5: {told}",
        f"requests/first.yml:5:14: {told}",
    ]
    assert load(Path(), DAY + datetime.timedelta(days=1))
    assert load(Path())


def test_the_check_asks_what_day_it_is(later: Path) -> None:
    """`make check` refuses what is still to come."""
    variables = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins"), "TODAY": "2026-02-03"}
    command = [sys.executable, "-m", "dossier", "check", "--dossier", str(later)]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, timeout=60, check=False)

    assert done.returncode == 1
    assert done.stderr.count("which is still to come") == 4
