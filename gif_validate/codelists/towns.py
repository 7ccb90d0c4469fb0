"""Names of towns (町域) in the postal data, from codelists/towns.csv; unpacked when they are first asked for.

A name is as the list has it: digits full width (晩生内第２), ケ for ヶ.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from functools import cache

from . import codes, rows

LIST = "towns"
WITH_NUMERALS = "towns-with-numerals"
_STEP = re.compile("([0-9])([^0-9]*)")


def unpacked(text: str) -> list[str]:
    """The sorted names of one line, as codelists/build/towns.py packs them: how many characters of the name before, then the rest."""
    return list(_names(zlib.decompress(base64.b85decode(text)).decode()))


def _names(steps: str) -> Iterator[str]:
    name = ""
    for shared, rest in _STEP.findall(steps):
        name = name[: int(shared)] + rest
        yield name


@cache
def towns() -> frozenset[str]:
    """All names of towns."""
    return frozenset(name for row in rows(LIST) for name in unpacked(row["names"]))


def towns_with_numerals() -> tuple[str, ...]:
    """The names in which a numeral could be taken for a block number: 八丁目, 麻布十番, 晩生内第２."""
    return tuple(codes(WITH_NUMERALS))
