"""
The map: whose outlines it draws, which part of the world it shows, and where the names stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations
from math import dist
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html

from building import PROJECT
from dossier.atlas import atlas
from dossier.dossier import Dossier, load
from dossier.draw import lettering
from dossier.draw.map import Map, Neighbours, map_of, neighbours
from dossier.draw.map_chart import Chart, Label, Spot
from dossier.model import Country

BALTIC = {"EST": 9, "LVA": 7, "LTU": 8, "RUS": 12}
WEST = {"NGA": 6, "GHA": 3, "TGO": 1, "BEN": 1}


def made(folder: Path, facts: Mapping[str, int], points: Mapping[str, str] | None = None) -> Dossier:
    """The sample with countries of these codes, and so many facts about each; and with territories at these points."""
    lines = []
    for code, number in facts.items():
        (folder / f"countries/{code.lower()}.yml").write_text(f"name: {atlas().outlines[code].name}\nkind: country\niso: {code}\n", encoding="utf-8")
        lines += [f"{code.lower()}-{index}" for index in range(number)]
    for id_, at in (points or {}).items():
        (folder / f"countries/{id_}.yml").write_text(f"name: {id_.capitalize()}\nkind: territory\nat: {at}\n", encoding="utf-8")
        lines.append(f"{id_}-0")
    text = "".join(
        f"visit-to-{line}:\n  text: The [[umbrella-bureau]] went to [[{line.rpartition('-')[0]}]].\n  kind: event\n  voice: reporting\n"
        "  cite: {gazette-report 1: was founded in 1998}\n  added: 2026-01-02\n"
        for line in lines
    )
    (folder / "facts/visits.yml").write_text(text, encoding="utf-8")
    return load(folder)


def drawn(dossier: Dossier) -> Map:
    found = map_of(dossier)
    assert found
    return found


@pytest.fixture(scope="module")
def real() -> Map:
    """The map of the project's own dossier, the most crowded one at hand."""
    return drawn(load(PROJECT / "data"))


def ids(spots: Iterable[Any]) -> set[str]:
    return {spot.id for spot in spots}


def boxes(chart: Chart) -> list[tuple[str, float, float, float, float]]:
    """The room that each name takes at least, with its number where there is one."""
    found = []
    labels: list[tuple[Label, Spot | None]] = [(spot.label, spot) for spot in chart.spots if spot.label]
    labels += [(label, None) for label in chart.names]
    for label, spot in labels:
        words = f"{label.text} {spot.facts}" if spot and chart.has_numbers else label.text
        half = lettering.width(words, chart.size) / 2
        found.append((label.text, label.x - half, label.y - chart.size * 0.8, label.x + half, label.y + chart.size * 0.25))
    return found


def test_a_dossier_of_invented_places_has_no_map() -> None:
    """Where no country says where it is, nothing is drawn."""
    assert map_of(load(PROJECT / "tests/sample")) is None


def test_a_huge_country_does_not_set_the_frame(sample: Path) -> None:
    """The small ones that most is told of fill the map, and of the huge one it shows what lies around them."""
    found = drawn(made(sample, BALTIC))
    paths = {spot.id: spot.path for spot in found.wide.spots}

    assert set(paths) == {"est", "lva", "ltu", "rus"}
    middles = [spot.label.x for spot in found.wide.spots if spot.label and spot.id != "rus"]
    assert all(found.wide.width * 0.1 < x < found.wide.width * 0.9 for x in middles)


def test_a_country_alone_is_shown_whole(sample: Path) -> None:
    """However large it is, it sets the frame if there is no other."""
    found = drawn(made(sample, {"KAZ": 1}))

    (spot,) = found.wide.spots
    assert spot.label
    assert spot.label.line is None


def test_two_halves_of_a_story_are_both_shown(sample: Path) -> None:
    """If those that are dense with facts bring less than half of them, all countries set the frame."""
    found = drawn(made(sample, {"RUS": 20, "USA": 20, "GEO": 1}))

    assert {"rus", "usa"} <= ids(found.wide.spots)


def test_a_far_country_of_few_facts_is_told_below(sample: Path) -> None:
    """One that would make all others small is left out of the frame, not of the page."""
    found = drawn(made(sample, {**WEST, "FJI": 1}))

    assert ids(found.wide.spots) == {"nga", "gha", "tgo", "ben"}
    assert ids(found.elsewhere) == {"fji", "drizzlia"}


def test_a_frame_reaches_across_the_180th_meridian(sample: Path) -> None:
    """Islands on both sides of it lie beside each other."""
    found = drawn(made(sample, {"FJI": 3, "WSM": 2}))

    assert ids(found.wide.spots) == {"fji", "wsm"}
    assert found.wide.height < found.wide.width


def test_a_territory_is_a_mark_without_an_outline(sample: Path) -> None:
    """It has a point, on the map, and no border of its own; and its country's label and dot keep off it."""
    found = drawn(made(sample, BALTIC, {"mistia": "57.1 25.2"}))
    for chart in (found.wide, found.narrow):
        spots = {spot.id: spot for spot in chart.spots}
        mark = spots["mistia"].point
        assert mark
        assert not spots["mistia"].path
        assert 0 < mark[0] < chart.width
        assert 0 < mark[1] < chart.height
        assert all(dist(mark, spot.point) > 5 for spot in chart.spots if spot.point and spot.id != "mistia")
    assert found.has_points


