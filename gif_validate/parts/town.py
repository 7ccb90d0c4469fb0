"""Town (町字): the registered name, 丁目 with a kanji numeral (霞が関二丁目). GIF DS-442 §1.1 2)."""

from __future__ import annotations

import re

from ..catalogue.rule import Clause, Rule, Severity, where
from ..catalogue.text import Text
from ..characters.rules import PRIVATE
from .address_words import ARABIC, arabic, kanji, none_fires
from .part import Part
from .placeholder import NULL_WORDS, is_value
from .text import CHECKS, clean_text

_NUMBER = rf"[{ARABIC}](丁目|\Z)"


def suggest(value: str) -> str | None:
    """丁目 with its kanji numeral, from 1 to 99. A number without 丁目 may be a lot, so it stays.

    >>> suggest("霞が関2丁目"), suggest("西１２丁目"), suggest("霞が関2")
    ('霞が関二丁目', '西十二丁目', '霞が関2')
    """
    return re.sub(f"(?<![{ARABIC}])([{ARABIC}]{{1,2}})(?=丁目)", _in_kanji, value.strip(" 　"))


def _in_kanji(number: re.Match[str]) -> str:
    return kanji(int(arabic(number[0]) or 0)) or number[0]


KANJI_NUMERAL = Rule(
    id="GIF-ADDR-019",
    title=Text("町字の項目では丁目を漢数字で書く", "In the town item, block districts have a kanji numeral"),
    severity=Severity.WARNING,
    clause=Clause("DS-442", "§1.1 2)"),
    message=Text(
        "町字「{value}」の丁目は漢数字で書きます（登録された町字の名）。番地は「番地以下」の項目に書きます。",
        'In the town "{value}", 丁目 has a kanji numeral (the registered name). Block numbers go in the item 番地以下.',
    ),
    good=("霞が関二丁目", "紀尾井町", "西2線"),
    bad=("霞が関2丁目", "霞が関２丁目", "霞が関2"),
    look=where(_NUMBER),
)

PART = Part(
    name="town",
    title=Text("町字", "town"),
    accepts=Text("登録された町字の名。丁目は漢数字（霞が関二丁目）", "the registered name, 丁目 with a kanji numeral (霞が関二丁目)"),
    clean=None,
    valid=None,
    checks=(PRIVATE, KANJI_NUMERAL, *CHECKS[1:], NULL_WORDS),
    examples=("霞が関二丁目", "紀尾井町", "大字高川字大原"),
    suggest=suggest,
    clean_too=lambda value: clean_text(value) and is_value(value) and none_fires((KANJI_NUMERAL,), value),
    valid_too=lambda value: none_fires((PRIVATE,), value),
)
