"""
Makes up a dossier of any size, the same to the byte for the same size and seed, in the form that the peers read.

Of N facts it has N/10 people, N/20 organisations, N/50 sources and 20 countries, fifty records a file.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

_T = TypeVar("_T")

_LISTS = {name: words.split() for name, words in re.findall(r"^(.+):\n((?: .+\n)+)", Path(__file__).with_name("words.txt").read_text(encoding="utf-8"), re.M)}
"""The words that everything is drawn from, whose order is part of what makes a dossier."""

_COUNTRIES = {
    "ao": "Angola", "bh": "Bahrain", "br": "Brazil", "ch": "Switzerland", "cy": "Cyprus", "de": "Germany", "fr": "France",
    "gb": "United Kingdom", "id": "Indonesia", "ke": "Kenya", "kz": "Kazakhstan", "lr": "Liberia", "lu": "Luxembourg",
    "mt": "Malta", "ng": "Nigeria", "pa": "Panama", "ro": "Romania", "sg": "Singapore", "ua": "Ukraine",
    "vg": "British Virgin Islands",
}  # fmt: skip
_PUBLISHERS = (
    "High Court",
    "Companies Registry",
    "Public Prosecutor",
    "Parliamentary Inquiry",
    "Land Registry",
    "Daily Record",
    "Port Authority",
    "Customs Service",
)
_FIRST_YEAR, _LAST_YEAR = 1990, 2024
_RECORDS_A_FILE = 50
_COLUMNS = 88


class _Entity(NamedTuple):
    id: str
    folder: str
    name: str


def generate(facts: int, folder: Path, seed: int = 1) -> None:
    """
    Write a dossier.

    Args:
        facts: How many facts it has.
        folder: Where to write; what is there is deleted.
        seed: What chooses among the dossiers of one size.
    """
    shutil.rmtree(folder, ignore_errors=True)
    chance = _Chance(random.Random(f"{seed}/{facts}"))
    people = [_Entity(f"p{number:05d}", "people", chance.person()) for number in range(1, max(4, facts // 10) + 1)]
    organisations = [_Entity(f"o{number:05d}", "organisations", chance.firm()) for number in range(1, max(4, facts // 20) + 1)]
    sources = [(f"s{number:05d}", chance.source()) for number in range(1, max(4, facts // 50) + 1)]
    for stem, entities in (("people/people", people), ("organisations/orgs", organisations)):
        _write(folder, stem, [_entity(chance, entity) for entity in entities])
    (folder / "countries.yaml").write_text("\n".join(f"- id: {id_}\n  name: {name}\n" for id_, name in _COUNTRIES.items()), encoding="utf-8")
    _write(folder, "sources/sources", [_source(id_, *told) for id_, told in sources])
    # One pool, whose first twentieth holds both sorts, is what most facts are about.
    pool = people + organisations
    chance.random.shuffle(pool)
    _write(folder, "facts/facts", [_fact(chance, number, pool, [id_ for id_, _ in sources]) for number in range(1, facts + 1)])


class _Chance:
    """
    Draws words, names and records; each draw moves on, so their order is part of what makes a dossier.
    """

    def __init__(self, given: random.Random) -> None:
        self.random = given

    def _one(self, name: str) -> str:
        return self.random.choice(_LISTS[name])

    def _words(self, number: int) -> list[str]:
        return [self._one("small words") if self.random.random() < 0.35 else self._one("words") for _ in range(number)]

    def _capitalised(self) -> str:
        return self._one("words").capitalize()

    def person(self) -> str:
        return f"{self._one('first names')} {self._capitalised()} {self._one('last names')}"

    def firm(self) -> str:
        return f"{self._one('places')} {self._capitalised()} {self._one('trades')} {self._one('forms')}"

    def aliases(self, name: str) -> list[str]:
        """None to three, each once."""
        last = name.split(" ")[-1]
        return list(dict.fromkeys(f"{self._capitalised()} {last}" for _ in range(self.random.randint(0, 3))))

    def source(self) -> tuple[str, str, str]:
        """A title, a publisher and a day."""
        return " ".join(self._words(self.random.randint(4, 8))).capitalize(), self.random.choice(_PUBLISHERS), self.day()

    def kind(self) -> str:
        return self._one("kinds")

    def day(self) -> str:
        return f"{self.random.randint(_FIRST_YEAR, _LAST_YEAR)}-{self.random.randint(1, 12):02d}-{self.random.randint(1, 28):02d}"

    def prose(self, number: int) -> str:
        """So many words in sentences, with some Markdown emphasis."""
        words, written, at = self._words(number), [], 0
        while at < number:
            length = min(number - at, self.random.randint(8, 16))
            if number - at - length < 4:
                length = number - at
            written += self._sentence(words[at : at + length])
            at += length
        return " ".join(written)

    def _sentence(self, words: list[str]) -> list[str]:
        words[0] = words[0].capitalize()
        if len(words) > 6 and self.random.random() < 0.4:
            at = self.random.randrange(2, len(words) - 1)
            mark = "**" if self.random.random() < 0.3 else "*"
            words[at] = f"{mark}{words[at]}{mark}"
        if len(words) > 9:
            words[len(words) // 2] += ","
        words[-1] += "."
        return words

    def some(self, pool: Sequence[_T], number: int) -> list[_T]:
        """Different ones of a pool, a fifth of the draws among its first twentieth: a few records are in very many facts."""
        found: list[_T] = []
        while len(found) < number:
            one = pool[self.random.randrange(max(1, len(pool) // 20))] if self.random.random() < 0.2 else self.random.choice(pool)
            if one not in found:
                found.append(one)
        return found

    def statement(self, about: list[_Entity]) -> str:
        """Prose that links one or two of the records that it is about."""
        words = self.prose(self.random.randint(20, 40)).split(" ")
        linked = self.random.sample(about, self.random.randint(1, min(2, len(about))))
        places = sorted(self.random.sample(range(1, len(words) - 1), len(linked)), reverse=True)
        for at, entity in zip(places, linked, strict=True):
            words.insert(at, f"[{entity.name}](/{entity.folder}/{entity.id}/)")
        return " ".join(words)


def _write(folder: Path, stem: str, records: list[str]) -> None:
    for number, start in enumerate(range(0, len(records), _RECORDS_A_FILE), start=1):
        path = folder / f"{stem}-{number:04d}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(records[start : start + _RECORDS_A_FILE]), encoding="utf-8")


def _folded(text: str) -> str:
    """Text as the value of a key, folded as an editor would."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _COLUMNS - 4:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return ">-\n" + "\n".join(f"    {line}" for line in lines)


