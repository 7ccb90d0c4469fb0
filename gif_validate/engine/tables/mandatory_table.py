"""Flat tables of core classes, record by record: what is lacking (必須項目・必須パターン), and which rows are addresses abroad. GIF DS-438.

The record is built as a tree once for each combination of filled cells, and looked at as any other record is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...catalogue.report import Findings
from ...models import patterns
from ...models.flat import Lookup, classes, pattern_of
from ...models.index import model as by_id
from ...models.model import Field, Model
from ...readers.record import Leaf, Node
from ...readers.table import Block
from ..documents.mandatory import Lack, MandatoryCheck, Patterns, finding

_COUNTRY = "国/コード"
_REMEMBERED = 20_000


@dataclass(slots=True)
class MandatoryTable:
    """What the records of a table lack. ``items``: column → its field; ``pattern``: the mandatory pattern of the records."""

    model: Model
    items: Mapping[int, Field]
    pattern: str = ""
    lookup: Lookup = by_id
    met: Patterns = field(default_factory=Patterns)
    _seen: dict[tuple[object, ...], tuple[list[tuple[Lack, int | None]], Patterns]] = field(default_factory=dict)

    def check(self, columns: Sequence[Sequence[str]], block: Block, rows: range, first: int, findings: Findings) -> None:
        """Looks at the records ``rows`` of a block; ``first`` is the number of the first of them."""
        indexes = list(self.items)
        codes = [index for index, item in self.items.items() if item.where.endswith(_COUNTRY)]
        keys = []
        for row in range(len(rows)):
            filled = tuple(bool(columns[index][row].strip()) for index in indexes)
            keys.append((filled, *(columns[index][row] for index in codes)))
        if len(self._seen) > _REMEMBERED:
            self._seen.clear()
        for key, count in Counter(keys).items():
            if key not in self._seen:
                row = keys.index(key)
                self._seen[key] = self._look({index: columns[index][row] for index in indexes})
            self.met.add(self._seen[key][1], count)
        for offset, key in enumerate(keys):
            for lack, column in self._seen[key][0]:
                findings.add(finding(lack, block.place(rows[offset], column, first + offset)))

    def _look(self, cells: Mapping[int, str]) -> tuple[list[tuple[Lack, int | None]], Patterns]:
        """What one record lacks, each with the column where there is one."""
        node, where = self._tree(cells)
        check = MandatoryCheck(self.lookup)
        named = {item.plain_path.partition("/")[0] for item in self.items.values()}
        lacks = [
            (lack, where.get(id(lack.part)))
            for lack in check.lacks(node, self.model)
            # A column that is not there is said once, of the header.
            if "/" in lack.path or not lack.path or lack.path in named or self._is_nested(lack.path)
        ]
        return lacks, check.met

    def _is_nested(self, name: str) -> bool:
        return any(item.model and item.name == name for item in self.model.fields)

    def _tree(self, cells: Mapping[int, str]) -> tuple[Node, dict[int, int]]:
        node = Node(self.model.full_id, self.pattern)
        where: dict[int, int] = {}
        groups: dict[str, Node] = {"": node}
        for index, item in self.items.items():
            *above, last = item.where.split("/")
            path, holder = "", node
            for step in above:
                path = f"{path}/{step}"
                if path not in groups:
                    groups[path] = Node()
                    holder.children.setdefault(step.partition("[")[0], []).append(groups[path])
                holder = groups[path]
            holder.pattern = holder.pattern or (pattern_of(item.name) if above else "")
            leaf = Leaf(cells[index], state="value" if cells[index] else "empty")
            where[id(leaf)] = index
            holder.children.setdefault(last.partition("[")[0], []).append(leaf)
        return node, where


@dataclass(frozen=True, slots=True)
class Abroad:
    """The columns of an address whose kind of value holds in Japan only; ``country`` is the column that says where it is."""

    country: int | None
    domestic: frozenset[int]
    always: bool

    def masked(self, columns: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
        """The columns with nothing in these cells of the records that are abroad."""
        codes = columns[self.country] if self.country is not None else ()
        if not self.always and set(codes) <= {"", patterns.JAPAN}:
            return columns
        away = [self.always or patterns.is_abroad({_COUNTRY: code}) for code in codes] or [True] * len(columns[0])
        return [
            ["" if gone else cell for cell, gone in zip(column, away, strict=True)] if index in self.domestic else column
            for index, column in enumerate(columns)
        ]


def abroad(model: Model, items: Mapping[int, Field], pattern: str, lookup: Lookup = by_id) -> list[Abroad]:
    """The addresses of a table, wherever the class stands in its columns."""
    paths = {item.where: index for index, item in items.items()}
    found = []
    for above, inner in classes(model, paths, lookup):
        domestic = frozenset(paths[above + item.where] for item in inner.fields if item.domestic and above + item.where in paths)
        if domestic:
            declared = pattern if not above else next((name for index in domestic if (name := pattern_of(items[index].name))), "")
            found.append(Abroad(paths.get(above + _COUNTRY), domestic, declared == patterns.ABROAD))
    return found
