"""
How a person is reached: e-mail addresses and telephone numbers.

A telephone number is found by its sign (``+994 …``, ``00 44 …``), by the word before it (``tel. 493 12 34``, ``тел. 12-34-56``),
or by a form that is hardly anything else: ``(212) 555-0100``, ``8 (495) 123-45-67``, ``020 7946 0018``, ``06 12 34 56 78``, ``123-45-67``.
Seven digits or fewer in two groups, and nine in three groups of three, are as often a range, a case number or a sum:
of these only the word before them makes a telephone number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# The second form is how an address is hidden from programs, not from people. A name on a network, @name@server, is a public one.
_MAIL = re.compile(r"(?<![\w.+%@-])[\w.+%-]*\w(?:@|%40)(?:[\w-]+\.)+(?:xn--[\w-]+|[^\W\d_]{2,})(?![\w@-])")
_HIDDEN = re.compile(r"(?<![\w.+@-])[\w.+-]+\s?[\[(](?:at|ät|собака)[\])]\s?[\w-]+(?:(?:\.|\s?[\[(](?:dot|punkt|точка)[\])]\s?)[\w-]+)+", re.IGNORECASE)

_GAP = r"[\s().\-–/]"
_DIGITS = rf"\(?\d(?:{_GAP}{{0,3}}\d){{4,14}}"
_SOME = re.compile(rf"\d(?:{_GAP}{{0,3}}\d){{4}}")
_AFTER = r"(?![\w]|[.,/–-]\d)"

_CURRENCIES = r"[$€£¥₽₼₴₸%]|(?:USD|EUR|GBP|CHF|RUB|UAH|BYN|AZN|AMD|GEL|KZT|KGS|UZS|TJS|TMT|MDL|TRY|PLN|CNY|JPY)\b|(?:percent|per cent|thousand|million|billion|trillion|dollars?|euros?|pounds?|rou?bles?|manats?|ducats?|tenge|lei|lari|hryvnias?)\b"

# What has digits and is nobody's number, the first that fits: days, years, times, sums, books and papers.
_ORDINARY = re.compile(
    r"(?<![\d-])\d{4}-\d{2}(?:-\d{2})?(?![\d-])"
    r"|(?<!\d)(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:\d{4}|\d{2})(?![\d-])"
    r"|(?<!\d)(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?:\d{4}|\d{2})(?!\d)"
    r"|(?<![\d-])(?:1[5-9]|20)\d\d\s?[-–—/]\s?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d-])"
    r"|\((?:1[5-9]|20)\d\d\)"
    r"|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|[$€£¥₽₼₴₸]\s?\d[\d.,\s]*"
    rf"|(?<![\d+])\d[\d.,\s]*(?:{_CURRENCIES})"
    r"|\b(?:ISBN|ISSN|EAN|DOI|arXiv|ISO)(?:-1[03])?[\s:№]*[\dX][\dXx.\s/-]*"
    r"|(?<![\d-])97[89][\s-]?(?:\d[\s-]?){9}\d(?!\d)"
    r"|(?<![\d.])10\.\d{4,}/\S+"
    r"|(?:\bparagraphs?|\bparas?\.?|\bpages?|\bpp?\.|[¶§]+|\barticles?|\barts?\.|\blines?|\bстр\.|\bст\.|\bабз\.|\bSeiten?|\bAbs\.)\s*\d[\d\s,–-]*"
)
# Not where a telephone is named before it: tel. No. 12-34-56.
_NUMBERED = re.compile(
    r"(?:\b(?:No|Nos|Nr|N)\.?|№|\bn[°º]|\b(?:case|file|docket|decree|resolution|law|order|protocol|act|bill|contract|licen[cs]e|flight)s?|\bдел[оау]|\bуказ\w*|\bпостановлени\w+|\bзакон\w*|\bприказ\w*|\bAktenzeichen|\bAz\.)"
    r"[\s:№#]*(?:(?:No|Nr)\.?\s*)?[A-ZА-Я]{0,4}[\s-]?\d[\w./–-]*(?:[\s-]\d[\w./–-]*)*"
)
_THOUSANDS = re.compile(r"(?<![\d+(.,-])(?<!\d\s)(?<!\+\s)[1-9]\d{0,2}(?:[\s.,'’]\d{3})+(?!\d|[\s.,/-]\d)")

_TELEPHONE = r"(?:tel|tél|mob|fax|тел|моб|факс)\b\.?|(?:tele|mobile |cell ?|hand)?phone|telephone|téléphone|teléfono|telefone?|móvil|mobile|hotline|handynummer|телефон[ау]?|мобильный|телефакс"
_NAMED = re.compile(rf"(?<!\w)(?:{_TELEPHONE})(?:\s+(?:number|no\.?|nr\.?|is|номер))*[\s:.№#]*(\+?{_DIGITS}){_AFTER}", re.IGNORECASE)
_REACHED = re.compile(rf"(?<!\w)(?:call|dial|ring|text|whatsapp|viber|signal|telegram|звоните|nömrə(?:si)?)(?:\s+(?:on|at|is|number|no\.?))*[\s:]*(\+?{_DIGITS}){_AFTER}", re.IGNORECASE)

_BEFORE = r"(?<![\w.,/×-])"
_FORMS = (
    # with the code of a country
    re.compile(rf"(?<![\w+])(?:\+|00(?=[\s(]?[1-9]))\s?\(?\d(?:{_GAP}{{0,3}}\d){{6,14}}(?!\w)"),
    # 8 (495) 123-45-67, 8-916-123-45-67
    re.compile(rf"{_BEFORE}8[\s-]?\(?\d{{3,5}}\)?[\s-]{{0,2}}\d{{1,3}}[\s-]\d{{2}}[\s-]?\d{{2}}{_AFTER}"),
    # 89161234567, 0501234567: eleven or ten digits that begin as a mobile's do
    re.compile(rf"{_BEFORE}(?:[78][79]\d{{9}}|0[1-9]\d{{8,9}}){_AFTER}"),
    # (212) 555-0100, 212-555-0100
    re.compile(rf"{_BEFORE}(?:1[\s.-])?(?:\([2-9]\d\d\)\s?|[2-9]\d\d[\s.-])[2-9]\d\d[\s.-]\d{{4}}{_AFTER}"),
    # 020 7946 0018, 06 12 34 56 78, (012) 493 12 34, 0171/1234567
    re.compile(rf"{_BEFORE}\(?0[1-9]\d{{0,3}}\)?(?:[\s./-]{{1,2}}\d{{2,4}}){{2,5}}{_AFTER}"),
    re.compile(rf"{_BEFORE}\(?0[1-9]\d{{1,4}}\)?[\s/-]{{1,3}}\d{{5,8}}{_AFTER}"),
    # 123-45-67, (495) 123-45-67, (3952) 12-34-56
    re.compile(rf"{_BEFORE}(?:(?:\(\d{{3,5}}\)|\d{{3}})[\s-]{{1,2}})?\d{{3}}-\d\d-\d\d{_AFTER}"),
    re.compile(rf"{_BEFORE}\(\d{{3,5}}\)\s?\d\d-\d\d-\d\d{_AFTER}"),
)
_LEAST, _MOST = 7, 17
_ROUND = re.compile(r"\+\s?\d{1,3}(?:\s000)+")


def addresses(text: str) -> Iterator[re.Match[str]]:
    """
    Yield each e-mail address.
    """
    if "@" in text or "%40" in text:
        yield from _MAIL.finditer(text)
    if "(" in text or "[" in text:
        yield from _HIDDEN.finditer(text)


def numbers(text: str) -> Iterator[re.Match[str]]:
    """
    Yield each telephone number.
    """
    if not _SOME.search(text):
        return  # nearly always; what follows takes its time
    rest = _ORDINARY.sub(_blank, text)
    for rule in (_NAMED, _REACHED, *_FORMS):
        if rule is _REACHED:
            rest = _THOUSANDS.sub(_blank, _NUMBERED.sub(_blank, rest))
        for found in list(rule.finditer(rest)):
            number = re.compile(re.escape(found[found.lastindex or 0]))
            digits = sum(map(str.isdigit, number.pattern))
            named = rule is _NAMED or rule is _REACHED
            if not named and (not _LEAST <= digits <= _MOST or _ROUND.fullmatch(found[0])):
                continue
            start = found.start(found.lastindex or 0)
            if whole := number.match(rest, start):
                yield whole
                rest = rest[: whole.start()] + _blank(whole) + rest[whole.end() :]


def _blank(found: re.Match[str]) -> str:
    return "×" * len(found[0])
