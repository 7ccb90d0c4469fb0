"""Period (期間) in one item: start/end, dates or date-times, the end shortened within a year or month. GIF DS-441 §4."""

from __future__ import annotations

import datetime
import re
from functools import partial

from ...catalogue.rows import error, info, warning
from ...catalogue.rule import FIRES, Clause, Details, Severity, compiled, when
from ...characters.widths import half, hyphens
from ..forms import DATE, MONTH_DAY
from ..part import Use, kind
from ..placeholder import WORDS, hint
from . import date, date_time, time

_DAY = "(0[1-9]|[12][0-9]|3[01])"
_DATES = f"{DATE}/({DATE}|{MONTH_DAY}|{_DAY})"
_LOCAL, _ZONED = date_time.LOCAL, date_time.LOCAL + date_time.CLEAN_OFFSET
_TIMES = f"({_LOCAL}/{_LOCAL}|{_ZONED}/{_ZONED})"
CLEAN = f"({_DATES}|{_TIMES})"
_MOMENT = f"({DATE}|{date_time.VALID})"
_SHORT_MOMENT = r"((([0-9]{2}-){0,1}[0-9]{2}T){0,1}([01][0-9]|2[0-4]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,}){0,1}){0,1})"
_LENGTH = r"P([0-9]{1,}(\.[0-9]{1,}){0,1}[YMWD]){0,4}(T([0-9]{1,}(\.[0-9]{1,}){0,1}[HMS]){1,3}){0,1}"
_MIXED = f"({_MOMENT}/({_MOMENT}|{_SHORT_MOMENT}))"
_INTERVAL = rf"({_MOMENT}/{_LENGTH}|{_LENGTH}/{_MOMENT}|(\.\.){{0,1}}/{_MOMENT}|{_MOMENT}/(\.\.){{0,1}})"
_OTHER = f"((R[0-9]{{0,}}/){{0,1}}{_INTERVAL}|R[0-9]{{0,}}/{_MOMENT}/{_MOMENT})"
VALID = f"({_DATES}|{_MIXED}|{_OTHER})"
_PARSED = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?(?:Z|([+-])([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?)?)?"
)
_BETWEEN = re.compile(" ?(?:/|~|〜|から|→| - |(?<=[0-9日])-(?=[0-9]{4}-[0-9]{2}-[0-9]{2}\\Z)|(?<=日)-) ?")


def _full(start: str, end: str) -> str | None:
    """The end with what it leaves out taken from the start; None where the calendar has no such day."""
    written = start[: len(start) - len(end)] + end if "T" not in end and len(end) < len(start[:10]) else end
    return written if "T" in written or compiled(DATE).fullmatch(written) else None


def _moment(text: str) -> tuple[int, str] | None:
    """Seconds since the first day, less the offset, and the fraction; None for what is no full date or date-time."""
    match = _PARSED.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(group or 0) for group in match.groups()[:6])
    days = datetime.date(year, month, day).toordinal()
    offset = int(match[9] or 0) * 3600 + int(match[10] or 0) * 60 + int(match[11] or 0)
    seconds = days * 86_400 + hour * 3600 + minute * 60 + second - (offset if match[8] == "+" else -offset)
    return seconds, (match[7] or "").rstrip("0")


def _has_offset(text: str) -> bool:
    return bool(re.search("Z|T.*[+-]", text))


def in_order(value: str) -> bool:
    """False where a period ends before it starts, or its shortened end is no day of the calendar. What cannot be compared is in order.

    >>> in_order("2017-09-01/10-31"), in_order("2017-09-01/31"), in_order("2017-12-31/2017-09-01")
    (True, False, False)
    """
    if not compiled(f"({_DATES}|{_MIXED})").fullmatch(value):
        return True
    start, end = value.split("/")
    written = _full(start, end) if compiled(_DATES).fullmatch(value) else end
    if written is None:
        return False
    first, last = _moment(start), _moment(written)
    comparable = ("T" in start) == ("T" in written) and _has_offset(start) == _has_offset(written)
    return first is None or last is None or not comparable or first <= last


