"""Quantity in words (数量): a number with its unit or a remark, 810人（2平方メートルあたり1人）. As text, but no count is below zero."""

from __future__ import annotations

from collections.abc import Sequence

from ...catalogue.rows import warning
from ...catalogue.rule import compiled, when
from ..part import kind
from ..texts.text import CHECKS, clean_text, is_valid_text, suggest
from ..texts.text import clean_column as clean_text_column

_BELOW_ZERO = "[ 　]{0,}(約|およそ)?([-−－‐―▲△]|マイナス)[ 　]?[0-9０-９].{0,}"
NEGATIVE = warning("FIELD-022", look=when(_BELOW_ZERO), about="truth").says(
    ("人数・台数などの数量は負にならない", "A count of people or things is not negative"),
    ("数量「{value}」が負の数です。", 'The quantity "{value}" is negative.'),
    good=("810人（2平方メートルあたり1人）", "500人", "0"),
    bad=("-500人", "－500人", "▲30台", "マイナス5"),
)


def _is_negative(value: str) -> bool:
    return compiled(_BELOW_ZERO).fullmatch(value) is not None


def _clean_column(values: Sequence[str], plain: bool) -> bool:
    return clean_text_column(values, plain) and not any(map(_is_negative, set(values)))


PART = kind(
    "quantity",
    suggest=suggest,
    clean_too=lambda value: clean_text(value) and not _is_negative(value),
    valid_too=is_valid_text,
    clean_column=_clean_column,
).says(
    ("数量（単位・注記つき）", "quantity with its unit"),
    ("0 以上の数と単位（例 810人）", "a number from 0 on with its unit, as 810人"),
    checks=(*CHECKS, NEGATIVE),
    examples=("810人（2平方メートルあたり1人）", "500人"),
)
