"""Text that was damaged on its way: said once for a column, item or header, and instead of what its characters would be blamed for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from ...catalogue.finding import Fault, Finding, Place
from ...catalogue.report import Findings
from ...catalogue.rule import Details, Rule, Severity
from ...catalogue.text import Text
from ...characters.garbled import GARBLED, LONGEST, LOST, STANDING_IN, undone
from ...characters.rules import VARIANT
from ...readers.file_rules import UNDECODABLE
from ...readers.record import Leaf, Node

_DAMAGE = (GARBLED, LOST, STANDING_IN)
_REMEMBERED = 10_000
"""Names of items that are looked at; a document with more of them has no names but keys."""


def damage(value: str) -> Fault | None:
    """What happened to a text on its way, if anything did."""
    for rule in _DAMAGE:
        details = rule.look(value) if rule.look else None
        if details is not None:
            garbled = undone(value) if rule is GARBLED and len(value) <= LONGEST else None
            return Fault(rule, rule.severity, details, suggestion=garbled.meant if garbled and garbled.is_whole else None)
    return None


def graver(damaged: Fault | None, fault: Fault | None) -> Fault | None:
    """The one fault of a value: its damage, unless that is only suspected and the value is wrong as it stands."""
    if damaged is None or fault is None:
        return damaged or fault
    if damaged.severity is Severity.ERROR or fault.severity is not Severity.ERROR:
        return damaged
    return replace(fault, also=(*fault.also, damaged.rule.id))


@dataclass(slots=True)
class Once:
    """The findings that are said once for all values of a column or item: the first of them and how many there are."""

    _met: dict[Rule, tuple[Finding, int]] = field(default_factory=dict)

    def takes(self, finding: Finding) -> bool:
        """True for a finding that is said once; it is kept until `close`."""
        if finding.rule is not VARIANT and finding.rule not in _DAMAGE:
            return False
        first, count = self._met.get(finding.rule, (finding, 0))
        self._met[finding.rule] = (first, count + 1)
        return True

    def close(self, findings: Findings) -> None:
        """Reports what was met."""
        # A byte that could not be decoded stands in trees as U+FFFD, and has been reported at its place.
        said = any(rule == UNDECODABLE.id for rule, _, _ in findings.groups)
        for rule, (first, count) in self._met.items():
            if rule is not LOST or not said:
                findings.add(first if rule is VARIANT else _with_count(first, count))
        self._met.clear()


def _with_count(finding: Finding, count: int) -> Finding:
    if count < 2:
        return finding
    hint = finding.details.get("hint", "")
    said = hint if isinstance(hint, Text) else Text(hint, hint)
    more = Text(f"{said.ja}同じような値が{count:,}件あります。", f"{said.en} {count:,} values are like this.".strip())
    details: Details = {**finding.details, "hint": more}
    return replace(finding, details=details)


def check_names(names: Iterable[tuple[str, Place]], once: Once) -> None:
    """Names of columns or items that were damaged: said once for all of them together."""
    for name, place in names:
        fault = damage(name)
        if fault is not None:
            once.takes(Finding(fault.rule, fault.severity, name, fault.details, place, suggestion=fault.suggestion))


@dataclass(slots=True)
class Damaged:
    """Damage in the names of a document, and in its values where no standard has them judged one by one."""

    _seen: set[str] = field(default_factory=set)
    _names: Once = field(default_factory=Once)
    _values: dict[str, Once] = field(default_factory=dict)

    def see(self, record: Node, place: Callable[[Node | Leaf], Place], *, values: bool) -> None:
        """Looks at the names of a record and, where ``values`` says so, at its texts."""
        stack: list[tuple[str, Node]] = [("", record)]
        while stack:
            above, node = stack.pop()
            for name, children in node.children.items():
                if name not in self._seen and len(self._seen) < _REMEMBERED:
                    self._seen.add(name)
                    check_names([(name, place(children[0]))] if damage(name) else (), self._names)
                for child in children:
                    if isinstance(child, Node):
                        stack.append((f"{above}{name}/", child))
                    elif values and child.state == "value":
                        self._value(child, above + name, place)

    def _value(self, leaf: Leaf, path: str, place: Callable[[Node | Leaf], Place]) -> None:
        fault = damage(leaf.text)
        if fault is not None and (path in self._values or len(self._values) < _REMEMBERED):
            found = Finding(fault.rule, fault.severity, leaf.text, fault.details, place(leaf), path, path, suggestion=fault.suggestion)
            self._values.setdefault(path, Once()).takes(found)

    def close(self, findings: Findings) -> None:
        """Reports what was met."""
        for once in (self._names, *self._values.values()):
            once.close(findings)
