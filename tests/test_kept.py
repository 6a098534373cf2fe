"""
What is kept of drawings is a shortcut, and nothing but one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from building import PROJECT, build, tree
from dossier.draw import kept as module
from dossier.draw.kept import Kept


@dataclass(frozen=True, slots=True)
class Plan:
    """What a drawing could be."""

    width: float
    points: tuple[tuple[float, float], ...]


PLAN = Plan(0.1 + 0.2, ((1 / 3, 1e-17), (880.0, -0.0)))


class Maker:
    """Makes a plan, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Plan:
        self.times += 1
        return PLAN


@pytest.fixture
def made() -> Maker:
    """One that has made nothing yet."""
    return Maker()


def test_what_was_made_is_not_made_again(tmp_path: Path, made: Maker) -> None:
    """Neither in one process nor in the next, and it comes back to the last bit."""
    first, second = Kept(tmp_path), Kept(tmp_path)

    found = [first.of(Plan, [1], made), first.of(Plan, [1], made), second.of(Plan, [1], made)]

    assert [repr(plan) for plan in found] == [repr(PLAN)] * 3
    assert made.times == 1


def test_other_data_is_made_anew(tmp_path: Path, made: Maker) -> None:
    """Whatever it is made from counts."""
    kept = Kept(tmp_path)

    kept.of(Plan, [1, "a"], made)
    kept.of(Plan, [1, "b"], made)

    assert made.times == 2


def test_other_code_makes_it_anew(tmp_path: Path, made: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version has laid out is not taken."""
    Kept(tmp_path).of(Plan, [1], made)
    monkeypatch.setattr(module, "_version", lambda: "another")
    Kept(tmp_path).of(Plan, [1], made)

    assert made.times == 2


@pytest.mark.parametrize("damage", [b"", b"\n", b"\xff\xfe", b"{}", b"0" * 64 + b"\n{}"], ids=["empty", "blank", "bytes", "json", "wrong sum"])
def test_what_is_damaged_is_made_anew(damage: bytes, tmp_path: Path, made: Maker) -> None:
    """Cut off, overwritten or of another shape."""
    Kept(tmp_path).of(Plan, [1], made)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for content in (damage, whole[:-5], whole.replace(b"880", b"881")):
        file.write_bytes(content)
        assert Kept(tmp_path).of(Plan, [1], made) == PLAN

    assert made.times == 4
    assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path, made: Maker) -> None:
    """As on a full disk."""
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")

    assert Kept(in_the_way / "below").of(Plan, [1], made) == PLAN
    assert Kept(None).of(Plan, [1], made) == PLAN


def test_a_site_is_the_same_with_it_and_without(sample_site: Path, tmp_path: Path) -> None:
    """Cold, warm and switched off, to the byte."""
    def built(name: str, cache: str) -> dict[str, bytes]:
        output = tmp_path / name
        done = build(output, dossier=PROJECT / "tests/sample", content=PROJECT / "tests/sample/content", extra=["-e", f"DOSSIER_CACHE={cache}"])
        assert done.status == 0, done.errors
        return tree(output)

    folder = f'"{tmp_path / "cache"}"'
    cold = built("cold", folder)

    assert any((tmp_path / "cache").iterdir())
    assert built("warm", folder) == cold
    assert built("off", "null") == cold
    assert tree(sample_site) == cold
