"""
The world's countries as one published atlas draws them: outlines, names, and who borders whom.

Nobody here has drawn a border: ``draw/outlines.json`` is made by ``tools/outlines.py`` from the atlas that it names.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "draw/outlines.json"

Ring = tuple[tuple[float, float], ...]
"""Longitudes and latitudes in degrees; a ring that crosses the 180th meridian runs on beyond it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """
    A country in the atlas.
    """

    code: str
    """ISO 3166-1 alpha-3, or what the atlas has instead."""

    name: str
    """As the atlas has it, in English."""

    borders: tuple[str, ...]
    """The codes of those that share a land border with it, sorted."""

    rings: tuple[Ring, ...]
    """Lands, islands and holes, by the even-odd rule; that of the largest land first."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """
    Where the outlines are from, and the outlines.
    """

    name: str
    """What it is called."""

    version: str
    """Which one."""

    licence: str
    """By its SPDX name."""

    url: str
    """Where it is published."""

    outlines: Mapping[str, Outline]
    """By code."""


@cache
def atlas() -> Atlas:
    """
    Return the atlas, read once.
    """
    read = json.loads(_FILE.read_text(encoding="utf-8"))
    grid = read["grid"]
    outlines = {
        code: Outline(code, outline["name"], tuple(outline["borders"]), tuple(_ring(ring, grid) for ring in outline["rings"]))
        for code, outline in read["outlines"].items()
    }
    return Atlas(read["atlas"], read["version"], read["licence"], read["url"], outlines)


def _ring(numbers: list[int], grid: int) -> Ring:
    return tuple((x / grid, y / grid) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
