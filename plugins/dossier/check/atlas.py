"""
Every country that says where it is can be found on the map, once.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..atlas import atlas
from ..model import Country
from ..problems import Problem, closest, shown
from ..records import Records


def on_the_map(records: Records) -> Iterator[Problem]:
    """
    Refuse a code that the atlas does not have or that two records share, and a point beside an outline.
    """
    taken: dict[str, str] = {}
    for country in records.entities.values():
        if not isinstance(country, Country) or not country.iso:
            continue
        if country.iso not in atlas().outlines:
            message = f"expected a country's code in the atlas, three capital letters such as 'FRA', found {shown(country.iso)}{_meant(country)}"
            yield records.problem(country.id, message, "iso")
        elif (first := taken.setdefault(country.iso, country.id)) != country.id:
            place = records.problem(first, "", "iso")
            found = f"found {shown(country.iso)} again (first in {place.file}, line {place.line})"
            yield records.problem(country.id, f"expected a code of its own, {found}: give one of the two another, or an 'at' instead", "iso")
        elif country.at:
            yield records.problem(country.id, f"expected 'iso' or 'at', found both: take 'at' out, for the outline of {shown(country.iso)} says where it is", "at")


def _meant(country: Country) -> str:
    """The code that the editor may have meant: by its letters, by a name typed in its place, or by the record's own name."""
    outlines, typed = atlas().outlines, country.iso or ""
    names = {outline.name: code for code, outline in outlines.items()}
    code = typed.upper() if typed.upper() in outlines else names.get(closest(typed, names) or closest(country.name, names))
    if not code and len(typed) > 2:
        code = closest(typed, outlines)
    return f", did you mean '{code}' ({outlines[code].name})?" if code else ""
