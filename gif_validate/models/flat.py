"""Flat tables of nested classes: a header such as ``登記住所_都道府県`` or ``registeredAddress.prefecture`` as the path of an item.

GIF prescribes no layout for tables of its core classes; LV2 allows a hierarchy other than that of the DMD (DS-430 §4.1). These headers
are ours: Japanese names joined by ``_``, English names joined by ``.``; ``_2`` or ``[2]`` behind an item that may repeat, ``_MP02`` behind
an item whose class has mandatory patterns; ``_コード``/``_名称`` (``.code``/``.value``) for a code and its label. A nested item by itself
(``開催施設``) holds the name or the ID of what it refers to, as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from .headers import normalised
from .index import model as by_id
from .model import Agreement, Field, Mark, Model

Lookup = Callable[[str], Model]
_SUFFIX = re.compile(r"(?:_(mp[0-9]{2}))?(?:_([1-9][0-9]{0,2})|\[([1-9][0-9]{0,2})\])?(?:[_./](?=.)|\Z)")
_INDEX = re.compile(r"\[[0-9]+\]")
_DEEPEST = 12
"""Steps of the longest header that is followed; classes refer to each other, so there is no longest path."""


def flat(model: Model, headers: Iterable[str], lookup: Lookup = by_id) -> Model:
    """The class as the table that has these headers: one field a header that names an item, then the mandatory items that none names.

    A column of a nested item is mandatory only where everything above it is. Keys and agreements, also those of nested classes, name
    the columns.
    """
    found: dict[str, Field] = {}
    for header in headers:
        item = column(model, header, lookup)
        if item is not None:
            found.setdefault(item.where, item)
    named = {item.plain_path.partition("/")[0] for item in found.values()}
    lacking = [item for item in model.fields if item.mark == "must" and not item.model and item.name not in named]
    names = {path: item.name for path, item in found.items()}
    keys = [tuple(names.get(model.field(name).where, "") for name in key) for key in model.keys]
    return replace(
        model,
        kind="table",
        fields=(*found.values(), *lacking),
        keys=tuple(key for key in keys if all(key)),
        agreements=tuple(_agreements(model, names, lookup)),
        patterns=(),
    )


def _agreements(model: Model, names: Mapping[str, str], lookup: Lookup) -> Iterator[Agreement]:
    """The agreements of the class and of those below it, between the columns that are there (path → header)."""
    for above, found in classes(model, names, lookup):
        for agreement in found.agreements:
            paths = {role: above + found.field(name).where for role, name in agreement.roles.items()}
            roles = {role: names[path] for role, path in paths.items() if path in names}
            if len(roles) == len(paths) or ((agreement.check == "municipality" or "address" in roles) and len(roles) > 1):
                yield Agreement(agreement.check, roles)


def classes(model: Model, paths: Iterable[str], lookup: Lookup = by_id) -> list[tuple[str, Model]]:
    """Where classes stand in the columns of a table: the path above (with indexes, ending in ``/``; empty for the record) and the class."""
    found: dict[str, Model] = {"": model}
    for path in paths:
        above, at = "", model
        for step in path.split("/")[:-1]:
            item = next((item for item in at.fields if item.model and item.name == _INDEX.sub("", step)), None)
            if item is None:
                break
            above, at = f"{above}{step}/", lookup(item.model)
            found[above] = at
    return list(found.items())


def column(model: Model, header: str, lookup: Lookup = by_id) -> Field | None:
    """The field of one column: its name is the header, its path leads to the item. None where the header names none.

    The mandatory pattern in the header stays in the name; `pattern_of` reads it.
    """
    found = next(_walk(model, normalised(header), lookup, 0), None)
    if found is None:
        return None
    path, item, must = found
    return replace(
        item, name=header, label=item.label or item.name, aliases=(), en="", path=path, mark=item.mark if must else _loosened(item)
    )


def pattern_of(header: str) -> str:
    """The mandatory pattern that a header declares (``住所_MP02_都道府県`` → ``MP02``); empty where none.

    >>> pattern_of("住所_MP02_都道府県"), pattern_of("住所_都道府県")
    ('MP02', '')
    """
    found = re.search(r"_(mp[0-9]{2})(?=[_./\[]|\Z)", normalised(header))
    return found[1].upper() if found else ""


def _loosened(item: Field) -> Mark:
    return "conditional" if item.mark == "must" else item.mark


def _walk(model: Model, rest: str, lookup: Lookup, depth: int) -> Iterator[tuple[str, Field, bool]]:
    """The items that the rest of a header can mean, the longest names first: path, item, whether everything above it is mandatory."""
    for name, item in _spelled(model):
        if not rest.startswith(name):
            continue
        match = _SUFFIX.match(rest, len(name))
        if match is None or (match[1] and not item.model):
            continue
        index = match[2] or match[3]
        if index and item.most == 1:
            continue
        below = rest[match.end() :]
        step = f"[{index}]" if index and index != "1" else ""
        if not below:
            yield _indexed(item, step), item, True
        elif item.model and depth < _DEEPEST:
            for path, inner, must in _walk(lookup(item.model), below, lookup, depth + 1):
                yield f"{item.name}{step}/{path}", inner, must and item.mark == "must"


def _indexed(item: Field, step: str) -> str:
    first, slash, last = item.where.partition("/")
    return f"{first}{step}{slash}{last}"


@cache
def _spelled(model: Model) -> list[tuple[str, Field]]:
    names = ((normalised(name), item) for item in model.fields for name in (item.name, item.en, item.label, *item.aliases) if name)
    return sorted(names, key=lambda pair: -len(pair[0]))
