"""Code lists of one's own: the files ``NAME.csv`` of a folder, known beside those that ship."""

from __future__ import annotations

import csv
import datetime
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..catalogue.errors import DefinitionError
from ..catalogue.text import Text
from . import _OWN, CodeList, names
from .history import HISTORY

_COLUMNS = ("code", "name_ja", "valid_from", "valid_to", "successors")


@contextmanager
def with_codelists(folder: Path | None) -> Iterator[None]:
    """Within this, the code lists of a folder are known; None, or a folder that is not there, changes nothing.

    A file is UTF-8 with a header: ``code`` first, then ``name_ja`` if there are labels. ``NAME-history.csv`` has the days on which codes
    came or went (`gif_validate.codelists.history`). Raises DefinitionError where one cannot be used, OSError where it cannot be read.
    """
    there = folder is not None and folder.is_dir()
    found = {path.stem: _list(path) for path in sorted(folder.glob("*.csv"))} if folder and there else {}
    token = _OWN.set({**_OWN.get(), **found})
    try:
        yield
    finally:
        _OWN.reset(token)


def _list(path: Path) -> CodeList:
    if path.stem in names():
        raise DefinitionError(
            str(path), 1, Text(f"{path.stem} という名前のコード表は既にあります", f"there is a code list {path.stem!r} already")
        )
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file, strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise DefinitionError(str(path), 1, Text("UTF-8 の CSV として読めません", "not CSV in UTF-8")) from None
    header = lines[0] if lines else []
    is_history = path.stem.endswith(HISTORY)
    if header[:1] != ["code"] or (is_history and not set(_COLUMNS) <= set(header)):
        needed = ", ".join(_COLUMNS if is_history else ("code", "name_ja"))
        raise DefinitionError(str(path), 1, Text(f"見出しは {needed} です", f"the header is {needed}"))
    _check(path, header, lines, is_history=is_history)
    return CodeList(path.stem, Text(path.stem, path.stem), "", path.name, "", str(path.resolve()))


def _check(path: Path, header: list[str], lines: list[list[str]], *, is_history: bool) -> None:
    seen: Counter[str] = Counter()
    for number, row in enumerate(lines[1:], 2):
        if len(row) != len(header) or not row[0]:
            raise DefinitionError(
                str(path), number, Text("列の数が見出しと違うか、code が空です", "another number of columns than the header, or no code")
            )
        seen[row[0]] += 1
        if seen[row[0]] > 1 and not is_history:
            raise DefinitionError(str(path), number, Text(f"コード「{row[0]}」が二度あります", f"the code {row[0]!r} stands twice"))
        for day in (row[header.index(name)] for name in ("valid_from", "valid_to") if is_history):
            if day and not _is_day(day):
                raise DefinitionError(
                    str(path), number, Text(f"「{day}」は YYYY-MM-DD の日付ではありません", f"{day!r} is no date YYYY-MM-DD")
                )


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
