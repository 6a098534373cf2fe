"""
All records of a dossier as they were read, before anything is known of how they fit together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .fingerprints import Fingerprints
from .model import Disagreement, Entity, Fact, Move, Record, Request, Settings, Source
from .problems import Problem
from .yamlfile import Step, YamlFile

SETTINGS_ID = ""
"""What stands for the settings where a record's id is asked for."""


@dataclass(frozen=True, slots=True)
class Written:
    """
    Where a record is written.
    """

    file: YamlFile
    """The file."""

    steps: tuple[Step, ...] = ()
    """The way to the record in it: a fact's id; nothing where the file is the record."""


@dataclass(slots=True)
class Records:
    """
    Everything that could be read, and what is known of the rest.
    """

    settings: Settings | None = None
    """``dossier.yml``; ``None`` if it could not be read."""

    settings_file: YamlFile | None = None
    """Where the settings are written."""

    sources: dict[str, Source] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    disagreements: dict[str, Disagreement] = field(default_factory=dict)
    requests: dict[str, Request] = field(default_factory=dict)

    moves: dict[str, Move] = field(default_factory=dict)
    """By the earlier id."""

    moves_file: YamlFile | None = None
    """Where the moves are written, if any are."""

    fingerprints: dict[str, Fingerprints] = field(default_factory=dict)
    """By source."""

    written: dict[str, Written] = field(default_factory=dict)
    """By id, that of broken records too."""

    broken: set[str] = field(default_factory=set)
    """Ids whose records are written but wrong: they are reported once, and who refers to them is not."""

    broken_words: set[str] = field(default_factory=set)
    """Whatever could be an id in the records that are wrong, so that nobody seems unmentioned for their sake."""

    untold: bool = False
    """Whether some fact lacks its text, so that nobody can say whom it would have mentioned."""

    unknown: bool = False
    """Whether some file may have held ids that nobody can know now."""

    def __contains__(self, id_: str) -> bool:
        """Whether there is, or once all is mended will be, a record of this id."""
        return id_ in self.written or self.unknown

    def all(self) -> Iterator[Record]:
        """
        Yield every record that could be read, settings apart.
        """
        for group in (self.sources, self.entities, self.facts, self.disagreements, self.requests):
            yield from group.values()

    def everything(self) -> Iterator[tuple[str, Record]]:
        """
        Yield every record that could be read with the id that problems in it go by, settings included.
        """
        for record in self.all():
            yield record.id, record  # type: ignore[attr-defined]
        if self.settings:
            yield SETTINGS_ID, self.settings

    def problem(self, id_: str, message: str, *steps: Step, key: bool = False, find: str | re.Pattern[str] = "") -> Problem:
        """
        Return a problem placed in a record, or in the settings; the other arguments are those of ``YamlFile.problem``.
        """
        if id_ == SETTINGS_ID and self.settings_file:
            return self.settings_file.problem(message, *steps, key=key, find=find)
        written = self.written[id_]
        if not steps:
            return written.file.problem(message, *written.steps, key=True)
        return written.file.problem(message, *written.steps, *steps, key=key, find=find)
