"""
Which units are money.
"""

from __future__ import annotations

import re

_CODES = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK
DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF
KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK
PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX
USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
"""
"""ISO 4217, without funds, metals and test codes."""

_NAMES = """
afghani baht balboa birr bolívar boliviano cedi cent córdoba crown dalasi denar dinar dirham dollar dong dram ducat escudo euro florin
forint franc gourde groat guaraní guilder gulden guinea hryvnia kina kip kopeck koruna krona kronor krone kroner kwacha kwanza kyat lari lek
lempira leone leu lei lev leva lira lire loti manat metical naira nakfa ngultrum ouguiya pataca penny pence peso peseta pound pula quetzal rand
renminbi rial ringgit riyal rouble ruble rufiyaa rupee rupiah schilling shekel shilling som somoni sterling taka tala tenge thaler tugrik
vatu yen yuan złoty zloty
"""
"""Names that mean nothing else: ``won`` and ``real``, say, are left to their codes."""
_MONEY = re.compile(
    rf"(?:(?:{'|'.join(_CODES.split())})|[$€£¥₽₴₸₼₾]|(?:[A-Z]\w*\.? )?(?i:{'|'.join(_NAMES.split())})(?:s|es)?)(?!\w)(?! of\b)(?:\s.*)?",
)


def is_money(unit: str) -> bool:
    """
    Say whether a unit is a currency, by code, sign or name: ``USD``, ``Swiss francs``, ``ducats a year``; not ``pounds of butter``.
    """
    return _MONEY.fullmatch(unit) is not None
