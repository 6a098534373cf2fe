"""
Reads a commit from git, and leaves the work tree alone.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

# Within a hook these point at the repository of the hook, wherever the dossier is.
_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")


class GitError(Exception):
    """
    Why a commit cannot be read, in a sentence for whoever asked for it.
    """


@dataclass(frozen=True, slots=True)
class Commit:
    """
    A commit, and how it was asked for.
    """

    name: str
    """As typed: ``main``, ``HEAD^1``."""

    hash: str
    day: str
    """The day of the commit."""


class Repository:
    """
    The repository that a folder is in.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            msg = f"there is no folder {folder}"
            raise GitError(msg)
        self._folder = folder.resolve()
        try:
            self.top = Path(self._run("rev-parse", "--show-toplevel").decode().rstrip("\n")).resolve()
        except GitError as error:
            if "not a git repository" in str(error):
                msg = f"{folder} is in no git repository, so there is no earlier dossier to compare with"
                raise GitError(msg) from None
            raise

    def commit(self, name: str) -> Commit:
        """
        Return the commit of a name.

        Raises:
            GitError: If there is none.
        """
        try:
            hash_ = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
        except GitError:
            raise GitError(self._missing(name)) from None
        day = self._run("show", "--no-patch", "--format=%cs", hash_).decode().strip()
        return Commit(name, hash_, day)

    def lacks(self, base: Commit, head: Commit | None) -> int:
        """
        Return how many commits of the one are not in the history of the other, or of what is checked out.
        """
        return int(self._run("rev-list", "--count", base.hash, f"^{head.hash if head else 'HEAD'}"))

    def holds(self, folder: Path) -> bool:
        """
        Say whether a folder, there or not, is in this repository.
        """
        return folder.resolve().is_relative_to(self.top)

    def export(self, commit: Commit, folder: Path, target: Path) -> bool:
        """
        Write the files that a folder has in a commit into another folder.

        Blobs are read one by one, for an archive would leave out what a commit's own attributes tell it to.

        Returns:
            Whether the commit has the folder.
        """
        within = folder.resolve().relative_to(self.top).as_posix()
        tree = commit.hash if within == "." else f"{commit.hash}:{within}"
        try:
            listed = self._run("ls-tree", "-r", "-z", "--full-tree", tree)
        except GitError:
            return False
        files = [line.split("\t", 1) for line in listed.decode("utf-8", "surrogateescape").split("\0") if line]
        # Links and submodules are no files of a dossier.
        regular = [(about.split()[2], path) for about, path in files if about.startswith("100")]
        for path, content in zip((path for _, path in regular), self._blobs([hash_ for hash_, _ in regular]), strict=True):
            place = target / path
            if ".." in Path(path).parts or not place.is_relative_to(target):
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return True

    def _blobs(self, hashes: list[str]) -> list[bytes]:
        told = self._run("cat-file", "--batch", given="".join(f"{hash_}\n" for hash_ in hashes).encode())
        found, at = [], 0
        for _ in hashes:
            end = told.index(b"\n", at)
            size = int(told[at:end].split()[2])
            found.append(told[end + 1 : end + 1 + size])
            at = end + 1 + size + 1
        return found

    def _missing(self, name: str) -> str:
        why = f"there is no commit '{name}'"
        if self._run("rev-parse", "--is-shallow-repository").strip() == b"true":
            return f"{why} in what was fetched, for this clone holds only the newest history: fetch the rest with 'git fetch --unshallow' (on GitHub: fetch-depth: 0)"
        for remote in self._run("remote").decode().split():
            try:
                self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{remote}/{name}^{{commit}}")
            except GitError:
                continue
            return f"{why} here: take {remote}/{name}"
        return f"{why}: 'git log --oneline' and 'git branch --all' list those that there are"

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
        environment["LC_ALL"] = "C"
        try:
            done = subprocess.run(["git", "-C", str(self._folder), *arguments], input=given, capture_output=True, env=environment, check=False)
        except FileNotFoundError:
            msg = "git is not installed, and earlier dossiers are read from it (on Debian or Ubuntu: sudo apt-get install git)"
            raise GitError(msg) from None
        if done.returncode:
            told = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise GitError(told[0].removeprefix("fatal: ") if told else f"git {arguments[0]} failed")
        return done.stdout
