"""Schemas that the user brings: JSON Schema, SHACL and XML Schema, run through the same report.

Nothing is fetched: a reference that leads out of the machine makes the schema unusable, and says so. Files beside the schema may be
referred to. The libraries are imported only here; ImportError where one is not installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...catalogue.finding import Finding
from ...catalogue.report import Findings
from ...catalogue.text import Text
from ...readers.formats import Kind
from ...readers.source import Source
from .rules import OTHER_FORMAT, UNUSABLE

KINDS: dict[str, tuple[Kind, ...]] = {
    "JSON Schema": ("json", "jsonld"),
    "SHACL": ("turtle", "trig", "ntriples", "nquads", "rdfxml", "jsonld"),
    "XML Schema": ("xml", "rdfxml"),
}
_FOR = {"JSON Schema": "JSON", "SHACL": "RDF", "XML Schema": "XML"}
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:|//|\\\\")


class UnusableError(Exception):
    """A schema that cannot be used: why, in both languages."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


@dataclass(frozen=True, slots=True)
class Foreign:
    """The schemas that the user names, each None where there is none."""

    schema: Path | None = None
    shapes: Path | None = None
    xsd: Path | None = None

    def __bool__(self) -> bool:
        return any((self.schema, self.shapes, self.xsd))

    def check(self, source: Source, kind: Kind | None, findings: Findings, encoding: str | None = None) -> None:
        """Adds what the schemas say of a file; ``kind`` is None for a table. A file that its reader refuses has been reported by that."""
        for language, path in (("JSON Schema", self.schema), ("SHACL", self.shapes), ("XML Schema", self.xsd)):
            if path is None:
                continue
            if kind not in KINDS[language]:
                findings.say(OTHER_FORMAT, value=language, expected=_FOR[language])
                continue
            for finding in _said(language, source, kind, path, encoding):
                findings.add(finding)


def _said(language: str, source: Source, kind: Kind, path: Path, encoding: str | None) -> Iterator[Finding]:
    from . import json_schema as foreign_json
    from . import shacl as foreign_rdf
    from . import xsd as foreign_xml

    try:
        if language == "JSON Schema":
            yield from foreign_json.findings(source, path, encoding)
        elif language == "SHACL":
            yield from foreign_rdf.findings(source, kind, path, encoding)
        else:
            yield from foreign_xml.findings(source, path)
    except UnusableError as error:
        yield Finding(UNUSABLE, UNUSABLE.severity, path.name, {"problem": error.why})
    except OSError as error:
        why = Text(f"読めません（{error.strerror}）", f"it cannot be read ({error.strerror})")
        yield Finding(UNUSABLE, UNUSABLE.severity, path.name, {"problem": why})


def is_remote(location: str) -> bool:
    """True for an address that is no path beside the schema."""
    return _REMOTE.match(location) is not None or location.startswith("/")


def remote(location: str) -> UnusableError:
    """The fault of referring to something that would have to be fetched."""
    return UnusableError(
        Text(f"「{location}」を参照していますが、ネットワークには接続しません", f'it refers to "{location}"; nothing is fetched')
    )
