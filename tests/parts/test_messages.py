"""What is said, word for word: every example of every rule of values, every typical wrong value, in both languages (tests/messages.json).

A change of words or of verdicts shows as a difference of that file. ``python -m tests.parts.test_messages`` writes it anew.
"""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Iterator
from typing import Any

import pytest

from gif_validate.catalogue.clock import as_of
from gif_validate.catalogue.discovery import declared
from gif_validate.catalogue.finding import message, of_fault
from gif_validate.catalogue.rule import Details, Rule, Value
from gif_validate.parts import Part, names, part
from tests.conftest import DATA

PINS = DATA / "messages.json"
DAY = datetime.date(2026, 12, 1)
"""The day by which the words were reviewed: what is said of codes in force and of the future depends on it."""


def said_by_rule(rule: Rule, value: Value) -> list[str] | None:
    """The rule's message in both languages, None where it does not fire."""
    with as_of(DAY):
        details = _asked(rule, value)
    if details is None:
        return None
    shown = value if isinstance(value, str) and not rule.private else None
    return [message(rule, shown, details, "ja"), message(rule, shown, details, "en")]


def _asked(rule: Rule, value: Value) -> Details | None:
    if isinstance(value, str):
        return rule.look(value) if rule.look else None
    return rule.compare(value) if rule.compare else None


def said_by_part(kind: Part, value: str) -> dict[str, Any] | None:
    """The finding of a kind of value."""
    with as_of(DAY):
        fault = kind.explain(value)
    if fault is None:
        return None
    found = of_fault(fault, value)
    return {
        "rule": fault.rule.id,
        "severity": fault.severity.label,
        "also": list(fault.also),
        "suggestion": fault.suggestion,
        "message": [found.message("ja"), found.message("en")],
    }


def _values(kind: Part) -> Iterator[str]:
    for rule in kind.rules:
        yield from (value for value in (*rule.good, *rule.bad) if isinstance(value, str))
    with (DATA / "wrong_values.csv").open(encoding="utf-8", newline="") as file:
        yield from (row["value"] for row in csv.DictReader(file) if row["part"] == kind.name)
    yield from (*kind.examples, "", "不明", "　", " 1", "１", "あ", "\u200b")


def of_rule(name: str) -> dict[str, Any]:
    """What a rule says of its own examples."""
    rule = declared()[name]
    return {json.dumps(value, ensure_ascii=False, sort_keys=True): said_by_rule(rule, value) for value in (*rule.good, *rule.bad)}


def of_part(name: str) -> dict[str, Any]:
    """What a kind of value says of the examples of its rules and of typical wrong values."""
    return {value: said_by_part(part(name), value) for value in dict.fromkeys(_values(part(name)))}


RULES = [rule.id for rule in declared().values() if rule.look or rule.compare]
PINNED = json.loads(PINS.read_text(encoding="utf-8")) if PINS.exists() else {"rules": {}, "parts": {}}


def test_everything_is_pinned() -> None:
    assert sorted(PINNED["rules"]) == sorted(RULES)
    assert sorted(PINNED["parts"]) == sorted(names())


@pytest.mark.parametrize("name", RULES)
def test_what_rules_say_is_what_was_reviewed(name: str) -> None:
    assert of_rule(name) == PINNED["rules"][name]


@pytest.mark.parametrize("name", names())
def test_what_parts_say_is_what_was_reviewed(name: str) -> None:
    assert of_part(name) == PINNED["parts"][name]


if __name__ == "__main__":
    said = {"rules": {name: of_rule(name) for name in RULES}, "parts": {name: of_part(name) for name in names()}}
    PINS.write_text(json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
