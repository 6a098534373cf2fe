"""
What is drawn on the page of a person, organisation, country or case.
"""

from __future__ import annotations

from functools import cached_property

from ..dossier import Dossier
from ..model import Country, Entity
from .ego import Ego, ego
from .map import Map, Neighbours, map_of, neighbours
from .tenures import Tenures, tenures


class EntityDrawings:
    """
    The drawings on a page, each made when it is asked for; ``None`` where there is nothing to draw.
    """

    def __init__(self, dossier: Dossier, entity: Entity) -> None:
        self._dossier = dossier
        self._entity = entity

    @cached_property
    def tenures(self) -> Tenures | None:
        """Who headed it, or what they headed, by the years."""
        return tenures(self._dossier, self._dossier.tenures(self._entity), self._entity)

    @cached_property
    def network(self) -> Ego | None:
        """Its ties to others."""
        return ego(self._dossier, self._entity)

    @cached_property
    def map(self) -> Map | None:
        """The map, for a country that says where it is."""
        return map_of(self._dossier) if isinstance(self._entity, Country) and (self._entity.iso or self._entity.at) else None

    @cached_property
    def neighbours(self) -> Neighbours | None:
        """Who borders a country, by the atlas."""
        return neighbours(self._dossier, self._entity) if isinstance(self._entity, Country) and self._entity.iso else None
