"""XML Schema that the user brings: its results as findings with line and path. XSD 1.0 (libxml2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ...catalogue.finding import Finding, Place
from ...catalogue.text import Text, show
from ...readers.source import Source
from .rules import XSD
from .unusable import UnusableError, is_remote, remote

_XS = "{http://www.w3.org/2001/XMLSchema}"
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_NAMESPACE = re.compile(r"\{[^{}\s]*[:/][^{}\s]*\}")
_ELEMENT = re.compile("Element '([^']+)'")
_SAID = {
    "SCHEMAV_ELEMENT_CONTENT": "要素の順序、回数、名前のどれかがスキーマと違います",
    "SCHEMAV_CVC_PATTERN_VALID": "値の書式が違います",
    "SCHEMAV_CVC_ENUMERATION_VALID": "値が選択肢にありません",
    "SCHEMAV_CVC_ELT_1": "最上位の要素がスキーマにありません",
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1": "スキーマにない属性があります",
    "SCHEMAV_CVC_COMPLEX_TYPE_4": "必須の属性がありません",
}
_LONGEST = 300
_NCNAME = Text(
    "。XML Schema 1.0（libxml2）の名前（xs:NCName）は XML 1.0 第4版までの文字に限られ、全角数字、中黒、括弧などを含む名前は使えません",
    ". Names in XML Schema 1.0 as libxml2 reads it (xs:NCName) are those of the fourth edition of XML 1.0: no full-width digit, no ・",
)
_OTHER = "スキーマに合いません"


def findings(source: Source, path: Path) -> Iterator[Finding]:
    """What the schema says of a document. What the document itself names as its schema is not looked at.

    Raises UnusableError for a schema that is none, or that would have to be fetched in part; OSError where it cannot be read.
    """
    from lxml import etree

    schema = _schema(path)
    try:
        document = etree.fromstring(b"".join(source.blocks()), _parser())
    except etree.XMLSyntaxError:
        return
    for element in document.iter():
        for name in ("schemaLocation", "noNamespaceSchemaLocation"):
            element.attrib.pop(_XSI + name, None)
    schema.validate(document)
    for error in schema.error_log:
        yield _finding(error)


def _parser() -> Any:
    from lxml import etree

    return etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False, huge_tree=False)


def _schema(path: Path) -> Any:
    """The schema with what it imports from beside it."""
    from lxml import etree

    _look_through(path, path.resolve().parent, set())
    try:
        return etree.XMLSchema(etree.parse(str(path), _parser()))
    except etree.XMLSchemaParseError as error:
        said = _plain(str(error))
        names = _NCNAME if "NCName" in said else Text("", "")
        raise UnusableError(Text(f"XML Schema として誤りがあります{names.ja}", f"no XML Schema: {said}{names.en}")) from error


def _look_through(path: Path, folder: Path, seen: set[Path]) -> None:
    """Refuses a schema that leads out of its folder, itself or by what it imports."""
    from lxml import etree

    if path in seen:
        return
    seen.add(path)
    try:
        tree = etree.fromstring(path.read_bytes(), _parser())
    except etree.XMLSyntaxError as error:
        raise UnusableError(Text("XML ではありません", "it is not XML")) from error
    for name in ("import", "include", "redefine"):
        for element in tree.iter(_XS + name):
            location = element.get("schemaLocation")
            if location is None:
                continue
            beside = (path.parent / unquote(location)).resolve()
            if is_remote(location) or not beside.is_relative_to(folder):
                raise remote(location)
            if beside.is_file():
                _look_through(beside, folder, seen)


def _finding(error: Any) -> Finding:
    english = _plain(error.message)
    problem = Text(f"{_SAID.get(error.type_name, _OTHER)}（{english}）", english)
    # The path of libxml2 has no names where there is a namespace; the message has that of the element.
    names = re.findall(r"[^/:\[\]{}*0-9][^/:\[\]{}]*(?=\[|/|$)", error.path or "") or _ELEMENT.findall(english)[:1]
    place = Place(line=error.line or None, column=error.column or None)
    return Finding(XSD, XSD.severity, None, {"problem": problem}, place, names[-1] if names else None, "/".join(names) or None)


def _plain(message: str) -> str:
    """A message of libxml2 without namespaces, as it may stand on a terminal: it quotes values of the file."""
    return show(_NAMESPACE.sub("", message), _LONGEST)
