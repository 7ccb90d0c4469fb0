"""Reading of a person's name (氏名(カナ)): full-width katakana with one half-width space between the names. GIF DS-431, DS-438."""

from __future__ import annotations

import re

from ...characters.rules import COMPOSED
from ..part import Use, kind
from ..placeholder import NULL_WORDS, is_value, unless
from . import person_name
from .kana import KATAKANA, MIXED, READING, to_katakana

_LOOSE = f"[ 　]{{0,}}[{KATAKANA}]{{1,}}([ 　]{{1,}}[{KATAKANA}]{{1,}}){{0,}}[ 　]{{0,}}"
_TWO = f"[{KATAKANA}]{{1,}}( [{KATAKANA}]{{1,}}){{1,}}"


def suggest(value: str) -> str | None:
    """The reading in full-width katakana with half-width spaces.

    >>> suggest("ﾅｲｶｸ　ﾀﾛｳ"), suggest("やまだ はなこ")
    ('ナイカク タロウ', 'ヤマダ ハナコ')
    """
    return re.sub("[ 　]+", " ", to_katakana(value)).strip()


PART = kind("person_kana", clean=_TWO, valid=_LOOSE, clean_too=is_value, suggest=suggest).says(
    ("氏名のカナ", "reading of a person's name"),
    ("全角カタカナ、氏と名の間に半角スペース一つ", "full-width katakana, one half-width space between the names"),
    checks=(
        Use(person_name.SEPARATOR, lambda value: person_name.spaces(value) if unless(_LOOSE)(value) is None else None),
        Use(READING, unless(_LOOSE)),
        COMPOSED,
        MIXED,
        NULL_WORDS,
    ),
    examples=("ヤマダ ハナコ",),
)
