"""ISO 6709 string (ISO 6709 による位置): +35.658581+139.745433+351CRSWGS_84/. GIF DS-444 §3.1.

GIF allows the notation and recommends items of their own for latitude, longitude and height; where an item is declared to hold such a
string, its form is judged. Degrees are decimal, as everywhere in GIF; degrees with minutes and seconds conform to ISO 6709 only.
"""

from __future__ import annotations

import re

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details, Severity, compiled, when
from ...characters.widths import hyphens, plain
from ..part import Use, kind
from ..placeholder import NULL_WORDS, unless
from ._coordinate import RANGE, ZERO, is_zero, no_latitude, no_latitude_of_japan, no_longitude, no_longitude_of_japan

_DECIMALS = r"(\.[0-9]{1,}){0,1}"
_REST = rf"([+\-][0-9]{{1,}}{_DECIMALS}){{0,1}}(CRS[A-Za-z0-9_:.()\-]{{1,}}){{0,1}}/"
_DECIMAL = rf"[+\-][0-9]{{2}}{_DECIMALS}[+\-][0-9]{{3}}{_DECIMALS}{_REST}"
_MINUTES = rf"[+\-][0-9]{{2}}[0-5][0-9]{_DECIMALS}[+\-][0-9]{{3}}[0-5][0-9]{_DECIMALS}{_REST}"
_SECONDS = rf"[+\-][0-9]{{2}}([0-5][0-9]){{2}}{_DECIMALS}[+\-][0-9]{{3}}([0-5][0-9]){{2}}{_DECIMALS}{_REST}"
_OTHER = f"({_MINUTES}|{_SECONDS})"
_DEGREES = re.compile(r"([+-][0-9]{2}(?:\.[0-9]+)?)([+-][0-9]{3}(?:\.[0-9]+)?).*", re.DOTALL)


def _degrees(value: str) -> tuple[str, str] | None:
    """Latitude and longitude of a value in decimal degrees."""
    match = _DEGREES.fullmatch(value) if compiled(_DECIMAL).fullmatch(value) else None
    return (match[1].lstrip("+"), match[2].lstrip("+")) if match else None


def _beyond(value: str) -> Details | None:
    found = _degrees(value)
    return found and (no_latitude(found[0]) or no_longitude(found[1]))


def _outside_japan(value: str) -> Details | None:
    found = _degrees(value)
    return found and (no_latitude_of_japan(found[0]) or no_longitude_of_japan(found[1]))


def _zero(value: str) -> Details | None:
    """Fires where both are zero."""
    found = _degrees(value)
    return found and is_zero(found[0]) and is_zero(found[1])


def suggest(value: str) -> str | None:
    """The string in half width, with the solidus that ends it.

    >>> suggest("+35.658581+139.745433"), suggest("＋３５．６５８５８１＋１３９．７４５４３３／")
    ('+35.658581+139.745433/', '+35.658581+139.745433/')
    """
    text = hyphens(plain(value)).removesuffix("/") + "/"
    return text if compiled(_DECIMAL).fullmatch(text) else None


STRING = warning("GIF-GEO-010", Clause("DS-444", "§3.1"), look=unless(_DECIMAL)).says(
    ("ISO 6709 の文字列は「±緯度±経度±高さCRS…/」と書く", "An ISO 6709 string is ±latitude±longitude±heightCRS…/"),
    (
        "「{value}」は ISO 6709 の文字列（符号を付けた緯度2桁・経度3桁の十進の度、最後に /）ではありません。",
        '"{value}" is not an ISO 6709 string: signed decimal degrees, two digits for latitude, three for longitude, a solidus at the end.',
    ),
    good=("+35.658581+139.745433+351CRSWGS_84/", "+35.658581+139.745433/"),
    bad=("35.658581,139.745433", "+35.658581+139.745433", "+139.745433+35.658581/", "+3539.51+13944.73/"),
)

PART = kind(
    "iso6709",
    clean=_DECIMAL,
    clean_too=lambda value: all(look(value) is None for look in (_beyond, _zero, _outside_japan)),
    valid_too=lambda value: _beyond(value) is None,
    suggest=suggest,
).says(
    ("ISO 6709 の文字列", "ISO 6709 string"),
    ("+35.658581+139.745433+351CRSWGS_84/（高さと CRS は任意）", "+35.658581+139.745433+351CRSWGS_84/ (height and CRS optional)"),
    checks=(
        Use(RANGE, _beyond),
        Use(ZERO, _zero),
        Use(RANGE, _outside_japan, Severity.WARNING),
        Use(STRING, when(_OTHER), Severity.INFO),
        STRING,
        NULL_WORDS,
    ),
    examples=("+35.658581+139.745433+351CRSWGS_84/",),
)
