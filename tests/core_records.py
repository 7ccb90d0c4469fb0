"""Records of the core classes, right and wrong, drawn from a seed and written as JSON, Turtle and XML."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any, TypeAlias
from xml.sax.saxutils import escape

from gif_validate.codelists import codes
from gif_validate.exports import content
from gif_validate.models.index import model as by_id
from gif_validate.models.model import Field, Model
from gif_validate.parts import names, part

Leaf: TypeAlias = "str | Coded"
WRONG = ("x", "２０１７-０９-０１", "2017-9-1", "2017-02-30", "99:99", "-1", "ﾔﾏﾀﾞ", "12345678", "3.14", "A1234")
"""Values that hardly any kind of value takes."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A code with its label."""

    code: str
    label: str


@dataclass(slots=True)
class Tree:
    """A record or a nested part: its class, the items in the order of the standard, each with the pattern of its suffix and its values."""

    model: Model
    pattern: str = ""
    items: list[tuple[Field, str, list[Leaf | Tree]]] = field(default_factory=list)


def drawn(model: Model, seed: int, *, suffixed: bool = False) -> Tree:
    """A record of a class: mostly right, with a fault here and there. ``suffixed``: classes with mandatory patterns always say which."""
    random = Random(seed)
    return _tree(model, random, 0, _suffix(model, random) if suffixed else "", suffixed=suffixed)


def _suffix(model: Model, random: Random) -> str:
    return random.choice([pattern.id for pattern in model.patterns]) if model.patterns else ""


def _tree(model: Model, random: Random, depth: int, declared: str, *, suffixed: bool) -> Tree:
    tree = Tree(model, declared)
    patterns = {pattern.id: pattern for pattern in model.patterns}
    aim = patterns.get(declared) or (random.choice(list(patterns.values())) if patterns else None)
    needed = set(aim.required) if aim else set()
    needed |= {item.name for item in model.fields if item.mark == "must"}
    careless = random.random() < 0.15
    for item in model.fields:
        if item.label_of:
            continue
        often = 0.7 if careless else 1.0
        if random.random() < (often if item.name in needed else 0.15 if depth < 2 else 0.03):
            _add(tree, item, random, depth, abroad=aim is not None and aim.id == "MP07", suffixed=suffixed)
    return tree


def _add(tree: Tree, item: Field, random: Random, depth: int, *, abroad: bool, suffixed: bool) -> None:
    count = 2 if item.most != 1 and random.random() < 0.3 else 1
    count = 2 if random.random() < 0.01 else count
    if item.model:
        nested = by_id(item.model)
        pattern = _suffix(nested, random) if suffixed or random.random() < 0.8 else ""
        values: list[Leaf | Tree] = [_tree(nested, random, depth + 1, pattern, suffixed=suffixed) for _ in range(count)]
        values = [value for value in values if isinstance(value, Tree) and value.items]
        if values:
            tree.items.append((item, pattern, values))
        return
    tree.items.append((item, "", [_value(item, random, abroad=abroad) for _ in range(count)]))


def _value(item: Field, random: Random, *, abroad: bool) -> Leaf:
    if content.is_labelled(item):
        code = random.choice([*codes(str(item.codes)), "Q"]) if random.random() < 0.9 else "QQQ"
        return Coded(("USA" if abroad else "JPN") if item.name == "国" else code, "名称")
    if random.random() < 0.03:
        return random.choice([*WRONG, *_right(random.choice(names()))])
    if item.codes:
        return random.choice(list(codes(str(item.codes))))
    return random.choice(_right(item.kind))


@cache
def _right(kind: str) -> list[str]:
    """Values of a kind that cause no finding."""
    return [value for value in part(kind).examples if "\n" not in value] or ["きおい"]


def as_json(tree: Tree) -> dict[str, Any]:
    """The record with the English names of its items."""
    found: dict[str, Any] = {}
    for item, pattern, values in tree.items:
        name = tree.model.name_in("json", item).split("/")[0] + (f"_{pattern}" if pattern else "")
        written = [_json(value) for value in values]
        found[name] = written[0] if len(written) == 1 else written
    return found


def _json(value: Leaf | Tree) -> Any:
    if isinstance(value, Coded):
        return {"code": value.code, "value": value.label}
    return value if isinstance(value, str) else as_json(value)


def as_turtle(tree: Tree) -> str:
    """The record as the node ``<urn:test:1>``."""
    head = "@prefix pd: <urn:x-gif:pd:> .\n@prefix pcd: <urn:x-gif:pcd:> .\n"
    return f"{head}<urn:test:1> a pd:{content.class_name(tree.model)} {_turtle(tree)} .\n"


def _turtle(tree: Tree) -> str:
    parts = []
    for item, pattern, values in tree.items:
        name = tree.model.name_in("rdf", item).split("/")[0] + (f"_{pattern}" if pattern else "")
        parts += [f"; {name} {_object(value)}" for value in values]
    return " ".join(parts)


def _object(value: Leaf | Tree) -> str:
    if isinstance(value, Coded):
        return f'[ pcd:code {_quoted(value.code)} ; pcd:value "{value.label}"@ja ]'
    return _quoted(value) if isinstance(value, str) else f"[ {_turtle(value).removeprefix(';')} ]"


def _quoted(text: str) -> str:
    # Turtle and JSON escape alike what may stand here.
    return json.dumps(text, ensure_ascii=False)


def as_xml(tree: Tree) -> str:
    """The record as an element of its class, with the suffix of its mandatory pattern."""
    name = content.class_name(tree.model) + (f"_{tree.pattern}" if tree.pattern else "")
    return f'<{name} xmlns="urn:x-gif:pd:" xmlns:pcd="urn:x-gif:pcd:">{_xml(tree)}</{name}>'


def _xml(tree: Tree) -> str:
    parts = []
    for item, pattern, values in tree.items:
        name = tree.model.name_in("xml", item).split("/")[0].removeprefix("pd:") + (f"_{pattern}" if pattern else "")
        parts += [f"<{name}>{_inside(value)}</{name}>" for value in values]
    return "".join(parts)


def _inside(value: Leaf | Tree) -> str:
    if isinstance(value, Coded):
        return f"<pcd:code>{escape(value.code)}</pcd:code><pcd:value>{value.label}</pcd:value>"
    return escape(value) if isinstance(value, str) else _xml(value)
