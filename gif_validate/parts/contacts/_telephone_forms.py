"""The written forms of telephone numbers as expressions: those that no rule speaks of, and wider those that are no error. GIF DS-445.

The sentence of §1, half-width digits separated by half-width hyphens, is the rule; the printed patterns are samples. So digits and hyphens
are a number in form, however many there are and wherever the hyphens stand: the rest is plausibility.
"""

from __future__ import annotations

import re

from ...catalogue.rule import compiled
from ...catalogue.text import Text
from ._numbering_plan import doubt

_D = "[0-9]"
# Area codes by length with the leading 0; no prefix of mobile, IP or machine numbers (020, 050, 060 … 090), not 0120.
_A2 = f"0{_D}"
_A3 = "0([0-9][1-9]|[0134]0)"
_A4 = "(0([02-9][1-9]|1[13-9]|[0134]0)[0-9]|012[1-9])"
_FIXED = "|".join(
    (
        rf"(\({_A2}\)|{_A2}-){_D}{{4}}-{_D}{{4}}",
        rf"(\({_A3}\)|{_A3}-){_D}{{3}}-{_D}{{4}}",
        rf"(\({_A4}\)|{_A4}-){_D}{{2}}-{_D}{{4}}",
        rf"(\({_A4}{_D}\)|{_A4}{_D}-){_D}-{_D}{{4}}",
        f"{_A4}{_D}{{2}}-{_D}{{4}}",
        f"{_A4}-{_D}{{6}}",
    )
)
ELEVEN = rf"0(20|50|60|70|80|90)-{_D}{{4}}-{_D}{{4}}|0[68]00-({_D}{{3}}-{_D}{{4}}|{_D}{{7}})|\(050\){_D}{{4}}-{_D}{{4}}"
_SERVICE = "|".join(
    (
        f"0120-{_D}{{6}}",
        f"0(570|990|910|180|170)-({_D}{{3}}-{_D}{{3}}|{_D}{{2}}-{_D}{{4}}|{_D}{{6}})",
        f"0200-({_D}{{5}}-{_D}{{5}}|{_D}{{10}})",
        f"00(37|66|77|78|88)-{_D}{{1,4}}-{_D}{{2,5}}",
    )
)
DOMESTIC = f"({_FIXED}|{ELEVEN}|{_SERVICE})"
"""Japanese numbers that no rule speaks of."""
_AREA = "0([0-9]|[0-9][1-9]|[0-5]0|[0-9]{3,4})"
TOLL_FREE_LOOSE = rf"(0120(-{_D}{{1,6}}){{1,3}}|\(0120\){_D}{{1,6}}(-{_D}{{1,6}}){{0,2}})"
"""Toll-free numbers, however they are grouped."""
_DOMESTIC_LOOSE = rf"(\({_AREA}\){_D}{{1,6}}-{_D}{{1,6}}|0{_D}{{1,5}}(-{_D}{{1,10}}){{1,2}}|{TOLL_FREE_LOOSE})"
NATIONAL = rf"(\(0{{0,1}}[1-9]{_D}{{0,3}}\){_D}{{1,6}}-{_D}{{1,6}}|[1-9]{_D}{{0,4}}(-{_D}{{1,10}}){{1,2}})"
"""A Japanese number behind +81."""
_ABROAD = r"\+([1-79]|8[02-9])[0-9 ()\-]{4,20}"
INTERNATIONAL = rf"(\+81 {NATIONAL}|{_ABROAD})"
NO_SPACE = rf"\+81\(0{{0,1}}[1-9]{_D}{{0,3}}\){_D}{{1,4}}-{_D}{{4}}"
"""What §2 prints: no space behind the country code."""
_MORE = f"( / [1-9]{_D}{{0,}})"
_EXTENSION = rf"( (内線|Ext\.)({_D}{{1,}}{_MORE}{{0,}}| {_D}{{1,}}{_MORE}{{1,}})){{0,1}}"
_EXTENSION_LOOSE = rf"( (内線|Ext\.) {{0,1}}{_D}{{1,}}{_MORE}{{0,}}){{0,1}}"
EXTENSIONS = f"{_D}{{1,}}( / {_D}{{1,}}){{0,}}"
"""Extensions in an item of their own."""
EXTENSIONS_LOOSE = rf"((内線|Ext\.) {{0,1}}){{0,1}}{EXTENSIONS}"
"""The same with the mark that stands before them behind a number."""
_CLEAN_ONE = f"({DOMESTIC}|{INTERNATIONAL}){_EXTENSION}"
NUMBER_LOOSE = f"({_DOMESTIC_LOOSE}|{INTERNATIONAL}|{NO_SPACE})"
_VALID_ONE = f"{NUMBER_LOOSE}{_EXTENSION_LOOSE}"
CLEAN = f"{_CLEAN_ONE}( / {_CLEAN_ONE}){{0,}}"
VALID = f"{_VALID_ONE}( / {_VALID_ONE}){{0,}}"
SHORT = r"(1[0-9]{2}|#[0-9]{4})"
"""Emergency calls and the like."""

_UNIT = re.compile(r"(.*?)( (?:内線|Ext\.) ?[0-9]+(?: / [1-9][0-9]*)*)?", re.DOTALL)


def numbers(value: str) -> list[str]:
    """The numbers in a value (several are separated by `` / ``), without their extensions."""
    found = []
    for unit in re.split(r" / (?=[(+0])", value):
        match = _UNIT.fullmatch(unit)
        found.append(match[1] if match else unit)
    return found


def not_too_long(value: str) -> bool:
    """E.164: at most fifteen digits behind the plus."""
    return all(sum(char.isdigit() for char in one) <= 15 for one in numbers(value) if one.startswith("+"))


def is_valid(value: str) -> bool:
    """True for numbers in a form that is no error."""
    return compiled(VALID).fullmatch(value) is not None and not_too_long(value)


def domestic(number: str) -> str | None:
    """A Japanese number as it is written inside Japan; None for a number abroad.

    >>> domestic("+81 3-5253-5111"), domestic("+81 (03)5253-5111"), domestic("+1 202-555-0100")
    ('03-5253-5111', '(03)5253-5111', None)
    """
    if not number.startswith("+"):
        return number
    national = number[3:].lstrip(" ") if number.startswith("+81") else None
    return national and re.sub(r"^(\(?)0?", r"\g<1>0", national)


def doubt_of(number: str) -> Text | None:
    """What does not fit the Japanese numbering plan in a number of a valid form; None for numbers abroad."""
    inside = domestic(number)
    if inside is None:
        return None
    # The grouping of toll-free numbers is GIF's own, and has a rule of its own.
    usual = f"({DOMESTIC}|{TOLL_FREE_LOOSE})"
    return doubt(inside, compiled(usual))
