"""List of weekdays (曜日の並び): 月火水木金, from Monday, without 曜日; one day alone may be written in full. GIF DS-441 §1.2."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Severity, when
from ..forms import some_of
from ..part import Use, kind
from ..placeholder import WORDS, unless

DAYS = "月火水木金土日"
_LIST = some_of(tuple(DAYS))
_ONE = f"[{DAYS}]曜日"
_CLEAN = f"({_LIST}|{_ONE})"
_BETWEEN = "([、,，・･;；/／ 　]){0,1}"
_LOOSE = f"{some_of(tuple(DAYS), _BETWEEN)}({_BETWEEN}(祝日|祝祭日|祝)){{0,1}}"
_TOKEN = re.compile(f"([{DAYS}])(?:曜日?)?")
_RANGE = re.compile(f"([{DAYS}])(?:曜日?)?[~〜～－‐-]([{DAYS}])(?:曜日?)?")


def suggest(value: str) -> str | None:
    """The list that a value certainly means: separators and 曜日 dropped, days put in order. Holidays are not dropped.

    >>> suggest("月・水・金"), suggest("月曜日～金曜日"), suggest("土日祝日"), suggest("毎日")
    ('月水金', '月火水木金', None, '月火水木金土日')
    """
    text = re.sub("[、,，・･;；/／ 　\n]", "", value.strip())
    if text in {"毎日", "全日"}:
        return DAYS
    if match := _RANGE.fullmatch(text):
        first, last = DAYS.index(match[1]), DAYS.index(match[2])
        return DAYS[first : last + 1] if first < last else None
    days = _TOKEN.findall(text)
    if not days or _TOKEN.sub("", text) or len(set(days)) < len(days):
        return None
    return "".join(sorted(days, key=DAYS.index))


LIST = error("GIF-WDAY-004", Clause("DS-441", "§1.2"), look=unless(_LIST), level="LV1").says(
    ("複数の曜日名は月曜から順に「曜日」なしで書く", "Several weekday names run from Monday, without 曜日"),
    (
        "「{value}」は曜日の並びではありません。月曜から順に、「曜日」や区切りを付けずに続けて書きます。祝日のことは備考に書きます。",
        '"{value}" is not a list of weekdays: from Monday on, without 曜日 and without separators. Holidays go into the remarks.',
    ),
    good=("月火水木金", "土日", "水"),
    bad=("月曜火曜", "月,水", "土日祝日", "日月", "毎日"),
)

PART = kind("weekday_list", clean=_CLEAN, valid=f"({_LOOSE}|{_ONE})", suggest=suggest).says(
    ("曜日の並び", "list of weekdays"),
    ("月火水木金土日 のうち該当するものを順に", "those of 月火水木金土日 that apply, in this order"),
    checks=(Use(LIST, when(_LOOSE, but_not=_CLEAN), Severity.WARNING), Use(LIST, unless(f"({_LOOSE}|{_ONE})")), WORDS),
    examples=("月火水木金", "土日", "水曜日"),
)
