"""Rules as rows: what each is (`error`, `warning`, `info`), then what it says. Only what differs from the usual is written.

>>> from gif_validate.catalogue.rule import unless
>>> row = error("FIELD-999", look=unless("[0-9]{1,3}")).says(
...     ("番号は3桁まで", "Numbers have three digits at most"),
...     ("番号「{value}」は3桁までの数字ではありません。", 'The number "{value}" is not of three digits at most.'),
...     good=("7", "123"),
...     bad=("1234",),
... )
>>> row, row.severity.label, row.clause.document, row.scope
(Rule(FIELD-999), 'error', 'gif-validate', 'value')
"""

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


def ours(section: str) -> Clause:
    """A clause of our own: the id of a rule, or the norm that it rests on outside the government's standards."""
    return Clause("gif-validate", section)


def _row(severity: Severity, name: str, clause: Clause | None, traits: Traits) -> Row:
    traits.setdefault("scope", "record" if "compare" in traits else "value")
    return Row(severity, name, clause or ours(name), traits)


def error(name: str, clause: Clause | None = None, **traits: Unpack[Traits]) -> Row:
    """A rule of errors; without a clause it is our own."""
    return _row(Severity.ERROR, name, clause, traits)


def warning(name: str, clause: Clause | None = None, **traits: Unpack[Traits]) -> Row:
    """A rule of warnings; without a clause it is our own."""
    return _row(Severity.WARNING, name, clause, traits)


def info(name: str, clause: Clause | None = None, **traits: Unpack[Traits]) -> Row:
    """A rule of remarks; without a clause it is our own."""
    return _row(Severity.INFO, name, clause, traits)
