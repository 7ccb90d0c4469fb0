"""The report for people at a terminal: per file what it is, the findings grouped by rule and column, and the verdict."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

from rich.console import Console
from rich.text import Text as Line

from ..catalogue.documents import DOCUMENTS
from ..catalogue.finding import Finding
from ..catalogue.layout import breaks, counted
from ..catalogue.repairs import NEARLY_ALL, Repair
from ..catalogue.report import FileReport, Group, Report, Verdict
from ..catalogue.rule import Severity
from ..catalogue.text import Text, show
from . import Style

_PLACES = 3
_SEVERITY = {
    Severity.ERROR: (Text("エラー", "error"), "bold red"),
    Severity.WARNING: (Text("注意", "warning"), "bold yellow"),
    Severity.INFO: (Text("参考", "info"), "bold cyan"),
}
_HEADINGS = {
    Severity.ERROR: Text("エラー（直す必要があります）", "Errors (to be mended)"),
    Severity.WARNING: Text("注意（直すことを勧めます）", "Warnings (better mended)"),
    Severity.INFO: Text("参考", "For information"),
}
_VERDICTS: dict[Verdict, tuple[Text, str]] = {
    "conforming": (Text("適合しています", "conforms"), "bold green"),
    "nonconforming": (Text("適合していません", "does not conform"), "bold red"),
    "judged": (
        Text("標準を特定できないため、値だけを検査しました", "only the values were judged: no standard was recognised"),
        "bold yellow",
    ),
    "nothing_checked": (
        Text("標準を特定できないため、適否を判定していません", "not judged: no standard was recognised"),
        "bold yellow",
    ),
}
_PARTIAL = Text(
    "検査できない行があるため、全体が適合するとは判定していません",
    "not judged as a whole: there are rows that could not be checked",
)
_WITHOUT_STANDARD = Text(
    "エラーがあります（標準は特定できないため、標準との適否は判定していません）",
    "has errors (no standard was recognised, so it was not judged by one)",
)
_NO_RECORDS = Text("データの行がないため、何も検査していません", "nothing was checked: there is not a single record")
_NO_VALUES = Text("標準の項目に値がないため、何も検査していません", "nothing was checked: no item of the standard has a value")
_EMPTY_FILE = Text(
    "必須のファイルにデータの行のないものがあるため、適否を判定していません", "not judged: a file that must be there has no record"
)
_BUNDLES = {"zip", "folder"}
_FORMATS = {"csv": "CSV", "xlsx": "Excel (xlsx)", "xls": "Excel (xls)", "ods": "ODS", "json": "JSON", "xml": "XML", "rdf": "RDF"}
_JAPANESE = re.compile(r"(MP[0-9]{2}) (?:met|misses ([^;]*))|none met by ([0-9]+) of ([0-9]+)")


def _in_japanese(match: re.Match[str]) -> str:
    """What is said of a mandatory pattern: met, or what it misses."""
    if match[3]:
        return f"{match[4]}件中{match[3]}件はどれも満たさない"
    return f"{match[1]} には {match[2].replace(', ', '、')} がない" if match[2] else f"{match[1]} を満たす"


def write(report: Report, style: Style) -> str:
    """The report as lines of at most ``style.width`` columns; full-width characters count two."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=style.width,
        force_terminal=style.color,
        no_color=not style.color,
        highlight=False,
        emoji=False,
        markup=False,
    )
    _Writer(console, style).report(report)
    return out.getvalue()


def _alike(group: Group) -> tuple[str, ...]:
    """Findings about whole columns are alike by their rule; columns of which (nearly) every value has the same fault, by what mends it."""
    if group.of is None and group.count == 1 and group.rule.scope == "column":
        return (group.rule.id,)
    if group.of is not None and group.count >= NEARLY_ALL * group.of and group.count > 1:
        repair = group.repair
        if repair is not None:
            return (group.rule.id, repair.kind, repair.text, repair.by)
        if not any(finding.shown for finding in group.first):
            return (group.rule.id, str(group.count), str(group.of))
    return (group.rule.id, group.field or "", "", "", "")


def _gathered(groups: list[Group]) -> Iterator[list[Group]]:
    """Groups that are alike, in the order in which the first of them was met."""
    found: dict[tuple[str, ...], list[Group]] = {}
    for group in groups:
        found.setdefault(_alike(group), []).append(group)
    yield from found.values()


