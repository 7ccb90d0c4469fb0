"""Turtle and TriG (RDF 1.1), read strictly: what the grammar does not allow is a finding at its place, and nothing is read.

pyoxigraph reads where it is installed. Elsewhere rdflib does, which is lenient; what it lets pass is looked for here, so that the verdict
is the same.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import Any

from ...catalogue.finding import Place
from ...catalogue.report import Findings
from ...catalogue.text import Text
from ..decoding import Lines, moved
from . import rules
from .marks import Marked, can_mark, marked_turtle, unmarked
from .rdflib_terms import BASE, distinct, parsed, statement
from .statement import Statement, Value, literal_type, plain_datatype

_SURROGATE = re.compile(r"(?<!\\)(?:\\\\)*(\\u[dD][89a-fA-F][0-9a-fA-F]{2})")
_NEAR = 40
_IN_BRACKETS = re.compile(r"<([^>\n]*)>")
_PREFIXED = re.compile(r"([\w.-]*:)")
_NO_IRI = Text(
    "< > の中に、IRI に使えない文字（空白、引用符など）があります。%20 のように書きます。",
    "Between < and > stands a character that no IRI may have, such as a space. Write it as %20.",
)
_HALF = Text("\\uD800〜\\uDFFF は文字ではありません。", "\\uD800 to \\uDFFF are no characters.")
_NO_PREFIX = Text("接頭辞が @prefix で宣言されていません。", "The prefix is not declared with @prefix.")
_NO_SUBJECT = Text("値（リテラル）は主語や述語になれません。", "A literal is no subject and no predicate.")
Placed = Callable[[int, Value], Value]


def of_turtle(text: str, findings: Findings, *, graphs: bool = False) -> Iterable[Statement]:
    """The statements of a document; ``graphs`` for TriG, whose named graphs are read as one."""
    oxigraph = _oxigraph()
    marked = marked_turtle(text)
    placed = _placed(text, marked) if can_mark(text) else None
    if oxigraph is None:
        return _lenient(text, marked, placed, findings, graphs)
    form = oxigraph.RdfFormat.TRIG if graphs else oxigraph.RdfFormat.TURTLE
    try:
        deque(_quads(oxigraph, text, form), maxlen=0)
    except (SyntaxError, ValueError) as error:
        _say(findings, text, _offset(text, error), graphs)
        return ()
    try:
        return list(distinct(_of_quad(oxigraph, quad, placed) for quad in _quads(oxigraph, marked.text, form)))
    except (SyntaxError, ValueError):
        # Where the marks are to blame the document is read without them, and has no places.
        return distinct(_of_quad(oxigraph, quad) for quad in _quads(oxigraph, text, form))


def _placed(text: str, marked: Marked) -> Placed:
    lines = Lines(text)

    def place(number: int, value: Value) -> Value:
        line, column = lines.at(marked.places[number])
        return Value(value.text, value.type, value.datatype, value.lang, line, column)

    return place


def _say(findings: Findings, text: str, at: int | None, graphs: bool) -> None:
    syntax = "TriG" if graphs else "Turtle"
    if at is None:
        findings.say(rules.SYNTAX, syntax=syntax, found=text[-_NEAR:])
        return
    line, column = moved(1, 1, text, 0, at)
    near = text[at : at + _NEAR].split("\n", maxsplit=1)[0] or text[max(0, at - _NEAR) : at].rsplit("\n", maxsplit=1)[-1]
    findings.say(rules.SYNTAX, value=near, place=Place(None, line, column), syntax=syntax, found=near, hint=_why(text, at))


def _why(text: str, at: int) -> Text:
    """Why a document is no Turtle from an offset on, where that is plain to see."""
    iri, prefix = _IN_BRACKETS.match(text, at), _PREFIXED.match(text, at)
    if iri and not rules.is_iri(iri[1]):
        return _NO_IRI
    if _SURROGATE.match(text, at):
        return _HALF
    if prefix and not re.search(rf"(?i)prefix\s+{re.escape(prefix[1])}", text):
        return _NO_PREFIX
    return _NO_SUBJECT if text[at : at + 1] in {'"', "'"} and text[:at].rstrip()[-1:] in {"", ".", ";", "}"} else Text("", "")


# pyoxigraph


def _oxigraph() -> ModuleType | None:
    try:
        import pyoxigraph
    except ImportError:
        return None
    return pyoxigraph


def _quads(oxigraph: Any, text: str, form: Any) -> Iterator[Any]:
    return iter(oxigraph.parse(text, form, base_iri=BASE))


def _offset(text: str, error: Exception) -> int | None:
    """Where a syntax error is; pyoxigraph counts lines by LF and columns in characters."""
    line: int | None = getattr(error, "lineno", None)
    column: int | None = getattr(error, "offset", None)
    if not line or not column:
        return None
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return min(at + column - 1, len(text))


def _of_quad(oxigraph: Any, quad: Any, place: Placed | None = None) -> Statement:
    """A statement. ValueError where a mark stands in the wrong place."""
    term = quad.object
    subject, predicate = _named(oxigraph, quad.subject), _named(oxigraph, quad.predicate)
    if not isinstance(term, oxigraph.Literal):
        return subject, predicate, Value(_named(oxigraph, term), "iri")
    text, number = unmarked(term.value) if place is not None else (term.value, None)
    datatype = plain_datatype(term.datatype.value)
    value = Value(text, literal_type(datatype), datatype, term.language or "")
    return subject, predicate, value if number is None or place is None else place(number, value)


def _named(oxigraph: Any, term: Any) -> str:
    if not isinstance(term, (oxigraph.NamedNode, oxigraph.BlankNode)):
        return str(term)
    text, number = unmarked(term.value)
    if number is not None:
        raise ValueError("a mark in a name")
    return f"_:{text}" if isinstance(term, oxigraph.BlankNode) else text.removeprefix(BASE)


# rdflib


def _lenient(text: str, marked: Marked, place: Placed | None, findings: Findings, graphs: bool) -> Iterable[Statement]:
    surrogate = _SURROGATE.search(text)
    if surrogate is not None:
        _say(findings, text, surrogate.start(1), graphs)
        return ()
    try:
        triples = _triples(marked.text, graphs)
        found = list(distinct(statement(triple, place) for triple in triples))
    except Exception:
        try:
            triples = _triples(text, graphs)
            found = list(distinct(map(statement, triples)))
        except RecursionError:
            findings.say(rules.TOO_DEEP)
            return ()
        except Exception as error:
            at = getattr(error, "_i", None)
            _say(findings, text, at if isinstance(at, int) and 0 <= at <= len(text) else None, graphs)
            return ()
    wrong = next(filter(None, map(_wrong, triples)), None)
    if wrong is None:
        # The triples of several graphs come in no order.
        return sorted(found, key=_order) if graphs else found
    at = text.find(wrong)
    _say(findings, text, at if at >= 0 else None, graphs)
    return ()


def _order(statement: Statement) -> tuple[int, int, str, str, str]:
    subject, predicate, value = statement
    return (value.line or 0, value.column or 0, subject, predicate, value.text)


def _triples(text: str, graphs: bool) -> list[Any]:
    import rdflib

    if not graphs:
        return parsed(lambda graph: graph.parse(data=text, format="turtle", publicID=BASE))
    dataset = rdflib.Dataset(default_union=True)

    def read(graph: Any) -> None:
        dataset.parse(data=text, format="trig", publicID=BASE)
        for triple in dataset.triples((None, None, None)):
            graph.add(triple)

    return parsed(read)


def _wrong(triple: Any) -> str | None:
    """What stands in a triple that no RDF may have: a literal as subject or predicate, an IRI with a character that none may have."""
    from rdflib import Literal, URIRef

    for number, term in enumerate(triple):
        if isinstance(term, Literal) and number < 2:
            return unmarked(str(term))[0]
        for iri in (term, getattr(term, "datatype", None)):
            if isinstance(iri, URIRef) and not rules.is_iri(str(iri)):
                return str(iri).removeprefix(BASE)
    return None
