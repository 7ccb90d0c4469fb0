"""How a check says what it saw (気付き): a finding of one rule, with the rule of the Ministry that asks for the same."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..catalogue.finding import NOWHERE, Finding, Place
from ..catalogue.report import Findings
from ..catalogue.rule import FIRES, Rule, Severity
from ..catalogue.text import Text
from .criterion import Kind
from .unified import TWINS


@dataclass(slots=True)
class Seen:
    """Collects what the checks of one file say: findings, and for each rule the gravest of them.

    ``fatal`` are rules that were broken in a way that takes all points, whatever their weight.
    """

    kind: Kind
    findings: Findings
    gravest: dict[str, Severity] = field(default_factory=dict)
    fatal: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    """Rules that had something to look at, of those that not every file has (areas, times, numbers)."""

    def say(
        self,
        rule: Rule,
        severity: Severity | None = None,
        *,
        value: str | None = None,
        place: Place = NOWHERE,
        column: str | None = None,
        alone: bool = False,
        found: str | Text | None = None,
    ) -> None:
        """Takes a finding; with ``alone`` it speaks for this rule only, not for its twin. ``found`` fills the message."""
        grave = rule.severity if severity is None else min(severity, rule.severity)
        other = None if alone else TWINS.get(rule.id)
        for each in (rule, other):
            if each is not None:
                self.gravest[each.id] = max(grave, self.gravest.get(each.id, grave))
        also = (other.id,) if other else ()
        self.findings.add(Finding(rule, grave, value, FIRES if found is None else {"found": found}, place, column, column, None, also))
