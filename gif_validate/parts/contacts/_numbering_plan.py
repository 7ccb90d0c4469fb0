"""The Japanese telephone numbering plan (電気通信番号計画): to which range a number belongs, its count of digits, how it is grouped.

The ranges that are no area codes are asked first, those of four digits before those of three: 0800 is toll-free although 080 is mobile.
What does not fit the plan is a matter of plausibility; the standards of the data say nothing of it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from ...catalogue.text import Text
from ...codelists.area_codes import area_code

_FIXED_DIGITS = 10
_CARRIERS = re.compile("00(?:37|66|77|78|88)[0-9]{4,12}")
"""Services reached over a carrier's own number (00XY); how many digits they have is the carrier's matter."""


class Range(NamedTuple):
    """A range of numbers that have no area code: how its numbers are grouped, and what they are."""

    groups: tuple[int, ...]
    name: Text

    @property
    def digits(self) -> int:
        """How many digits its numbers have."""
        return sum(self.groups)


_SERVICE, _MOBILE = Text("の番号", " number"), Text("（携帯電話）の番号", " (mobile) number")
RANGES = {
    "0120": Range((4, 6), Text("（着信課金）の番号", " (toll-free) number")),
    "0800": Range((4, 3, 4), Text("（着信課金）の番号", " (toll-free) number")),
    "0600": Range((4, 3, 4), Text("（FMC）の番号", " (fixed-mobile) number")),
    "0570": Range((4, 3, 3), Text("（ナビダイヤル等）の番号", " (unified) number")),
    "0170": Range((4, 3, 3), _SERVICE),
    "0180": Range((4, 2, 4), _SERVICE),
    "0910": Range((4, 3, 3), _SERVICE),
    "0990": Range((4, 3, 3), _SERVICE),
    "0200": Range((4, 5, 5), Text("（データ伝送）の番号", " (data) number")),
    "020": Range((3, 4, 4), Text("（データ伝送等）の番号", " (data) number")),
    "050": Range((3, 4, 4), Text("（IP 電話）の番号", " (IP telephone) number")),
    "060": Range((3, 4, 4), _MOBILE),
    "070": Range((3, 4, 4), _MOBILE),
    "080": Range((3, 4, 4), _MOBILE),
    "090": Range((3, 4, 4), _MOBILE),
}
"""First digits → range."""


@cache
def start_of(beginning: str) -> str | None:
    """The first digits that name the range of a number, given four digits of it; None where it is a fixed number.

    >>> start_of("0800"), start_of("0801"), start_of("0352")
    ('0800', '080', None)
    """
    return next((start for start in (beginning[:4], beginning[:3]) if start in RANGES), None)


def grouped(digits: str) -> str | None:
    """The number with hyphens where the plan has them; None where it does not fit the plan.

    >>> grouped("08001234567"), grouped("09012345678"), grouped("0422531311"), grouped("0101234567")
    ('0800-123-4567', '090-1234-5678', '0422-53-1311', None)
    """
    start = start_of(digits[:4])
    if start is None:
        area = area_code(digits) if len(digits) == _FIXED_DIGITS else None
        return f"{area}-{digits[len(area) : -4]}-{digits[-4:]}" if area else None
    if len(digits) != RANGES[start].digits:
        return None
    ends = [0, *accumulate(RANGES[start].groups)]
    return "-".join(digits[begin:end] for begin, end in pairwise(ends))


def doubt(number: str, usual: re.Pattern[str]) -> Text | None:
    """What does not fit the plan in a number with hyphens or parentheses; ``usual`` accepts the groupings that nobody doubts."""
    digits = re.sub("[^0-9]", "", number)
    start = start_of(digits[:4])
    if _CARRIERS.fullmatch(digits) and usual.fullmatch(number):
        return None
    found = _doubt_of_fixed(number, digits) if start is None else _doubt_of_range(digits, start)
    begins_well = start is None or number.startswith((f"{start}-", f"({start})"))
    return found or (None if begins_well and usual.fullmatch(number) else _grouping(digits))


def _doubt_of_range(digits: str, start: str) -> Text | None:
    right = RANGES[start]
    if len(digits) != right.digits:
        return Text(
            f"は {start}{right.name.ja}ですが、{len(digits)}桁です（正しくは{right.digits}桁）。",
            f" is a {start}{right.name.en} of {len(digits)} digits; such numbers have {right.digits}.",
        )
    rest = digits[len(start) :]
    if not rest.strip("0"):
        return Text("は 0 が並んでいるだけで、実在する番号ではありません。", " holds nothing but zeros; no such number is in use.")
    # The plan leaves the next digit 0 out: 0600 and 0800 are ranges of their own.
    if len(start) == 3 and start != "020" and rest.startswith("0"):
        return Text(f"のように {start}0 で始まる番号はありません。", f" begins with {start}0, which no number does.")
    return None


_AREA_WRITTEN = re.compile(r"\((0[0-9]{1,4})\)|(0[0-9]{1,4})-(?:[0-9]{1,4}-[0-9]{4}|[0-9]{6})")


def _doubt_of_fixed(number: str, digits: str) -> Text | None:
    if len(digits) != _FIXED_DIGITS:
        return Text(
            f"は{len(digits)}桁です（固定電話は10桁、携帯電話・IP 電話は11桁）。",
            f" has {len(digits)} digits (fixed numbers have 10, mobile and IP numbers 11).",
        )
    area = area_code(digits)
    if area is None:
        return Text(
            f"の市外局番は実在しません（{digits[:5]}…で始まる市外局番はありません）。",
            f" begins with {digits[:5]}, which no area code does.",
        )
    # Six digits and four: area code and exchange are written as one, so that it cannot be told where the one ends.
    match = _AREA_WRITTEN.match(number)
    written = match and (match[1] or match[2])
    if written is not None and written != area:
        right = grouped(digits)
        return Text(f"の市外局番は {written} ではなく {area} です（{right}）。", f" has the area code {area}, not {written} ({right}).")
    if digits[len(area)] in "01":
        exchange = digits[len(area) : -4]
        return Text(
            f"の市内局番 {exchange} は {exchange[0]} で始まっています（市内局番は 2〜9 で始まります）。",
            f" has the exchange {exchange}, which begins with {exchange[0]}; exchanges begin with 2 to 9.",
        )
    return None


def _grouping(digits: str) -> Text:
    right = grouped(digits)
    return Text(f"の区切りの位置が違います（{right}）。", f" is grouped in another way than {right}.")