@pytest.mark.parametrize("name", ["wide", "narrow"])
def test_every_name_has_room_and_none_covers_another(real: Map, name: str) -> None:
    """All names of the dossier are on the map, within its edges, and no two overlap."""
    chart: Chart = getattr(real, name)
    rooms = boxes(chart)

    assert [spot.id for spot in chart.spots if not spot.label] == []
    assert [text for text, left, top, right, foot in rooms if left < 0 or top < 0 or right > chart.width or foot > chart.height] == []
    assert [
        (one[0], other[0])
        for one, other in combinations(rooms, 2)
        if one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]
    ] == []


@pytest.mark.parametrize("name", ["wide", "narrow"])
def test_lines_lead_to_their_countries(real: Map, name: str) -> None:
    """A label that does not stand in its country has a line that ends at its dot, and a country with its label inside has neither."""
    for spot in getattr(real, name).spots:
        assert spot.label
        if spot.label.line:
            assert spot.label.line[2:] == spot.point
        elif spot.path:
            assert spot.point is None


def test_words_are_large_enough_on_a_telephone(real: Map) -> None:
    """At 360 pixels, less the page's margins, no word is smaller than twelve."""
    assert real.narrow.size * 328 / real.narrow.width >= 12
    assert real.wide.size * 680 / real.wide.width >= 12


def test_numbers_are_short_and_the_order_is_by_name(real: Map) -> None:
    """No coordinate has more than one decimal, and reading goes by name."""
    for chart in (real.wide, real.narrow):
        paths = chart.around + "".join(spot.path for spot in chart.spots)
        assert not re.search(r"\.\d\d|e-", paths)
        assert [spot.name for spot in chart.spots] == sorted((spot.name for spot in chart.spots), key=str.casefold)


def test_the_same_dossier_gives_the_same_map(sample: Path) -> None:
    """Computed twice, nothing differs."""
    dossier = made(sample, BALTIC, {"mistia": "57.1 25.2"})

    assert map_of.__wrapped__(dossier) == map_of.__wrapped__(dossier)


def test_neighbours_are_those_of_the_atlas(sample: Path) -> None:
    """Those with a page come as records, the rest by name; a territory that is a point has none."""
    dossier = made(sample, BALTIC, {"mistia": "57.1 25.2"})
    latvia, mistia = dossier.entities["lva"], dossier.entities["mistia"]
    assert isinstance(latvia, Country)
    assert isinstance(mistia, Country)

    assert [country.id for country in neighbours(dossier, latvia).here] == ["est", "ltu", "rus"]
    assert neighbours(dossier, latvia).others == ("Belarus",)
    assert neighbours(dossier, mistia) == Neighbours((), ())


@pytest.fixture
def page(sample: Path) -> html.HtmlElement:
    """The map of a few countries as the page of one has it, and its list."""
    environment = Environment(loader=FileSystemLoader(PROJECT / "themes/broadsheet/templates"), autoescape=True, undefined=StrictUndefined)
    source = '{% import "drawings/map.html" as m %}<div>{{ m.world_map(map, "../", "lva") }}{{ m.country_map(map, "../", "lva", "own") }}{{ m.map_list(map, "../", "lva") }}</div>'
    found = drawn(made(sample, {**BALTIC, "FJI": 1}, {"mistia": "57.1 25.2"}))
    return html.fragment_fromstring(environment.from_string(source).render(map=found))


def test_every_place_is_a_link_to_its_page(page: html.HtmlElement) -> None:
    """Each name on the map is a link that keyboards reach, and says how many facts there are; outlines are not met a second time."""
    for chart in page.iter("svg"):
        if chart.get("role") != "group":
            continue
        reached = [link for link in chart.iter("a") if link.get("tabindex") != "-1"]
        assert {link.get("href") for link in reached} == {f"../countries/{id_}.html" for id_ in ("est", "lva", "ltu", "rus", "mistia")}
        assert all(re.fullmatch(r".+ \d+ facts?", link.get("aria-label")) for link in reached)
        assert all(link.get("aria-hidden") == "true" for link in chart.iter("a") if link not in reached)


def test_the_pages_own_country_is_told_by_more_than_colour(page: html.HtmlElement) -> None:
    """It is current for readers, and has a class of its own for its outline and its name."""
    # The narrow one is a picture where the wide one stands beside it; the wide one has the links.
    chart = list(page.iter("svg"))[1]

    assert [link.get("href") for link in chart.xpath('.//a[@aria-current="page"]')] == ["../countries/lva.html"]
    assert len(chart.find_class("map__land--here")) == len(chart.find_class("map__label--here")) == 1


def test_the_caption_says_whose_borders_these_are(page: html.HtmlElement) -> None:
    """The atlas is named with its licence, no position is taken, and the mark of a territory is explained."""
    (caption, _) = page.iter("figcaption")
    words = " ".join(caption.text_content().split())

    assert f"{atlas().name} ({atlas().licence})" in words
    assert "imply no position" in words
    assert "neither a border nor a status" in words
    assert "Fiji (1 fact)" in words


def test_the_list_says_the_same(page: html.HtmlElement) -> None:
    """Every country is in the list with its number, those outside the frame too."""
    listed = [" ".join(item.text_content().split()) for item in page.find_class("map__list")[0]]

    assert listed == ["Drizzlia 1 fact", "Estonia 9 facts", "Fiji 1 fact", "Latvia 7 facts", "Lithuania 8 facts", "Mistia 1 fact", "Russia 12 facts"]


def test_no_id_is_there_twice(page: html.HtmlElement) -> None:
    """Two maps on one page keep their ids apart by their prefixes."""
    found = page.xpath("//@id")

    assert sorted(set(found)) == sorted(found)
