"""A finding: one fault at one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .rule import FIRES, Clause, Details, Rule, Severity
from .text import Lang, Text, readable, show


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is. Numbers count from 1; what does not apply is None.

    ``record``: data record · ``line``: physical line · ``column``: column number (CSV, xlsx) or character (JSON, XML) ·
    ``cell``: A1 reference · ``sheet``: worksheet · ``pointer``: JSON pointer · ``node``: RDF focus node.
    """

    record: int | None = None
    line: int | None = None
    column: int | None = None
    cell: str | None = None
    sheet: str | None = None
    pointer: str | None = None
    node: str | None = None


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Fault:
    """What a part says of a value: the most specific rule that fires, the others, and what to write instead."""

    rule: Rule
    severity: Severity
    details: Details = field(default_factory=dict)
    also: tuple[str, ...] = ()
    suggestion: str | None = None
    breaks: Rule | None = None
    """The rule whose level fails, where it is one of those in ``also``."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place, as it is reported."""

    rule: Rule
    severity: Severity
    value: str | None = None
    details: Details = field(default_factory=dict)
    place: Place = NOWHERE
    field: str | None = None
    path: str | None = None
    level: str | None = None
    also: tuple[str, ...] = ()
    suggestion: str | None = None
    breaks: Rule | None = None
    """The rule whose level fails, where it is one of those in ``also``."""
    dataset_clause: Clause | None = None
    """Where the standard applied or the format of the file says so, for the rules that rest on it."""

    @property
    def clause(self) -> Clause:
        """The clause that is broken."""
        return self.dataset_clause or self.rule.clause

    @property
    def shown(self) -> str | None:
        """The value as a report may give it: never that of a private rule."""
        return None if self.rule.private else self.value

    def message(self, lang: Lang) -> str:
        """What was found, what is expected, an example."""
        return message(self.rule, self.shown, self.details, lang)

    def as_dict(self, *, placed: bool = True) -> dict[str, Any]:
        """The finding as the JSON contract writes it; without its place for `values`."""
        place = self.place
        shown: dict[str, Any] = {
            "rule": self.rule.id,
            "severity": self.severity.label,
            "clause": self.clause.as_dict(),
        }
        if placed:
            shown |= {"field": self.field and readable(self.field), "path": self.path and readable(self.path)}
        shown["value"] = None if self.shown is None else readable(self.shown)
        if placed:
            shown |= {
                "record": place.record,
                "line": place.line,
                "column": place.column,
                "cell": place.cell,
                "sheet": place.sheet,
                "pointer": place.pointer,
                "node": place.node,
            }
        return shown | {
            "level": self.level,
            "also": list(self.also),
            "message": {"ja": self.message("ja"), "en": self.message("en")},
            "suggestion": self.suggestion,
        }


def message(rule: Rule, value: str | None, details: Details, lang: Lang) -> str:
    """The rule's message with its placeholders filled, the hint and the example (that of the details, if there is one)."""
    filled: Mapping[str, str] = {
        key: detail.pick(lang) if isinstance(detail, Text) else show(detail) for key, detail in {"value": value or "", **details}.items()
    }
    said = [rule.message.pick(lang).format_map(filled).rstrip()]
    if filled.get("hint"):
        said.append(filled["hint"])
    example = filled.get("example", next(examples_of(rule), ""))
    if example and rule.scope == "value" and example != value:
        said.append(f"例：{show(example)}" if lang == "ja" else f"Example: {show(example)}")
    return ("" if lang == "ja" else " ").join(said)


def examples_of(rule: Rule) -> Iterator[str]:
    """The right values that a message may show."""
    return (good for good in rule.good if isinstance(good, str) and good and "\n" not in good)


def of_fault(fault: Fault, value: str) -> Finding:
    """A finding without a place, from what a part said."""
    return Finding(
        fault.rule,
        fault.severity,
        value=value,
        details=fault.details or FIRES,
        level=fault.rule.level,
        also=fault.also,
        suggestion=fault.suggestion,
    )
