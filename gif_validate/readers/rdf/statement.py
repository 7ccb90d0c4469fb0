"""A statement of RDF, with the place of its object where that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..record import SourceType

Syntax = Literal["turtle", "trig", "ntriples", "nquads", "rdfxml", "jsonld"]
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NUMBERS = {"integer", "decimal", "double", "float"}


@dataclass(frozen=True, slots=True)
class Value:
    """The object of a statement: its lexical form, or an IRI, or ``_:`` and the label of a blank node.

    ``steps`` is the way to it in a JSON document. ``datatype`` is empty for plain strings, xsd:string among them.
    """

    text: str
    type: SourceType = "text"
    datatype: str = ""
    lang: str = ""
    line: int | None = None
    column: int | None = None
    steps: tuple[str, ...] | None = None
    faulty: bool = False

    @property
    def meaning(self) -> tuple[str, bool, str, str]:
        """What makes two objects the same, wherever they stand."""
        return (self.text, self.type == "iri", self.datatype, self.lang.lower())


Statement: TypeAlias = "tuple[str, str, Value]"
"""Subject, predicate, object; a subject is an IRI, or ``_:`` and the label of a blank node."""


def literal_type(datatype: str) -> SourceType:
    """What a datatype says a literal is: number, boolean, or text.

    >>> literal_type("http://www.w3.org/2001/XMLSchema#integer")
    'number'
    """
    name = datatype.removeprefix(XSD) if datatype.startswith(XSD) else ""
    return "number" if name in _NUMBERS else "boolean" if name == "boolean" else "text"


def plain_datatype(datatype: str | None) -> str:
    """The datatype as a leaf has it: none for xsd:string and language-tagged strings."""
    return "" if datatype in {None, XSD + "string", RDF + "langString"} else str(datatype)
