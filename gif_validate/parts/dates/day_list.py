"""Days of every year or month (年・月の予定日): MM-DD or DD, several joined by commas. GIF DS-452-1 §3.3 (withdrawn)."""

from __future__ import annotations

import re

from ...catalogue.rows import warning
from ...catalogue.rule import Clause
from ...characters.widths import half
from ..forms import MONTH_DAY
from ..part import kind
from ..placeholder import WORDS, unless
from . import month_day

_DAY = "(0[1-9]|[12][0-9]|3[01])"
_LIST = f"({MONTH_DAY}(,{MONTH_DAY}){{0,}}|{_DAY}(,{_DAY}){{0,}})"


def suggest(value: str) -> str | None:
    """Two digits each, joined by commas.

    >>> suggest("4月1日、10月1日"), suggest("5日、20日"), suggest("毎月末")
    ('04-01,10-01', '05,20', None)
    """
    days = [each.strip() for each in re.split("[,、;・]", half(value).strip())]
    if all(re.fullmatch("[0-9]{1,2}日?", day) for day in days):
        return ",".join(day.removesuffix("日").zfill(2) for day in days)
    found = [day if re.fullmatch(MONTH_DAY, day) else month_day.suggest(day) for day in days]
    return ",".join(day for day in found if day) if all(found) else None


FORM = warning("GIF-RECUR-003", Clause("DS-452-1", "§3.3 1)"), look=unless(_LIST)).says(
    ("年・月の予定日は MM-DD、DD をコンマで並べる", "Yearly and monthly days are comma lists of MM-DD or DD"),
    (
        "「{value}」は、MM-DD または DD を半角コンマで並べた形（例 04-01,10-01）ではありません。",
        '"{value}" is not a list of MM-DD or DD joined by commas, as in 04-01,10-01.',
    ),
    good=("04-01,10-01", "05,20", "01"),
    bad=("4月1日、10月1日", "04-01;10-01", "5日"),
)
PART = kind("day_list", clean=_LIST, suggest=suggest).says(
    ("年・月の予定日", "days of every year or month"),
    ("MM-DD または DD（複数は半角コンマで区切る）", "MM-DD or DD, several joined by commas"),
    checks=(FORM, WORDS),
    examples=("04-01,10-01", "05,20"),
)
