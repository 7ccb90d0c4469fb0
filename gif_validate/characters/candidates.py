"""Candidates of JIS X 0213 for a character outside it (縮退候補): offered, never applied, because a character may have several.

The relations that ship are those of Unihan (compatibility, shape, meaning, look) and, for the characters of cp932, of the kanji database.
Where the optional data package ``gif_validate_mjdata`` is installed (its licence is CC BY-SA), the shrink map of 文字情報基盤 adds its own.
"""

from __future__ import annotations

import importlib.util
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
