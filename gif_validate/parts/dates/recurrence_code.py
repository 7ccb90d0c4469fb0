"""Recurrence code (繰り返しコード): which week of the month and the day, as 13Mo or 0We. GIF DS-441 §1.3.

0 every week, 1 to 5 the n-th, 6 the last, 7 every other week. Only for items that are declared as coded: by §1.3 prose is the rule.
"""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Severity, when
from ...characters.widths import half
from ..forms import some_of
from ..part import Use, kind
from ..placeholder import WORDS, unless
from .weekday import DAYS

_ABBREVIATIONS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY = f"({'|'.join(_ABBREVIATIONS)})"
_CLEAN = f"((0|7|{some_of(tuple('123456'))}){_DAY}){{1,}}"
_LOOSE = f"([0-7]{{1,}}{_DAY}){{1,}}"
_UNIT = re.compile(f"(毎週|隔週|最終|(?:第?[1-5](?:週)?[、,・･ ]?){{1,5}})の?([{DAYS}])(?:曜日?)?[、,・･ ]?")
_WORDS = {"毎週": "0", "隔週": "7", "最終": "6"}


def suggest(value: str) -> str | None:
    """The code, from another width or case, or from the usual Japanese words.

    >>> suggest("０We"), suggest("第2水曜日"), suggest("第1・第3月曜日"), suggest("毎週水曜日"), suggest("祝日")
    ('0We', '2We', '13Mo', '0We', None)
    """
    text = half(value).strip()
    cased = re.sub("[A-Za-z]{2}", lambda match: match[0].capitalize(), text)
    if cased != value and re.fullmatch(_LOOSE, cased):
        return cased
    units = list(_UNIT.finditer(text))
    if not units or "".join(unit[0] for unit in units) != text:
        return None
    return "".join(_weeks(unit[1]) + _ABBREVIATIONS[DAYS.index(unit[2])] for unit in units)


def _weeks(text: str) -> str:
    return _WORDS.get(text) or "".join(sorted(set(re.findall("[1-5]", text))))


FORM = error("GIF-RECUR-002", Clause("DS-441", "§1.3"), look=unless(_LOOSE), level="LV1").says(
    ("繰り返しコードは「第何＋曜日」（例 13Mo）", "Recurrence code is week numbers plus day, as in 13Mo"),
    (
        "「{value}」は繰り返しコードではありません。週の番号（0〜7、小さい順に一つずつ）に曜日（Mo、Tu など）を続けます。",
        '"{value}" is not a recurrence code: week numbers (0 to 7, ascending, each once) and the day (Mo, Tu …).',
    ),
    good=("0We", "13Mo", "14Tu4Th", "6Fr", "7Su"),
    bad=("０We", "8Mo", "We", "0we", "0水", "1,3Mo"),
)
PART = kind("recurrence_code", clean=_CLEAN, valid=_LOOSE, suggest=suggest).says(
    ("繰り返しコード", "recurrence code"),
    ("週の番号（0〜7）と曜日（例 0We、13Mo、6Fr）", "week numbers (0 to 7) and day, as 0We, 13Mo, 6Fr"),
    checks=(Use(FORM, when(_LOOSE, but_not=_CLEAN), Severity.WARNING), FORM, WORDS),
    examples=("0We", "13Mo", "14Tu4Th"),
)
