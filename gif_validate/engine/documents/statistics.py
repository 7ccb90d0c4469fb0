"""An answer of the e-Stat API (getStatsData): where its values stand, and whether they agree with what the answer says of itself.

``GET_STATS_DATA/STATISTICAL_DATA`` holds beside the values (``DATA_INF/VALUE``) the table (``TABLE_INF``), the codes of every dimension
(``CLASS_INF``) and the marks that stand for a number (``NOTE``). Each of these is one object or an array of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice

from ...catalogue.finding import Place
from ...catalogue.report import Findings
from ...catalogue.rows import warning
from ...catalogue.rule import Clause
from ...readers.record import Leaf, Node

STANDARD = "estat/api"
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?")
_SHOWN = 5

OTHER_CODE = warning("TABLE-031", Clause("e-stat-api", "getStatsData CLASS_INF"), scope="record").says(
    ("コードが同じ回答の CLASS_INF にない", "A code that CLASS_INF of the same answer does not have"),
    (
        "「{item}」のコード「{value}」は、同じ回答の CLASS_INF にありません（あるのは {expected} など）。何の値か分かりません。",
        'The code "{value}" of {item} is not in CLASS_INF of the same answer ({expected} are): nobody can tell what the value is of.',
    ),
    good=("020 (CLASS_INF: 020)",),
    bad=("021 (CLASS_INF: 020)",),
)
OTHER_MARK = warning("TABLE-032", Clause("e-stat-api", "getStatsData NOTE"), scope="record").says(
    ("数値でも NOTE にある記号でもない値", "A value that is neither a number nor a mark of NOTE"),
    (
        "値「{value}」は数値でなく、同じ回答の NOTE が説明する記号（{expected}）でもありません。",
        'The value "{value}" is no number and none of the marks that NOTE of the same answer explains ({expected}).',
    ),
    good=("100", "*** (NOTE: ***)"),
    bad=("X (NOTE: ***)",),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The values of an answer, the codes of each dimension that it names (``area`` → codes), and its marks; None where it names none."""

    values: list[Node]
    codes: Mapping[str, Mapping[str, None]]
    marks: tuple[str, ...] | None


def answer_of(record: Node) -> Answer | None:
    """The answer that an object is; None for any other object."""
    whole = _first(record, "GET_STATS_DATA")
    data = _first(whole or record, "STATISTICAL_DATA")
    if data is None:
        return Answer([], {}, None) if whole is not None else None
    held = _first(data, "DATA_INF") or Node()
    classes = _first(data, "CLASS_INF") or Node()
    codes = {_text(each, "@id"): _codes(each) for each in _nodes(classes, "CLASS_OBJ") if _nodes(each, "CLASS")}
    notes = tuple(_text(note, "@char") for note in _nodes(held, "NOTE"))
    return Answer(_nodes(held, "VALUE"), codes, notes or None)


def check_value(value: Node, answer: Answer, findings: Findings, place: Callable[[Node | Leaf], Place]) -> None:
    """One value against what its answer says of itself."""
    for name, known in answer.codes.items():
        leaf = _leaf(value, f"@{name}")
        if leaf is not None and leaf.text not in known:
            findings.say(OTHER_CODE, value=leaf.text, place=place(leaf), field=name, item=name, expected=", ".join(islice(known, _SHOWN)))
    leaf = _leaf(value, "$")
    if answer.marks is None or leaf is None or not leaf.text or leaf.text in answer.marks or _NUMBER.fullmatch(leaf.text):
        return
    findings.say(OTHER_MARK, value=leaf.text, place=place(leaf), field="value", expected=", ".join(answer.marks))


def _codes(dimension: Node) -> Mapping[str, None]:
    return dict.fromkeys(_text(code, "@code") for code in _nodes(dimension, "CLASS"))


def _nodes(node: Node, name: str) -> list[Node]:
    return [child for child in node.children.get(name, []) if isinstance(child, Node)]


def _first(node: Node, name: str) -> Node | None:
    return next(iter(_nodes(node, name)), None)


def _leaf(node: Node, name: str) -> Leaf | None:
    return next((child for child in node.children.get(name, []) if isinstance(child, Leaf)), None)


def _text(node: Node, name: str) -> str:
    leaf = _leaf(node, name)
    return leaf.text if leaf else ""
