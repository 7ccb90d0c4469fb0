"""A document (JSON, XML, RDF) against its class: record by record, values, what is lacking, structure, and what items say together.

The class is the one asked for, or recognised; a record that names its own class (rdf:type, root element) is judged by that. GIF DS-438.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ..catalogue.finding import NOWHERE, Finding, Place
from ..catalogue.report import FileReport, Findings
from ..catalogue.rule import Clause, Rule, Severity
from ..catalogue.text import Text
from ..models.detection import Match
from ..models.model import Model
from ..readers.record import Leaf, Node
from . import header_rules, mandatory, semantic, structure
from . import tree_rules as rules
from .damage import Damaged
from .editions import check_edition
from .leaves import LeafCheck, language_of
from .levels import has_levels, reached
from .loops import LoopCheck, loop_checks
from .mandatory import MandatoryCheck
from .naming import Naming, Serialisation, Trouble
from .recognise import Shape, class_named, classes_of, is_one_of, model_of, model_of_element, pattern_named, shape_of, table_of
from .recognise_held import held
from .spelling import spelled
from .vocabularies import Vocabularies

_PROGRESS = 1000
_SHAPES = 1000
"""Shapes of records that are remembered, whether a standard has their items; records of unknown standards mostly have few."""
_PLACED = 1000
"""Items that are not the standard's and have their place looked up; of more than these, the place of the record will do."""
_SAID_ONCE = {rules.UNKNOWN_ITEM, rules.OTHER_NAME, rules.EXTENSION}


class Document(Protocol):
    """What every reader of trees gives."""

    def records(self) -> Iterator[Node]: ...

    def place(self, child: Node | Leaf) -> Place: ...


