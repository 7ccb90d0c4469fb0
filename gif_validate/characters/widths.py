"""Full and half width: folding one into the other, for suggestions only. Values are never changed by the checks."""

from __future__ import annotations

import re

HYPHENS = "‐‑‒–—―−－ーｰ﹣－"
"""Characters that are used for a hyphen between digits (GIF-ADDR-021)."""

_HYPHEN_LIKE = re.compile(f"[{HYPHENS}]")
_TO_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def half(text: str) -> str:
    """Full-width ASCII letters, digits, signs and the ideographic space as half-width; everything else as it is."""
    return text.translate(_TO_HALF)


def hyphens(text: str) -> str:
    """Every character that is used for a hyphen as U+002D."""
    return _HYPHEN_LIKE.sub("-", text)


def plain(text: str) -> str:
    """Half width, one kind of hyphen, nothing around: what a hand-typed number means."""
    return hyphens(half(text)).strip()


def has_full_width(text: str) -> bool:
    """True where a full-width form of an ASCII character or the ideographic space stands in the text."""
    return any(ord(char) in _TO_HALF for char in text)
