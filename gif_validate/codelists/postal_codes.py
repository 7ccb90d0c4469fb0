"""Postal codes in use, each with its prefecture, from codelists/postal-codes.csv; unpacked when they are first asked for."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator, Mapping
from functools import cache

from . import rows

LIST = "postal-codes"


def unpacked(text: str) -> list[int]:
    """The sorted numbers of one line, as .ci/build_postal_codes.py packs them."""
    return list(_numbers(zlib.decompress(base64.b85decode(text))))


def _numbers(stream: bytes) -> Iterator[int]:
    last = step = shift = 0
    for byte in stream:
        step |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            last += step
            yield last
            step = shift = 0


@cache
def _prefectures() -> Mapping[str, tuple[str, ...]]:
    """Code → the prefectures that it belongs to; nearly always one."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows(LIST):
        # One tuple for all the codes of a prefecture keeps the table small.
        alone = (row["name_ja"],)
        for number in unpacked(row["codes"]):
            code = f"{number:07}"
            found[code] = found[code] + alone if code in found else alone
    return found


@cache
def _districts() -> frozenset[str]:
    return frozenset(code[:3] for code in _prefectures())


def prefectures_of(code: str) -> tuple[str, ...]:
    """The prefectures of a code of seven digits; empty for a code that is not in the list."""
    return _prefectures().get(code, ())


def is_listed(code: str) -> bool:
    """True for the code of a place or an office in the list."""
    return code in _prefectures()


def is_district(three: str) -> bool:
    """True for the first three digits of some code in the list."""
    return three in _districts()
