"""
The atlas that the map is drawn from, and the projection that lays it flat.
"""

from __future__ import annotations

import pytest

from dossier.atlas import atlas
from dossier.draw.projection import Projection, area_on_globe, box_of, clipped, encloses


def test_the_atlas_has_every_border_from_both_sides() -> None:
    """Whoever borders a country is bordered by it, and is in the atlas."""
    outlines = atlas().outlines

    assert [(a, b) for a, outline in outlines.items() for b in outline.borders if a not in outlines[b].borders] == []


def test_shared_borders_stay_shared() -> None:
    """Two countries with a border have a corner of it in common, wherever both are large enough to be drawn as they are."""
    outlines = atlas().outlines
    corners = {code: {point for ring in outline.rings for point in ring} for code, outline in outlines.items()}
    apart = {(a, b) for a, outline in outlines.items() for b in outline.borders if a < b and not corners[a] & corners[b]}

    assert {pair for pair in apart if min(len(outlines[code].rings[0]) for code in pair) > 12} == set()


def test_the_atlas_draws_crimea_in_ukraine() -> None:
    """The place that other atlases draw otherwise is where this one is known to have it."""
    simferopol = (34.1, 44.95)

    assert encloses(atlas().outlines["UKR"].rings[0], simferopol)
    assert not any(encloses(ring, simferopol) for ring in atlas().outlines["RUS"].rings)


@pytest.mark.parametrize("place", [(0, 0), (25, 60), (-150, 20), (179, -40), (50, 89)])
def test_the_projection_can_be_undone(place: tuple[float, float]) -> None:
    """A place, drawn and read back, is the same place."""
    projection = Projection(53, 49)

    longitude, latitude = projection.place(*projection.point(*place))

    assert ((longitude - place[0] + 180) % 360 - 180, latitude) == pytest.approx((0, place[1]), abs=1e-6)


def test_equal_areas_stay_equal() -> None:
    """A country has on paper the area that it has on the globe, wherever the middle is."""
    ring = atlas().outlines["KAZ"].rings[0]
    for projection in (Projection(67, 48), Projection(-20, 10)):
        points = projection.ring(ring)
        paper = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True))) / 2
        assert paper == pytest.approx(area_on_globe(ring), rel=0.005)


def test_what_encloses_the_place_opposite_is_left_out() -> None:
    """On a map of the far side of the globe a country is not drawn inside out."""
    assert Projection(67 - 180, -48).ring(atlas().outlines["KAZ"].rings[0]) == ()


def test_a_clipped_ring_stays_in_its_box() -> None:
    """Nothing of a clipped ring is outside, and what lies wholly inside is untouched."""
    ring = ((-5.0, -5.0), (15.0, -5.0), (15.0, 5.0), (5.0, 20.0))

    assert box_of(clipped(ring, (0, 0, 10, 10))) == (0, 0, 10, 10)
    assert clipped(ring, (-50, -50, 50, 50)) == ring
    assert clipped(ring, (50, 50, 60, 60)) == ()
