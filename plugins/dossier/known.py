"""
What was read of a dossier before, so that who reads it again need only read what has changed since.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .model import Record
from .problems import Problem
from .yamlfile import Step, YamlFile


class Known:
    """
    The files that were read, and the records that were found right in them.
    """

    def __init__(self) -> None:
        self.files: dict[Path, tuple[YamlFile, list[Problem]]] = {}
        self._records: dict[tuple[int, tuple[Step, ...]], Record] = {}

    def forget(self, paths: Iterable[Path]) -> None:
        """
        Forget files that have changed, and all that was read in them.
        """
        for path in paths:
            if found := self.files.pop(path, None):
                self._records = {key: record for key, record in self._records.items() if key[0] != id(found[0])}

    def record(self, file: YamlFile, steps: tuple[Step, ...]) -> Record | None:
        """
        Return a record by where it stands, if it is known.
        """
        return self._records.get((id(file), steps))

    def keep(self, file: YamlFile, steps: tuple[Step, ...], record: Record) -> None:
        """
        Keep a record that was found right.
        """
        self._records[id(file), steps] = record
