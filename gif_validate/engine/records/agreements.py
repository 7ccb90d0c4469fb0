"""What the fields of one record say together: code and name, start and end, both or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ...catalogue.finding import Fault, Finding
from ...catalogue.report import Findings
from ...catalogue.rule import Rule, Severity, compiled
from ...characters.alike import comparable
from ...models.basis import as_known, is_weak
from ...models.model import Agreement, Basis
from ...parts.addresses.postal_code import EXISTS
from ...parts.addresses.postal_code import disagreement as postal_disagreement
from ...parts.geography._coordinate import RANGE, box_of, outside_prefecture
from ...parts.geography.mesh_code import AGREES
from ...parts.identifiers.municipality_code import MEMBERSHIP, check_digit, disagreement, has_right_check_digit, is_known, names_of
from ...readers.table import Block
from ...record_rules import joined_address
from ..values.field_rules import BOTH, ORDER_OF_DATES, ORDER_OF_TIMES, OWN_FORM
from ..values.judge import Judge

Roles = Mapping[str, str]
"""The role that a field plays in the check → its value in the record (empty where the column is missing)."""
Columns = Mapping[str, Sequence[str]]
"""The role of a field → its values in the records of a block."""
Check = Callable[[Roles, Mapping[str, str]], Fault | None]
_REMEMBERED = 50_000
_WITHOUT_CHECK_DIGIT = 5
_SECONDS_A_DAY = 86_400
_DAY = "([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|/([0-9]{1,2})/([0-9]{1,2})|([0-9]{2})([0-9]{2}))"
_CLOCK = "([01]?[0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9]))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))?"


def municipality(values: Roles, _: Mapping[str, str]) -> Fault | None:
    """The code belongs to the names.

    The code has six digits, five (without the check digit), two (a prefecture) or comes in two parts. A code of the prefecture beside a
    whole code is compared with the name of the prefecture, which else has been compared already.
    """
    prefix, whole = values.get("code_prefix", ""), values.get("code", "")
    names = (values.get("prefecture", ""), values.get("county", "") + values.get("municipality", "") + values.get("ward", ""))
    joined = prefix + values.get("code_suffix", "") if prefix else ""
    found = _of_place(whole or joined, *names)
    return found or (_of_place(prefix, names[0], "") if whole and prefix else None)


def _of_place(written: str, prefecture: str, name: str) -> Fault | None:
    """What is wrong with a code beside these names. The message has it as it is written, with both parts where it comes in two."""
    code = _with_check_digit(written)
    if not has_right_check_digit(code):
        return None
    if len(written) == _WITHOUT_CHECK_DIGIT and not is_known(code):
        assert MEMBERSHIP.look is not None
        return Fault(MEMBERSHIP, Severity.WARNING, {**(MEMBERSHIP.look(code) or {}), "value": written})
    found = disagreement(code, prefecture, name)
    return None if found is None else Fault(MEMBERSHIP, found[1], {**found[0], "value": written})


def _with_check_digit(written: str) -> str:
    if compiled("[0-9]{2}").fullmatch(written):
        written += "000"
    return written + check_digit(written) if compiled("[0-9]{5}").fullmatch(written) else written


def order(values: Roles, _: Mapping[str, str]) -> Fault | None:
    """The first is not after the last: two dates, two moments or two times of day, in whatever form they are written."""
    first, last = _moment(values["first"]), _moment(values["last"])
    if first is None or last is None or first[0] != last[0] or first[1] <= last[1]:
        return None
    has_day = first[0][0]
    if not has_day and _on_other_days(values):
        return None
    rule = ORDER_OF_DATES if has_day else ORDER_OF_TIMES
    return Fault(rule, rule.severity, {"value": values["last"], "first": values["first"]})


def _on_other_days(values: Roles) -> bool:
    """True where the times of day belong to two days, so that they say nothing of each other."""
    days = [values.get(role, "").strip() for role in ("first_day", "last_day")]
    return all(days) and len({_days(day) or day for day in days}) > 1


@lru_cache(maxsize=1 << 14)
def _moment(value: str) -> tuple[tuple[bool, bool, bool], int] | None:
    """The kind of moment that a value is (with a day, a time of day, a zone) and its seconds, which compare within a kind; None for others.

    >>> _moment("2024/4/1") == _moment("20240401"), _moment("2024-04-01T09:00Z") == _moment("2024-04-01T18:00:00+09:00")
    (True, True)
    """
    day, _, clock = value.replace("T", " ").partition(" ")
    if ":" in day and not clock:
        day, clock = "", day
    days, seconds = _days(day) if day else 0, _seconds(clock) if clock else 0
    if days is None or seconds is None or not value:
        return None
    return (bool(day), bool(clock), len(clock) > len("00:00:00") or clock.endswith("Z")), days * _SECONDS_A_DAY + seconds


def _days(text: str) -> int | None:
    match = compiled(_DAY).fullmatch(text)
    if match is None:
        return None
    try:
        return date(*(int(number) for number in match.groups() if number)).toordinal()
    except ValueError:
        return None


def _seconds(text: str) -> int | None:
    match = compiled(_CLOCK).fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds, sign, east, more = (each or "" for each in match.groups())
    offset = int(f"{sign}1") * (int(east) * 3600 + int(more) * 60) if sign else 0
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds or 0) - offset


def both(values: Roles, fields: Mapping[str, str]) -> Fault | None:
    """Both are given or none."""
    present = [role for role in ("first", "second") if values[role].strip()]
    if len(present) != 1:
        return None
    absent = "second" if present[0] == "first" else "first"
    return Fault(BOTH, BOTH.severity, {"present": fields[present[0]], "absent": fields[absent]})


def all_given(columns: Columns) -> bool:
    """True where both are given in every record."""
    return all(map(str.strip, columns["first"])) and all(map(str.strip, columns["second"]))


def coordinates(values: Roles, _: Mapping[str, str]) -> Fault | None:
    """The point lies in the prefecture, which is named or that of the municipality code."""
    prefecture = values.get("prefecture") or (names_of(values.get("code", "")) or ("", ""))[0]
    details = outside_prefecture(values["latitude"], values["longitude"], prefecture)
    return None if details is None else Fault(RANGE, Severity.WARNING, details)


def all_inside(columns: Columns) -> bool:
    """True where certainly every point lies in the prefecture: there is only one, and its box holds the extremes."""
    named = set(columns["prefecture"]) if "prefecture" in columns else {(names_of(code) or ("",))[0] for code in set(columns["code"])}
    box = box_of(named.pop()) if len(named) == 1 else None
    if box is None:
        return False
    try:
        north, east = list(map(float, columns["latitude"])), list(map(float, columns["longitude"]))
    except ValueError:
        return False
    # The margin of the box is wider than what floats lose; nothing compares with "nan".
    south, west, top, right = map(float, (box.south, box.west, box.north, box.east))
    return south < min(north) <= max(north) < top and west < min(east) <= max(east) < right


def postal_code(values: Roles, _: Mapping[str, str]) -> Fault | None:
    """The postal code belongs to the prefecture."""
    details = postal_disagreement(values["postal_code"], values["prefecture"])
    return None if details is None else Fault(EXISTS, Severity.WARNING, details)


def mesh(values: Roles, _: Mapping[str, str]) -> Fault | None:
    """The grid square holds the point."""
    assert AGREES.compare is not None
    names = {"地域メッシュコード": values["mesh"], "緯度": values["latitude"], "経度": values["longitude"]}
    details = AGREES.compare(names)
    return None if details is None else Fault(AGREES, AGREES.severity, details)


def address(values: Roles, fields: Mapping[str, str]) -> Fault | None:
    """The address in one string names the place that its parts name."""
    details = joined_address.disagreement(values, fields)
    return None if details is None else Fault(joined_address.PARTS, joined_address.PARTS.severity, details)


CHECKS: Mapping[str, tuple[Check, tuple[Rule, ...]]] = {
    "municipality": (municipality, (MEMBERSHIP,)),
    "order": (order, (ORDER_OF_DATES, ORDER_OF_TIMES)),
    "both": (both, (BOTH,)),
    "coordinates": (coordinates, (RANGE,)),
    "postal_code": (postal_code, (EXISTS,)),
    "mesh": (mesh, (AGREES,)),
    "address": (address, (joined_address.PARTS,)),
}
"""The checks that a definition can name, with the rules that they apply."""
_AT_ONCE: Mapping[str, Callable[[Columns], bool]] = {"both": all_given, "coordinates": all_inside}
"""Looks at whole columns: True where certainly no record has a fault."""


def judged(agreement: Agreement, values: Roles, judges: Mapping[str, Judge]) -> Fault | None:
    """What the fields of one record contradict; ``judges``: role → the judge of its field.

    Nothing is said where a code, coordinate or date is wrong in itself: that is a finding of its field already.
    """
    fault = CHECKS[agreement.check][0]({role: comparable(value) for role, value in values.items()}, agreement.roles)
    if fault is None or fault.rule is BOTH:
        return fault
    fault = as_known(fault, _firmness(judges))
    compared = {role: value for role, value in values.items() if value and role in _NEEDED and role in judges}
    return None if any(_is_wrong(value, judges[role], fault.rule) for role, value in compared.items()) else fault


def _is_wrong(value: str, judge: Judge, rule: Rule) -> bool:
    """A written form of its own keeps a value from being compared only where another value is meant: a code that has lost its zero."""
    own = judge.fault(value)
    if own is None:
        return False
    means_another = own.severity is Severity.ERROR or (own.rule is not OWN_FORM and own.rule.severity is Severity.ERROR)
    return own.rule.about == "truth" or (rule is MEMBERSHIP and means_another)


def _firmness(judges: Mapping[str, Judge]) -> Basis:
    """How firmly the kinds of the fields that a check compares are known: as the least of them."""
    found = (judge.model.basis_of_kind(judge.item) for judge in judges.values())
    return next((basis for basis in found if is_weak(basis)), "official")


def told_at(values: Roles, fault: Fault) -> str:
    """The role at whose field a finding stands: that of the value which the message names, else the second part of a code, or the first."""
    named = fault.details.get("value")
    split = ["code_suffix"] if "code_suffix" in values else []
    return next((role for role, value in values.items() if value and value == named), next(iter((*split, *values))))


@dataclass(slots=True)
class AgreementCheck:
    """An agreement over the columns of a table; each distinct combination of values is judged once.

    ``columns``: role → index of its column; ``judges``: role → the judge of its field.
    """

    agreement: Agreement
    columns: Mapping[str, int]
    judges: Mapping[str, Judge]
    _judged: dict[tuple[str, ...], Fault | None] = field(default_factory=dict)

    def check(self, columns: Sequence[Sequence[str]], block: Block, rows: range, first: int, findings: Findings) -> None:
        """Judges the records ``rows`` of a block; ``first`` is the number of the first of them."""
        at_once = _AT_ONCE.get(self.agreement.check)
        if at_once is not None and at_once({role: columns[index] for role, index in self.columns.items()}):
            return
        records = list(zip(*(columns[index] for index in self.columns.values()), strict=True))
        if len(self._judged) > _REMEMBERED:
            self._judged.clear()
        distinct = set(records)
        for record in distinct - self._judged.keys():
            self._judged[record] = judged(self.agreement, self._values(record), self.judges)
        if not any(self._judged[record] for record in distinct):
            return
        for offset, record in enumerate(records):
            fault = self._judged[record]
            if fault is not None:
                role = told_at(self._values(record), fault)
                place, name = block.place(rows[offset], self.columns[role], first + offset), self.agreement.roles[role]
                findings.add(Finding(fault.rule, fault.severity, self._values(record)[role], fault.details, place, name, name))

    def _values(self, record: Sequence[str]) -> Roles:
        return dict(zip(self.columns, record, strict=True))


_NEEDED = {"address", "code", "code_prefix", "code_suffix", "first", "second", "last", "latitude", "longitude", "postal_code", "mesh"}
"""Roles without which a check has nothing to compare."""


def bound(agreement: Agreement, where: Mapping[str, int]) -> dict[str, int] | None:
    """Role → column, for the columns that a table has (``where``: field → column); None where one that the check cannot do without is
    missing."""
    columns = {role: where[name] for role, name in agreement.roles.items() if name in where}
    needed = _NEEDED if agreement.check in {"municipality", "address"} else {*_NEEDED, "prefecture"}
    if "code" in agreement.roles:
        needed = needed - {"code_prefix"}
    lacking = set(agreement.roles) & needed - set(columns)
    return None if lacking or len(columns) < 2 else columns
