"""Individual number (個人番号、マイナンバー): twelve digits, the last a check digit; never in data that are passed on. GIF DS-463-1 §5.1.

The law (番号法 第19条) forbids to give such a number to others but for the purposes it names. So a value that can be one is reported, and
neither the message nor a suggestion repeats it. What conforms is a number that was masked: twelve asterisks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details, compiled
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import kind
from ..placeholder import NULL_WORDS
from .control_number import modulus_11

_TWELVE = "[0-9]{12}"
_MASKED = "[*]{12}"
_WEIGHTS = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
# Twelve digits with a separator after each group, as on the card.
_LONGEST = 20


def check_digit(eleven: str) -> str:
    """The twelfth digit for the first eleven (平成26年総務省令第85号 第5条).

    >>> check_digit("12345678901")
    '8'
    """
    return modulus_11(eleven, _WEIGHTS)


def is_individual_number(value: str) -> bool:
    """True for twelve digits with a right check digit, whatever their width and with or without separators.

    >>> is_individual_number("123456789018"), is_individual_number("１２３４ ５６７８ ９０１８"), is_individual_number("123456789012")
    (True, True, False)
    """
    if len(value) > _LONGEST:
        return False
    text = plain(value).replace("-", "").replace(" ", "")
    return compiled(_TWELVE).fullmatch(text) is not None and check_digit(text[:11]) == text[11]


_DIGIT = "[0-9０-９]"
_SEPARATOR = "[- \u3000‐‑‒–—―−ー－]"
_TWELVE_OR_GROUPS = "|".join(
    f"{digit}{{12}}|{digit}{{4}}{_SEPARATOR}{digit}{{4}}{_SEPARATOR}{digit}{{4}}" for digit in ("[0-9]", "[０-９]")
)
# Not within a longer number, a word or identifier, a URL, an amount of money or a decimal fraction.
_BEFORE = "(?<![0-9０-９A-Za-zＡ-Ｚａ-ｚ_/=%&?+@¥￥$-])(?<![0-9０-９A-Za-z][.,．，])(?<!" + _DIGIT + _SEPARATOR + ")"
# A fraction of nothing but zeros (".0") is what programs add to a whole number.
_AFTER = "(?!" + _SEPARATOR + "?" + _DIGIT + "|[.,．，](?!0+(?![0-9]))" + _DIGIT + "|[A-Za-zＡ-Ｚａ-ｚ_/=%&@％円千万億人件名台㎡個]|-)"
_MENTIONED = re.compile(f"{_BEFORE}({_TWELVE_OR_GROUPS}){_AFTER}")
_ANYWHERE = re.compile(f"(?<!{_DIGIT})(?:{_TWELVE_OR_GROUPS})(?!{_DIGIT})")
_DAY_AND_TIME = re.compile("(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([01][0-9]|2[0-4])[0-5][0-9]|(?:(?:19|20)[0-9]{2}){3}")
_ALONE = re.compile(r"[\s\"'「」()（）]*(?:[.．]0+)?[\s\"'「」()（）]*")


def found_in(value: str, *, right: bool = True) -> Iterator[tuple[str, bool, bool]]:
    """The numbers of twelve digits in a text: the digits, whether they can be an individual number, and whether words stand around them.

    ``right``: only those that can be one. A day with its time (``202609011200``) and one digit repeated are none.

    >>> list(found_in("担当 1234-5678-9018"))
    [('123456789018', True, True)]
    """
    for match in _MENTIONED.finditer(value):
        number = "".join(char for char in plain(match[1]) if char in "0123456789")
        ruled_out = _DAY_AND_TIME.fullmatch(number) is not None or len(set(number)) == 1
        can_be = not ruled_out and check_digit(number[:11]) == number[11]
        if can_be or not right:
            yield number, can_be, _ALONE.fullmatch(value[: match.start()] + value[match.end() :]) is None


def masked(text: str) -> str:
    """The text with asterisks for every number in it that can be an individual number.

    >>> masked("1234-5678-9018, 192074")
    '************, 192074'
    """
    return _ANYWHERE.sub(lambda match: "*" * 12 if is_individual_number(match[0]) else match[0], text)


def _look(value: str) -> Details | None:
    if is_individual_number(value):
        return {"problem": _PRESENT}
    return None if compiled(_MASKED).fullmatch(value) else {"problem": _OTHER}


_PRESENT = Text(
    "個人番号（12桁、検査数字が正しい）と思われる値があります。個人番号は公開するデータに含めず、直ちに取り除きます。",
    "There is a value that seems to be an individual number (twelve digits with a right check digit). Remove it from the data at once.",
)
_OTHER = Text(
    "個人番号の欄に値があります。個人番号（12桁で、末尾は検査数字）の形ではありませんが、公開するデータからはこの欄を除きます。",
    "There is a value in an item for individual numbers. It is none (twelve digits, the last a check digit); leave the item out anyway.",
)
NUMBER = warning("GIF-ID-003", Clause("DS-463-1", "§5.1"), look=_look, about="truth", private=True).says(
    ("個人番号は12桁、公開データに含めない", "Individual number: 12 digits, never in published data"),
    ("{problem}", "{problem}"),
    good=("************",),
    bad=("123456789018", "1234-5678-9018", "１２３４５６７８９０１８", "12345-6789", "123456789012"),
)

PART = kind("individual_number", clean=_MASKED).says(
    ("個人番号", "individual number"),
    ("公開するデータには入れない（伏せた場合は * を12個）", "not in published data (twelve asterisks where it was masked)"),
    checks=(NUMBER, NULL_WORDS),
    examples=("************",),
)
