"""Weekday code (曜日コード): 1 Monday to 7 Sunday. GIF DS-441 §1.2, as in ISO 8601."""

from __future__ import annotations

from ...catalogue.rows import error
from ...catalogue.rule import Clause, when
from ..part import Use, kind
from ..placeholder import WORDS, unless
from . import weekday
from .date import SPECIAL

_CODE = "[1-7]"


def suggest(value: str) -> str | None:
    """The code of a weekday's name.

    >>> suggest("月曜日"), suggest("Sun"), suggest("１"), suggest("0")
    ('1', '7', '1', None)
    """
    return weekday.code_of(value)


FORM = error("GIF-WDAY-001", Clause("DS-441", "§1.2"), look=unless(_CODE), level="LV1").says(
    ("曜日コードは月曜1〜日曜7", "Weekday code is 1 (Monday) to 7 (Sunday)"),
    ("「{value}」は曜日コード（月曜 1 から日曜 7）ではありません。", '"{value}" is not a weekday code, 1 (Monday) to 7 (Sunday).'),
    good=("1", "7"),
    bad=("0", "8", "月", "１"),
)
PART = kind("weekday_code", clean=_CODE, valid="[1-79]", suggest=suggest).says(
    ("曜日コード", "weekday code"),
    ("1（月曜）〜7（日曜）", "1 (Monday) to 7 (Sunday)"),
    checks=(Use(SPECIAL, when("9")), FORM, WORDS),
    examples=("1", "7"),
)
