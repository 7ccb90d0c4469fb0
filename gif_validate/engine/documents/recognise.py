"""Which class does a document follow? By what it says (root element, rdf:type, the name that holds the record), else by its items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import TypeAlias

from ...catalogue.report import Evidence
from ...catalogue.text import Text
from ...models.detection import Detection, Match, detect, is_named
from ...models.flat import column
from ...models.headers import normalised
from ...models.index import model as current
from ...models.index import models
from ...models.model import Field, Model
from ...parts import part
from ...readers.record import Leaf, Node
from ..levels import has_levels
from .spelling import groups, is_own, spelled, steps

_FEW = 3
_COLUMNS = 5
_NEARLY = 0.9
_OWN = 2 / 3
_RARE = 2
_MANY = 8
_DEPTH = 4
_ROWS = 5
_WIDEST = 500
_SUFFIX = "_mp0"
_ELEMENTS = {"corporation": "nta/corporate-number"}
"""Elements that are records of other standards, which stand beside values of the whole file."""


def core_classes() -> tuple[Model, ...]:
    """The current core classes."""
    return tuple(model for model in models().values() if has_levels(model) and model.current)


def class_named(name: str) -> Model | None:
    """The core class of this name: ``LegalEntity``, ``legal-entity``, 法人, with or without a pattern (``Person_MP02``); or a catalogue's.

    >>> class_named("LegalEntity_MP01").id, class_named("catalog/goj-dataset").id
    ('gif/legal-entity', 'catalog/goj-dataset')
    """
    if name.startswith("catalog/"):
        return next((model for model in models().values() if model.id == name and model.current), None)
    plain = name.casefold()
    if _SUFFIX in plain:
        plain = plain.partition(_SUFFIX)[0]
    return _classes().get("".join(filter(str.isalnum, plain)))


def pattern_named(name: str) -> str:
    """The mandatory pattern in the name of a class; empty where there is none.

    >>> pattern_named("Person_MP02"), pattern_named("Person")
    ('MP02', '')
    """
    head, mark, tail = name.upper().rpartition("_MP")
    return f"MP{tail}" if head and mark and len(tail) == 2 and tail.isdecimal() else ""


@cache
def _classes() -> Mapping[str, Model]:
    found: dict[str, Model] = {}
    for model in core_classes():
        for name in (model.id.rpartition("/")[2], model.title.en, model.title.ja):
            found.setdefault("".join(filter(str.isalnum, name.casefold())), model)
    return found


def is_record_of(model: Model | None) -> Callable[[str], bool]:
    """Whether an element of this name is a record of the standard; without one, of any, where it is called just as the class is."""
    if model is None:
        return lambda name: is_name_of_class(name) or name in _ELEMENTS
    if not has_levels(model):
        return lambda name: _ELEMENTS.get(name) == model.id
    return lambda name: class_named(name) is not None


def model_of_element(name: str, names: Iterable[str]) -> Model | None:
    """The standard whose records are elements of this name, with these items in them."""
    found = current(_ELEMENTS[name]) if name in _ELEMENTS else None
    return found if found is not None and is_one_of(found, names) else None


def is_item_of(model: Model | None) -> Callable[[str], bool]:
    """Whether an element of this name is an item of the standard; without one, whether it is a group at the top of a data model."""
    if model is not None:
        return lambda name: (found := spelled(model, name)) is not None and found.exact
    return lambda name: name in _groups()


@cache
def _groups() -> frozenset[str]:
    known = (model for model in models().values() if model.current and model.kind == "model" and not has_levels(model))
    return frozenset(step.name for model in known for step in steps(model).values() if step.deep)


def is_name_of_class(name: str) -> bool:
    """True for the name of a core class as GIF writes it. ``address`` and ``event`` are ordinary words, and names of items.

    >>> is_name_of_class("LegalEntity"), is_name_of_class("Person_MP02"), is_name_of_class("法人"), is_name_of_class("address")
    (True, True, True, False)
    """
    head, mark, _ = name.rpartition("_MP")
    return (head if mark and pattern_named(name) else name) in _names_of_classes()


@cache
def _names_of_classes() -> frozenset[str]:
    found = set[str]()
    for model in core_classes():
        kebab = model.id.rpartition("/")[2]
        found |= {"".join(word.capitalize() for word in kebab.split("-")), model.title.ja}
        found |= {kebab} if "-" in kebab else set()
    return frozenset(found)


def classes_of(names: Iterable[str]) -> tuple[Model, ...]:
    """The core class that has nearly all of these items, most of them under its own names; all that have as many."""
    keys = _items(names)
    found = {model: count for model in core_classes() if (count := _nearly_all(model, keys))}
    best = max(found.values(), default=0)
    return tuple(model for model, count in found.items() if count == best)


def _nearly_all(model: Model, keys: Sequence[str]) -> int:
    """How many of the names are items of a class; 0 where some are not, or where they are words that any other vocabulary has."""
    known = [found.step.name for key in keys if (found := spelled(model, key)) is not None]
    own = {key for key in keys if is_own(model, key)}
    is_enough = len(set(known)) >= _FEW and len(own) >= _OWN * len(keys) and sum(map(_is_rare, own)) > 1
    return len(set(known)) if is_enough and len(known) >= _NEARLY * len(keys) else 0


def is_one_of(model: Model, names: Iterable[str], least: int = 1, *, marked: bool = True) -> bool:
    """True where at least half of the names are items of a class, and at least so many; a record without names is what it says it is.

    Beside names of others, one or two items count only where other classes do not have them too.
    ``marked``: False where the record is called so by a word that others use as well, or in a vocabulary of its own. Then nearly all
    names have to be the class's.
    """
    keys = _items(names)
    if keys and not marked:
        return _nearly_all(model, keys) > 0
    known = [key for key in keys if spelled(model, key)]
    says_more = len(known) == len(keys) or len(known) >= _FEW or any(_is_rare(key) and class_named(key) is None for key in known)
    return not keys or (len(known) >= least and 2 * len(known) >= len(keys) and says_more)


def _is_rare(name: str) -> bool:
    """True for an item that hardly any core class has; a name and an address may stand in any ``Person`` or 施設."""
    return sum(is_own(each, name) for each in core_classes()) <= _RARE


def _items(names: Iterable[str]) -> list[str]:
    """The names without those that belong to the format."""
    return [name for name in names if name and not name.startswith(("@", "$"))]


def class_of_header(rows: Sequence[Sequence[str]]) -> Model | None:
    """The core class whose flat table has nearly all of these columns, where no other class has as many."""
    best: tuple[int, Model] | None = None
    for row in rows[:_ROWS]:
        names = list(dict.fromkeys(normalised(cell) for cell in row if cell.strip()))
        if not _COLUMNS <= len(names) <= _WIDEST:
            continue
        counts = sorted(((_columns_of(model, names), model.full_id, model) for model in core_classes()), reverse=True)
        first, second = counts[0], counts[1]
        if first[0] >= _NEARLY * len(names) and first[0] > second[0] and (best is None or first[0] > best[0]):
            best = first[0], first[2]
    return best[1] if best else None


def _columns_of(model: Model, names: Iterable[str]) -> int:
    """How many columns hold an item of a class; none where it is but a few items again and again (連絡先_2)."""
    found = [item.plain_path for name in names if (item := column(model, name)) is not None]
    return len(found) if len(set(found)) >= _COLUMNS else 0


Shape: TypeAlias = "tuple[tuple[str, Shape | None], ...]"
"""The names of a record and of what is nested in it."""


def shape_of(record: Node, depth: int = _DEPTH) -> Shape:
    """All that decides whether some standard has the items of a record."""
    return tuple(
        (name, shape_of(inner, depth - 1) if depth and (inner := _inner(children)) else None) for name, children in record.children.items()
    )


def _inner(children: Sequence[Node | Leaf]) -> Node | None:
    return next((child for child in children if isinstance(child, Node)), None)


@dataclass(slots=True)
class _Count:
    """Names of a record and of what is nested in it: how many there are, how many the model knows, how many it has.

    ``typed``: the values that are of the kind that the model asks for, where that is not just any text.
    """

    names: int = 0
    known: int = 0
    items: int = 0
    typed: int = 0

    @property
    def rank(self) -> tuple[int, float]:
        """The greater, the better the model fits; (0, 0.0) where it does not. Values say more than names, which models share."""
        if self.names < _MANY or self.known < _NEARLY * self.names:
            return 0, 0.0
        return self.typed, 2 * self.known / (self.names + self.items)


def model_of(record: Node, local: Callable[[str], str]) -> Model | None:
    """The data model (no core class and no table) that knows nearly all names of a record and of what is nested in it; the best of several.

    ``local`` gives the name without its namespace.
    """
    best: tuple[tuple[int, float], Model | None] = ((0, 0.0), None)
    for candidate in models().values():
        if candidate.kind == "model" and candidate.current and not has_levels(candidate):
            count = _Count()
            _add(count, candidate, record, local, _DEPTH)
            if count.rank > best[0]:
                best = count.rank, candidate
    return best[1]


def _add(count: _Count, model: Model, node: Node, local: Callable[[str], str], depth: int) -> None:
    count.items += len(steps(model))
    for name, children in node.children.items():
        found = spelled(model, local(name))
        if found is None and name.startswith("@"):
            continue
        count.names += 1
        count.known += found is not None
        count.typed += found is not None and any(isinstance(child, Leaf) and _is_typed(found.step.item, child.text) for child in children)
        inner = _inner(children)
        if inner is None or not depth or found is None:
            continue
        if found.step.item.model:
            _add(count, current(found.step.item.model), inner, local, depth - 1)
        elif found.step.deep:
            _add_group(count, model, found.step.name, inner, local)


def _add_group(count: _Count, model: Model, path: str, node: Node, local: Callable[[str], str]) -> None:
    """The names in a group that is no class of its own."""
    known = groups(model).get(path, {})
    count.items += len(known)
    for name, children in node.children.items():
        item, below = known.get(local(name)), f"{path}/{local(name)}"
        count.names += 1
        count.known += local(name) in known
        count.typed += item is not None and any(isinstance(child, Leaf) and _is_typed(item, child.text) for child in children)
        inner = _inner(children)
        if inner is not None and below in groups(model):
            _add_group(count, model, below, inner, local)


def _is_typed(item: Field, value: str) -> bool:
    return item.kind not in {"text", "free_text"} and bool(value) and part(item.kind).is_valid(value)


def table_of(names: Iterable[str], path: str) -> Detection:
    """The standard whose items have these names, as for the header of a table."""
    known = [model for model in models().values() if not has_levels(model)]
    return detect([list(names)], known, PurePath(path).name)


def standard_of(
    record: Node, local: Callable[[str], str], path: str, *, with_classes: bool = True
) -> tuple[Model | None, tuple[Match, ...]]:
    """The standard whose items a record has, and the near ones that were rejected.

    Tables are asked before the core classes: an address is a part of most of them. ``with_classes``: False where names may mean anything.
    """
    names = [local(name) for name in record.children]
    if (said := model_of_element(record.model, names)) is not None:
        return said, ()
    detection = table_of(names, path)
    table = detection.match.model if detection.match else None
    if table is not None and table.kind == "table":
        return table, detection.rejected
    classes = classes_of(names) if with_classes else ()
    found = model_of(record, local) or table or (classes[0] if len(classes) == 1 else None)
    return found, detection.rejected if found in {None, table} else ()


def evidence_of(model: Model, names: Iterable[str], path: str, *, is_said: bool) -> Evidence:
    """What speaks for the standard of a record: what it calls itself (``is_said``), or the names of its items."""
    keys = list(names)
    found = {key: item.step for key in keys if (item := spelled(model, key)) is not None}
    there = {step.name for step in found.values()}
    lacking = tuple(name for name, step in steps(model).items() if step.item.mark == "must" and name not in there)
    foreign = tuple(key for key in _items(keys) if key not in found)
    return Evidence("name" if is_said else "items", len(there), len(steps(model)), lacking, foreign, is_named(model, PurePath(path).name))


def tied(record: Node, local: Callable[[str], str]) -> list[tuple[str, Text]]:
    """Two classes that have the same items of a record, and why neither is taken (建物 and その他の工作物 differ in nothing else)."""
    classes = classes_of(map(local, record.children))
    if len(classes) != 2:
        return []
    first, second = (model.full_id for model in classes)
    why = Text(f"{second} にも同じ項目があり、項目名では区別できない", f"{second} has the same items, so that names cannot tell them apart")
    return [(first, why)]
