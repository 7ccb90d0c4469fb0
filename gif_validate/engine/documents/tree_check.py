"""A document (JSON, XML, RDF) against its class: record by record, values, what is lacking, structure, and what items say together.

The class is the one asked for, or recognised; a record that names its own class (rdf:type, root element) is judged by that. GIF DS-438.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from ...catalogue.finding import NOWHERE, Finding, Place
from ...catalogue.report import FileReport, Findings
from ...catalogue.rule import Clause, Rule, Severity
from ...catalogue.text import Text
from ...models.basis import if_twice
from ...models.detection import Match
from ...models.index import model as by_id
from ...models.model import Model
from ...readers.json.rules import NO_RECORD
from ...readers.rdf.reader import RdfDocument
from ...readers.record import Leaf, Node
from ..editions import check_edition, other_edition
from ..levels import has_levels, reached
from ..records import comparisons as semantic
from ..records.keys import SAME_KEY
from ..standard_rules import UNKNOWN
from ..values.damage import Damaged
from ..values.field_rules import OF_ITEM
from ..values.leaks import LeakGuard
from . import mandatory, statistics, structure
from . import tree_rules as rules
from .leaves import LeafCheck, language_of
from .loops import LoopCheck, loop_checks
from .mandatory import MandatoryCheck
from .namespaces import is_of_another
from .naming import Naming, Serialisation, Trouble
from .recognise import Shape, class_named, evidence_of, is_name_of_class, is_one_of, pattern_named, shape_of, standard_of, tied
from .recognise_held import held
from .spelling import spelled
from .strangers import TYPES, Strangers, best_of, has_ours, names_ours, types_of
from .vocabularies import Vocabularies, follows_goj

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
    open_names: bool = False
    """What the names mean is not known (a context of JSON-LD that is not at hand): no class is recognised by them, no level is told."""
    has_numbers: bool = True
    """False where certainly no value holds twelve digits in a row."""
    _vocabularies: Vocabularies = field(default_factory=Vocabularies)
    _chosen: Model | None = None
    _known: bool = False
    _damaged: Damaged = field(default_factory=Damaged)
    _shapes: dict[Shape, Model | None] = field(default_factory=dict)
    _inner: list[Model] = field(default_factory=list)
    _records: int = 0
    _judged: int = 0
    _strangers: Strangers = field(default_factory=Strangers)
    _leaves: LeafCheck = field(init=False)
    _leaks: LeakGuard = field(init=False)
    _mandatory: MandatoryCheck = field(default_factory=MandatoryCheck)
    _loops: dict[str, list[LoopCheck]] = field(default_factory=dict)
    _keys: dict[tuple[str, ...], tuple[int, str]] = field(default_factory=dict)
    _said: set[tuple[Rule, str]] = field(default_factory=set)
    _ids: set[str] = field(default_factory=set)
    _refs: list[tuple[str, Place]] = field(default_factory=list)
    _at: Place = NOWHERE
    _doctype: str = ""
    _whole: bool = True
    _foreign: bool = False
    _answer: statistics.Answer | None = None
    """The answer of e-Stat that the record at hand is a value of."""
    _is_elsewhere: bool = False
    """True where the root element stands in the namespace of another vocabulary."""

    def __post_init__(self) -> None:
        self._leaves = LeafCheck(self.serialisation, self.findings)
        self._leaks = LeakGuard(self.findings.limit)

    def run(self, document: Document) -> None:
        """Checks all records, each once, in the order of the file."""
        if self.model is not None:
            self._take(self.model, detected=False)
        if isinstance(document, RdfDocument):
            self._vocabularies = Vocabularies(follows_goj(self.model, document.graph))
        for record in document.records():
            self._is_elsewhere = is_of_another(document, self.namespaces)
            self._doctype = getattr(document, "doctype_system", "")
            self._guard(record, document)
            for part in self._unwrapped(record):
                self._records += 1
                self._record(part, document)
            if self._records % _PROGRESS == 0:
                self.progress(self._records)
        if isinstance(document, RdfDocument):
            for record in document.typed(self._is_class, self._strangers.judged, self._records + 1):
                self._guard(record, document)
                self._records += 1
                self._record(record, document)
            self._others(document)
            self._strangers.add(document.graph.types)
        self._close()

    def _others(self, document: RdfDocument) -> None:
        """Looks at the nodes that no record led to for leaks, and at those that were not judged for damage."""
        for node in document.flat():
            if node.place.node not in self._leaks.nodes:
                self._guard(node, document)
            if node.place.node not in self._strangers.judged:
                self._damaged.see(node, partial(_near, document, record=node), values=True)

    def _guard(self, record: Node, document: Document) -> None:
        if self.has_numbers:
            self._leaks.record(record, partial(_near, document, record=record))

    # Which class.

    def _is_class(self, types: tuple[str, ...]) -> bool:
        """True where one of the classes is one of ours, or has a counterpart among them."""
        return any(class_named(self._local(name)) for name in types) or self._vocabularies.has_class(types)

    def _unwrapped(self, record: Node) -> list[Node]:
        """The records of an object that only holds them (``{"LegalEntity": {…}}``, ``{"result": […]}``); else the record itself."""
        if self.serialisation != "json":
            return [record]
        if (answer := self._answer_of(record)) is not None:
            return answer.values
        if (self._known and self._chosen is None) or self._fits(record):
            return [record]
        if self.model is not None:
            return held(record, self._is_asked, strict=False) or [record]
        self._inner.clear()
        found = held(record, self._is_known, strict=True)
        models = {model.full_id for model in self._inner}
        if len(models) > 1 and not all(map(has_levels, self._inner)):
            return [record]
        return found or [record]

    def _answer_of(self, record: Node) -> statistics.Answer | None:
        """The answer of e-Stat that an object is, where nothing else is asked for."""
        if self.model is not None and self.model.id != statistics.STANDARD:
            return None
        answer = self._answer = statistics.answer_of(record)
        if answer is not None:
            self._take(self.model or by_id(statistics.STANDARD), detected=self.model is None)
        return answer

    def _is_asked(self, name: str, nodes: list[Node]) -> bool:
        """True for nested objects that have items of the standard asked for: most of their names, or any where they are called so."""
        assert self.model is not None
        names = nodes[0].children
        count = sum(1 for each in names if spelled(self.model, each))
        return 2 * count > len(names) or (count > 0 and class_named(name) is self.model)

    def _is_known(self, name: str, nodes: list[Node]) -> bool:
        """True for nested objects that some standard has the items of; the name alone (``address``, ``event``) says nothing."""
        found = None if self.open_names else class_named(name)
        if found is None or not is_one_of(found, nodes[0].children, least=2, marked=is_name_of_class(name)):
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
        if self._chosen is None and (not self._known or self.serialisation == "rdf"):
            self._recognise(record)
        return self._chosen

    def _said_class(self, record: Node) -> Model | None:
        """The class that a record names; an element or ``@type`` of another vocabulary, or of none, only where the items agree."""
        if self.open_names:
            return None
        names = [self._local(name) for name in types_of(record)]
        said = [(name, found) for name in names if (found := class_named(name)) is not None]
        if not said or self.serialisation == "rdf" or self.model is not None:
            return best_of([found for _, found in said], [self._local(name) for name in record.children])
        marked = {name for name, _ in said if is_name_of_class(name) and not self._is_elsewhere}
        return next((found for name, found in said if is_one_of(found, record.children, marked=name in marked)), None)

    def _recognise(self, record: Node) -> None:
        self._known = True
        found, rejected = self._recognised(record)
        other = "" if found is None else other_edition(found, record, self._doctype)
        if found is not None and other:
            self.report.rejected = [(found.full_id, Text(f"この文書が第{other}版のものである", f"the document is of edition {other}"))]
            return
        twins = [] if self.open_names else tied(record, self._local)
        self.report.rejected = [*twins, *((match.model.full_id, match.why_not()) for match in rejected)]
        if found is not None:
            self._take(found, detected=True)

    def _recognised(self, record: Node) -> tuple[Model | None, tuple[Match, ...]]:
        return standard_of(record, self._local, self.report.path, with_classes=not self.open_names)

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
        mapped = self._mapped(source)
        if mapped is None and self._is_stranger(source):
            self._strangers.pass_over(source)
            return
        self._foreign = self._foreign or mapped is not None
        model = self._class(mapped or source)
        if self.serialisation != "rdf" or model is None:
            self._damaged.see(source, lambda part: _near(document, part, source), values=model is None)
        if model is None:
            self._strangers.pass_over(source)
            return
        if self.report.detected and self.report.evidence is None:
            is_said = self._answer is not None or self._said_class(mapped or source) is not None
            self.report.evidence = evidence_of(model, map(self._local, source.children), self.report.path, is_said=is_said)
        naming = Naming(self.serialisation, self.namespaces, lenient=mapped is not None)
        node = naming.record(mapped or source, model, self.pattern or self._said_pattern(source))

        def place(part: Node | Leaf) -> Place:
            return _near(document, naming.source_of(part), source)

        self._at = place(source)
        if mapped is None and self._is_other(node, model, source, place):
            return
        self._judged += 1
        self._strangers.take(node)
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
        if self._answer is not None:
            statistics.check_value(source, self._answer, self.findings, place)
        semantic.check_record(node, model, self.findings, place=place, but=mandatory.SAID_BY_MARKS)
        loops = self._loops.setdefault(model.full_id, loop_checks(model))
        if loops:
            record = semantic.texts(node)
            for loop in loops:
                loop.see(record, place(node))
        self._ids.update(naming.ids)
        self._refs += [(ref, place(part)) for ref, part in naming.refs]

    def _mapped(self, source: Node) -> Node | None:
        """A node of a vocabulary as a record of ours; None where it is one of ours already, or has no counterpart."""
        if self.serialisation != "rdf" or (names_ours(source, self._local) and has_ours(source, self._local)):
            return None
        return self._vocabularies.translated(source)

    def _is_stranger(self, source: Node) -> bool:
        return self.serialisation == "rdf" and not names_ours(source, self._local) and not has_ours(source, self._local)

    def _said_pattern(self, source: Node) -> str:
        return next(filter(None, (pattern_named(self._local(name)) for name in types_of(source))), "")

    def _is_other(self, node: Node, model: Model, source: Node, place: Callable[[Node | Leaf], Place]) -> bool:
        """True, and said, where not one item of the class was found in a record that has something."""
        if node.children or not source.children:
            return False
        if self.serialisation == "rdf" and self._said_class(source) is None:
            self._strangers.pass_over(source)
        else:
            self._say_other(model, source, place(source))
            self._strangers.judged.add(source.place.node or "")
        return True

    def _say_other(self, model: Model, source: Node, place: Place) -> None:
        self._whole = False
        names = ", ".join([*(name for name in source.children if name not in TYPES), *types_of(source)][:3])
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
                part = node.children[names[0]][0]
                shown = ", ".join(key)
                details: Mapping[str, str] = {"key": "・".join(names), "line": first}
                found = Finding(SAME_KEY, if_twice(model), shown, details, place(part), names[0], names[0])
                self.findings.add(found)

    # The whole.

    def _close(self) -> None:
        self._leaves.close()
        self._mandatory.close(self.findings)
        self._leaks.close(self.findings)
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
        if self.serialisation == "rdf":
            self.report.records = self._records = self._judged
            if self._judged:
                self._strangers.report(self.findings)
        if self._strangers.first is not None and not self._judged and not self.findings.counts[Severity.ERROR]:
            self._say_other(self._chosen, self._strangers.first, self._strangers.first.place)
        elif not self._records and not self.findings.counts[Severity.ERROR]:
            self.findings.say(rules.NO_RECORDS, Severity.ERROR if self.model is not None else None)
        check_edition(self._chosen, self.findings)
        self.report.patterns = self._mandatory.met.words()
        self.report.judged = sum(values.filled for values in self._leaves.met.values())
        if self._records:
            self._whole = self._whole and self.report.judged > 0 and not _is_broken(self.findings)
            self.report.levels.update(reached(self._chosen, self.findings, nested=True, whole=self._whole))
            if self._foreign or self.open_names:
                self.report.levels.update(dict.fromkeys(["LV2", "LV2s", *(["LV1"] if self.open_names else [])]))
        self._count()

    def _say_unknown(self) -> None:
        odd = any(group.rule is NO_RECORD for group in self.findings.groups.values())
        if not self._records and not (odd and self.require_standard):
            if not odd and not self.findings.counts[Severity.ERROR]:
                self.findings.say(rules.NO_RECORDS)
            return
        if self.open_names and self.findings.counts[Severity.ERROR]:
            return
        near = Text("", "")
        if self.report.rejected:
            name, why = self.report.rejected[0]
            near = Text(f"最も近い {name} は、{why.ja}ため見送りました。", f"The nearest, {name}, was rejected: {why.en}. ")
        met = self._strangers.classes
        if met.en:
            near = Text(f"{near.ja}見つかったクラス：{met.ja}。", f"{near.en}Classes met: {met.en}. ")
        self.findings.say(UNKNOWN, Severity.ERROR if self.require_standard else None, near=near)

    def _count(self) -> None:
        """Denominators of the groups, and what was covered."""
        filled: Counter[str] = Counter()
        for values in self._leaves.met.values():
            filled[values.judge.item.name] += values.filled
        for group in self.findings.groups.values():
            if (group.rule.scope == "value" or group.rule in OF_ITEM) and group.field and group.field in filled:
                group.of = filled[group.field]
            elif group.rule.scope == "record" or group.rule is SAME_KEY:
                group.of = max(self._records, group.count)
        assert self._chosen is not None
        applied = self._leaves.rules | set(semantic.rules_of(self._chosen))
        if has_levels(self._chosen):
            applied |= {rules.LACKING, structure.REPEATED}
        self.report.coverage.undecidable = tuple(sorted(rule.id for rule in applied if rule.undecidable))
        self.report.coverage.checked = len(applied) - len(self.report.coverage.undecidable)


def _is_broken(findings: Findings) -> bool:
    """True where the document could not be read as it stands."""
    return any(group.severity is Severity.ERROR and group.rule.scope == "file" for group in findings.groups.values())


def _near(document: Document, part: Node | Leaf, record: Node) -> Place:
    """Where a part stands; where the reader does not know, the place of its record."""
    place = document.place(part)
    return document.place(record) if place == NOWHERE else place
