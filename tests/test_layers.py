"""
Data flows one way: what ``docs/design.md`` says of the layers is what the modules import, and Pelican is known in the last layer alone.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import PROJECT
from dossier.__main__ import COMMANDS
from dossier.dossier import Dossier
from dossier.model import Fact
from dossier.parse import parse

DESIGN = (PROJECT / "docs/design.md").read_text(encoding="utf-8")
PACKAGE = PROJECT / "plugins/dossier"
WITH_PELICAN = {"plugin.py", "generator.py", "markdown_reader.py", "commands/build.py", "preview/site.py"}


def rows(heading: str) -> list[list[str]]:
    """The rows of the first table below a heading, cell by cell."""
    table = DESIGN.split(heading)[1].split("\n\n|", 1)[1].split("\n\n")[0]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in table.splitlines()[2:]]


def layers() -> list[set[str]]:
    """The modules of each layer, in their order."""
    found: dict[str, set[str]] = {}
    for layer, modules, *_ in rows("## Layers"):
        found.setdefault(layer, set()).update(re.findall(r"`(\w+)`", modules))
    return list(found.values())


def imports(path: Path) -> Iterator[str]:
    """The modules of the package that a file imports, by the part that the table names."""
    package = path.relative_to(PACKAGE).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            above = [*package[: len(package) - node.level + 1], *(node.module or "").split(".")]
            named = [name for name in above if name] or [alias.name for alias in node.names]
            yield from named[:1] if node.module or len(package) >= node.level else named


def test_each_module_has_its_layer() -> None:
    """Every one, once, and none that is not there."""
    there = {path.stem for path in PACKAGE.glob("*.py")} | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    listed = [name for layer in layers() for name in layer]

    assert sorted(listed) == sorted(there)


def test_no_module_imports_from_a_later_layer() -> None:
    """So nothing that reads or checks can come to depend on how it is shown."""
    at = {name: number for number, layer in enumerate(layers()) for name in layer}
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        wrong += [f"{path.relative_to(PACKAGE)} imports {name}" for name in imports(path) if at[name] > at[own]]

    assert wrong == []


def test_pelican_is_imported_where_it_is_called_and_nowhere_else() -> None:
    """All that is Pelican's is in the last layer."""
    found = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if re.search(r"^\s*(from|import) pelican\b", path.read_text(encoding="utf-8"), re.MULTILINE)}

    assert found == WITH_PELICAN
    assert {Path(name).parts[0].removesuffix(".py") for name in found} <= layers()[-1]


def test_every_command_but_build_and_preview_runs_without_pelican() -> None:
    """Where it cannot be imported, a dossier is checked all the same."""
    code = "import sys, importlib; sys.modules['pelican'] = None\n" + "".join(
        f"importlib.import_module('dossier.commands.{name.replace('-', '_')}')\n" for name in COMMANDS if name != "serve"
    )
    code += "from dossier.__main__ import main; sys.exit(main(['check', '--dossier', 'tests/sample']))"

    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, env={"PYTHONPATH": "plugins"}, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("row", rows("An example, which a test computes."), ids=lambda row: row[0])
def test_the_worked_example_is_computed_so(tmp_path: Path, row: list[str]) -> None:
    """What the document says of origins and standing."""
    cited, origins, standing = (re.findall(r"`([\w -]+)`", cell) for cell in row[:3])
    (tmp_path / "dossier.yml").write_text((PROJECT / "tests/sample/dossier.yml").read_text(encoding="utf-8"), encoding="utf-8")
    for part in DESIGN.split("```yaml\n")[1].split("```")[0].split("# sources/")[1:]:
        name, text = part.split("\n", 1)
        (tmp_path / "sources").mkdir(exist_ok=True)
        (tmp_path / "sources" / name).write_text(text, encoding="utf-8")
    records, problems = parse(tmp_path)
    assert [str(problem) for problem in problems] == []
    fact = Fact.model_validate({"id": "rain-fell", "text": "Rain fell.", "kind": "event", "voice": "reporting", "cite": dict.fromkeys(cited, "rain fell"), "added": "2026-01-02"})
    records.facts[fact.id] = fact
    dossier = Dossier(records)

    assert list(dossier.origins(fact)) == origins
    assert [dossier.standing(fact)] == standing


def test_the_order_of_standing_is_that_of_the_vocabulary() -> None:
    """The first that applies is meant, so the order is part of the rule."""
    from dossier.vocabulary import Standing

    assert [re.findall(r"`([\w-]+)`", row[0])[0] for row in rows("How firmly a fact **stands**")] == list(Standing)
