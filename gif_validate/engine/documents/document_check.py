"""One file of records (JSON, XML, RDF): read in its syntax, and its records against their class."""

from __future__ import annotations

from collections.abc import Callable

from ...catalogue.report import FileReport, Findings
from ...readers.formats import Kind
from ...readers.json.reader import JsonDocument, read_json
from ...readers.rdf.reader import RdfDocument, read_rdf
from ...readers.source import Source
from ...readers.xml.reader import XmlDocument, read_xml
from ...readers.xml.rules import OF_DATA
from ..levels import has_levels
from ..options import Options
from ..values.leaks import may_hold, report_mentioned
from .namespaces import SERIALISATIONS, check_namespace, contexts, known_namespaces, names_ours
from .recognise import is_item_of, is_record_of
from .tree_check import TreeCheck


def check_document(
    source: Source, kind: Kind, options: Options, report: FileReport, findings: Findings, progress: Callable[[int], None]
) -> None:
    """Fills the report and the findings. OSError where the source cannot be read."""
    document: JsonDocument | XmlDocument | RdfDocument
    open_names = False

    def needed(text: str) -> bool:
        return names_ours(text, options.namespace) or (options.model is not None and has_levels(options.model))

    if kind == "json":
        document = read_json(source, findings, options.encoding, lambda: report.standard is not None)
    elif kind == "xml":
        document = read_xml(source, findings, options.encoding, is_record_of(options.model), is_item=is_item_of(options.model))
    else:
        document = read_rdf(source, findings, kind, options.encoding, contexts(), needed)
        if document.remote:
            # What there is to say of the written form has been said.
            document, kind, open_names = read_json(source, Findings(0), options.encoding), "json", True
    report.encoding = document.encoding
    check = TreeCheck(
        report,
        findings,
        SERIALISATIONS[kind],
        options.model,
        options.pattern,
        options.require_standard,
        known_namespaces(options.namespace),
        progress,
        open_names,
        has_numbers=document.encoding not in {"ascii", "utf-8"} or may_hold(source),
    )
    check.run(document)
    if check.has_numbers:
        report_mentioned(source, document.encoding, findings)
    if isinstance(document, XmlDocument):
        if report.standard is None:
            findings.withdraw(OF_DATA)
        check_namespace(document, options.namespace, report, findings)
