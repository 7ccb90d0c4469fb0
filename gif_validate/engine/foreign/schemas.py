"""Schemas that the user brings: JSON Schema, SHACL and XML Schema, run through the same report.

Nothing is fetched: a reference that leads out of the machine makes the schema unusable, and says so. Files beside the schema may be
referred to. The libraries are imported only here; ImportError where one is not installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...catalogue.finding import Finding
from ...catalogue.report import Findings
from ...catalogue.text import Text
from ...readers.formats import Kind
from ...readers.source import Source
from ..options import Foreign
from .rules import OTHER_FORMAT, UNUSABLE
from .unusable import UnusableError

KINDS: dict[str, tuple[Kind, ...]] = {
    "JSON Schema": ("json", "jsonld"),
    "SHACL": ("turtle", "trig", "ntriples", "nquads", "rdfxml", "jsonld"),
    "XML Schema": ("xml", "rdfxml"),
}
_FOR = {"JSON Schema": "JSON", "SHACL": "RDF", "XML Schema": "XML"}


def check(own: Foreign, source: Source, kind: Kind | None, findings: Findings, encoding: str | None = None) -> None:
    """Adds what these say of a file; ``kind`` is None for a table. A file that its reader refuses has been reported by that."""
    for language, path in (("JSON Schema", own.schema), ("SHACL", own.shapes), ("XML Schema", own.xsd)):
        if path is None:
            continue
        if kind not in KINDS[language]:
            findings.say(OTHER_FORMAT, value=language, expected=_FOR[language])
            continue
        for finding in _said(language, source, kind, path, encoding):
            findings.add(finding)


def _said(language: str, source: Source, kind: Kind, path: Path, encoding: str | None) -> Iterator[Finding]:
    from . import json_schema, shacl, xsd

    try:
        if language == "JSON Schema":
            yield from json_schema.findings(source, path, encoding)
        elif language == "SHACL":
            yield from shacl.findings(source, kind, path, encoding)
        else:
            yield from xsd.findings(source, path)
    except UnusableError as error:
        yield Finding(UNUSABLE, UNUSABLE.severity, path.name, {"problem": error.why})
    except OSError as error:
        why = Text(f"読めません（{error.strerror}）", f"it cannot be read ({error.strerror})")
        yield Finding(UNUSABLE, UNUSABLE.severity, path.name, {"problem": why})
