"""What rdflib reads, as statements: the lexical forms as they stand, in the order of the document, each statement once."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from .marks import unmarked
from .statement import Statement, Value, literal_type, plain_datatype

BASE = "http://document.invalid/"
"""What relative references are resolved against; it is taken off again."""


def parsed(parse: Callable[[Any], object]) -> list[Any]:
    """The triples of all graphs of a document, as rdflib has them, in the order in which subjects and their predicates first come."""
    import rdflib

    # The only store of rdflib that keeps the order of the document.
    graph = rdflib.Graph(store="SimpleMemory")
    with _quiet(rdflib):
        parse(graph)
        return list(graph.triples((None, None, None)))


@contextmanager
def _quiet(rdflib: Any) -> Iterator[None]:
    """Literals as they are written, and no word about those that their datatype does not allow."""
    log = logging.getLogger("rdflib")
    level, normalise = log.level, rdflib.NORMALIZE_LITERALS
    log.setLevel(logging.CRITICAL + 1)
    rdflib.NORMALIZE_LITERALS = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.setLevel(level)
        rdflib.NORMALIZE_LITERALS = normalise


def statement(triple: Any, place: Callable[[int, Value], Value] | None = None) -> Statement:
    """A triple of rdflib as a statement. ValueError where a mark stands in the wrong place."""
    subject, predicate, term = triple
    return _named(subject), _named(predicate), _value(term, place)


def _named(term: Any) -> str:
    from rdflib import BNode

    text, number = unmarked(str(term))
    if number is not None:
        raise ValueError("a mark in a name")
    return f"_:{text}" if isinstance(term, BNode) else text.removeprefix(BASE)


def _value(term: Any, place: Callable[[int, Value], Value] | None) -> Value:
    from rdflib import Literal

    if not isinstance(term, Literal):
        return Value(_named(term), "iri")
    text, number = unmarked(str(term)) if place is not None else (str(term), None)
    datatype = plain_datatype(str(term.datatype) if term.datatype else None)
    value = Value(text, literal_type(datatype), datatype, term.language or "")
    return value if number is None or place is None else place(number, value)


def distinct(found: Iterable[Statement]) -> Iterator[Statement]:
    """Each statement once, however often the document makes it; blank nodes are numbered as they come."""
    labels: dict[str, str] = {}
    seen: set[tuple[str, str, tuple[str, bool, str, str]]] = set()
    for subject, predicate, value in list(found):
        key = (subject, predicate, value.meaning)
        if key not in seen:
            seen.add(key)
            yield _label(subject, labels), predicate, _relabelled(value, labels)


def _label(name: str, labels: dict[str, str]) -> str:
    return labels.setdefault(name, f"_:b{len(labels) + 1}") if name.startswith("_:") else name


def _relabelled(value: Value, labels: dict[str, str]) -> Value:
    return Value(_label(value.text, labels), "iri") if value.type == "iri" else value
