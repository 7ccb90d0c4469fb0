"""Which reader a file of JSON, XML or RDF needs, by content first and by name second."""

from __future__ import annotations

import re
from typing import Literal

from .source import Source, format_of

Kind = Literal["json", "jsonld", "xml", "rdfxml", "turtle", "trig", "ntriples", "nquads"]
"""json: also JSON Lines, which the reader tells apart · rdfxml: RDF/XML; any other XML is xml."""

_MARKED_UP = re.compile(r"\s*<(?:\?[A-Za-z_]|!DOCTYPE|!--|[^\W\d][\w.-]*(?::[\w.-]+)?(?:\s+[\w:.-]+\s*=|\s*/?>))")
_BY_NAME: dict[str, Kind] = {"ttl": "turtle", "n3": "turtle", "trig": "trig", "nq": "nquads"}
"""Names that say which is meant: every document of N-Triples is one of Turtle as well."""
_XML_START = re.compile(r"\s*<(?:\?[A-Za-z_]|!DOCTYPE|rdf:RDF)")
_IRI = r'<[^\x00-\x20<>"{}|^`]*>'
_TRIPLE = re.compile(
    rf"\s*(?:#[^\n]*\n\s*)*(?:{_IRI}|_:\S+)[ \t]*{_IRI}[ \t]*(?:{_IRI}|_:\S+|\"[^\r\n]*)[ \t]*\.[ \t]*(?:#[^\r\n]*)?(?:\r|\n|$)"
)
_RDF_ROOT = re.compile(r"<(?:[\w.-]+:)?RDF\s[^>]*http://www\.w3\.org/1999/02/22-rdf-syntax-ns#")
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?|[{}\[\]]')
_IRI_NAME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def kind_of(source: Source) -> Kind | None:
    """The kind of a source, or None where it is none of these. OSError where it cannot be read.

    JSON is JSON-LD where its root, or a record of its root, has a ``@context`` or ``@graph``, or is a node of expanded JSON-LD.
    """
    found = format_of(source)
    if found not in {"json", "xml", "rdf"}:
        return None
    text = _head(source)
    if found == "json":
        return "jsonld" if source.suffix == "jsonld" or _is_linked(_root_names(text)) else "json"
    if found == "rdf" and source.suffix in _BY_NAME and not _XML_START.match(text):
        return _BY_NAME[source.suffix]
    if _TRIPLE.match(text):
        return "ntriples"
    if found == "xml" or _MARKED_UP.match(text):
        return "rdfxml" if found == "rdf" or _RDF_ROOT.search(text) else "xml"
    return "ntriples" if source.suffix == "nt" else "turtle"


def _root_names(text: str) -> set[str]:
    """The names in the root object, or in the objects of the root array, as far as the beginning of a file shows them."""
    found: set[str] = set()
    opened: list[str] = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in "{[":
            opened.append(token)
        elif token in "}]":
            opened = opened[:-1]
        elif match[2] and opened in (["{"], ["[", "{"]):
            found.add(match[1])
    return found


def _is_linked(names: set[str]) -> bool:
    """True for the names of a document of JSON-LD; other JSON may have an ``@id`` of its own."""
    if names & {"@context", "@graph"} or {"@id", "@type"} <= names:
        return True
    others = [name for name in names if not name.startswith("@")]
    return bool(names & {"@id", "@type"}) and bool(others) and all(map(_IRI_NAME.match, others))


def _head(source: Source) -> str:
    head = source.head()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