def _entity(chance: _Chance, entity: _Entity) -> str:
    aliases = chance.aliases(entity.name)
    also = "  aliases:\n" + "\n".join(f"  - {alias}" for alias in aliases) if aliases else "  aliases: []"
    return f"- id: {entity.id}\n  name: {entity.name}\n{also}\n  summary: {_folded(chance.prose(chance.random.randint(40, 80)))}\n"


def _source(id_: str, title: str, publisher: str, day: str) -> str:
    return f'- id: {id_}\n  title: {title}\n  publisher: {publisher}\n  date: "{day}"\n  href: https://archive.example.org/{id_}\n'


def _fact(chance: _Chance, number: int, pool: list[_Entity], sources: list[str]) -> str:
    about = chance.some(pool, chance.random.randint(2, 4))
    countries = chance.random.sample(list(_COUNTRIES), chance.random.randint(1, 2))
    cited = chance.some(sources, chance.random.randint(1, 3))
    lines = [
        f"- id: f{number:06d}",
        f'  date: "{chance.day()}"',
        f"  kind: {chance.kind()}",
        f"  statement: {_folded(chance.statement(about))}",
        f"  about: [{', '.join(entity.id for entity in about)}]",
        "  countries: [" + ", ".join(f'"{id_}"' for id_ in countries) + "]",
        "  citations:",
    ]
    for id_ in cited:
        lines += [f"  - source: {id_}", f"    para: {chance.random.randint(1, 240)}"]
    return "\n".join(lines) + "\n"
