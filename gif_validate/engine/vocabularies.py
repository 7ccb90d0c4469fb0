"""Vocabularies of others as sources of records in RDF: their terms become items of our models (``shapes/vocabularies/*.csv``).

IMI core vocabulary (共通語彙基盤) 2.4.1 → the GIF core classes; DCAT → the items of DCAT-GoJ. Terms without a counterpart are passed over.
What a vocabulary says by the IRI of a concept (a code since IMI 2.4.2, a language or a media type in DCAT) is no text of ours and is passed
over too.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..readers.record import Leaf, Node
from ..resources import data

_PREFIXES = {
    "http://imi.go.jp/ns/core/rdf#": "",
    "https://imi.go.jp/ns/core/rdf#": "",
    "http://imi.ipa.go.jp/ns/core/rdf#": "",
    "http://imi.go.jp/ns/core/2#": "",
    "https://imi.go.jp/ns/core/2#": "",
    "http://www.w3.org/ns/dcat#": "dcat:",
    "https://www.w3.org/ns/dcat#": "dcat:",
    "http://purl.org/dc/terms/": "dct:",
    "http://xmlns.com/foaf/0.1/": "foaf:",
    "http://www.w3.org/2006/vcard/ns#": "vcard:",
    "http://www.w3.org/ns/dqv#": "dqv:",
    "http://www.w3.org/ns/adms#": "adms:",
    "http://www.w3.org/2002/07/owl#": "owl:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
}
"""Namespaces under which the terms are published, and how the tables write them: those of IMI without a prefix."""
_CONCEPTS = {
    "dct:language",
    "dct:accessRights",
    "dct:accrualPeriodicity",
    "dct:spatial",
    "dct:type",
    "dcat:mediaType",
    "dcat:theme",
    "adms:status",
}
"""Properties of DCAT whose value may be the IRI of a concept instead of a text."""


@cache
def _terms() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Class → path of its terms → (model, path of the item)."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for name in ("imi-core.csv", "dcat.csv"):
        with (data("shapes") / "vocabularies" / name).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                found.setdefault(row["class"], {})[row["path"]] = (row["model"], row["item"])
    return found


def term(iri: str) -> str:
    """The term that an IRI of the vocabularies names, as the tables write it; empty for any other IRI.

    >>> term("http://imi.go.jp/ns/core/rdf#住所型"), term("http://purl.org/dc/terms/title")
    ('住所型', 'dct:title')
    """
    return next((prefix + iri.removeprefix(namespace) for namespace, prefix in _PREFIXES.items() if iri.startswith(namespace)), "")


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """Translates records of the vocabularies."""

    def has_terms(self, record: Node, local: Callable[[str], str]) -> bool:
        """True for a record of a vocabulary by its class or, of IMI, where it names no other class of ours, by its items.

        ``local`` gives the name of one of our terms without its namespace, any other name as it is.
        """
        ours = any(local(name) != name for name in (record.model, *record.children))
        return bool(term(record.model)) or (not ours and any(found and ":" not in found for found in map(term, record.children)))

    def translated(self, record: Node) -> Node | None:
        """The record with the items of its class; None for one that uses no vocabulary, or whose class has no counterpart."""
        name = term(record.model)
        table = _terms().get(name)
        return _translated(record, table) if table else None

    def within(self, record: Node) -> Iterator[Node]:
        """The parts of a record of DCAT that are records by themselves: the distributions of a data set."""
        stack = [record]
        while stack:
            for child in (each for children in stack.pop().children.values() for each in children):
                if isinstance(child, Node):
                    stack.append(child)
                    if ":" in (name := term(child.model)) and name in _terms():
                        yield child


def _translated(record: Node, table: Mapping[str, tuple[str, str]]) -> Node:
    model = next(iter(table.values()))[0]
    node = Node(model.removeprefix("gif/"), place=record.place)
    stack: list[tuple[str, Node]] = [("", record)]
    while stack:
        above, holder = stack.pop()
        for name, children in holder.children.items():
            path = above + (term(name) or name)
            for child in children:
                if path in table and not _names_a_concept(path, child) and not (isinstance(child, Node) and ":" in path):
                    _put(node, table[path][1], child)
                elif isinstance(child, Node):
                    stack.append((path + "/", child))
    return node


def _names_a_concept(path: str, child: Node | Leaf) -> bool:
    named = path.endswith("コード") or path in _CONCEPTS
    return named and isinstance(child, Leaf) and child.text.startswith(("http://", "https://"))


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
