"""Nodes of a graph that no standard of ours speaks of (他の語彙のノード): counted by their classes and named, never errors. RDF 1.1 §1.

A node with a known class is a record wherever it stands; what belongs to other vocabularies beside it (void:Dataset, skos:Concept …) is
none of our business, but nobody shall think that it was judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ...catalogue.report import Findings
from ...catalogue.rows import info
from ...catalogue.text import Text
from ...models.model import Model
from ...readers.rdf.statement import RDF
from ...readers.record import Leaf, Node
from .recognise import class_named
from .spelling import spelled

TYPES = (RDF + "type", "@type")
_SHOWN = 5
_UNTYPED = Text("クラスの記載なし", "no class stated")
NOT_JUDGED = info("RDF-020", scope="file").says(
    ("検査の対象ではないノード", "Nodes that were not judged"),
    (
        "ほかの語彙のノード（{count}個）は、検査の対象にしていません：{found}。",
        "Nodes of other vocabularies, {count} in all, were not judged: {found}.",
    ),
    good=("<urn:a> a <urn:x-gif:pd:LegalEntity> .",),
    bad=("<urn:a> a <http://rdfs.org/ns/void#Dataset> .",),
)


def types_of(record: Node) -> tuple[str, ...]:
    """All classes that a record names: its element, every rdf:type, every ``@type`` in JSON."""
    said = [child.text for name in TYPES for child in record.children.get(name, ()) if isinstance(child, Leaf) and child.text]
    return tuple(dict.fromkeys([record.model, *said] if record.model else said))


def names_ours(record: Node, local: Callable[[str], str]) -> bool:
    """True for a node that names a class of ours; ``local`` takes our namespaces off a name."""
    return any(class_named(local(name)) for name in types_of(record))


def has_ours(record: Node, local: Callable[[str], str]) -> bool:
    """True for a node with an item in a namespace of ours."""
    return any(local(name) != name for name in record.children)


def best_of(said: Sequence[Model], names: Sequence[str]) -> Model | None:
    """Of several classes that a record names, whatever their order, the one that has most of its items."""
    if len(said) < 2:
        return said[0] if said else None
    return max(said, key=lambda model: (sum(1 for name in names if spelled(model, name)), model.id))


@dataclass(slots=True)
class Strangers:
    """Keeps apart which nodes were judged, as records or as parts of one, and which were passed over."""

    judged: set[str] = field(default_factory=set)
    first: Node | None = None
    """The first record that was passed over."""
    _untyped: set[str] = field(default_factory=set)
    _met: Counter[str] = field(default_factory=Counter)

    def take(self, record: Node) -> None:
        """Notes the nodes that a record as it is judged was made of."""
        pending: list[Node | Leaf] = [record]
        while pending:
            part = pending.pop()
            if part.place.node is not None:
                self.judged.add(part.place.node)
            if isinstance(part, Node):
                for children in part.children.values():
                    pending += children

    def pass_over(self, record: Node) -> None:
        """Notes a record that is not judged."""
        self.first = self.first or record
        types = types_of(record)
        if record.place.node is None:
            self._met[types[0] if types else ""] += 1
        elif not types:
            self._untyped.add(record.place.node)

    def add(self, types: Mapping[str, Iterable[str]]) -> None:
        """Counts the nodes of a graph (subject → its classes) that were not judged."""
        for subject, classes in types.items():
            if subject not in self.judged:
                self._met.update(classes)
        self._met.update({"": len(self._untyped - self.judged)})

    @property
    def classes(self) -> Text:
        """The classes met and how many nodes each, the most frequent first; empty where not one states a class."""
        if not any(self._met):
            return Text("", "")
        counts = sorted((+self._met).items(), key=lambda pair: (not pair[0], -pair[1], pair[0]))
        shown = [(Text(name, name) if name else _UNTYPED, count) for name, count in counts[:_SHOWN]]
        more = len(counts) - len(shown)
        ja = "、".join(f"{name.ja}（{count:,}）" for name, count in shown)
        en = ", ".join(f"{name.en} ({count:,})" for name, count in shown)
        return Text(ja + (f" ほか{more}種" if more else ""), en + (f" and {more} more" if more else ""))

    def report(self, findings: Findings) -> None:
        """Says which nodes were not judged, where there are any."""
        total = self._met.total()
        if total:
            found = self.classes if any(self._met) else _UNTYPED
            findings.say(NOT_JUDGED, count=f"{total:,}", found=found)
