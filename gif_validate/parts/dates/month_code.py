"""Month code (月コード): 01 to 12. GIF DS-441 §6.1."""

from __future__ import annotations

import re

from ...catalogue.rule import Clause, Rule, Severity, when
from ...catalogue.text import Text
from ...characters.widths import half
from ..forms import MONTH
from ..part import Part, Use
from ..placeholder import WORDS, unless
from .date import SPECIAL


def suggest(value: str) -> str | None:
    """Two digits.

    >>> suggest("4月"), suggest("４"), suggest("13月")
    ('04', '04', None)
    """
    match = re.fullmatch("([0-9]{1,2})月?", half(value).strip())
    return match[1].zfill(2) if match and 1 <= int(match[1]) <= 12 else None


FORM = Rule(
    id="GIF-MONTH-001",
    title=Text("月コードは2桁（01〜12）", "Month code is two digits, 01 to 12"),
    severity=Severity.ERROR,
    clause=Clause("DS-441", "§6.1"),
    message=Text("「{value}」は2桁の月コード（01〜12）ではありません。", '"{value}" is not a month code of two digits, 01 to 12.'),
    good=("04", "12"),
    bad=("4月", "4", "13", "00"),
    look=unless(MONTH),
    level="LV1",
)
PART = Part(
    name="month_code",
    title=Text("月コード", "month code"),
    accepts=Text("01〜12", "01 to 12"),
    clean=MONTH,
    valid=f"({MONTH}|00|99)",
    checks=(Use(SPECIAL, when("(00|99)")), FORM, WORDS),
    examples=("04", "12"),
    suggest=suggest,
)
