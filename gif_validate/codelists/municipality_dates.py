"""Municipality codes by date (全国地方公共団体コード): a code that was right when data was made is not wrong because it went later.

``municipalities.csv`` has the codes of today, ``municipalities-history.csv`` those that came or went, as far as public data say when. A
code of today without a date there is taken to have been there all along.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Literal

from . import codes, rows

HISTORY = "municipalities-history"
State = Literal["known", "abolished", "not_yet", "unknown"]
"""known on that day · abolished before · not_yet: came later · unknown: in no list."""
_AS_OF: ContextVar[datetime.date | None] = ContextVar("as_of", default=None)


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when a code was in force (both included; None is open), what it named, and the codes that came after it."""

    name: str
    prefecture: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    successors: tuple[str, ...]


def state(code: str, day: datetime.date | None = None) -> State:
    """What a six-digit code was on a day; by default on the day of `as_of`, or today.

    >>> day = datetime.date(2023, 4, 1)
    >>> state("221317", day), state("221384", day), state("221317"), state("131016", day), state("999997", day)
    ('known', 'not_yet', 'abolished', 'known', 'unknown')
    """
    span = history().get(code)
    if span is None:
        return "known" if code in codes("municipalities") or code in codes("prefectures") else "unknown"
    day = day or _AS_OF.get()
    if day is None:
        return "known" if span.valid_to is None else "abolished"
    if span.valid_from is not None and day < span.valid_from:
        return "not_yet"
    return "abolished" if span.valid_to is not None and day > span.valid_to else "known"


def known_at(code: str, day: datetime.date | None = None) -> bool:
    """True where the code was in force on a day; by default on the day of `as_of`, or today."""
    return state(code, day) == "known"


@cache
def history() -> Mapping[str, Span]:
    """The codes whose beginning or end is known."""
    return {
        row["code"]: Span(
            row["name_ja"],
            row["prefecture"],
            _day(row["valid_from"]),
            _day(row["valid_to"]),
            tuple(row["successors"].split(";")) if row["successors"] else (),
        )
        for row in rows(HISTORY)
    }


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


@contextmanager
def as_of(day: datetime.date | None) -> Iterator[None]:
    """Within this, codes are judged by a day (``--as-of``) instead of today."""
    token = _AS_OF.set(day)
    try:
        yield
    finally:
        _AS_OF.reset(token)
