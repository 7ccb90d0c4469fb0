"""Reading of a facility or title (名称_カナ): full-width katakana, with the digits, letters and signs that such names have.

The datasets say "text (full-width katakana)"; GIF types the same item as plain text. Digits, Latin letters and signs are read as they
stand, so they cause no finding; hiragana, kanji and half-width katakana do.
"""

from __future__ import annotations

from ...catalogue.rule import compiled
from ...characters.rules import COMPOSED, EMOJI
from ..part import Use, kind
from ..placeholder import NULL_WORDS, is_value, unless
from .kana import KATAKANA, MIXED, READING, to_katakana

# By blocks: ASCII, Latin letters, punctuation, arrows, mathematics, shapes, brackets, units, full width; not 々, 〆, half-width kana.
_OTHER = "!-~¡-¬®-ʯ‐-‧‰-⁞€℀-⅏Ⅰ-ↂ←-⏿①-⓿─-➿⤀-⯿、-〃〇-〠〰〽゠㎀-㏟！-～￠-￦"
_CHARS = f"[{KATAKANA}{_OTHER}]"
_NAME = f"{_CHARS}{{1,}}([ 　]{{1,}}{_CHARS}{{1,}}){{0,}}"


def suggest(value: str) -> str | None:
    """The reading in full-width katakana."""
    text = to_katakana(value).strip(" 　\n")
    return text if compiled(_NAME).fullmatch(text) else None


PART = kind(
    "kana_name",
    clean=_NAME,
    valid=_NAME,
    clean_too=lambda value: is_value(value) and all(rule.look is None or rule.look(value) is None for rule in (COMPOSED, EMOJI)),
    suggest=suggest,
).says(
    ("名称のカナ", "reading of a name or title"),
    ("全角カタカナ（数字・英字・記号はそのままでよい）", "full-width katakana (digits, letters and signs as they stand)"),
    checks=(Use(READING, unless(_NAME)), COMPOSED, EMOJI, MIXED, NULL_WORDS),
    examples=("ダイ2ショウガッコウ", "コウミンカン（ベッカン）"),
)
