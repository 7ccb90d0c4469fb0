"""``gif-validate quality``: figures on the quality of a table, never errors."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ..catalogue.clock import day_of_judgement
from ..catalogue.layout import columns as aligned
from ..catalogue.layout import counted, page
from ..catalogue.report import safe_json
from ..catalogue.text import show
from ..quality.notation import STEPS
from ..quality.quality import ColumnQuality, Quality, quality
from ..quality.timeliness import Timeliness, stated, timeliness
from . import options
from .diff import opened
from .help import Command
from .language import say
from .reference import day, known

_SHOWN = 3


def command() -> click.Command:
    """The command with its help in the language of this run."""

    @click.command(
        "quality",
        cls=Command,
        short_help=say("データ品質を数値で示す", "figures on data quality"),
        help=say(
            "表のデータ品質を数値で示します。列ごとの充足率、表記ゆれ、重複、更新の遅れ、データ品質管理ガイドブックの特性のうち計算できるものを、"
            "分母とともに出します。誤りとは扱いません（終了コードは 0）。",
            "Shows the quality of a table as figures: completeness per column, notations of the same thing, duplicates, age against the "
            "update cycle, and the measures that a program can compute, with denominators. Never errors (exit code 0).",
        ),
        epilog=say(
            "例：gif-validate quality aed.csv --updated 2024-04-01 --cycle 年1回",
            "Example: gif-validate quality aed.csv --updated 2024-04-01 --cycle P1Y",
        ),
    )
    @click.argument("path", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
    @click.option(
        "--metadata",
        metavar="FILE",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=say("メタデータ（JSON。最終更新日と更新頻度を読む）", "metadata (JSON) with the last update and its frequency"),
    )
    @click.option("--updated", metavar="DATE", help=say("最終更新日", "day of the last update"))
    @click.option("--cycle", metavar="C", help=say("更新頻度（例 年1回、毎月、P1M）", "update frequency (monthly, P1M, 年1回)"))
    @click.option(
        "--as-of", "as_of", metavar="DATE", callback=_day, help=say("いつの時点で見るか。省略時は今日", "the day to judge by; today")
    )
    @click.option(
        "--definitions",
        metavar="DIR",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        help=say("自分の定義（*.yaml）のフォルダー", "folder of your own definitions (*.yaml)"),
    )
    @options.encoding()
    @click.option("--sheet", metavar="NAME", help=say("Excel ブックのシート名", "worksheet of a workbook"))
    @options.table_format()
    @options.lang()
    def quality_(
        path: Path,
        metadata: Path | None,
        updated: str | None,
        cycle: str | None,
        as_of: datetime.date,
        definitions: Path | None,
        encoding: str | None,
        sheet: str | None,
        form: str,
    ) -> int:
        said, often = _stated(metadata)
        cycle = cycle or often
        age = timeliness(updated or said, cycle, as_of) if updated or said else None
        if updated and age is None:
            raise click.UsageError(say(f"--updated の「{updated}」は日付として読めません。", f"--updated {updated!r} is no date."))
        with known(definitions, as_of):
            found = quality(opened(path, encoding, sheet), as_of, timeliness=age, cycle=cycle)
        text = safe_json(found.as_dict(), indent=2) + "\n" if form == "json" else page(_told(found))
        options.put(text, None)
        return 0

    return quality_


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> datetime.date:
    return day(context, parameter, value) or day_of_judgement()


def _stated(path: Path | None) -> tuple[str, str]:
    if path is None:
        return "", ""
    try:
        metadata: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise click.UsageError(say(f"「{path}」を JSON として読めません。", f"{str(path)!r} is not readable as JSON.")) from error
    return stated(metadata)


def _told(found: Quality) -> Iterator[str]:
    """The figures in words."""
    standard = f"  {found.table.model.full_id}" if found.table.model else ""
    yield show(found.table.source.name, None) + say(f"（{found.records:,}件）", f" ({counted(found.records, 'record')})") + standard
    yield ""
    yield say("指標", "Measures")
    rows = []
    for each in found.measures:
        share = "-" if each.value is None else f"{each.value:.1%}"
        rows.append(("  " + options.both(each.title), share, f"{each.numerator:,}/{each.denominator:,}", each.rule))
    yield from aligned(rows).splitlines()
    yield from _age(found.timeliness)
    if found.old_rows is not None and found.old_rows.old:
        lines = ", ".join(map(str, found.old_rows.lines[:_SHOWN]))
        yield say(
            f"更新周期を過ぎた行: {found.old_rows.old:,}件（{lines} 行目など）",
            f"Rows past their update cycle: {found.old_rows.old:,} (line {lines} …)",
        )
    if found.duplicates.nearly:
        pairs = say("、", ", ").join(f"{first}={line}" for first, line in found.duplicates.nearly_lines[:_SHOWN])
        yield say(
            f"全角・半角や空白だけが違う重複: {found.duplicates.nearly:,}件（行 {pairs}）",
            f"Duplicates but for width or spaces: {found.duplicates.nearly:,} (lines {pairs})",
        )
    yield ""
    yield say("列（充足率、異なる値の数）", "Columns (filled, distinct values)")
    yield from aligned([_column(each) for each in found.columns]).splitlines()
    yield from _notations(found)


def _age(age: Timeliness | None) -> Iterator[str]:
    if age is None:
        return
    yield (
        say(f"最終更新から {age.age:,}日", f"{counted(age.age, 'day')} since the last update")
        + (say(f"（更新頻度 {show(age.cycle)}）", f" (cycle: {show(age.cycle)})") if age.cycle else "")
        + (say("：更新周期を過ぎています", ": past its update cycle") if age.out_of_date else "")
    )


def _column(each: ColumnQuality) -> tuple[str, str, str]:
    column = each.figures
    share = f"{column.filled / column.records:.1%}" if column.records else "-"
    more = "+" if column.cut else ""
    return "  " + show(column.name, 30), share, f"{len(column.values):,}{more}"


def _notations(found: Quality) -> Iterator[str]:
    columns = [each for each in found.columns if each.notations]
    if not columns:
        return
    yield ""
    yield say("表記ゆれ（同じものの異なる書き方）", "Notations of the same thing")
    for each in columns:
        cells = sum(group.others for group in each.notations)
        yield say(
            f"  {show(each.figures.name)}: {len(each.notations):,}組、{cells:,}/{each.figures.filled:,}件",
            f"  {show(each.figures.name)}: {counted(len(each.notations), 'group')}, {cells:,} of {each.figures.filled:,} cells",
        )
        for group in each.notations[:_SHOWN]:
            values = " / ".join(f"{show(value, 30)} ({count:,})" for value, count in group.values)
            yield f"    {values}  [{say('・', ', ').join(options.both(STEPS[name][0]) for name in group.differ)}]"
