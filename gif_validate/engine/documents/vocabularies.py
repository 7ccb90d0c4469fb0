"""Vocabularies of others as sources of records in RDF: their terms become items of our models (``shapes/vocabularies/*.csv``).

IMI core vocabulary (共通語彙基盤) 2.4.1 → the GIF core classes; DCAT → DCAT 3, or the items of DCAT-GoJ where a document follows that.
Terms without a counterpart are passed over. What a vocabulary says by the IRI of a concept (a code since IMI 2.4.2, a language or a media
type in DCAT) is no text of ours and is passed over too.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ...models.index import model as by_id
from ...models.model import Model
from ...readers.rdf.tree import Graph
from ...readers.record import Leaf, Node
from ...resources import data
from .spelling import steps
from .strangers import types_of

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


_DCAT = "catalog/dcat"
_GOJ = "catalog/goj-"
_CONFORMS = "http://purl.org/dc/terms/conformsTo"
_SAYS_GOJ = ("dcatgoj", "ds469", "dcatgojp")
_INNER = ("識別値", "標準型日付", "標準型時刻", "数値", "表記")
"""The terms of IMI that hold the value where a type (コード型, 日付型 …) stands instead of a text; the first that is there."""
Terms = Mapping[str, Mapping[str, tuple[str, str]]]
"""Class → path of its terms → (model, path of the item)."""


@cache
def _terms(goj: bool) -> Terms:
    """The tables; DCAT by the items of DCAT-GoJ (``goj``), or by the terms themselves."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for name in ("imi-core.csv", "dcat.csv"):
        with (data("shapes") / "vocabularies" / name).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                by_term = name == "dcat.csv" and not goj
                meant = (_DCAT, row["path"].partition("/")[0]) if by_term else (row["model"], row["item"])
                found.setdefault(row["class"], {})[row["path"]] = meant
    return found


def follows_goj(model: Model | None, graph: Graph) -> bool:
    """True where DCAT is to be judged by DCAT-GoJ: the standard is named so, or the document itself says it (dct:conformsTo)."""
    if model is not None:
        return model.id.startswith(_GOJ)
    said = (value.text for statements in graph.by_subject.values() for predicate, value in statements if predicate == _CONFORMS)
    plain = ("".join(filter(str.isalnum, text.casefold())) for text in said)
    return any(mark in text for text in plain for mark in _SAYS_GOJ)


def term(iri: str) -> str:
    """The term that an IRI of the vocabularies names, as the tables write it; empty for any other IRI.

    >>> term("http://imi.go.jp/ns/core/rdf#住所型"), term("http://purl.org/dc/terms/title")
    ('住所型', 'dct:title')
    """
    return next((prefix + iri.removeprefix(namespace) for namespace, prefix in _PREFIXES.items() if iri.startswith(namespace)), "")


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """Translates records of the vocabularies; ``goj``: those of DCAT into the items of DCAT-GoJ."""

    goj: bool = False

    def has_class(self, types: Iterable[str]) -> bool:
        """True where one of the classes has a counterpart among ours."""
        return _class(types, _terms(self.goj)) is not None

    def translated(self, record: Node) -> Node | None:
        """The record with the items of its class; None for one that uses no vocabulary, or whose class has no counterpart."""
        terms = _terms(self.goj)
        name = _class(types_of(record), terms)
        return None if name is None else _translated(record, name, terms)


def _class(types: Iterable[str], terms: Terms) -> str | None:
    """Of several classes of the vocabularies, whatever their order, the one that the tables have first."""
    names = set(map(term, types))
    return next((name for name in terms if name in names), None)


def _translated(record: Node, name: str, terms: Terms) -> Node:
    """A nested value is read where the table has a term below; else a type of IMI stands for the value in it (日付型 for its date)."""
    table = terms[name]
    model = next(iter(table.values()))[0]
    node = Node(model.removeprefix("gif/"), place=record.place)
    stack: list[tuple[str, Node]] = [("", record)]
    while stack:
        above, holder = stack.pop()
        for step, children in holder.children.items():
            path = above + (term(step) or step)
            for child in children:
                if path in table and not _names_a_concept(path, child) and (isinstance(child, Leaf) or _is_class(*table[path])):
                    _put(node, table[path][1], child, terms)
                elif isinstance(child, Node):
                    stack.append((path + "/", child))
                    for value in _held(child, path, table) if path in table else ():
                        _put(node, table[path][1], value, terms)
    return node


def _is_class(model: str, path: str) -> bool:
    """True for an item that is a class by itself (住所), not a value."""
    found = by_id(model)
    for name in path.split("/"):
        step = steps(found).get(name)
        if step is None or not step.item.model or step.deep:
            return False
        found = by_id(step.item.model)
    return True


def _held(child: Node, path: str, table: Mapping[str, tuple[str, str]]) -> list[Leaf]:
    """The value that a nested type stands for, where the table has no term of its own below."""
    names = {term(name): children for name, children in child.children.items()}
    if any(f"{path}/{name}" in table for name in names):
        return []
    found = next((names[name] for name in _INNER if name in names), [])
    return [each for each in found if isinstance(each, Leaf) and not _names_a_concept(path, each)]


def _names_a_concept(path: str, child: Node | Leaf) -> bool:
    named = path.endswith("コード") or path in _CONCEPTS
    return named and isinstance(child, Leaf) and child.text.startswith(("http://", "https://"))


def _put(node: Node, path: str, child: Node | Leaf, terms: Terms) -> None:
    *above, last = path.split("/")
    for step in above:
        held = node.children.setdefault(step, [])
        inner = next((each for each in held if isinstance(each, Node)), None)
        if inner is None:
            inner = Node(place=node.place)
            held.append(inner)
        node = inner
    if isinstance(child, Node):
        name = _class(types_of(child), terms)
        child = _translated(child, name, terms) if name else child
    node.children.setdefault(last, []).append(child)
