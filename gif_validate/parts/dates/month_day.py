"""Month and day (月日): MM-DD, for what comes every year. GIF DS-438 形式「日付（MM-DD）」."""

from __future__ import annotations

import re

from ...catalogue.rule import Clause, Rule, Severity
from ...catalogue.text import Text
from ...characters.widths import plain
from ..forms import MONTH_DAY
from ..part import Part
from ..placeholder import WORDS, unless

_WRITTEN = re.compile("(?:--)?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2}) ?日?")


def suggest(value: str) -> str | None:
    """MM-DD, where the value certainly means a month and a day in this order.

    >>> suggest("4月1日"), suggest("4/1"), suggest("--04-01"), suggest("4月")
    ('04-01', '04-01', '04-01', None)
    """
    match = _WRITTEN.fullmatch(plain(value))
    return f"{int(match[1]):02d}-{int(match[2]):02d}" if match else None


FORM = Rule(
    id="GIF-DATE-012",
    title=Text("月日は MM-DD で書く", "Month and day is MM-DD"),
    severity=Severity.ERROR,
    clause=Clause("DS-438", "形式「日付（MM-DD）」"),
    message=Text("「{value}」は MM-DD の形の月日ではありません。", '"{value}" is not a month and day of the form MM-DD.'),
    good=("04-01", "02-29"),
    bad=("4-1", "04/01", "13-01", "02-30", "4月1日"),
    look=unless(MONTH_DAY),
    level="LV1",
)
PART = Part(
    name="month_day",
    title=Text("月日", "month and day"),
    accepts=Text("MM-DD（2桁の月と日）", "MM-DD, two digits each"),
    clean=MONTH_DAY,
    valid=MONTH_DAY,
    checks=(FORM, WORDS),
    examples=("04-01", "02-29"),
    suggest=suggest,
)
