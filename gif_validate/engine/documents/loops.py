"""References that lead back to where they began (循環参照): sub-events, related facilities and buildings. GIF DS-438.

Only a whole file shows them. What is kept is the IDs of the records that refer to others, so memory grows with the references, not with
the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...catalogue.finding import Finding, Place
from ...catalogue.report import Findings
from ...catalogue.rule import Details, Rule
from ...catalogue.text import Text
from ...models.model import Model
from ...record_rules.comparison import fold
from ...record_rules.event import SUB_EVENT
from ...record_rules.facility import RELATED

REFERENCES: Mapping[str, tuple[str, ...]] = {
    SUB_EVENT.id: ("サブイベント",),
    RELATED.id: ("関連施設/ID", "関連建物/ID", "関連施設", "関連建物"),
}
"""Rule → the items that name other records of the same class by their ID."""
_RULES = {rule.id: rule for rule in (SUB_EVENT, RELATED)}
_SHOWN = 6


@dataclass(slots=True)
class LoopCheck:
    """Collects the references of one rule, record by record, and reports the loops at the end."""

    rule: Rule
    _edges: dict[str, tuple[tuple[str, ...], Place]] = field(default_factory=dict)

    def see(self, record: Mapping[str, str], place: Place) -> None:
        """Takes a record (path → text)."""
        items = REFERENCES[self.rule.id]
        own = record.get("ID", "").strip()
        # A record that names itself is a finding of the rule already.
        others = tuple(text for path, text in record.items() if _plain(path) in items and text.strip() and text != own)
        if own and others:
            self._edges[own] = (others, place)

    def close(self, findings: Findings) -> None:
        """Reports each loop once, at its first record."""
        for loop in loops({own: others for own, (others, _) in self._edges.items()}):
            shown = " → ".join([*loop[:_SHOWN], *(["…"] if len(loop) > _SHOWN else []), loop[0]])
            hint = Text(f"参照が循環しています：{shown}。", f"The references form a loop: {shown}.")
            item = REFERENCES[self.rule.id][0]
            details: Details = {"value": loop[0], "problem": hint}
            place = self._edges[loop[0]][1]
            findings.add(Finding(self.rule, self.rule.severity, loop[0], details, place, item.partition("/")[0], item, self.rule.level))


def _plain(path: str) -> str:
    return "/".join(step.partition("[")[0] for step in fold(path).split("/"))


def loop_checks(model: Model) -> list[LoopCheck]:
    """The checks for a model: one for each of its rules that follows references."""
    return [LoopCheck(_RULES[name]) for name in model.rules if name in REFERENCES]


def loops(edges: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The loops in a graph that a walk along its edges closes, each from the node where it was entered. Without recursion.

    >>> loops({"a": ["b"], "b": ["c", "a"], "c": []})
    [['a', 'b']]
    """
    found: list[list[str]] = []
    done: set[str] = set()
    for start in edges:
        path: list[str] = []
        at: dict[str, int] = {}
        pending: list[tuple[str, Iterator[str]]] = [] if start in done else _entered(start, edges, path, at)
        while pending:
            node, rest = pending[-1]
            other = next(rest, None)
            if other is None:
                pending.pop()
                path.pop()
                del at[node]
                done.add(node)
            elif other in at:
                found.append(path[at[other] :])
            elif other not in done:
                pending += _entered(other, edges, path, at)
    return found


def _entered(node: str, edges: Mapping[str, Sequence[str]], path: list[str], at: dict[str, int]) -> list[tuple[str, Iterator[str]]]:
    at[node] = len(path)
    path.append(node)
    return [(node, iter(edges.get(node, ())))]
