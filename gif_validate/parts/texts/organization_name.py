"""Registered name of an organisation (商号または名称): Latin letters in full width, as in the register. GIF DS-434, DS-438."""

from __future__ import annotations

import re

from ...catalogue.rows import error
from ...catalogue.rule import Clause, where
from ..part import kind
from ..placeholder import NULL_WORDS, is_value
from .text import CHECKS, clean_text, is_valid_text
from .text import suggest as suggest_text

_FULL = {code: code + 0xFEE0 for code in range(ord("A"), ord("z") + 1) if chr(code).isalpha()}


def suggest(value: str) -> str | None:
    """Latin letters in full width, layout spaces dropped.

    >>> suggest("株式会社GIF")
    '株式会社ＧＩＦ'
    """
    text = suggest_text(value)
    return text.translate(_FULL) if text else None


FULL_WIDTH = error("GIF-CHAR-024", Clause("DS-434", "表1"), look=where("[A-Za-z]"), level="LV2").says(
    ("商号または名称の英字は全角で書く", "Latin letters in a registered name are full-width"),
    (
        "名称「{value}」に半角の英字があります。商号または名称の英字は、登記と同じく全角で書きます。",
        'Half-width letters in the name "{value}". Latin letters of a registered name are full-width, as in the register.',
    ),
    good=("株式会社ＧＩＦ", "デジタル庁"),
    bad=("株式会社GIF", "Ａbc商店"),
)
PART = kind(
    "organization_name",
    clean_too=lambda value: is_value(value) and re.search("[A-Za-z]", value) is None and clean_text(value),
    valid_too=lambda value: re.search("[A-Za-z]", value) is None and is_valid_text(value),
    suggest=suggest,
).says(
    ("商号または名称", "registered name of an organisation"),
    ("登記された名称（英字は全角）", "the registered name, Latin letters in full width"),
    checks=(CHECKS[0], FULL_WIDTH, NULL_WORDS, *CHECKS[1:]),
    examples=("株式会社ＧＩＦ",),
)
