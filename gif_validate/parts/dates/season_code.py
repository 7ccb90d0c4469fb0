"""Season code (季節コード): A1 to D4, 00 unknown. GIF DS-441 §6.2 (edition of 2023 and later).

The letter is the part of the season (A whole, B 初, C 仲, D 晩), the digit the season (1 spring to 4 winter).
"""

from __future__ import annotations

from ...catalogue.rows import error, info
from ...catalogue.rule import Clause, Details, compiled, when
from ...catalogue.text import Text
from ...characters.widths import half
from .. import placeholder
from ..part import Use, kind

_CODE = "([A-D][1-4]|00)"
_OLD = "[1-4][0-3]"
_SEASONS, _PARTS = "春夏秋冬", ("", "初", "仲", "晩")
_LABELS = {part + season: f"{'ABCD'[p]}{s}" for s, season in enumerate(_SEASONS, 1) for p, part in enumerate(_PARTS)}


def suggest(value: str) -> str | None:
    """The code of the present edition: for a code of before 2023, a name, another width or case.

    >>> suggest("21"), suggest("初夏"), suggest("a1")
    ('B2', 'B2', 'A1')
    """
    text = half(value).strip().upper()
    if compiled(_OLD).fullmatch(text):
        return f"{'ABCD'[int(text[1])]}{text[0]}"
    return _LABELS.get(text) or text


def _other(value: str) -> Details | None:
    if compiled(_OLD).fullmatch(value):
        return {"hint": Text("2023年改定前のコードと思われます。", "It looks like a code from before the revision of 2023.")}
    return placeholder.unless(_CODE)(value)


FORM = error("GIF-SEASON-001", Clause("DS-441", "§6.2"), look=_other, level="LV1").says(
    ("季節コードは A1〜D4 の2桁、不明は 00", "Season code is A1 to D4, or 00 if unknown"),
    ("「{value}」は季節コード（A1〜D4、不明は 00）ではありません。", '"{value}" is not a season code (A1 to D4, 00 if unknown).'),
    good=("A1", "B2", "D4", "00"),
    bad=("10", "21", "春", "E1"),
)
OLD = info("GIF-SEASON-002", Clause("DS-452-1", "§5.2"), look=when(_OLD)).says(
    ("2023年改定前の季節コードが残っている", "Season code from before the 2023 revision"),
    ("「{value}」は2023年改定前の季節コードです。", '"{value}" is a season code from before the revision of 2023.'),
    good=("A1", "B2"),
    bad=("10", "21", "43"),
)
PART = kind("season_code", clean=_CODE, valid=_CODE, suggest=suggest).says(
    ("季節コード", "season code"),
    ("A1〜D4、不明は 00", "A1 to D4, 00 if unknown"),
    checks=(Use(FORM, _other), OLD, placeholder.WORDS),
    examples=("A1", "D4"),
)
