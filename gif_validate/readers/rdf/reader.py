"""RDF as records: Turtle, TriG, N-Triples, N-Quads, RDF/XML and JSON-LD, with the lexical form of every literal as it is written.

N-Triples and N-Quads are read line by line, Turtle and TriG by `turtle`, the rest by rdflib; the graph is kept in memory. `marks` tells
those parsers places without their knowing: the line and column of literals in Turtle, the pointer in JSON-LD. Named graphs are read as one
graph. Nothing is ever fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ...catalogue.finding import Place
from ...catalogue.report import Findings
from ...catalogue.rule import Severity
from ...catalogue.text import Text
from ...characters import encodings
from ...characters.encodings import Decision
from ..decoding import decide, mended, moved, numbered, texts
from ..file_rules import UNDECODABLE
from ..json.places import Places
from ..json.reader import read_json
from ..json.scan import Value as Data
from ..json.scan import steps_of
from ..json.tree import short_pointer
from ..record import Leaf, Node
from ..source import Source
from ..xml import rules as xml_rules
from ..xml.reader import read_xml
from . import rules
from .jsonld import Contexts, Prepared, prepare
from .marks import can_mark
from .ntriples import statements as of_ntriples
from .rdflib_terms import BASE, distinct, parsed, statement
from .statement import Statement, Syntax, Value, literal_type
from .tree import Graph
from .turtle import of_turtle

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_NAMES = {"turtle": "Turtle", "rdfxml": "RDF/XML", "jsonld": "JSON-LD"}
_WELL_FORMED = {
    xml_rules.SYNTAX,
    xml_rules.TRUNCATED,
    xml_rules.DOCTYPE,
    xml_rules.ENTITY,
    xml_rules.DECLARED,
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

    def flat(self) -> Iterator[Node]:
        """The statements of every subject, without what they refer to."""
        return map(self.graph.flat, self.graph.by_subject)

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

    ``contexts``: the JSON-LD contexts at hand, by address; another address is a finding, an error where the text of the document shows
    that it is ``needed``. ``encoding`` overrules what the bytes say.
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
    if syntax in {"ntriples", "nquads"}:
        lines = numbered(_mended(source, decision, findings))
        found: Iterable[Statement] = of_ntriples(
            ((number, line.removesuffix("\r")) for number, line in lines), findings, quads=syntax == "nquads"
        )
    else:
        found = of_turtle("".join(_mended(source, decision, findings)), findings, graphs=syntax == "trig")
    return RdfDocument(syntax, decision.encoding, Graph(found, findings))


def _mended(source: Source, decision: Decision, findings: Findings) -> Iterator[str]:
    line, column = 1, 1
    for text in texts(source, decision):
        yield mended(text, decision, findings, line, column)
        line, column = moved(line, column, text, 0, len(text))


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
            triples = parsed(lambda made: made.parse(data=data.encode(), format="xml", publicID=BASE))
            graph = Graph(distinct(map(statement, triples)), findings)
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


def _of_jsonld(source: Source, findings: Findings, encoding: str | None, contexts: Contexts, needed: Callable[[str], bool]) -> RdfDocument:
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
        found = list(distinct(statement(triple, place) for triple in _of_json(prepared.data)))
    except ValueError:
        # A mark came to stand within a text (a literal of JSON): without places, then.
        return distinct(map(statement, _of_json(prepare(data, {}, marking=False).data)))
    _say_unmapped(document, findings, prepared, seen)
    return found


def _of_json(data: Any) -> list[Any]:
    from rdflib.plugins.parsers.jsonld import to_rdf

    return parsed(lambda graph: to_rdf(data, graph, base=BASE))


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
