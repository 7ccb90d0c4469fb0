"""Number (数値): half-width digits with an optional sign and decimals. GIF DS-438 形式「数値（半角数字）」."""

from __future__ import annotations

from ...catalogue.text import Text
from ..part import Part, Use
from ..placeholder import WORDS
from .integer import HALF_WIDTH_DIGITS, digits, not_a_number

_NUMBER = r"-{0,1}[0-9]{1,}(\.[0-9]{1,}){0,1}"

PART = Part(
    name="decimal",
    title=Text("数値", "number"),
    accepts=Text("半角数字（小数・負号も可）", "half-width digits, with sign and decimals where needed"),
    clean=_NUMBER,
    valid=_NUMBER,
    checks=(Use(HALF_WIDTH_DIGITS, not_a_number), WORDS),
    examples=("44.75", "-3"),
    suggest=digits,
)
