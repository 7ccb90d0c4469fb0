"""Real estate number (不動産番号): thirteen digits; real estate ID (不動産ID): with a hyphen and four more. 不動産登記規則; 国土交通省."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Severity, when
from ...characters.widths import plain
from ..part import Use, kind
from ..placeholder import NULL_WORDS, unless

_NUMBER = "[0-9]{13}(-[0-9]{4}){0,1}"
_IN_A_ROW = "[0-9]{17}"


def suggest(value: str) -> str | None:
    """Thirteen digits, and four more behind a hyphen.

    >>> suggest("１２３４５６７８９０１２３"), suggest("12345678901230000"), suggest("1234567890123 - 0001")
    ('1234567890123', '1234567890123-0000', '1234567890123-0001')
    """
    text = re.sub("[- ]", "", plain(value))
    if re.fullmatch("[0-9]{13}", text):
        return text
    return f"{text[:13]}-{text[13:]}" if re.fullmatch(_IN_A_ROW, text) else None


NUMBER = error("REALESTATE-001", Clause("不動産IDガイドライン", "不動産IDの構成"), look=unless(_NUMBER)).says(
    ("不動産番号は数字13桁、不動産IDは13桁-4桁", "Real estate number: 13 digits; real estate ID: 13 digits, hyphen, 4 digits"),
    (
        "「{value}」は、不動産番号（半角数字13桁）でも不動産ID（13桁、半角ハイフン、4桁）でもありません。",
        '"{value}" is neither a real estate number (thirteen half-width digits) nor a real estate ID (13 digits, hyphen, 4 digits).',
    ),
    good=("1234567890123", "1234567890123-0000"),
    bad=("123456789012", "１２３４５６７８９０１２３", "1234567890123-1", "12345678901230000"),
)

PART = kind("real_estate_number", clean=_NUMBER, valid=f"({_NUMBER}|{_IN_A_ROW})", suggest=suggest).says(
    ("不動産番号・不動産ID", "real estate number or ID"),
    ("半角数字13桁、または13桁-4桁", "thirteen half-width digits, or 13 digits, hyphen, 4 digits"),
    checks=(Use(NUMBER, when(_IN_A_ROW), Severity.INFO), NUMBER, NULL_WORDS),
    examples=("1234567890123", "1234567890123-0000"),
)
