"""
What is drawn on the pages of entities and on the front page.
"""

from __future__ import annotations

from ..dossier import Dossier
from ..draw.ego import ego
from ..draw.map import map_of, neighbours
from ..draw.tenures import Tenures, tenures
from ..model import Country, Entity
from ..views.entities import EntityDrawings


def entity_drawings(dossier: Dossier, entity: Entity) -> EntityDrawings:
    """
    Return the drawings on an entity's page.
    """
    country = entity if isinstance(entity, Country) else None
    return EntityDrawings(
        tenures=tenures(dossier, dossier.tenures(entity), entity),
        network=ego(dossier, entity),
        map=map_of(dossier) if country and (country.iso or country.at) else None,
        neighbours=neighbours(dossier, country) if country and country.iso else None,
    )


def home_tenures(dossier: Dossier, body: Entity) -> Tenures | None:
    """
    Return who headed a body.
    """
    return tenures(dossier, dossier.tenures(body), body)
