"""Which reader a file of JSON, XML or RDF needs, by content first and by name second."""

from __future__ import annotations

import re
from typing import Literal

from .source import Source, format_of

Kind = Literal["json", "jsonld", "xml", "rdfxml", "turtle", "ntriples"]
"""json: also JSON Lines, which the reader tells apart · rdfxml: RDF/XML; any other XML is xml."""

_MARKED_UP = re.compile(r"\s*<(?:\?xml|!DOCTYPE|!--|[^\W\d][\w.-]*(?::[\w.-]+)?(?:\s+[\w:.-]+\s*=|\s*/?>))")
_XML_START = re.compile(r"\s*<(?:\?xml|!DOCTYPE|rdf:RDF)")
_IRI = r'<[^\x00-\x20<>"{}|^`]*>'
_TRIPLE = re.compile(
    rf"\s*(?:#[^\n]*\n\s*)*(?:{_IRI}|_:\S+)[ \t]*{_IRI}[ \t]*(?:{_IRI}|_:\S+|\"[^\r\n]*)[ \t]*\.[ \t]*(?:#[^\r\n]*)?(?:\r|\n|$)"
)
_RDF_ROOT = re.compile(r"<(?:[\w.-]+:)?RDF\s[^>]*http://www\.w3\.org/1999/02/22-rdf-syntax-ns#")
_LINKED = re.compile(r'[{,]\s*"@(?:context|graph|id)"\s*:')


def kind_of(source: Source) -> Kind | None:
    """The kind of a source, or None where it is none of these. OSError where it cannot be read.

    JSON that names a ``@context``, ``@graph`` or ``@id`` near its beginning is JSON-LD.
    """
    found = format_of(source)
    if found not in {"json", "xml", "rdf"}:
        return None
    text = _head(source)
    if found == "json":
        return "jsonld" if source.suffix == "jsonld" or _LINKED.search(text) else "json"
    if source.suffix in {"ttl", "n3"} and not _XML_START.match(text):
        return "turtle"
    if _TRIPLE.match(text):
        # Every document of N-Triples is one of Turtle as well; the name may say which is meant.
        return "turtle" if source.suffix in {"ttl", "n3"} else "ntriples"
    if _MARKED_UP.match(text):
        return "rdfxml" if found == "rdf" or _RDF_ROOT.search(text) else "xml"
    return "ntriples" if source.suffix == "nt" else "turtle"


def _head(source: Source) -> str:
    head = source.head()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
