"""Candidates of JIS X 0213 for a character outside it (縮退候補): offered, never applied, because a character may have several.

The relations that ship are those of Unihan (compatibility, shape, meaning, look) and, for the characters of cp932, of the kanji database.
Where the optional data package ``gif_validate_mjdata`` is installed (its licence is CC BY-SA), the shrink map of 文字情報基盤 adds its own.
"""

from __future__ import annotations

import importlib.util
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_ADD_ON = "gif_validate_mjdata"
_MOST = 4
"""Candidates that a message names at most."""


@cache
def _shipped() -> Mapping[str, str]:
    return _lines(Path(__file__).with_name("candidates.txt"))


@cache
def shrink_map() -> Mapping[str, str]:
    """The shrink map (MJ縮退マップ) of the optional data package: character → candidates; empty where it is not installed."""
    found = importlib.util.find_spec(_ADD_ON)
    if found is None or not found.submodule_search_locations:
        return {}
    return _lines(Path(found.submodule_search_locations[0]) / "shrink.txt")


def _lines(path: Path) -> Mapping[str, str]:
    return {line[0]: line[1:] for line in path.read_text(encoding="utf-8").splitlines() if line}


def candidates(char: str) -> tuple[str, ...]:
    """Characters of JIS X 0213 that may stand for this one, the closest first; empty where none is known.

    >>> candidates("髙"), candidates("𠮷"), candidates("あ")
    (('高',), ('吉',), ())
    """
    return tuple(dict.fromkeys(shrink_map().get(char, "") + _shipped().get(char, "")))[:_MOST]


def offered(characters: tuple[str, ...]) -> str:
    """What a message says of several characters: ``髙→高、閒→間・閑``; empty where nothing is known of any.

    >>> offered(("髙", "😀"))
    '髙→高'
    """
    return "、".join(f"{char}→{'・'.join(found)}" for char in characters if (found := candidates(char)))


_PLAIN = {
    "㋿": "令和",
    "№": "No.",
    "㏍": "K.K.",
    "〝": "“",
    "〟": "”",
    "￤": "|",
    "｡": "。",
    "｢": "「",
    "｣": "」",
    "､": "、",
    "･": "・",
    "㏋": "HP",
}
_CIRCLED = (range(0x2460, 0x2474), range(0x24B6, 0x2500), range(0x3251, 0x3260), range(0x3280, 0x32C0))


@cache
def plain_form(char: str) -> str:
    """What to write in place of an environment-dependent character, or of half-width kana with its mark; empty where nothing is known.

    >>> plain_form("㎝"), plain_form("①"), plain_form("㈱"), plain_form("Ⅲ"), plain_form("ｶ")
    ('cm', '(1)', '（株）', 'III', 'カ')
    """
    if char in _PLAIN:
        return _PLAIN[char]
    plain = unicodedata.normalize("NFKC", char)
    if plain == char or unicodedata.combining(plain[0]):
        return ""
    if any(ord(char[0]) in each for each in _CIRCLED):
        plain = f"({plain})"
    return plain if plain.isascii() else plain.replace("(", "（").replace(")", "）")