@dataclass(slots=True)
class TreeCheck:
    """A document on its way through the checks.

    ``model`` is the standard asked for, None to recognise it; ``pattern`` the mandatory pattern asked for. Afterwards the report has
    everything but the findings.
    """

    report: FileReport
    findings: Findings
    serialisation: Serialisation
    model: Model | None = None
    pattern: str = ""
    require_standard: bool = False
    namespaces: tuple[str, ...] = ()
    progress: Callable[[int], None] = lambda _: None
    _vocabularies: Vocabularies = field(default_factory=Vocabularies)
    _chosen: Model | None = None
    _known: bool = False
    _damaged: Damaged = field(default_factory=Damaged)
    _shapes: dict[Shape, Model | None] = field(default_factory=dict)
    _inner: list[Model] = field(default_factory=list)
    _records: int = 0
    _judged: int = 0
    _passed: Node | None = None
    """The first record of a vocabulary that was passed over."""
    _leaves: LeafCheck = field(init=False)
    _mandatory: MandatoryCheck = field(default_factory=MandatoryCheck)
    _loops: dict[str, list[LoopCheck]] = field(default_factory=dict)
    _keys: dict[tuple[str, ...], tuple[int, str]] = field(default_factory=dict)
    _said: set[tuple[Rule, str]] = field(default_factory=set)
    _ids: set[str] = field(default_factory=set)
    _refs: list[tuple[str, Place]] = field(default_factory=list)
    _at: Place = NOWHERE
    _whole: bool = True
    _foreign: bool = False

    def __post_init__(self) -> None:
        self._leaves = LeafCheck(self.serialisation, self.findings)

    def run(self, document: Document) -> None:
        """Checks all records, each once, in the order of the file."""
        if self.model is not None:
            self._take(self.model, detected=False)
        for record in document.records():
            for part in self._unwrapped(record):
                self._records += 1
                self._record(part, document)
                for inner in self._vocabularies.within(part) if self.serialisation == "rdf" else ():
                    self._records += 1
                    self._record(inner, document)
            if self._records % _PROGRESS == 0:
                self.progress(self._records)
        self._close()

    # Which class.

    def _unwrapped(self, record: Node) -> list[Node]:
        """The records of an object that only holds them (``{"LegalEntity": {…}}``, ``{"result": […]}``); else the record itself."""
        if self.serialisation != "json" or (self._known and self._chosen is None) or self._fits(record):
            return [record]
        if self.model is not None:
            return held(record, self._is_asked, strict=False) or [record]
        self._inner.clear()
        found = held(record, self._is_known, strict=True)
        models = {model.full_id for model in self._inner}
        if len(models) > 1 and not all(map(has_levels, self._inner)):
            return [record]
        return found or [record]

    def _is_asked(self, name: str, nodes: list[Node]) -> bool:
        """True for nested objects that have items of the standard asked for: most of their names, or any where they are called so."""
        assert self.model is not None
        names = nodes[0].children
        count = sum(1 for each in names if spelled(self.model, each))
        return 2 * count > len(names) or (count > 0 and class_named(name) is self.model)

    def _is_known(self, name: str, nodes: list[Node]) -> bool:
        """True for nested objects that some standard has the items of; the name alone (``address``, ``event``) says nothing."""
        found = class_named(name)
        if found is None or not is_one_of(found, nodes[0].children, least=2):
            found = self._known_by_items(nodes[0])
        if found is None:
            return False
        self._inner.append(found)
        for node in nodes if has_levels(found) else ():
            node.model = node.model or found.id.rpartition("/")[2]
        return True

    def _fits(self, record: Node) -> bool:
        asked = self.model or self._chosen
        if asked is not None:
            return any(spelled(asked, name) for name in record.children)
        return self._known_by_items(record) is not None

    def _known_by_items(self, record: Node) -> Model | None:
        shape = shape_of(record)
        if shape not in self._shapes:
            if len(self._shapes) >= _SHAPES:
                self._shapes.clear()
            self._shapes[shape] = self._recognised(record)[0]
        return self._shapes[shape]

    def _class(self, record: Node) -> Model | None:
        """The class of a record: what it says itself, the one asked for, the one recognised."""
        said = self._said_class(record)
        if said is not None and (self.model is None or has_levels(self.model) or said.tier == "dataset"):
            self._take(self.model or said, detected=self.model is None)
            return said if self.serialisation == "rdf" or self.model is None else self.model
        if self.model is not None:
            self._take(self.model, detected=False)
            return self.model
        if self._chosen is None and not self._known:
            self._recognise(record)
        return self._chosen

    def _said_class(self, record: Node) -> Model | None:
        """The class that a record names; an element or ``@type`` without a namespace (``address``) only where the items agree."""
        said = class_named(self._local(_said_type(record)))
        if said is None or self.serialisation == "rdf" or self.model is not None:
            return said
        return said if is_one_of(said, record.children) else None

    def _recognise(self, record: Node) -> None:
        self._known = True
        found, rejected = self._recognised(record)
        self.report.rejected = [*_tied(record, self._local), *((match.model.full_id, match.why_not()) for match in rejected)]
        if found is not None:
            self._take(found, detected=True)

    def _recognised(self, record: Node) -> tuple[Model | None, tuple[Match, ...]]:
        """The standard whose items a record has, and the near ones that were rejected."""
        names = [self._local(name) for name in record.children]
        classes = classes_of(names)
        found = classes[0] if len(classes) == 1 else model_of_element(record.model, names) or model_of(record, self._local)
        if found is not None:
            return found, ()
        detection = table_of(names, self.report.path)
        return (detection.match.model if detection.match else None), detection.rejected

    def _take(self, model: Model, *, detected: bool) -> None:
        """Names the standard that the findings rest on: that of the first record."""
        self._known = True
        if self._chosen is not None:
            return
        self._chosen = model
        self.report.standard, self.report.title, self.report.family = model.full_id, model.title, model.family
        self.report.detected = detected
        self.findings.dataset = Clause(model.document, model.section) if model.document else None

    def _local(self, name: str) -> str:
        for namespace in self.namespaces:
            if name.startswith(namespace):
                return name[len(namespace) :].lstrip("#/")
        return name

    # One record.

    def _record(self, source: Node, document: Document) -> None:
        mapped = self._vocabularies.translated(source) if self.serialisation == "rdf" else None
        self._foreign = self._foreign or mapped is not None
        if mapped is None and self.serialisation == "rdf" and self._vocabularies.has_terms(source, self._local):
            self._passed = self._passed or source
            return
        model = self._class(mapped or source)
        if self.serialisation != "rdf" or model is None:
            self._damaged.see(source, lambda part: _near(document, part, source), values=model is None)
        if model is None:
            return
        naming = Naming(self.serialisation, self.namespaces, lenient=mapped is not None)
        node = naming.record(mapped or source, model, self.pattern or pattern_named(self._local(_said_type(source))))

        def place(part: Node | Leaf) -> Place:
            return _near(document, naming.source_of(part), source)

        self._at = place(source)
        if mapped is None and self._is_other(node, model, source, place):
            return
        self._judged += 1
        deep = next((trouble for trouble in naming.troubles if trouble.rule is rules.TOO_DEEP), None)
        if deep is not None:
            self._whole = False
            self._say(deep, place)
            return
        for trouble in naming.troubles:
            if trouble.rule is not rules.WRONG_SHAPE or has_levels(model):
                self._say(trouble, place)
        self._leaves.record(node, model, place, lang=language_of(mapped or source))
        if mapped is None or not has_levels(model):
            mandatory.report(self._mandatory, node, model, self.findings, place)
            self._check_key(node, model, place)
        if mapped is None:
            structure.check_structure(node, model, self.findings, place=place)
        semantic.check_record(node, model, self.findings, place=place, but=mandatory.SAID_BY_MARKS)
        loops = self._loops.setdefault(model.full_id, loop_checks(model))
        if loops:
            record = semantic.texts(node)
            for loop in loops:
                loop.see(record, place(node))
        self._ids.update(naming.ids)
        self._refs += [(ref, place(part)) for ref, part in naming.refs]

    def _is_other(self, node: Node, model: Model, source: Node, place: Callable[[Node | Leaf], Place]) -> bool:
        """True, and said, where not one item of the class was found in a record that has something."""
        if node.children or not source.children:
            return False
        self._say_other(model, source, place(source))
        return True

    def _say_other(self, model: Model, source: Node, place: Place) -> None:
        self._whole = False
        names = ", ".join(list(source.children)[:3])
        hint = rules.CHECK_STANDARD if self.serialisation != "rdf" or has_levels(model) else rules.NO_TERMS
        self.findings.say(rules.OTHER_CLASS, place=place, expected=model.full_id, found=names, hint_form=hint)

    def _say(self, trouble: Trouble, place: Callable[[Node | Leaf], Place]) -> None:
        """Reports what was noted; what is said of an item, not of a value, once a file."""
        key = (trouble.rule, trouble.path)
        if trouble.rule in _SAID_ONCE:
            if key in self._said:
                return
            self._said.add(key)
        many = trouble.rule in _SAID_ONCE and len(self._said) > _PLACED
        where = self._at if many else place(trouble.part)
        self.findings.add(
            Finding(trouble.rule, trouble.severity, trouble.value, trouble.details, where, trouble.item, trouble.path, trouble.level)
        )

    def _check_key(self, node: Node, model: Model, place: Callable[[Node | Leaf], Place]) -> None:
        for names in model.keys:
            key = tuple(node.text(name) for name in names)
            if not all(key):
                continue
            where = place(node)
            here = f"{where.line:,}" if where.line else where.node or str(where.record)
            number, first = self._keys.setdefault((model.full_id, *key), (self._records, here))
            if number != self._records:
                severity = Severity.WARNING if model.basis == "reported" else Severity.ERROR
                part = node.children[names[0]][0]
                shown = ", ".join(key)
                details: Mapping[str, str] = {"key": "・".join(names), "line": first}
                found = Finding(header_rules.SAME_KEY, severity, shown, details, place(part), names[0], names[0])
                self.findings.add(found)

    # The whole.

    def _close(self) -> None:
        self._leaves.close()
        self._damaged.close(self.findings)
        for checks in self._loops.values():
            for check in checks:
                check.close(self.findings)
        for ref, where in self._refs:
            if ref not in self._ids:
                self.findings.add(Finding(rules.DANGLING, Severity.ERROR, ref, {}, where, "ref", "ref", "LV2s"))
        self.report.records = self._records
        if self._chosen is None:
            self._say_unknown()
            return
        if not self._records and not self.findings.counts[Severity.ERROR]:
            self.findings.say(rules.NO_RECORDS, Severity.ERROR if self.model is not None else None)
        if self._passed is not None and not self._judged and not self.findings.counts[Severity.ERROR]:
            self._say_other(self._chosen, self._passed, self._passed.place)
        check_edition(self._chosen, self.findings)
        self.report.patterns = self._mandatory.met.words()
        if self._records:
            self._whole = self._whole and not _is_broken(self.findings)
            self.report.levels.update(reached(self._chosen, self.findings, nested=True, whole=self._whole))
            if self._foreign:
                self.report.levels.update({"LV2": None, "LV2s": None})
        self._count()

    def _say_unknown(self) -> None:
        if not self._records:
            if not self.findings.counts[Severity.ERROR]:
                self.findings.say(rules.NO_RECORDS)
            return
        near = Text("", "")
        if self.report.rejected:
            name, why = self.report.rejected[0]
            near = Text(f"最も近い {name} は、{why.ja}ため見送りました。", f"The nearest, {name}, was rejected: {why.en}. ")
        self.findings.say(header_rules.UNKNOWN, Severity.ERROR if self.require_standard else None, near=near)

    def _count(self) -> None:
        """Denominators of the groups, and what was covered."""
        filled: Counter[str] = Counter()
        for values in self._leaves.met.values():
            filled[values.judge.item.name] += values.filled
        for group in self.findings.groups.values():
            if group.rule.scope == "value" and group.field and group.field in filled:
                group.of = filled[group.field]
            elif group.rule.scope == "record":
                group.of = max(self._records, group.count)
        assert self._chosen is not None
        applied = self._leaves.rules | set(semantic.rules_of(self._chosen))
        if has_levels(self._chosen):
            applied |= {rules.LACKING, structure.REPEATED}
        self.report.coverage.undecidable = tuple(sorted(rule.id for rule in applied if rule.undecidable))
        self.report.coverage.checked = len(applied) - len(self.report.coverage.undecidable)


def _said_type(record: Node) -> str:
    """The name of its class that a record carries: element, rdf:type, or ``@type`` in JSON."""
    if record.model:
        return record.model
    said = record.children.get("@type", [])
    return said[0].text if said and isinstance(said[0], Leaf) else ""


def _tied(record: Node, local: Callable[[str], str]) -> list[tuple[str, Text]]:
    """Two classes that have the same items of a record, and why neither is taken (建物 and その他の工作物 differ in nothing else)."""
    classes = classes_of(map(local, record.children))
    if len(classes) != 2:
        return []
    first, second = (model.full_id for model in classes)
    why = Text(f"{second} にも同じ項目があり、項目名では区別できない", f"{second} has the same items, so that names cannot tell them apart")
    return [(first, why)]


def _is_broken(findings: Findings) -> bool:
    """True where the document could not be read as it stands."""
    return any(group.severity is Severity.ERROR and group.rule.scope == "file" for group in findings.groups.values())


def _near(document: Document, part: Node | Leaf, record: Node) -> Place:
    """Where a part stands; where the reader does not know, the place of its record."""
    place = document.place(part)
    return document.place(record) if place == NOWHERE else place
