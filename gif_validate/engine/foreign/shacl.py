"""SHACL shapes that the user brings: their results as findings with focus node, path and line. SHACL (W3C 2017-07-20)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...catalogue.finding import Finding, Place
from ...catalogue.report import Findings
from ...catalogue.rule import Severity
from ...catalogue.text import Text, show
from ...readers.formats import Kind
from ...readers.rdf.reader import RdfDocument, read_rdf
from ...readers.rdf.statement import Value
from ...readers.source import Source
from ..documents.namespaces import contexts
from .rules import SHACL
from .unusable import UnusableError

_SH = "http://www.w3.org/ns/shacl#"
_SYNTAX: dict[str, Kind] = {
    "ttl": "turtle",
    "n3": "turtle",
    "nt": "ntriples",
    "trig": "trig",
    "nq": "nquads",
    "rdf": "rdfxml",
    "xml": "rdfxml",
    "jsonld": "jsonld",
    "json": "jsonld",
}
_SEVERITIES = {"Violation": Severity.ERROR, "Warning": Severity.WARNING, "Info": Severity.INFO}
# What a query could fetch with.
_FETCHES = re.compile(r"\b(SERVICE|FROM|LOAD)\b", re.IGNORECASE)
_QUERIES = ("select", "ask", "construct")
_NO_MESSAGE = Text("条件に合いません", "the condition is not met")


def findings(source: Source, kind: Kind, path: Path, encoding: str | None = None) -> Iterator[Finding]:
    """What the shapes say of a document. ``owl:imports`` are not followed.

    Raises UnusableError for shapes that cannot be read, or whose queries would fetch something; OSError where the file cannot be had.
    """
    import pyshacl
    from rdflib import RDF, URIRef

    shapes = _shapes(path)
    document = _read(source, kind, encoding, Findings(1))
    try:
        _, results, text = pyshacl.validate(_graph(document), shacl_graph=shapes, do_owl_imports=False, js=False, inference="none")
    except Exception as error:  # what pyshacl raises for faulty shapes has no common class
        raise UnusableError(Text("シェイプに誤りがあります", f"the shapes are faulty ({type(error).__name__})")) from error
    if isinstance(results, Exception) or not hasattr(results, "subjects"):
        raise UnusableError(Text("シェイプに誤りがあります", f"the shapes are faulty ({text[:200]})"))
    lines = _lines(document)
    nested = set(results.objects(None, URIRef(_SH + "detail")))
    found = [
        _finding(results, result, lines) for result in results.subjects(RDF.type, URIRef(_SH + "ValidationResult")) if result not in nested
    ]
    yield from sorted(
        found, key=lambda each: (each.place.line or 0, each.place.node or "", each.path or "", each.value or "", str(each.details))
    )


def _read(source: Source, kind: Kind, encoding: str | None, heard: Findings) -> RdfDocument:
    assert kind != "json" and kind != "xml"  # noqa: PLR1714 - mypy narrows by each
    return read_rdf(source, heard, kind, encoding, contexts())


def _shapes(path: Path) -> Any:
    """The shapes, read by the reader that reads data: it fetches nothing."""
    kind = _SYNTAX.get(path.suffix.lower().lstrip("."), "turtle")
    heard = Findings(1)
    document = _read(Source.of_bytes(path.read_bytes(), path.name), kind, None, heard)
    if not document.graph.by_subject:
        raise UnusableError(Text("SHACL シェイプとして読めません", "it cannot be read as SHACL shapes"))
    for statements in document.graph.by_subject.values():
        for predicate, value in statements:
            if predicate in {_SH + query for query in _QUERIES} and _FETCHES.search(value.text):
                raise UnusableError(Text("問い合わせが外部のデータを読みます（SERVICE、FROM）", "a query reads other data (SERVICE, FROM)"))
    return _graph(document)


def _graph(document: RdfDocument) -> Any:
    """The statements for rdflib, every literal as it is written."""
    from rdflib import Graph

    graph = Graph()
    for subject, statements in document.graph.by_subject.items():
        for predicate, value in statements:
            graph.add((_term(subject), _term(predicate), _object(value)))
    return graph


def _term(name: str) -> Any:
    from rdflib import BNode, URIRef

    return BNode(name[2:]) if name.startswith("_:") else URIRef(name)


def _object(value: Value) -> Any:
    from rdflib import Literal, URIRef

    if value.type == "iri":
        return _term(value.text)
    if value.lang:
        return Literal(value.text, lang=value.lang)
    return Literal(value.text, datatype=URIRef(value.datatype) if value.datatype else None, normalize=False)


def _lines(document: RdfDocument) -> dict[tuple[str, str, str], Value]:
    """Where the values stand: subject, predicate, text → the value with its line."""
    return {
        (subject, predicate, value.text): value
        for subject, statements in document.graph.by_subject.items()
        for predicate, value in statements
        if value.line is not None
    }


def _finding(results: Any, result: Any, lines: dict[tuple[str, str, str], Value]) -> Finding:
    from rdflib import BNode, URIRef

    def one(name: str) -> Any:
        return results.value(result, URIRef(_SH + name))

    focus, path, value = one("focusNode"), one("resultPath"), one("value")
    node = f"_:{focus}" if isinstance(focus, BNode) else str(focus)
    plain = str(path) if isinstance(path, URIRef) else None
    shown = None if value is None or isinstance(value, BNode) else str(value)
    at = lines.get((node, plain or "", shown or ""))
    place = Place(line=at.line if at else None, column=at.column if at else None, node=node)
    severity = _SEVERITIES.get(str(one("resultSeverity")).removeprefix(_SH), Severity.ERROR)
    keyword = str(one("sourceConstraintComponent")).removeprefix(_SH).removesuffix("ConstraintComponent")
    problem = _message(results.objects(result, URIRef(_SH + "resultMessage")))
    field = re.split(r"[#/:]", plain)[-1] if plain else None
    return Finding(SHACL, severity, shown, {"keyword": keyword, "problem": problem}, place, field, field)


def _message(found: Any) -> Text:
    """The messages of a shape in both languages; one without a language serves where a language has none. They may quote the data."""
    by_language: dict[str, str] = {}
    for each in sorted(found, key=str):
        by_language.setdefault((each.language or "").partition("-")[0], show(str(each), None))
    other = by_language.get("") or next(iter(by_language.values()), "")
    return Text(by_language.get("ja") or other or _NO_MESSAGE.ja, by_language.get("en") or other or _NO_MESSAGE.en)
