"""A rule of machine readability with its weight in the score, and what it means for each kind of file (採点の重み)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..catalogue.rule import Clause, Rule, Severity
from ..catalogue.text import Text

DA = "DA machine readability"
MIC = "MIC unified rules 2020"
Kind = Literal["csv", "xlsx", "xls", "other"]
"""other: what could not be read as a table."""
Weight = Literal["fatal", "critical", "major", "minor"]
"""fatal: the level scores 0 · the others cost points by `POINTS`."""
POINTS: Mapping[int, Mapping[Weight, int]] = {
    1: {"critical": 10, "major": 5, "minor": 2},
    2: {"critical": 40, "major": 30, "minor": 10},
    3: {"critical": 15, "major": 10, "minor": 5},
}
"""Points that a broken rule costs, by level and weight, of 100. Source: the published scoring table of the rules."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A rule in the score. ``csv`` and ``xlsx`` say what is looked at in such a file; None where the rule does not speak of it.

    ``open_on_info``: a remark leaves the rule undecided instead of kept.
    """

    rule: Rule
    level: int
    weight: Weight
    csv: Text | None
    xlsx: Text | None
    open_on_info: bool = False

    def meaning(self, kind: Kind) -> Text | None:
        """What the rule means for a file of this kind; a binary workbook (xls) shows only its values, other files only what they are."""
        if kind == "other":
            return self.csv if self.rule.id == "DA-L1-01" else None
        return self.xlsx if kind == "xlsx" else self.csv if kind == "csv" else self.xlsx and self.csv


def clause(section: str) -> Clause:
    """A section of the rules of the Digital Agency."""
    return Clause(DA, section)


def twin(name: str, title: Text, of: Rule, severity: Severity) -> Rule:
    """The rule of the Ministry that asks for the same as one of the Digital Agency."""
    section = name.removeprefix("MIC-")
    return Rule(
        id=name,
        title=title,
        severity=severity,
        clause=Clause(MIC, section),
        message=of.message,
        good=of.good,
        bad=of.bad,
        look=of.look,
        scope=of.scope,
    )
