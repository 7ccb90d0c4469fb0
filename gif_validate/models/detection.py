"""Which standard does a table follow? By its header and its aliases, or, where a layout has no header, by the shape of its values.

What speaks for a standard is held with it: the items found, the mandatory ones that are not, the columns that it does not have, the name
of the file. A bundle (several tables in an archive or folder) is recognised by the names of its files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import PurePosixPath
from typing import Literal

from ..catalogue.report import Evidence
from ..catalogue.rule import compiled
from ..catalogue.text import Text
from ..codelists import codes
from ..parts import part
from .headers import Binding, Row, bind, candidates_for_header, is_rare, row_of, weights
from .model import Field, Model

SHAPE_ROWS = 200
"""Rows by which a layout without a header is recognised."""
NEAR = 0.3
"""A standard that scores less than this is not worth mentioning."""
_WITH_SIGNATURE = 0.55
_WITHOUT_SIGNATURE = 0.8
_SHAPE = 0.9
_SHAPE_IF_NAMED = 0.5
_FILE_NAME = 0.03
_FEW = 3
"""A layout with fewer items is recognised only where the file name says so too: two headers say little."""
_FEW_OF_A_CLASS = 8
"""The same for a model that is no table by itself: classes are small and share their names."""
_HOLDS_ALL = 0.9
"""A table that has this share of the items of a standard (of at least ``_MANY``) follows it, whatever other columns it has besides."""
_MANY = 10
_KNOWN = 0.8
"""The share of the columns that a standard must have where the file name says that it is the one."""
_LACKING = 0.5
_FOREIGN = 0.25
"""A table that has not these shares of the mandatory items and has these of other columns shares columns with a standard, no more."""
_WHOLE = 4
"""Columns of a table that has nothing but items of a standard, the mandatory ones among them."""
_BUNDLE = 2 / 3
"""The share of the mandatory files of a bundle by which it is recognised."""


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
    foreign: tuple[str, ...] = ()
    """Headers that name no item of the standard, each once."""
    different: int = 0
    """Columns with different headers: a header that is repeated says no more than once."""
    is_tied: bool = False
    """True for a candidate that fits as well as the one chosen: two standards have the same header."""

    @property
    def lacking(self) -> tuple[str, ...]:
        """The mandatory items that no column holds."""
        return tuple(item.name for item in self.missing if item.mark == "must")

    @property
    def evidence(self) -> Evidence:
        """What speaks for the standard, and what against it."""
        by: Literal["header", "shape"] = "shape" if self.header is None else "header"
        return Evidence(by, len(self.bindings), len(self.model.fields), self.lacking, self.foreign, self.named)

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
    def needed(self) -> int:
        """How many items of the standard are mandatory."""
        return sum(1 for _ in self.model.marked("must"))

    @property
    def is_known_by_name(self) -> bool:
        """True where the file name is one of the standard's and so are nearly all columns."""
        known = self.different - len(self.foreign)
        return self.named and self.header is not None and len(self.bindings) > 1 and known >= _KNOWN * self.different

    @property
    def is_whole(self) -> bool:
        """True where all columns are items under their own names: all mandatory ones, and one that hardly any other standard has."""
        if self.header is None or self.foreign or self.lacking or len(self.bindings) < _WHOLE or self.needed < 2:
            return False
        own = all(binding.how != "alias" for binding in self.bindings)
        return own and any(is_rare(self.model.fields[binding.field].name) for binding in self.bindings)

    @property
    def is_another(self) -> bool:
        """True for a table that shares columns with the standard and no more: mandatory items are absent, other columns are there."""
        lacks = self.needed > 0 and len(self.lacking) >= _LACKING * self.needed
        return lacks and len(self.foreign) >= _FOREIGN * self.different and not self.named and not self.holds_all

    @property
    def is_reordered(self) -> bool:
        """True where the columns stand in another order than the fields."""
        order = [binding.field for binding in sorted(self.bindings, key=lambda binding: binding.column)]
        return order != sorted(order)

    def why_not(self) -> Text:
        """Why this candidate is not taken, in words."""
        found, fields = len(self.bindings), len(self.model.fields)
        if self.is_tied:
            return Text("見出しが同じで、項目名では区別できない", "it has the same header, so that names cannot tell them apart")
        if self.header is None:
            return Text(
                f"値の形の一致が {self.score:.0%} にとどまる",
                f"only {self.score:.0%} of the values have the shape of this layout",
            )
        if not self.signed:
            ja = f"項目の一致は {found}/{fields}。この標準に固有の項目（{'、'.join(self.model.signature)}）がない"
            en = f"{found} of {fields} items match; none of the items that tell it apart ({', '.join(self.model.signature)})"
            return Text(ja, en)
        if self.is_another:
            ja = f"必須の項目（{'、'.join(self.lacking[:3])}）がなく、この標準にない列が {len(self.foreign)} ある"
            en = f"mandatory items are absent ({', '.join(self.lacking[:3])}) and {len(self.foreign)} columns are not of this standard"
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


def is_header_again(cells: Sequence[str], match: Match) -> bool:
    """True for a row whose cells name the items of their columns, as the header does, be it by other names (in English)."""
    again = {(binding.column, binding.field) for binding in bind(row_of(cells), match.model)}
    same = again & {(binding.column, binding.field) for binding in match.bindings}
    return len(same) > 1 and len(same) >= 0.5 * sum(1 for cell in cells if cell.strip())


