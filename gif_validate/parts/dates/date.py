"""Date (日付): YYYY-MM-DD, or YYYY where only a year is wanted. GIF DS-441 §1.1, §8."""

from __future__ import annotations

import datetime
import re

from ...catalogue.rows import error, info, warning
from ...catalogue.rule import Clause, Details, compiled, when, where
from ...catalogue.text import Text
from ...characters.widths import half, has_full_width, hyphens
from ..forms import DATE, MONTH
from ..part import Use, kind
from ..placeholder import WORDS, hint, is_value
from . import _era as era

_SHAPE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
_SPECIAL_DATE = f"([0-9][0-9][0-9][0-9]-(00|99)-(00|99)|[0-9][0-9][0-9][0-9]-{MONTH}-(00|99)|0000-{MONTH}-{_DAY})"
_SPECIAL_YEAR = "(0000|9999)"
_YEAR = "(000[1-9]|00[1-9][0-9]|0[1-9][0-9][0-9]|[1-8][0-9][0-9][0-9]|9[0-8][0-9][0-9]|99[0-8][0-9]|999[0-8])"
_YEAR_MONTH = f"[0-9][0-9][0-9][0-9]-{MONTH}"
_WESTERN = re.compile(
    r"([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2}) ?日?(?: ?\(([月火水木金土日])\))?(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?)?"
)
_BASIC = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})")
_REGULAR = re.compile("([0-9]{4})(?:([0-9]{2})([0-9]{2})|[/-]([0-9]{1,2})[/-]([0-9]{1,2}))(?:[T ].*)?")
_YEAR_ONLY = re.compile("([0-9]{4})年")
_WEEKDAYS = "月火水木金土日"
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SERIAL = re.compile(r"[1-5][0-9]{4}(\.0)?")
_WITH_TIME = re.compile(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}[Tt ][0-9:]{2,8}([.,][0-9]+)?(Z|[+-][0-9:]{2,5})?")

_TIME_OF_DAY = Text("時刻が付いています。時刻は別の項目に書きます。", "There is a time behind the date; it goes into an item of its own.")
_OLD_CALENDAR = Text(
    "明治5年12月2日までの日付は旧暦（太陰太陽暦）です。西暦の日付は暦を換算して書きます。",
    "Dates up to Meiji 5 (1872) are of the old lunisolar calendar; the Western date comes from a conversion of calendars.",
)


def _calendar(value: str) -> Details | None:
    """Fires for the right shape with a day that the calendar does not have."""
    return {} if compiled(_SHAPE).fullmatch(value) and not compiled(DATE).fullmatch(value) else None


def _era(value: str) -> Details | None:
    if era.is_of_old_calendar(value):
        return {"hint": _OLD_CALENDAR}
    if not era.NOTATION.search(value):
        return None
    broken = era.outside(value)
    if broken is None:
        return {}
    last = broken.last.isoformat() if broken.last else ""
    until = f"{last}まで" if last else ""
    return {
        "hint": Text(
            f"{broken.name}は{broken.first.isoformat()}から{until}で、この日付はありません。",
            f"{broken.name} runs from {broken.first.isoformat()} to {last or 'today'}; there is no such date.",
        )
    }


def _other_than_date(value: str) -> Details | None:
    """Fires where the value is no full date; says more where it is known what happened."""
    if compiled(DATE).fullmatch(value):
        return None
    if _SERIAL.fullmatch(value):
        return {
            "hint": Text(
                "Excel の日付（通し番号）が数値のまま出力されたと思われます。",
                "It looks like an Excel date serial number.",
            )
        }
    return {"hint": _TIME_OF_DAY} if _WITH_TIME.fullmatch(value) else _of_weekday(value) or hint(value)


def _domestic(value: str) -> Details | None:
    """Fires for 年月日, a slash or a full stop; that of a fraction of a second is none of them."""
    found = None if _WITH_TIME.fullmatch(value) else where("[/年月日.]")(value)
    return found if found is None else {**found, **_of_weekday(value)}


