"""Date and time (日時): YYYY-MM-DDThh:mm:ss with Z or an offset where it is needed. GIF DS-441 §3, §7; DS-430 §5.9."""

from __future__ import annotations

import re

from ...catalogue.rows import error, info, warning
from ...catalogue.rule import Clause, compiled, when, where
from ...catalogue.text import Text
from ...characters.widths import half, hyphens
from ..forms import DATE, OFFSET, TIME
from ..part import Use, kind
from ..placeholder import WORDS, unless
from . import date, time

_AWAY = r"[+\-]((0[1-9]|1[0-9]|2[0-3]):[0-5][0-9]|00:(0[1-9]|[1-5][0-9]))"
_SECONDS = r"[+\-]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
LOCAL = f"{DATE}T{TIME}"
"""A date-time without an offset that no rule speaks of."""
CLEAN_OFFSET = f"(Z|{_AWAY})"
CLEAN = f"{LOCAL}(Z|{_AWAY}){{0,1}}"
_OFFSETS = rf"(Z|{_AWAY}|{_SECONDS}|\+00:00)"
_SPECIAL_TIME = f"({time.MIDNIGHT}|{time.LEAP}|{time.COMMA})"
VALID = f"{DATE}T({TIME}|{_SPECIAL_TIME}){_OFFSETS}{{0,1}}"
_ANY_OFFSET = f"{_OFFSETS}{{0,1}}"
THIS_ITEM = Text("この項目", "this item")
"""What a rule about a column says where it is asked about a single value."""
_EPOCH = "([0-9]{9,10}|[0-9]{13})"
_WRITTEN = re.compile(
    r"(?P<date>.{4,20}?)(?:T|t| +|(?<=日))(?P<time>[0-9]{1,2}[:時][0-9:時分秒.]*|[0-9]{4}|[0-9]{6}|(?:午前|午後)[0-9:時分秒]+)"
    r" ?(?P<offset>Z|z|[+-][0-9]{1,2}(?::?[0-9]{2})?|JST|Asia/Tokyo)?"
)


def suggest(value: str) -> str | None:
    """The date-time that a value certainly means.

    >>> suggest("2017-02-06T13:50:40+0900"), suggest("2017年9月1日18時10分"), suggest("平成29年9月1日 9:00"), suggest("1231621302")
    ('2017-02-06T13:50:40+09:00', '2017-09-01T18:10', '2017-09-01T09:00', None)
    """
    match = _WRITTEN.fullmatch(hyphens(half(value)).strip())
    if match is None:
        return None
    day = match["date"] if compiled(DATE).fullmatch(match["date"]) else date.suggest(match["date"])
    clock = match["time"]
    clock = f"{clock[:2]}:{clock[2:4]}" + (f":{clock[4:]}" if clock[4:] else "") if clock.isdigit() else clock
    clock = clock if compiled(TIME).fullmatch(clock) else time.suggest(clock)
    offset = _offset(match["offset"] or "")
    return f"{day}T{clock}{offset}" if day and clock and offset is not None else None


def _offset(text: str) -> str | None:
    if not text or text in {"Z", "z"}:
        return text.upper()
    if text in {"JST", "Asia/Tokyo"}:
        return "+09:00"
    digits = text[1:].replace(":", "")
    hours, minutes = (digits, "00") if len(digits) < 3 else (digits[:-2], digits[-2:])
    written = f"{text[0]}{int(hours):02d}:{minutes}"
    return "Z" if written == "+00:00" else written if compiled(OFFSET).fullmatch(written) else None


