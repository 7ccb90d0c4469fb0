"""Elevation (標高): metres with one decimal. GIF DS-444 §1.1."""

from __future__ import annotations

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Severity, when
from ...characters.widths import half
from ..part import Use, kind
from ..placeholder import WORDS, unless

_ONE_DECIMAL = r"-{0,1}[0-9]{1,}\.[0-9]"
_METRES = r"-{0,1}[0-9]{1,}(\.[0-9]{1,}){0,1}"

HEIGHT = error("GIF-GEO-005", Clause("DS-444", "§1.1"), look=unless(_ONE_DECIMAL), level="LV1").says(
    ("標高はメートル、小数点以下1桁", "Altitude in metres, one decimal"),
    (
        "標高「{value}」は、単位を付けない小数点以下1桁の数ではありません。",
        'The altitude "{value}" is not a number of metres with one decimal and no unit.',
    ),
    good=("25.5", "-0.5"),
    bad=("25", "25.50", "25.5m"),
)

PART = kind("elevation", clean=_ONE_DECIMAL, valid=_METRES, suggest=lambda value: half(value).strip().removesuffix("m")).says(
    ("標高", "elevation"),
    ("メートル、小数点以下1桁", "metres, one decimal"),
    checks=(Use(HEIGHT, when(_METRES, but_not=_ONE_DECIMAL), Severity.WARNING), Use(HEIGHT, unless(_METRES)), WORDS),
    examples=("25.5",),
)
