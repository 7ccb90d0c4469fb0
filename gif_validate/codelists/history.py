"""Codes by date: a code that was right when data was made is not wrong because it went later (``--as-of``).

Beside a code list may stand its history, ``NAME-history``: a line says what a code named, from when to when (both days included; an empty
day is open) and the codes that came after it. A code of the list without a line there is taken to have been there all along.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from ..catalogue.clock import day_of_judgement
from ..catalogue.text import Text
from . import CodeList, codelist, codes, rows_of

State = Literal["in_force", "abolished", "not_yet", "unknown"]
"""in_force on that day · abolished before · not_yet: comes later · unknown: in no list."""
HISTORY = "-history"
"""What the id of a history has behind that of its list."""
_NONE: Mapping[str, tuple[Span, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when a code named something (both days included; None is open), and the codes that came after it."""

    code: str
    name: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    successors: tuple[str, ...]

    def covers(self, day: datetime.date) -> bool:
        """True where the day lies within."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def history(name: str) -> Mapping[str, tuple[Span, ...]]:
    """Code → its spans in the order of time, of a code list; empty where the list has no history."""
    try:
        return _history(codelist(name + HISTORY))
    except KeyError:
        return _NONE


@cache
def _history(described: CodeList) -> Mapping[str, tuple[Span, ...]]:
    found: dict[str, list[Span]] = {}
    for row in rows_of(described):
        after = tuple(row["successors"].split(";")) if row["successors"] else ()
        span = Span(row["code"], row["name_ja"], _day(row["valid_from"]), _day(row["valid_to"]), after)
        found.setdefault(span.code, []).append(span)
    return {code: tuple(sorted(spans, key=lambda span: span.valid_from or datetime.date.min)) for code, spans in found.items()}


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def state(name: str, code: str, day: datetime.date | None = None) -> State:
    """What a code of a list was on a day; by default on the day of `as_of`, or today.

    >>> day = datetime.date(2023, 4, 1)
    >>> [state("municipalities", code, day) for code in ("221317", "221384", "131016", "999997")]
    ['in_force', 'not_yet', 'in_force', 'unknown']
    """
    spans = history(name).get(code)
    if spans is None:
        return "in_force" if code in codes(name) else "unknown"
    day = day or day_of_judgement()
    if any(span.covers(day) for span in spans):
        return "in_force"
    return "abolished" if _last_before(spans, day) is not None else "not_yet"


def in_force(name: str, code: str, day: datetime.date | None = None) -> bool:
    """True where a code of a list was in force on a day; by default on the day of `as_of`, or today."""
    return state(name, code, day) == "in_force"


def all_in_force(name: str) -> frozenset[str]:
    """The codes of a list that are in force on the day of `as_of`, or today."""
    return frozenset(code for code in {**codes(name), **history(name)} if in_force(name, code))


def name_of(name: str, code: str) -> str | None:
    """What a code that is in force names, on the day of `as_of` or today; None for other codes."""
    spans = history(name).get(code)
    if spans is None:
        return codes(name).get(code)
    day = day_of_judgement()
    return next((span.name for span in spans if span.covers(day)), None)


def out_of_force(name: str, code: str, before: str = "") -> Text | None:
    """What to say of a code that is not in force, as the rest of a sentence; None for one that is, or that no list has.

    ``before`` stands before what the code named: the prefecture of a municipality.
    """
    found = state(name, code)
    if found in {"in_force", "unknown"}:
        return None
    spans = history(name)[code]
    last = _last_before(spans, day_of_judgement())
    if last is None:
        named, day = _named(code, before + spans[0].name), spans[0].valid_from
        return Text(f"{named.ja}は {day} からのコードです。", f"{named.en} is in force only from {day}.")
    named, day = _named(code, before + last.name), last.valid_to
    ja, en = f"{named.ja}は {day} までのコードです。", f"{named.en} was in force until {day}"
    new = [(each, _named(each, name_of(name, each) or "")) for each in successors(name, code)]
    if not new:
        return Text(ja, f"{en}.")
    listed = Text("、".join(each + named.ja for each, named in new), ", ".join(each + named.en for each, named in new))
    return Text(f"{ja}後継は {listed.ja}です。", f"{en}; it was succeeded by {listed.en}.")


def successors(name: str, code: str) -> tuple[str, ...]:
    """The codes that are in force in place of one that went, on the day of `as_of` or today, in the order of codes.

    >>> successors("municipalities", "112046"), successors("municipalities", "131016")
    (('111007',), ())
    """
    found: set[str] = set()
    seen = {code}
    todo = [code]
    while todo:
        last = _last_before(history(name).get(todo.pop(), ()), day_of_judgement())
        for each in last.successors if last else ():
            if in_force(name, each):
                found.add(each)
            elif each not in seen:
                seen.add(each)
                todo.append(each)
    return tuple(sorted(found))


def _named(code: str, label: str) -> Text:
    return Text(f"（{label}）", f" ({label})") if label and label != code else Text("", "")


def _last_before(spans: Sequence[Span], day: datetime.date) -> Span | None:
    return next((span for span in reversed(spans) if span.valid_to is not None and span.valid_to < day), None)
