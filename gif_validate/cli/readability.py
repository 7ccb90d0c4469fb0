"""``gif-validate readability``: can machines read the table, by the rules of the Digital Agency and of the Ministry (機械可読性)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import click

from ..catalogue.finding import Finding, Place
from ..catalogue.layout import counted, page
from ..catalogue.report import FileReport, Group, Report
from ..catalogue.rule import Severity
from ..catalogue.text import Text, show
from ..engine.run import tool
from ..readability.judge import Judged, judge, to_json
from ..readability.score import CRITERIA, UNDECIDABLE, LevelScore, Loss
from ..readability.unified import RULES, TWINS
from ..readers.paths import find
from . import options
from .help import Command
from .language import say

_SEVERITY = {
    Severity.ERROR: Text("エラー", "error"),
    Severity.WARNING: Text("注意", "warning"),
    Severity.INFO: Text("参考", "info"),
}
_WEIGHTS = {
    "fatal": Text("0点になる", "takes all points"),
    "critical": Text("重い", "critical"),
    "major": Text("中くらい", "major"),
    "minor": Text("軽い", "minor"),
}
_COLUMNS_SHOWN = 5
_PLACES_SHOWN = 3


def command() -> click.Command:
    """The command with its help in the language of this run."""

    @click.command(
        "readability",
        cls=Command,
        short_help=say("機械可読性を調べて採点する", "score how well machines can read a table"),
        help=say(
            "CSV・TSV・Excel の表が機械で読み取りやすいかを、デジタル庁の30の規則（3レベル、各100点）と総務省の"
            "統一ルール（15）で調べます。"
            "AI は使わず、同じファイルにはいつも同じ結果を返します。\n\n"
            "終了コード：0 --fail-on 以上の指摘なし、1 指摘あり、2 使い方の誤り、3 調べるファイルなし",
            "Tells how well machines can read a table (CSV, TSV, Excel), by the 30 rules of the Digital Agency (three levels of 100 "
            "points) and the 15 of the Ministry of Internal Affairs. No AI: the same file always gets the same answer.\n\n"
            "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 no file",
        ),
        epilog=say("例：gif-validate readability 人口.xlsx", "Example: gif-validate readability population.xlsx"),
    )
    @click.argument("paths", metavar="PATH...", nargs=-1)
    @options.encoding()
    @click.option("--sheet", metavar="NAME", help=say("Excel ブックのシート名。省略時はすべて", "worksheet of a workbook; all by default"))
    @click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "info"]),
        default="error",
        help=say("この重さ以上の指摘があれば終了コード 1", "exit with 1 on findings this grave or graver"),
    )
    @click.option("--rules", "listed", is_flag=True, help=say("規則の一覧と意味を表示する", "list the rules and what they mean"))
    @options.table_format()
    @options.lang()
    def readability(paths: tuple[str, ...], encoding: str | None, sheet: str | None, fail_on: str, listed: bool, form: str) -> int:
        if listed:
            options.put(page(_rules()), None)
            return 0
        if not paths:
            raise click.UsageError(say("PATH を指定します。", "Name a PATH."))
        found = find(paths)
        if found.absent:
            raise options.absent(found.absent[0])
        judged = [judge(source, encoding=encoding, sheet=sheet) for source in found.sources]
        report = Report([each.report for each in judged], found.skipped, tool())
        options.put(to_json(judged, report) if form == "json" else "\n".join(page(_told(each)) for each in judged), None)
        return report.exit_code(Severity.named(fail_on))

    return readability


def _told(judged: Judged) -> Iterator[str]:
    """One file in words."""
    file = judged.report
    yield show(file.path, None)
    facts = [fact for fact in (file.format, file.encoding if file.encoding != file.format else None) if fact]
    if file.records is not None:
        facts.append(say(f"{file.records:,}件", f"{file.records:,} records"))
    yield say("  形式  ", "  format  ") + ", ".join(facts)
    for severity in sorted(Severity, reverse=True):
        groups = sorted((group for group in file.groups if group.severity is severity), key=lambda group: group.rule.id)
        if groups:
            yield ""
            yield f"  {options.both(_SEVERITY[severity])}  {file.count(severity):,}"
            for _, alike in groupby(groups, key=lambda group: group.rule.id):
                yield from _rule(list(alike))
    yield ""
    yield from _scores(judged)
    yield from _unjudged(file)


def _rule(groups: list[Group]) -> Iterator[str]:
    """The findings of one rule: how many, and the first places of each column."""
    rule, first = groups[0].rule, groups[0].first[0]
    count = sum(group.count for group in groups)
    names = " ".join((rule.id, *first.also))
    yield f"    {options.both(rule.title)}  {names}" + say(f"  {count:,}件", f"  {counted(count, 'time')}")
    for group in groups[:_COLUMNS_SHOWN]:
        yield from _places(group)
    if len(groups) > _COLUMNS_SHOWN:
        rest = len(groups) - _COLUMNS_SHOWN
        yield say(f"      ほか{rest}列", f"      and {rest} more columns")


def _places(group: Group) -> Iterator[str]:
    """The first finding in full; of the next two the place and what differs; how many more there are."""
    first, rest = group.first[0], group.first[1:_PLACES_SHOWN]
    column = say(f"「{show(first.field, 20)}」", f' "{show(first.field, 20)}"') if first.field else ""
    yield _line(_at(first.place) + column, first.message(say.lang))
    differing = [_differing(finding, first) for finding in rest]
    if rest and not any(differing):
        yield _line(say("、", ", ").join(_at(finding.place) for finding in rest), "")
    else:
        for finding, words in zip(rest, differing, strict=True):
            yield _line(_at(finding.place), words)
    if group.count > _PLACES_SHOWN:
        more = group.count - _PLACES_SHOWN
        yield _line("", say(f"ほか {more:,}件", f"and {more:,} more"))


def _line(at: str, words: str) -> str:
    return f"      {at}  {words}".rstrip() if at else f"      {words}"


def _differing(finding: Finding, first: Finding) -> str:
    """What a message says that the first of its group did not: its value, or all of it where more than the value differs."""
    said, known = (each.message(say.lang).replace(_quoted(each), "") for each in (finding, first))
    if said != known:
        return finding.message(say.lang)
    return "" if finding.shown == first.shown else _quoted(finding)


def _quoted(finding: Finding) -> str:
    return say(f"「{show(finding.shown or '')}」", f'"{show(finding.shown or "")}"')


def _at(place: Place) -> str:
    sheet = show(place.sheet, 30) + "!" if place.sheet else ""
    return sheet + (place.cell or (say(f"{place.line}行目", f"line {place.line}") if place.line else ""))


def _scores(judged: Judged) -> Iterator[str]:
    """The points of the levels, and how many of the Ministry's rules are kept."""
    if not judged.levels:
        yield say("  採点  読めないため採点できません", "  score  not readable")
        return
    yield say("  採点（デジタル庁、各レベル100点）", "  Score (Digital Agency, 100 points a level)")
    for level in judged.levels:
        yield _level(level)
    states = judged.ministry.values()
    kept, of = sum(1 for state in states if state == "kept"), sum(1 for state in states if state in {"kept", "broken"})
    rest = len(judged.ministry) - of
    yield say(
        f"  統一ルール（総務省）  {kept}/{of} を満たす（対象外 {rest}）",
        f"  Unified rules (Ministry)  {kept} of {of} kept ({rest} not asked)",
    )


