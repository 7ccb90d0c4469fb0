"""Tables as records: headers compiled into a tree of nested, repeated and multi-valued fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..models.model import Field, Model
from ..readers.record import Leaf, Node
from ..readers.table import Block

_SEGMENT = re.compile(r"([^\[\]]+)(?:\[([^\]]*)\])?")


def records(blocks: Iterable[Block], model: Model, columns: Mapping[int, Field], skip: int = 0) -> Iterator[Node]:
    """The records of a table. ``columns``: column → field; ``skip``: rows at the top that are no records.

    A path such as ``画像[2]/URL`` puts the column into the second child ``画像``. A cell with a separator becomes several leaves. Rows that
    go on from the row before, as the layout defines it, are joined to its record.
    """
    number, pending = 0, None
    for block in blocks:
        for row, cells in enumerate(block.rows):
            if skip:
                skip -= 1
                continue
            if not any(cells):
                continue
            node = _record(block, row, number + 1, model, columns)
            if pending is not None and _goes_on(pending, node, model):
                _join(pending, node, model)
                continue
            if pending is not None:
                yield pending
            pending, number = node, number + 1
    if pending is not None:
        yield pending


def _record(block: Block, row: int, number: int, model: Model, columns: Mapping[int, Field]) -> Node:
    node = Node(model.full_id, place=block.place(row, None, number))
    cells = block.rows[row]
    groups: dict[tuple[str, ...], Node] = {}
    for column, item in columns.items():
        if column >= len(cells):
            continue
        parent, name = _parent(node, item.where, groups)
        place = block.place(row, column, number)
        texts = cells[column].split(item.separator) if item.separator and cells[column] else [cells[column]]
        leaves = parent.children.setdefault(name, [])
        leaves += [Leaf(text, place, lang=item.lang, state="value" if text else "empty") for text in texts]
    return node


def _parent(root: Node, path: str, groups: dict[tuple[str, ...], Node]) -> tuple[Node, str]:
    """The node that holds the last name of a path, made where it is not there yet."""
    *above, last = path.split("/")
    node = root
    key: tuple[str, ...] = ()
    for segment in above:
        key = (*key, segment)
        if key not in groups:
            match = _SEGMENT.fullmatch(segment)
            name = match[1] if match else segment
            groups[key] = Node()
            node.children.setdefault(name, []).append(groups[key])
        node = groups[key]
    match = _SEGMENT.fullmatch(last)
    return node, match[1] if match else last


def _goes_on(before: Node, node: Node, model: Model) -> bool:
    """True where the row continues the record before: the same in the fields named, and a bracket still open in those joined."""
    layout = model.layout
    if not layout.continued_same or any(_text(before, name) != _text(node, name) for name in layout.continued_same):
        return False
    return any(_is_open(_text(before, name)) for name in layout.continued_joined)


def _is_open(text: str) -> bool:
    return text.count("（") + text.count("(") > text.count("）") + text.count(")")


def _join(before: Node, node: Node, model: Model) -> None:
    for name in model.layout.continued_joined:
        first, rest = before.children[name][0], node.children[name][0]
        assert isinstance(first, Leaf)
        assert isinstance(rest, Leaf)
        # A reading that fits into its row stands in the first row only; the others repeat it.
        if _is_open(first.text):
            before.children[name] = [Leaf(first.text + rest.text, first.place)]


def _text(node: Node, name: str) -> str:
    leaf = node.children[name][0] if name in node.children else Leaf("")
    return leaf.text if isinstance(leaf, Leaf) else ""
