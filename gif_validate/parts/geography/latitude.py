"""Latitude (緯度): decimal degrees, in Japan 20 to 46. GIF DS-444 §1.1."""

from __future__ import annotations

from ...catalogue.rule import Severity
from ..part import Use, kind
from ..placeholder import WORDS, unless
from ._coordinate import DECIMAL, DEGREES, RANGE, SEPARATE, ZERO, few_decimals, no_latitude, no_latitude_of_japan, suggest

_JAPAN = r"0{0,1}((2[0-9]|3[0-9]|4[0-5])\.[0-9]{6,}|46\.0{6,})"
_EARTH = r"-{0,1}(0{0,1}[0-8]{0,1}[0-9](\.[0-9]{1,}){0,1}|0{0,1}90(\.0{1,}){0,1})"

PART = kind("latitude", clean=_JAPAN, valid=_EARTH, suggest=suggest).says(
    ("緯度", "latitude"),
    ("十進の度、小数点以下6桁以上（日本では 20〜46）", "decimal degrees, six decimals or more (in Japan 20 to 46)"),
    checks=(
        Use(RANGE, no_latitude),
        ZERO,
        Use(RANGE, no_latitude_of_japan, Severity.WARNING),
        Use(DEGREES, few_decimals, Severity.WARNING),
        SEPARATE,
        Use(DEGREES, unless(DECIMAL)),
        WORDS,
    ),
    examples=("35.676097",),
)
