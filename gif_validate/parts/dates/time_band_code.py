"""Time-band code (時間帯コード): 00 to 23 for the hour that begins there, 99 unknown, several joined by commas. GIF DS-441 §5.1."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, unless
from ...characters.widths import half
from .. import placeholder
from ..part import Use, kind

CODE = "([01][0-9]|2[0-3]|99)"
_LIST = f"{CODE}(,{CODE}){{0,}}"


def suggest(value: str) -> str | None:
    """Codes of two digits joined by commas.

    >>> suggest("9"), suggest("9時"), suggest("9、10、11"), suggest("09;10")
    ('09', '09', '09,10,11', '09,10')
    """
    parts = [part.strip().removesuffix("時") for part in re.split("[,;、・/ ]", half(value).strip())]
    return ",".join(part.zfill(2) for part in parts) if all(re.fullmatch("[0-9]{1,2}", part) for part in parts) else None


FORM = error("GIF-BAND-001", Clause("DS-441", "§5.1"), look=unless(CODE), level="LV1").says(
    ("時間帯コードは 00〜23、不明は 99", "Time-band code is 00 to 23, or 99 if unknown"),
    ("「{value}」は時間帯コード（00〜23、不明は 99）ではありません。", '"{value}" is not a time-band code (00 to 23, 99 if unknown).'),
    good=("00", "09", "23", "99"),
    bad=("24", "9", "9時", "30"),
)
SEVERAL = error("GIF-BAND-002", Clause("DS-441", "§5.1"), look=unless(_LIST), level="LV1").says(
    ("複数の時間帯コードはコンマで区切る", "Several time-band codes are separated by commas"),
    (
        "「{value}」は、2桁の時間帯コードを半角コンマでつないだ形（例 09,10,11）ではありません。",
        '"{value}" is not a list of two-digit time-band codes joined by commas, as in 09,10,11.',
    ),
    good=("09,10,11", "09"),
    bad=("09;10;11", "9,10,11", "09、10、11", "09,10,24"),
)


def _of_one(value: str) -> bool:
    return not re.search("[,;、・/ ]", value)


PART = kind("time_band_code", clean=_LIST, valid=_LIST, suggest=suggest).says(
    ("時間帯コード", "time-band code"),
    ("00〜23、99（複数は半角コンマで区切る）", "00 to 23 or 99, several joined by commas"),
    checks=(Use(FORM, lambda value: placeholder.unless(_LIST)(value) if _of_one(value) else None), SEVERAL, placeholder.WORDS),
    examples=("09", "09,10,11"),
)
