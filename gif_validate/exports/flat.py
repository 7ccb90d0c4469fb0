"""Columns of a flat file (平らな表の列): what CSVW metadata and Table Schemas describe. GIF DS-430 §4.1 (LV2), DS-438.

GIF prescribes no layout for tables of its core classes; the headers are those that `models.flat` reads: Japanese names joined by ``_``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..catalogue.text import Text
from ..models.index import model as by_id
from ..models.model import Field, Model
from . import content
from .content import Lookup, Value

_DEEPEST = 2
"""Nested classes that are followed below the record."""
GAPS = (
    Text("必須パターン（どれか一つを満たすこと）と、入れ子の項目の必須", "mandatory patterns, and mandatory items of nested classes"),
    Text("国内の住所だけに当てはまる書式（郵便番号など）", "forms that hold for addresses in Japan only (postal code …)"),
    Text(
        "入れ子の拡張項目、二つ目以降の繰り返し（連絡先電話番号_2 など）の列", "columns of nested extension items and of repetitions (…_2)"
    ),
    Text("文字コード、列の並び", "the encoding and the order of columns"),
)


@dataclass(frozen=True, slots=True)
class FlatColumn:
    """A column: its header, its English name (steps joined by ``.``), its item and what its cells may hold."""

    header: str
    name: str
    item: Field
    value: Value
    required: bool


def columns(model: Model, lookup: Lookup = by_id) -> tuple[FlatColumn, ...]:
    """The columns of a standard: its fields, and for a class with nested items the basic items of these.

    >>> [column.header for column in columns(by_id("gif/business-place"))][:4]
    ['ID', '名称', '事業所住所_全国地方公共団体コード', '事業所住所_町字ID']
    """
    return tuple(_columns(model, lookup, (model.id,), "", "", must=True))


def _columns(model: Model, lookup: Lookup, above: tuple[str, ...], header: str, name: str, *, must: bool) -> Iterator[FlatColumn]:
    for item in model.fields:
        if header and item.extension:
            continue
        english = f"{name}{item.en or item.name}"
        if item.model:
            nested = lookup(item.model)
            if nested.id not in above and len(above) <= _DEEPEST:
                inner = must and content.is_must(model, item)
                yield from _columns(nested, lookup, (*above, nested.id), f"{header}{item.name}_", f"{english}.", must=inner)
            continue
        coded = "_コード" if content.is_labelled(item) else ""
        value = content.value_of(model, item, "csv")
        if item.domestic:
            value = Value((), None, value.codes)
        required = must and content.is_must(model, item) and item.empty != "value"
        yield FlatColumn(f"{header}{item.name}{coded}", english + (".code" if coded else ""), item, value, required)


def regex_of(value: Value) -> str | None:
    """The expression of a cell, also for a code list; None where anything goes."""
    if value.codes is None:
        return value.regexes[0] if value.regexes else None
    return "(" + "|".join(map(content.escaped, value.codes)) + ")"


def plain_name(name: str) -> str:
    """A column name as CSVW allows it: letters, digits, ``_`` and ``.``; others percent-encoded.

    >>> plain_name("address.fullAddress"), plain_name("氏")
    ('address.fullAddress', '%E6%B0%8F')
    """
    return re.sub(r"[^A-Za-z0-9_.]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), name)
