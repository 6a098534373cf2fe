"""
The offline edition: the same bytes each time, whole, and offered with its size and sum.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from building import PROJECT, build, tree
from dossier import offline


@pytest.fixture
def edition(sample_site: Path) -> Path:
    """The archive that a site offers."""
    (file,) = (sample_site / offline.FOLDER).glob("*.zip")
    return file


def test_two_archives_of_one_site_are_the_same_to_the_byte(sample_site: Path, tmp_path: Path) -> None:
    """Neither the day nor the files' own dates nor the order of a folder is in it."""
    copy = Path(shutil.copytree(sample_site, tmp_path / "copy"))
    for number, path in enumerate(sorted(copy.rglob("*"), reverse=True)):
        os.utime(path, (number, number))
        path.chmod(0o700)

    first = offline.pack(sample_site, tmp_path / "one", "edition")
    second = offline.pack(copy, tmp_path / "two", "edition")

    assert (tmp_path / "one/edition.zip").read_bytes() == (tmp_path / "two/edition.zip").read_bytes()
    assert first.sha256 == second.sha256


def test_another_word_gives_other_bytes(sample_site: Path, tmp_path: Path) -> None:
    """What the sum is of is what the site says."""
    copy = Path(shutil.copytree(sample_site, tmp_path / "copy"))
    page = copy / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</h1>", "!</h1>", 1), encoding="utf-8")

    assert offline.pack(copy, tmp_path / "two", "edition").sha256 != offline.pack(sample_site, tmp_path / "one", "edition").sha256


def test_the_sums_inside_and_beside_are_right(sample_site: Path, edition: Path, tmp_path: Path) -> None:
    """`sha256sum --check` finds every file of the site, and the archive itself, as it was."""
    with zipfile.ZipFile(edition) as packed:
        packed.extractall(tmp_path)
    for folder in (tmp_path / edition.stem, edition.parent):
        checked = subprocess.run(["sha256sum", "--check", "--quiet", "--strict", offline.SUMS], cwd=folder, capture_output=True, text=True, check=False)
        assert (checked.returncode, checked.stdout) == (0, "")
    listed = {line.split("  ", 1)[1] for line in (tmp_path / edition.stem / offline.SUMS).read_text(encoding="utf-8").splitlines()}
    assert listed == {name for name in tree(sample_site) if name != "404.html" and not name.startswith(f"{offline.FOLDER}/")}


def test_what_is_unpacked_is_the_site_but_for_the_offer(sample_site: Path, edition: Path, tmp_path: Path) -> None:
    """One folder of the archive's name; its own page offers nothing, as it cannot know its own sum."""
    with zipfile.ZipFile(edition) as packed:
        assert {name.partition("/")[0] for name in packed.namelist()} == {edition.stem}
        packed.extractall(tmp_path)
    inside, outside = tree(tmp_path / edition.stem), tree(sample_site)

    assert {name for name in inside if inside[name] != outside.get(name)} == {"offline.html", offline.SUMS}
    assert b"no file can hold its own sum" in inside["offline.html"]
    assert b".zip" not in inside["offline.html"]


def test_the_site_offers_it_with_its_size_and_sum(sample_site: Path, edition: Path) -> None:
    """The page tells what the file is, and every page leads there."""
    page = (sample_site / "offline.html").read_text(encoding="utf-8")

    assert hashlib.sha256(edition.read_bytes()).hexdigest() in page
    assert f"({edition.stat().st_size} bytes)" in page
    assert f'href="./{offline.FOLDER}/{edition.name}"' in page
    pages = [path for path in sample_site.rglob("*.html") if path.name != "404.html"]
    assert [path.name for path in pages if not re.search(r'href="[./]*offline\.html"', path.read_text(encoding="utf-8"))] == []


def test_the_command_gives_the_same_file_twice(tmp_path: Path) -> None:
    """`make offline` from one commit, at two places and on two days, is one file to the byte, and leaves nothing else behind."""
    if shutil.which("make") is None:
        pytest.fail("make is not installed: sudo apt-get install make")
    results = []
    for timezone in ("UTC", "Asia/Baku"):
        command = ["make", "--no-print-directory", "offline", f"DOSSIER={PROJECT / 'tests/sample'}", f"CONTENT={PROJECT / 'tests/sample/content'}", f"OFFLINE={tmp_path / 'packed'}"]
        done = subprocess.run(command, cwd=PROJECT, env={**os.environ, "TZ": timezone, "SITEURL": ""}, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        results.append(tree(tmp_path / "packed"))

    assert results[0] == results[1]
    assert sorted(name.rpartition(".")[2] for name in results[0]) == ["SHA256SUMS", "zip"]


def test_a_preview_packs_nothing(tmp_path: Path) -> None:
    """Where it is switched off, the page says that this copy is whole by itself."""
    output = tmp_path / "output"

    built = build(output, dossier=PROJECT / "tests/sample", content=PROJECT / "tests/sample/content", extra=["-e", "DOSSIER_OFFLINE=false"])

    assert built.status == 0, built.errors
    assert not (output / offline.FOLDER).exists()
    assert "whole by itself" in (output / "offline.html").read_text(encoding="utf-8")
