"""MJ character name (MJ文字図形名): MJ and six digits, such as MJ026199. MJ文字情報一覧表; GIF DS-461 (withdrawn) shows ten of them.

The names run from MJ000001 to MJ068101 with gaps, those of old kana (変体仮名) from MJ090001. The list itself is not in this package (its
licence differs), so that a gap is not noticed.
"""

from __future__ import annotations

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details, compiled
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import Use, kind
from ..placeholder import NULL_WORDS, unless

_NAME = "MJ[0-9]{6}"
LAST = 68101
"""The last name of the list, edition 006.02."""
KANA = range(90001, 91000)
"""Old kana: the list has 299; room is left for more."""


def _is_in_use(value: str) -> bool:
    number = int(value[2:])
    return 1 <= number <= LAST or number in KANA


def _no_such_name(value: str) -> Details | None:
    if compiled(_NAME).fullmatch(value) is None or _is_in_use(value):
        return None
    return {"hint": Text(f"一覧表（006.02版）の番号は MJ{LAST:06} までです。", f"The list (edition 006.02) ends with MJ{LAST:06}.")}


NAME = warning("GIF-CHAR-040", Clause("MJ", "MJ文字図形名"), look=lambda value: _no_such_name(value) or unless(_NAME)(value)).says(
    ("MJ文字図形名は MJ と数字6桁", "MJ character name is MJ and six digits"),
    (
        "「{value}」は一覧表にある MJ文字図形名（半角の MJ と半角数字6桁）ではありません。",
        '"{value}" is no MJ character name of the list: half-width MJ and six half-width digits.',
    ),
    good=("MJ026199", "MJ060240", "MJ090001"),
    bad=("026199", "mj026199", "MJ26199", "ＭＪ０２６１９９", "MJ000000", "MJ070000"),
)

PART = kind("mj_name", clean=_NAME, clean_too=_is_in_use, suggest=lambda value: plain(value).upper()).says(
    ("MJ文字図形名", "MJ character name"),
    ("半角の MJ と半角数字6桁", "MJ and six half-width digits"),
    checks=(Use(NAME, _no_such_name), NAME, NULL_WORDS),
    examples=("MJ026199",),
)
