"""
From a name to an id: lower-case letters, digits and hyphens, whatever the name's alphabet.
"""

from __future__ import annotations

import re

from unidecode import unidecode

from .fields import MAX_ID

# What the library writes as signs, or not as readers of English know it.
_OTHERWISE = str.maketrans({"Ə": "E", "ə": "e", "Ә": "A", "ә": "a", "Ё": "Yo", "ё": "yo", "Й": "Y", "й": "y", "Ю": "Yu", "ю": "yu", "Я": "Ya", "я": "ya", "&": " and "})
_APOSTROPHES = re.compile("['`´ʹʻʼʾʿˈ‘’′]")


def id_from(name: str) -> str:
    """
    Return a name as an id: ``oneil-a-life`` for ``O'Neil: a life``; nothing where no letter or digit is left.
    """
    latin = _APOSTROPHES.sub("", unidecode(_APOSTROPHES.sub("", name.translate(_OTHERWISE)))).lower()
    id_ = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
    if len(id_) <= MAX_ID:
        return id_
    return id_[: MAX_ID + 1].rpartition("-")[0] or id_[:MAX_ID]
