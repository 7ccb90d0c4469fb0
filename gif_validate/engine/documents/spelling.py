"""The names of items in a document (項目名の書き方): Japanese or English, or with a mandatory pattern. GIF DS-438, DS-430 §2.3.

GIF names items in Japanese and English and asks for the suffix of the mandatory pattern in real data (``address_MP02``). Where code and
label go together (コードと名称), the item has two members, ``code`` and ``value`` or コード and 名称.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from ...models.headers import normalised
from ...models.model import Field, Model

CODE, LABEL = "コード", "名称"
_PATTERN = re.compile(r"(?i)(.+)_(MP[0-9]{2})")
_MEMBERS = {"code": CODE, "value": LABEL}


@dataclass(frozen=True, slots=True)
class Step:
    """The name of an item as the tree of a record has it, and what stands there.

    ``inner``: コード and 名称 → their fields, where a code has its label with it; empty for every other item. ``deep``: the items stand
    further down, in groups that are no class of their own.
    """

    name: str
    item: Field
    order: int
    inner: Mapping[str, Field] = field(default_factory=dict)
    deep: bool = False


@dataclass(frozen=True, slots=True)
class Spelled:
    """What a name means: the step, the mandatory pattern in the name, and whether it is spelled as the standard does."""

    step: Step
    pattern: str = ""
    exact: bool = True


def spelled(model: Model, name: str) -> Spelled | None:
    """The item of a class that a name means; None where it means none.

    >>> from gif_validate.models.index import model
    >>> spelled(model("gif/person"), "address_MP02").pattern
    'MP02'
    """
    exact, similar = _names(model)
    if name in exact:
        return Spelled(exact[name])
    key = normalised(name)
    if key in similar:
        return Spelled(similar[key], exact=False)
    match = _PATTERN.fullmatch(name)
    found = match and spelled(model, match[1])
    if not match or not found or not found.step.item.model or found.pattern:
        return None
    return Spelled(found.step, match[2].upper(), found.exact)


def is_own(model: Model, name: str) -> bool:
    """True for a name that the class itself gives an item, in Japanese or English, in whatever width or case; an alias is none of them."""
    found = spelled(model, name)
    return found is not None and (found.exact or normalised(name) in _own(model))


@cache
def _own(model: Model) -> frozenset[str]:
    return frozenset(map(normalised, _names(model)[0]))


def member(step: Step, name: str) -> str | None:
    """コード or 名称 for the name of a member of a code with its label.

    >>> from gif_validate.models.index import model
    >>> member(spelled(model("gif/person"), "sex").step, "value")
    '名称'
    """
    key = _MEMBERS.get(name, name)
    return key if key in step.inner else None


@cache
def steps(model: Model) -> Mapping[str, Step]:
    """The steps of a class by name, in the order of the standard."""
    found: dict[str, Step] = {}
    for item in model.fields:
        first, slash, last = item.path.partition("/") if item.path and model.kind != "table" else (item.name, "", "")
        inner = {last: item} if slash and last in {CODE, LABEL} else {}
        if first in found:
            known = found[first]
            found[first] = replace(known, item=known.item if CODE in known.inner else item, inner={**known.inner, **inner})
        else:
            found[first] = Step(first, item, len(found), inner, deep=bool(slash and not inner))
    return found


@cache
def items(model: Model) -> Mapping[str, Field]:
    """Path below the class (without indexes) → the item that has its value there; a name (``流入量 [㎥/s]``) is no path."""
    if model.kind == "table":
        return {item.name: item for item in model.fields}
    return {item.plain_path if item.path else item.name: item for item in model.fields}


@cache
def groups(model: Model) -> Mapping[str, Mapping[str, Field | None]]:
    """Path of a group that is no class (``標題情報/調査期間``) → the names in it → the item, None where that is a group again."""
    found: dict[str, dict[str, Field | None]] = {}
    for path, item in items(model).items():
        above, _, last = path.rpartition("/")
        if model.kind == "table" or not item.path or not above or not steps(model)[path.partition("/")[0]].deep:
            continue
        found.setdefault(above, {})[last] = item
        while "/" in above:
            above, _, last = above.rpartition("/")
            found.setdefault(above, {}).setdefault(last, None)
    return found


@cache
def _names(model: Model) -> tuple[Mapping[str, Step], Mapping[str, Step]]:
    """Name as the standard writes it → step; name as compared → step, aliases among them."""
    exact: dict[str, Step] = {}
    similar: dict[str, Step] = {}
    for step in steps(model).values():
        if step.deep:
            exact.setdefault(step.name, step)
            continue
        english = model.name_in("json", step.item).partition("/")[0].partition(".")[0]
        for name in (step.name, english, *([] if step.inner else [step.item.name])):
            exact.setdefault(name, step)
            similar.setdefault(normalised(name), step)
    for step in steps(model).values():
        for name in step.item.aliases if not (step.inner or step.deep) else ():
            similar.setdefault(normalised(name), step)
    return exact, similar
