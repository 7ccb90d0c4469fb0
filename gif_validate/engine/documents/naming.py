"""From the tree as a reader gives it to the tree with the names of the standard: property names, element names or IRIs become items.

What does not fit is noted on the way: names that the standard does not have, other spellings, objects where a value belongs, items that
stand at another place than in the standard. GIF DS-438, DS-430 §2.3, §4.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from ...catalogue.rule import Details, Rule, Severity
from ...catalogue.text import Text
from ...models.flat import Lookup
from ...models.flat import column as flat_column
from ...models.index import model as by_id
from ...models.model import Field, Model
from ...readers.record import Leaf, Node
from . import tree_rules as rules
from .spelling import CODE, Spelled, Step, groups, member, spelled, steps

Serialisation = Literal["json", "xml", "rdf"]
Part: TypeAlias = "Node | Leaf"

MAX_DEPTH = 20
"""Classes within classes that are followed from a record downwards."""
_META = ("@", "$")
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_JAPANESE = "ja"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was noted about a part of the source. ``path`` has no indexes; ``level`` is the GIF level that fails by it."""

    rule: Rule
    severity: Severity
    part: Part
    path: str
    item: str
    value: str | None = None
    details: Details = field(default_factory=dict)
    level: str | None = None


@dataclass(slots=True)
class Naming:
    """Names one record. Afterwards ``troubles`` holds what was noted, ``origin`` the part of the source for each node that was made.

    ``ids`` and ``refs`` are the attributes of XML elements that identify and refer.
    """

    serialisation: Serialisation
    namespaces: tuple[str, ...] = ()
    """Beginnings of the IRIs of the standard's terms (RDF)."""
    lenient: bool = False
    """Names that the standard does not have are not spoken of."""
    lookup: Lookup = by_id
    troubles: list[Trouble] = field(default_factory=list)
    origin: dict[int, Part] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    refs: list[tuple[str, Part]] = field(default_factory=list)

    def record(self, source: Node, model: Model, pattern: str = "") -> Node:
        """The record with the names of the standard; the parts below that are single values are those of the source."""
        return self._node(source, model, pattern, "", 0)

    def source_of(self, part: Part) -> Part:
        """The part of the source that a part of the record was made of."""
        return self.origin.get(id(part), part)

    def _node(self, source: Node, model: Model, pattern: str, above: str, depth: int) -> Node:
        node = Node(model.full_id, pattern, source.place)
        self.origin[id(node)] = source
        groups: dict[tuple[str, ...], Node] = {}
        last = -1
        for name, children in source.children.items():
            local = name if self._is_item(model, name) else self._local(name)
            if local is None:
                self._note_meta(name, children)
                continue
            found = spelled(model, local)
            if found is None:
                self._elsewhere(node, groups, model, local, children, above)
                continue
            self._check_name(found, local, children, above, last)
            last = max(last, found.step.order)
            for child in self._of_language(found.step.item, children):
                made = self._child(child, found, model, above, depth)
                node.children.setdefault(found.step.name, []).append(made)
        return node

    def _is_item(self, model: Model, name: str) -> bool:
        """True for a name that looks like one of the format and is one of the standard (``@tab`` of e-Stat)."""
        return self.serialisation == "json" and name.startswith(_META) and spelled(model, name) is not None

    def _local(self, name: str) -> str | None:
        """The name of an item without its namespace; None for what belongs to the format (@id, $schema, rdf:type)."""
        if name.startswith(_META) or name == _RDF_TYPE:
            return None
        if self.serialisation != "rdf":
            return name
        for namespace in self.namespaces:
            if name.startswith(namespace):
                return name[len(namespace) :].lstrip("#/")
        return name

    def _note_meta(self, name: str, children: list[Part]) -> None:
        for child in children if self.serialisation == "xml" else ():
            if name == "@id" and isinstance(child, Leaf):
                self.ids.append(child.text)
            elif name == "@ref" and isinstance(child, Leaf):
                self.refs.append((child.text, child))

    def _of_language(self, item: Field, children: list[Part]) -> list[Part]:
        """Values in Japanese or in no language, where there are any: what says the same in another language is no repetition."""
        if self.serialisation != "rdf" or item.model:
            return children
        rest = [child for child in children if not _is_foreign(child)]
        return rest or children[:1]

    def _check_name(self, found: Spelled, name: str, children: list[Part], above: str, last: int) -> None:
        step = found.step
        path = above + step.name
        if not found.exact:
            self._note(rules.OTHER_NAME, children[0], path, step.name, name, {"expected": self._standard_name(step)}, Severity.WARNING)
        if self.serialisation != "xml":
            return
        if found.pattern == "MP00":
            self._note(rules.XML_FORM, children[0], path, step.name, name, {"problem": rules.ABSTRACT}, level="LV2s")
        if step.item.extension:
            self._note(rules.EXTENSION, children[0], path, step.name, name, {"item": step.name}, level="LV2s")
        elif step.order < last:
            self._note(rules.XML_FORM, children[0], path, step.name, name, {"problem": rules.OUT_OF_ORDER}, Severity.WARNING, "LV2s")

    def _standard_name(self, step: Step) -> str:
        return (step.item.en.partition(".")[0] if step.item.en else "") or step.name

    def _elsewhere(
        self, node: Node, groups: dict[tuple[str, ...], Node], model: Model, name: str, children: list[Part], above: str
    ) -> None:
        """A name that no item of the class has: that of an item further down (``施設住所_都道府県``), or of nothing at all."""
        item = None if self.serialisation == "rdf" or not children else flat_column(model, name, self.lookup)
        if item is None or not all(isinstance(child, Leaf) for child in children):
            if not self.lenient and children:
                self._note(rules.UNKNOWN_ITEM, children[0], above + name, name, name)
            return
        parent, last = _parent(node, item.where, groups, model, self.lookup)
        parent.children.setdefault(last, []).extend(children)
        path = above + item.plain_path
        self._note(rules.ELSEWHERE, children[0], path, item.label or name, name, {"expected": item.where}, Severity.INFO, "LV2s")

    def _child(self, child: Part, found: Spelled, model: Model, above: str, depth: int) -> Part:
        step, path = found.step, above + found.step.name
        if step.item.model:
            return self._nested(child, found, path, depth)
        if step.inner:
            return self._coded(child, step, path)
        if step.deep and isinstance(child, Node):
            return self._group(child, model, step.name, above, depth)
        if isinstance(child, Leaf):
            return _of_concept(child) if step.item.codes else child
        return self._misshapen(child, path, step.name)

    def _nested(self, child: Part, found: Spelled, path: str, depth: int) -> Part:
        step = found.step
        if isinstance(child, Leaf):
            if child.state == "value" and child.type != "iri":
                details: Details = {"expected": Text(f"{step.name}（入れ子）", f"{step.name} (nested)")}
                self._note(rules.ELSEWHERE, child, path, step.name, child.text, details, Severity.INFO, "LV2s")
            return child
        reference = _reference(child) if self.serialisation == "xml" else None
        if reference is not None:
            self.refs.append((reference.text, child))
            return reference
        if depth >= MAX_DEPTH:
            self._note(rules.TOO_DEEP, child, path, step.name, None, {"item": step.name, "expected": str(MAX_DEPTH)})
            return self._faulty(child)
        pattern = "" if found.pattern == "MP00" else found.pattern
        return self._node(child, self.lookup(step.item.model), pattern, path + "/", depth + 1)

    def _coded(self, child: Part, step: Step, path: str) -> Part:
        """A code with its label; by itself, a value is the code."""
        node = Node(place=child.place)
        self.origin[id(node)] = child
        if isinstance(child, Leaf):
            if child.state == "value" and child.type != "iri":
                details: Details = {"expected": f"{step.name}/{CODE}"}
                self._note(rules.ELSEWHERE, child, f"{path}/{CODE}", step.name, child.text, details, Severity.INFO, "LV2s")
            node.children[CODE] = [_of_concept(child)]
            return node
        for name, children in child.children.items():
            local = self._local(name)
            key = member(step, local) if local is not None else None
            if key is not None:
                wrong = [each for each in children if isinstance(each, Node)]
                for each in wrong:
                    self._note(rules.WRONG_SHAPE, each, f"{path}/{key}", step.name, None, {"item": f"{step.name}/{key}"}, level="LV2")
                kept: list[Part] = [self._faulty(each) if isinstance(each, Node) else each for each in children]
                node.children.setdefault(key, []).extend(kept)
            elif local is not None and not self.lenient:
                self._note(rules.UNKNOWN_ITEM, children[0] if children else child, f"{path}/{local}", local, local)
        return node

    def _group(self, source: Node, model: Model, path: str, above: str, depth: int) -> Node:
        """A group that is no class: its names stay, and have to be those of the standard."""
        node = Node(place=source.place)
        self.origin[id(node)] = source
        known = groups(model).get(path, {})
        for name, children in source.children.items():
            local = self._local(name)
            if local is None:
                continue
            if local not in known and children and not self.lenient:
                self._note(rules.UNKNOWN_ITEM, children[0], f"{above}{path}/{local}", local, local)
            node.children[local] = [self._in_group(child, known.get(local), model, f"{path}/{local}", above, depth) for child in children]
        return node

    def _in_group(self, child: Part, item: Field | None, model: Model, path: str, above: str, depth: int) -> Part:
        """A part of a group: a value, a group again, or a class; what the standard does not have stays as it is."""
        if isinstance(child, Node) and path in groups(model):
            return self._group(child, model, path, above, depth)
        if isinstance(child, Leaf) or item is None:
            return child
        if not item.model:
            return self._misshapen(child, above + path, item.name)
        return self._nested(child, Spelled(Step(item.name, item, 0)), above + path, depth)

    def _misshapen(self, child: Node, path: str, name: str) -> Leaf:
        self._note(rules.WRONG_SHAPE, child, path, name, None, {"item": name}, level="LV2")
        return self._faulty(child)

    def _faulty(self, child: Part) -> Leaf:
        made = Leaf("", child.place, state="faulty")
        self.origin[id(made)] = child
        return made

    def _note(
        self,
        rule: Rule,
        part: Part,
        path: str,
        item: str,
        value: str | None = None,
        details: Details | None = None,
        severity: Severity | None = None,
        level: str | None = None,
    ) -> None:
        weight = rule.severity if severity is None else severity
        self.troubles.append(Trouble(rule, weight, part, path, item, value, details or {}, level or rule.level))


