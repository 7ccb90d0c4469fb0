"""Postal code (郵便番号): seven digits without a hyphen. GIF DS-443."""

from __future__ import annotations

import re

from ..catalogue.rule import Clause, Rule, Severity, when
from ..catalogue.text import Text
from ..characters.widths import plain
from .part import Part
from .placeholder import NULL_WORDS, unless

_HYPHENED = re.compile("〒? ?([0-9]{3})[- ]?([0-9]{4})")


def suggest(value: str) -> str | None:
    """Seven digits, where the value certainly means them; a leading zero that a spreadsheet dropped is put back.

    >>> suggest("〒100-8926"), suggest("６０８６１１"), suggest("1008926.0"), suggest("100")
    ('1008926', '0608611', '1008926', None)
    """
    text = re.sub(r"\.0\Z", "", plain(value))
    if match := _HYPHENED.fullmatch(text):
        return match[1] + match[2]
    return f"0{text}" if re.fullmatch("[0-9]{6}", text) else None


SEVEN_DIGITS = Rule(
    id="GIF-POST-001",
    title=Text("郵便番号は数字7桁、ハイフンなし", "Postal code: seven digits, no hyphen"),
    severity=Severity.ERROR,
    clause=Clause("DS-443", "§1"),
    message=Text(
        "郵便番号「{value}」は、ハイフンや〒を付けない半角数字7桁ではありません。",
        'The postal code "{value}" is not seven half-width digits without a hyphen.',
    ),
    good=("1020094", "0000000"),
    bad=("100-8926", "〒1000013", "１０００００１", "1000013 ", "100"),
    look=unless("[0-9]{7}"),
    level="LV1",
)
OLD = Rule(
    id="GIF-POST-002",
    title=Text("3桁・5桁の郵便番号には対応表を用意する", "3- or 5-digit codes need a mapping table"),
    severity=Severity.WARNING,
    clause=Clause("DS-443", "§3"),
    message=Text(
        "「{value}」は旧郵便番号（3桁・5桁）です。残すときは7桁との対応表を用意します。",
        '"{value}" is an old postal code (3 or 5 digits). If it must stay, provide a table to the 7 digits.',
    ),
    good=("1000001",),
    bad=("100", "10000"),
    look=when("([0-9]{3}|[0-9]{5})"),
    undecidable=Text(
        "7桁との対応表があるかどうかは、値からは分かりません。",
        "A value does not show whether there is a mapping table.",
    ),
)

PART = Part(
    name="postal_code",
    title=Text("郵便番号", "postal code"),
    accepts=Text("半角数字7桁（ハイフンなし）", "seven half-width digits, no hyphen"),
    clean="[0-9]{7}",
    valid="([0-9]{3}|[0-9]{5}|[0-9]{7})",
    checks=(OLD, SEVEN_DIGITS, NULL_WORDS),
    examples=("1020094",),
    suggest=suggest,
)
