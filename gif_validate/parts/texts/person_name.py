"""Name of a person (氏名): family and given name with one half-width space between. GIF DS-431, DS-438."""

from __future__ import annotations

import re

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, Details
from ...catalogue.text import Text
from ..part import Use, kind
from ..placeholder import NULL_WORDS, is_value
from .text import CHECKS, clean_text, is_valid_text

_SINGLE = Text(
    "氏と名の間に区切りがありません（名が一つだけの人であれば、このままで構いません）。",
    "There is no space between family and given name (right only for a person with a single name).",
)


def spaces(value: str) -> Details | None:
    """Fires where anything but single half-width spaces separates the names, or nothing does."""
    if re.search(r"^[ \u3000]|[ \u3000]\Z| {2}", value) or re.search("[\u3000\u00a0,，、\u2000-\u200a]", value):
        return {}
    return None if " " in value or not value else {"hint": _SINGLE}


def suggest(value: str) -> str | None:
    """One half-width space between the names. Where to divide an undivided name is not certain.

    >>> suggest("内閣　太郎"), suggest(" 山田  花子 "), suggest("山田花子")
    ('内閣 太郎', '山田 花子', None)
    """
    text = re.sub("[ \u3000\u00a0\u2000-\u200a]+", " ", value).strip()
    return text if " " in text else None


SEPARATOR = warning("GIF-CHAR-022", Clause("DS-431", "表1"), look=spaces, level="LV1").says(
    ("氏と名の間は半角スペースで区切る", "A half-width space separates family and given name"),
    (
        "氏名「{value}」は、氏と名の間を半角スペース一つで区切った形ではありません。",
        'The name "{value}" does not have one half-width space between family and given name.',
    ),
    good=("山田 花子", "ヤマダ ハナコ", "山田 マリア 花子"),
    bad=("内閣　太郎", "ナイカク　タロウ", "山田  花子", "山田花子"),
)
PART = kind(
    "person_name",
    clean_too=lambda value: is_value(value) and spaces(value) is None and clean_text(value),
    valid_too=is_valid_text,
    suggest=suggest,
).says(
    ("氏名", "name of a person"),
    ("氏と名の間に半角スペース一つ", "one half-width space between family and given name"),
    checks=(*CHECKS[:1], Use(NULL_WORDS, lambda value: None if is_value(value) else {}), SEPARATOR, *CHECKS[1:]),
    examples=("山田 花子",),
)
