"""Several weekday codes (曜日コードの並び): 12345, from Monday on, nothing between. GIF DS-441 §1.2."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Severity, unless, when
from ...characters.widths import half
from .. import placeholder
from ..forms import some_of
from ..part import Use, kind
from . import weekday_list
from .weekday import DAYS

_CLEAN = some_of(tuple("1234567"))
_BETWEEN = "([,、，;；・･/／ ]){0,1}"
_LOOSE = some_of(tuple(f"{day}({_BETWEEN}{day}){{0,}}" for day in range(1, 8)), _BETWEEN)


def suggest(value: str) -> str | None:
    """The codes in order, each once; from the names of the days as well.

    >>> suggest("1,2,3"), suggest("54321"), suggest("月・水・金"), suggest("8")
    ('123', '12345', '135', None)
    """
    text = re.sub("[,、;・･/ ]", "", half(value).strip()).removesuffix("曜日")
    if re.fullmatch("[1-7]{1,}", text):
        return "".join(sorted(set(text)))
    names = value if re.fullmatch(f"[{DAYS}]{{1,7}}", value) else weekday_list.suggest(value) or ""
    meant = set(names.removesuffix("曜日"))
    return "".join(str(code) for code, day in enumerate(DAYS, 1) if day in meant) or None


FORM = error("GIF-WDAY-002", Clause("DS-441", "§1.2"), look=unless(_CLEAN), level="LV1").says(
    ("複数の曜日コードは月曜から順に続けて書く", "Several weekday codes run from Monday, unseparated"),
    (
        "「{value}」は、曜日コード（1〜7）を月曜から順に区切りなしで並べた形（例 12345）ではありません。",
        '"{value}" is not a run of weekday codes (1 to 7) from Monday on with nothing between, as in 12345.',
    ),
    good=("12345", "67"),
    bad=("54321", "1,2,3,4,5", "112", "12345曜日"),
)
PART = kind("weekday_code_list", clean=_CLEAN, valid=_LOOSE, suggest=suggest).says(
    ("曜日コードの並び", "weekday codes"),
    ("1〜7 を月曜から順に（例 12345）", "1 to 7 from Monday on, as in 12345"),
    checks=(Use(FORM, when(_LOOSE, but_not=_CLEAN), Severity.WARNING), Use(FORM, placeholder.unless(_LOOSE)), placeholder.WORDS),
    examples=("12345", "67"),
)
