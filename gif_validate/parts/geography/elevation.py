"""Elevation (標高): metres with one decimal. GIF DS-444 §1.1."""

from __future__ import annotations

from ...catalogue.rule import Clause, Rule, Severity, when
from ...catalogue.text import Text
from ...characters.widths import half
from ..part import Part, Use
from ..placeholder import WORDS, unless

_ONE_DECIMAL = r"-{0,1}[0-9]{1,}\.[0-9]"
_METRES = r"-{0,1}[0-9]{1,}(\.[0-9]{1,}){0,1}"

HEIGHT = Rule(
    id="GIF-GEO-005",
    title=Text("標高はメートル、小数点以下1桁", "Altitude in metres, one decimal"),
    severity=Severity.ERROR,
    clause=Clause("DS-444", "§1.1"),
    message=Text(
        "標高「{value}」は、単位を付けない小数点以下1桁の数ではありません。",
        'The altitude "{value}" is not a number of metres with one decimal and no unit.',
    ),
    good=("25.5", "-0.5"),
    bad=("25", "25.50", "25.5m"),
    look=unless(_ONE_DECIMAL),
    level="LV1",
)

PART = Part(
    name="elevation",
    title=Text("標高", "elevation"),
    accepts=Text("メートル、小数点以下1桁", "metres, one decimal"),
    clean=_ONE_DECIMAL,
    valid=_METRES,
    checks=(Use(HEIGHT, when(_METRES, but_not=_ONE_DECIMAL), Severity.WARNING), Use(HEIGHT, unless(_METRES)), WORDS),
    examples=("25.5",),
    suggest=lambda value: half(value).strip().removesuffix("m"),
)
