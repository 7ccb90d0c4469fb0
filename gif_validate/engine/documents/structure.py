"""The shape of a record against its class: what may stand once only. GIF DS-438 最大数."""

from __future__ import annotations

from ...catalogue.finding import Finding
from ...catalogue.report import Findings
from ...catalogue.rows import error
from ...catalogue.rule import Clause
from ...models.flat import Lookup
from ...models.index import model as by_id
from ...models.model import Model
from ...readers.record import Node
from ..records.comparisons import Placed, as_read

REPEATED = error("GIF-STR-001", Clause("DS-438", "最大数"), scope="record", level="LV2", about="truth").says(
    ("最大数1の項目は1回だけ", "Items with maximum 1 appear once"),
    ("「{item}」が{found}回あります。この項目は{expected}回までです。", '"{item}" stands {found} times; at most {expected} may stand.'),
    good=("国籍が1つ",),
    bad=("国籍が2つ",),
)


def check_structure(
    node: Node, model: Model, findings: Findings, *, lookup: Lookup = by_id, above: str = "", place: Placed = as_read
) -> None:
    """Reports every item of a record, and of the records below it, that stands more often than its class allows."""
    for item in model.fields:
        name = item.where.partition("/")[0]
        children = node.children.get(name, [])
        if item.most and len(children) > item.most and not item.label_of:
            where = place(children[item.most])
            path = f"{above}{name}"
            details = {"item": item.name, "found": str(len(children)), "expected": str(item.most)}
            findings.add(Finding(REPEATED, REPEATED.severity, None, details, where, item.name, path, REPEATED.level))
        for child in children if item.model else ():
            if isinstance(child, Node):
                check_structure(child, lookup(item.model), findings, lookup=lookup, above=f"{above}{item.name}/", place=place)
