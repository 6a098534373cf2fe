"""
What the preview shows after any number of changes is what a build from nothing gives.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from building import PROJECT, build, copied_project, tree

ROUNDS, CHANGES = 4, 25
"""How often what is shown is held against a build, and how many changes come before."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own, in which this process is."""
    folder = copied_project(tmp_path / "project")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SITEURL", "https://example.org/rain")
    return folder


def changes(project: Path, chance: random.Random) -> list[Callable[[], list[Path]]]:
    """What an editor may do, rightly or not; each returns the files that it touched."""
    data, content, theme = project / "data", project / "content", project / "themes/broadsheet"

    def files(folder: Path, pattern: str) -> list[Path]:
        return sorted(folder.rglob(pattern))

    def edited(path: Path, old: str, new: str) -> list[Path]:
        path.write_text(re.sub(old, new, path.read_text(encoding="utf-8"), count=1), encoding="utf-8")
        return [path]

    def word() -> list[Path]:
        return edited(chance.choice(files(data / "facts", "*.yml")), r"\. *\n", f", {chance.choice(['it', 'she', 'he'])} said.\n")

    def name() -> list[Path]:
        return edited(chance.choice([*files(data / "people", "*.yml"), *files(data / "countries", "*.yml")]), r"^name: .*", f"name: Rain {chance.randrange(1000)}")

    def slip() -> list[Path]:
        return edited(chance.choice(files(data, "*.yml")), r"(\w+): ", r"\1 ")

    def added() -> list[Path]:
        path = data / f"facts/more-{chance.randrange(1000)}.yml"
        person = chance.choice(files(data / "people", "*.yml")).stem
        path.write_text(f"rain-{path.stem}:\n  text: '[[{person}]] saw rain.'\n  kind: event\n  voice: reporting\n  cite: {{gazette-report 1: was founded in 1998}}\n  added: 2026-01-02\n", encoding="utf-8")
        return [path]

    def deleted() -> list[Path]:
        path = chance.choice(files(data / "facts", "*.yml") + files(data / "disagreements", "*.yml"))
        path.unlink()
        return [path]

    def text() -> list[Path]:
        return edited(chance.choice(files(content, "*.md")), r"\n\n", f"\n\nRain {chance.randrange(1000)}. ")

    def template() -> list[Path]:
        return edited(chance.choice(files(theme / "templates", "*.html")), r"</h1>", f" {chance.randrange(1000)}</h1>")

    def sheet() -> list[Path]:
        return edited(chance.choice(files(theme / "static", "*.css")), r"$", f"\n/* {chance.randrange(1000)} */")

    return [word, word, word, name, slip, added, deleted, text, template, sheet]


def test_after_any_changes_it_is_what_would_be_built(project: Path) -> None:
    """Edits, slips, new and deleted files, in data, content and theme; what is broken is undone before the two are compared."""
    from dossier.preview.site import Site

    chance, site = random.Random(2026), Site(Path("data"), Path("content"))
    site.change()
    assert site.failed == ()
    for number in range(ROUNDS):
        for _ in range(CHANGES):
            safe = Path(shutil.copytree(project, project.parent / "safe", ignore=shutil.ignore_patterns(".cache"), dirs_exist_ok=False))
            touched = chance.choice(changes(project, chance))()
            site.change(touched)
            if site.failed:
                for path in touched:
                    shutil.copy(safe / path.relative_to(project), path)
                site.change(touched)
                assert site.failed == ()
            site.file(chance.choice(["index.html", "people/ada-brolly.html", "chronology/index.html"]))
            shutil.rmtree(safe)
        done = build(project.parent / f"built-{number}", dossier=project / "data", content=project / "content", theme=project / "themes/broadsheet", extra=["-e", "DOSSIER_OFFLINE=false"], environment={"SITEURL": "https://example.org/rain"})
        assert done.status == 0, done.errors
        built = tree(project.parent / f"built-{number}")
        assert [name for name, raw in built.items() if site.file(name) != raw] == []
        assert site.failed == ()
    site.close()
    assert PROJECT not in project.parents
