"""JSON values as record trees, and the way from a part of a tree back to its place in the text."""

from __future__ import annotations

from typing import TypeAlias

from ..record import Leaf, Node
from .scan import LONGEST_POINTER, Faulty, Mark, Number, Value, pointer_of

Step: TypeAlias = "tuple[Step, str] | None"
"""The way to a value: the way to what holds it, and its name or number there."""


def node_of(value: dict[str, Value]) -> Node:
    """An object as a node; an array is a repeated child."""
    return Node(children={name: [*map(_child, held)] if type(held) is list else [_child(held)] for name, held in value.items()})


def _child(value: Value) -> Node | Leaf:
    """A member's value. An array within an array becomes a node whose only field has no name."""
    if isinstance(value, str):
        return Leaf(value, state="value" if value else "empty")
    if isinstance(value, Number):
        return Leaf(value.text, type="number")
    if isinstance(value, bool):
        return Leaf("true" if value else "false", type="boolean")
    if value is None:
        return Leaf("", type="null", state="nil")
    if isinstance(value, Faulty):
        return Leaf(value.text, state="faulty")
    if isinstance(value, dict):
        return node_of(value)
    return Node(children={"": [_child(item) for item in value]})


def index_parts(value: Value, mark: Mark, child: Node | Leaf, step: Step, index: dict[int, tuple[int, Step]]) -> None:
    """Notes the offset and the way of a tree's every part."""
    index[id(child)] = (mark[0], step)
    if isinstance(value, dict):
        assert isinstance(child, Node)
        assert isinstance(mark[1], dict)
        for name, held in value.items():
            below = (step, name)
            if isinstance(held, list):
                _items(held, mark[1][name], child.children[name], below, index)
            else:
                index_parts(held, mark[1][name], child.children[name][0], below, index)
    elif isinstance(value, list):
        assert isinstance(child, Node)
        _items(value, mark, child.children[""], step, index)


def _items(items: list[Value], mark: Mark, children: list[Node | Leaf], step: Step, index: dict[int, tuple[int, Step]]) -> None:
    marks = mark[1]
    assert isinstance(marks, list)
    for number, (item, below, child) in enumerate(zip(items, marks, children, strict=True)):
        index_parts(item, below, child, (step, str(number)), index)


def way(step: Step) -> list[str]:
    """The names and numbers that lead to a value, from the outermost."""
    steps = []
    while step is not None:
        step, name = step
        steps.append(name)
    return steps[::-1]


def short_pointer(steps: list[str], base: str = "") -> str | None:
    """The JSON pointer behind a base; None where it is longer than anyone reads."""
    if sum(map(len, steps)) > LONGEST_POINTER:
        return None
    return base + pointer_of(steps)
