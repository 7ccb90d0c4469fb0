"""Prefecture in English (都道府県(英字)): the bare name, Tokyo, Hokkaido. GIF DS-442 §4.2."""

from __future__ import annotations

import re

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, unless
from ..part import kind
from ..placeholder import NULL_WORDS
from ._latin_forms import PREFECTURE, PREFECTURES
from ._romaji import LETTERS, mended

_ENDING = re.compile(r"(-(to|fu|ken|do)| ?-?(prefecture|pref\.?|metropolis))$")


def _key(name: str) -> str:
    """A name without what spellings differ in: case, hyphens, long vowels."""
    return re.sub("ou|oo|oh(?![aiueo])", "o", name.lower().replace("-", "").replace(" ", ""))


def suggest(value: str) -> str | None:
    """The bare name for one with its kind, in capitals, or with long vowels written out.

    >>> suggest("Tokyo-to"), suggest("Ōsaka Prefecture"), suggest("TOUKYOU"), suggest("Hokkai-do"), suggest("Gumma"), suggest("Edo")
    ('Tokyo', 'Osaka', 'Tokyo', 'Hokkaido', 'Gunma', None)
    """
    text = mended(value).strip().lower()
    keys = {_key(text), _key(_ENDING.sub("", text))}
    meant = [name for name in PREFECTURES if _key(name) in keys]
    return meant[0] if len(meant) == 1 else None


BARE_NAME = warning("GIF-ADEN-007", Clause("DS-442", "§4.2"), look=unless(PREFECTURE)).says(
    ("英語の都府県名に -to、-fu、-ken を付けない", "A prefecture has no -to, -fu or -ken"),
    (
        "「{value}」は都道府県の英語名ではありません。-to、-fu、-ken、Prefecture を付けずに書きます（Hokkaido はそのまま）。",
        '"{value}" is no English name of a prefecture. Write it without -to, -fu, -ken or Prefecture (Hokkaido in full).',
    ),
    good=("Tokyo", "Kanagawa", "Hokkaido"),
    bad=("Tokyo-to", "Kanagawa-ken", "Osaka-fu", "Tokyo Prefecture", "Hokkai", "TOKYO"),
)

PART = kind("prefecture_latin", clean=PREFECTURE, suggest=suggest).says(
    ("都道府県（英字）", "prefecture in English"),
    ("47都道府県の英語名（Tokyo、Hokkaido）", "one of the 47 names (Tokyo, Hokkaido)"),
    checks=(*LETTERS, BARE_NAME, NULL_WORDS),
    examples=("Tokyo", "Hokkaido"),
)
