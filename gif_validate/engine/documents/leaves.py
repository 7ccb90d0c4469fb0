"""The values of a record tree against their items: kind of value, own form, code list, type in the source, width of a whole item.

The judge is that of table cells, so that the same value gets the same finding whatever the format.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ...catalogue.finding import Fault, Finding, Place
from ...catalogue.report import Findings
from ...catalogue.rule import Details, Rule, Severity
from ...catalogue.text import Text
from ...models import patterns
from ...models.flat import Lookup
from ...models.index import model as by_id
from ...models.model import Field, Model
from ...readers.record import Leaf, Node
from ...readers.table_rules import NUL
from ..levels import has_levels
from ..records.comparisons import texts
from ..records.points import is_said, latitude_of
from ..values.damage import Once, damage, graver
from ..values.field_rules import OF_ITEM
from ..values.judge import Judge
from ..values.languages import NAMES, in_its_language, is_foreign
from ..values.widths import Widths
from .spelling import items
from .tree_rules import WRONG_TYPE

_NUMBERS = {"integer", "decimal", "latitude", "longitude", "elevation"}
_TYPES = {"number": Text("数値", "a number"), "boolean": Text("真偽値", "a boolean")}


def judge_of(model: Model, item: Field, serialisation: str) -> Judge:
    """The judge of an item. The form that the data model prescribes for LV2 holds in every serialisation."""
    judge = Judge.of(model, item, serialisation)
    lv2 = item.own_for("LV2")
    return replace(judge, own=lv2) if judge.own is None and lv2 is not None and has_levels(model) else judge


def level_of(model: Model, fault: Fault) -> str | None:
    """The level that fails by a fault of a value."""
    if not model.gif:
        return None
    broken = fault.breaks or fault.rule
    if broken in OF_ITEM and has_levels(model):
        return "LV2"
    return broken.level


@dataclass(slots=True)
class Values:
    """What the values of one item have shown so far."""

    judge: Judge
    path: str
    filled: int = 0
    once: Once = field(default_factory=Once)
    widths: Widths | None = None

    def close(self, findings: Findings) -> None:
        """Says what only all values together show."""
        name = self.judge.item.name
        self.once.close(findings)
        if self.widths is not None:
            self.widths.close(name, findings, self.path)
        rule = self.judge.part.column_rule
        if rule is not None and self.filled and self.judge.model.gif:
            findings.say(rule, field=name, item=name)


@dataclass(slots=True)
class LeafCheck:
    """Judges the values of records, one record after the other."""

    serialisation: str
    findings: Findings
    lookup: Lookup = by_id
    met: dict[str, Values] = field(default_factory=dict)

    def record(self, node: Node, model: Model, place: Callable[[Node | Leaf], Place], above: str = "", lang: str = "") -> None:
        """Judges every value of a record and of what is nested in it; ``lang`` is the language that the record states of its texts."""
        known = items(model)
        abroad = any(item.domestic for item in model.fields) and patterns.is_abroad(texts(node), node.pattern)
        stack: list[tuple[str, Node]] = [("", node)]
        while stack:
            prefix, holder = stack.pop()
            for name, children in holder.children.items():
                item = known.get(prefix + name)
                for child in children:
                    if isinstance(child, Node):
                        if item is not None and item.model:
                            self.record(child, self.lookup(item.model), place, f"{above}{prefix}{name}/", lang)
                        elif item is None:
                            stack.append((f"{prefix}{name}/", child))
                    elif item is not None and not (abroad and item.domestic):
                        language = child.lang or language_of(holder) or lang
                        self._leaf(child, model, item, above, place, node, language)

    def close(self) -> None:
        """Says what only the whole file shows."""
        for values in self.met.values():
            values.close(self.findings)

    @property
    def rules(self) -> set[Rule]:
        """The rules that were applied."""
        return {rule for values in self.met.values() for rule in values.judge.rules}

    def _leaf(
        self, leaf: Leaf, model: Model, item: Field, above: str, place: Callable[[Node | Leaf], Place], node: Node, lang: str
    ) -> None:
        path = above + (item.name if model.kind == "table" else item.plain_path)
        values = self.met.get(path) or self._values(model, item, path)
        if leaf.state != "value" or (item.mark == "must" and not leaf.text.strip()):
            return
        values.filled += 1
        if values.widths is not None:
            values.widths.update((leaf.text,))
        if item.model and leaf.type == "iri":
            # A reference to another record.
            return
        fault = in_its_language(self._fault(leaf, values.judge), leaf.text, foreign=is_foreign(lang or item.lang))
        if fault is None or _is_said_at_latitude(fault, leaf, model, item, node):
            return
        found = Finding(
            fault.rule,
            fault.severity,
            leaf.text,
            fault.details,
            place(leaf),
            item.name,
            path,
            level_of(model, fault),
            fault.also,
            fault.suggestion,
            fault.breaks,
        )
        if not values.once.takes(found):
            self.findings.add(found)

    def _values(self, model: Model, item: Field, path: str) -> Values:
        judge = judge_of(model, item, self.serialisation)
        prescribed = judge.labels is not None or judge.own is not None or item.model
        mixed = judge.part.clean is None and not prescribed and judge.part.name != "free_text"
        self.met[path] = values = Values(judge, path, widths=Widths() if mixed else None)
        return values

    @staticmethod
    def _fault(leaf: Leaf, judge: Judge) -> Fault | None:
        if "\0" in leaf.text:
            return Fault(NUL, Severity.ERROR, {"value": leaf.text.replace("\0", "␀")})
        if leaf.datatype.endswith("#gMonthDay") and leaf.text.startswith("--"):
            leaf = replace(leaf, text=leaf.text.removeprefix("--"))
        fault = graver(None if leaf.text in judge.item.unknown else damage(leaf.text), judge.fault(leaf.text))
        wrong = leaf.type in _TYPES and not (leaf.type == "number" and judge.labels is None and judge.item.kind in _NUMBERS)
        if not wrong or not has_levels(judge.model):
            return fault
        if fault is not None:
            return replace(fault, also=(*fault.also, WRONG_TYPE.id))
        details: Details = {"found": _TYPES[leaf.type]}
        return Fault(WRONG_TYPE, WRONG_TYPE.severity, details)


def _is_said_at_latitude(fault: Fault, leaf: Leaf, model: Model, item: Field, node: Node) -> bool:
    north = latitude_of(item, model.fields)
    return north is not None and is_said(fault, texts(node).get(north.where, ""), leaf.text)


def language_of(holder: Node) -> str:
    """The language that an item beside the values states."""
    said = next((holder.children[name][0] for name in NAMES if holder.children.get(name)), None)
    return said.text if isinstance(said, Leaf) else ""
