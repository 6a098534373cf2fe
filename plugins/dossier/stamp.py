"""
Tells whether a site would be built from just what it was last built from, so that it need not be.

It asks for little on purpose: neither Pelican nor the dossier is imported before the answer is known.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_VARIABLES = ("DOSSIER", "SITEURL")
_PASSED_OVER = frozenset({"__pycache__", ".git", ".venv"})


class Stamp:
    """
    What a site was built from, and what came of it.
    """

    def __init__(self, folder: Path, output: Path, inputs: Iterable[Path], words: Iterable[str]) -> None:
        """
        Take the fingerprint of all that a build reads.

        Args:
            folder: Where stamps are kept.
            output: The site's folder.
            inputs: Files and folders that the build reads.
            words: What the build is told on the command line.
        """
        self._output = output
        self._file = folder / f"stamp-{hashlib.sha256(str(output.absolute()).encode()).hexdigest()[:16]}"
        found = hashlib.sha256(json.dumps([sys.version, *words, *(os.environ.get(name, "") for name in _VARIABLES)]).encode())
        for top in inputs:
            for path in sorted(_files(top)):
                try:
                    content = path.read_bytes()
                except OSError as error:
                    content = str(error).encode()  # the build will tell of it, as of any other slip
                found.update(f"{path}\0{len(content)}\0".encode())
                found.update(content)
        self._inputs = found.hexdigest()

    def holds(self) -> bool:
        """
        Say whether the site is there just as it was built, from just what there is now.
        """
        try:
            return self._file.read_bytes() == f"{self._inputs} {_state(self._output)}\n".encode()
        except OSError:
            return False

    def write(self) -> None:
        """
        Note that the site was built. Where that cannot be written, the next build is made in full.
        """
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            new = self._file.with_name(f"{self._file.name}.{os.getpid()}")
            new.write_text(f"{self._inputs} {_state(self._output)}\n", encoding="utf-8")
            new.replace(self._file)


def _files(top: Path) -> Iterator[Path]:
    if top.is_file():
        yield top
        return
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if name not in _PASSED_OVER]
        for name in names:
            if not name.endswith(".pyc"):
                yield Path(folder, name)


def _state(output: Path) -> str:
    """The name, size and time of every file of a site: whoever touches one has it built anew."""
    found = hashlib.sha256()
    for folder, folders, names in os.walk(output):
        folders.sort()
        for name in sorted(names):
            status = os.stat(os.path.join(folder, name))
            found.update(f"{folder}/{name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return found.hexdigest()
