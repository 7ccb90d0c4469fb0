"""Prefecture (都道府県): one of the 47 names in full. GIF DS-442 §1.1, DS-468-1 §2.3 7)."""

from __future__ import annotations

from ...catalogue.rows import warning
from ...catalogue.rule import Clause
from ...codelists import codes
from ..part import kind
from ..placeholder import NULL_WORDS, unless

NAMES = tuple(codes("prefectures").values())
_ONE = f"({'|'.join(NAMES)})"


def suggest(value: str) -> str | None:
    """The full name for one without 都道府県, or with spaces in it.

    >>> suggest("東京"), suggest("京都"), suggest("神　奈川")
    ('東京都', '京都府', '神奈川県')
    """
    text = value.replace(" ", "").replace("　", "")
    meant = [name for name in NAMES if text in {name, name[:-1]}]
    return meant[0] if len(meant) == 1 else None


FULL_NAME = warning("GIF-ADDR-034", Clause("DS-468-1", "§2.3 7)"), look=unless(_ONE)).says(
    ("都道府県名は「都道府県」まで書く", "Prefecture name in full"),
    (
        "「{value}」は47都道府県の名称ではありません。「都」「道」「府」「県」まで書きます。",
        '"{value}" is none of the 47 prefectures. Write the full name with 都, 道, 府 or 県.',
    ),
    good=("東京都", "北海道"),
    bad=("東京", "Tokyo", "神奈川"),
)

PART = kind("prefecture", clean=_ONE, suggest=suggest).says(
    ("都道府県", "prefecture"),
    ("47都道府県の名称", "one of the 47 names in full"),
    checks=(FULL_NAME, NULL_WORDS),
    examples=("東京都", "北海道"),
)