def _accepted(value: str) -> bool:
    return compiled(VALID).fullmatch(value) is not None and in_order(value)


def _other(value: str) -> Details | None:
    return None if _accepted(value) else hint(value)


def _reversed(regex: str, value: str) -> Details | None:
    """Fires where the form is right but the end lies before the start, or on no day of the calendar."""
    return FIRES if compiled(regex).fullmatch(value) and not in_order(value) else None


def suggest(value: str) -> str | None:
    """Start and end as full dates or date-times, where both are certain; the end may leave out its era, year or month.

    A list (、 , ; ・ 及び) is no range, and where only one end says 午前 or 午後 the other is not certain.

    >>> suggest("2017-09-01～2017-12-31"), suggest("平成29年9月1日から12月31日まで"), suggest("2017/9/1-2017/9/30")
    ('2017-09-01/2017-12-31', '2017-09-01/2017-12-31', '2017-09-01/2017-09-30')
    """
    text = half(value).replace("〜", "~").replace("～", "~").replace("−", "-").replace("－", "-").replace("―", "-").replace("‐", "-")
    text = text.strip().removesuffix("まで").strip()
    slashed = re.fullmatch(r"([0-9]{4}/[0-9]{1,2}/[0-9]{1,2}) ?[-~] ?([0-9]{4}/[0-9]{1,2}/[0-9]{1,2})", text)
    ends = list(slashed.groups()) if slashed else _BETWEEN.split(text)
    if len(ends) != 2 or time.is_marked(ends[0]) != time.is_marked(ends[1]):
        return None
    # 4月1日／10日 may be two days as well.
    is_list = re.search("日 ?/", text) is not None
    start, end = _one(ends[0]), _one(ends[1]) or (None if is_list else _continued(ends[0], ends[1]))
    return f"{start}/{end}" if start and end else None


def _one(text: str) -> str | None:
    text = hyphens(text.strip())
    if compiled(f"({DATE}|{date_time.CLEAN})").fullmatch(text):
        return text
    found = date_time.suggest(text) or date.suggest(text)
    return found if found and compiled(f"({DATE}|{date_time.CLEAN})").fullmatch(found) else None


def _continued(start: str, end: str) -> str | None:
    """An end such as 12月31日 with the year (and month) as the start writes them."""
    year = re.match(".*?年", start)
    month = re.match(".*?月", start)
    if re.fullmatch("[0-9]{1,2}月[0-9]{1,2}日", end) and year:
        return _one(year[0] + end)
    return _one(month[0] + end) if re.fullmatch("[0-9]{1,2}日", end) and month else None


