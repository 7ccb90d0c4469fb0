"""The one clock: the day by which everything is judged that depends on a day.

Codes in force, days in the future, data that are overdue: whatever asks for today asks here, so that ``--as-of`` decides all of it and the
tests hold on any day. Nothing else in the package looks at the calendar of the machine (a test reads the sources for it).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from .text import Text

_AS_OF: ContextVar[datetime.date | None] = ContextVar("as_of", default=None)
_TODAY = Text("今日", "today")
_GIVEN = Text("基準日（--as-of）", "the day of --as-of")


@contextmanager
def as_of(day: datetime.date | None) -> Iterator[None]:
    """Within this, files are judged by a day (``--as-of``) instead of today; None asks the machine again."""
    token = _AS_OF.set(day)
    try:
        yield
    finally:
        _AS_OF.reset(token)


def day_of_judgement() -> datetime.date:
    """The day of `as_of`, or today."""
    return _AS_OF.get() or datetime.date.today()


def name_of_day() -> Text:
    """What messages call the `day_of_judgement`."""
    return _TODAY if _AS_OF.get() is None else _GIVEN
