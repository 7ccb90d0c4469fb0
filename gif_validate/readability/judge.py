"""A file against the rules of machine readability (機械可読性の検査): findings, states and scores. No network, no guessing machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..catalogue.finding import Finding
from ..catalogue.report import FileReport, Findings, Report, safe_json
from ..catalogue.text import Text
from ..readers import file_rules
from ..readers.source import FORMATS, NAMED_FORMATS, Source, format_of
from ..readers.xlsx.workbook import WorkbookError
from . import level1, of_cells, of_columns, of_files, of_layout, of_workbooks
from .criterion import Kind
from .layout import find
from .score import UNDECIDABLE, LevelScore, State, ministry, scores
from .seen import Seen
from .sheet import MAX_ROWS, Content, PartsError, of_csv, of_workbook

_CUT = Text(f"シートの先頭{MAX_ROWS:,}行だけを調べました", f"only the first {MAX_ROWS:,} rows of a sheet were looked at")
_NO_TABLE = Text("表が見つかりません", "no table was found")
_NO_PARTS = Text("xls 形式のため、結合・書式・数式などは調べていません", "merged cells, formats and formulas of xls files are not read")


@dataclass(frozen=True, slots=True)
class Judged:
    """A file with its findings, the scores of the three levels (none where it could not be read) and the Ministry's rules."""

    report: FileReport
    levels: tuple[LevelScore, ...] = ()
    ministry: Mapping[str, State] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """The file as the report writes it, with ``readability`` added."""
        told = {"levels": [level.as_dict() for level in self.levels], "ministry": dict(self.ministry)}
        return self.report.as_dict() | {"readability": told}


def judge(source: Source, *, encoding: str | None = None, sheet: str | None = None, max_findings: int = 1000) -> Judged:
    """Judges one file. Whatever is wrong with it is a finding; nothing raises."""
    report, findings = FileReport(path=source.name), Findings(max_findings)
    seen: Seen | None = None
    try:
        seen = _look(source, report, findings, encoding, sheet)
    except OSError as error:
        findings.say(file_rules.UNREADABLE, found=error.strerror or str(error))
    except (WorkbookError, PartsError) as error:
        trouble = error.trouble
        findings.add(Finding(trouble.rule, trouble.rule.severity, trouble.value, trouble.details))
    report.counts, report.findings = findings.counts, findings.kept()
    report.groups, report.truncated = list(findings.groups.values()), findings.truncated
    if seen is None:
        return Judged(report)
    levels, states = scores(seen), ministry(seen)
    judged = [*states.values(), *(state for level in levels for state in level.states.values())]
    report.coverage.checked = sum(1 for state in judged if state in {"kept", "broken", "open"})
    report.coverage.undecidable = tuple(UNDECIDABLE)
    return Judged(report, levels, states)


def to_json(judged: list[Judged], report: Report) -> str:
    """The report on several files as JSON, each file with ``readability`` added."""
    return safe_json(report.as_dict() | {"files": [each.as_dict() for each in judged]}, indent=2) + "\n"


def _look(source: Source, report: FileReport, findings: Findings, encoding: str | None, only: str | None) -> Seen | None:
    """Opens the file by what it is, and runs the checks; None where there is nothing to run them on."""
    found = format_of(source)
    report.format, report.sha256 = found, source.sha256()
    if found == "empty":
        findings.say(file_rules.EMPTY)
        return None
    promised = NAMED_FORMATS.get(source.suffix)
    if promised is not None and promised != found and found in {"csv", "xlsx", "xls"}:
        hint = Text("中身に合う拡張子にします。", "Give the file a name that fits.")
        named = f".{source.suffix}"
        findings.say(file_rules.OTHER_CONTENT, value=source.suffix, named=named, found=FORMATS[found], hint_format=hint)
    if found in {"xlsx", "xls"}:
        kind: Kind = "xlsx" if found == "xlsx" else "xls"
        return _look_into(of_workbook(source, only), Seen(kind, findings), report)
    if found == "csv":
        return _look_into(of_csv(source, encoding), Seen("csv", findings), report)
    seen = Seen("other", findings)
    seen.say(level1.FORMAT, value=source.suffix, found=FORMATS[found])
    return seen


def _look_into(content: Content, seen: Seen, report: FileReport) -> Seen:
    report.encoding = content.decision.encoding if content.decision else None
    unicode = content.decision is None or content.decision.encoding.startswith("utf")
    if content.parts is not None:
        of_workbooks.check_package(content.parts, content.hidden, seen)
    for sheet in content.sheets:
        layout = find(sheet)
        of_cells.check(sheet, layout, seen, unicode=unicode)
        if sheet.name is None:
            of_files.check_csv(sheet, layout, seen)
        of_workbooks.check(sheet, layout, seen)
        if layout is not None:
            report.records = (report.records or 0) + layout.records
            report.columns = len(layout.columns)
            of_layout.check(sheet, layout, seen)
            of_columns.check(sheet, layout, seen)
        if sheet.cut or (sheet.parts is not None and sheet.parts.partial):
            report.coverage.skipped.append((sheet.name or "CSV", _CUT))
    if report.records is None:
        # Without a table there is nothing to give points for but the format.
        seen.kind = "other"
        report.coverage.skipped.append((report.format or "", _NO_TABLE))
    if seen.kind == "xls":
        report.coverage.skipped.append(("DA-L1-10", _NO_PARTS))
    return seen