def _level(level: LevelScore) -> str:
    kept, judged = level.count("kept"), level.count("kept", "broken")
    points = say("－", "-") if level.points is None else say(f"{level.points}点", f"{level.points} points")
    losses = say("、", ", ").join(_loss(loss) for loss in level.losses)
    apart = say(
        f"対象外 {level.count('absent')}、要確認 {level.count('open')}、判定不能 {level.count('undecidable')}",
        f"{level.count('absent')} not asked, {level.count('open')} for people to look at, {level.count('undecidable')} undecidable",
    )
    told = say(
        f"    レベル{level.level}  {points}  {kept}/{judged} 規則", f"    level {level.level}  {points}  {kept} of {judged} rules kept"
    )
    return told + say(f"（{apart}）", f" ({apart})") + (f"  {losses}" if losses else "")


def _loss(loss: Loss) -> str:
    return f"{loss.rule} " + (say("0点", "all") if loss.points is None else f"-{loss.points}")


def _unjudged(file: FileReport) -> Iterator[str]:
    if file.coverage.undecidable:
        listed = ", ".join(file.coverage.undecidable)
        yield say(f"  プログラムでは判定できない規則：{listed}", f"  No program can decide: {listed}")
    for name, why in file.coverage.skipped:
        yield say(f"  調べていないこと：{show(name)}（{why.ja}）", f"  Not looked at: {show(name)} ({why.en})")


def _rules() -> Iterator[str]:
    """All rules: weight, and what each means for CSV and for xlsx."""
    nothing = Text("対象外", "not asked")
    for criterion in CRITERIA:
        yield f"{criterion.rule.id}  {options.both(criterion.rule.title)}（{options.both(_WEIGHTS[criterion.weight])}）"
        if other := TWINS.get(criterion.rule.id):
            yield say(f"  統一ルール  {other.id}", f"  Ministry  {other.id}")
        yield f"  CSV   {options.both(criterion.csv or nothing)}"
        yield f"  xlsx  {options.both(criterion.xlsx or nothing)}"
    for rule in RULES:
        if rule not in TWINS.values():
            yield f"{rule.id}  {options.both(rule.title)}"
    for name, (_, why) in UNDECIDABLE.items():
        yield say(f"{name}  判定できない：{why.ja}", f"{name}  undecidable: {why.en}")
