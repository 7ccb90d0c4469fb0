"""Statements as trees: below every subject stands what it refers to. Which subjects are records, the caller says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ...catalogue.finding import Place
from ...catalogue.report import Findings
from ..json.tree import short_pointer
from ..record import Leaf, Node, State
from . import rules
from .statement import RDF, Statement, Value

MAX_DEPTH = 200
"""Nodes that are followed from a record downwards."""
_TIMES = 20
"""How often, on average, a statement may be repeated in different trees before nodes that several refer to are not followed any more."""
_FIRST, _REST, _NIL, _TYPE = RDF + "first", RDF + "rest", RDF + "nil", RDF + "type"


@dataclass(slots=True)
class Graph:
    """The statements by subject, in the order of the document."""

    found: Iterable[Statement]
    findings: Findings
    by_subject: dict[str, list[tuple[str, Value]]] = field(default_factory=dict)
    types: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Subject → its classes, in the order of the document."""
    _shared: set[str] = field(default_factory=set)
    """Nodes that several statements refer to."""
    _left: int = 0
    _entangled: bool = False

    def __post_init__(self) -> None:
        count = 0
        referred: set[str] = set()
        for subject, predicate, value in self.found:
            self.by_subject.setdefault(subject, []).append((predicate, value))
            count += 1
            if predicate == _TYPE:
                self.types[subject] = (*self.types.get(subject, ()), value.text)
            elif value.type == "iri":
                (self._shared if value.text in referred else referred).add(value.text)
        self.found = ()
        self._left = _TIMES * (count + 50)

    def roots(self) -> list[str]:
        """The subjects that no other refers to; of subjects that only refer to each other one, typed and named ones before others."""
        referred = {
            value.text
            for subject, statements in self.by_subject.items()
            for predicate, value in statements
            if value.type == "iri" and value.text != subject and predicate != _TYPE
        }
        roots = {subject for subject in self.by_subject if subject not in referred}
        reached = self._reached(roots, set())
        for subject in sorted(self.by_subject, key=self._rank):
            if subject not in reached:
                roots.add(subject)
                self._reached([subject], reached)
        return [subject for subject in self.by_subject if subject in roots]

    def _rank(self, subject: str) -> tuple[bool, bool]:
        return (subject.startswith("_:"), subject not in self.types)

    def _reached(self, subjects: Iterable[str], reached: set[str]) -> set[str]:
        pending = list(subjects)
        while pending:
            subject = pending.pop()
            if subject not in reached:
                reached.add(subject)
                pending += [value.text for _, value in self.by_subject.get(subject, ()) if value.type == "iri"]
        return reached

    def node(self, subject: str, record: int | None = None) -> Node:
        """The tree below a subject."""
        return self._node(subject, record, (subject,))

    def flat(self, subject: str) -> Node:
        """The values of a subject, and nothing below it."""
        node = Node(place=Place(node=subject))
        for predicate, value in self.by_subject[subject]:
            node.children.setdefault(predicate, []).append(_leaf(value, subject, None))
        return node

    def _node(self, subject: str, record: int | None, above: tuple[str, ...]) -> Node:
        statements = self.by_subject.get(subject, [])
        self._left -= len(statements) + 1
        node = Node(next(iter(self.types.get(subject, ())), ""), place=Place(record, pointer=_pointer(statements), node=subject))
        for predicate, value in statements:
            children = node.children.setdefault(predicate, [])
            if predicate == _TYPE:
                children.append(_leaf(value, subject, record))
            else:
                children += [self._child(item, subject, record, above) for item in self._items(value)]
        return node

    def _child(self, value: Value, subject: str, record: int | None, above: tuple[str, ...]) -> Node | Leaf:
        if value.type == "iri" and value.text in self.by_subject and not self._stands_alone(value.text, above):
            if len(above) < MAX_DEPTH and (self._left > 0 or value.text not in self._shared):
                return self._node(value.text, record, (*above, value.text))
            if not self._entangled:
                self._entangled = True
                self.findings.say(rules.ENTANGLED, value=value.text, place=Place(record, node=subject))
        return _leaf(value, subject, record)

    def _stands_alone(self, subject: str, above: tuple[str, ...]) -> bool:
        """True for a node that is not followed from here: one of those above it, or one with a name and the class of one of those above."""
        if subject in above:
            return True
        types = self.types.get(subject, ())
        return bool(types) and not subject.startswith("_:") and any(kind in self.types.get(each, ()) for each in above for kind in types)

    def _items(self, value: Value) -> list[Value]:
        """The items of a list; anything else, and what only looks like a list, is its own item."""
        items: list[Value] = []
        cell, seen = value.text, set[str]()
        while value.type == "iri" and cell != _NIL:
            statements = dict(self.by_subject.get(cell, ()))
            if cell in seen or set(statements) - {_TYPE} != {_FIRST, _REST} or statements[_REST].type != "iri":
                return [value]
            seen.add(cell)
            items.append(statements[_FIRST])
            cell = statements[_REST].text
        return items if value.type == "iri" else [value]


def _leaf(value: Value, subject: str, record: int | None) -> Leaf:
    pointer = None if value.steps is None else short_pointer(list(value.steps))
    place = Place(record, value.line, value.column, pointer=pointer, node=subject)
    state: State = "faulty" if value.faulty else "value" if value.text else "empty"
    return Leaf(value.text, place, value.type, value.datatype, value.lang, state)


def _pointer(statements: list[tuple[str, Value]]) -> str | None:
    """The object of a JSON-LD document that a node stands for, told by a literal that is written directly in it."""
    for _, value in statements:
        if value.steps and not value.lang and not value.steps[-1].isdecimal() and not value.steps[-1].startswith("@"):
            return short_pointer(list(value.steps[:-1]))
    return None
