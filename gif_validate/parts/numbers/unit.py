"""Symbol of a unit (単位記号): in half-width characters, u for micro. GIF DS-452-1 §4.16 (withdrawn)."""

from __future__ import annotations

from ...catalogue.rule import unless
from ...characters.rules import UNIT
from ...characters.widths import half
from ..part import Use, kind
from ..placeholder import NULL_WORDS, is_value
from ..texts.latin import HALF_WIDTH

_SYMBOL = r"[A-Za-z%/·.\-0-9 ()°]{1,}"

PART = kind("unit", clean=_SYMBOL, clean_too=is_value, suggest=lambda value: half(value).replace("μ", "u").replace("µ", "u").strip()).says(
    ("単位記号", "symbol of a unit"),
    ("半角の英数字（μ は u）", "half-width characters, u for micro"),
    checks=(UNIT, Use(HALF_WIDTH, unless(_SYMBOL)), NULL_WORDS),
    examples=("ug", "m2"),
)
