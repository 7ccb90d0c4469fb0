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
from ...catalogue.rule import Rule, Severity
from ...catalogue.text import Text
from ...models.basis import if_twice
from ...models.model import Model
from ...readers.json.rules import NO_RECORD
from ...readers.rdf.reader import RdfDocument
from ...readers.record import Leaf, Node
from ..editions import check_edition
from ..levels import has_levels, reached
from ..records import comparisons as semantic
from ..records.keys import SAME_KEY
from ..standard_rules import UNKNOWN
from ..values.damage import Damaged
from ..values.field_rules import OF_ITEM
from ..values.leaks import LeakGuard
from . import mandatory, statistics, structure
from . import tree_rules as rules
from .classes import Classes
from .leaves import LeafCheck, language_of
from .loops import LoopCheck, loop_checks
from .mandatory import MandatoryCheck
from .namespaces import is_of_another
from .naming import Naming, Serialisation, Trouble
from .recognise import evidence_of, pattern_named
from .strangers import TYPES, Strangers, has_ours, names_ours, types_of
from .vocabularies import Vocabularies, follows_goj

_PROGRESS = 1000
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
    _damaged: Damaged = field(default_factory=Damaged)
    _records: int = 0
    _judged: int = 0
    _strangers: Strangers = field(default_factory=Strangers)
    _classes: Classes = field(init=False)
    _leaves: LeafCheck = field(init=False)
    _leaks: LeakGuard = field(init=False)
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
        self._classes = Classes(self.report, self.findings, self.serialisation, self.model, self.namespaces, self.open_names)
        self._leaves = LeafCheck(self.serialisation, self.findings)
        self._leaks = LeakGuard(self.findings.limit)

    def run(self, document: Document) -> None:
        """Checks all records, each once, in the order of the file."""
        if self.model is not None:
            self._classes.take(self.model, detected=False)
        if isinstance(document, RdfDocument):
            self._classes.vocabularies = Vocabularies(follows_goj(self.model, document.graph))
        for record in document.records():
            self._classes.is_elsewhere = is_of_another(document, self.namespaces)
            self._classes.doctype = getattr(document, "doctype_system", "")
            self._guard(record, document)
            for part in self._classes.unwrapped(record):
                self._records += 1
                self._record(part, document)
            if self._records % _PROGRESS == 0:
                self.progress(self._records)
        if isinstance(document, RdfDocument):
            for record in document.typed(self._classes.is_known_class, self._strangers.judged, self._records + 1):
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

    # One record.

    def _record(self, source: Node, document: Document) -> None:
        mapped = self._mapped(source)
        if mapped is None and self._is_stranger(source):
            self._strangers.pass_over(source)
            return
        self._foreign = self._foreign or mapped is not None
        model = self._classes.of(mapped or source)
        if self.serialisation != "rdf" or model is None:
            self._damaged.see(source, lambda part: _near(document, part, source), values=model is None)
        if model is None:
            self._strangers.pass_over(source)
            return
        if self.report.detected and self.report.evidence is None:
            is_said = self._classes.answer is not None or self._classes.said(mapped or source) is not None
            self.report.evidence = evidence_of(model, map(self._classes.local, source.children), self.report.path, is_said=is_said)
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
        if self._classes.answer is not None:
            statistics.check_value(source, self._classes.answer, self.findings, place)
        self._judge(node, model, place, is_mapped=mapped is not None)
        self._ids.update(naming.ids)
        self._refs += [(ref, place(part)) for ref, part in naming.refs]

    def _judge(self, node: Node, model: Model, place: Callable[[Node | Leaf], Place], *, is_mapped: bool) -> None:
        """What a record says as a whole: what it lacks, its key, its structure, its items together."""
        if not (is_mapped and has_levels(model)):
            mandatory.report(self._mandatory, node, model, self.findings, place)
            self._check_key(node, model, place)
        if not is_mapped:
            structure.check_structure(node, model, self.findings, place=place)
        semantic.check_record(node, model, self.findings, place=place, but=mandatory.SAID_BY_MARKS)
        loops = self._loops.setdefault(model.full_id, loop_checks(model))
        if loops:
            record = semantic.texts(node)
            for loop in loops:
                loop.see(record, place(node))

    def _mapped(self, source: Node) -> Node | None:
        """A node of a vocabulary as a record of ours; None where it is one of ours already, or has no counterpart."""
        if self.serialisation != "rdf" or (names_ours(source, self._classes.local) and has_ours(source, self._classes.local)):
            return None
        return self._classes.vocabularies.translated(source)

    def _is_stranger(self, source: Node) -> bool:
        return self.serialisation == "rdf" and not names_ours(source, self._classes.local) and not has_ours(source, self._classes.local)

    def _said_pattern(self, source: Node) -> str:
        return next(filter(None, (pattern_named(self._classes.local(name)) for name in types_of(source))), "")

    def _is_other(self, node: Node, model: Model, source: Node, place: Callable[[Node | Leaf], Place]) -> bool:
        """True, and said, where not one item of the class was found in a record that has something."""
        if node.children or not source.children:
            return False
        if self.serialisation == "rdf" and self._classes.said(source) is None:
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
        if self._classes.chosen is None:
            self._say_unknown()
            return
        if self.serialisation == "rdf":
            self.report.records = self._records = self._judged
            if self._judged:
                self._strangers.report(self.findings)
        if self._strangers.first is not None and not self._judged and not self.findings.counts[Severity.ERROR]:
            self._say_other(self._classes.chosen, self._strangers.first, self._strangers.first.place)
        elif not self._records and not self.findings.counts[Severity.ERROR]:
            self.findings.say(rules.NO_RECORDS, Severity.ERROR if self.model is not None else None)
        check_edition(self._classes.chosen, self.findings)
        self.report.patterns = self._mandatory.met.words()
        self.report.judged = sum(values.filled for values in self._leaves.met.values())
        if self._records:
            self._whole = self._whole and self.report.judged > 0 and not _is_broken(self.findings)
            self.report.levels.update(reached(self._classes.chosen, self.findings, nested=True, whole=self._whole))
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
        assert self._classes.chosen is not None
        applied = self._leaves.rules | set(semantic.rules_of(self._classes.chosen))
        if has_levels(self._classes.chosen):
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
