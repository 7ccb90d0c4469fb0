"""Texts that look the same but are not: voiced marks written apart (NFD), variation selectors, characters of the same shape.

What is compared with a list of names is put together first (`comparable`); nothing that is reported is ever changed.
"""

from __future__ import annotations

import re
import unicodedata

from ..catalogue.text import Text
from .repertoire import named

_MARKS = re.compile("[\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef\u200b-\u200d\u2060\ufeff]")
_APART = re.compile("[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+")
_INVISIBLE = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u200b-\u200d\u2060\ufeff]")
_SHAPES = (
    *("巿市", "ニ二", "ハ八", "カ力", "ロ口囗", "タ夕", "エ工", "ト卜", "チ千", "へヘ", "べベ", "ぺペ", "りリ", "ヶケ"),
    *("〇○◯", "ー一―—－", "-‐‑−–"),
)
"""Characters that look the same in most fonts."""
_SAME = str.maketrans({char: group[0] for group in _SHAPES for char in group[1:]})


def comparable(text: str) -> str:
    """A text as it is compared: marks put together with their letters, without variation selectors.

    >>> comparable("つくは\u3099市") == "つくば市"
    True
    """
    if _MARKS.search(text) is None:
        return text
    # Not the whole text: NFC would replace the 75 compatibility ideographs of JIS X 0213 too.
    return _INVISIBLE.sub("", _APART.sub(lambda match: unicodedata.normalize("NFC", match[0]), text))


def told_apart(found: str, expected: str) -> Text:
    """How two texts differ that look the same, by code points; empty where everyone sees the difference.

    >>> told_apart("韮崎巿", "韮崎市").en
    'The two look alike but differ: 巿（U+5DFF）, 市（U+5E02）.'
    """
    if found == expected or _shape(found) != _shape(expected):
        return Text("", "")
    here, there = _own(found, expected), _own(expected, found)
    ja = "、".join(filter(None, (here, there)))
    return Text(f"見た目は同じでも、文字が違います：{ja}。", f"The two look alike but differ: {ja.replace('、', ', ')}.")


def _shape(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).translate(_SAME).split())


def _own(text: str, other: str) -> str:
    """The characters of a text that the other has not."""
    return named(tuple(dict.fromkeys(char for char in text if char not in other)))
