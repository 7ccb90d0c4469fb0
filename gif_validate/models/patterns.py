"""Mandatory patterns (必須パターン): which of them a record meets, and what it lacks for the others. GIF DS-430 §2.3, DS-438 note 1.

An item counts as given where it, or something below it, has a value. An item whose empty value says something (建物名等(方書) of a house
without a name) counts where it is there at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from ..record_rules.comparison import fold
from .model import Model

ABROAD = "MP07"
JAPAN = "JPN"


def is_abroad(record: Mapping[str, str], declared: str = "") -> bool:
    """True for an address outside Japan: declared as pattern 7, or with another country. Its ``domestic`` items are not judged.

    >>> is_abroad({"国/コード": "USA"}), is_abroad({"国/コード": "JPN"}), is_abroad({}), is_abroad({}, "MP07")
    (True, False, False, True)
    """
    country = record.get("国/コード", "").strip()
    return declared == ABROAD or country not in {"", JAPAN}


def given(model: Model, record: Mapping[str, str]) -> Set[str]:
    """The items of a class that a record has (paths → texts, with the names of the DMD)."""
    at_all = {item.name for item in model.fields if item.empty == "value"}
    first = {fold(path).partition("/")[0].partition("[")[0] for path, text in record.items() if text.strip()}
    there = {fold(path).partition("/")[0] for path in record}
    return first | (at_all & there)


def lacking(model: Model, record: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Pattern → the items that it requires and the record has not, in the order of the standard; empty where it is met."""
    found = given(model, record)
    return {pattern.id: tuple(name for name in pattern.required if name not in found) for pattern in model.patterns}


def best(model: Model, record: Mapping[str, str], declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The pattern to judge by, and what it lacks: the declared one, else the first that is met, else the one that lacks least.

    ``("", ())`` for a class without patterns. KeyError for a declared pattern that the class has not.
    """
    missing = lacking(model, record)
    if not missing:
        return "", ()
    name = declared or min(missing, key=lambda pattern: len(missing[pattern]))
    return name, missing[name]
