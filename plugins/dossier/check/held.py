"""
Every document held has its fingerprints, taken from the document that its record names.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, shown
from ..records import Records


def held(records: Records) -> Iterator[Problem]:
    """
    Refuse a held source without fingerprints, and fingerprints of another document.
    """
    for source in records.sources.values():
        taken = records.fingerprints.get(source.id)
        if source.document is None:
            if taken:
                yield records.problem(source.id, f"expected the field 'document', for {source.id}.sha256 holds fingerprints of {shown(taken.document)}: add it, or delete that file")
        elif taken is None:
            if source.id not in records.broken:
                yield records.problem(source.id, f"expected the fingerprints of {shown(source.document)} in {source.id}.sha256, found none: run 'make fingerprints TEXTS=folder'", "document")
        elif taken.document != source.document:
            yield records.problem(source.id, f"expected the document of {source.id}.sha256, {shown(taken.document)}, found {shown(source.document)}: correct it, or run 'make fingerprints TEXTS=folder'", "document")
