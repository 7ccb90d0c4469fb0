"""The IMI core vocabulary (共通語彙基盤) as a source of records: its terms become items of the GIF core classes.

The table of terms is data (``shapes/vocabularies/imi-core.csv``), after IMI core vocabulary 2.4.1; terms without a counterpart are passed
over. Since 2.4.2 a code may be the IRI of a concept, which is no code of GIF and is passed over too.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from ..readers.record import Leaf, Node
from ..resources import data

NAMESPACES = (
    "http://imi.go.jp/ns/core/rdf#",
    "https://imi.go.jp/ns/core/rdf#",
    "http://imi.ipa.go.jp/ns/core/rdf#",
    "http://imi.go.jp/ns/core/2#",
    "https://imi.go.jp/ns/core/2#",
)
"""Namespaces under which the terms were published."""


@cache
def _terms() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """IMI class → path of its terms → (class, path of the item)."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    path = data("shapes") / "vocabularies" / "imi-core.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found.setdefault(row["imi_class"], {})[row["imi_path"]] = (row["gif_class"], row["gif_path"])
    return found


def term(iri: str) -> str:
    """The term that an IRI of the vocabulary names; empty for any other IRI.

    >>> term("http://imi.go.jp/ns/core/rdf#住所型")
    '住所型'
    """
    return next((iri.removeprefix(namespace) for namespace in NAMESPACES if iri.startswith(namespace)), "")


@dataclass(frozen=True, slots=True)
class Imi:
    """Translates records of the vocabulary."""

    def has_terms(self, record: Node, local: Callable[[str], str]) -> bool:
        """True for a record of the vocabulary by its class or, where it names no other class of ours, by its items.

        ``local`` gives the name of one of our terms without its namespace, any other name as it is.
        """
        ours = any(local(name) != name for name in (record.model, *record.children))
        return bool(term(record.model)) or (not ours and any(map(term, record.children)))

    def translated(self, record: Node) -> Node | None:
        """The record with the items of its class; None for one that does not use the vocabulary, or whose class has no counterpart."""
        name = term(record.model)
        table = _terms().get(name)
        return _translated(record, table) if table else None


def _translated(record: Node, table: Mapping[str, tuple[str, str]]) -> Node:
    model = next(iter(table.values()))[0]
    node = Node(model.rpartition("/")[2], place=record.place)
    stack: list[tuple[str, Node]] = [("", record)]
    while stack:
        above, holder = stack.pop()
        for name, children in holder.children.items():
            path = above + (term(name) or name)
            for child in children:
                if path in table and not _names_a_concept(path, child):
                    _put(node, table[path][1], child)
                elif isinstance(child, Node):
                    stack.append((path + "/", child))
    return node


def _names_a_concept(path: str, child: Node | Leaf) -> bool:
    return path.endswith("コード") and isinstance(child, Leaf) and child.text.startswith(("http://", "https://"))


def _put(node: Node, path: str, child: Node | Leaf) -> None:
    *above, last = path.split("/")
    for step in above:
        held = node.children.setdefault(step, [])
        inner = next((each for each in held if isinstance(each, Node)), None)
        if inner is None:
            inner = Node(place=node.place)
            held.append(inner)
        node = inner
    if isinstance(child, Node):
        table = _terms().get(term(child.model))
        child = _translated(child, table) if table else child
    node.children.setdefault(last, []).append(child)
