"""Nodes of a YAML document as plain values: whatever is not of the form that is asked for is refused with its line.

YAML is read as nodes, not as values, so that ``01`` and ``no`` stay the texts that were written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

import yaml

from ..catalogue.errors import DefinitionError
from ..catalogue.text import Text

T = TypeVar("T")
_LISTED_AT_MOST = 30
_NEAR = 5
Table = dict[str, tuple[yaml.Node, yaml.Node]]


class Wrong(Exception):  # noqa: N818 - never leaves `read`
    """What is wrong with a node, for its author."""

    def __init__(self, ja: str, en: str, node: yaml.Node | None = None) -> None:
        super().__init__(en)
        self.why = Text(ja, en)
        self.node = node


def read(text: str, name: str, reader: Callable[[yaml.Node], T]) -> T:
    """What a reader makes of the document ``text``; DefinitionError with the line for anything that is not as it should be."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise DefinitionError(name, mark.line + 1 if mark else 1, Text(f"YAML の誤り：{problem}", f"not YAML: {problem}")) from error
    try:
        if node is None:
            raise Wrong("定義が空です", "the definition is empty")
        return reader(node)
    except Wrong as wrong:
        at = wrong.node or node
        raise DefinitionError(name, at.start_mark.line + 1 if at else 1, wrong.why) from None


def fill(
    values: dict[str, Any],
    table: Table,
    readers: Mapping[str, Callable[[yaml.Node], Any]],
    node: yaml.Node,
    *,
    all_of: bool = False,
) -> None:
    """Reads every key of a table by its reader; unknown keys are refused, with ``all_of`` missing ones too."""
    for key, (key_node, at) in table.items():
        if key not in readers:
            raise Wrong(
                f"「{key}」という指定はありません（{', '.join(readers)}）",
                f"unknown key {key!r} ({', '.join(readers)})",
                key_node,
            )
        values[key] = readers[key](at)
    missing = [key for key in readers if all_of and key not in table]
    if missing:
        raise Wrong(f"{missing[0]} がありません", f"{missing[0]} is missing", node)


def table_of(node: yaml.Node) -> Table:
    """A mapping: key → the nodes of the key and its value."""
    if not isinstance(node, yaml.MappingNode):
        raise Wrong("「名前：値」の形で書きます", "write this as 'name: value' pairs", node)
    table: Table = {}
    for key, value in node.value:
        name = string(key)
        if name in table:
            raise Wrong(f"「{name}」が二度あります", f"{name!r} stands twice", key)
        table[name] = (key, value)
    return table


def sequence(node: yaml.Node) -> list[yaml.Node]:
    """The nodes of a list."""
    if not isinstance(node, yaml.SequenceNode):
        raise Wrong("一覧の形で書きます", "write this as a list", node)
    return list(node.value)


def scalar(node: yaml.Node, value: str) -> yaml.Node:
    """The first scalar with this value within a node; the node itself where there is none."""
    if isinstance(node, yaml.CollectionNode):
        inner = [each for at in node.value for each in (at if isinstance(at, tuple) else (at,))]
        found = (scalar(each, value) for each in inner)
        return next((each for each in found if isinstance(each, yaml.ScalarNode) and each.value == value), node)
    return node


def string(node: yaml.Node) -> str:
    """A scalar, as it was written."""
    if not isinstance(node, yaml.ScalarNode):
        raise Wrong("文字列を書きます", "write a string", node)
    return str(node.value)


def strings(node: yaml.Node) -> tuple[str, ...]:
    """A list of scalars."""
    return tuple(map(string, sequence(node)))


def text_of(node: yaml.Node) -> Text:
    """A mapping with ja and en."""
    table = table_of(node)
    if set(table) != {"ja", "en"}:
        raise Wrong("ja と en の両方を書きます", "write both ja and en", node)
    return Text(string(table["ja"][1]), string(table["en"][1]))


def boolean(node: yaml.Node) -> bool:
    """true or false."""
    if string(node) not in {"true", "false"}:
        raise Wrong("true か false を書きます", "write true or false", node)
    return string(node) == "true"


def integer(node: yaml.Node) -> int:
    """A whole number, 0 or more."""
    if not string(node).isascii() or not string(node).isdigit():
        raise Wrong("0 以上の整数を書きます", "write a whole number", node)
    return int(string(node))


def choice(choices: tuple[str, ...]) -> Callable[[yaml.Node], str]:
    """A reader of one of these words; of many, the refusal names the nearest."""

    def read(node: yaml.Node) -> str:
        given = string(node)
        if given not in choices and len(choices) <= _LISTED_AT_MOST:
            listed = ", ".join(choices)
            raise Wrong(f"「{given}」は使えません。{listed} のどれかを書きます", f"{given!r} is none of {listed}", node)
        if given not in choices:
            near = ", ".join(get_close_matches(given, choices, _NEAR, 0))
            raise Wrong(f"「{given}」はありません。近いもの：{near}", f"there is no {given!r}; near: {near}", node)
        return given

    return read


def matching(form: re.Pattern[str], ja: str, en: str) -> Callable[[yaml.Node], str]:
    """A reader of a text of this form, which ``ja`` and ``en`` name."""

    def read(node: yaml.Node) -> str:
        if not form.fullmatch(string(node)):
            raise Wrong(f"「{string(node)}」は {ja} の形ではありません", f"{string(node)!r} is not {en}", node)
        return string(node)

    return read
