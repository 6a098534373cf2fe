"""
Pages at the earlier addresses of records that were renamed, which lead to where these are now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..dossier import Dossier
from ..views.moved import MovedView


def moved(dossier: Dossier, urls: Iterable[str]) -> Iterator[MovedView]:
    """
    Yield what each such page is given.

    A record may have several pages, each named by its id in a folder of its own; one that is a part of a page keeps its earlier anchors there.

    Args:
        dossier: The dossier.
        urls: Every page that there is, from the site's root.
    """
    taken = set(urls)
    for url in sorted(taken):
        folder, _, name = url.rpartition("/")
        id_ = name.removesuffix(".html")
        if not _is_of_a_record(dossier, folder.rpartition("/")[2], id_):
            continue
        for earlier in dossier.earlier_ids(id_):
            old = f"{folder}/{earlier}.html"
            if old not in taken:
                yield MovedView(old, url)


def _is_of_a_record(dossier: Dossier, folder: str, id_: str) -> bool:
    entity = dossier.entities.get(id_)
    return (folder == "facts" and id_ in dossier.facts) or (folder == "sources" and id_ in dossier.sources) or (entity is not None and folder == entity.folder)
