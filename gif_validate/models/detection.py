"""Which standard does a table follow? By its header and its aliases, or, where a layout has no header, by the shape of its values.

A bundle (several tables in an archive or folder) is recognised by the names of its files.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from math import log
from pathlib import PurePosixPath
from typing import Literal

from ..catalogue.rule import compiled
from ..catalogue.text import Text
from ..codelists import codes
from ..parts import part
from .index import models
from .model import Field, Model

HEADER_ROWS = 20
"""Rows from the top among which the header is looked for."""
SHAPE_ROWS = 200
"""Rows by which a layout without a header is recognised."""
NEAR = 0.3
"""A standard that scores less than this is not worth mentioning."""
_WITH_SIGNATURE = 0.55
_WITHOUT_SIGNATURE = 0.8
_SHAPE = 0.9
_FILE_NAME = 0.03
_FEW = 3
"""A layout with fewer items is recognised only where the file name says so too: two headers say little."""
_FEW_OF_A_CLASS = 8
"""The same for a model that is no table by itself: classes are small and share their names."""
_HOLDS_ALL = 0.9
"""A table that has this share of the items of a standard (of at least ``_MANY``) follows it, whatever other columns it has besides."""
_MANY = 10
_BUNDLE = 2 / 3
"""The share of the mandatory files of a bundle by which it is recognised."""

How = Literal["exact", "similar", "alias"]


@dataclass(frozen=True, slots=True)
class Binding:
    """A column and the field that it holds; ``how`` its header says so."""

    column: int
    field: int
    how: How


@dataclass(frozen=True, slots=True)
class Match:
    """How well a table fits a model. ``header`` is the index of the header row, None for a layout without one.

    ``named``: the file name is one that the standard prescribes.
    """

    model: Model
    score: float
    header: int | None
    bindings: tuple[Binding, ...]
    columns: int
    signed: bool = True
    named: bool = False

    @property
    def bound(self) -> dict[int, Field]:
        """Column index → field."""
        return {binding.column: self.model.fields[binding.field] for binding in self.bindings}

    @property
    def missing(self) -> tuple[Field, ...]:
        """The fields that no column holds, in the order of the standard."""
        present = {binding.field for binding in self.bindings}
        return tuple(item for index, item in enumerate(self.model.fields) if index not in present)

    @property
    def holds_all(self) -> bool:
        """True where the table has nearly all items of a table of some size, under their own names."""
        own = sum(1 for binding in self.bindings if binding.how != "alias")
        return self.model.kind == "table" and len(self.model.fields) >= _MANY and own >= _HOLDS_ALL * len(self.model.fields)

    @property
    def is_reordered(self) -> bool:
        """True where the columns stand in another order than the fields."""
        order = [binding.field for binding in sorted(self.bindings, key=lambda binding: binding.column)]
        return order != sorted(order)

    def why_not(self) -> Text:
        """Why this candidate is not taken, in words."""
        found, fields = len(self.bindings), len(self.model.fields)
        if self.header is None:
            return Text(
                f"値の形の一致が {self.score:.0%} にとどまる",
                f"only {self.score:.0%} of the values have the shape of this layout",
            )
        if not self.signed:
            ja = f"項目の一致は {found}/{fields}。この標準に固有の項目（{'、'.join(self.model.signature)}）がない"
            en = f"{found} of {fields} items match; none of the items that tell it apart ({', '.join(self.model.signature)})"
            return Text(ja, en)
        if fields < _least(self.model):
            return Text(
                f"項目が {fields} しかなく、ファイル名も標準のものでない",
                f"it has {fields} items only, and the file is not named as prescribed",
            )
        return Text(
            f"項目の一致が {found}/{fields}、一致度 {self.score:.1%} にとどまる",
            f"{found} of {fields} items match, score {self.score:.1%}",
        )


@dataclass(frozen=True, slots=True)
class Detection:
    """The standard that a table follows (None where none is recognised) and the near candidates that were rejected."""

    match: Match | None
    rejected: tuple[Match, ...]


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


@dataclass(frozen=True, slots=True)
class Row:
    """A row that may be the header, with its cells as they are compared."""

    cells: Sequence[str]
    keys: tuple[str, ...]
    bare: tuple[str, ...]
    spellings: frozenset[str]


def candidates_for_header(rows: Sequence[Sequence[str]]) -> list[Row]:
    """The rows from the top among which the header is looked for."""
    return [_row(cells) for cells in rows[:HEADER_ROWS]]


def _row(cells: Sequence[str]) -> Row:
    keys, bare = tuple(map(normalised, cells)), tuple(map(folded, cells))
    return Row(cells, keys, bare, frozenset(keys).union(bare) - {""})


def is_header_again(cells: Sequence[str], match: Match) -> bool:
    """True for a row whose cells name the items of their columns, as the header does, be it by other names (in English)."""
    again = {(binding.column, binding.field) for binding in _bind(_row(cells), match.model)}
    same = again & {(binding.column, binding.field) for binding in match.bindings}
    return len(same) > 1 and len(same) >= 0.5 * sum(1 for cell in cells if cell.strip())


def detect(rows: Sequence[Sequence[str]], known: Iterable[Model], file_name: str = "") -> Detection:
    """The best standard for the first rows of a table."""
    tops = candidates_for_header(rows)
    candidates = [match for model in known if (match := best_match(rows, model, file_name, tops)) is not None]
    candidates.sort(key=lambda match: (-match.score, not match.named, match.model.full_id))
    accepted = [match for match in candidates if _is_enough(match)]
    chosen = accepted[0] if accepted else None
    near = tuple(match for match in candidates if match is not chosen and match.score >= NEAR)
    return Detection(chosen, near[:5])


def best_match(rows: Sequence[Sequence[str]], model: Model, file_name: str = "", tops: Sequence[Row] | None = None) -> Match | None:
    """How well the rows fit one model: by the header row that fits best, or by shape where the layout has none."""
    if model.kind in {"bundle", "ruleset"}:
        return None
    found: Match | None = None
    for index, row in enumerate(candidates_for_header(rows) if tops is None else tops):
        match = _by_header(row, model, index)
        if match is not None and (found is None or match.score > found.score + 1e-9):
            found = match
    if not model.layout.header and (found is None or not _is_enough(found)):
        found = _by_shape(rows, model)
    if found is None:
        return None
    named = _is_named(model, file_name)
    score = min(1.0, found.score + (_FILE_NAME if named else 0.0))
    return replace(found, score=score, named=named)


def detect_bundle(names: Iterable[str], known: Iterable[Model]) -> Model | None:
    """The bundle that the files of an archive or folder (their names, with or without folders) make up, by its mandatory files."""
    files = {PurePosixPath(name).name for name in names}
    shares = [(_share_of_files(model, files), model) for model in known if model.kind == "bundle"]
    share, best = max(shares, key=lambda each: each[0], default=(0.0, None))
    return best if share >= _BUNDLE else None


def _share_of_files(model: Model, files: Set[str]) -> float:
    needed = [item.name for item in model.marked("must")]
    return len(files & set(needed)) / len(needed) if needed else 0.0


def _is_named(model: Model, file_name: str) -> bool:
    return any(re.fullmatch(regex, file_name) for regex in model.layout.file_names)


def _least(model: Model) -> int:
    return _FEW if model.kind == "table" else _FEW_OF_A_CLASS


def _is_enough(match: Match) -> bool:
    if match.header is None:
        return match.score >= _SHAPE
    if len(match.model.fields) < _least(match.model) and not match.named:
        return False
    if match.signed and match.holds_all:
        return True
    if match.model.signature:
        return match.signed and match.score >= _WITH_SIGNATURE
    return match.score >= _WITHOUT_SIGNATURE


def _by_header(row: Row, model: Model, index: int) -> Match | None:
    bindings = _bind(row, model)
    if not bindings:
        return None
    filled = sum(1 for key in row.keys if key)
    weights = _weights(model)
    strength = {binding.field: 0.8 if binding.how == "alias" else 1.0 for binding in bindings}
    precision = sum(strength.values()) / filled
    recall = sum(weights[field] * value for field, value in strength.items()) / sum(weights)
    names = {model.fields[binding.field].name for binding in bindings}
    signed = not model.signature or any(name in names for name in model.signature)
    return Match(model, 2 * precision * recall / (precision + recall), index, bindings, len(row.cells), signed)


def _bind(row: Row, model: Model) -> tuple[Binding, ...]:
    """Binds columns to fields: the exact names first, then those that differ in width or spacing, then aliases and other punctuation."""
    if _known_spellings(model).isdisjoint(row.spellings):
        return ()
    exact, similar, alias, bare = _spellings(model)
    taken: dict[int, Binding] = {}
    columns: set[int] = set()
    spellings: tuple[tuple[How, Mapping[str, int], Sequence[str]], ...] = (
        ("exact", exact, row.cells),
        ("similar", similar, row.keys),
        ("alias", alias, row.keys),
        ("alias", bare, row.bare),
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
    """Spelling → field: as the standard writes it, in another width or spacing, the aliases, with other punctuation.

    Of two fields with the same alias the first has it; a spelling that two fields share without their punctuation is none.
    """
    exact = {item.name: index for index, item in enumerate(model.fields)}
    similar = {normalised(item.name): index for index, item in enumerate(model.fields)}
    alias: dict[str, int] = {}
    for index, item in enumerate(model.fields):
        for name in map(normalised, (*item.aliases, item.en, item.label)):
            if name and name not in similar:
                alias.setdefault(name, index)
    bare: dict[str, int] = {}
    shared = Counter(folded(item.name) for item in model.fields)
    for index, item in enumerate(model.fields):
        name = folded(item.name)
        if name and shared[name] == 1:
            bare[name] = index
    return exact, similar, alias, bare


@cache
def _known_spellings(model: Model) -> frozenset[str]:
    """All of them: most models have none of the headers of a table."""
    return frozenset().union(*_spellings(model)[1:])


@cache
def _weights(model: Model) -> tuple[float, ...]:
    """The weight of each field: names that many standards share say little about which one it is."""
    shared, total = _shared_names()
    return tuple(log((total + 2) / (shared[name] + 1)) + 0.3 for name in map(normalised, (item.name for item in model.fields)))


@cache
def _shared_names() -> tuple[Counter[str], int]:
    """How many standards have an item of a name, and how many standards there are."""
    known = models()
    return Counter(name for model in known.values() for name in _spellings(model)[1]), len(known)


def _by_shape(rows: Sequence[Sequence[str]], model: Model) -> Match | None:
    """For a layout without a header: do the values have the shape that its fields prescribe?"""
    sample = [row for row in rows[:SHAPE_ROWS] if any(cell for cell in row)]
    fitting = [row for row in sample if len(row) == len(model.fields)]
    if not fitting or len(fitting) < 0.5 * len(sample):
        return None
    shares = []
    for index, item in enumerate(model.fields):
        if not (item.own or item.codes or item.kind not in {"text", "free_text"}):
            continue
        values = [row[index] for row in fitting]
        shares.append(sum(_has_shape(value, item) for value in values) / len(values))
    if not shares:
        return None
    score = sum(shares) / len(shares) * len(fitting) / len(sample)
    return Match(model, score, None, _in_order(model), len(model.fields))


def usual_width(rows: Sequence[Sequence[str]]) -> int:
    """How many columns most of the first rows have; 0 where there is no row."""
    return max(Counter(len(row) for row in rows[:SHAPE_ROWS]).items(), key=lambda found: found[1], default=(0, 0))[0]


def by_position(model: Model) -> Match:
    """A layout without a header as the standard asked for, whatever shape the values have."""
    return Match(model, 0.0, None, _in_order(model), len(model.fields))


def _in_order(model: Model) -> tuple[Binding, ...]:
    return tuple(Binding(index, index, "exact") for index in range(len(model.fields)))


def _has_shape(value: str, item: Field) -> bool:
    if not value:
        return item.mark != "must"
    own = item.own_for("csv")
    if own is not None:
        return compiled(own.regex).fullmatch(value) is not None
    if item.codes:
        return value in (codes(item.codes) if isinstance(item.codes, str) else item.codes)
    return part(item.kind).is_valid(value)
