"""Name of a person in Latin letters (氏名(英字)): half-width, capitals as in a passport. GIF DS-438; DS-461 §2.2 (withdrawn)."""

from __future__ import annotations

from ...catalogue.rows import info
from ...catalogue.rule import Clause, when
from ...characters.rules import IN_ENGLISH
from ...characters.widths import half
from ..part import Use, kind
from ..placeholder import NULL_WORDS, is_value
from .latin import ASCII_TEXT, HALF_WIDTH

_CAPITALS = r"[A-Z]{1,}(['. \-]{1,2}[A-Z]{1,}){0,}\.{0,1}"

CAPITALS = info("GIF-CHAR-021", Clause("DS-461", "§2.2 1)"), look=when("[!-~ ]{1,}", but_not=_CAPITALS)).says(
    ("氏名のローマ字は半角大文字で書く", "A person's name in Latin letters is in capitals"),
    (
        "「{value}」は大文字だけではありません。DS-438 の例は Yamada で、廃止された手引きは大文字を推奨していました。",
        '"{value}" is not all in capitals. DS-438 prints Yamada; the withdrawn guide recommended capitals.',
    ),
    good=("NAIKAKU TARO", "MICHAEL CHANG", "ANNE-MARIE O'NEILL"),
    bad=("Yamada Hanako", "Yamada"),
)
PART = kind("person_latin", clean=_CAPITALS, clean_too=is_value, suggest=lambda value: half(value).strip().upper()).says(
    ("氏名の英字", "name of a person in Latin letters"),
    ("半角英字（大文字）", "half-width letters, capitals"),
    checks=(IN_ENGLISH, Use(HALF_WIDTH, HALF_WIDTH.look or when(ASCII_TEXT)), CAPITALS, NULL_WORDS),
    examples=("YAMADA HANAKO",),
)
