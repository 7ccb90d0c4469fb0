"""Weekday (曜日): 月 or 月曜日. GIF DS-441 §1.2."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause
from ...characters.widths import half
from ..part import kind
from ..placeholder import WORDS, unless

DAYS = "月火水木金土日"
_LABEL = f"[{DAYS}](曜日){{0,1}}"
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAME = re.compile(rf"\(?([{DAYS}])(?:曜日?)?\)?")


def code_of(value: str) -> str | None:
    """``1`` to ``7`` for a weekday in Japanese, English (from two letters on) or as a code in another width; None for anything else.

    >>> code_of("（水）"), code_of("Wed"), code_of("３"), code_of("毎日")
    ('3', '3', '3', None)
    """
    text = half(value).strip().rstrip(".").lower()
    if match := _NAME.fullmatch(text):
        return str(DAYS.index(match[1]) + 1)
    if re.fullmatch("[1-7]", text):
        return text
    meant = [index for index, name in enumerate(_ENGLISH, 1) if len(text) > 1 and name.startswith(text)]
    return str(meant[0]) if len(meant) == 1 else None


def suggest(value: str) -> str | None:
    """The name in Japanese; nothing for a number, which may count from another day.

    >>> suggest("月曜"), suggest("Monday"), suggest("(土)"), suggest("1")
    ('月曜日', '月曜日', '土曜日', None)
    """
    code = code_of(value)
    return f"{DAYS[int(code) - 1]}曜日" if code and not half(value).strip().isdigit() else None


FORM = error("GIF-WDAY-003", Clause("DS-441", "§1.2"), look=unless(_LABEL), level="LV1").says(
    ("曜日名は「曜日」を省いてもよい", "Weekday name may drop 曜日"),
    ("「{value}」は曜日（月曜日、または月）の形ではありません。", '"{value}" is not a weekday written 月曜日 or 月.'),
    good=("月曜日", "月"),
    bad=("月曜", "Monday", "（月）"),
)
PART = kind("weekday", clean=_LABEL, valid=_LABEL, suggest=suggest).says(
    ("曜日", "weekday"), ("月曜日、または月", "月曜日 or 月"), checks=(FORM, WORDS), examples=("月曜日", "月")
)
