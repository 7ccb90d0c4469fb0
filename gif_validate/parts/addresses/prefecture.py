"""Prefecture (都道府県): one of the 47 names in full. GIF DS-442 §1.1, DS-468-1 §2.3 7)."""

from __future__ import annotations

from ...catalogue.rule import Clause, Rule, Severity
from ...catalogue.text import Text
from ...codelists import codes
from ..part import Part
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


FULL_NAME = Rule(
    id="GIF-ADDR-034",
    title=Text("都道府県名は「都道府県」まで書く", "Prefecture name in full"),
    severity=Severity.WARNING,
    clause=Clause("DS-468-1", "§2.3 7)"),
    message=Text(
        "「{value}」は47都道府県の名称ではありません。「都」「道」「府」「県」まで書きます。",
        '"{value}" is none of the 47 prefectures. Write the full name with 都, 道, 府 or 県.',
    ),
    good=("東京都", "北海道"),
    bad=("東京", "Tokyo", "神奈川"),
    look=unless(_ONE),
)

PART = Part(
    name="prefecture",
    title=Text("都道府県", "prefecture"),
    accepts=Text("47都道府県の名称", "one of the 47 names in full"),
    clean=_ONE,
    valid=None,
    checks=(FULL_NAME, NULL_WORDS),
    examples=("東京都", "北海道"),
    suggest=suggest,
)
