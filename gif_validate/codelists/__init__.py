"""Code lists: one CSV each in ``codelists/``, described in ``codelists/index.json``. Codes are text and keep their leading zeros."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from ..catalogue.text import Text
from ..resources import data


@dataclass(frozen=True, slots=True)
class CodeList:
    """A code list: what it is and where it comes from. ``version`` is the state of the data, as findings name it."""

    id: str
    title: Text
    version: str
    source: str
    licence: str
    file: str
    column: str = ""
    """Of a file with several lists: the value in its column ``list``."""


_OWN: ContextVar[Mapping[str, CodeList]] = ContextVar("own_codelists", default=MappingProxyType({}))
"""Code lists of a folder of one's own (`gif_validate.codelists.own`)."""


@cache
def _shipped() -> Mapping[str, CodeList]:
    entries: list[dict[str, Any]] = json.loads((data("codelists") / "index.json").read_text(encoding="utf-8"))
    return {entry["id"]: CodeList(**(entry | {"title": Text(**entry["title"])})) for entry in entries}


def _index() -> Mapping[str, CodeList]:
    own = _OWN.get()
    return {**_shipped(), **own} if own else _shipped()


def names() -> tuple[str, ...]:
    """The ids of all code lists."""
    return tuple(_index())


def codelist(name: str) -> CodeList:
    """The code list of this id; KeyError where there is none."""
    return _OWN.get().get(name) or _shipped()[name]


def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a code list, each column by its name; the first column is ``code``."""
    return rows_of(codelist(name))


@cache
def rows_of(described: CodeList) -> tuple[dict[str, str], ...]:
    """The same for a list that is at hand."""
    with (data("codelists") / described.file).open(encoding="utf-8-sig", newline="") as file:
        found = tuple(csv.DictReader(file))
    return tuple(row for row in found if row["list"] == described.column) if described.column else found


def codes(name: str) -> Mapping[str, str]:
    """Code → label (Japanese) of a code list, in its order."""
    return _codes(codelist(name))


@cache
def _codes(described: CodeList) -> Mapping[str, str]:
    return {row["code"]: row.get("name_ja", "") for row in rows_of(described)}
