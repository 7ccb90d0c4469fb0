"""Reading of an address (住所のカナ): full-width katakana with half-width digits, hyphens and spaces. GIF DS-442 §5.

The form follows from samples only (DS-438 types the items as plain text), so a deviation warns.
"""

from __future__ import annotations

import re

from ...catalogue.rows import warning
from ...catalogue.rule import Clause
from ...characters.widths import half
from ..part import kind
from ..placeholder import NULL_WORDS, is_value, unless
from ..texts.kana import KATAKANA, to_katakana
from ._words import ARABIC, LOOK_ALIKES

_WORD = rf"[{KATAKANA}0-9A-Za-z\-]{{1,}}"
_KANA = f"{_WORD}( {_WORD}){{0,}}"


def suggest(value: str) -> str | None:
    """Full-width katakana, half-width digits; a sign that is used for a hyphen between digits becomes one.

    >>> suggest("ﾄｳｷｮｳﾄ"), suggest("かすみがせき２ー１"), suggest("東京都")
    ('トウキョウト', 'カスミガセキ2-1', '東京都')
    """
    text = half(to_katakana(value)).strip()
    return re.sub(f"(?<=[{ARABIC}]){LOOK_ALIKES}(?=[{ARABIC}])", "-", text)


READING = warning("GIF-ADDR-037", Clause("DS-442", "§5"), look=unless(_KANA)).says(
    ("住所のカナは全角カナと半角の数字・ハイフン", "Address readings: full-width katakana, half-width digits"),
    (
        "住所のカナ「{value}」に、全角カタカナ・半角の英数字・ハイフン・半角空白以外の文字があります。",
        'The reading "{value}" has more than full-width katakana, half-width letters and digits, hyphens and single spaces.',
    ),
    good=("トウキョウト", "カスミガセキニチョウメ1-2", "1-3", "トウキョウガーデンテラスキオイチョウ 19カイノースフロア"),
    bad=("とうきょうと", "ﾄｳｷｮｳﾄ", "トウキョウト　チヨダク", "東京都", "カスミガセキ２－１"),
)

PART = kind("address_kana", clean=_KANA, clean_too=is_value, suggest=suggest).says(
    ("住所のカナ", "reading of an address"),
    ("全角カタカナ、半角の英数字・ハイフン・空白", "full-width katakana, half-width letters, digits, hyphens and spaces"),
    checks=(READING, NULL_WORDS),
    examples=("カスミガセキニチョウメ1-2", "チヨダク"),
)
