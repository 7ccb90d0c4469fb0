"""Postal codes in use, each with its prefecture, from codelists/postal-codes.csv; unpacked when they are first asked for."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Mapping
from functools import cache
from itertools import accumulate

from . import rows

LIST = "postal-codes"
_CODE = re.compile("[0-9]{7}")
_STEP = re.compile(rb"[\x80-\xff]*[\x00-\x7f]", re.DOTALL)


def unpacked(text: str) -> list[int]:
    """The sorted numbers of one line, as codelists/build/postal_codes.py packs them: each step as groups of seven bits, low ones first."""
    steps = _STEP.findall(zlib.decompress(base64.b85decode(text)))
    return list(accumulate(step[0] if len(step) == 1 else _number(step) for step in steps))


def _number(groups: bytes) -> int:
    return sum((byte & 127) << 7 * place for place, byte in enumerate(groups))


@cache
def _prefectures() -> Mapping[int, tuple[str, ...]]:
    """Code → the prefectures that it belongs to; nearly always one."""
    found: dict[int, tuple[str, ...]] = {}
    for row in rows(LIST):
        numbers = unpacked(row["codes"])
        # One tuple for all the codes of a prefecture keeps the table small.
        alone = (row["name_ja"],)
        shared = {number: found[number] + alone for number in found.keys() & numbers}
        found.update(dict.fromkeys(numbers, alone))
        found.update(shared)
    return found


@cache
def _districts() -> frozenset[int]:
    return frozenset(number // 10_000 for number in _prefectures())


def prefectures_of(code: str) -> tuple[str, ...]:
    """The prefectures of a code of seven digits; empty for a code that is not in the list."""
    return _prefectures().get(int(code), ()) if _CODE.fullmatch(code) else ()


def is_listed(code: str) -> bool:
    """True for the code of a place or an office in the list."""
    return bool(prefectures_of(code))


def is_district(three: str) -> bool:
    """True for the first three digits of some code in the list."""
    return int(three) in _districts()
