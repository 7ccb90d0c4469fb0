"""The names in a header row as they are compared, and which column holds which item by its name.

A name may differ from that of the standard in width, white space and punctuation, be one of its aliases, or carry a unit or a remark
(``定員（人）``, ``名称【必須】``).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from typing import Literal

from .index import models
from .model import Model

HEADER_ROWS = 20
"""Rows from the top among which the header is looked for."""
_RARE = 2
_IN_BRACKETS = """
人 名 円 千円 百万円 億円 件 戸 世帯 台 箇所 か所 ヶ所 カ所 個 本 枚 冊 室 棟 床 回 席 区画 倍 番
年 月 日 時 時間 分 秒 歳 年度 度 度分秒 % ‰ °c
m km cm mm m2 km2 cm2 ha a m3 l ml kl g kg mg t kw kwh mw w v kcal kj
メートル キロメートル 平方メートル 平方キロメートル 立方メートル ヘクタール
必須 必須項目 任意 任意項目 推奨 条件付き 条件付き必須 全角 半角 全角カナ 半角英数 半角数字 数値 数字 文字列
西暦 西暦年 十進 10進 10進法 10進数 10進度 世界測地系 世界測地 wgs84 jgd2011 jgd2000
yyyy-mm-dd yyyy/mm/dd yyyymmdd hh:mm 税込 税抜 税込み 税抜き
"""
_REMARK = re.compile(rf"[(\[【〔<](?:{'|'.join(map(re.escape, _IN_BRACKETS.split()))})[)\]】〕>]")
"""A unit, or what a form says about filling a column in, in brackets."""

How = Literal["exact", "similar", "alias"]


@dataclass(frozen=True, slots=True)
class Binding:
    """A column and the field that it holds; ``how`` its header says so."""

    column: int
    field: int
    how: How


def normalised(header: str) -> str:
    """A header as it is compared: one width, one case, no white space.

    >>> normalised("建物名等（方書）") == normalised("建物名等(方書) ")
    True
    """
    return "".join(unicodedata.normalize("NFKC", header).split()).casefold()


def folded(header: str) -> str:
    """The letters and digits of a header alone: punctuation is what editors and file sanitisers change first.

    >>> folded("災害種別_崖崩れ、土石流及び地滑り") == folded("災害種別＿崖崩れ・土石流及び地滑り[sanitize]")
    True
    """
    return "".join(filter(str.isalnum, normalised(header).replace("[sanitize]", "")))


def plain(header: str) -> str:
    """A header as it is compared, without a unit or remark in brackets. Other brackets say what a column holds and stay.

    >>> plain("定員（人）"), plain("【必須】名称"), plain("住所（英語）")
    ('定員', '名称', '住所(英語)')
    """
    key = normalised(header)
    return _REMARK.sub("", key) or key


@dataclass(frozen=True, slots=True)
class Row:
    """A row that may be the header, with its cells as they are compared."""

    cells: Sequence[str]
    keys: tuple[str, ...]
    bare: tuple[str, ...]
    plain: tuple[str, ...]
    spellings: frozenset[str]


def candidates_for_header(rows: Sequence[Sequence[str]]) -> list[Row]:
    """The rows from the top among which the header is looked for."""
    return [row_of(cells) for cells in rows[:HEADER_ROWS]]


def row_of(cells: Sequence[str]) -> Row:
    """A row with its cells as they are compared."""
    keys, bare, without = tuple(map(normalised, cells)), tuple(map(folded, cells)), tuple(map(plain, cells))
    return Row(cells, keys, bare, without, frozenset((*keys, *bare, *without)) - {""})


def bind(row: Row, model: Model) -> tuple[Binding, ...]:
    """Binds columns to fields: the exact names first, then those that differ in width or spacing, then aliases, other punctuation, units.

    An item has one column: a name that stands again is not bound.
    """
    if _known_spellings(model).isdisjoint(row.spellings):
        return ()
    exact, similar, alias, bare, without = _spellings(model)
    taken: dict[int, Binding] = {}
    columns: set[int] = set()
    spellings: tuple[tuple[How, Mapping[str, int], Sequence[str]], ...] = (
        ("exact", exact, row.cells),
        ("similar", similar, row.keys),
        ("alias", alias, row.keys),
        ("alias", bare, row.bare),
        ("alias", similar, row.plain),
        ("alias", alias, row.plain),
        ("alias", without, row.keys),
    )
    for how, names, keys in spellings:
        for column, key in enumerate(keys):
            field = names.get(key)
            if key and field is not None and field not in taken and column not in columns:
                taken[field] = Binding(column, field, how)
                columns.add(column)
    return tuple(sorted(taken.values(), key=lambda binding: binding.column))


@cache
def _spellings(model: Model) -> tuple[Mapping[str, int], ...]:
    """Spelling → field: as the standard writes it, in another width or spacing, the aliases, with other punctuation, without its unit.

    Of two fields with the same alias the first has it; a spelling that two fields share without their punctuation or unit is none.
    """
    exact = {item.name: index for index, item in enumerate(model.fields)}
    similar = {normalised(item.name): index for index, item in enumerate(model.fields)}
    alias: dict[str, int] = {}
    for index, item in enumerate(model.fields):
        for name in map(normalised, (*item.aliases, item.en, item.label, item.json)):
            if name and name not in similar:
                alias.setdefault(name, index)
    return exact, similar, alias, _unshared(model, folded), _unshared(model, plain)


def _unshared(model: Model, spelled: Callable[[str], str]) -> Mapping[str, int]:
    """The spellings that are those of one field alone."""
    names = [spelled(item.name) for item in model.fields]
    shared = Counter(names)
    return {name: index for index, name in enumerate(names) if name and shared[name] == 1}


@cache
def _known_spellings(model: Model) -> frozenset[str]:
    """All of them: most models have none of the headers of a table."""
    return frozenset().union(*_spellings(model)[1:])


@cache
def weights(model: Model) -> tuple[float, ...]:
    """The weight of each field: names that many standards share say little about which one it is."""
    shared, total = _shared_names()
    return tuple(log((total + 2) / (shared[name] + 1)) + 0.3 for name in map(normalised, (item.name for item in model.fields)))


def is_rare(name: str) -> bool:
    """True for the name of an item that no more than two standards (two editions of a dataset) have."""
    return _shared_names()[0][normalised(name)] <= _RARE


@cache
def _shared_names() -> tuple[Counter[str], int]:
    """How many standards have an item of a name, and how many standards there are."""
    known = models()
    return Counter(name for model in known.values() for name in _spellings(model)[1]), len(known)
