"""Control number (管理番号): digits, the last a check digit by the method of Damm. GIF DS-463-1 §3.1 8), §5.1 (withdrawn).

The guide recommends the method of Damm and lists three others that Japanese numbers use; they are here too, for the parts that need them.
All functions take ASCII digits and raise ValueError for anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details, compiled
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import kind
from ..placeholder import NULL_WORDS, hint

_DAMM = tuple(
    tuple(map(int, row))
    for row in (
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790",
    )
)
_NUMBER = "[0-9]{1,}(-[0-9]{1,}){0,}"


def _digits(text: str) -> list[int]:
    if not (text.isascii() and text.isdigit()):
        raise ValueError("not ASCII digits")
    return [ord(char) - 48 for char in text]


def damm(digits: str) -> str:
    """The check digit behind the digits, by the method of Damm: a table in which no slip of one digit and no swap of two neighbours agrees.

    >>> damm("572")
    '4'
    """
    state = 0
    for digit in _digits(digits):
        state = _DAMM[state][digit]
    return str(state)


def luhn(digits: str) -> str:
    """The check digit behind the digits, modulus 10 with weights 2 and 1 (cards, IMEI).

    >>> luhn("7992739871")
    '3'
    """
    doubled = (2 * digit - 9 * (digit > 4) if at % 2 == 0 else digit for at, digit in enumerate(reversed(_digits(digits))))
    return str(-sum(doubled) % 10)


def modulus_10_3_1(digits: str) -> str:
    """The check digit behind the digits, modulus 10 with weights 3 and 1 (JAN/EAN, ISBN-13).

    >>> modulus_10_3_1("978410115904")
    '1'
    """
    weighted = (digit * (1 if at % 2 else 3) for at, digit in enumerate(reversed(_digits(digits))))
    return str(-sum(weighted) % 10)


def modulus_11(digits: str, weights: Iterable[int]) -> str:
    """The check digit behind the digits, 11 less the remainder of the weighted sum; 0 for a remainder of 0 or 1 (個人番号, 住民票コード).

    ``weights``: one for each digit, in their order; ValueError where their count differs.

    >>> modulus_11("12345678901", (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))
    '8'
    """
    remainder = sum(digit * weight for digit, weight in zip(_digits(digits), weights, strict=True)) % 11
    return str(11 - remainder) if remainder > 1 else "0"


def has_right_check_digit(value: str) -> bool:
    """True for digits, perhaps in groups with hyphens, of which the last is the check digit of the others."""
    return compiled(_NUMBER).fullmatch(value) is not None and damm(value.replace("-", "")) == "0"


def _wrong(value: str) -> Details | None:
    if has_right_check_digit(value):
        return None
    if compiled(_NUMBER).fullmatch(value):
        expected = damm(value.replace("-", "")[:-1] or "0")
        return {
            "problem": Text(
                f"の検査数字（末尾）が違います。残りの桁からは {expected} になります。", f": the check digit is not {expected}."
            )
        }
    problem = Text("は半角数字（ハイフンで区切ってもよい）ではありません。", " is not half-width digits, perhaps with hyphens.")
    return {"problem": problem, **hint(value)}


CHECK_DIGIT = warning("GIF-CODE-010", Clause("DS-463-1", "§3.1 8), §5.1"), look=_wrong, about="truth").says(
    ("検査数字を末尾に置き、Damm の方法で求める", "Check digit at the end, by the method of Damm"),
    ("管理番号「{value}」{problem}", 'Control number "{value}"{problem}'),
    good=("5724", "572-4", "0000"),
    bad=("5725", "7524", "５７２４", "A5724"),
)

PART = kind(
    "control_number",
    clean=_NUMBER,
    clean_too=lambda value: damm(value.replace("-", "")) == "0",
    suggest=lambda value: re.sub(r"\.0\Z", "", plain(value)),
).says(
    ("検査数字の付いた管理番号", "control number with a check digit"),
    ("半角数字（末尾は Damm の検査数字）", "half-width digits, the last a Damm check digit"),
    checks=(CHECK_DIGIT, NULL_WORDS),
    examples=("5724", "572-4"),
)
