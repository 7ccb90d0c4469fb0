"""Rules as rows: what each is (`error`, `warning`, `info`), then what it says. Only what differs from the usual is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict, Unpack

from .rule import Clause, Look, RecordLook, Rule, Severity, Value
from .text import Text

Words = tuple[str, str]
"""Japanese, English."""


class Traits(TypedDict, total=False):
    """What few rules have; see `Rule`. ``scope`` goes without saying for a rule that compares a record, or looks at one value."""

    look: Look
    compare: RecordLook
    level: Literal["LV1", "LV2"]
    about: Literal["form", "truth"]
    scope: Literal["value", "record", "column", "file"]
    undecidable: Text
    private: bool


class Asked(TypedDict):
    """How a rule is asked of one value, and how of a record."""

    look: Look
    compare: RecordLook


@dataclass(frozen=True, slots=True)
class Row:
    """A rule still without words."""

    severity: Severity
    id: str
    clause: Clause
    traits: Traits

    def says(self, title: Words, message: Words, *, good: tuple[Value, ...], bad: tuple[Value, ...]) -> Rule:
        """The rule with its words and examples."""
        return Rule(self.id, Text(*title), self.severity, self.clause, Text(*message), good, bad, **self.traits)


def _row(severity: Severity, name: str, clause: Clause | None, traits: Traits) -> Row:
    traits.setdefault("scope", "record" if "compare" in traits else "value")
    return Row(severity, name, clause or Clause("gif-validate", name), traits)


def error(name: str, clause: Clause | None = None, **traits: Unpack[Traits]) -> Row:
    """A rule of errors; without a clause it is our own."""
    return _row(Severity.ERROR, name, clause, traits)


def warning(name: str, clause: Clause | None = None, **traits: Unpack[Traits]) -> Row:
    """A rule of warnings; without a clause it is our own."""
    return _row(Severity.WARNING, name, clause, traits)


def info(name: str, clause: Clause | None = None, **traits: Unpack[Traits]) -> Row:
    """A rule of remarks; without a clause it is our own."""
    return _row(Severity.INFO, name, clause, traits)
