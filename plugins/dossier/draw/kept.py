"""
Keeps what took long to lay out, so that the same drawing is not laid out twice.

It is only ever a shortcut: what is kept stands under a fingerprint of everything that it was made from, the code included, and with a sum of its own.
Whatever is missing, damaged or of another version is made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")

_MOST = 64
"""How many files are kept; those that were not asked for longest go first."""

_HERE = Path(__file__).parent


class Kept:
    """
    What is kept in a folder; without one, for as long as the process runs.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._known: dict[str, Any] = {}

    def of(self, form: type[T], given: Any, make: Callable[[], T]) -> T:
        """
        Return what is made from something, made before or made now.

        Args:
            form: The dataclass that is made; its fields are numbers, text, and tuples and dataclasses of these.
            given: All that it is made from, as JSON can write it. Numbers come back from JSON to the last bit.
            make: Makes it.
        """
        key = hashlib.sha256(json.dumps([form.__name__, _version(), given], sort_keys=True).encode()).hexdigest()
        if key not in self._known:
            found = self._read(key, form)
            if found is None:
                content = TypeAdapter(form).dump_json(make())
                self._write(key, content)
                # By the same way as what is read, so that the two can differ in nothing.
                found = TypeAdapter(form).validate_json(content)
            self._known[key] = found
        known: T = self._known[key]
        return known

    def _read(self, key: str, form: type[T]) -> T | None:
        if self.folder is None:
            return None
        path = self.folder / key
        try:
            total, _, content = path.read_bytes().partition(b"\n")
            if total.decode("latin-1") != hashlib.sha256(content).hexdigest():
                return None
            found = TypeAdapter(form).validate_json(content)
            os.utime(path)
        except (OSError, ValidationError):
            return None
        return found

    def _write(self, key: str, content: bytes) -> None:
        if self.folder is None:
            return
        # A full or write-protected disk costs the shortcut, not the build.
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            new = self.folder / f"{key}.{os.getpid()}"
            new.write_bytes(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
            new.replace(self.folder / key)
            files = sorted((path for path in self.folder.iterdir() if path.is_file()), key=lambda path: path.stat().st_mtime)
            for path in files[:-_MOST]:
                path.unlink(missing_ok=True)


kept = Kept()
"""What this process keeps; whoever builds says in which folder."""


@cache
def _version() -> str:
    """A fingerprint of the code that draws, of what it draws on, and of the Python that runs it."""
    found = hashlib.sha256(sys.version.encode())
    for path in sorted([*_HERE.glob("*.py"), *_HERE.glob("*.json"), _HERE.parent / "atlas.py"]):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()
