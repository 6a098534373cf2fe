"""
What stands in a person's papers: the numbers of passports and the like, of taxpayers, of bank accounts and of payment cards.

An account (IBAN) and a card are known by their check digits.
The number of a document is known by the word before it, or by a form of its own: 123-45-6789 (SSN), 123-456-789 00 (SNILS), 123.456.789-09 (CPF), RSSMRA85T10A562S (codice fiscale).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?!\w)")
_CARD = re.compile(r"(?<![\w.,-])(?<![A-Z]{2}\d\d\s)(?:[2-6]\d{3}(?:([ -]?)\d{4}){3}(?:[ -]?\d{1,3})?|3[47]\d{2}[ -]?\d{6}[ -]?\d{5}|[2-6]\d{12,18})(?!\w|[.,-]\d)")

_LEAD = (
    r"(?i:passports?|паспорт(?:а|е|у|ом)?|reisepass|personalausweis|passeport|pasaporte|passaporto|pasport(?:un|u)?|identity card|identification card|id card|national id|"
    r"удостоверени[ея] личности|водительско\w+ удостоверени\w+|şəxsiyyət vəsiqəsi(?:nin)?|driv(?:ing|er['’]?s?) licen[cs]e|führerschein|social security|national insurance|"
    r"tax(?:payer)?(?:['’]s)? (?:identification|id|number|no\.?)|steuer-?(?:id|nummer|identifikationsnummer)|code fiscal|codice fiscale|vöen|fin kod[ui]?|снилс|snils|pesel|рнокпп|іпн)"
    r"|SSN|TIN|ИНН|INN|ИИН|IIN|IDNP|NIF|NIE|DNI|BSN|JMBG|CNP|CPF"
)
_BETWEEN = r"(?:[\s:=#,№]|n[°º]|(?i:\b(?:series|ser|serial|number|no|nos|nr|is|was|issued|серия|серии|номер|ном|seria)\b\.?))*"
_NUMBER = r"(?P<number>[A-ZА-Я]{0,3}[\s-]?\d[\dA-Z]*(?:(?:[ ./-]|\s?№\s?)[\dA-Z]*\d[\dA-Z]*)*)"
_NAMED = re.compile(rf"(?<!\w)(?:{_LEAD})(?!\w){_BETWEEN}{_NUMBER}(?!\w)")
_COMPANIES = re.compile(r"(?:ИНН|INN)\D*\d{10}(?!\d)")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[\s./–-]+(?:(?:19|20)\d\d|\d\d?))*")
_ROUND = re.compile(r"\d{1,3}(?:\s\d{3})*(?:\s000)")
_LEAST = 6
_SIX = re.compile(r"\d(?:\D{0,4}\d){5}")

_FORMS = re.compile(
    r"(?<![\w.,/-])(?:(?!000|666|9)\d{3}-\d{2}-(?!19\d\d|20\d\d)\d{4}|\d{3}-\d{3}-\d{3}[\s-]\d{2}|\d{3}\.\d{3}\.\d{3}-\d{2}|[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z])(?!\w|[.,/-]\d)"
)


def accounts(text: str) -> Iterator[re.Match[str]]:
    """
    Yield each bank account whose check digits are right.
    """
    for found in _ACCOUNT.finditer(text):
        plain = re.sub(r"\s", "", found[0])
        if 15 <= len(plain) <= 34 and int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1:
            yield found


def cards(text: str) -> Iterator[re.Match[str]]:
    """
    Yield each payment card whose check digit is right.
    """
    for found in _CARD.finditer(text):
        digits = [int(sign) for sign in found[0] if sign.isdigit()]
        doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
        if len(set(digits)) > 1 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0:
            yield found


def documents(text: str) -> Iterator[re.Match[str]]:
    """
    Yield the number of each personal document.
    """
    if not _SIX.search(text):
        return
    for found in list(_NAMED.finditer(text)):
        number = found["number"].strip()
        enough = sum(map(str.isdigit, number)) >= _LEAST
        # A company's taxpayer number has ten digits there, and is in public registers.
        if enough and not _COMPANIES.match(found[0]) and not _YEARS.fullmatch(number) and not _ROUND.fullmatch(number):
            yield found
            text = text[: found.start()] + "×" * len(found[0]) + text[found.end() :]
    yield from _FORMS.finditer(text)
