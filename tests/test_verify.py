"""
Held against the sources' texts: what is cited is there, what is stated is there, and nothing is copied.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import PROJECT, as_first_published
from dossier import fingerprints
from dossier.problems import DossierError
from dossier.verify.run import verify_folder
from dossier.wording import numbers_of, occurrences, quotations_of, words_of

TEXTS = PROJECT / "tests/texts"
BUREAU = "facts/bureau.yml"


@pytest.fixture
def sample(sample: Path) -> Path:
    """The sample as it was first published: one text, and five facts from it."""
    return as_first_published(sample)


def found(folder: Path, texts: Path = TEXTS) -> list[str]:
    """What verifying finds, each without the folder."""
    try:
        verify_folder(folder, texts)
    except DossierError as error:
        return [str(problem).removeprefix(f"{folder}/") for problem in error.problems]
    return []


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Change one place in a file."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_sample_stands_against_its_texts(sample: Path) -> None:
    """Every citation is looked up, and the counts say so."""
    assert verify_folder(sample, TEXTS).splitlines() == [
        "5 facts, 5 citations verified, 1 disagreement, 1 reply",
        f"gazette-report: 3 of 3 paragraphs cited, 0 declared; {share()} of its words reprinted",
        "all sources: 3 of 3 paragraphs cited, 0 declared (0%), none left; no copied run",
    ]


def share() -> str:
    """What is reprinted of the sample's one text, counted by hand: citations and the quotation, each word once."""
    reprinted = ["was founded in 1998", "who led it until 2003", "sold dry weather", "calls that a fairy tale", "more than 40,000 ducats"]
    total = sum(len(words_of(line)) for line in (TEXTS / "gazette.txt").read_text(encoding="utf-8").splitlines())
    return f"{sum(len(words_of(phrase)) for phrase in reprinted) / total:.1%}"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            BUREAU,
            "gazette-report 1: was founded in 1998",
            "gazette-report 1: was founded in 1999",
            f"{BUREAU}:7:23: expected words of gazette-report 1, found 'was founded in 1999', which it does not have: copy them from it",
        ),
        (
            BUREAU,
            "gazette-report 1: was founded in 1998",
            "gazette-report 1: was founded in 1998\n    gazette-report 2: was founded in 1998",
            f"{BUREAU}:8:23: expected words of gazette-report 2, found 'was founded in 1998', which it does not have: copy them from it",
        ),
        (
            BUREAU,
            "was founded in 1998.",
            "was founded in 1997.",
            f"{BUREAU}:2:64: expected a number that a cited paragraph has, found '1997': correct it, cite the paragraph that has it, or say under 'inferred' why it is so",
        ),
        (
            BUREAU,
            "date: 1998\n",
            "date: 1996\n",
            f"{BUREAU}:5:9: expected a number that a cited paragraph has, found '1996': correct it, cite the paragraph that has it, or say under 'inferred' why it is so",
        ),
        (
            BUREAU,
            "figure: more than 40,000 ducats",
            "figure: more than 50,000 ducats",
            f"{BUREAU}:45:11: expected a number that a cited paragraph has, found '50000': correct it, cite the paragraph that has it, or say under 'inferred' why it is so",
        ),
        (
            BUREAU,
            "a “fairy tale”",
            "a “ghost story”",
            f"{BUREAU}:31:58: expected a quotation from a cited paragraph, found 'ghost story': correct it, or cite the paragraph that has it",
        ),
        (
            BUREAU,
            "The [[umbrella-bureau]] sold dry weather to its friends, [[pluvius-drench]] says.",
            "The claim of [[pluvius-drench]] is this, that the Bureau sold dry weather to its friends.",
            f"{BUREAU}:21:9: expected our own words, found a run of 8 that gazette-report has too, 'that the bureau sold dry weather to its': say it otherwise",
        ),
        (
            "people/ada-brolly.yml",
            "name: Ada Brolly",
            "name: Ada Brolly\nspelled: {Ada Brollie: gazette-report 1}",
            "people/ada-brolly.yml:2:11: expected a spelling that gazette-report 1 prints, found 'Ada Brollie'",
        ),
    ],
)
def test_what_a_text_does_not_bear_out_is_refused(sample: Path, name: str, old: str, new: str, expected: str) -> None:
    """One slip, one line."""
    change(sample, name, old, new)

    assert found(sample) == [expected]


def rewrite(sample: Path, old: str, new: str) -> Path:
    """Change one place in the sample's text, take its fingerprints anew, and return the texts' folder."""
    texts = Path(shutil.copytree(TEXTS, sample.parent / "texts"))
    change(texts, "gazette.txt", old, new)
    fingerprints.write(sample / "sources/gazette-report.sha256", fingerprints.take(texts / "gazette.txt"))
    return texts


