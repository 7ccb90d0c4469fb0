"""What a record lacks (必須項目・必須パターン): mandatory items and patterns, in the record and what is nested in it. GIF DS-438.

An item counts as given where it, or something below it, has a value; 建物名等(方書), whose empty value says something, where it is there at
all. A nested part without any value is a part that the record does not have. Of a group that is no class the items are asked for where the
group is there; where it is not, the group itself is missing if it has an item that every record must have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ...catalogue.finding import Finding, Place
from ...catalogue.report import Findings
from ...catalogue.rule import Details, Rule, Severity
from ...catalogue.text import Text
from ...models import patterns
from ...models.basis import if_missing, of_mark
from ...models.flat import Lookup
from ...models.index import model as by_id
from ...models.model import Field, Model
from ...parts.addresses._patterns import PATTERN as ADDRESS
from ...parts.addresses._patterns import by_coordinates
from ...readers.record import Leaf, Node
from ..levels import has_levels
from ..records.comparisons import texts
from ..values.field_rules import EMPTY as EMPTY_ITEM
from ..values.field_rules import with_count
from .spelling import groups, steps
from .spelling import items as items_of
from .tree_rules import EMPTY, LACKING

_ADDRESS = "gif/address"
SAID_BY_MARKS = frozenset({"GIF-COD-005", "GIF-COD-006"})
"""Rules that ask for items which are mandatory anyway: in files the missing item is the finding."""


def is_given(part: Node | Leaf) -> bool:
    """True for a value, a reference, or a node that holds either."""
    if isinstance(part, Leaf):
        return part.state == "faulty" or part.type == "iri" or (part.state == "value" and bool(part.text.strip()))
    return any(is_given(child) for children in part.children.values() for child in children)


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing: the rule that says so, the path of the class and of the item in the record (without indexes)."""

    rule: Rule
    severity: Severity
    part: Node | Leaf
    path: str
    item: str
    details: Details
    also: tuple[str, ...] = ()


@dataclass(slots=True)
class Patterns:
    """How often which mandatory pattern was met, by the path of the class in the record; what the records lack of those before it."""

    met: dict[str, Counter[str]] = field(default_factory=dict)
    lacks: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    def note(self, path: str, model: Model, met: str, lacking: Mapping[str, tuple[str, ...]]) -> None:
        """Takes note of a record: the pattern that it meets (empty: none) and what it lacks of each pattern."""
        self.met.setdefault(path, Counter())[met] += 1
        self.titles.setdefault(path, model.title.ja)
        self._widen(path, lacking)

    def add(self, other: Patterns, times: int) -> None:
        """Takes over what another has noted, so many times."""
        for path, counts in other.met.items():
            self.met.setdefault(path, Counter()).update({name: count * times for name, count in counts.items()})
            self.titles.setdefault(path, other.titles[path])
            self._widen(path, other.lacks[path])

    def _widen(self, path: str, lacking: Mapping[str, tuple[str, ...]]) -> None:
        gaps = self.lacks.setdefault(path, {})
        for name, items in lacking.items():
            if items and (name not in gaps or len(items) > len(gaps[name])):
                gaps[name] = items

    def words(self) -> dict[str, str]:
        """Class or path → what is met, and what the patterns that rank higher still miss (``MP02 met; MP01 misses 氏(英字), 名(英字)``)."""
        return {path or self.titles[path]: "; ".join(self._words(path)) for path in self.met}

    def _words(self, path: str) -> Iterator[str]:
        met = [name for name, _ in self.met[path].most_common() if name]
        yield from (f"{name} met" for name in met)
        lacks = self.lacks[path]
        higher = [name for name in lacks if not met or name < min(met)]
        nearest = sorted(higher, key=lambda name: (len(lacks[name]), name))[:1] if patterns.ABROAD not in met else []
        yield from (f"{name} misses {', '.join(lacks[name])}" for name in nearest)
        if met and self.met[path][""]:
            yield f"none met by {self.met[path]['']} of {self.met[path].total()}"