def _reference(node: Node) -> Leaf | None:
    """An element that has nothing but ``ref``: it stands for another element."""
    ref = node.children.get("@ref")
    if ref is None or not all(name.startswith("@") for name in node.children) or not isinstance(ref[0], Leaf):
        return None
    return Leaf(ref[0].text, node.place, type="iri")


def _is_foreign(child: Part) -> bool:
    return isinstance(child, Leaf) and bool(child.lang) and child.lang.partition("-")[0].lower() != _JAPANESE


def _of_concept(leaf: Leaf) -> Leaf:
    """A code given as the IRI of a concept: its last step."""
    if leaf.type != "iri":
        return leaf
    text = leaf.text
    for mark in "#/:":
        text = text.rpartition(mark)[2]
    return replace(leaf, text=text, type="text")


def _parent(node: Node, path: str, groups: dict[tuple[str, ...], Node], model: Model, lookup: Lookup) -> tuple[Node, str]:
    """The node that holds the last step of a path, made where it is not there yet."""
    *above, last = path.split("/")
    key: tuple[str, ...] = ()
    for step in above:
        key = (*key, step)
        name = step.partition("[")[0]
        known: Mapping[str, Step] = steps(model) if model is not None else {}
        inner = known[name].item.model if name in known else ""
        if key not in groups:
            groups[key] = Node(lookup(inner).full_id if inner else "", place=node.place)
            node.children.setdefault(name, []).append(groups[key])
        node = groups[key]
        model = lookup(inner) if inner else model
    return node, last.partition("[")[0]