FOUR_ITEMS = info(
    "GIF-PERIOD-001",
    Clause("DS-441", "§4"),
    look=lambda value: {"item": date_time.THIS_ITEM} if compiled(f"{DATE}/.*").fullmatch(value) else None,
    scope="column",
).says(
    ("期間は開始・終了の日付と時刻の4項目に分ける", "A period is four items: start and end, date and time"),
    (
        "「{item}」は期間を一つの項目に入れています。GIF は開始日・終了日・開始時刻・終了時刻に分けることを勧めています。",
        '"{item}" holds a period in one item. GIF recommends start date, end date, start time and end time.',
    ),
    good=("2017-09-01",),
    bad=("2017-09-01/2017-12-31",),
)
DATES = error("GIF-PERIOD-002", Clause("DS-441", "§4.1"), look=_other, level="LV1").says(
    ("期間を1項目で書くときは「開始日/終了日」", "A period in one item is start/end"),
    (
        "「{value}」は「開始日/終了日」（YYYY-MM-DD/YYYY-MM-DD）の形の期間でないか、終了が開始より前です。",
        '"{value}" is not a period start/end (YYYY-MM-DD/YYYY-MM-DD), or it ends before it starts.',
    ),
    good=("2017-09-01/2017-12-31", "2017-09-01/2018-03-31"),
    bad=("2017-09-01～2017-12-31", "2017-09-01-2017-12-31", "2017-09-01,2017-12-31", "2017-12-31/2017-09-01"),
)
TIMES = error("GIF-PERIOD-003", Clause("DS-441", "§4.2"), look=_other, level="LV1").says(
    ("時刻を含む期間は「開始日時/終了日時」", "A period with times is datetime/datetime"),
    (
        "「{value}」は「開始日時/終了日時」の形ではありません。両端を同じ形の日時（YYYY-MM-DDThh:mm:ss+09:00）で書きます。",
        '"{value}" is not datetime/datetime with both ends of the same form (YYYY-MM-DDThh:mm:ss+09:00).',
    ),
    good=("2017-09-01T09:00:00+09:00/2017-09-01T18:10:50+09:00",),
    bad=("2017-09-01T18:00:00/2017-09-01T09:00:00", "2017-09-01T09:00:00～2017-09-01T18:00:00"),
)
SAME_YEAR = error("GIF-PERIOD-004", Clause("DS-441", "§4.3"), look=_other, level="LV1").says(
    ("同じ年の期間は終了日の年を省く", "Same year: the end date leaves out the year"),
    (
        "「{value}」の終了の月日は、開始の年の暦にないか、開始より前です。",
        'The month and day that end "{value}" do not exist in the year of the start, or lie before it.',
    ),
    good=("2017-09-01/10-31", "2017-09-01/10", "2017-09-01/2017-12-31"),
    bad=("2017-09-01/08-31", "2017-01-01/02-29"),
)
SAME_MONTH = error("GIF-PERIOD-005", Clause("DS-441", "§4.4"), look=_other, level="LV1").says(
    ("同じ月の期間は終了日の年月を省く", "Same month: the end date leaves out year and month"),
    (
        "「{value}」の終了の日は、開始の月の暦にないか、開始より前です。",
        'The day that ends "{value}" does not exist in the month of the start, or lies before it.',
    ),
    good=("2017-09-01/30", "2017-09-01/2017-09-30"),
    bad=("2017-09-01/31", "2017-09-20/10"),
)
OTHER_INTERVALS = warning("GIF-PERIOD-006", Clause("DS-441", "§4"), look=when(_OTHER)).says(
    ("その他の ISO 8601 の期間表記は定めがない", "Other ISO 8601 interval forms are not defined by GIF"),
    (
        "「{value}」は ISO 8601 の期間ですが、GIF が定める「開始/終了」の形ではありません。",
        '"{value}" is an interval of ISO 8601, but not of the form start/end that GIF defines.',
    ),
    good=("2017-09-01/2017-09-30",),
    bad=("2017-09-01/P1M", "../2017-09-30", "2017-09-01/..", "R5/2017-09-01/P1D"),
)
PART = kind("period", clean=CLEAN, valid=VALID, clean_too=in_order, valid_too=in_order, suggest=suggest, column_rule=FOUR_ITEMS).says(
    ("期間", "period"),
    ("開始日/終了日（終了の年・月は省ける）、開始日時/終了日時", "start/end (the end may leave out year and month), dates or date-times"),
    checks=(
        OTHER_INTERVALS,
        Use(TIMES, lambda value: when(_MIXED, but_not=CLEAN)(value) if in_order(value) else None, Severity.WARNING),
        Use(SAME_MONTH, partial(_reversed, f"{DATE}/{_DAY}")),
        Use(SAME_YEAR, partial(_reversed, f"{DATE}/{MONTH_DAY}")),
        Use(TIMES, lambda value: _other(value) if "T" in value[8:14] else None),
        DATES,
        WORDS,
    ),
    examples=("2017-09-01/2017-12-31", "2017-09-01/10-31", "2017-09-01T09:00:00+09:00/2017-09-01T18:10:50+09:00"),
)