def detect(rows: Sequence[Sequence[str]], known: Iterable[Model], file_name: str = "") -> Detection:
    """The best standard for the first rows of a table."""
    tops = candidates_for_header(rows)
    candidates = [match for model in known if (match := best_match(rows, model, file_name, tops)) is not None]
    candidates.sort(key=lambda match: (-match.score, not match.named, not match.model.current, match.model.full_id))
    chosen = next(filter(_is_enough, candidates), None) or _by_what_is_known(candidates)
    if chosen is not None and any(map(_is_whole_but_small, takewhile(lambda match: match is not chosen, candidates))):
        chosen = None
    near = [match for match in candidates if match is not chosen and match.score >= NEAR and _is_worth_telling(match)]
    return Detection(chosen, tuple(replace(match, is_tied=_is_tied(match, chosen)) for match in near[:5]))


def _is_whole_but_small(match: Match) -> bool:
    """True for a class that the table has all of but that is too small to be sure: then no other that fits less well is named."""
    return not match.named and len(match.model.fields) < _least(match.model) and match.score >= _WITHOUT_SIGNATURE


def _is_tied(match: Match, chosen: Match | None) -> bool:
    return chosen is not None and (match.score, match.named, match.foreign) == (chosen.score, chosen.named, chosen.foreign)


def _is_worth_telling(match: Match) -> bool:
    """False for a class of a few items: their names are everywhere."""
    return match.model.kind == "table" or match.named or len(match.model.fields) >= _FEW_OF_A_CLASS


def _by_what_is_known(candidates: Sequence[Match]) -> Match | None:
    """The standard whose name the file has, or of which the table has nothing but items; the one that has most of its columns."""
    known = [match for match in candidates if match.is_known_by_name] or [match for match in candidates if match.is_whole]
    return min(known, key=lambda match: (len(match.foreign), sum(each.how == "alias" for each in match.bindings)), default=None)


def best_match(rows: Sequence[Sequence[str]], model: Model, file_name: str = "", tops: Sequence[Row] | None = None) -> Match | None:
    """How well the rows fit one model: by the header row that fits best, or by shape where the layout has none."""
    if model.kind in {"bundle", "ruleset"}:
        return None
    found: Match | None = None
    named = is_named(model, file_name)
    for index, row in enumerate(candidates_for_header(rows) if tops is None else tops):
        match = _by_header(row, model, index, named)
        if match is not None and (found is None or match.score > found.score + 1e-9):
            found = match
    if not model.layout.header and (found is None or not _is_enough(found)):
        found = _by_shape(rows, model, named)
    return replace(found, score=min(1.0, found.score + _FILE_NAME)) if found is not None and named else found


def detect_bundle(names: Iterable[str], known: Iterable[Model]) -> Model | None:
    """The bundle that the files of an archive or folder (their names, with or without folders) make up, by its mandatory files."""
    files = {PurePosixPath(name).name for name in names}
    shares = [(_share_of_files(model, files), model) for model in known if model.kind == "bundle"]
    share, best = max(shares, key=lambda each: each[0], default=(0.0, None))
    return best if share >= _BUNDLE else None


def _share_of_files(model: Model, files: Set[str]) -> float:
    needed = [item.name for item in model.marked("must")]
    return len(files & set(needed)) / len(needed) if needed else 0.0


def is_named(model: Model, file_name: str) -> bool:
    """True for a file name that the standard prescribes, in whatever case."""
    return any(re.fullmatch(regex, file_name, re.IGNORECASE) for regex in model.layout.file_names)


def _least(model: Model) -> int:
    return _FEW if model.kind == "table" else _FEW_OF_A_CLASS


def _is_enough(match: Match) -> bool:
    if match.header is None:
        return match.score >= (_SHAPE_IF_NAMED if match.named else _SHAPE)
    if match.is_another:
        return False
    if len(match.model.fields) < _least(match.model) and not match.named:
        return False
    if match.signed and match.holds_all:
        return True
    if match.model.signature:
        return match.signed and match.score >= _WITH_SIGNATURE
    return match.score >= _WITHOUT_SIGNATURE


def _by_header(row: Row, model: Model, index: int, named: bool) -> Match | None:
    bindings = bind(row, model)
    if not bindings:
        return None
    different = {key: cell for key, cell in zip(row.keys, row.cells, strict=True) if key}
    known = {row.keys[binding.column] for binding in bindings}
    weight = weights(model)
    strength = {binding.field: 0.8 if binding.how == "alias" else 1.0 for binding in bindings}
    precision = sum(strength.values()) / len(different)
    recall = sum(weight[field] * value for field, value in strength.items()) / sum(weight)
    names = {model.fields[binding.field].name for binding in bindings}
    signed = not model.signature or any(name in names for name in model.signature)
    foreign = tuple(cell for key, cell in different.items() if key not in known)
    score = 2 * precision * recall / (precision + recall)
    return Match(model, score, index, bindings, len(row.cells), signed, named, foreign, len(different))


def _by_shape(rows: Sequence[Sequence[str]], model: Model, named: bool) -> Match | None:
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
    return Match(model, score, None, _in_order(model), len(model.fields), named=named)


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
