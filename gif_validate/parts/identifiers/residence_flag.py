"""Flag of residence indication (住居表示フラグ): 0 or 1. GIF DS-433, DS-438."""

from __future__ import annotations

from ...catalogue.rows import warning
from ...catalogue.rule import Clause, compiled
from ...characters.widths import half
from ..part import kind
from ..placeholder import NULL_WORDS, unless

_LABELLED = "([01])(:(住居表示(実施|未実施|非実施)))?"


def suggest(value: str) -> str | None:
    """The digit alone.

    >>> suggest("1:住居表示実施"), suggest("０"), suggest("あり")
    ('1', '0', None)
    """
    found = compiled(_LABELLED).fullmatch(half(value).strip())
    return found[1] if found and (found[3] is None or (found[1] == "1") == (found[3] == "住居表示実施")) else None


FLAG = warning("GIF-ADDR-039", Clause("DS-433", "住居表示フラグ"), look=unless("[01]")).says(
    ("住居表示フラグは 0 か 1", "The flag of residence indication is 0 or 1"),
    (
        "住居表示フラグ「{value}」は 0（実施していない）でも 1（実施）でもありません。",
        'The flag "{value}" is neither 0 (not in force) nor 1 (in force).',
    ),
    good=("1", "0"),
    bad=("1:住居表示実施", "１", "あり", "2"),
)

PART = kind("residence_flag", clean="[01]", suggest=suggest).says(
    ("住居表示フラグ", "flag of residence indication"),
    ("0（実施していない）か 1（実施）", "0 (not in force) or 1 (in force)"),
    checks=(FLAG, NULL_WORDS),
    examples=("1", "0"),
)
