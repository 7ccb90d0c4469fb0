"""``gif-validate init-definition``: a first definition for one's own layout, drafted from a file."""

from __future__ import annotations

import re
from pathlib import Path

import click

from ..catalogue.layout import counted
from ..catalogue.rule import Severity
from ..engine.file_check import check_file
from ..engine.options import Options
from ..engine.tables.opened import NotATableError, Table, open_table
from ..quality.figures import ColumnFigures, figures
from ..readers.source import Source
from . import options
from .help import Command
from .language import say

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+")


def command() -> click.Command:
    """The command with its help in the language of this run."""

    @click.command(
        "init-definition",
        cls=Command,
        short_help=say("ファイルから定義の下書きを作る", "draft a definition from a file"),
        help=say(
            "CSV または Excel のファイルから、その様式の定義（YAML）の下書きを作ります。"
            "見出し、値の種類と合う割合、識別する項目、選択肢を書き出します。下書きは見直してから使います。",
            "Drafts a definition (YAML) of the layout of a CSV file or workbook: headers, kinds of value and how many values fit, keys, "
            "lists of values. Look it through before you use it.",
        ),
        epilog=say(
            "例：gif-validate init-definition cafes.csv --id city/cafes --output cafes.yaml",
            "Example: gif-validate init-definition cafes.csv --id city/cafes --output cafes.yaml",
        ),
    )
    @click.argument("path", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
    @click.option(
        "--id", "name", metavar="ID", callback=_checked_id, help=say("標準の id（例 city/cafes）", "id of the standard (city/cafes)")
    )
    @click.option("--title", metavar="T", help=say("様式の名称", "title of the layout"))
    @options.encoding()
    @click.option("--sheet", metavar="NAME", help=say("Excel ブックのシート名", "worksheet of a workbook"))
    @click.option(
        "--output", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help=say("下書きの出力先", "where to write the draft")
    )
    @options.lang()
    def init_definition(
        path: Path, name: str | None, title: str | None, encoding: str | None, sheet: str | None, output: Path | None
    ) -> int:
        source = Source(str(path), path)
        try:
            table = open_table(source, encoding=encoding, sheet=sheet)
        except NotATableError as error:
            raise click.UsageError(f"{path}: {options.both(error.why)}") from error
        columns, records = figures(table)
        if not columns:
            raise click.UsageError(say(f"「{path}」に見出しがありません。", f"{str(path)!r} has no header."))
        text = draft(table, columns, records, name or _id_of(path), title or path.stem)
        options.put(text, output)
        click.echo(_told(text, table, len(columns), encoding, sheet), err=True)
        return 0

    return init_definition


def draft(table: Table, columns: list[ColumnFigures], records: int, name: str, title: str) -> str:
    """The text of the definition."""
    from ..models.draft import Column, drafted

    shown = [Column(each.name, each.filled, each.empty, each.values, not each.cut) for each in columns]
    header = table.match is None or table.match.header is not None
    return drafted(name, title, shown, encoding=table.encoding, records=records, header=header)


def _checked_id(_: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _ID.fullmatch(value):
        words = say(
            f"「{value}」は 家族名/名前（英小文字・数字・ハイフン）の形ではありません。", f"{value!r} is not family/name in lower case"
        )
        raise click.BadParameter(words, param=parameter)
    return value


def _id_of(path: Path) -> str:
    """An id from the file name, as far as that is ASCII.

    >>> _id_of(Path("Cafes_2024.csv")), _id_of(Path("喫茶店.csv"))
    ('draft/cafes-2024', 'draft/table')
    """
    slug = re.sub("[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    return f"draft/{slug or 'table'}"


def _told(text: str, table: Table, columns: int, encoding: str | None, sheet: str | None) -> str:
    """What the file looks like when it is checked against the draft."""
    from ..models.definition import loads
    from ..models.index import shared_forms

    report = check_file(table.source, Options(model=loads(text, forms=shared_forms()), encoding=encoding, sheet=sheet))
    errors = report.count(Severity.ERROR)
    return say(
        f"{columns}列の下書きを作りました。この下書きで検査すると、エラー {errors:,}件です。",
        f"Drafted {counted(columns, 'column')}. Checked against the draft, the file has {counted(errors, 'error')}.",
    )
