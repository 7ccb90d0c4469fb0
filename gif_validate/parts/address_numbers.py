"""From 二丁目1番6号 to 2-1-6 (丁目以下の数字表記): suggestions only, where the meaning is certain. GIF DS-442 §1.1 1), §6.3.

No part of its own: `town_and_block` and `block_number` use it.
"""

from __future__ import annotations

import re

from ..catalogue.rule import compiled
from ..characters.widths import half
from .address_words import ANY_HYPHEN, ARABIC, DIRECTIONS, KANJI_DIGITS, arabic

_D = f"[{ARABIC}]{{1,9}}"
_K = f"[{KANJI_DIGITS}]{{1,3}}"
_CHOME = f"(?:{_D}|{_K})丁目(?:の|{ANY_HYPHEN})?"
_LOT = f"(?:{_D}|{_K}(?=番))"
_NEXT = f"(?:(?:番地|番)(?:の|{ANY_HYPHEN})?(?:{_D}|{_K}(?=号))|(?:の|{ANY_HYPHEN}){_D})"
_BRANCH = f"(?:号(?:(?:の|{ANY_HYPHEN}){_D})*)"
_TAIL = f"(?<![{ARABIC}{KANJI_DIGITS}])(?<!{ANY_HYPHEN})(?:{_CHOME})?{_LOT}{_NEXT}*(?:番地|番)?{_BRANCH}?$"
_KANJI_ONLY = f"{_K}(?:-{_K})+"
_STREET = f"(?<=[{DIRECTIONS}])(?:{_D}|{_K})(?=条[{DIRECTIONS}]$)"
_WIDE_STREET = f"(?<=[{DIRECTIONS}])[０-９]{{1,2}}(?=条)"
_NUMBERED = f"[{ARABIC}](?:{ANY_HYPHEN}[{ARABIC}]|番地|番(?![町街])|丁目)"
"""A block number that stands in what would be the name: what follows is a building or a second address."""
_LONGEST = 200
"""No address is longer; what is longer gets no suggestion, so that the search stays short."""


def in_digits(value: str) -> tuple[str, str] | None:
    """(name, number with hyphens) of a text that ends in 丁目, 番, 号 or a number; None where that is not certain.

    >>> in_digits("霞が関二丁目１番6号"), in_digits("北一条西一丁目3番地"), in_digits("一丁目1番地1-1号")
    (('霞が関', '2-1-6'), ('北1条西', '1-3'), ('', '1-1-1-1'))
    >>> in_digits("西2線北25号"), in_digits("霞が関二丁目")
    (None, None)
    """
    text = value.strip(" 　")
    if len(text) > _LONGEST:
        return None
    if compiled(_KANJI_ONLY).fullmatch(text):
        return _joined("", text)
    found = compiled(_TAIL).search(text)
    name = text[: found.start()] if found else ""
    if found is None or not _is_sure(found[0]) or compiled(_NUMBERED).search(name):
        return None
    name = compiled(_WIDE_STREET).sub(lambda number: half(number[0]), name)
    return _joined(_street(name), found[0])


def _joined(name: str, tail: str) -> tuple[str, str] | None:
    numbers = [arabic(number) for number in re.findall(f"{_D}|{_K}", tail)]
    return None if None in numbers else (name, "-".join(number for number in numbers if number is not None))


def _is_sure(tail: str) -> bool:
    """A 号 is a house number only behind a lot number, and what has three digits there may be a room."""
    before, _, _ = tail.partition("号")
    numbers = re.findall(f"{_D}|{_K}", tail)
    if ("号" in tail or len(numbers) > 3) and len(numbers[-1]) > 2:
        return False
    return "号" not in tail or "番" in before or re.search(f"[{ARABIC}]{ANY_HYPHEN}[{ARABIC}]{{1,2}}$", before) is not None


def _street(name: str) -> str:
    """北一条西 → 北1条西, where 条 and a direction end the name; anything else as it is."""
    return compiled(_STREET).sub(lambda number: arabic(number[0]) or number[0], name)
