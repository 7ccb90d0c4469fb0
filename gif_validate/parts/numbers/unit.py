"""Symbol of a unit (単位記号): in half-width characters, u for micro. GIF DS-452-1 §4.16 (withdrawn)."""

from __future__ import annotations

from ...catalogue.rule import unless
from ...catalogue.text import Text
from ...characters.rules import UNIT
from ...characters.widths import half
from ..part import Part, Use
from ..placeholder import NULL_WORDS, is_value
from ..texts.latin import HALF_WIDTH

_SYMBOL = r"[A-Za-z%/·.\-0-9 ()°]{1,}"

PART = Part(
    name="unit",
    title=Text("単位記号", "symbol of a unit"),
    accepts=Text("半角の英数字（μ は u）", "half-width characters, u for micro"),
    clean=_SYMBOL,
    valid=None,
    clean_too=is_value,
    checks=(UNIT, Use(HALF_WIDTH, unless(_SYMBOL)), NULL_WORDS),
    examples=("ug", "m2"),
    suggest=lambda value: half(value).replace("μ", "u").replace("µ", "u").strip(),
)
