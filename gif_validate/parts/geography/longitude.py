"""Longitude (経度): decimal degrees, in Japan 122 to 154. GIF DS-444 §1.1."""

from __future__ import annotations

from ...catalogue.rule import Severity
from ..part import Use, kind
from ..placeholder import WORDS, unless
from ._coordinate import DECIMAL, DEGREES, RANGE, SEPARATE, ZERO, few_decimals, no_longitude, no_longitude_of_japan, suggest

_JAPAN = r"((12[2-9]|1[34][0-9]|15[0-3])\.[0-9]{6,}|154\.0{6,})"
_EARTH = r"-{0,1}((0{0,1}[0-9]{1,2}|1[0-7][0-9])(\.[0-9]{1,}){0,1}|180(\.0{1,}){0,1})"

PART = kind("longitude", clean=_JAPAN, valid=_EARTH, suggest=suggest).says(
    ("経度", "longitude"),
    ("十進の度、小数点以下6桁以上（日本では 122〜154）", "decimal degrees, six decimals or more (in Japan 122 to 154)"),
    checks=(
        Use(RANGE, no_longitude),
        ZERO,
        Use(RANGE, no_longitude_of_japan, Severity.WARNING),
        Use(DEGREES, few_decimals, Severity.WARNING),
        SEPARATE,
        Use(DEGREES, unless(DECIMAL)),
        WORDS,
    ),
    examples=("139.744879",),
)