class _Writer:
    """Writes one report to a console."""

    def __init__(self, console: Console, style: Style) -> None:
        self._console = console
        self._lang = style.lang

    def say(self, indent: int, *parts: str | tuple[str, str]) -> None:
        """One paragraph; parts with a style are pairs."""
        text = Line.assemble(*parts)
        for line in text.divide(breaks(text.plain, self._console.width - indent)):
            line.rstrip()
            self._console.print(Line.assemble(" " * indent, line), no_wrap=True, overflow="ignore", crop=False)

    def words(self, ja: str, en: str) -> str:
        return ja if self._lang == "ja" else en

    def report(self, report: Report) -> None:
        for file in report.files:
            self.file(file)
        if report.skipped:
            self.skipped(report)
        self.summary(report)

    def file(self, file: FileReport) -> None:
        self.say(0, (show(file.path, None), "bold"))
        self.identity(file)
        for severity in sorted(Severity, reverse=True):
            groups = [group for group in file.groups if group.severity is severity]
            if groups:
                self._console.print()
                self.say(
                    2,
                    (
                        f"{_HEADINGS[severity].pick(self._lang)}  {self.items(file.count(severity))}",
                        _SEVERITY[severity][1],
                    ),
                )
                for alike in _gathered(groups):
                    self.groups(alike)
        self._console.print()
        self.unchecked(file)
        self.verdict(file)
        self._console.print()

    def items(self, count: int) -> str:
        return self.words(f"{count:,}件", f"{count:,}")

    def identity(self, file: FileReport) -> None:
        if file.standard is not None:
            how = self.words("自動判定", "recognised") if file.detected else self.words("指定", "as named")
            title = file.title.pick(self._lang) if file.title else ""
            family = self.words(f"（{file.family.ja}）", f" ({file.family.en})") if file.family else ""
            self.say(
                2,
                self.words("標準  ", "standard  "),
                f"{title}{family}",
                f"  {file.standard}",
                self.words(f"（{how}）", f" ({how})"),
            )
        facts = [_FORMATS.get(file.format or "", file.format or "")]
        facts += [show(file.sheet)] if file.sheet else []
        facts += [fact for fact in (file.encoding, file.line_end) if fact]
        if file.records is not None:
            facts.append(self.words(f"{file.records:,}件", counted(file.records, "record")))
        if file.columns is not None:
            facts.append(self.words(f"{file.columns:,}列", counted(file.columns, "column")))
        self.say(2, self.words("形式  ", "format    "), ", ".join(fact for fact in facts if fact))

    def groups(self, groups: list[Group]) -> None:
        """Groups of one rule that are said of whole columns stand together; the others one by one."""
        if len(groups) == 1:
            self.group(groups[0])
            return
        first = groups[0].first[0]
        self.say(4, first.rule.title.pick(self._lang), f"  {first.rule.id}")
        self.say(8, self.words(f"{len(groups)}列  ", f"{len(groups)} columns  "), self.clause(first))
        repair = groups[0].repair
        if repair is not None:
            self.columns(groups)
            self.mended_alike([group.first[0] for group in groups[:_PLACES]], self.sum(groups), sum(group.count for group in groups))
        elif first.rule.scope == "column" and groups[0].count > 1:
            self.columns(groups)
            share = self.share(groups[0]).rstrip()
            self.say(8, self.words(f"それぞれ {share}", f"each: {share}"))
        else:
            for message in self.merged(groups):
                self.say(8, message)

    def columns(self, groups: list[Group]) -> None:
        """The names of several columns, once."""
        names = self.words("", ", ").join(self.quoted(group.field or "") for group in groups)
        self.say(8, self.words(f"列：{names}", f"columns: {names}"))

    @staticmethod
    def sum(groups: list[Group]) -> Repair:
        """What mends several columns in the same way, with the number of values in all of them."""
        repairs = [repair for group in groups if (repair := group.repair) is not None]
        return replace(repairs[0], count=sum(repair.count for repair in repairs))

    def merged(self, groups: list[Group]) -> list[str]:
        """Their messages; those that differ in the name of the column only are said once, with all names."""
        names: dict[str, list[str]] = {}
        for group in groups:
            name = self.quoted(group.field or "")
            names.setdefault(group.first[0].message(self._lang).replace(name, "\0", 1), []).append(name)
        return [template.replace("\0", self.words("", ", ").join(quoted)) for template, quoted in names.items()]

    def group(self, group: Group) -> None:
        first = group.first[0]
        name = f"{show(group.field, 40)}  " if group.field else ""
        self.say(4, (name, "bold"), first.rule.title.pick(self._lang), f"  {group.rule.id}")
        self.say(8, self.share(group), self.clause(first))
        shown = group.first[:_PLACES]
        repair = group.repair
        if repair is not None:
            self.mended_alike(shown, repair, group.count)
        elif all(finding.place.line for finding in shown):
            self.places(first, shown[1:])
        else:
            for message in dict.fromkeys(finding.message(self._lang) for finding in shown):
                self.say(8, message)
        if group.count > len(shown) and repair is None:
            self.say(8, self.words(f"ほか {group.count - len(shown):,}件", f"and {group.count - len(shown):,} more"))

    def mended_alike(self, shown: list[Finding], repair: Repair, count: int) -> None:
        """The first finding in full, the places of the others, and once what mends (nearly) all of them."""
        first, *rest = shown
        where = f"{self.where(first)}  " if first.place.line else ""
        self.say(8, where, first.message(self._lang), *self.suggestion(first))
        if all(finding.place.line for finding in rest):
            self.say(8, self.words("、", ", ").join(f"{self.where(finding)} {self.quoted(finding.shown or '')}" for finding in rest))
        share = self.words(f"{count:,}件とも", f"all {count:,}")
        if repair.count < count:
            share = self.words(f"{count:,}件中{repair.count:,}件", f"{repair.count:,} of {count:,}")
        self.say(8, (self.words(f"直し方（{share}）：{repair.words.ja}", f"To mend {share}: {repair.words.en}"), "green"))

    def places(self, first: Finding, rest: list[Finding]) -> None:
        """The first finding in full; of the others their places and what differs."""
        self.say(8, f"{self.where(first)}  ", first.message(self._lang), *self.suggestion(first))
        if rest and not any(finding.shown for finding in rest):
            self.say(8, self.words("、", ", ").join(map(self.where, rest)))
        else:
            for finding in rest:
                self.say(8, f"{self.where(finding)}  ", self.briefly(finding, first), *self.suggestion(finding))

    def briefly(self, finding: Finding, first: Finding) -> str:
        """The value alone, where the rest was said of the first of the group or the suggestion says what to write."""
        value = self.quoted(finding.shown or "")
        message = finding.message(self._lang)
        known = message.replace(value, "") == first.message(self._lang).replace(self.quoted(first.shown or ""), "")
        return value if known or finding.suggestion is not None else message

    def quoted(self, value: str) -> str:
        return self.words(f"「{show(value)}」", f'"{show(value)}"')

    def share(self, group: Group) -> str:
        # What is not counted by record, such as a blank row, may stand there more often than there are records.
        if group.of is None or group.count > group.of:
            return "" if group.count == 1 else self.words(f"{group.count:,}件  ", f"{group.count:,} times  ")
        return self.words(f"{group.of:,}件中 {group.count:,}件  ", f"{group.count:,} of {group.of:,}  ")

    def clause(self, finding: Finding) -> str:
        clause = finding.clause
        document = DOCUMENTS[clause.document]
        title = document.title.pick(self._lang)
        code = clause.document if clause.document.startswith(("DS-", "RFC")) and clause.document not in title else ""
        where = " ".join(part for part in (title, code, clause.section) if part)
        withdrawn = self.words("、GIF から廃止済み", ", withdrawn") if document.status == "withdrawn" else ""
        return self.words(f"根拠：{where}{withdrawn}", f"clause: {where}{withdrawn}")

    def suggestion(self, finding: Finding) -> list[str | tuple[str, str]]:
        if finding.suggestion is None:
            return []
        return [self.words(" →", " -> "), (self.quoted(finding.suggestion), "green")]

    def where(self, finding: Finding) -> str:
        place = finding.place
        line = self.words(f"{place.line:,}行目", f"line {place.line:,}")
        return f"{line} {place.cell}" if place.cell else line

    def unchecked(self, file: FileReport) -> None:
        """What the checks could not say, so that nobody takes silence for a yes."""
        if file.truncated:
            count = sum(file.counts.values())
            self.say(
                2,
                self.words(
                    f"指摘が多いため、重いものから {len(file.findings):,}件だけを残しました（全{count:,}件。件数は正確です）。",
                    f"Of {count:,} findings the gravest {len(file.findings):,} are kept (counts are exact).",
                ),
            )
        if file.coverage.skipped:
            rules = self.words("、", "; ").join(f"{rule}（{why.pick(self._lang)}）" for rule, why in file.coverage.skipped)
            self.say(2, self.words(f"確認していないこと：{rules}", f"Not checked: {rules}"))
        if file.coverage.undecidable:
            rules = ", ".join(file.coverage.undecidable)
            self.say(2, self.words(f"プログラムでは判定できない規則：{rules}", f"No program can decide: {rules}"))
        if file.rejected and file.standard is None:
            near = [f"{name}（{why.pick(self._lang)}）" for name, why in file.rejected[:2]]
            self.say(2, self.words("近い標準：", "Near: "), self.words("、", "; ").join(near))

    def verdict(self, file: FileReport) -> None:
        words, style = _VERDICTS[file.verdict]
        if file.verdict == "nonconforming" and file.standard is None:
            words = _WITHOUT_STANDARD
        elif file.verdict == "judged" and file.partial:
            words = _PARTIAL
        elif file.verdict == "nothing_checked" and file.standard is not None:
            words = _EMPTY_FILE if file.format in _BUNDLES else _NO_VALUES if file.records else _NO_RECORDS
        counts = self.words(f"（{self.counts(file)}）", f" ({self.counts(file)})")
        self.say(2, (self.words("判定  ", "verdict   "), "bold"), (words.pick(self._lang), style), counts)
        self.levels(file)
        for line in self.next_steps(file):
            self.say(8, line)

    def levels(self, file: FileReport) -> None:
        """The GIF levels that apply, and which mandatory patterns are met."""
        for name, reached in file.levels.items():
            if reached is not None:
                self.say(8, self.words(f"GIF準拠 {name}：{'○' if reached else '×'}", f"GIF level {name}: {'yes' if reached else 'no'}"))
        for where, said in file.patterns.items():
            words = said if self._lang == "en" else _JAPANESE.sub(_in_japanese, said).replace("; ", "。")
            self.say(8, self.words(f"必須パターン（{where}）：{words}", f"mandatory pattern ({where}): {words}"))

    def counts(self, file: FileReport | Report) -> str:
        named = [f"{_SEVERITY[severity][0].pick(self._lang)} {file.count(severity):,}" for severity in sorted(Severity, reverse=True)]
        return self.words("・", ", ").join(named)

    def next_steps(self, file: FileReport) -> Iterator[str]:
        worst = next((group for group in file.groups if group.severity is Severity.ERROR), None)
        if worst is not None:
            yield self.words(
                f"次に：エラーを直し、もう一度検査します。規則の説明は gif-validate explain {worst.rule.id}",
                f"Next: mend the errors and check again. About a rule: gif-validate explain {worst.rule.id}",
            )
        elif file.conforms is False:
            yield self.words(
                "次に：まとめて配るファイルの中に、エラーのあるものがあります。", "Next: files of this bundle have errors; mend those."
            )
        elif file.standard is None:
            yield self.words(
                "次に：gif-validate list standards で標準を探し、--standard で指定します。",
                "Next: find the standard with gif-validate list standards and name it with --standard.",
            )
        elif file.count(Severity.WARNING):
            yield self.words("次に：公開の前に、注意の項目を確かめます。", "Next: look at the warnings before you publish.")

    def skipped(self, report: Report) -> None:
        names = self.words("、", ", ").join(show(path, None) for path, _ in report.skipped[:5])
        more = len(report.skipped) - 5
        tail = self.words(f" ほか{more}件", f" and {more} more") if more > 0 else ""
        self.say(
            0,
            self.words(f"データではないため読まなかったファイル：{names}{tail}", f"Not read, being no data: {names}{tail}"),
        )
        self._console.print()

    def summary(self, report: Report) -> None:
        if not report.files:
            self.say(0, self.words("検査するファイルがありません。", "There is no file to check."))
            return
        if len(report.files) == 1:
            return
        good = sum(1 for file in report.files if file.verdict == "conforming")
        bad = sum(1 for file in report.files if file.verdict == "nonconforming")
        rest = len(report.files) - good - bad
        self.say(
            0,
            (self.words("まとめ  ", "summary   "), "bold"),
            self.words(
                f"{len(report.files)}ファイル：適合 {good}、不適合 {bad}、判定なし {rest}（{self.counts(report)}）",
                f"{len(report.files)} files: {good} conform, {bad} do not, {rest} not judged ({self.counts(report)})",
            ),
        )
