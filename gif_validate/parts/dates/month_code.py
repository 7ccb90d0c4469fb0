"""Month code (月コード): 01 to 12. GIF DS-441 §6.1."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, when
from ...characters.widths import half
from ..forms import MONTH
from ..part import Use, kind
from ..placeholder import WORDS, unless
from .date import SPECIAL


def suggest(value: str) -> str | None:
    """Two digits.

    >>> suggest("4月"), suggest("４"), suggest("13月")
    ('04', '04', None)
    """
    match = re.fullmatch("([0-9]{1,2})月?", half(value).strip())
    return match[1].zfill(2) if match and 1 <= int(match[1]) <= 12 else None


FORM = error("GIF-MONTH-001", Clause("DS-441", "§6.1"), look=unless(MONTH), level="LV1").says(
    ("月コードは2桁（01〜12）", "Month code is two digits, 01 to 12"),
    ("「{value}」は2桁の月コード（01〜12）ではありません。", '"{value}" is not a month code of two digits, 01 to 12.'),
    good=("04", "12"),
    bad=("4月", "4", "13", "00"),
)
PART = kind("month_code", clean=MONTH, valid=f"({MONTH}|00|99)", suggest=suggest).says(
    ("月コード", "month code"), ("01〜12", "01 to 12"), checks=(Use(SPECIAL, when("(00|99)")), FORM, WORDS), examples=("04", "12")
)
