"""``gif-validate diff``: what changed between two deliveries of one dataset."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ..catalogue.layout import counted, page
from ..catalogue.report import safe_json
from ..catalogue.text import show
from ..engine.tables.opened import NotATableError, Table, open_table
from ..models.inference import Inferred
from ..quality.drift import Drift, NoSuchColumnError, drift
from ..readers.source import Source
from . import options
from .help import Command
from .language import say
from .reference import reference_options

_SHOWN = 5


def command() -> click.Command:
    """The command with its help in the language of this run."""

    @click.command(
        "diff",
        cls=Command,
        short_help=say("前回の納品との違いを調べる", "tell what changed between two deliveries"),
        help=say(
            "同じデータセットの二つの納品（OLD が前回、NEW が今回）を比べます。列の追加・削除・改名・並び、値の種類、コード、"
            "行の追加・削除、列ごとの変わったセルの割合を示します。違いがあっても終了コードは 0 です。",
            "Compares two deliveries of one dataset: columns added, removed, renamed, reordered; kinds of value; codes; rows added and "
            "removed; the share of changed cells per column. Exit code 0 whatever differs.",
        ),
        epilog=say("例：gif-validate diff aed_2023.csv aed_2024.csv", "Example: gif-validate diff aed_2023.csv aed_2024.csv"),
    )
    @click.argument("old", metavar="OLD", type=click.Path(path_type=Path, exists=True, dir_okay=False))
    @click.argument("new", metavar="NEW", type=click.Path(path_type=Path, exists=True, dir_okay=False))
    @click.option(
        "--key",
        "keys",
        metavar="COLUMN",
        multiple=True,
        help=say("行を識別する列。繰り返し可", "column that tells the rows apart; repeatable"),
    )
    @options.encoding()
    @click.option("--sheet", metavar="NAME", help=say("Excel ブックのシート名", "worksheet of a workbook"))
    @options.table_format()
    @options.lang()
    @reference_options()
    def diff(old: Path, new: Path, keys: tuple[str, ...], encoding: str | None, sheet: str | None, form: str) -> int:
        tables = [opened(path, encoding, sheet) for path in (old, new)]
        try:
            found = drift(tables[0], tables[1], keys)
        except NoSuchColumnError as error:
            raise click.UsageError(
                say(f"「{error}」の列は両方のファイルにはありません。", f"no column {str(error)!r} in both files.")
            ) from error
        text = safe_json(found.as_dict(), indent=2) + "\n" if form == "json" else page(_told(found))
        options.put(text, None)
        return 0

    return diff


def opened(path: Path, encoding: str | None, sheet: str | None) -> Table:
    """A table from the command line; what is none is a usage error."""
    try:
        return open_table(Source(str(path), path), encoding=encoding, sheet=sheet)
    except NotATableError as error:
        raise click.UsageError(f"{path}: {options.both(error.why)}") from error


def _told(found: Drift) -> Iterator[str]:
    """The drift in words, a line each."""
    yield say(
        f"{show(found.old.source.name, None)}（{found.old_records:,}件）→ {show(found.new.source.name, None)}（{found.new_records:,}件）",
        f"{show(found.old.source.name, None)} ({counted(found.old_records, 'record')}) -> "
        f"{show(found.new.source.name, None)} ({counted(found.new_records, 'record')})",
    )
    if found.is_same:
        yield say("  内容に違いはありません。", "  The content is the same.")
        return
    yield from _columns(found)
    for name, old, new in found.kinds:
        kinds = [_kind(each, written=bool(each.form) or old.kind == new.kind) for each in (old, new)]
        yield say("  値の種類  ", "  kind      ") + f"{show(name)}: {say('→ ', ' -> ').join(kinds)}"
    for code in found.codes:
        words = [(say("なくなった値", "gone"), code.gone), (say("新しい値", "new"), code.new)]
        yield (
            say("  コード    ", "  codes     ")
            + f"{show(code.column)}: "
            + "  ".join(f"{word} {_list(each)}" for word, each in words if each)
        )
    yield from _rows(found)


def _kind(found: Inferred, *, written: bool) -> str:
    """A kind of value with the share that fits; ``written``: and in which form."""
    words = options.both(found.words)
    form = say(f"「{words}」", f' "{words}"') if written else ""
    return found.kind + form + say(f"（{found.share:.0%}）", f" ({found.share:.0%})")


def _columns(found: Drift) -> Iterator[str]:
    for words, names in ((say("なくなった列", "removed"), found.removed), (say("増えた列", "added"), found.added)):
        if names:
            yield say(f"  {words}  ", f"  {words} columns  ") + _list(names, None)
    for pair in found.renamed:
        guessed = say("（値が同じ）", " (same values)") if pair.why == "values" else ""
        yield say("  改名した列  ", "  renamed  ") + f"{show(pair.old.name)} → {show(pair.new.name)}{guessed}"
    if found.reordered:
        yield say("  列の並びが変わりました", "  the columns stand in another order")


def _rows(found: Drift) -> Iterator[str]:
    key = say("・", ", ").join(map(show, found.key)) or say("なし（行全体で比較）", "none (whole rows)")
    yield say(f"  行を識別する列: {key}", f"  rows told apart by: {key}")
    yield say(
        f"  行  追加 {found.added_rows:,}、削除 {found.removed_rows:,}、共通 {found.kept_rows:,}（うち変更 {found.changed_rows:,}）",
        f"  rows: {found.added_rows:,} added, {found.removed_rows:,} removed, {found.kept_rows:,} kept ({found.changed_rows:,} changed)",
    )
    added, removed = (
        (say("追加", "added"), found.added_keys, found.added_rows),
        (say("削除", "removed"), found.removed_keys, found.removed_rows),
    )
    for words, keys, count in (added, removed):
        if keys and found.key:
            yield f"    {words}: {_list([' / '.join(key) for key in keys], of=count)}"
    if found.repeated_keys:
        yield say(
            f"    識別する列の値が重複している行が {found.repeated_keys:,}件あり、最初の行だけを比べました",
            f"    {counted(found.repeated_keys, 'row')} with a key that stands before; the first of each was compared",
        )
    for cell in found.cells:
        example, old, new = cell.examples[0]
        yield say(
            f"  変わったセル  {show(cell.column)}: {cell.compared:,}件中 {cell.changed:,}件（{cell.share:.1%}）",
            f"  changed cells  {show(cell.column)}: {cell.changed:,} of {cell.compared:,} ({cell.share:.1%})",
        )
        yield f"    {show(' / '.join(example))}: {show(old, 30) or say('（空）', '(empty)')} → {show(new, 30) or say('（空）', '(empty)')}"


def _list(names: list[str] | tuple[str, ...], limit: int | None = _SHOWN, of: int = 0) -> str:
    """Names as they may stand on a terminal; of many the first. ``of``: how many there are where not all are given."""
    shown = say("、", ", ").join(map(show, names[:limit]))
    more = (of or len(names)) - len(names[:limit])
    return shown + (say(f" ほか{more}件", f" and {more} more") if more > 0 else "")