SEPARATE = info(
    "GIF-DTM-001",
    Clause("DS-441", "§3"),
    look=lambda value: {"item": THIS_ITEM} if re.match("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]", value) else None,
    scope="column",
).says(
    ("日付と時刻は別の項目に分ける", "Date and time are two items"),
    (
        "「{item}」は日付と時刻を一つの項目に入れています。GIF は日付と時刻を別の項目に分けることを勧めています。",
        '"{item}" holds date and time in one item. GIF recommends two items.',
    ),
    good=("2017-09-01",),
    bad=("2017-09-01T18:10:50",),
)
COMBINED = error("GIF-DTM-002", Clause("DS-441", "§3"), look=unless(VALID), level="LV1").says(
    ("日時をまとめるときは日付と時刻を T でつなぐ", "Combined date and time is joined by T"),
    (
        "「{value}」は YYYY-MM-DDThh:mm:ss（時差は +09:00 または Z）の形の日時ではありません。",
        '"{value}" is not a date-time of the form YYYY-MM-DDThh:mm:ss (with +09:00 or Z where needed).',
    ),
    good=("2017-09-01T18:10:50+09:00", "1970-01-01T00:00:00Z", "2022-03-31T12:34:56"),
    bad=(
        "2017-09-01 18:10:50",
        "2017-02-06T13:50:40+0900",
        "2017-09-01t18:10:50",
        "2017-02-29T00:00:00",
        "2017-09-01T18:10:50+25:00",
        "2017-09-01",
    ),
)
ZULU = warning("GIF-DTM-004", Clause("DS-441", "§3"), look=where(r"T.*[+-]00:?00\Z"), level="LV1").says(
    ("協定世界時は +00:00 でなく Z で表す", "UTC is written Z, not +00:00"),
    ("「{value}」の時差は協定世界時です。+00:00 ではなく Z と書きます。", 'The offset of "{value}" is UTC. Write Z instead of +00:00.'),
    good=("1970-01-01T00:00:00Z",),
    bad=("1970-01-01T00:00:00+00:00", "1970-01-01T00:00:00-00:00"),
)
OFFSET_SECONDS = info("GIF-DTM-005", Clause("DS-441", "§7"), look=where(r"T.*[+-]([0-9]{6}|[0-9]{2}:[0-9]{2}:[6-9][0-9])\Z")).says(
    ("時差に秒を付けてもよい", "UTC offset may include seconds"),
    (
        "「{value}」の時差には秒があります。GIF は ±hh:mm:ss を認めていますが、ISO 8601 にはなく、読めないシステムがあります。",
        'The offset in "{value}" has seconds: allowed by GIF (±hh:mm:ss), not in ISO 8601; some systems cannot read it.',
    ),
    good=("1887-12-31T00:00:00+09:18:59",),
    bad=("1887-12-31T00:00:00+09:18:60", "1887-12-31T00:00:00+091859"),
)
EPOCH = error("GIF-DTM-006", Clause("DS-441", "§3"), look=when(_EPOCH)).says(
    ("日時を UNIX 時間の数値で書かない", "No epoch numbers for a date and time"),
    (
        "「{value}」は UNIX 時間（1970年からの秒数など）と思われます。日時の形で書きます。",
        '"{value}" seems to be a Unix time (seconds since 1970). Write a date-time.',
    ),
    good=("2009-01-11T06:01:42+09:00",),
    bad=("1231621302", "126251302", "1231621302000"),
)
JAPAN_TIME = warning("GIF-DTM-007", Clause("DS-441", "§3"), look=where(r"[0-9] ?(\+0?9(00)?|JST|Asia/Tokyo)\Z")).says(
    ("日本時間の時差は +09:00", "Japan time is +09:00"),
    ("「{value}」の日本時間の書き方が違います。時差は +09:00 と書きます。", 'Japan time in "{value}" is not written +09:00.'),
    good=("2017-09-01T18:10:50+09:00",),
    bad=("2017-02-06T13:50:40+0900", "2017-09-01T18:10:50JST", "2017-09-01T18:10:50+9"),
)
PART = kind("date_time", clean=CLEAN, valid=VALID, suggest=suggest, column_rule=SEPARATE).says(
    ("日時", "date and time"),
    ("YYYY-MM-DDThh:mm:ss（必要に応じ +09:00 または Z）", "YYYY-MM-DDThh:mm:ss, with +09:00 or Z where needed"),
    checks=(
        Use(time.END_OF_DAY, when(f"{DATE}T{time.MIDNIGHT}{_ANY_OFFSET}")),
        Use(time.LEAP_SECOND, when(f"{DATE}T{time.LEAP}{_ANY_OFFSET}")),
        Use(ZULU, when(f"{DATE}T({TIME}|{_SPECIAL_TIME})\\+00:00")),
        Use(time.COMMA_FRACTION, when(f"{DATE}T{time.COMMA}{_ANY_OFFSET}")),
        Use(OFFSET_SECONDS, when(f"{DATE}T({TIME}|{_SPECIAL_TIME}){_SECONDS}")),
        EPOCH,
        COMBINED,
        JAPAN_TIME,
        Use(OFFSET_SECONDS, lambda value: OFFSET_SECONDS.look(value) if OFFSET_SECONDS.look else None),
        WORDS,
    ),
    examples=("2017-09-01T18:10:50+09:00", "1970-01-01T00:00:00Z", "2022-03-31T12:34:56"),
)
