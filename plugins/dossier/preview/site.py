"""
The site as the preview shows it: read once, then only what has changed, and each page made when somebody looks at it.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any, NamedTuple

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.settings import read_settings
from pelican.writers import Writer

from ..content import content_problems
from ..dossier import Dossier, load
from ..generator import DossierGenerator
from ..known import Known
from ..logged import errors
from ..plugin import announce
from ..problems import DossierError

_PROBLEM = re.compile(r"(?P<place>[^\s:][^:]*:\d+(?::\d+)?): (?P<message>.+)")


class Line(NamedTuple):
    """
    What is said of what could not be shown.
    """

    place: str
    """``file:line:column``, or nothing where no place was named."""

    message: str


class _Catcher(Writer):
    """Pelican's writer, which keeps what it would have written."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings)
        self.caught: dict[str, io.StringIO] = {}

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> io.StringIO:
        class Kept(io.StringIO):
            def close(self) -> None:
                """Stay open: what was written is read afterwards."""

        name = Path(filename).relative_to(self.output_path).as_posix()
        self.caught[name] = Kept()
        return self.caught[name]


class _Plan(NamedTuple):
    """Everything there is to show."""

    writer: _Catcher
    pages: dict[str, Callable[[], None]]
    files: Callable[[], Iterable[tuple[str, bytes]]]
    theme: Path
    made: dict[str, bytes]
    """What somebody has looked at."""


class Site:
    """
    The site, as it is now.
    """

    def __init__(self, dossier: Path, content: Path) -> None:
        os.environ["DOSSIER"] = str(dossier)  # pelicanconf.py asks for it
        self._dossier, self._content = dossier, content
        self._known = Known()
        self._lock = threading.Lock()
        self._changed = threading.Condition()
        self._nowhere = tempfile.TemporaryDirectory(prefix="preview-")
        self._settings: dict[str, Any] | None = None
        self._pelican: Pelican | None = None
        self._generators: list[Generator] = []
        self._plan: _Plan | None = None
        self._began = time.time_ns()
        self._number = 0
        self.failed: tuple[Line, ...] = ()
        """Why the last change could not be shown; nothing if it could."""

    @property
    def version(self) -> str:
        """What a page shows: another after each change, and in each preview."""
        return f"{self._began}-{self._number}"

    @property
    def stands(self) -> bool:
        """Whether there is anything to show."""
        return self._plan is not None

    def wait(self, version: str, seconds: float) -> str:
        """
        Return the version, once it is another than the one that is known or the time is over.
        """
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, seconds)
        return self.version

    def change(self, changed: Iterable[Path] = ()) -> None:
        """
        Read what has changed; where that is wrong, what was shown before is shown on.
        """
        begun = time.perf_counter()
        with self._lock:
            self.failed = self._fresh(list(changed))
            self._number += 1
        with self._changed:
            self._changed.notify_all()
        for line in self.failed:
            print(f"{line.place}: {line.message}" if line.place else line.message, flush=True)
        print(f"{'Not shown' if self.failed else 'Shown'} after {(time.perf_counter() - begun) * 1000:.0f} ms", flush=True)

    def file(self, url: str) -> bytes | None:
        """
        Return a file of the site as it would be built, by its address from the site's root; nothing if there is none.
        """
        with self._lock:
            if self._plan is None:
                return None
            try:
                found = _made(self._plan, url)
            except SystemExit as stop:
                self.failed = (_line(str(stop.code)),)
                return self._plan.made.get(url, b"<!DOCTYPE html><title>Not shown</title><head></head><body></body>")
            return found

    def close(self) -> None:
        """
        Leave nothing behind.
        """
        self._nowhere.cleanup()

    def _fresh(self, changed: list[Path]) -> tuple[Line, ...]:
        said = io.StringIO()
        errors.count = 0
        try:
            with redirect_stderr(said):
                self._read(changed)
        except DossierError as error:
            return tuple(_line(str(problem)) for problem in error.problems)
        except SystemExit as stop:
            return tuple(_line(line) for line in [*said.getvalue().splitlines(), str(stop.code)] if line.strip())
        if errors.count:
            return tuple(_line(line) for line in said.getvalue().splitlines() if line.strip()) or (Line("", "Pelican has logged an error"),)
        return ()

    def _read(self, changed: list[Path]) -> None:
        touched = {path.absolute() for path in changed}
        self._known.forget([path for path in self._known.files if path.absolute() in touched])
        dossier = load(self._dossier, known=self._known)
        if self._settings is None:
            overrides = {"PATH": str(self._content), "OUTPUT_PATH": self._nowhere.name, "DOSSIER_OFFLINE": False, "DOSSIER_PROCESSES": 1, "THEME_STATIC_PATHS": []}
            self._settings = read_settings("pelicanconf.py", override=overrides)
        settings = self._settings
        if problems := list(content_problems(Path(settings["PATH"]), settings["ARTICLE_PATHS"], dossier)):
            raise DossierError(problems)
        announce(settings, dossier)
        if self._pelican is None:
            self._pelican = Pelican(settings)
        theme = Path(settings["THEME"])
        self._plan = self._planned(dossier, theme, again=any(path.resolve().is_relative_to(theme.resolve()) for path in changed))

    def _planned(self, dossier: Dossier, theme: Path, *, again: bool) -> _Plan:
        """What Pelican does in a build, up to the writing."""
        pelican, settings = self._pelican, self._settings or {}
        assert pelican is not None
        context = {**settings, "generated_content": {}, "static_links": set(), "static_content": {}, "localsiteurl": settings["SITEURL"]}
        before = {type(generator): generator for generator in self._generators}
        self._generators = [cls(context=context, settings=settings, path=pelican.path, theme=pelican.theme, output_path=self._nowhere.name) for cls in pelican._get_generator_classes()]
        for generator in self._generators:
            if not again and type(generator) in before:
                # The templates that were compiled; with them, only the data is new.
                generator.env, generator._templates = before[type(generator)].env, before[type(generator)]._templates
        for step in ("generate_context", "check_disabled_readers"):
            for generator in self._generators:
                if hasattr(generator, step):
                    getattr(generator, step)()
        signals.all_generators_finalized.send(self._generators)
        for generator in self._generators:
            if hasattr(generator, "refresh_metadata_intersite_links"):
                generator.refresh_metadata_intersite_links()
        writer = _Catcher(self._nowhere.name, settings)
        pages: dict[str, Callable[[], None]] = {}
        files: Callable[[], Iterable[tuple[str, bytes]]] = tuple
        for generator in self._generators:
            if isinstance(generator, DossierGenerator):
                pages, files = generator.plan(writer)
            elif hasattr(generator, "generate_output"):
                generator.generate_output(writer)
        made = {name: text.getvalue().encode() for name, text in writer.caught.items()}
        return _Plan(writer, pages, files, theme, made)


def _made(plan: _Plan, url: str) -> bytes | None:
    if url in plan.made:
        return plan.made[url]
    if url in plan.pages:
        plan.pages[url]()
        plan.made[url] = plan.writer.caught.pop(url).getvalue().encode()
    elif url.startswith("theme/") and (path := (plan.theme / "static" / url.removeprefix("theme/")).resolve()).is_relative_to((plan.theme / "static").resolve()) and path.is_file():
        return path.read_bytes()
    elif not url.endswith(".html"):
        plan.made.update(plan.files())
    return plan.made.get(url)


def _line(said: str) -> Line:
    found = _PROBLEM.fullmatch(said.strip())
    return Line(found["place"], found["message"]) if found else Line("", said.strip())
