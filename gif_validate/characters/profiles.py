"""Repertoire profiles: which characters a field may hold, chosen by ``repertoire`` in a definition. GIF DS-430 §5, DS-461.

A profile is a set of characters; ``outside`` names those of a text that it does not have. The default of all text is ``jisx0213``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..catalogue.rows import info, warning
from ..catalogue.rule import Clause
from ..catalogue.text import Text
from .repertoire import ASCII, MAPPING_VARIANTS, NAMED_LATIN, class_of, jisx0213, without_sequences
from .sequences import without_registered

_KANA = re.compile("[ァ-ヺー・ヽヾㇰ-ㇿ ]")
_IDEOGRAPH = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANJI = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Profile:
    """A repertoire: its name in definitions, its title, the test of one character, and whether registered IVS count as their base."""

    name: str
    title: Text
    has: Callable[[str], bool]
    sequences: bool = False


@cache
def jisx0208() -> frozenset[str]:
    """The 6,879 characters of JIS X 0208, from the two-byte part of the codec ``euc_jp``."""
    cells = (bytes((row, cell)) for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF))
    return frozenset(char for char in (pair.decode("euc_jp", "replace") for pair in cells) if len(char) == 1 and char != "\ufffd")


@cache
def joyo() -> frozenset[str]:
    """The 2,136 kanji of 常用漢字表 (2010)."""
    return frozenset(Path(__file__).with_name("joyo.txt").read_text(encoding="utf-8").strip())


def _in_0213(char: str) -> bool:
    return char in jisx0213() or char in ASCII or char in MAPPING_VARIANTS or char in NAMED_LATIN


PROFILES = {
    profile.name: profile
    for profile in (
        Profile("ascii", Text("半角の英数字・記号（ASCII）", "printable ASCII"), lambda char: char in ASCII),
        Profile("kana", Text("全角カタカナ", "full-width katakana"), lambda char: _KANA.match(char) is not None),
        Profile("jisx0208", Text("JIS X 0208", "JIS X 0208"), lambda char: char in jisx0208() or char in ASCII),
        Profile("jisx0213", Text("JIS X 0213", "JIS X 0213"), _in_0213),
        Profile(
            "jisx0213-portable",
            Text("JIS X 0213（機種依存文字を除く）", "JIS X 0213 without environment-dependent characters"),
            lambda char: _in_0213(char) and class_of(char) not in {"environment", "half_kana"},
        ),
        Profile(
            "mj",
            Text("文字情報基盤（登録された異体字を含む）", "the MJ repertoire with its registered variants"),
            lambda char: _in_0213(char) or _IDEOGRAPH.match(char) is not None,
            sequences=True,
        ),
        Profile(
            "joyo",
            Text("常用漢字", "joyo kanji"),
            lambda char: char in joyo() or (_KANJI.match(char) is None and _in_0213(char)),
        ),
    )
}


def outside(profile: str, text: str) -> tuple[str, ...]:
    """The distinct characters of a text that the profile does not have, in order of appearance; KeyError for an unknown profile.

    >>> outside("joyo", "渡邉さん"), outside("mj", "渡邊\U000e010c"), outside("jisx0208", "俠客")
    (('邉',), (), ('俠',))
    """
    chosen = PROFILES[profile]
    rest = without_registered(text) if chosen.sequences else text
    if profile.startswith("jisx0213") or profile == "mj":
        rest = without_sequences(rest)
    return tuple(dict.fromkeys(char for char in rest if not chosen.has(char)))


OUTSIDE_PROFILE = warning("CHAR-001", scope="column", about="truth").says(
    ("項目に定められた文字の範囲の外", "Outside the repertoire of the item"),
    (
        "「{value}」に、この項目の文字の範囲（{expected}）にない文字があります：{found}。",
        'Characters outside the repertoire of this item ({expected}) in "{value}": {found}.',
    ),
    good=("渡辺",),
    bad=("渡\ue000",),
)
JOYO = info(
    "GIF-CHAR-029",
    Clause("DS-461", "§2.2 4)"),
    look=lambda value: {"found": "、".join(found)} if (found := outside("joyo", value)) else None,
    scope="column",
).says(
    ("公開文書は常用漢字を使い、他は読みを付ける", "Public text keeps to joyo kanji, others with reading"),
    (
        "「{value}」に常用漢字でない漢字があります：{found}。公開する文書では読みを添えます。",
        'Kanji other than joyo kanji in "{value}": {found}. Public texts add their readings.',
    ),
    good=("渡辺さん",),
    bad=("渡邉さん", "輻輳"),
)
