"""
Where a person lives: a street with a number, and coordinates.

A street is known by its word, in the languages below, beside a name that begins with a capital, and by the number of a house in the place that the
language has it: ``12 Baker Street``, ``ул. Ленина, д. 5``, ``Hauptstraße 12``, ``12 rue de la Paix``, ``Calle Mayor 5``, ``Nizami küçəsi 12``.
A street without a number is no address, and a number from 1900 to 2099 is taken for a year: ``in 2008 Wall Street``.
Words that are as often something else are left out: Court, Place, Way, Park.
An office's address looks the same, so whoever prints one says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HOUSE = r"\d{1,4}(?:/\d{1,3})?\s?(?:[a-zA-Zа-яА-Я](?!\w))?"
_AFTER = r"(?!\w|[.,]\d|\s?%|[–-]\d{3})"
_NAME = r"[^\W\d_][\w'’.-]*"
_CAPITAL = rf"(?![a-zà-öø-ÿа-яёіїєґəığőşű]){_NAME}"
_LITTLE = r"(?:de|du|des|del|della|dei|di|da|do|dos|das|la|le|les|las|los|el|l['’]|d['’])"
_END = r"(?=\s*(?:[,.;:)»”\"]|$))"

_STREETS = (
    # 12 Baker Street, 221b Baker St., 5 Rain Lane
    re.compile(rf"(?<![\w.,$€£/-])(?P<house>\d{{1,5}}[a-zA-Z]?(?:/\d{{1,3}})?),?\s+(?P<name>(?:{_NAME}\s+){{1,3}}?)(?:(?:Street|Road|Avenue|Lane|Drive|Boulevard|Crescent|Terrace|Close|Square|Mews|Embankment|Prospekt|Prospect|[Uu]litsa)\b|(?:St(?=[.,;)]|$)|Rd|Ave|Ln|Blvd)\b\.?)"),
    # ул. Ленина, д. 5; ulitsa Lenina 5; вул. Хрещатик, 1; strada Puşkin 12; ul. Marszałkowska 12
    re.compile(
        r"(?<!\w)(?:[Уу]л(?:\.|иц[аеу]\b)|[Пп]росп(?:\.|ект\b)|пр-т\b|[Пп]ер(?:\.|еулок\b)|[Бб]ульвар\b|[Нн]аб(?:\.|ережная\b)|[Шш]оссе\b|[Вв]ул(?:\.|иця\b)|[Uu]l\.|[Uu]litsa\b|[Pp]rospekt\b|[Pp]ereulok\b|[Ss]trada\b|[Ss]tr\.|[Aa]l\.|[Aa]leja\b|küç\.|[Uu]lice\b)"
        rf"\s*(?P<name>(?:\d+-[а-яa-z]+\s+)?{_NAME}(?:\s+{_NAME}){{0,2}}?),?\s*(?:д(?:ом\b|\.)|буд(?:инок\b|\.)|h(?:ouse\b|\.)|bld\.?|nr\.?|ev\b|№|No\.?)?\s*(?P<house>{_HOUSE}){_AFTER}"
    ),
    # Невский проспект, д. 5; Nizami küçəsi 12; Atatürk Caddesi No: 5; Tverskaya ulitsa 12
    re.compile(
        rf"(?<!\w)(?P<name>{_CAPITAL}(?:\s+{_NAME}){{0,2}}?)\s+(?:проспект|улица|переулок|шоссе|бульвар|набережная|вулиця|ulitsa|prospekt|pereulok|küçəsi|küç\.|prospekti|[Cc]addesi|[Cc]ad\.|[Ss]okak|[Ss]okağı|[Ss]ok\.|[Bb]ulvarı)"
        rf",?\s*(?:д(?:ом\b|\.)|ev\b|№|[Nn]o\s?[.:]{{0,2}})?\s*(?P<house>{_HOUSE}){_AFTER}"
    ),
    # Hauptstraße 12, Kerkstraat 5, Berliner Allee 3
    re.compile(rf"(?<!\w)(?P<name>[^\W\d_][\w-]*(?:straße|strasse|str\.|allee|gasse|platz|damm|weg|ufer|chaussee|straat|laan|gracht|gatan|gade|vej|vägen)|[^\W\d_]\w+er\s+(?:Straße|Strasse|Str\.|Allee|Gasse|Platz|Damm|Weg|Ufer|Chaussee))\s+(?:Nr\.\s*)?(?P<house>{_HOUSE}){_AFTER}"),
    # 12 rue de la Paix, 12 bis, avenue Foch
    re.compile(rf"(?<![\w.,$€£/-])(?P<house>\d{{1,4}}(?:\s?(?:bis|ter)\b)?),?\s+(?:rue|avenue|boulevard|bd|allée|impasse|quai|chemin)\s+(?:{_LITTLE}\s*)*(?P<name>{_NAME})"),
    # Calle Mayor 5, Via Roma 12, Rua Augusta, 100
    re.compile(rf"(?<!\w)(?:Calle|C/|Avenida|Avda\.|Paseo|Plaza|Carrer|Rua|Travessa|Praça|Via|Viale|Piazza|Corso|Largo)\s+(?:{_LITTLE}\s*)*(?P<name>{_NAME}(?:\s+(?:{_LITTLE}\s+)?{_NAME}){{0,3}}?),?\s*(?:n[.º°]*\s*)?(?P<house>{_HOUSE}){_END}"),
)
# Parts of all the words above: where a text has none of them, no street is in it, and that is nearly always.
_PARTS = (
    *("street", " st", "road", " rd", "ave", "lane", " ln", "drive", "boulevard", "blvd", "cresc", "terrace", "close", "square", "mews", "embankment", "prosp", "ulits", "ul.", "pereulok", "strad", "str.", "al.", "alej"),
    *("küç", "prospekti", "cad", "sok", "bulvar", "ulice", "straße", "strasse", "allee", "gasse", "platz", "damm", "weg", "ufer", "chauss", "straat", "laan", "gracht", "gatan", "gade", "vej", "vägen"),
    *("rue ", "bd ", "allée", "impasse", "quai", "chemin", "calle", "c/", "avda", "paseo", "plaza", "carrer", "rua ", "travessa", "praça", "via", "piazza", "corso", "largo"),
    *("ул", "просп", "пр-т", "пер", "бульвар", "наб", "шоссе"),
)
_YEAR = re.compile(r"(?:19|20)\d\d")

_HEMISPHERE = r"\s?[NSEWСЮВЗ]?(?!\w)"
_DEGREES = rf"[-+−]?\d{{1,3}}(?:\.\d{{2,}}\s?°{_HEMISPHERE}|\.\d{{2,}}\s?[NSEWСЮВЗ](?!\w)|\.\d{{4,}}(?!\d))"
_MINUTES = r"\d{1,3}\s?°\s?\d{1,2}(?:[.,]\d+)?\s?['′’]\s?(?:\d{1,2}(?:[.,]\d+)?\s?(?:[\"″”]|'')\s?)?[NSEWСЮВЗnsew]?(?!\w)"
_COORDINATES = re.compile(rf"(?<![\w.])(?:{_DEGREES}\s?[,;/]?\s?{_DEGREES}|{_MINUTES}\s?[,;/]?\s?{_MINUTES})")


def addresses(text: str) -> Iterator[re.Match[str]]:
    """
    Yield each street that has a number.
    """
    lower = text.lower()
    if not any(part in lower for part in _PARTS):
        return
    for rule in _STREETS:
        for found in rule.finditer(text):
            names = found["name"].split()
            is_named = any(word[:1].isupper() for word in names)
            if is_named and not _YEAR.fullmatch(found["house"].strip()) and _fits(rule, names):
                yield found


def _fits(rule: re.Pattern[str], names: list[str]) -> bool:
    """Whether all that stands between number and street is a name: '5 Members left Baker Street' has none."""
    return rule is not _STREETS[0] or all(word[:1].isupper() or word in ("of", "the") for word in names)


def coordinates(text: str) -> Iterator[re.Match[str]]:
    """
    Yield each pair of coordinates, exact to a kilometre or so.
    """
    if "." in text or "°" in text:
        yield from _COORDINATES.finditer(text)
