"""
A place on the earth, as an editor types it: ``43.0 41.0``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from .fields import FieldProblem
from .problems import shown

_NUMBER = r"-?\d{1,3}(?:\.\d{1,4})?"


@dataclass(frozen=True, slots=True)
class Coordinates:
    """
    A latitude and a longitude, in degrees; south and west are negative.
    """

    latitude: float
    """North of the equator."""

    longitude: float
    """East of Greenwich."""


def parse_coordinates(text: str) -> Coordinates:
    """
    Read ``43.0 41.0``: latitude, a space, longitude.
    """
    found = re.fullmatch(rf"({_NUMBER})\s+({_NUMBER})", text.strip())
    if not found:
        msg = "expected a latitude, a space and a longitude in degrees, south and west negative, such as '43.0 41.0'"
        raise ValueError(msg)
    latitude, longitude = float(found[1]), float(found[2])
    if abs(latitude) > 90:
        way_out = ": the latitude comes first" if abs(longitude) <= 90 else ""
        msg = f"expected a latitude from -90 to 90, found {shown(found[1])}{way_out}"
        raise FieldProblem(msg, find=found[1])
    if abs(longitude) > 180:
        msg = f"expected a longitude from -180 to 180, found {shown(found[2])}"
        raise FieldProblem(msg, find=found[2])
    return Coordinates(latitude, longitude)


def _read(value: Any) -> Coordinates:
    if isinstance(value, str):
        return parse_coordinates(value)
    msg = "expected text"
    raise ValueError(msg)


CoordinatesText = Annotated[Coordinates, PlainValidator(_read), WithJsonSchema({"type": "string", "pattern": rf"^{_NUMBER}\s+{_NUMBER}$"})]
