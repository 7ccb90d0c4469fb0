"""Vertical reference system (鉛直座標参照系コード): EPSG:6695, the code that goes with JGD2011. GIF DS-444 §1.2, §3.1."""

from __future__ import annotations

import re

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details, compiled
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import kind
from ..placeholder import NULL_WORDS, hint
from .coordinate_reference_system import CODE, HORIZONTAL, VERTICAL, epsg

# JGD2011 with heights holds both.
_BOTH = frozenset({"EPSG:6697", "EPSG:4979", "EPSG:6667"})
_POSITIONS = HORIZONTAL - _BOTH
_NAMES = re.compile("JGD|GSIGEO|東京湾|平均海面|標高|T\\.? ?P\\.?", re.IGNORECASE)
_POSITION = Text("位置の座標参照系のコードです。", "That is the code of a system for positions.")
_EXPECTED = Text("JGD2011 の標高なら EPSG:6695 です。", "For heights in JGD2011 it is EPSG:6695.")


def _no_code(value: str) -> Details | None:
    if compiled(CODE).fullmatch(value):
        return {"hint": _POSITION} if value in _POSITIONS else None
    return {"hint": _EXPECTED} if _NAMES.search(plain(value)) else hint(value)


SYSTEM = warning("GIF-GEO-008", Clause("DS-444", "§1.2"), look=_no_code, level="LV1").says(
    ("高さの座標参照系は EPSG:6695 等で示す", "Vertical reference system is given, e.g. EPSG:6695"),
    (
        "「{value}」は、高さの座標参照系の EPSG コード（EPSG: と数字）ではありません。",
        '"{value}" is not the EPSG code of a reference system for heights (EPSG: and a number).',
    ),
    good=("EPSG:6695", "EPSG:6697", "EPSG:5773"),
    bad=("6695", "JGD2011 (vertical)", "東京湾平均海面", "EPSG:6668"),
)

PART = kind(
    "vertical_reference_system", clean=CODE, clean_too=lambda value: value not in _POSITIONS, suggest=lambda value: epsg(value, VERTICAL)
).says(
    ("鉛直座標参照系コード", "vertical reference system"),
    ("EPSG: と数字4〜5桁（JGD2011 の標高は EPSG:6695）", "EPSG: and 4 or 5 digits (EPSG:6695 for heights in JGD2011)"),
    checks=(SYSTEM, NULL_WORDS),
    examples=("EPSG:6695",),
)
