"""One file: what it is, how it is encoded, and its table against the standard."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..catalogue.finding import Finding
from ..catalogue.report import FileReport, Findings
from ..catalogue.rule import Severity
from ..catalogue.text import Text
from ..characters import encodings
from ..characters.encodings import Decision, Sniffer, least_faulty
from ..readers import file_rules as rules
from ..readers.csv_reader import SEPARATOR_NAMES, CsvReader, separator_of
from ..readers.formats import Kind, kind_of
from ..readers.mixed import MixedEncodings
from ..readers.source import FORMATS, NAMED_FORMATS, Source, format_of
from ..readers.table_rules import NO_TABLE, SEPARATOR
from .foreign import schemas
from .options import Options
from .plain_text import is_words
from .tables.table_check import TableCheck
from .values.leaks import has_leak, redact, report_mentioned

_TO_JUDGE = 1 << 16
_CSV = {"csv", ""}
"""Names that promise commas; a text file does where it follows a standard."""


def check_file(source: Source, options: Options, progress: Callable[[int], None] = lambda _: None) -> FileReport:
    """Checks one file. Whatever is wrong with it is a finding; nothing raises."""
    report = FileReport(path=source.name)
    findings = Findings(options.max_findings)
    try:
        _FileCheck(source, options, report, findings, progress).run()
    except OSError as error:
        findings.say(rules.UNREADABLE, found=error.strerror or str(error))
    report.counts = findings.counts
    report.findings = findings.kept()
    report.groups = list(findings.groups.values())
    report.truncated = findings.truncated
    report.judge()
    if has_leak(report):
        redact(report)
    return report


@dataclass(slots=True)
class _FileCheck:
    source: Source
    options: Options
    report: FileReport
    findings: Findings
    progress: Callable[[int], None]

    def run(self) -> None:
        found = format_of(self.source)
        self.report.format = found
        promised = NAMED_FORMATS.get(self.source.suffix)
        if found == "empty":
            self.report.sha256 = self.source.sha256()
            self.findings.say(rules.EMPTY)
            return
        if promised is not None and promised != found:
            named = f".{self.source.suffix}"
            hint = Text("中身に合う拡張子にします。", "Give the file a name that fits.")
            self.findings.say(rules.OTHER_CONTENT, value=self.source.suffix, named=named, found=FORMATS[found], hint_format=hint)
        if found == "csv":
            self._csv()
        elif found in {"xlsx", "xls", "ods"}:
            self.report.sha256 = self.source.sha256()
            self._workbook()
        elif (kind := kind_of(self.source)) is not None:
            self.report.sha256 = self.source.sha256()
            self._tree(kind)
        else:
            self.report.sha256 = self.source.sha256()
            if promised is None or promised == found:
                self.findings.say(rules.NOT_READ, found=FORMATS[found])
        if self.options.foreign:
            schemas.check(self.options.foreign, self.source, kind_of(self.source), self.findings, self.options.encoding)

    def _csv(self) -> None:
        decision = self._decide()
        self.report.encoding, self.report.alternatives = decision.encoding, decision.alternatives
        texts = self._texts(decision)
        head = next(texts, "")
        separator = separator_of(head[:_TO_JUDGE])
        if self.options.model is None and is_words(self.source, head[:_TO_JUDGE], separator):
            self.report.format = "text"
            self.findings.say(NO_TABLE, Severity.ERROR if self.options.require_standard else None)
            report_mentioned(self.source, decision.encoding, self.findings)
            return
        reader = CsvReader(separator)
        table = self._table(decision.encoding)
        blocks = reader.blocks(_again(head, texts))
        mixed = MixedEncodings(decision.encoding)
        # Who names an encoding wants to see what it does not explain.
        table.run(blocks if self.options.encoding else mixed.blocks(blocks))
        mixed.close(self.findings)
        if separator != "," and (self.source.suffix in _CSV or (self.source.suffix != "tsv" and self.report.standard)):
            self.findings.say(SEPARATOR, value=separator, found=SEPARATOR_NAMES[separator])
        self.report.line_end = " / ".join({"\r\n": "CRLF", "\n": "LF", "\r": "CR"}[end] for end in reader.ends) or None
        self._judge_encoding(decision, table)

    def _workbook(self) -> None:
        from ..readers.xlsx.workbook import WorkbookError, open_workbook

        try:
            workbook = open_workbook(self.source, self.options.sheet)
        except WorkbookError as error:
            trouble = error.trouble
            self.findings.add(Finding(trouble.rule, trouble.rule.severity, trouble.value, trouble.details))
            return
        self.report.sheet = workbook.sheet
        self._table("xlsx").run(workbook.blocks())
        if workbook.others and self.options.sheet is None:
            self.findings.say(rules.OTHER_SHEETS, value=workbook.sheet, found=", ".join(workbook.others))

    def _tree(self, kind: Kind) -> None:
        # The readers of JSON, XML and RDF are loaded for such files alone.
        from .documents.document_check import check_document

        check_document(self.source, kind, self.options, self.report, self.findings, self.progress)

    def _table(self, encoding: str) -> TableCheck:
        options = self.options
        return TableCheck(self.report, self.findings, encoding, options.model, options.require_standard, self.progress, options.pattern)

    def _decide(self) -> Decision:
        """The encoding, from all bytes; the digest is taken on the way."""
        digest, sniffer = hashlib.sha256(), Sniffer()
        for block in self.source.blocks():
            digest.update(block)
            sniffer.feed(block)
        sniffer.feed(b"", final=True)
        self.report.sha256 = digest.hexdigest()
        if self.options.encoding is not None:
            return Decision(self.options.encoding)
        return sniffer.decide() or least_faulty(self.source.blocks())

    def _texts(self, decision: Decision) -> Iterator[str]:
        """The text, block by block, without a byte order mark."""
        decoder, first = decision.decoder(), True
        for block in self.source.blocks():
            text = decoder.decode(block)
            if first and text:
                text, first = text.removeprefix("\ufeff"), False
            yield text
        yield decoder.decode(b"", final=True)

    def _judge_encoding(self, decision: Decision, table: TableCheck) -> None:
        """Says what is to be said of the encoding, by the standard where it prescribes one."""
        encoding = decision.encoding
        if decision.without_bom:
            self.findings.say(rules.NO_BOM, value=encoding, found=encoding)
        if decision.alternatives:
            self.findings.say(rules.TWO_READINGS, value=encoding, found=encoding, others=", ".join(decision.alternatives))
        expected = table.expected_encodings
        if encoding == "ascii" or encoding in expected:
            return
        if expected and "utf-8" not in expected:
            self.findings.say(rules.OTHER_ENCODING, value=encoding, found=encoding, expected=", ".join(expected))
        elif table.is_gtfs:
            self.findings.say(rules.NOT_UTF_8, value=encoding)
        elif encoding == "utf-8-sig":
            self.findings.say(encodings.BOM, value=encoding)
        elif encoding != "utf-8":
            self.findings.say(encodings.UTF_8, value=encoding)


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest
