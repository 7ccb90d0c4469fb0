"""``gif-validate values``: answers for single values, one JSON line each."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import click

from ..catalogue.finding import Finding, of_fault
from ..catalogue.report import safe_json
from ..catalogue.rule import Rule, Severity
from ..catalogue.text import Text
from . import options
from .help import Command
from .language import say
from .reference import as_of_option

_UNKNOWN = Text("この id の規則はありません", "there is no rule of this id")
_PLANNED = Text("この版ではまだ検査しません", "not checked by this version yet")
_SCOPE = Text(
    "一つの値ではなく、レコード・列・ファイルについての規則です",
    "a rule about records, columns or files, not about one value",
)
_SHAPE = Text(
    "この規則は値の形（文字列か、項目の組）が違います",
    "this rule asks for another shape of value (a text, or several fields)",
)


def command() -> click.Command:
    """The command with its help in the language of this run."""

    @click.command(
        "values",
        cls=Command,
        short_help=say("値を一つずつ判定する（JSON Lines）", "judge single values (JSON Lines)"),
        help=say(
            "標準入力の JSON Lines を一行ずつ判定します。part（値の種類）または rule（規則の id）と value を書きます。"
            "判定できないときは valid が null になり、reason に理由が入ります。",
            "Judges JSON Lines from standard input, one answer a line. Give part (a kind of value) or rule (an id) and value. "
            "Where no program can decide, valid is null and reason says why.",
        ),
        epilog=say(
            '例：echo \'{"part": "date", "value": "平成29年9月1日"}\' | gif-validate values',
            'Example: echo \'{"part": "date", "value": "2017-9-1"}\' | gif-validate values',
        ),
    )
    @options.lang()
    @as_of_option()
    def values() -> int:
        wrong = False
        for line in sys.stdin.buffer:
            if line.strip():
                answer = _answer(line)
                wrong = wrong or "error" in answer
                options.put(safe_json(answer) + "\n", None)
        return 2 if wrong else 0

    return values


def _answer(line: bytes) -> dict[str, Any]:
    """The object that was asked, with its answer; ``error`` where the line is no question."""
    try:
        asked = json.loads(line.decode("utf-8-sig"))
    except ValueError:
        return {"error": _both(Text("JSON ではありません", "not JSON"))}
    if not isinstance(asked, dict) or "value" not in asked or ("part" in asked) == ("rule" in asked):
        problem = Text("part か rule の一方と value が要ります", "give value and either part or rule")
        return (asked if isinstance(asked, dict) else {}) | {"error": _both(problem)}
    return asked | (_of_part(asked["part"], asked["value"]) if "part" in asked else _of_rule(asked["rule"], asked["value"]))


def _of_part(name: str, value: Any) -> dict[str, Any]:
    from ..parts import part

    try:
        found = part(name)
    except (KeyError, TypeError):
        return {"error": _both(Text(f"「{name}」という値の種類はありません", f"there is no kind of value {name!r}"))}
    if not isinstance(value, str):
        return _undecided(_SHAPE)
    fault = found.explain(value)
    findings = [] if fault is None else [of_fault(fault, value)]
    valid = not any(finding.severity is Severity.ERROR for finding in findings)
    return _decided(valid, findings, fault.suggestion if fault else None)


def _of_rule(name: str, value: Any) -> dict[str, Any]:
    from ..catalogue.discovery import declared
    from ..catalogue.table import entries, resolve

    try:
        ids = resolve(name)
    except (KeyError, TypeError):
        return {"error": _both(_UNKNOWN)}
    answers = [_of_declared(declared()[one], value) if one in declared() else _undecided(entries()[one].reason or _PLANNED) for one in ids]
    firing = [answer for answer in answers if answer["valid"] is False]
    undecided = [answer for answer in answers if answer["valid"] is None]
    return (firing or undecided or answers)[0]


def _of_declared(rule: Rule, value: Any) -> dict[str, Any]:
    if rule.undecidable is not None:
        return _undecided(rule.undecidable)
    if isinstance(value, str) and rule.look is not None:
        details = rule.look(value)
    elif isinstance(value, Mapping) and rule.compare is not None:
        details = rule.compare({str(key): str(each) for key, each in value.items()})
    else:
        return _undecided(_SHAPE if rule.look or rule.compare else _SCOPE)
    if details is None:
        unread = _unread(rule, value) if isinstance(value, Mapping) else None
        return _undecided(unread) if unread else _decided(True, [], None)
    shown = value if isinstance(value, str) else None
    finding = Finding(rule, rule.severity, shown, details, level=rule.level, suggestion=_suggestion(rule, value))
    return _decided(False, [finding], finding.suggestion)


def _unread(rule: Rule, value: Mapping[Any, Any]) -> Text | None:
    """Why a rule that does not fire has not decided: it read only some of its items, and does not know others that were given."""
    from ..engine.records.comparisons import items_of, reads
    from ..parts.addresses._items import items as names

    items = items_of(rule)
    known = Text(f"読む項目：{'、'.join(items)}", f"It reads: {', '.join(items)}")
    if not value:
        return Text(f"項目がありません。{known.ja}", f"There is no item. {known.en}")
    given = {str(key): next(iter(names({str(key): ""}))) for key in value}
    examples = [example for example in (*rule.good, *rule.bad) if isinstance(example, Mapping)]
    told = {key for example in examples for key in example}
    unknown = [key for key, usual in given.items() if key not in told and not reads(rule, key) and not reads(rule, usual)]
    shown = [example for example in examples if not given.keys().isdisjoint(example)]
    lacking = [item for item in _of_one_language(items, shown) if item not in given and item not in given.values()]
    if not unknown or not lacking:
        return None
    meant = {key: near for key in unknown if (near := _nearest(key, lacking))}
    ja, en = "、".join(unknown), ", ".join(unknown)
    why = Text(f"この規則は「{ja}」を読みません。", f"This rule does not read {en}. ")
    asked = Text(
        "".join(f"「{key}」は「{near}」のことですか。" for key, near in meant.items()),
        "".join(f"Is {near} meant by {key}? " for key, near in meant.items()),
    )
    return Text(why.ja + asked.ja + known.ja, why.en + asked.en + known.en)


def _of_one_language(items: Sequence[str], shown: Sequence[Mapping[str, str]]) -> list[str]:
    """The items of a rule without those that its examples only show under other names (code, 全国地方公共団体コード)."""
    return [item for item in items if any(item in example for example in shown)] or list(items)


def _nearest(key: str, items: Sequence[str]) -> str | None:
    """The item that a name seems to mean: one that begins with it or contains it, or is spelt nearly so."""
    near = [item for item in items if len(key) > 1 and (key.lower() in item.lower() or item.lower() in key.lower())]
    return next(iter(near or get_close_matches(key, items, n=1)), None)


def _suggestion(rule: Rule, value: Any) -> str | None:
    """The suggestion of the part whose rule this is."""
    from ..parts import names, part

    if not isinstance(value, str):
        return None
    return next((part(name).suggestion(value) for name in names() if rule in part(name).rules), None)


def _decided(valid: bool, findings: list[Finding], suggestion: str | None) -> dict[str, Any]:
    return {
        "valid": valid,
        "findings": [finding.as_dict(placed=False) for finding in findings],
        "suggestion": suggestion,
    }


def _undecided(reason: Text) -> dict[str, Any]:
    return {"valid": None, "reason": reason.as_dict(), "findings": [], "suggestion": None}


def _both(text: Text) -> dict[str, str]:
    return text.as_dict()
