"""Reading (カナ): full-width katakana. GIF DS-438 形式「文字列（全角カナ）」, DS-461 §2.1 3)."""

from __future__ import annotations

import re

from ...catalogue.rule import FIRES, Clause, Details, Rule, Severity, compiled
from ...catalogue.text import Text
from ...characters.rules import COMPOSED
from ..part import Part
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


READING = Rule(
    id="GIF-CHAR-014",
    title=Text("読みは全角カタカナで書く", "Readings in full-width katakana"),
    severity=Severity.ERROR,
    clause=Clause("DS-438", "全角カナ"),
    message=Text("読み「{value}」は全角カタカナではありません。", 'The reading "{value}" is not in full-width katakana.'),
    good=("ヤマダ ハナコ", "カブシキガイシャジーアイエフ", "ヷヺㇰ"),
    bad=("ﾔﾏﾀﾞ", "やまだ", "山田", "ヤマﾀﾞ"),
    look=unless(_KANA),
    level="LV2",
)
MIXED = Rule(
    id="GIF-CHAR-016",
    title=Text("読みにひらがなとカタカナを混ぜない", "No mixture of hiragana and katakana"),
    severity=Severity.WARNING,
    clause=Clause("DS-468-1", "§2.3 1)"),
    message=Text(
        "読み「{value}」にひらがなとカタカナが混ざっています。",
        'The reading "{value}" mixes hiragana and katakana.',
    ),
    good=("ヤマダ",),
    bad=("ヤマだ",),
    look=_mixed,
)

PART = Part(
    name="kana",
    title=Text("カナ（読み）", "reading in katakana"),
    accepts=Text("全角カタカナ（区切りは半角空白）", "full-width katakana, separated by a half-width space"),
    clean=_KANA,
    valid=_KANA,
    clean_too=is_value,
    checks=(READING, COMPOSED, MIXED, NULL_WORDS),
    examples=("ヤマダ ハナコ",),
    suggest=suggest,
)
