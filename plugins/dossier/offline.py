"""
The offline edition: one archive of the whole site, the same to the byte from the same pages.

As a program it packs a site that is there: ``python -m dossier.offline SITE FOLDER NAME``.
"""

from __future__ import annotations

import hashlib
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = "offline"
SUMS = "SHA256SUMS"

# The page for lost readers is for web servers: its links lead to the site's address, not into the folder.
_LEFT_OUT = ("404.html", f"{FOLDER}/")
# A ZIP cannot tell of a time before this one, and no other day would follow from the pages.
_DATE = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Archive:
    """
    An offline edition that was written.
    """

    url: str
    """Where it is, from the site's root."""

    size: int
    """In bytes."""

    sha256: str
    """In hexadecimal digits, as ``sha256sum`` prints it."""

    files: int
    """How many files it holds, the list of their sums not counted."""

    @property
    def name(self) -> str:
        """Its file's name."""
        return self.url.rpartition("/")[2]

    @property
    def megabytes(self) -> str:
        """Its size in words: ``2.4 MB``."""
        return f"{self.size / 1_000_000:.1f} MB"


@dataclass(frozen=True, slots=True)
class OfflinePageView:
    """
    The page that offers the offline edition.
    """

    archive: Archive | None = None
    """What it offers; nothing in the edition itself, which cannot hold its own sum, and where none was made."""

    url: str = f"{FOLDER}.html"
    """The page itself, from the site's root."""


def pack(site: Path, folder: Path, name: str) -> Archive:
    """
    Write a site as one archive, with the sums of its files inside and its own sum beside it.

    Args:
        site: The folder of the finished site.
        folder: Where to write ``NAME.zip`` and ``SHA256SUMS``; it is made where there is none, and may lie in the site.
        name: The archive's name without its ending, and the name of the one folder in it.

    Returns:
        The archive, by its address from the parent of ``folder``.
    """
    files = dict(_files(site))
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in files.items())
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for path, content in [*files.items(), (SUMS, sums.encode())]:
            _add(archive, f"{name}/{path}", content)
    content = target.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    (folder / SUMS).write_text(f"{digest}  {target.name}\n", encoding="utf-8")
    return Archive(f"{folder.name}/{target.name}", len(content), digest, len(files))


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a site that a reader without a server needs, in an order that no file system decides."""
    for path in sorted(site.rglob("*"), key=lambda path: path.relative_to(site).as_posix()):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not name.startswith(_LEFT_OUT):
            yield name, path.read_bytes()


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file, with nothing in its entry that depends on day, machine or user."""
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    archive.writestr(entry, content, compresslevel=9)


if __name__ == "__main__":
    written = pack(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
    print(f"{written.name}: {written.megabytes}, {written.files} files, sha256 {written.sha256}")
