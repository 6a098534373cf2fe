"""
Edits one fact while a preview runs, and waits until all pages that list the fact are new.
"""

from __future__ import annotations

import http.client
import os
import random
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from .measure import Figures, TooLongError
from .sites import OURS, Site

_PAUSE = 0.002
_TICK = 0.1
_QUIET_AT_FIRST, _QUIET = 15, 8
"""For how many ticks in a row a preview does nothing before it is taken to be done."""

_SETTLES_IN = 1800


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to one fact, in either form of the dossier."""

    file: str
    """The file's name without its ending."""

    fact: dict[str, Any]

    def pages(self) -> list[str]:
        """The addresses of the pages that list the fact, as the peers have them."""
        about = [f"/{'people' if id_.startswith('p') else 'organisations'}/{id_}/" for id_ in self.fact["about"]]
        cited = [f"/sources/{citation['source']}/" for citation in self.fact["citations"]]
        return [*about, *(f"/countries/{id_}/" for id_ in self.fact["countries"]), *cited, f"/chronology/{self.fact['date'][:4]}/"]

    def make(self, facts: Path, word: str, *, ours: bool) -> None:
        """
        Write a word into the fact.

        Args:
            facts: The folder of the files with facts.
            word: What to write.
            ours: Whether the dossier is in this project's form.
        """
        path = facts / f"{self.file}.{'yml' if ours else 'yaml'}"
        before_text = rf"^{self.fact['id']}:\n  text: >\n" if ours else rf"^- id: {self.fact['id']}\n(?:  .*\n)*?  statement: >-\n"
        text, times = re.subn(before_text, lambda found: f"{found[0]}    {word}\n", path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        if times != 1:
            msg = f"{path} has no fact {self.fact['id']}"
            raise ValueError(msg)
        path.write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Preview:
    """
    A preview that runs.
    """

    process: subprocess.Popen[bytes]
    port: int
    facts: Path
    """The folder of the files with facts."""

    ours: bool
    """Whether it is this project's, whose dossier and addresses have another form."""

    def changed(self, edit: Edit, word: str, limit: float) -> Figures:
        """
        Write a word into a fact and return how long it took until every page had it.

        Raises:
            TooLongError: If it took longer than so many seconds.
        """
        left = edit.pages()
        for url in left:
            self._get(url)  # as if open in a browser: some previews make anew first what was looked at last
        self.settle(_QUIET)
        begun = time.perf_counter()
        edit.make(self.facts, word, ours=self.ours)
        while left := [url for url in left if word.encode() not in self._get(url)]:
            if time.perf_counter() - begun > limit:
                raise TooLongError
            time.sleep(_PAUSE)
        return Figures(time.perf_counter() - begun)

    def settle(self, ticks: int) -> None:
        """
        Wait until the preview answers and has nothing left to do.

        Raises:
            SystemExit: If it never does.
        """
        quiet, before = 0, -1
        for _ in range(int(_SETTLES_IN / _TICK)):
            time.sleep(_TICK)
            used = _ticks_used(self.process.pid)
            # One tick of the clock is what idling takes.
            quiet = quiet + 1 if used - before <= 1 and self._get("/") else 0
            before = used
            if quiet >= ticks:
                return
        raise SystemExit(f"the preview {self.process.args} never settled")

    def _get(self, url: str) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", _our_address(url) if self.ours else url)
            answer = connection.getresponse()
            return answer.read() if answer.status == http.HTTPStatus.OK else b""
        except (OSError, http.client.HTTPException):
            return b""
        finally:
            connection.close()


@contextmanager
def previewing(site: Site, name: str, log: Path) -> Iterator[Preview]:
    """
    Run a site's preview, with ``{port}`` in its command for the port, until it has settled; and end it afterwards.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [word.format(port=port) for word in site.command]
    with log.open("wb") as written:
        process = subprocess.Popen(command, cwd=site.folder, env=site.variables, stdin=subprocess.DEVNULL, stdout=written, stderr=written, start_new_session=True)
    preview = Preview(process, port, site.folder / "data/facts", name == OURS)
    try:
        preview.settle(_QUIET_AT_FIRST)
        yield preview
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def edits(dossier: Path, seed: int = 7) -> Iterator[tuple[Edit, str]]:
    """
    Yield facts to change, and for each a word that is nowhere yet.

    Args:
        dossier: In the form of the peers.
        seed: What chooses the facts.
    """
    chance = random.Random(seed)
    files = sorted((dossier / "facts").iterdir())
    for number in count():
        path = chance.choice(files)
        yield Edit(path.stem, chance.choice(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader))), f"zz{number}q{seed}"


def _our_address(url: str) -> str:
    if url == "/":
        return url
    return url.replace("/chronology/", "/chronology/years/").removesuffix("/") + ".html"


def _ticks_used(group: int) -> int:
    """The processor's ticks that a group of processes has used."""
    used = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        if int(fields[2]) == group:
            used += int(fields[11]) + int(fields[12])
    return used
