"""Is a text file a table, or words for people (a readme, a licence)? Words are not judged."""

from __future__ import annotations

from pathlib import PurePath

from ..models.detection import detect, is_named
from ..models.index import models
from ..readers.csv_reader import CsvReader
from ..readers.source import Source

_TABLES = {"csv", "tsv", ""}
"""Names that promise a table; a file without a name (standard input) is taken for one."""
_LINES = 2


def is_words(source: Source, head: str, separator: str) -> bool:
    """True for text whose name promises no table (``.txt``) and that is none by its content either.

    It is a table under a name that a standard prescribes, with a header that one has, or where all its rows have as many values, more
    than one. ``head`` is the beginning of the text.
    """
    name = PurePath(source.name).name
    if source.suffix in _TABLES or any(is_named(model, name) for model in models().values()):
        return False
    # The last line of a beginning may be cut off.
    whole = head[: head.rfind("\n") + 1] or head
    rows = [row for block in CsvReader(separator).blocks(iter([whole])) for row in block.rows]
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    widths = set(map(len, filled))
    if len(filled) >= _LINES and len(widths) == 1 and max(widths) > 1:
        return False
    return detect(rows, models().values(), name).match is None
