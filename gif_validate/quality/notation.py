"""Notations of the same thing (表記ゆれ): values that are equal once width, spaces, hyphens, kana and case are left aside.

Nothing is changed by it: the figures only say what a person would have to look at.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..catalogue.text import Text
from ..characters.widths import hyphens

_KANA = {code: code + 0x60 for code in range(0x3041, 0x3097)} | {0x30F5: 0x30AB, 0x30F6: 0x30B1}
_SMALL_KE = {0x3095: 0x30AB, 0x3096: 0x30B1}


def width(text: str) -> str:
    """One width for everything that comes in two (NFKC).

    >>> width("ｶﾅ　１①")
    'カナ 11'
    """
    return unicodedata.normalize("NFKC", text)


def spaceless(text: str) -> str:
    """Without white space."""
    return "".join(text.split())


def katakana(text: str) -> str:
    """Hiragana as katakana, ヶ and ヵ as ケ and カ.

    >>> katakana("みどりヶ丘")
    'ミドリケ丘'
    """
    return text.translate(_KANA | _SMALL_KE)


STEPS: Mapping[str, tuple[Text, Callable[[str], str]]] = {
    "width": (Text("全角と半角", "width"), width),
    "space": (Text("空白", "spaces"), spaceless),
    "hyphen": (Text("ハイフン", "hyphens"), hyphens),
    "kana": (Text("ひらがなとカタカナ", "kana"), katakana),
    "case": (Text("大文字と小文字", "case"), str.casefold),
}
"""What is left aside, in this order."""


def folded(text: str, but: str = "") -> str:
    """The text with all of these left aside, ``but`` for one."""
    for name, (_, step) in STEPS.items():
        if name != but:
            text = step(text)
    return text


@dataclass(frozen=True, slots=True)
class Notations:
    """Different values that say the same: each with how often it stands, the most frequent first, and in what they differ."""

    values: tuple[tuple[str, int], ...]
    differ: tuple[str, ...]

    @property
    def others(self) -> int:
        """How many cells do not have the most frequent notation."""
        return sum(count for _, count in self.values[1:])


def notations(values: Mapping[str, int]) -> list[Notations]:
    """The groups of values (value → how often) that differ in notation only, those with most cells first."""
    groups: dict[str, list[str]] = defaultdict(list)
    for value in values:
        groups[folded(value)].append(value)
    found = []
    for group in groups.values():
        if len(group) > 1:
            counted = tuple(sorted(((value, values[value]) for value in group), key=lambda pair: (-pair[1], pair[0])))
            found.append(Notations(counted, _differences(group)))
    return sorted(found, key=lambda each: (-each.others, each.values))


def _differences(group: Iterable[str]) -> tuple[str, ...]:
    """The steps without which the values stay apart; where two steps do the same, the first that brings them together."""
    group = list(group)
    needed = tuple(name for name in STEPS if len({folded(value, but=name) for value in group}) > 1)
    if needed:
        return needed
    return tuple(name for name, (_, step) in STEPS.items() if len(set(map(step, group))) < len(set(group)))[:1]
