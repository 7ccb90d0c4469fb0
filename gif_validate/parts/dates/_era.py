"""Japanese eras (和暦): recognising every notation and turning it into the Western calendar, within the bounds of the era.

Bounds of JIS X 0301:2019, annex. The days on which the emperor died belong to both eras (1912-07-30, 1926-12-25). The Gregorian calendar
is in use from Meiji 6 (1873-01-01); what is older is a date of the old calendar (旧暦), which nothing here converts.
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from ...characters.widths import half

DAY = datetime.date


class Era(NamedTuple):
    """An era: name, letter, first year of year 1, first and last day (None: still running)."""

    name: str
    letter: str
    year_one: int
    first: DAY
    last: DAY | None


ERAS = (
    Era("明治", "M", 1868, DAY(1873, 1, 1), DAY(1912, 7, 30)),
    Era("大正", "T", 1912, DAY(1912, 7, 30), DAY(1926, 12, 25)),
    Era("昭和", "S", 1926, DAY(1926, 12, 25), DAY(1989, 1, 7)),
    Era("平成", "H", 1989, DAY(1989, 1, 8), DAY(2019, 4, 30)),
    Era("令和", "R", 2019, DAY(2019, 5, 1), None),
)
_SQUARE = str.maketrans({"㍾": "明治", "㍽": "大正", "㍼": "昭和", "㍻": "平成", "㋿": "令和"})
_BY_NAME = {name: era for era in ERAS for name in (era.name, era.name[0], era.letter)}
_LAST_OLD_YEAR = 5
"""明治5年, the last year of the old calendar."""
_DIGITS = "〇一二三四五六七八九"
_KANJI = f"[{_DIGITS}十]{{1,4}}"

NOTATION = re.compile(
    "(明治|大正|昭和|平成|令和|[㍾㍽㍼㍻㋿明大昭平令MTSHRmtshrＭＴＳＨＲｍｔｓｈｒ])[.．・ 　]?"
    f"((元|[0-9０-９]{{1,2}}|{_KANJI})[ 　]?(年|[-./．／－]|$)|[0-9０-９]{{3}}年|[0-9]{{6}}$)"
)
"""An era notation somewhere in a date or year (search, not match)."""
_WHOLE = re.compile(
    f"(?P<era>明治|大正|昭和|平成|令和|[明大昭平令MTSHR])[.・ ]?(?P<y>元|[0-9]{{1,3}}|{_KANJI})"
    f"(?: ?(?:年|[-./]) ?(?:(?P<m>[0-9]{{1,2}}|{_KANJI}) ?(?:(?:月|[-./]) ?(?:(?P<d>[0-9]{{1,2}}|{_KANJI}) ?日?)?)?)?)?"
)
_EDO = (
    "慶長|元和|寛永|正保|慶安|承応|明暦|万治|寛文|延宝|天和|貞享|元禄|宝永|正徳|享保|元文|寛保|延享|寛延|宝暦|明和|安永|天明|寛政|享和|"
    "文化|文政|天保|弘化|嘉永|安政|万延|文久|元治|慶応"
)
_OLD = re.compile(f"(?:{_EDO}) ?(?:元|[0-9]{{1,2}}|{_KANJI}) ?年.*", re.DOTALL)
_COMPACT = re.compile("(?P<era>[MTSHR])(?P<y>[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})")


def _number(text: str) -> int:
    """An Arabic or kanji number up to 99; 元 is 1."""
    if text == "元":
        return 1
    if text.isascii():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)
    return int("".join(str(_DIGITS.index(digit)) for digit in text))


def western(value: str) -> str | None:
    """``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY`` for a date, month or year in an era; None where it is none or lies outside its era.

    >>> western("平成29年9月1日"), western("R元.5.1"), western("㍻27年"), western("昭和64年2月1日")
    ('2017-09-01', '2019-05-01', '2015', None)
    """
    text = half(value.translate(_SQUARE)).strip().upper()
    match = _COMPACT.fullmatch(text) or _WHOLE.fullmatch(text)
    if match is None:
        return None
    try:
        era = _BY_NAME[match["era"]]
        year = era.year_one + _number(match["y"]) - 1
        if match["m"] is None:
            return f"{year:04d}" if _overlaps(era, DAY(year, 1, 1), DAY(year, 12, 31)) and _number(match["y"]) else None
        month = _number(match["m"])
        if match["d"] is None:
            last = DAY(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)
            return f"{year:04d}-{month:02d}" if _overlaps(era, DAY(year, month, 1), last) else None
        day = DAY(year, month, _number(match["d"]))
        return day.isoformat() if _overlaps(era, day, day) else None
    except (ValueError, OverflowError):
        return None


def _overlaps(era: Era, first: DAY, last: DAY) -> bool:
    return last >= era.first and (era.last is None or first <= era.last)


def is_of_old_calendar(value: str) -> bool:
    """True for a date or year up to 明治5年, in Meiji or an era of the Edo period: its month and day are of the old calendar.

    >>> is_of_old_calendar("明治5年12月2日"), is_of_old_calendar("慶応3年"), is_of_old_calendar("明治6年1月1日")
    (True, True, False)
    """
    text = half(value.translate(_SQUARE)).strip().upper()
    if _OLD.fullmatch(text):
        return True
    match = _COMPACT.fullmatch(text) or _WHOLE.fullmatch(text)
    return match is not None and _BY_NAME[match["era"]] is ERAS[0] and 1 <= _number(match["y"]) <= _LAST_OLD_YEAR


def outside(value: str) -> Era | None:
    """The era whose bounds a well-formed era date breaks, such as 平成32年 or 昭和64年2月; None where none is broken."""
    text = half(value.translate(_SQUARE)).strip().upper()
    match = _COMPACT.fullmatch(text) or _WHOLE.fullmatch(text)
    return None if match is None or western(value) is not None else _BY_NAME[match["era"]]
