"""``gif-validate import-dmd``: a sheet in the layout of GIF's DMD workbook as a definition."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import click

from ..catalogue.text import Text
from . import options
from .help import Command
from .language import say


def command() -> click.Command:
    """The command with its help in the language of this run."""

    @click.command(
        "import-dmd",
        cls=Command,
        short_help=say("DMD の表を定義ファイルにする", "make a definition of a DMD sheet"),
        help=say(
            "GIF のデータモデル記述（DMD）の表（Excel ブックまたは CSV）を読み、定義ファイル（YAML）を書き出します。書き出したファイルは"
            " check --standard や export にそのまま使えます。",
            "Reads a data model in the layout of GIF's DMD workbook (Excel or CSV) and writes a definition (YAML), which check --standard "
            "and export take as it is.",
        ),
        epilog=say(
            "例：gif-validate import-dmd dmd.xlsx --sheet 法人 --id my/legal-entity --output legal-entity.yaml",
            "Example: gif-validate import-dmd dmd.xlsx --sheet 法人 --id my/legal-entity --output legal-entity.yaml",
        ),
    )
    @click.argument("path", metavar="WORKBOOK", type=click.Path(path_type=Path))
    @click.option("--id", "name", metavar="ID", required=True, help=say("定義の id（my/model の形）", "id of the definition (my/model)"))
    @click.option("--sheet", metavar="NAME", help=say("シート名（省略時は最初のシート）", "worksheet (the first by default)"))
    @click.option("--edition", metavar="E", default="", help=say("版", "edition"))
    @click.option(
        "--title", metavar="NAME", help=say("日本語の名称（省略時はシート名）", "Japanese title (the name of the sheet by default)")
    )
    @click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help=say("書き出すファイル", "file to write"))
    @options.encoding()
    @options.lang()
    def import_dmd(
        path: Path, name: str, sheet: str | None, edition: str, title: str | None, output: Path | None, encoding: str | None
    ) -> int:
        from ..catalogue.errors import DefinitionError
        from ..models.definition import loads
        from ..models.dmd import DmdError, definition, read

        if not path.is_file():
            raise options.absent(str(path))
        found, rows = _rows(path, sheet, encoding)
        try:
            text = definition(read(rows), name, Text(title or found, title or found), edition)
            loads(text, str(output or "definition"))
        except DmdError as error:
            words = say(f"{path}（{found}）{error.row}行目：{error.why.ja}。", f"{path} ({found}), row {error.row}: {error.why.en}.")
            raise click.UsageError(words) from error
        except DefinitionError as error:
            raise click.UsageError(options.both(error.why)) from error
        options.put(text, output)
        return 0

    return import_dmd


def _rows(path: Path, sheet: str | None, encoding: str | None) -> tuple[str, list[list[str]]]:
    """The name of the sheet and its rows."""
    from ..readers.source import Source
    from ..readers.xlsx.workbook import WorkbookError, open_workbook

    data = path.read_bytes()
    if not data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return path.stem, list(csv.reader(io.StringIO(_decoded(data, encoding), newline="")))
    try:
        book = open_workbook(Source.of_bytes(data, path.name), sheet)
    except WorkbookError as error:
        trouble = error.trouble
        found = trouble.details.get("found", "")
        names = options.both(found) if isinstance(found, Text) else found
        raise click.UsageError(f"{options.both(trouble.rule.title)}: {names}") from error
    # Blank rows are no rows for the reader; the numbers in messages are those that the spreadsheet shows.
    rows: list[list[str]] = []
    for block in book.blocks():
        for number, row in zip(block.sheet_rows, block.rows, strict=True):
            rows += [[] for _ in range(number - 1 - len(rows))]
            rows.append(list(row))
    return book.sheet, rows


def _decoded(data: bytes, encoding: str | None) -> str:
    """The text of a CSV: in the encoding named, else UTF-8, else CP932."""
    for each in [encoding] if encoding else ["utf-8-sig", "cp932"]:
        try:
            return data.decode(each)
        except UnicodeDecodeError:
            continue
    raise click.UsageError(say("文字コードを判定できません。--encoding で指定します。", "The encoding is not clear: give --encoding."))
