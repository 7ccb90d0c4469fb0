"""Municipality in English (市区町村(郡)(英字)): Chiyoda-ku; Naka-ku, Yokohama-shi; Ishikari-gun, Tobetsu-cho. GIF DS-442 §4.2."""

from __future__ import annotations

import re

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, unless
from ..part import kind
from ..placeholder import NULL_WORDS
from ._latin_forms import MUNICIPALITY
from ._romaji import LETTERS, mended
from ._words import none_fires

_LONGEST = 200


def suggest(value: str) -> str | None:
    """The name with a capital and a small ending; Ward as -ku. City and Town say too little (-shi or -ku, -cho or -machi).

    >>> suggest("CHIYODA-KU"), suggest("chiyoda-ku"), suggest("Chiyoda-Ku"), suggest("Chiyoda Ward"), suggest("Ōta-ku")
    ('Chiyoda-ku', 'Chiyoda-ku', 'Chiyoda-ku', 'Chiyoda-ku', 'Ota-ku')
    """
    if len(value) > _LONGEST:
        return None
    text = re.sub("^([A-Za-z]+) [Ww]ard$", r"\1-ku", mended(value).strip())
    return re.sub("^([A-Za-z])([A-Za-z]*)-([A-Za-z]+)$", lambda name: f"{name[1].upper()}{name[2].lower()}-{name[3].lower()}", text)


WITH_ENDING = warning("GIF-ADEN-006", Clause("DS-442", "§4.2"), look=unless(MUNICIPALITY)).says(
    ("英語の市区町村名は -shi、-ku 等を付ける", "A municipality ends in -shi, -ku and so on"),
    (
        "「{value}」は市区町村の英語表記ではありません。先頭だけ大文字とし、-shi、-ku、-machi、-cho、-mura、-son を付けます。",
        '"{value}" is not how a municipality is written: a capital first, then small letters, and -shi, -ku, -machi, -cho, -mura or -son.',
    ),
    good=("Chiyoda-ku", "Naka-ku, Yokohama-shi", "Ishikari-gun Tobetsu-cho"),
    bad=("Chiyoda", "Chiyoda Ward", "Chiyoda City", "CHIYODA-KU", "chiyoda-ku", "Chiyoda-Ku"),
)

PART = kind("municipality_latin", clean=MUNICIPALITY, suggest=suggest, clean_too=lambda value: none_fires(LETTERS, value)).says(
    ("市区町村（郡）（英字）", "municipality in English"),
    ("Chiyoda-ku のように -shi、-ku 等を付けた名称", "the name with -shi, -ku and so on (Chiyoda-ku)"),
    checks=(*LETTERS, WITH_ENDING, NULL_WORDS),
    examples=("Chiyoda-ku", "Naka-ku, Yokohama-shi"),
)