def test_words_that_stand_twice_in_a_paragraph_are_refused(sample: Path) -> None:
    """Words that could mean two places carry nothing."""
    texts = rewrite(sample, "who led it until 2003.", "who led it until 2003. Yes, who led it until 2003.")

    assert found(sample, texts) == [
        f"{BUREAU}:17:23: expected words that gazette-report 1 has once, found 'who led it until 2003', which it has 2 times: take more or others",
    ]


def test_a_number_marked_as_inferred_passes(sample: Path) -> None:
    """A year from elsewhere is allowed where its reason stands beside it."""
    change(sample, BUREAU, "date: 1998\n", 'date: 1997\n  inferred: {"1997": The ledger opens then.}\n')

    assert found(sample) == []


def test_a_paragraph_passed_over_in_silence_is_refused(sample: Path) -> None:
    """Coverage is a number: each paragraph is cited, or declared with its reason."""
    texts = rewrite(sample, "According to its ledger", "More rain.\n\nAccording to its ledger")
    change(sample, BUREAU, "gazette-report 3: more", "gazette-report 4: more")
    line = "sources/gazette-report.yml:2:11: expected a fact that cites paragraph 3, or a line under 'nothing_checkable', found neither: 'More rain.'"
    assert found(sample, texts) == [line]

    with (sample / "sources/gazette-report.yml").open("a", encoding="utf-8") as file:
        file.write("nothing_checkable: {3: rhetoric without a claim}\n")

    assert found(sample, texts) == []


def test_a_paragraph_both_cited_and_declared_is_refused(sample: Path) -> None:
    """A declaration that a fact gives the lie to is a slip; so are too many of them."""
    with (sample / "sources/gazette-report.yml").open("a", encoding="utf-8") as file:
        file.write("nothing_checkable: {2: heading or label}\n")

    assert found(sample) == [
        "sources/gazette-report.yml:12:20: expected 'nothing_checkable' only for paragraphs that no fact cites, found 2: take them out there",
        "sources/gazette-report.yml:12:20: expected at most 25% of all paragraphs under 'nothing_checkable', found 1 of 3: cite more of them",
    ]


def test_too_much_reprinted_is_refused(sample: Path) -> None:
    """More than a quarter of a source's words is too much."""
    texts = sample.parent / "texts"
    texts.mkdir()
    sentences = [re.split(r"(?<=[.]) ", line)[0] for line in (TEXTS / "gazette.txt").read_text(encoding="utf-8").splitlines() if line]
    (texts / "gazette.txt").write_text("\n".join(sentences), encoding="utf-8")
    fingerprints.write(sample / "sources/gazette-report.sha256", fingerprints.take(texts / "gazette.txt"))

    assert found(sample, texts) == [
        "sources/gazette-report.yml:2:11: expected at most 25% of its words in citations and quotations, found 46.8%: shorten citations, and say quotations in our own words",
    ]


def test_a_changed_text_is_refused(sample: Path) -> None:
    """Fingerprints tell which paragraphs are no longer what they were."""
    texts = Path(shutil.copytree(TEXTS, sample.parent / "texts"))
    change(texts, "gazette.txt", "founded in 1998", "founded in 1989")

    assert found(sample, texts) == [
        "sources/gazette-report.yml:2:11: expected the text whose fingerprints are in gazette-report.sha256, found another (paragraphs 1 differ): compare the two before anything else",
    ]


def test_without_texts_it_says_what_it_did_not_do(sample: Path) -> None:
    """No folder of texts: only fingerprints are compared, and the report says so."""
    assert verify_folder(sample, None) == "no texts given: only the fingerprints of 1 source were compared with the records; no citation was looked up"
    assert "no citation was looked up" in verify_folder(sample, sample / "nowhere")


def test_the_command_prints_and_exits(sample: Path) -> None:
    """Status 1 with lines for problems."""
    command = [sys.executable, "-m", "dossier", "verify", "--dossier", str(sample), "--texts", str(TEXTS)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins")}
    change(sample, BUREAU, "gazette-report 1: was founded in 1998", "gazette-report 1: was made in 1998")

    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "which it does not have" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "words", "times"),
    [
        ("It’s a “Fairy Tale” — no more.", 'it\'s a "fairy tale" - no', 1),
        ("More than\n two  dozen", "more than two", 1),
        ("unfair tale", "fair tale", 0),
        ("rain, rain", "rain", 2),
        ("the border—its gate", "border-its", 1),
    ],
)
def test_case_quotes_dashes_and_spaces_do_not_matter(text: str, words: str, times: int) -> None:
    """Words are found as a reader would find them, and only whole."""
    assert occurrences(text, words) == times


def test_numbers_are_read_in_figures_and_in_words() -> None:
    """Whichever way either side writes them."""
    assert sorted(set(numbers_of("In 2005, twenty-five offices spent 40,000 ducats, 3.5 percent, and one coin in three"))) == sorted(
        {"2005", "20", "5", "25", "40000", "3.5", "3"},
    )


def test_quotations_are_what_stands_between_typographic_marks() -> None:
    """Straight marks are no quotation."""
    assert quotations_of("a “b c” d 'e' \"f\" “g”") == ["b c", "g"]