def _of_weekday(value: str) -> Details:
    """What is wrong with the weekday that stands behind a date: that of another day."""
    match = _WESTERN.fullmatch(hyphens(half(value)).strip())
    day = _day(match[1], match[2], match[3], weekday=None) if match and match[4] else None
    if match is None or day is None:
        return {}
    right = _WEEKDAYS[datetime.date.fromisoformat(day).weekday()]
    if right == match[4]:
        return {}
    english = _ENGLISH_DAYS[_WEEKDAYS.index(right)]
    return {"hint": Text(f"この日は{right}曜日で、「{match[4]}」ではありません。", f"That day is a {english}; another weekday is written.")}


def _width(value: str) -> Details | None:
    return {} if has_full_width(value) or hyphens(value) != value else None


def suggest(value: str) -> str | None:
    """The Western date that a value certainly means.

    >>> suggest("平成29年9月1日"), suggest("２０１７/9/1"), suggest("17-09-01")
    ('2017-09-01', '2017-09-01', None)
    """
    if found := era.western(value):
        return found
    text = hyphens(half(value)).strip()
    if match := _BASIC.fullmatch(text):
        return _day(*match.groups(), weekday=None)
    if match := _WESTERN.fullmatch(text):
        return _day(match[1], match[2], match[3], weekday=match[4])
    if match := _YEAR_ONLY.fullmatch(text):
        return match[1]
    return text if compiled(DATE).fullmatch(text) else None


def common(value: str) -> str:
    """A date with slashes, without separators or with a time behind it as YYYY-MM-DD, whether or not the calendar has it.

    >>> common("20241301"), common("2024/2/30"), common("2024-02-30T09:00"), common("2024")
    ('2024-13-01', '2024-02-30', '2024-02-30', '2024')
    """
    match = _REGULAR.fullmatch(value)
    return f"{match[1]}-{match[2] or match[4]:0>2}-{match[3] or match[5]:0>2}" if match else value


def _day(year: str, month: str, day: str, *, weekday: str | None) -> str | None:
    try:
        found = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
    if weekday is not None and _WEEKDAYS[found.weekday()] != weekday:
        return None
    return found.isoformat()


