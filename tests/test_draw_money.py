"""
Figures beside each other, never added up.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.dossier import load
from dossier.draw.amounts import Shape, axis_of, mark_of
from dossier.draw.currencies import is_money
from dossier.draw.lettering import width
from dossier.draw.money import Money, money
from dossier.figures import parse_amount
from drawn import assert_sound, page_with

FACTS = """
fair-cost:
  text: The fair of the [[umbrella-bureau]] cost hundreds of thousands of ducats, [[ada-brolly]] says.
  kind: money
  voice: named
  who: ada-brolly
  figure: {amount: hundreds of thousands of ducats, for: umbrella-bureau, purpose: a fair}
  cite: {gazette-report 3: for parasols}
  added: 2026-01-02

fair-looted:
  text: The [[umbrella-bureau]] looted as much as 40,000 ducats, [[pluvius-drench]] says.
  kind: money
  voice: named
  who: pluvius-drench
  against: umbrella-bureau
  figure: [as much as 40000 ducats, 12 umbrellas]
  cite: {gazette-report 3: for parasols}
  added: 2026-01-02
"""


@pytest.fixture
def figures(sample: Path) -> Money:
    """The sample's figures, with some more."""
    (sample / "facts/more.yml").write_text(FACTS, encoding="utf-8")
    return money(load(sample))


@pytest.mark.parametrize("unit", ["USD", "EUR a year", "ducats", "US dollars", "Swiss francs a month", "roubles", "$", "Euro", "pounds sterling"])
def test_currencies_are_money(unit: str) -> None:
    """By code, sign or name."""
    assert is_money(unit)


@pytest.mark.parametrize("unit", ["", "percent", "files", "usd", "USDA grants", "pounds of butter", "won seats", "Russian speakers", "years", "dollar-signs"])
def test_other_units_are_not(unit: str) -> None:
    """Nor is a number whose unit nobody gives."""
    assert not is_money(unit)


@pytest.mark.parametrize(
    ("amount", "shape", "is_open", "reaches"),
    [
        ("100 million USD", "dot", False, ""),
        ("about 100 million USD", "near", True, "left right"),
        ("nearly 100 million USD", "near", True, "left"),
        ("more than 100 million USD", "arrow", True, "right"),
        ("at least 100 million USD", "arrow", False, "right"),
        ("less than 100 million USD", "arrow", True, "left"),
        ("as much as 100 million USD", "arrow", False, "left"),
        ("100 to 200 million USD", "span", False, "right"),
        ("hundreds of millions of USD", "band", False, "right"),
    ],
)
def test_bounds_look_different(amount: str, shape: str, is_open: bool, reaches: str) -> None:
    """A dot belongs to the amount and a ring does not; arrows lead to where no end is given."""
    parsed = parse_amount(amount)
    mark = mark_of(parsed, axis_of([parsed], "USD", 0, 300), 50)

    assert (mark.shape, mark.open) == (Shape(shape), is_open)
    assert " ".join(side for side, there in (("left", mark.left < mark.x), ("right", mark.right > mark.x)) if there) == reaches


def test_hundreds_are_at_least_two_hundred() -> None:
    """A band begins where the words allow it to, above an exact hundred."""
    amounts = [parse_amount("100 million USD"), parse_amount("hundreds of millions of USD")]
    axis = axis_of(amounts, "USD", 0, 300)

    assert mark_of(amounts[1], axis, 0).x == pytest.approx(2 * mark_of(amounts[0], axis, 0).x, abs=0.2)


@pytest.mark.parametrize(
    ("amounts", "by_tens", "words"),
    [
        (["10 million USD", "100 million USD"], False, ["0 million USD", "100", "200"]),
        (["40,000 ducats"], False, ["0 thousand ducats", "40", "80"]),
        (["7 USD"], False, ["0 USD", "5", "10", "15"]),
        (["1,000 USD", "2 billion USD"], True, ["1 thousand", "1 million", "10 billion"]),
    ],
)
def test_the_axis_begins_at_nothing_unless_amounts_differ_too_much(amounts: list[str], by_tens: bool, words: list[str]) -> None:
    """Its words are as many as there is room for, and the last has the unit."""
    axis = axis_of([parse_amount(amount) for amount in amounts], amounts[0].split()[-1], 8, 320)

    assert axis.by_tens is by_tens
    assert [tick.words for tick in axis.ticks if tick.words] == words


def test_money_is_grouped_by_unit_and_in_order(figures: Money) -> None:
    """From the least to the most; what is not money is apart; nothing is added up."""
    assert [(group.unit, [count.amount.words for count in group.counts]) for group in figures.groups] == [
        ("ducats", ["more than 40,000 ducats", "as much as 40000 ducats", "hundreds of thousands of ducats"]),
    ]
    assert [count.amount.words for count in figures.others] == ["12 umbrellas"]
    assert figures.groups[0].origins == 1


def test_a_figure_says_by_whose_count_and_for_what(figures: Money) -> None:
    """The speaker and the publication, the record and the purpose, and the origin behind it."""
    count = next(count for count in figures.groups[0].counts if count.of)

    assert (count.by, count.of, count.for_url, count.origin) == (
        "Ada Brolly, in Gazette",
        "Bureau of Umbrellas: a fair",
        "organisations/umbrella-bureau.html",
        "The ledger",
    )


def test_everything_lies_within_the_drawing(figures: Money) -> None:
    """Marks and words keep to both widths, and no row begins above the end of the one before."""
    for group in figures.groups:
        for chart in (group.narrow, group.wide):
            last = 0.0
            for row in chart.rows:
                lines = [*row.amount, *row.by, *row.caveat]
                assert all(width(line, 13.5) <= chart.width for line in lines)
                assert 0 <= row.mark.left <= row.mark.x <= row.mark.right <= chart.width
                assert last < row.y - 12
                last = row.y + 17 * (len(lines) - 1)
            assert last < chart.height


def test_an_allegation_is_dashed_and_says_whether_it_is_answered(figures: Money) -> None:
    """In the drawing and in the table, with its attribution."""
    group = figures.groups[0]
    drawing = page_with("money", "money_drawing", group, "../")
    table = page_with("money", "figures_table", group.counts, "../", "Figures")

    assert len(drawing.xpath(".//svg[contains(@class, 'wide')]//g[contains(@class, 'mark--alleged')]")) == 1
    for text in (drawing.xpath("string(.//svg[contains(@class, 'wide')])"), table.xpath("string(.//tr[contains(@class, 'alleged')])")):
        assert "Pluvius Drench, in Gazette" in text
        assert "no reply is recorded in the sources held" in " ".join(text.split())


def test_it_is_sound_and_each_row_leads_to_its_fact(figures: Money) -> None:
    """The table lists the same figures in the same order."""
    group = figures.groups[0]
    page = page_with("money", "money_drawing", group, "../")
    table = page_with("money", "figures_table", group.counts, "../", "Figures")

    assert_sound(page)
    links = [f"../{count.fact.url}" for count in group.counts]
    assert page.xpath(".//svg[contains(@class, 'wide')]//a/@href") == links
    assert table.xpath(".//tbody/tr/th/a/@href") == links


def test_a_dossier_without_figures_has_none(sample: Path) -> None:
    """No group is better than an empty axis."""
    facts = sample / "facts/bureau.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("  figure: more than 40,000 ducats\n", ""), encoding="utf-8")

    assert money(load(sample)) == Money((), ())
