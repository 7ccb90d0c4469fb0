"""A rule: one clause made testable, declared once with everything that is ever said about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Literal

from .documents import DOCUMENTS, Status
from .text import Text

Details = Mapping[str, str | Text]
"""What fills the placeholders of a rule's message, beside ``value``. ``hint`` is added to the end of the message."""

Value = str | Mapping[str, str]
"""One value, or several fields of a record where a rule compares them."""

Look = Callable[[str], Details | None]
"""Looks at a value: None when the rule does not fire, else the details (may be empty)."""

RecordLook = Callable[[Mapping[str, str]], Details | None]
"""The same for a rule that compares fields."""

FIRES: Details = {}


class Severity(IntEnum):
    """How grave a finding is. error: a must clause or a norm it cites · warning: should, plausibility · info: gaps, other forms."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name used in options and JSON: ``error``, ``warning``, ``info``."""
        return self.name.lower()

    @classmethod
    def named(cls, label: str) -> Severity:
        """The severity with this name; ValueError where there is none."""
        try:
            return cls[label.upper()]
        except KeyError as error:
            raise ValueError(f"not a severity: {label!r}") from error


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a rule stands: a key of `DOCUMENTS` and the section in it."""

    document: str
    section: str = ""

    @property
    def edition(self) -> str:
        """The edition of the document that was read."""
        return DOCUMENTS[self.document].edition

    @property
    def status(self) -> Status:
        """Whether the document is in force."""
        return DOCUMENTS[self.document].status

    def as_dict(self) -> dict[str, str]:
        """The clause as the JSON contract writes it."""
        return {"document": self.document, "section": self.section, "edition": self.edition, "status": self.status}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rule:
    """A testable clause.

    ``message`` is a template: ``{value}`` and the details that ``look`` returned. The first good example closes the message.
    ``level`` is the GIF level that the rule belongs to (DS-430 §4.1), None where it belongs to none. ``about`` is ``form`` for
    written forms (a dataset may prescribe its own) and ``truth`` for what no form can mend (impossible days, check digits).
    ``look`` or ``compare`` answers for one value or one record; a rule without both is decided on columns or files, or, where
    ``undecidable`` says why, by no program. ``private``: no report repeats the value (it is restricted by law).
    """

    id: str
    title: Text
    severity: Severity
    clause: Clause
    message: Text
    good: tuple[Value, ...]
    bad: tuple[Value, ...]
    look: Look | None = None
    compare: RecordLook | None = None
    level: Literal["LV1", "LV2"] | None = None
    about: Literal["form", "truth"] = "form"
    scope: Literal["value", "record", "column", "file"] = "value"
    undecidable: Text | None = None
    private: bool = False

    def __repr__(self) -> str:
        return f"Rule({self.id})"


@cache
def compiled(regex: str) -> re.Pattern[str]:
    """The compiled expression, made once."""
    return re.compile(regex)


@cache
def without_captures(regex: str) -> str:
    """The same expression with plain groups that capture nothing, for use inside an atomic group."""
    return re.sub(r"(\\.|\[(?:\\.|[^\]\\])*\])|\((?!\?)", lambda match: match[1] or "(?:", regex)


def when(regex: str, but_not: str | None = None) -> Look:
    """Fires where the whole value matches (and does not match ``but_not``)."""

    def look(value: str) -> Details | None:
        if compiled(regex).fullmatch(value) and not (but_not is not None and compiled(but_not).fullmatch(value)):
            return FIRES
        return None

    return look


def where(regex: str) -> Look:
    """Fires where a part of the value matches; the part is the detail ``found``."""

    def look(value: str) -> Details | None:
        found = compiled(regex).search(value)
        return {"found": found[0]} if found else None

    return look


def unless(regex: str) -> Look:
    """Fires where the value does not match as a whole."""
    return lambda value: None if compiled(regex).fullmatch(value) else FIRES
