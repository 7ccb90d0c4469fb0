"""Number (数値): half-width digits with an optional sign and decimals. GIF DS-438 形式「数値（半角数字）」."""

from __future__ import annotations

from ..part import Use, kind
from ..placeholder import WORDS
from .integer import HALF_WIDTH_DIGITS, digits, not_a_number

_NUMBER = r"-{0,1}[0-9]{1,}(\.[0-9]{1,}){0,1}"

PART = kind("decimal", clean=_NUMBER, valid=_NUMBER, suggest=digits).says(
    ("数値", "number"),
    ("半角数字（小数・負号も可）", "half-width digits, with sign and decimals where needed"),
    checks=(Use(HALF_WIDTH_DIGITS, not_a_number), WORDS),
    examples=("44.75", "-3"),
)
