"""Corporate number (法人番号): thirteen digits, the first a check digit. GIF DS-434, DS-438; ordinance of the Ministry of Finance 70/2014.

Issued by the National Tax Agency. The check digit is 9 − (Σ P·Q mod 9): P the digits of the twelve-digit base number from the right,
Q 1 and 2 in turn. It is never 0, and a slip between 0 and 9 is not noticed.
"""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Details, compiled
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import kind
from ..placeholder import NULL_WORDS, unless

_THIRTEEN = "[1-9][0-9]{12}"
_EXPONENT = re.compile(r"[0-9](\.[0-9]+)?[Ee]\+?[0-9]+")


def check_digit(base: str) -> str:
    """The first digit for the twelve digits behind it.

    >>> check_digit("000012010038")
    '8'
    """
    digits = base.encode("ascii")
    total = sum(digits[1::2]) + 2 * sum(digits[::2]) - 18 * ord("0")
    return str(9 - total % 9)


def has_right_check_digit(value: str) -> bool:
    """True for thirteen digits of which the first is the check digit of the others."""
    return compiled(_THIRTEEN).fullmatch(value) is not None and check_digit(value[1:]) == value[0]


def _wrong(value: str) -> Details | None:
    if has_right_check_digit(value):
        return None
    if compiled("[0-9]{13}").fullmatch(value):
        expected = check_digit(value[1:])
        return {
            "problem": Text(
                f"の検査数字（1桁目）が違います。残りの12桁からは {expected} になります。",
                f": the check digit (first) is wrong; the other twelve give {expected}.",
            )
        }
    details: dict[str, str | Text] = dict(unless(_THIRTEEN)(value) or {})
    if _EXPONENT.fullmatch(value):
        details["hint"] = Text(
            "Excel が数値として丸めたため、元の番号は失われています。元のデータから入れ直します。",
            "A spreadsheet rounded it; the number is lost and must be entered again.",
        )
    return {"problem": Text("は半角数字13桁ではありません。", " is not thirteen half-width digits."), **details}


def suggest(value: str) -> str | None:
    """Thirteen digits with a right check digit, where only signs, width or a trailing ``.0`` stand in the way.

    >>> suggest("8-0000-1201-0038"), suggest("８００００１２０１００３８"), suggest("1.01321E+12")
    ('8000012010038', '8000012010038', None)
    """
    text = re.sub("[- ]", "", re.sub(r"\.0\Z", "", plain(value)))
    return text if has_right_check_digit(text) else None


NUMBER = error("GIF-ID-001", Clause("法人番号省令", "第2条"), look=_wrong, about="truth").says(
    ("法人番号は数字13桁で、検査数字が正しい", "Corporate number: 13 digits with a right check digit"),
    ("法人番号「{value}」{problem}", 'Corporate number "{value}"{problem}'),
    good=("8000012010038", "5835678256246", "7010705000725"),
    bad=("0000000000000", "2835678256246", "800001201003", "T8000012010038", "1.01321E+12"),
)
SEPARATED = error(
    "GIF-ID-002", Clause("DS-434", "§1"), look=lambda value: {} if re.fullmatch("[0-9]{1,4}([- ][0-9]{2,4}){2,4}", value) else None
).says(
    ("法人番号に区切りを入れない", "No separators in a corporate number"),
    (
        "法人番号「{value}」に区切りがあります。半角数字13桁を続けて書きます。",
        'The corporate number "{value}" has separators. Write thirteen digits in a row.',
    ),
    good=("8000012010038",),
    bad=("8-0000-1201-0038", "8 0000 1201 0038"),
)

PART = kind(
    "corporate_number", clean=_THIRTEEN, valid=_THIRTEEN, clean_too=has_right_check_digit, valid_too=has_right_check_digit, suggest=suggest
).says(
    ("法人番号", "corporate number"),
    ("半角数字13桁（1桁目は検査数字）", "thirteen half-width digits, the first a check digit"),
    checks=(SEPARATED, NUMBER, NULL_WORDS),
    examples=("8000012010038",),
)
