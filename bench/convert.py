"""
Turns a generated dossier into one of this project's own form, so that both can be built and compared.

What the peers' dossier has no word for (a fact's voice and the day it was added, a source's character, the place that prints a spelling) is filled
with what the form demands and the pages compared do not print.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import yaml

_LINK = re.compile(r"\[([^\]]*)\]\(/(?:people|organisations)/(\w+)/\)")
_PAGES_OF_A_SOURCE = 240

KINDS = {
    "payment": "money",
    "meeting": "event",
    "contract": "document",
    "filing": "leak",
    "ownership": "background",
    "travel": "operation",
    "ruling": "measure",
    "appointment": "post",
    "statement": "statement",
    "shipment": "outcome",
}
"""The peers' ten words for what a fact is, each with a word of ours that stands for it: the bench's theme prints theirs again."""

_SETTINGS = """\
title: Dossier
subtitle: A synthetic dossier
language: en
licence: CC0 1.0
licence_url: https://creativecommons.org/publicdomain/zero/1.0/
contact: not stated
citations: {place: page, words: optional}
dates: {earliest: 1990, latest: 2024}
"""


def convert(given: Path, folder: Path) -> None:
    """
    Write a dossier anew.

    Args:
        given: What ``generate`` wrote.
        folder: Where to write; what is there is deleted.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("people", "organisations", "countries", "sources", "facts", "cases", "disagreements"):
        (folder / name).mkdir(parents=True)
    (folder / "dossier.yml").write_text(_SETTINGS, encoding="utf-8")
    for entity in _items(given / "countries.yaml"):
        _write(folder / "countries" / f"{entity['id']}.yml", f"name: {entity['name']}\nkind: country\n")
    places = _places(given)
    for sort in ("people", "organisations"):
        for path in sorted((given / sort).iterdir()):
            told = [(entity, next(places)) for entity in _items(path)]
            for entity, place in told:
                _write(folder / sort / f"{entity['id']}.yml", _entity(entity, sort, place))
            _write(folder / "facts" / f"{path.stem}.yml", "\n".join(_summary(entity, place) for entity, place in told))
    for path in sorted((given / "sources").iterdir()):
        for source in _items(path):
            _write(folder / "sources" / f"{source['id']}.yml", _source(source))
    for path in sorted((given / "facts").iterdir()):
        _write(folder / "facts" / f"{path.stem}.yml", "\n".join(map(_fact, _items(path))))


def _places(given: Path) -> Iterator[str]:
    """Places that summaries and spellings are cited from: spread over the sources, for one paragraph that says all is no one's dossier."""
    ids = [source["id"] for path in sorted((given / "sources").iterdir()) for source in _items(path)]
    for number in count():
        yield f"{ids[number % len(ids)]} {number % _PAGES_OF_A_SOURCE + 1}"


def _items(path: Path) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return items


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _prose(text: str, room: int) -> str:
    """Text with our links, on the line below its key as an editor has it."""
    return f">\n{' ' * room}{_LINK.sub(lambda found: f'[[{found[2]}|{found[1]}]]', text)}"


def _entity(entity: dict[str, Any], sort: str, place: str) -> str:
    lines = [f"name: {entity['name']}"]
    if sort == "organisations":
        lines.append("kind: company")
    if entity["aliases"]:
        lines.append("spelled:")
        lines += [f"  {alias}: {place}" for alias in entity["aliases"]]
    lines.append(f"lead: about-{entity['id']}")
    return "\n".join(lines) + "\n"


def _summary(entity: dict[str, Any], place: str) -> str:
    """What the peers keep as an entity's summary is a fact here, as every statement is; it alone has no date."""
    return f"about-{entity['id']}:\n  text: {_prose(entity['summary'], 4)}\n  kind: career\n  voice: reporting\n  about: {entity['id']}\n  cite: {place}\n  added: 2026-01-01\n"


def _source(source: dict[str, Any]) -> str:
    return f"title: {source['title']}\nauthor: {source['publisher']}\ndate: {source['date']}\nurl: {source['href']}\ncharacter: document\nnote: A synthetic source.\n"


def _fact(fact: dict[str, Any]) -> str:
    lines = [
        f"{fact['id']}:",
        f"  text: {_prose(fact['statement'], 4)}",
        f"  kind: {KINDS[fact['kind']]}",
        "  voice: reporting",
        f"  date: {fact['date']}",
        f"  about: [{', '.join([*fact['about'], *fact['countries']])}]",
        "  cite:",
        *(f"    - {citation['source']} {citation['para']}" for citation in fact["citations"]),
        "  added: 2026-01-01",
    ]
    return "\n".join(lines) + "\n"

