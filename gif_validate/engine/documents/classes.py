"""Which class the records of a document are of: what they say themselves, the standard asked for, or the one that their items show."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...catalogue.report import FileReport, Findings
from ...catalogue.rule import Clause
from ...catalogue.text import Text
from ...models.detection import Match
from ...models.index import model as by_id
from ...models.model import Model
from ...readers.record import Node
from ..editions import other_edition
from ..levels import has_levels
from . import statistics
from .naming import Serialisation
from .recognise import Shape, class_named, is_name_of_class, is_one_of, shape_of, standard_of, tied
from .recognise_held import held
from .spelling import spelled
from .strangers import best_of, types_of
from .vocabularies import Vocabularies

_SHAPES = 1000
"""Shapes of records that are remembered, whether a standard has their items; records of unknown standards mostly have few."""


@dataclass(slots=True)
class Classes:
    """Tells the class of each record of a document.

    ``model`` is the standard asked for, None to recognise it; ``open_names``: what the names mean is not known, no class is recognised
    by them. ``chosen`` is the standard that the findings rest on, that of the first record; it is named in the report.
    """

    report: FileReport
    findings: Findings
    serialisation: Serialisation
    model: Model | None
    namespaces: tuple[str, ...]
    open_names: bool
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    chosen: Model | None = None
    answer: statistics.Answer | None = None
    """The answer of e-Stat that the record at hand is a value of."""
    is_elsewhere: bool = False
    """True where the root element stands in the namespace of another vocabulary."""
    doctype: str = ""
    _known: bool = False
    _shapes: dict[Shape, Model | None] = field(default_factory=dict)
    _inner: list[Model] = field(default_factory=list)

    def is_known_class(self, types: tuple[str, ...]) -> bool:
        """True where one of the classes is one of ours, or has a counterpart among them."""
        return any(class_named(self.local(name)) for name in types) or self.vocabularies.has_class(types)

    def unwrapped(self, record: Node) -> list[Node]:
        """The records of an object that only holds them (``{"LegalEntity": {…}}``, ``{"result": […]}``); else the record itself."""
        if self.serialisation != "json":
            return [record]
        if (answer := self._answer_of(record)) is not None:
            return answer.values
        if (self._known and self.chosen is None) or self._fits(record):
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
        answer = self.answer = statistics.answer_of(record)
        if answer is not None:
            self.take(self.model or by_id(statistics.STANDARD), detected=self.model is None)
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
        asked = self.model or self.chosen
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

    def of(self, record: Node) -> Model | None:
        """The class of a record: what it says itself, the one asked for, the one recognised."""
        said = self.said(record)
        if said is not None and (self.model is None or has_levels(self.model) or said.tier == "dataset"):
            self.take(self.model or said, detected=self.model is None)
            return said if self.serialisation == "rdf" or self.model is None else self.model
        if self.model is not None:
            self.take(self.model, detected=False)
            return self.model
        if self.chosen is None and (not self._known or self.serialisation == "rdf"):
            self._recognise(record)
        return self.chosen

    def said(self, record: Node) -> Model | None:
        """The class that a record names; an element or ``@type`` of another vocabulary, or of none, only where the items agree."""
        if self.open_names:
            return None
        names = [self.local(name) for name in types_of(record)]
        said = [(name, found) for name in names if (found := class_named(name)) is not None]
        if not said or self.serialisation == "rdf" or self.model is not None:
            return best_of([found for _, found in said], [self.local(name) for name in record.children])
        marked = {name for name, _ in said if is_name_of_class(name) and not self.is_elsewhere}
        return next((found for name, found in said if is_one_of(found, record.children, marked=name in marked)), None)

    def _recognise(self, record: Node) -> None:
        self._known = True
        found, rejected = self._recognised(record)
        other = "" if found is None else other_edition(found, record, self.doctype)
        if found is not None and other:
            self.report.rejected = [(found.full_id, Text(f"この文書が第{other}版のものである", f"the document is of edition {other}"))]
            return
        twins = [] if self.open_names else tied(record, self.local)
        self.report.rejected = [*twins, *((match.model.full_id, match.why_not()) for match in rejected)]
        if found is not None:
            self.take(found, detected=True)

    def _recognised(self, record: Node) -> tuple[Model | None, tuple[Match, ...]]:
        return standard_of(record, self.local, self.report.path, with_classes=not self.open_names)

    def take(self, model: Model, *, detected: bool) -> None:
        """Names the standard that the findings rest on: that of the first record."""
        self._known = True
        if self.chosen is not None:
            return
        self.chosen = model
        self.report.standard, self.report.title, self.report.family = model.full_id, model.title, model.family
        self.report.detected = detected
        self.findings.dataset = Clause(model.document, model.section) if model.document else None

    def local(self, name: str) -> str:
        for namespace in self.namespaces:
            if name.startswith(namespace):
                return name[len(namespace) :].lstrip("#/")
        return name