FULL_DATE = error("GIF-DATE-001", Clause("DS-441", "§1.1"), look=_other_than_date, level="LV1").says(
    ("日付は YYYY-MM-DD で書く", "Full date is YYYY-MM-DD"),
    ("「{value}」は YYYY-MM-DD の形の日付ではありません。", '"{value}" is not a date of the form YYYY-MM-DD.'),
    good=("2017-09-01", "2022-03-31"),
    bad=("2017-9-1", "17-09-01", "2017-09-01 ", "2017-09", "43009"),
)
WIDTH = error("GIF-DATE-003", Clause("DS-441", "§1.1"), look=where("[^0-9-]"), level="LV1").says(
    ("日付の数字とハイフンは半角", "Half-width digits and hyphens in dates"),
    (
        "日付「{value}」に全角文字か、半角ハイフンに似た別の文字があります。",
        'The date "{value}" has full-width characters, or a character that only looks like a hyphen.',
    ),
    good=("2017-09-01",),
    bad=("２０１７-０９-０１", "2017−09−01", "2017‐09‐01"),
)
EXTENDED = error(
    "GIF-DATE-004", Clause("DS-441", "§8.1"), look=when(r"[0-9]{8}(T[0-9]{4,6}([.,][0-9]+)?(Z|[+-][0-9]{4})?)?"), level="LV1"
).says(
    ("区切りのない日付（基本形式）は使わない", "Extended format only: no 20170901"),
    ("「{value}」は区切りのない形です。YYYY-MM-DD のようにハイフンで区切ります。", '"{value}" has no separators. Write YYYY-MM-DD.'),
    good=("2017-09-01",),
    bad=("20170901", "20170901T1810+0900"),
)
DOMESTIC = error("GIF-DATE-005", Clause("DS-441", "§8.2"), look=_domestic, level="LV1").says(
    ("日付に「年月日」「/」「.」を使わない", "No 年月日, slash or full stop in a date"),
    ("「{value}」は国内向けの書き方です。データでは YYYY-MM-DD と書きます。", '"{value}" is a domestic notation. Data hold YYYY-MM-DD.'),
    good=("2019-04-01",),
    bad=("2019年4月1日", "2017/09/01", "2017.9.1", "4月1日"),
)
CALENDAR = error("GIF-DATE-006", Clause("ISO 8601-1", "§4.2.1"), look=_calendar, level="LV1", about="truth").says(
    ("暦にある日付である", "The date exists in the calendar"),
    ("「{value}」という日付は暦にありません。", 'There is no day "{value}" in the calendar.'),
    good=("2016-02-29", "2017-09-30"),
    bad=("2017-02-29", "2017-09-31", "2017-13-01", "1900-02-29"),
)
YEAR_MONTH = info("GIF-DATE-007", Clause("ISO 8601-1", "§5.2.2.2"), look=when(_YEAR_MONTH)).says(
    ("年月（YYYY-MM）は GIF に定めがない", "Year and month (YYYY-MM) is not defined by GIF"),
    (
        "「{value}」は年と月だけです。ISO 8601 にはありますが、GIF は定めていません。",
        '"{value}" is a year and month: legal in ISO 8601, not defined by GIF.',
    ),
    good=("2017-09-01",),
    bad=("2017-09",),
)
ERA = error("GIF-DATE-009", Clause("DS-441", "§8.3"), look=_era, level="LV1").says(
    ("データに和暦を使わない", "No Japanese era in data"),
    (
        "「{value}」は和暦です。データは西暦で持ち、和暦は入出力のときだけ使います。",
        '"{value}" is a date in a Japanese era. Data hold the Western year; eras are for input and output.',
    ),
    good=("2017-09-01", "2015"),
    bad=("平成27年", "R2.4.1", "R01.05.01", "㍻27年", "令和元年5月1日", "平成32年4月1日", "H290901"),
)
SPECIAL = warning("GIF-DATE-010", Clause("DS-441", "§8.4"), look=when(_SPECIAL_DATE)).says(
    ("不明な年月日は所定のコードで表す", "Unknown date parts use the agreed codes"),
    (
        "「{value}」は年月日の一部が不明であることを表すコードと思われます。この列で使うことを定義で宣言していない限り、日付としては読めません。",
        '"{value}" looks like a code for an unknown part of a date. Unless the column declares such codes, it is no date.',
    ),
    good=("9999", "99", "9", "00", "0000"),
    bad=("9999-99-99", "2017-99-99", "2017-09-00", "0000-00-00"),
)
PART = kind(
    "date", clean=f"({DATE}|{_YEAR})", valid=f"({DATE}|[0-9][0-9][0-9][0-9]|{_YEAR_MONTH}|{_SPECIAL_DATE})", suggest=suggest, common=common
).says(
    ("日付", "date"),
    ("YYYY-MM-DD（年だけでよいときは YYYY）", "YYYY-MM-DD (YYYY where only a year is wanted)"),
    checks=(
        YEAR_MONTH,
        Use(SPECIAL, when(f"({_SPECIAL_DATE}|{_SPECIAL_YEAR})")),
        Use(ERA, lambda value: None if compiled(f"{_YEAR}|{DATE}").fullmatch(value) else _era(value)),
        EXTENDED,
        Use(DOMESTIC, lambda value: None if _SERIAL.fullmatch(value) or not re.search("[0-9０-９][/年月日.]", value) else _domestic(value)),
        Use(WIDTH, lambda value: _width(value) if is_value(value) and not compiled(_YEAR).fullmatch(value) else None),
        CALENDAR,
        Use(FULL_DATE, lambda value: None if compiled(_YEAR).fullmatch(value) else _other_than_date(value)),
        WORDS,
    ),
    examples=("2017-09-01", "2016-02-29", "2015"),
)
