"""Free text (自由記述): as text, but line breaks are allowed. GIF DS-430 §5.5; DS-438-2 leaves line breaks to the value domain."""

from __future__ import annotations

from collections.abc import Sequence

from ...catalogue.rule import Details
from ...characters.rules import CONTROL
from ..part import Use, kind
from .text import CHECKS, clean_text
from .text import PART as TEXT
from .text import clean_column as clean_text_column


def _lines(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\n", "、")


def _control(value: str) -> Details | None:
    assert CONTROL.look is not None
    return CONTROL.look(_lines(value))


def clean_column(values: Sequence[str], plain: bool) -> bool:
    """True where all values are clean, decided at once."""
    has_lines = "\n".join(values).count("\n") >= len(values)
    return clean_text_column([_lines(value) for value in values] if has_lines else values, plain)


PART = kind(
    "free_text",
    suggest=TEXT.suggest,
    clean_too=lambda value: clean_text(_lines(value)),
    valid_too=TEXT.valid_too,
    clean_column=clean_column,
).says(
    ("自由記述", "free text"),
    ("JIS X 0213 の文字（改行してもよい）", "characters of JIS X 0213; line breaks are allowed"),
    checks=tuple(Use(CONTROL, _control) if check is CONTROL else check for check in CHECKS),
    examples=("1行目\n2行目",),
)
