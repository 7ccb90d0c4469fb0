"""Regular expressions of written forms that several parts use, in the subset that five engines share."""

from __future__ import annotations

# Digits are written out instead of counted where alternatives begin alike: libxml2 loses count there and accepts 00001.
_YEAR = "([0-9][0-9][0-9][1-9]|[0-9][0-9][1-9][0-9]|[0-9][1-9][0-9][0-9]|[1-9][0-9][0-9][0-9])"
_MONTH_DAY = "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
_LEAP_YEAR = "([0-9][0-9](0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)"

DATE = f"({_YEAR}-{_MONTH_DAY}|{_LEAP_YEAR}-02-29)"
"""YYYY-MM-DD, a day of the Gregorian calendar from 0001 to 9999 (leap years exactly)."""
MONTH_DAY = f"({_MONTH_DAY}|02-29)"
"""MM-DD, a day that some year has."""
MONTH = "(0[1-9]|1[0-2])"
CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"
"""HH:MM from 00:00 to 23:59."""
TIME = rf"{CLOCK}(:[0-5][0-9](\.[0-9]{{1,}}){{0,1}}){{0,1}}"
"""HH:MM, HH:MM:SS or HH:MM:SS.s."""

OFFSET = "(Z|[+\\-]([01][0-9]|2[0-3]):[0-5][0-9])"
"""Z or an offset from UTC in hours and minutes."""


def some_of(items: tuple[str, ...], between: str = "") -> str:
    """At least one of the items, in their order, each at most once; ``between`` stands between two of them.

    >>> some_of(("a", "b"))
    '(a(b){0,1}|b)'
    """
    chains = []
    for start in range(len(items)):
        rest = "".join(f"({between}{item}){{0,1}}" for item in items[start + 1 :])
        chains.append(items[start] + rest)
    return "(" + "|".join(chains) + ")"
