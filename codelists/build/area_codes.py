"""Writes codelists/telephone-area-codes.csv from the package ``phonenumbers`` (libphonenumber, Apache-2.0).

How a fixed number is grouped follows from its first digits: 0422 in front of 53, but 042 in front of 522. Each line gives the fewest digits
that settle the area code, the area code, and the place where the source knows one. Area codes in which no fixed number can be valid are
left out; whether an exchange is in use is not asked, since exchanges come and go. Run it with ``pip install .[codelists]``; the version of
phonenumbers becomes the version of the list in codelists/index.json.
"""

from __future__ import annotations

import csv
import importlib.metadata
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from phonenumbers.data.region_JP import PHONE_METADATA_JP
from phonenumbers.geodata import GEOCODE_DATA

CODELISTS = Path(__file__).parents[1]
# Without the leading 0 a fixed number has nine digits; no form looks at more than the first six.
LENGTH, LOOKED_AT = 9, 6
_FORMS = tuple(
    (re.compile(form.pattern or ""), re.compile(form.leading_digits_pattern[-1]))
    for form in PHONE_METADATA_JP.number_format
    if form.leading_digits_pattern
)
assert PHONE_METADATA_JP.fixed_line is not None
_FIXED = re.compile(PHONE_METADATA_JP.fixed_line.national_number_pattern or "")


@cache
def area_of(six: str) -> str:
    """The area code, without its 0, of the numbers that begin with six digits; empty where there is no form for them."""
    number = six + "0" * (LENGTH - LOOKED_AT)
    for form, leading in _FORMS:
        match = form.fullmatch(number)
        if match and leading.match(number):
            return str(match[1])
    return ""


def beginnings() -> Iterator[str]:
    """All six digits that a number can begin with."""
    return (f"{number:06}" for number in range(10**LOOKED_AT))


def areas_in_use() -> frozenset[str]:
    """The area codes in which a fixed number can be valid."""
    ends = ("000", "111", "222", "555", "999")
    return frozenset(area_of(six) for six in beginnings() if any(_FIXED.fullmatch(six + end) for end in ends))


def settled(start: str, areas: frozenset[str]) -> Iterator[tuple[str, str]]:
    """(digits, area code) below a beginning: as few digits as settle the area code."""
    fill = LOOKED_AT - len(start)
    below = {area_of(f"{start}{rest:0{fill}}" if fill else start) for rest in range(10**fill)}
    if len(below) == 1:
        (area,) = below
        if area in areas and len(start) >= len(area):
            yield start, area
            return
    if fill and below & areas:
        for digit in "0123456789":
            yield from settled(start + digit, areas)


def place(start: str, area: str) -> str:
    """What the source calls the place, in Japanese: of the digits, of the area code, or what all below it have in common."""
    for known in (start, area):
        if name := GEOCODE_DATA.get(f"81{known}", {}).get("ja"):
            return str(name)
    below = [names["ja"] for prefix, names in GEOCODE_DATA.items() if prefix.startswith(f"81{start}") and "ja" in names]
    first, last = (min(below), max(below)) if below else ("", "")
    return first[: next((at for at, char in enumerate(first) if last[at : at + 1] != char), len(first))]


def main() -> None:
    """Writes the list in the order of the digits."""
    areas = areas_in_use()
    with (CODELISTS / "telephone-area-codes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "area_code", "name_ja"))
        count = 0
        for start, area in (found for digit in "123456789" for found in settled(digit, areas)):
            writer.writerow((f"0{start}", f"0{area}", place(start, area)))
            count += 1
    print(len(areas), "area codes,", count, "lines, phonenumbers", importlib.metadata.version("phonenumbers"))


if __name__ == "__main__":
    main()
