"""Telephone area codes (市外局番), from codelists/telephone-area-codes.csv: where the area code of a number ends."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from . import rows

LIST = "telephone-area-codes"
_FEWEST, _MOST = 2, 7


@cache
def _areas() -> Mapping[str, str]:
    """First digits of a number, with the 0 → its area code."""
    return {row["code"]: row["area_code"] for row in rows(LIST)}


def area_code(digits: str) -> str | None:
    """The area code of a fixed number, given all its digits with the 0; None where no area code begins like this.

    >>> area_code("0422531311"), area_code("0425221111"), area_code("0312345678"), area_code("0101234567")
    ('0422', '042', '03', None)
    """
    areas = _areas()
    for length in range(_FEWEST, _MOST + 1):
        if found := areas.get(digits[:length]):
            return found
    return None
