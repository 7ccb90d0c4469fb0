"""What the fields of one record say together: code and name, start and end, both or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ..catalogue.finding import Fault, Finding
from ..catalogue.report import Findings
from ..catalogue.rule import Rule, Severity, compiled
from ..models.model import Agreement
from ..parts.coordinate import RANGE, box_of, outside_prefecture
from ..parts.forms import CLOCK, DATE
from ..parts.mesh_code import AGREES
from ..parts.municipality_code import MEMBERSHIP, check_digit, disagreement, has_right_check_digit, is_known, names_of
from ..parts.postal_code import EXISTS
from ..parts.postal_code import disagreement as postal_disagreement
from ..readers.table import Block
from .field_rules import BOTH, ORDER_OF_DATES, ORDER_OF_TIMES

Roles = Mapping[str, str]
"""The role that a field plays in the check → its value in the record (empty where the column is missing)."""
Columns = Mapping[str, Sequence[str]]
"""The role of a field → its values in the records of a block."""
Check = Callable[[Roles, Mapping[str, str]], Fault | None]
_REMEMBERED = 50_000


def municipality(values: Roles, _: Mapping[str, str]) -> Fault | None:
    """The code belongs to the names. The code has six digits, five (without the check digit), or comes in two parts."""
    code = values.get("code", "") or values.get("code_prefix", "") + values.get("code_suffix", "")
    if compiled("[0-9]{5}").fullmatch(code):
        code += check_digit(code)
        if not is_known(code):
            assert MEMBERSHIP.look is not None
            return Fault(MEMBERSHIP, Severity.WARNING, MEMBERSHIP.look(code) or {})
    if not has_right_check_digit(code):
        return None
    name = values.get("county", "") + values.get("municipality", "") + values.get("ward", "")
    found = disagreement(code, values.get("prefecture", ""), name)
    return None if found is None else Fault(MEMBERSHIP, found[1], found[0])


def order(values: Roles, _: Mapping[str, str]) -> Fault | None:
    """The first is not after the last; two dates, or two times of day."""
    first, last = values["first"], values["last"]
    rule = _order_rule(first, last)
    return Fault(rule, rule.severity, {"value": last, "first": first}) if rule and first > last else None


def _order_rule(first: str, last: str) -> Rule | None:
    for form, rule in ((DATE, ORDER_OF_DATES), (f"({CLOCK}|24:00)", ORDER_OF_TIMES)):
        if compiled(form).fullmatch(first) and compiled(form).fullmatch(last):
            return rule
    return None


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


CHECKS: Mapping[str, tuple[Check, tuple[Rule, ...]]] = {
    "municipality": (municipality, (MEMBERSHIP,)),
    "order": (order, (ORDER_OF_DATES, ORDER_OF_TIMES)),
    "both": (both, (BOTH,)),
    "coordinates": (coordinates, (RANGE,)),
    "postal_code": (postal_code, (EXISTS,)),
    "mesh": (mesh, (AGREES,)),
}
"""The checks that a definition can name, with the rules that they apply."""
_AT_ONCE: Mapping[str, Callable[[Columns], bool]] = {"both": all_given, "coordinates": all_inside}
"""Looks at whole columns: True where certainly no record has a fault."""


@dataclass(slots=True)
class AgreementCheck:
    """An agreement over the columns of a table; each distinct combination of values is judged once."""

    agreement: Agreement
    columns: Mapping[str, int]
    """Role → index of its column."""
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
            self._judged[record] = CHECKS[self.agreement.check][0](dict(zip(self.columns, record, strict=True)), self.agreement.roles)
        if not any(self._judged[record] for record in distinct):
            return
        role, index = next(iter(self.columns.items()))
        name = self.agreement.roles[role]
        for offset, record in enumerate(records):
            fault = self._judged[record]
            if fault is not None:
                place = block.place(rows[offset], index, first + offset)
                value = fault.details.get("value")
                shown = value if isinstance(value, str) else record[0]
                findings.add(Finding(fault.rule, fault.severity, shown, fault.details, place, name, name))


_NEEDED = {"code", "code_prefix", "code_suffix", "first", "second", "last", "latitude", "longitude", "postal_code", "mesh"}
"""Roles without which a check has nothing to compare."""


def bound(agreement: Agreement, where: Mapping[str, int]) -> AgreementCheck | None:
    """The check over the columns that a table has (``where``: field → column); None where a column that it cannot do without is missing."""
    columns = {role: where[name] for role, name in agreement.roles.items() if name in where}
    needed = _NEEDED if agreement.check == "municipality" else {*_NEEDED, "prefecture"}
    lacking = set(agreement.roles) & needed - set(columns)
    return None if lacking or len(columns) < 2 else AgreementCheck(agreement, columns)
