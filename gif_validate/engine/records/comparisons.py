"""What the items of one record say together: the rules that a model names under ``rules``, for record trees and for tables.

The agreements of a model are applied to record trees here; to tables see `agreements`.

A rule is asked where at least one of the items that it reads is there, at every place where its class stands in the record: the rules of
the address class hold for 登記住所 and for 連絡先情報/連絡先住所 alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ...catalogue.discovery import declared
from ...catalogue.finding import Fault, Finding, Place
from ...catalogue.report import Findings
from ...catalogue.rule import Details, Rule
from ...characters.alike import comparable
from ...models.flat import Lookup, classes
from ...models.index import model as by_id
from ...models.model import Agreement, Field, Model
from ...readers.record import Leaf, Node
from ...readers.table import Block
from ...record_rules.comparison import Comparison
from ..values.judge import Judge
from . import agreements

Placed = Callable[["Node | Leaf"], Place]
"""Answers where a part of a record stands."""
PATTERN = "必須パターン"
"""The key under which a record says which mandatory pattern it declares."""
_REMEMBERED = 50_000
_SAYS_LITTLE = {"コード", "名称", "コード種別", "ID", "ID種別"}
_INDEX = re.compile(r"\[[0-9]+\]")


def as_read(part: Node | Leaf) -> Place:
    """The place that the reader has noted in the part itself."""
    return part.place


def rules_of(model: Model) -> tuple[Rule, ...]:
    """The rules that compare items of a record of this model. KeyError for an id that no rule has."""
    return tuple(declared()[name] for name in model.rules)


def items_of(rule: Rule) -> tuple[str, ...]:
    """The items that a rule reads: those that its comparison names, else those that its examples show."""
    if isinstance(rule.compare, Comparison):
        return rule.compare.items
    return tuple(dict.fromkeys(key for value in (*rule.good, *rule.bad) if isinstance(value, Mapping) for key in value))


def reads(rule: Rule, path: str) -> bool:
    """True where a rule reads the item at this path or one above it."""
    return _reads(rule.id, path)


@lru_cache(maxsize=1 << 16)
def _reads(rule: str, path: str) -> bool:
    plain = _INDEX.sub("", path)
    return any(plain == item or plain.startswith(item + "/") for item in items_of(declared()[rule]))


def texts(node: Node) -> dict[str, str]:
    """A record as rules read it: path → text; what repeats has an index from the second on (``ID群[2]/ID``)."""
    found = {path: leaf.text for path, leaf in _indexed(node)}
    return found | {PATTERN: node.pattern} if node.pattern else found


def _indexed(node: Node, above: str = "") -> Iterator[tuple[str, Leaf]]:
    for name, children in node.children.items():
        for number, child in enumerate(children, 1):
            path = f"{above}{name}" if number == 1 else f"{above}{name}[{number}]"
            if isinstance(child, Leaf):
                yield path, child
            else:
                yield from _indexed(child, path + "/")


def check_record(
    node: Node,
    model: Model,
    findings: Findings,
    *,
    lookup: Lookup = by_id,
    above: str = "",
    place: Placed = as_read,
    but: Set[str] = frozenset(),
) -> None:
    """Judges a record, and below it every record of a class that it holds.

    ``above`` is the path that leads to it; ``place`` answers where a part of it stands, asked only where there is something to report;
    ``but``: rules that are not asked here.
    """
    record, places = texts(node), dict(_indexed(node))
    for rule in rules_of(model):
        if rule.id in but:
            continue
        read = {path: text for path, text in record.items() if reads(rule, path)}
        details = _details(rule, model, read)
        if details is not None:
            path = _path(rule, details, read)
            where = place(places.get(path, node))
            findings.add(_finding(rule, record.get(path), details, where, above + path))
    for agreement in model.agreements:
        _check_agreement(agreement, model, record, places, above, findings, place)
    for item in model.fields:
        for child in node.children.get(item.name, ()) if item.model else ():
            if isinstance(child, Node):
                check_record(child, lookup(item.model), findings, lookup=lookup, above=f"{above}{item.name}/", place=place, but=but)


def _check_agreement(
    agreement: Agreement,
    model: Model,
    record: Mapping[str, str],
    places: Mapping[str, Leaf],
    above: str,
    findings: Findings,
    place: Placed,
) -> None:
    paths = {role: model.field(name).where for role, name in agreement.roles.items()}
    if agreement.check == "both" and model.tier == "dataset":
        # A key that is absent says what an empty cell says.
        record = {**dict.fromkeys(paths.values(), ""), **record}
    there = {agreement.roles[role]: 0 for role, path in paths.items() if path in record}
    columns = agreements.bound(agreement, there)
    if columns is None:
        return
    values = {role: record[paths[role]] for role in columns}
    judges = {role: Judge.of(model, model.field(agreement.roles[role]), "") for role in columns}
    fault = agreements.judged(agreement, values, judges)
    if fault is not None:
        path = paths[agreements.told_at(values, fault)]
        given = next(places[each] for each in (path, *paths.values()) if each in places)
        found = _finding(fault.rule, record[path], fault.details, place(given), above + path)
        findings.add(replace(found, severity=fault.severity))


def _details(rule: Rule, model: Model, read: Mapping[str, str]) -> Details | None:
    """What the rule says; None also where the value that it names is wrong in itself, which is a finding of its field already."""
    details = rule.compare({path: comparable(text) for path, text in read.items()}) if read and rule.compare else None
    if details is None:
        return None
    item = next((item for item in model.fields if item.where == details.get("item")), None)
    value = details.get("value")
    said_already = item is not None and isinstance(value, str) and Judge.of(model, item, "").fault(value) is not None
    return None if said_already else details


def _path(rule: Rule, details: Details, read: Mapping[str, str]) -> str:
    """The path that a finding points at: the item that its details name, else that of the value which they quote, else the first that the
    rule reads and the record has.

    What is empty counts only where nothing else does, since a table has columns for what a record does not have.
    """
    read = {path: text for path, text in read.items() if text.strip()} or read
    named, occurrence = details.get("item"), details.get("occurrence")
    if isinstance(named, str) and named in read:
        return named
    if isinstance(occurrence, str):
        read = {path: text for path, text in read.items() if path == occurrence or path.startswith(occurrence + "/")}
    read = {path: text for path, text in read.items() if text and text == details.get("value")} or read
    order = {item: number for number, item in enumerate(items_of(rule))}
    return min(read, key=lambda path: order.get(_INDEX.sub("", path), len(order)))


def _finding(rule: Rule, value: str | None, details: Details, place: Place, path: str, name: str = "") -> Finding:
    """``value`` is the text at ``path`` (with indexes), whatever the message quotes; ``name`` is the header of a table."""
    plain = _INDEX.sub("", path)
    return Finding(rule, rule.severity, value, details, place, name or _name(plain), plain, rule.level)


def _name(path: str) -> str:
    """The last step of a path; with the one before where it says little by itself (``国/コード``)."""
    *above, last = path.split("/")
    return f"{above[-1]}/{last}" if above and last in _SAYS_LITTLE else last


@dataclass(slots=True)
class RuleCheck:
    """A rule over the columns of a table; each distinct combination of values is judged once.

    ``model`` is the class that the rule belongs to, ``columns``: path of the item in it → index of its column, ``above``: the path of the
    class in the record, ``names``: path of the item → header of its column.
    """

    rule: Rule
    model: Model
    columns: Mapping[str, int]
    above: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    _judged: dict[tuple[str, ...], Details | None] = field(default_factory=dict)

    def check(self, columns: Sequence[Sequence[str]], block: Block, rows: range, first: int, findings: Findings) -> None:
        """Judges the records ``rows`` of a block; ``first`` is the number of the first of them."""
        records = list(zip(*(columns[index] for index in self.columns.values()), strict=True))
        if len(self._judged) > _REMEMBERED:
            self._judged.clear()
        distinct = set(records)
        for record in distinct - self._judged.keys():
            self._judged[record] = self._judge(record)
        if not any(self._judged[record] is not None for record in distinct):
            return
        for offset, record in enumerate(records):
            details = self._judged[record]
            if details is not None:
                read = dict(zip(self.columns, record, strict=True))
                path = _path(self.rule, details, read)
                place = block.place(rows[offset], self.columns[path], first + offset)
                findings.add(_finding(self.rule, read[path], details, place, self.above + path, self.names.get(path, "")))

    def _judge(self, record: tuple[str, ...]) -> Details | None:
        # A group of columns without any value is a part that this record does not have; the record itself is always there.
        read = dict(zip(self.columns, record, strict=True))
        groups = {path.partition("/")[0] for path, text in read.items() if text.strip()}
        read = {path: text for path, text in read.items() if "/" not in path or path.partition("/")[0] in groups}
        if self.above and not any(text.strip() for text in record):
            return None
        return _details(self.rule, self.model, read)


def bound(model: Model, items: Mapping[int, Field], lookup: Lookup = by_id) -> list[RuleCheck]:
    """The checks over the columns of a table (``items``: column → its field), for the class and every class below it."""
    paths = {item.where: column for column, item in items.items()}
    checks = []
    for above, found in classes(model, paths, lookup):
        below = {path[len(above) :]: column for path, column in paths.items() if path.startswith(above)}
        for rule in rules_of(found):
            columns = {path: column for path, column in below.items() if reads(rule, path)}
            if columns:
                names = {path: items[column].name for path, column in columns.items()}
                checks.append(RuleCheck(rule, found, columns, above, names))
    return checks


@dataclass(slots=True)
class AgreementColumns:
    """An agreement of a class over the columns of a table; each distinct combination of values is judged once.

    ``columns``: role → index of its column; ``judges``: role → the judge of its item; ``paths``: role → path of the item in the record;
    ``names``: role → header of its column.
    """

    agreement: Agreement
    columns: Mapping[str, int]
    judges: Mapping[str, Judge]
    paths: Mapping[str, str]
    names: Mapping[str, str]
    _judged: dict[tuple[str, ...], Fault | None] = field(default_factory=dict)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that it applies."""
        return agreements.CHECKS[self.agreement.check][1]

    def check(self, columns: Sequence[Sequence[str]], block: Block, rows: range, first: int, findings: Findings) -> None:
        """Judges the records ``rows`` of a block; ``first`` is the number of the first of them."""
        records = list(zip(*(columns[index] for index in self.columns.values()), strict=True))
        if len(self._judged) > _REMEMBERED:
            self._judged.clear()
        for record in set(records) - self._judged.keys():
            self._judged[record] = agreements.judged(self.agreement, dict(zip(self.columns, record, strict=True)), self.judges)
        for offset, record in enumerate(records):
            fault = self._judged[record]
            if fault is not None:
                values = dict(zip(self.columns, record, strict=True))
                role = agreements.told_at(values, fault)
                place = block.place(rows[offset], self.columns[role], first + offset)
                found = _finding(fault.rule, values[role], fault.details, place, self.paths[role], self.names[role])
                findings.add(replace(found, severity=fault.severity))


def agreements_bound(model: Model, items: Mapping[int, Field], lookup: Lookup = by_id) -> list[AgreementColumns]:
    """The agreements of a class and of every class below it, over the columns of a table (``items``: column → its field)."""
    paths = {item.where: column for column, item in items.items()}
    found = []
    for above, inner in classes(model, paths, lookup):
        for agreement in inner.agreements:
            whole = {role: above + inner.field(name).where for role, name in agreement.roles.items()}
            there = {agreement.roles[role]: paths[path] for role, path in whole.items() if path in paths}
            columns = agreements.bound(agreement, there)
            if columns is not None:
                names = {role: items[column].name for role, column in columns.items()}
                judges = {role: Judge.of(inner, inner.field(agreement.roles[role]), "csv") for role in columns}
                found.append(AgreementColumns(agreement, columns, judges, whole, names))
    return found
