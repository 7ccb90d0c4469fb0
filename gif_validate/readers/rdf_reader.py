"""RDF as records: Turtle, N-Triples, RDF/XML and JSON-LD, with the lexical form of every literal as it is written.

N-Triples is read line by line; the rest by rdflib, which keeps the whole graph in memory and no places. `marks` tells it places without its
knowing: the line and column of literals in Turtle, the pointer in JSON-LD. Nothing is ever fetched.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ..catalogue.finding import Place
from ..catalogue.report import Findings
from ..catalogue.rule import Severity
from ..catalogue.text import Text
from ..characters import encodings
from ..characters.encodings import Decision
from . import rdf_rules as rules
from . import xml_rules
from .decoding import decide, mended, moved, texts
from .file_rules import UNDECODABLE
from .json_places import Places
from .json_reader import numbered, read_json
from .json_scan import Value as Data
from .json_scan import steps_of
from .json_tree import short_pointer
from .jsonld import Contexts, Prepared, prepare
from .marks import can_mark, marked_turtle, unmarked
from .ntriples import statements as of_ntriples
from .rdf_statement import Statement, Syntax, Value, literal_type, plain_datatype
from .rdf_tree import Graph
from .record import Leaf, Node
from .source import Source
from .xml_reader import read_xml

_BASE = "http://document.invalid/"
"""What relative references are resolved against; it is taken off again."""
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_NAMES = {"turtle": "Turtle", "rdfxml": "RDF/XML", "jsonld": "JSON-LD"}
_WELL_FORMED = {
    xml_rules.SYNTAX,
    xml_rules.TRUNCATED,
    xml_rules.DOCTYPE,
    xml_rules.ENTITY,
    xml_rules.ENCODING,
    xml_rules.TOO_DEEP,
    xml_rules.TOO_LONG,
    UNDECODABLE,
}
_KNOWN = Text("手元にある @context：", "Contexts at hand: ")


@dataclass(slots=True)
class RdfDocument:
    """An RDF file: `records` gives its trees, `graph` its statements; `place` answers for any part of them."""

    syntax: Syntax
    encoding: str
    graph: Graph
    _places: Places | None = None
    remote: bool = False
    """True where a context is not at hand, so that no statement could be read."""

    def records(self) -> Iterator[Node]:
        """A tree for every subject that no other refers to (and one for each circle of subjects), in the order of the document.

        The children of a node are by predicate IRI; ``model`` is its first rdf:type; the items of a list are repeated children. A circle
        is cut where it closes: there, the reference stands as a leaf.
        """
        for number, subject in enumerate(self.graph.roots(), start=1):
            yield self.graph.node(subject, number)

    def typed(self, is_meant: Callable[[tuple[str, ...]], bool], seen: Collection[str], first: int) -> Iterator[Node]:
        """A tree for every subject whose classes are meant and that is not among those seen, which may grow meanwhile.

        ``first`` is the number of the first.
        """
        for subject, types in self.graph.types.items():
            if subject not in seen and is_meant(types):
                yield self.graph.node(subject, first)
                first += 1

    def place(self, child: Node | Leaf) -> Place:
        """Where a part stands: the focus node, the line and column of a literal (not in RDF/XML), the JSON-LD pointer."""
        place = child.place
        if self._places is None or place.pointer is None:
            return place
        at = self._places.at(steps_of(place.pointer))
        return Place(place.record, *at, pointer=place.pointer, node=place.node) if at else place


def read_rdf(
    source: Source,
    findings: Findings,
    syntax: Syntax,
    encoding: str | None = None,
    contexts: Contexts | None = None,
    needed: Callable[[str], bool] = lambda _: True,
) -> RdfDocument:
    """An RDF file, read as a whole. Findings go to ``findings``; OSError where the source cannot be read.

    ``contexts``: the JSON-LD contexts at hand, by address; another address is a finding: an error where the text of the document says that it is
    ``needed``. ``encoding`` overrules what the bytes say.
    """
    if syntax == "jsonld":
        return _of_jsonld(source, findings, encoding, contexts or {}, needed)
    if syntax == "rdfxml":
        return _of_rdfxml(source, findings, encoding)
    decision = decide(source, encoding)
    if decision.encoding == "utf-8-sig":
        findings.say(encodings.BOM, value=decision.encoding)
    elif decision.encoding not in {"utf-8", "ascii"}:
        findings.say(rules.NOT_UTF_8, value=decision.encoding)
    if syntax == "ntriples":
        lines = numbered(_mended(source, decision, findings))
        found: Iterable[Statement] = of_ntriples(((number, line.removesuffix("\r")) for number, line in lines), findings)
    else:
        found = _of_turtle("".join(_mended(source, decision, findings)), findings)
    return RdfDocument(syntax, decision.encoding, Graph(found, findings))


def _mended(source: Source, decision: Decision, findings: Findings) -> Iterator[str]:
    line, column = 1, 1
    for text in texts(source, decision):
        yield mended(text, decision, findings, line, column)
        line, column = moved(line, column, text, 0, len(text))


# Turtle


def _of_turtle(text: str, findings: Findings) -> Iterable[Statement]:
    marked = marked_turtle(text)
    place = (lambda n, value: _placed(value, *marked.places[n])) if can_mark(text) else None
    try:
        triples = _parsed(lambda graph: graph.parse(data=marked.text, format="turtle", publicID=_BASE))
        return list(_distinct(_statement(triple, place) for triple in triples))
    except Exception:
        # Where the marks are to blame the document is read without them, and has no places.
        pass
    try:
        return _distinct(map(_statement, _parsed(lambda graph: graph.parse(data=text, format="turtle", publicID=_BASE))))
    except RecursionError:
        findings.say(rules.TOO_DEEP)
    except Exception as error:
        _say_syntax(findings, text, error)
    return ()


def _say_syntax(findings: Findings, text: str, error: Exception) -> None:
    """The finding for what rdflib raised: a syntax error of its own, or whatever it stumbled over."""
    at = getattr(error, "_i", None)
    if not isinstance(at, int) or not 0 <= at <= len(text):
        findings.say(rules.SYNTAX, syntax="Turtle", found=type(error).__name__ if not text else text[-40:])
        return
    line, column = moved(1, 1, text, 0, at)
    near = text[at : at + 40].split("\n", maxsplit=1)[0] or text[max(0, at - 40) : at].rsplit("\n", maxsplit=1)[-1]
    findings.say(rules.SYNTAX, value=near, place=Place(None, line, column), syntax="Turtle", found=near)


def _placed(value: Value, line: int, column: int) -> Value:
    return Value(value.text, value.type, value.datatype, value.lang, line, column)


# RDF/XML


def _of_rdfxml(source: Source, findings: Findings, encoding: str | None) -> RdfDocument:
    seen = Findings(findings.limit)
    document = read_xml(source, seen, encoding)
    for _ in document.records():
        pass
    told = [finding for finding in seen.kept() if finding.rule in _WELL_FORMED]
    for finding in told:
        findings.add(finding)
    graph = Graph((), findings)
    if all(finding.severity < Severity.ERROR or finding.rule in {xml_rules.ENCODING, UNDECODABLE} for finding in told):
        text = "".join(_mended(source, document.decision, Findings(0)))
        data = _DECLARATION.sub(lambda match: "\n" * match[0].count("\n"), text, count=1)
        try:
            triples = _parsed(lambda made: made.parse(data=data.encode(), format="xml", publicID=_BASE))
            graph = Graph(_distinct(map(_statement, triples)), findings)
        except Exception as error:
            _say_broken(findings, error, data)
    return RdfDocument("rdfxml", document.encoding, graph)


def _say_broken(findings: Findings, error: Exception, text: str) -> None:
    if isinstance(error, RecursionError):
        findings.say(rules.TOO_DEEP)
        return
    match = re.search(r":(\d+):(\d+): ", str(error))
    place = Place(None, int(match[1]), int(match[2]) + 1) if match else Place()
    lines = text.split("\n")
    near = lines[int(match[1]) - 1].strip() if match and int(match[1]) <= len(lines) else "rdf:RDF"
    findings.say(rules.SYNTAX, place=place, syntax="RDF/XML", found=near[:40])


# JSON-LD


def _of_jsonld(
    source: Source, findings: Findings, encoding: str | None, contexts: Contexts, needed: Callable[[str], bool]
) -> RdfDocument:
    reader = read_json(source, findings, encoding)
    whole = reader.whole()
    if whole is None:
        return RdfDocument("jsonld", reader.encoding, Graph((), findings))
    document = RdfDocument("jsonld", reader.encoding, Graph((), findings), Places(whole.text, whole.start))
    try:
        prepared = prepare(whole.value, contexts, marking=can_mark(whole.text))
        if prepared.remote:
            document.remote = True
            _say_remote(document, findings, prepared, contexts, needed(whole.text))
        else:
            _say_no_iris(document, findings, prepared)
            document.graph = Graph(_of_prepared(document, findings, prepared, whole.value), findings)
    except RecursionError:
        findings.say(rules.TOO_DEEP)
    except Exception:
        place = document.place(Leaf("", Place(pointer="")))
        findings.say(rules.SYNTAX, place=place, syntax="JSON-LD", found=whole.text[whole.start : whole.start + 40])
    return document


def _say_remote(document: RdfDocument, findings: Findings, prepared: Prepared, contexts: Contexts, needed: bool) -> None:
    known = Text("", "") if not (contexts and needed) else Text(_KNOWN.ja + "、".join(contexts), _KNOWN.en + ", ".join(contexts))
    severity = Severity.ERROR if needed else Severity.INFO
    for address, steps in prepared.remote:
        place = document.place(Leaf("", Place(pointer=short_pointer(list(steps)))))
        read = rules.NEEDED if needed else rules.AS_JSON
        findings.say(rules.REMOTE_CONTEXT, severity, value=address, place=place, hint_read=read, hint_known=known)


def _say_no_iris(document: RdfDocument, findings: Findings, prepared: Prepared) -> None:
    for text, steps in prepared.no_iris:
        place = document.place(Leaf("", Place(pointer=short_pointer(list(steps)))))
        findings.say(rules.NO_IRI, value=text, place=place)


def _of_prepared(document: RdfDocument, findings: Findings, prepared: Prepared, data: Data) -> Iterable[Statement]:
    seen: set[int] = set()

    def place(number: int, value: Value) -> Value:
        seen.add(number)
        kind = prepared.kinds[number]
        native = kind not in {"", "faulty"} and not value.datatype
        datatype, lang = (kind, "") if native else (value.datatype, value.lang)
        steps = prepared.steps[number]
        return Value(value.text, literal_type(datatype), datatype, lang, steps=steps, faulty=kind == "faulty")

    try:
        found = list(_distinct(_statement(triple, place) for triple in _of_json(prepared.data)))
    except ValueError:
        # A mark came to stand within a text (a literal of JSON): without places, then.
        return _distinct(map(_statement, _of_json(prepare(data, {}, marking=False).data)))
    _say_unmapped(document, findings, prepared, seen)
    return found


def _of_json(data: Any) -> list[Any]:
    from rdflib.plugins.parsers.jsonld import to_rdf

    return _parsed(lambda graph: to_rdf(data, graph, base=_BASE))


def _say_unmapped(document: RdfDocument, findings: Findings, prepared: Prepared, seen: set[int]) -> None:
    """A finding for every item, the outermost only, of which nothing came to be in the graph."""
    alive = {prepared.steps[number][:length] for number in seen for length in range(len(prepared.steps[number]) + 1)}
    told: set[tuple[str, ...]] = set()
    nameless = [steps[:-1] for _, steps in prepared.no_iris]
    for number, steps in enumerate(prepared.steps):
        if number in seen or not prepared.meant.isdisjoint(steps) or any(steps[: len(node)] == node for node in nameless):
            continue
        lost = next(steps[:length] for length in range(1, len(steps) + 2) if steps[:length] not in alive or length > len(steps))
        if lost and lost not in told:
            told.add(lost)
            pointer = short_pointer(list(lost))
            place = document.place(Leaf("", Place(pointer=pointer)))
            findings.say(rules.UNMAPPED, value=lost[-1], place=place, found=pointer or lost[-1])


# rdflib


def _parsed(parse: Callable[[Any], object]) -> list[Any]:
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


def _statement(triple: Any, place: Callable[[int, Value], Value] | None = None) -> Statement:
    """A triple of rdflib as a statement. ValueError where a mark stands in the wrong place."""
    subject, predicate, term = triple
    return _named(subject), _named(predicate), _value(term, place)


def _named(term: Any) -> str:
    from rdflib import BNode

    text, number = unmarked(str(term))
    if number is not None:
        raise ValueError("a mark in a name")
    return f"_:{text}" if isinstance(term, BNode) else text.removeprefix(_BASE)


def _value(term: Any, place: Callable[[int, Value], Value] | None) -> Value:
    from rdflib import Literal

    if not isinstance(term, Literal):
        return Value(_named(term), "iri")
    text, number = unmarked(str(term)) if place is not None else (str(term), None)
    datatype = plain_datatype(str(term.datatype) if term.datatype else None)
    value = Value(text, literal_type(datatype), datatype, term.language or "")
    return value if number is None or place is None else place(number, value)


def _distinct(found: Iterable[Statement]) -> Iterator[Statement]:
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
