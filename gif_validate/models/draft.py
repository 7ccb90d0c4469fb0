"""A first definition for a layout, drafted from a file: headers, kinds of value with their share, keys, lists of values.

What the file shows is written down; what only its owner knows (titles in English, what is mandatory and why) is left to be filled in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..catalogue.report import safe_json
from .headers import normalised
from .inference import Inferred, infer

CODES_AT_MOST = 20
"""Distinct values of a list that is worth writing down."""
_OFTEN = 5
"""How often each of them must stand on average."""
_LONG = 30


@dataclass(frozen=True, slots=True)
class Column:
    """A column as far as a file shows it. ``complete``: ``values`` are all distinct values."""

    name: str
    filled: int
    empty: int
    values: Mapping[str, int]
    complete: bool = True

    @property
    def is_key(self) -> bool:
        """True where every record has a value of its own."""
        return self.complete and not self.empty and self.filled > 1 and len(self.values) == self.filled


def drafted(name: str, title: str, columns: Sequence[Column], *, encoding: str | None, records: int, header: bool = True) -> str:
    """The text of a definition (YAML) for a table with these columns; ``header`` is False for a layout without a header row."""
    lines = [
        f"# Drafted from a file with {records:,} records: look through the kinds and marks, and name the table in English.",
        f"# {records:,}件のファイルから作った下書きです。値の種類と必須の別を見直し、英語の名称を書きます。",
        f"id: {name}",
        f"title: {{ja: {_quoted(title)}, en: {_quoted(title)}}}",
        "basis: official",
        f"layout: {{{'' if header else 'header: false, '}encodings: [{_encodings(encoding)}]}}",
    ]
    usable = _usable(columns)
    key = next((columns[index].name for index in usable if columns[index].is_key), None)
    if key is not None:
        lines.append(f"keys: [[{_quoted(key)}]]")
    lines.append("fields:" if usable else "fields: []")
    for index, column in enumerate(columns):
        if index in usable:
            lines += _field(column)
        else:
            lines.append(f"  # left out / 省いた列: {_quoted(column.name)} (no name of its own / 名称がないか重複)")
    return "\n".join(lines) + "\n"


def _usable(columns: Sequence[Column]) -> list[int]:
    """The columns with a name of their own: a definition cannot tell the others apart."""
    first: dict[str, int] = {}
    for index, column in enumerate(columns):
        if key := normalised(column.name):
            first.setdefault(key, index)
    return list(first.values())


def _field(column: Column) -> list[str]:
    kind = infer(column.values, column.name)
    says = [f"name: {_quoted(column.name)}"]
    codes = listed(column, kind)
    if codes:
        says.append(f"codes: [{', '.join(map(_quoted, codes))}]")
    elif kind.kind != "text":
        says.append(f"kind: {kind.kind}")
        says += [f"own: {kind.form}"] if kind.form else []
    says += ["mark: must"] if column.filled and not column.empty else []
    line = f"  - {{{', '.join(says)}}}"
    if codes or kind.fitting == kind.of:
        return [line]
    wrong = kind.of - kind.fitting
    note = f"  # {kind.share:.1%} of {kind.of:,} values fit / {kind.of:,}件中 {wrong:,}件は合わない"
    return [note, line]


def listed(column: Column, kind: Inferred) -> tuple[str, ...]:
    """The values of a column that chooses from a few; empty where it does not."""
    few = column.complete and 1 < len(column.values) <= CODES_AT_MOST
    if not few or column.filled < _OFTEN * len(column.values) or max(map(len, column.values)) > _LONG:
        return ()
    # Numbers that happen to repeat are no list; single digits are flags.
    if kind.kind not in {"text", "kana_name", "latin"} and not (kind.kind == "integer" and max(map(len, column.values)) == 1):
        return ()
    # Times of day and house numbers may repeat as well.
    if not all(len(value) == 1 or any(map(str.isalpha, value)) for value in column.values):
        return ()
    return tuple(sorted(column.values))


def _encodings(encoding: str | None) -> str:
    if encoding in {None, "ascii", "utf-8", "utf-8-sig"}:
        return "utf-8, utf-8-sig"
    return str(encoding)


def _quoted(text: str) -> str:
    # A JSON string is a YAML string; characters that a terminal could act on are escapes.
    return safe_json(text)
