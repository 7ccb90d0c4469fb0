"""Variation sequences: a character with a selector that chooses its shape (IVS), and which of them are registered.

The collection Moji_Joho of the Ideographic Variation Database (2022-09-13) has 11,384 sequences for the characters of 文字情報基盤.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_SEQUENCE = re.compile("(.?)([\ufe00-\ufe0f\U000e0100-\U000e01ef])", re.DOTALL)
_FIRST = 0xE0100 - 17


@cache
def moji_joho() -> Mapping[str, frozenset[str]]:
    """Base character → its registered selectors."""
    lines = Path(__file__).with_name("moji_joho.txt").read_text(encoding="utf-8").splitlines()
    return {line[0]: frozenset(chr(_FIRST + int(number)) for number in line[1:].split(" ")) for line in lines}


def unregistered(text: str) -> tuple[str, ...]:
    """The sequences of a text that are not registered in Moji_Joho (a selector without a character before it is one).

    >>> unregistered("渡邊\U000e010c"), len(unregistered("渡\U000e010c"))
    ((), 1)
    """
    found = [match[0] for match in _SEQUENCE.finditer(text) if match[2] not in moji_joho().get(match[1], ())]
    return tuple(dict.fromkeys(found))


def without_registered(text: str) -> str:
    """The text with every registered sequence reduced to its base character."""
    return _SEQUENCE.sub(lambda match: match[1] if match[2] in moji_joho().get(match[1], ()) else match[0], text)
