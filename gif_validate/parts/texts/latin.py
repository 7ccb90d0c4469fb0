"""Text in half-width Latin characters (半角文字): names in English, identifiers. GIF DS-438 形式「文字列（半角文字）」."""

from __future__ import annotations

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, unless
from ...characters.rules import IN_ENGLISH
from ...characters.widths import half
from ..part import kind
from ..placeholder import NULL_WORDS, is_value

ASCII_TEXT = "[!-~]{1,}( {1,}[!-~]{1,}){0,}"

HALF_WIDTH = warning("GIF-CHAR-025", Clause("DS-438", "半角文字"), look=unless(ASCII_TEXT), level="LV2").says(
    ("英字の項目は半角文字で書く", "Latin items in half-width characters"),
    (
        "「{value}」に半角の英数字・記号以外の文字か、前後の空白があります。",
        '"{value}" has characters other than half-width letters, digits and signs, or spaces around it.',
    ),
    good=("GIF Co., Ltd.", "AA0100022200"),
    bad=("ＧＩＦ", "市民会館", "Café"),
)

PART = kind("latin", clean=ASCII_TEXT, clean_too=is_value, suggest=lambda value: half(value).strip()).says(
    ("英字（半角文字）", "Latin text"),
    ("半角の英数字・記号", "half-width letters, digits and signs"),
    checks=(IN_ENGLISH, HALF_WIDTH, NULL_WORDS),
    examples=("City Hall",),
)
