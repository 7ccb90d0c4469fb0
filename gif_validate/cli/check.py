"""``gif-validate check``: the main job."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ..catalogue.rule import Severity
from ..engine.options import Foreign, Options
from ..engine.run import Progress, run_found
from ..readers.paths import find
from ..readers.source import Source
from ..reports import FORMATS, Style, write
from . import options
from .help import Command
from .language import say
from .reference import reference_options

_PATIENCE = 1.0
"""Seconds of work after which progress is shown."""


def command() -> click.Command:
    """The command with its help in the language of this run."""

    @click.command(
        "check",
        cls=Command,
        short_help=say("ファイルを検査する", "check files"),
        help=say(
            "ファイルが標準に適合しているかを検査します。PATH はファイル、フォルダー、パターン（*.csv）、または -（標準入力）です。\n\n"
            "終了コード：0 --fail-on 以上の指摘なし、1 指摘あり、2 使い方の誤り、3 検査するファイルなし",
            "Checks whether files follow their standard. A PATH is a file, a folder, a pattern (*.csv) or - (standard input).\n\n"
            "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 no file to check",
        ),
        epilog=say(
            "例：gif-validate check open_data/ --format json --output report.json",
            "Example: gif-validate check open_data/ --format json --output report.json",
        ),
    )
    @click.argument("paths", metavar="PATH...", nargs=-1, required=True)
    @click.option(
        "--standard",
        metavar="ID",
        help=say(
            "標準の id（例 municipal/aed）または定義ファイル。省略時は自動判定",
            "id of the standard (municipal/aed) or a definition file; recognised by default",
        ),
    )
    @options.pattern()
    @options.namespace()
    @_schema("--schema", "JSON Schema")
    @_schema("--shapes", "SHACL")
    @_schema("--xsd", "XML Schema")
    @options.encoding()
    @click.option(
        "--sheet",
        metavar="NAME",
        help=say("Excel ブックのシート名。省略時は最初のシート", "worksheet of a workbook; the first by default"),
    )
    @click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "info"]),
        default="error",
        help=say("この重さ以上の指摘があれば終了コード 1", "exit with 1 on findings this grave or graver"),
    )
    @click.option(
        "--max-findings",
        metavar="N",
        type=click.IntRange(min=0),
        default=1000,
        help=say("1ファイルについて残す指摘の数（件数は常に正確）", "findings kept for each file (counts stay exact)"),
    )
    @click.option(
        "--require-standard",
        is_flag=True,
        help=say("標準を特定できないファイルをエラーとする", "a file without a recognised standard is an error"),
    )
    @click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=say("報告の形式", "format of the report"))
    @click.option(
        "--output",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help=say("報告の出力先", "where to write the report"),
    )
    @click.option(
        "--report",
        "reports",
        metavar="F=FILE",
        multiple=True,
        callback=_reports,
        help=say(
            "別の形式でも出力する（例 json=report.json）。繰り返し可",
            "write another format as well (json=report.json); repeatable",
        ),
    )
    @options.lang()
    @reference_options()
    def check(
        paths: tuple[str, ...],
        standard: str | None,
        pattern: str,
        namespace: str,
        schema: Path | None,
        shapes: Path | None,
        xsd: Path | None,
        encoding: str | None,
        sheet: str | None,
        fail_on: str,
        max_findings: int,
        require_standard: bool,
        form: str,
        output: Path | None,
        reports: list[tuple[str, Path]],
    ) -> int:
        model = options.standard(standard)
        options.check_pattern(model, pattern)
        foreign = Foreign(schema, shapes, xsd)
        chosen = Options(model, encoding, sheet, max_findings, require_standard, pattern, namespace, foreign)
        found = find(paths)
        if found.absent:
            raise options.absent(found.absent[0])
        with _progress(len(found.sources)) as progress:
            report = run_found(found, chosen, progress)
        options.put(write(report, form, _style(output)), output)
        for other, target in reports:
            options.put(write(report, other, _style(target)), target)
        return report.exit_code(Severity.named(fail_on))

    return check


def _schema(name: str, language: str) -> Callable[[options.F], options.F]:
    """An option that names a schema of the user's own."""
    words = say(
        f"手元の {language} でも検査する（ネットワークには接続しません）",
        f"check against a {language} of your own as well (nothing is fetched)",
    )
    return click.option(name, metavar="FILE", type=click.Path(path_type=Path), callback=_existing, help=words)


def _existing(_: click.Context, __: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and not value.is_file():
        raise options.absent(str(value))
    return value


def _reports(_: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> list[tuple[str, Path]]:
    parsed = []
    for value in values:
        form, target = value.partition("=")[::2]
        if form not in FORMATS or not target:
            listed = ", ".join(FORMATS)
            raise click.BadParameter(
                say(f"「形式=ファイル」と書きます（形式は {listed}）。", f"write F=FILE, F one of {listed}"),
                param=parameter,
            )
        parsed.append((form, Path(target)))
    return parsed


def _style(target: Path | None) -> Style:
    """As wide as the terminal (at most 100 columns), 80 columns in a file or pipe; colours only on a terminal."""
    if target is not None or not sys.stdout.isatty():
        return Style(say.lang)
    from os import environ

    width = max(60, min(shutil.get_terminal_size().columns, 100))
    return Style(say.lang, width, color="NO_COLOR" not in environ)


@contextmanager
def _progress(files: int) -> Iterator[Progress]:
    """Shows long work on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    started, seen = time.monotonic(), set[str]()

    def show(source: Source, records: int) -> None:
        seen.add(source.name)
        if time.monotonic() - started > _PATIENCE:
            line = say(f"{len(seen)}/{files} ファイル  {records:,}件", f"file {len(seen)} of {files}, {records:,} records")
            click.echo(f"\r\x1b[2K{line}", nl=False, err=True)

    yield show
    if time.monotonic() - started > _PATIENCE:
        click.echo("\r\x1b[2K", nl=False, err=True)
