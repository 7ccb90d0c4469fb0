"""Reading (カナ): full-width katakana. GIF DS-438 形式「文字列（全角カナ）」, DS-461 §2.1 3)."""

from __future__ import annotations

import re

from ...catalogue.rows import error, warning
from ...catalogue.rule import FIRES, Clause, Details, compiled
from ...characters.rules import COMPOSED
from ..part import kind
from ..placeholder import NULL_WORDS, is_value, unless

KATAKANA = "ァ-ヺー・ヽヾㇰ-ㇿ"
_KANA = f"[{KATAKANA}]{{1,}}( [{KATAKANA}]{{1,}}){{0,}}"
_HIRAGANA = re.compile("[ぁ-ゖゝゞ]")


def to_katakana(value: str) -> str:
    """Hiragana and half-width katakana as full-width katakana; the rest as it is."""
    import jaconv

    return str(jaconv.hira2kata(jaconv.h2z(value, kana=True, ascii=False, digit=False)))


def suggest(value: str) -> str | None:
    """The reading in full-width katakana.

    >>> suggest("ﾔﾏﾀﾞ"), suggest("やまだ　はなこ"), suggest("山田")
    ('ヤマダ', 'ヤマダ ハナコ', None)
    """
    text = to_katakana(value).replace("　", " ").strip()
    return text if compiled(_KANA).fullmatch(text) else None


def _mixed(value: str) -> Details | None:
    return FIRES if _HIRAGANA.search(value) and re.search(f"[{KATAKANA}]", value.replace("ー", "")) else None


READING = error("GIF-CHAR-014", Clause("DS-438", "全角カナ"), look=unless(_KANA), level="LV2").says(
    ("読みは全角カタカナで書く", "Readings in full-width katakana"),
    ("読み「{value}」は全角カタカナではありません。", 'The reading "{value}" is not in full-width katakana.'),
    good=("ヤマダ ハナコ", "カブシキガイシャジーアイエフ", "ヷヺㇰ"),
    bad=("ﾔﾏﾀﾞ", "やまだ", "山田", "ヤマﾀﾞ"),
)
MIXED = warning("GIF-CHAR-016", Clause("DS-468-1", "§2.3 1)"), look=_mixed).says(
    ("読みにひらがなとカタカナを混ぜない", "No mixture of hiragana and katakana"),
    ("読み「{value}」にひらがなとカタカナが混ざっています。", 'The reading "{value}" mixes hiragana and katakana.'),
    good=("ヤマダ",),
    bad=("ヤマだ",),
)

PART = kind("kana", clean=_KANA, valid=_KANA, clean_too=is_value, suggest=suggest).says(
    ("カナ（読み）", "reading in katakana"),
    ("全角カタカナ（区切りは半角空白）", "full-width katakana, separated by a half-width space"),
    checks=(READING, COMPOSED, MIXED, NULL_WORDS),
    examples=("ヤマダ ハナコ",),
)
