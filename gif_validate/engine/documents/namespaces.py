"""Namespaces (名前空間) of GIF's terms in XML and RDF, and the JSON-LD contexts at hand. GIF has published none: DS-438, XSD header.

The default is ``urn:x-gif:pd:``; the placeholder of GIF's schema is understood as well. What a context says here is only which term a
name stands for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from ...catalogue.finding import Place
from ...catalogue.report import FileReport, Findings
from ...catalogue.rule import Severity
from ...catalogue.text import Text
from ...models.index import models
from ...readers.formats import Kind
from ...readers.xml.reader import XmlDocument
from ...resources import data
from ..levels import has_levels
from . import tree_rules as rules
from .naming import Serialisation

BASE = "urn:x-gif:pd:"
CODES = "urn:x-gif:pcd:"
_PLACEHOLDERS = ("http://xxx/xxx/gif/xxx", "http://xxx/xxx/gif/codelist/xxx")
CONTEXT = "urn:x-gif:context"
"""Address of the context that maps the English and Japanese names of all items to their terms."""
_IMI = ("imi.go.jp/ns/", "imi.ipa.go.jp/ns/")
_PREFIXED = re.compile(r'"(?:pd|pcd|gcm|gcd|ic):')
SERIALISATIONS: Mapping[Kind, Serialisation] = {
    "json": "json",
    "jsonld": "rdf",
    "xml": "xml",
    "rdfxml": "rdf",
    "turtle": "rdf",
    "trig": "rdf",
    "ntriples": "rdf",
    "nquads": "rdf",
}


def known_namespaces(own: str) -> tuple[str, ...]:
    """The beginnings of the IRIs of GIF's terms; ``own`` is the one that the user names."""
    found = (*((own,) if own else ()), BASE, CODES, *_PLACEHOLDERS)
    return tuple(sorted(found, key=len, reverse=True))


def is_of_another(document: object, known: tuple[str, ...]) -> bool:
    """True for an XML document whose root element stands in a namespace that is none of those known."""
    found = document.root_namespace if isinstance(document, XmlDocument) else None
    return found is not None and not found.startswith(known)


def names_ours(text: str, own: str) -> bool:
    """True for the text of a document that names terms of GIF or IMI by an IRI, a prefix that GIF and IMI print, or a context at hand."""
    return any(each in text for each in (*known_namespaces(own), *_IMI, *contexts())) or _PREFIXED.search(text) is not None


def check_namespace(document: XmlDocument, own: str, report: FileReport, findings: Findings) -> None:
    """Says so where the root element stands in a namespace that is neither the user's nor a known one."""
    found = document.root_namespace
    if report.standard is None or not any(model.full_id == report.standard and has_levels(model) for model in models().values()):
        return
    if found == own if own else found is None or found in known_namespaces(""):
        return
    expected = own or BASE
    problem = Text(rules.OTHER_NAMESPACE.ja.format(expected), rules.OTHER_NAMESPACE.en.format(expected))
    severity = Severity.ERROR if own else Severity.INFO
    findings.say(rules.XML_FORM, severity, value=found or "", place=Place(line=1), problem=problem)


@cache
def contexts() -> Mapping[str, Any]:
    """Address → context, for all that are at hand; nothing is ever fetched."""
    folder = data("shapes") / "vocabularies"
    bundled: dict[str, Any] = json.loads((folder / "contexts.json").read_text(encoding="utf-8"))
    return {**bundled, CONTEXT: _of_gif()}


def _of_gif() -> dict[str, Any]:
    """The context of the core classes, from their definitions."""
    terms: dict[str, Any] = {"pd": BASE, "pcd": CODES}
    for model in models().values():
        if not has_levels(model):
            continue
        name = "".join(word.capitalize() for word in model.id.rpartition("/")[2].split("-"))
        terms[name] = f"{BASE}{name}"
        for item in model.fields:
            english = model.name_in("json", item).partition("/")[0]
            labelled = {"@context": {"code": f"{CODES}code", "value": f"{CODES}value"}} if "/" in item.path else {}
            definition = {"@id": f"{BASE}{english}", **labelled}
            terms.setdefault(english, definition)
            terms.setdefault(item.where.partition("/")[0], definition)
    return {"@context": terms}
