"""Weekday code (曜日コード): 1 Monday to 7 Sunday. GIF DS-441 §1.2, as in ISO 8601."""

from __future__ import annotations

from ...catalogue.rule import Clause, Rule, Severity, when
from ...catalogue.text import Text
from ..part import Part, Use
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


FORM = Rule(
    id="GIF-WDAY-001",
    title=Text("曜日コードは月曜1〜日曜7", "Weekday code is 1 (Monday) to 7 (Sunday)"),
    severity=Severity.ERROR,
    clause=Clause("DS-441", "§1.2"),
    message=Text(
        "「{value}」は曜日コード（月曜 1 から日曜 7）ではありません。",
        '"{value}" is not a weekday code, 1 (Monday) to 7 (Sunday).',
    ),
    good=("1", "7"),
    bad=("0", "8", "月", "１"),
    look=unless(_CODE),
    level="LV1",
)
PART = Part(
    name="weekday_code",
    title=Text("曜日コード", "weekday code"),
    accepts=Text("1（月曜）〜7（日曜）", "1 (Monday) to 7 (Sunday)"),
    clean=_CODE,
    valid="[1-79]",
    checks=(Use(SPECIAL, when("9")), FORM, WORDS),
    examples=("1", "7"),
    suggest=suggest,
)
