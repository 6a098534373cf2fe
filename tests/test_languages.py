"""
Foreign words say in which language they are, wherever they stand.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from building import PROJECT, build
from dossier import prose
from dossier.languages import parse_language, scripts_of, words_in_another_script
from dossier.prose import Target

RUSSIAN, PERSIAN = parse_language("ru"), parse_language("fa")
TARGETS = {"rain": Target("Дождик", "cases/rain.html", RUSSIAN), "hats": Target("Hats", "cases/hats.html")}


@pytest.mark.parametrize(
    ("code", "leftward"),
    [("en", False), ("ru-Latn", False), ("fa", True), ("fa-Latn", False), ("az", False), ("az-Arab", True), ("he-IL", True), ("uz-Arab-AF", True), ("es-419", False)],
)
def test_a_language_knows_which_way_its_letters_run(code: str, leftward: bool) -> None:
    """By its script, which for most languages is the usual one."""
    language = parse_language(code)

    assert (str(language), language.is_leftward) == (code, leftward)
    assert language.attributes == f' lang="{code}"' + (' dir="rtl"' if leftward else "")


@pytest.mark.parametrize(("typed", "meant"), [("RU", "ru"), ("ru_latn", "ru-Latn"), ("en-gb", "en-GB"), ("jp", "ja"), ("russian", None), ("", None), ("r", None), ('ru" onclick', None)])
def test_a_code_that_is_none_is_told_with_what_was_meant(typed: str, meant: str | None) -> None:
    """A slip in capitals or hyphens, and a country's code, can be guessed."""
    with pytest.raises(ValueError, match="expected a language's code") as caught:
        parse_language(typed)

    assert str(caught.value).endswith(f"did you mean '{meant}'?" if meant else f"found '{typed}'")


def test_foreign_words_are_marked_in_a_text() -> None:
    """They carry their language and nothing else; as plain text they are the words alone."""
    text = "The “[дождик]{lang=ru}” & [باران <ها>]{lang=fa} of *[[hats]]*."

    assert prose.html(text, TARGETS.get) == (
        'The “<span lang="ru">дождик</span>” &amp; <span lang="fa" dir="rtl">باران &lt;ها&gt;</span> of <em><a href="cases/hats.html">Hats</a></em>.'
    )
    assert prose.plain(text, TARGETS.get) == "The “дождик” & باران <ها> of Hats."


def test_a_link_by_a_foreign_name_says_so_and_one_in_our_words_does_not() -> None:
    """The language is the name's."""
    assert prose.html("[[rain]] or [[rain|rain]]", TARGETS.get) == '<a href="cases/rain.html" lang="ru">Дождик</a> or <a href="cases/rain.html">rain</a>'


def test_only_whole_words_in_another_script_are_foreign() -> None:
    """Signs, numbers and words of one's own letters with accents are not."""
    assert list(words_in_another_script("Ça, əlbəttə: 5 µm, Ω, № 3, дождик и باران", scripts_of("Rain"))) == ["дождик", "باران"]


def test_foreign_words_are_marked_all_over_the_site(sample: Path, tmp_path: Path) -> None:
    """Titles, cited words, spellings and names carry their language, on pages, in the JSON and in what the search finds."""
    changes = {
        "sources/gazette-report.yml": ("title: How the rain was sold\n", "title: How the rain was sold\ntitle_language: en\nlanguage: fa\n"),
        "sources/bureau-ledger.yml": ("title: The ledger of the Bureau of Umbrellas\n", "title: Гроссбух\nlanguage: ru\n"),
        "organisations/umbrella-bureau.yml": ("name: Bureau of Umbrellas\n", "name: Byuro zontov\nlanguage: ru-Latn\nspelled: {دفتر چتر: gazette-report 1}\n"),
    }
    for name, (old, new) in changes.items():
        text = (sample / name).read_text(encoding="utf-8")
        assert old in text
        (sample / name).write_text(text.replace(old, new), encoding="utf-8")
    output = tmp_path / "output"
    built = build(output, dossier=sample, content=PROJECT / "tests/sample/content")
    assert built.status == 0, built.errors

    def marked(url: str) -> set[tuple[str, str, str | None]]:
        tree = html.parse(output / url).getroot()
        return {(" ".join(found.text_content().split()), found.get("lang"), found.get("dir")) for found in tree.xpath("//body//*[@lang]")}

    assert ("Byuro zontov", "ru-Latn", None) in marked("organisations/umbrella-bureau.html")
    assert ("دفتر چتر", "fa", "rtl") in marked("organisations/umbrella-bureau.html")
    assert ("was founded in 1998", "fa", "rtl") in marked("facts/bureau-founded.html")
    assert ("How the rain was sold", "en", None) in marked("sources/gazette-report.html")
    assert ("Гроссбух", "ru", None) in marked("sources/index.html")
    assert {("Byuro zontov", "ru-Latn", None), ("دفتر چتر", "fa", "rtl"), ("Гроссбух", "ru", None)} <= marked("search.html")
    data = json.loads((output / "data/dossier.json").read_text(encoding="utf-8"))
    assert {source["id"]: (source["language"], source["title_language"]) for source in data["sources"]} == {"bureau-ledger": ("ru", "ru"), "gazette-report": ("fa", "en"), "herald-clouds": (None, None)}
    bureau = next(entity for entity in data["entities"] if entity["id"] == "umbrella-bureau")
    assert (bureau["language"], bureau["spelled"][0]["language"]) == ("ru-Latn", "fa")
    index = (output / "search/index.js").read_text(encoding="utf-8")
    assert '"lang":"ru","text":"Гроссбух"' in index
    assert '"lang":"ru-Latn","text":"Byuro zontov"' in index
