"""Flag of residence indication (住居表示フラグ): 0 or 1. GIF DS-433, DS-438."""

from __future__ import annotations

from ...catalogue.rule import Clause, Rule, Severity, compiled
from ...catalogue.text import Text
from ...characters.widths import half
from ..part import Part
from ..placeholder import NULL_WORDS, unless

_LABELLED = "([01])(:(住居表示(実施|未実施|非実施)))?"


def suggest(value: str) -> str | None:
    """The digit alone.

    >>> suggest("1:住居表示実施"), suggest("０"), suggest("あり")
    ('1', '0', None)
    """
    found = compiled(_LABELLED).fullmatch(half(value).strip())
    return found[1] if found and (found[3] is None or (found[1] == "1") == (found[3] == "住居表示実施")) else None


FLAG = Rule(
    id="GIF-ADDR-039",
    title=Text("住居表示フラグは 0 か 1", "The flag of residence indication is 0 or 1"),
    severity=Severity.WARNING,
    clause=Clause("DS-433", "住居表示フラグ"),
    message=Text(
        "住居表示フラグ「{value}」は 0（実施していない）でも 1（実施）でもありません。",
        'The flag "{value}" is neither 0 (not in force) nor 1 (in force).',
    ),
    good=("1", "0"),
    bad=("1:住居表示実施", "１", "あり", "2"),
    look=unless("[01]"),
)

PART = Part(
    name="residence_flag",
    title=Text("住居表示フラグ", "flag of residence indication"),
    accepts=Text("0（実施していない）か 1（実施）", "0 (not in force) or 1 (in force)"),
    clean="[01]",
    valid=None,
    checks=(FLAG, NULL_WORDS),
    examples=("1", "0"),
    suggest=suggest,
)