@dataclass(slots=True)
class MandatoryCheck:
    """Looks through records for what they lack."""

    lookup: Lookup = by_id
    met: Patterns = field(default_factory=Patterns)
    unsure: dict[str, tuple[Finding, int]] = field(default_factory=dict)
    """The first record that lacks an item whose mark was not seen officially, and how many do: said once for each path."""
    records: int = 0

    def close(self, findings: Findings) -> None:
        """Says what is said once for all records."""
        for first, count in self.unsure.values():
            findings.add(with_count(first, count, self.records))

    def lacks(self, node: Node, model: Model, above: str = "") -> Iterator[Lack]:
        """What a record lacks, and every part of it that has a class of its own."""
        for step in steps(model).values():
            children = node.children.get(step.name, [])
            if step.item.mark == "must" and not step.deep and not _is_there(step.item, children):
                yield _lack(model, step.item, step.name, step.name, node, children, above)
            if step.deep:
                yield from self._group(model, step.name, node, children, above)
            for child in children if step.item.model else ():
                if isinstance(child, Node) and is_given(child):
                    yield from self.lacks(child, self.lookup(step.item.model), f"{above}{step.name}/")
        if model.patterns:
            yield from self._pattern(node, model, above)

    def _group(self, model: Model, path: str, holder: Node, children: list[Node | Leaf], above: str) -> Iterator[Lack]:
        """What the groups at a path lack, each by itself; a group that is missing as a whole is one lack."""
        there = [child for child in children if isinstance(child, Node) and is_given(child)]
        needed = None if there else _needed(model, path)
        if needed is not None:
            yield _lack(model, needed, path.rpartition("/")[2], path, holder, children, above)
        for group in there:
            for name, item in groups(model)[path].items():
                below, held = f"{path}/{name}", group.children.get(name, [])
                if below in groups(model):
                    yield from self._group(model, below, group, held, above)
                elif item is not None and item.mark == "must" and not _is_there(item, held):
                    yield _lack(model, item, item.name, below, group, held, above)

    def _pattern(self, node: Node, model: Model, above: str) -> Iterator[Lack]:
        there = {step.name: "given" for step in steps(model).values() if _is_there(step.item, node.children.get(step.name, []))}
        lack, met, gaps = lacking_pattern(model, there, node.pattern, lambda: texts(node))
        self.met.note(above.rstrip("/"), model, met, gaps)
        if lack is not None:
            rule, details = lack
            yield Lack(rule, rule.severity, node, above.rstrip("/"), model.title.ja, details)


def lacking_pattern(
    model: Model, there: Mapping[str, str], declared: str, record: Callable[[], Mapping[str, str]]
) -> tuple[tuple[Rule, Details] | None, str, Mapping[str, tuple[str, ...]]]:
    """The finding of a record that meets no mandatory pattern (or not the declared one), the pattern met, what it lacks of each.

    ``there``: the items given (name → any text); ``record``: all texts, asked only where an address may be one by coordinates.
    """
    gaps = patterns.lacking(model, there)
    if declared != patterns.ABROAD and gaps.get(patterns.ABROAD) and not patterns.is_abroad(record()):
        gaps = {name: items for name, items in gaps.items() if name != patterns.ABROAD}
    known = declared if declared in gaps else ""
    name = known or min(gaps, key=lambda each: len(gaps[each]))
    lacking = gaps[name]
    if known:
        gaps = {known: lacking}
    if not lacking:
        return None, name, gaps
    if model.id == _ADDRESS and not known:
        if not by_coordinates(record()):
            return None, "", gaps
        return (ADDRESS, {"best": name.removeprefix("MP0"), "lacking": "、".join(lacking)}), "", gaps
    rule = ADDRESS if model.id == _ADDRESS else LACKING
    hint = Text(f"必須パターン {name} を満たしません。", f"Mandatory pattern {name} is not met.")
    details: Details = {"best": name.removeprefix("MP0"), "holder": model.title, "lacking": "、".join(lacking), "hint_pattern": hint}
    return (rule, details), "", gaps


def _is_there(item: Field, children: list[Node | Leaf]) -> bool:
    return any(map(is_given, children)) or (item.empty == "value" and bool(children))


def _needed(model: Model, path: str) -> Field | None:
    """The first item of a group, or of the groups in it, that every record must have; None where the group may be left out.

    A mandatory item that may stand no times (``least: 0``) is one of the group, not of the record.
    """
    below = (item for at, item in items_of(model).items() if at.startswith(path + "/"))
    return next((item for item in below if item.mark == "must" and item.least != 0), None)


def _lack(model: Model, item: Field, name: str, path: str, node: Node, children: list[Node | Leaf], above: str) -> Lack:
    """``name`` and ``path`` (in the class) are those of the item, or of the group that is missing with it."""
    severity = if_missing(model, item)
    details: Details = {"holder": Text(f"「{model.title.ja}」", f'"{model.title.en}"'), "lacking": name, "hint_pattern": ""}
    also = (EMPTY.id,) if children else ()
    if not has_levels(model):
        details = {"item": name, "hint": of_mark(model, item)}
        return Lack(EMPTY_ITEM, severity, children[0] if children else node, above + path, name, details)
    return Lack(LACKING, severity, children[0] if children else node, above + path, name, details, also)


def finding(lack: Lack, place: Place) -> Finding:
    """What is missing, as it is reported."""
    return Finding(lack.rule, lack.severity, None, lack.details, place, lack.item, lack.path, lack.rule.level, lack.also)


def report(check: MandatoryCheck, node: Node, model: Model, findings: Findings, place: Callable[[Node | Leaf], Place]) -> None:
    """Reports all that a record lacks."""
    check.records += 1
    for lack in check.lacks(node, model):
        found = finding(lack, place(lack.part))
        if lack.rule is not EMPTY_ITEM or lack.severity is Severity.ERROR:
            findings.add(found)
            continue
        first, count = check.unsure.get(lack.path, (found, 0))
        check.unsure[lack.path] = (first, count + 1)
