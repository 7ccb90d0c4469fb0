"""``gif-validate detect``: which standard a file follows, and how far."""

from __future__ import annotations

from typing import Any

import click

from ..catalogue.report import Evidence, FileReport, safe_json
from ..catalogue.text import Text, show
from ..engine.options import Options
from ..engine.run import run_found
from ..engine.tables.header_rules import EXTRA, MISSING, RENAMED, REORDERED
from ..readers.paths import find
from . import options
from .help import Command
from .language import say
from .reference import reference_options


def command() -> click.Command:
    """The command with its help in the language of this run."""

    @click.command(
        "detect",
        cls=Command,
        short_help=say("どの標準のファイルかを調べる", "tell which standard a file follows"),
        help=say(
            "ファイルがどの標準のどの版に当たるかを、見出しや値の形から調べます。足りない列、余分な列、名称や順序の違い、見送った候補も示します。",
            "Tells which standard and edition a file follows, by its header or the shape of its values: missing, extra, renamed and "
            "reordered columns, and the candidates that were rejected.",
        ),
        epilog=say("例：gif-validate detect *.csv", "Example: gif-validate detect *.csv"),
    )
    @click.argument("paths", metavar="PATH...", nargs=-1, required=True)
    @options.encoding()
    @click.option("--sheet", metavar="NAME", help=say("Excel ブックのシート名", "worksheet of a workbook"))
    @options.table_format()
    @options.lang()
    @reference_options()
    def detect(paths: tuple[str, ...], encoding: str | None, sheet: str | None, form: str) -> int:
        found = find(paths)
        if found.absent:
            raise options.absent(found.absent[0])
        report = run_found(found, Options(encoding=encoding, sheet=sheet, max_findings=100_000))
        if form == "json":
            options.put(safe_json([_entry(file) for file in report.files], indent=2) + "\n", None)
        else:
            options.put("\n".join(_told(file) for file in report.files), None)
        return 0 if report.files else 3

    return detect


def _entry(file: FileReport) -> dict[str, Any]:
    """One file for JSON."""
    return {
        "path": file.path,
        "format": file.format,
        "encoding": file.encoding,
        "standard": file.standard,
        "title": file.title.as_dict() if file.title else None,
        "evidence": file.evidence.as_dict() if file.evidence else None,
        "missing": _values(file, MISSING.id),
        "extra": _values(file, EXTRA.id),
        "renamed": [{"found": finding.value, "expected": finding.field} for finding in file.findings if finding.rule is RENAMED],
        "reordered": bool(_values(file, REORDERED.id)),
        "rejected": [{"standard": name, "why": why.as_dict()} for name, why in file.rejected],
    }


_BY = {
    "header": Text("見出し", "header"),
    "shape": Text("値の形", "shape of the values"),
    "name": Text("レコードの名前（要素名・型・包む名前）", "what the records are called"),
    "items": Text("項目名", "names of items"),
}


def _why(evidence: Evidence) -> list[str]:
    """What the recognition rests on, in words."""
    counted = say(f"項目の一致 {evidence.matched}/{evidence.of}", f"{evidence.matched} of {evidence.of} items match")
    named = say("、標準のファイル名", ", file named as prescribed") if evidence.file_name else ""
    lines = [say("  根拠", "  because of") + ": " + options.both(_BY[evidence.by]) + say("、", ", ") + counted + named]
    if evidence.lacking:
        lines.append(say("  必須なのにない項目", "  mandatory and absent") + ": " + say("、", ", ").join(map(show, evidence.lacking)))
    return lines


def _values(file: FileReport, rule: str) -> list[str]:
    return [finding.value or "" for finding in file.findings if finding.rule.id == rule]


def _told(file: FileReport) -> str:
    """One file in words."""
    lines = [show(file.path, None)]
    if file.standard is None:
        lines.append(say("  標準を特定できません", "  no standard recognised"))
    else:
        title = options.both(file.title) if file.title else ""
        lines.append(f"  {file.standard}  {title}")
        lines += _why(file.evidence) if file.evidence else []
    named = (
        (MISSING.id, say("足りない列", "missing")),
        (EXTRA.id, say("余分な列", "extra")),
        (RENAMED.id, say("名称が違う列", "renamed")),
    )
    for rule, words in named:
        values = _values(file, rule)
        if values:
            lines.append(f"  {words}: " + say("、", ", ").join(show(value) for value in values))
    if _values(file, REORDERED.id):
        lines.append(say("  列の並びが標準と違います", "  the columns stand in another order"))
    for name, why in file.rejected:
        lines.append(say(f"  見送り {name}: {why.ja}", f"  rejected {name}: {why.en}"))
    return "\n".join(lines) + "\n"
