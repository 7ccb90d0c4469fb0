"""Month and day (月日): MM-DD, for what comes every year. GIF DS-438 形式「日付（MM-DD）」."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause
from ...characters.widths import plain
from ..forms import MONTH_DAY
from ..part import kind
from ..placeholder import WORDS, unless

_WRITTEN = re.compile("(?:--)?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2}) ?日?")


def suggest(value: str) -> str | None:
    """MM-DD, where the value certainly means a month and a day in this order.

    >>> suggest("4月1日"), suggest("4/1"), suggest("--04-01"), suggest("4月")
    ('04-01', '04-01', '04-01', None)
    """
    match = _WRITTEN.fullmatch(plain(value))
    return f"{int(match[1]):02d}-{int(match[2]):02d}" if match else None


FORM = error("GIF-DATE-012", Clause("DS-438", "形式「日付（MM-DD）」"), look=unless(MONTH_DAY), level="LV1").says(
    ("月日は MM-DD で書く", "Month and day is MM-DD"),
    ("「{value}」は MM-DD の形の月日ではありません。", '"{value}" is not a month and day of the form MM-DD.'),
    good=("04-01", "02-29"),
    bad=("4-1", "04/01", "13-01", "02-30", "4月1日"),
)
PART = kind("month_day", clean=MONTH_DAY, valid=MONTH_DAY, suggest=suggest).says(
    ("月日", "month and day"), ("MM-DD（2桁の月と日）", "MM-DD, two digits each"), checks=(FORM, WORDS), examples=("04-01", "02-29")
)
