"""
A finished site takes the place of the old one, or the old one stays.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dossier import staging


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """A site that stands, and one that has been built beside it."""
    output, built = tmp_path / "output", staging.staging_path(tmp_path / "output")
    for folder, text in ((output, "old"), (built, "new")):
        folder.mkdir()
        (folder / "index.html").write_text(text, encoding="utf-8")
    return built, output


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_new_site_takes_the_place_of_the_old(sites: tuple[Path, Path], can_exchange: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one step or in two, nothing is left beside it."""
    built, output = sites
    if not can_exchange:
        monkeypatch.setattr(staging, "_exchange", lambda one, other: False)

    staging.publish(built, output)

    assert (output / "index.html").read_text(encoding="utf-8") == "new"
    assert list(output.parent.iterdir()) == [output]


def test_the_old_site_comes_back_if_the_new_one_cannot_be_placed(sites: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A failed rename leaves what stood before."""
    built, output = sites
    monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    (built / "index.html").unlink()
    built.rmdir()

    with pytest.raises(OSError, match="No such file"):
        staging.publish(built, output)

    assert (output / "index.html").read_text(encoding="utf-8") == "old"


def test_what_a_killed_build_left_is_taken_away(tmp_path: Path) -> None:
    """Only that: a build that still runs keeps its own."""
    output = tmp_path / "output"
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True).stdout.strip()
    abandoned, running = tmp_path / f".output.building-{gone}", staging.staging_path(output)
    for folder in (abandoned, running):
        folder.mkdir()

    staging.clear_abandoned(output)

    assert list(tmp_path.iterdir()) == [running]
