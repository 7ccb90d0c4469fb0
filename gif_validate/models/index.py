"""The generated index of all definitions (``shapes/index.json``): what runs. YAML is read only to build it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..catalogue.text import Text
from ..codelists.own import with_codelists
from ..resources import data
from .model import Agreement, Field, Form, Layout, Model, Pattern, Reference

FORMS = "forms.yaml"
_OWN: ContextVar[Mapping[str, Model]] = ContextVar("own_definitions", default=MappingProxyType({}))
_NESTED: dict[str, Any] = {
    "layout": Layout,
    "fields": Field,
    "references": Reference,
    "patterns": Pattern,
    "agreements": Agreement,
}


def definitions(folder: Path | None = None) -> Iterator[Model]:
    """The models of all definition files of a folder (that of the package by default), bases before those that extend them."""
    yield from _loaded(folder or data("shapes") / "definitions", {}, shared_forms())


def _loaded(folder: Path, known: dict[str, Model], forms: Mapping[str, Form]) -> Iterator[Model]:
    """The same, where definitions may also extend models that are ``known``."""
    from .definition import load

    paths = sorted(path for path in folder.rglob("*.yaml") if path.name != FORMS)
    by_id = {_key(path, "id"): path for path in paths}
    ids = {*known, *by_id, *(f"{_key(path, 'id')}@{_key(path, 'edition')}" for path in paths)}
    order = TopologicalSorter({path: [by_id[base]] if (base := _key(path, "extends")) in by_id else [] for path in paths})
    for path in order.static_order():
        model = load(path, known=known, forms=forms, ids=ids)
        known[model.full_id] = known[model.id] = model
        yield model


@contextmanager
def with_definitions(folder: Path | None) -> Iterator[list[Model]]:
    """Within this, the definitions of a folder of one's own are known as well as those that ship; None changes nothing.

    They may extend those that ship, and take the place of one with the same id and edition. A file ``forms.yaml`` in the folder has forms
    of their own, a folder ``codelists`` code lists. Raises DefinitionError where one of them cannot be used, OSError where the folder
    cannot be read.
    """
    if folder is None:
        yield []
        return
    with with_codelists(folder / "codelists"):
        yield from _with_definitions(folder)


def _with_definitions(folder: Path) -> Iterator[list[Model]]:
    found = list(_loaded(folder, _known(), _forms(folder)))
    token = _OWN.set({**_OWN.get(), **{model.full_id: model for model in found}})
    try:
        yield found
    finally:
        _OWN.reset(token)


def from_file(path: Path) -> Model:
    """The model of one definition file, which may extend those that ship and use the forms beside it. Raises DefinitionError, OSError."""
    from .definition import load

    known = _known()
    return load(path, known=known, forms=_forms(path.parent), ids={*known, _key(path, "id")})


def _known() -> dict[str, Model]:
    """The models that ship, by full id, and the current ones by id."""
    return {**_shipped(), **{model.id: model for model in _shipped().values() if model.current}}


def _forms(folder: Path) -> Mapping[str, Form]:
    from .definition import load_forms

    own = folder / FORMS
    return {**shared_forms(), **(load_forms(own) if own.is_file() else {})}


def shared_forms() -> Mapping[str, Form]:
    """The written forms that definitions may name."""
    from .definition import load_forms

    return load_forms(data("shapes") / "definitions" / FORMS)


def _key(path: Path, key: str) -> str:
    found = re.search(rf'^{key}: *"?([^\s"]+)', path.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def built(folder: Path | None = None) -> str:
    """The text of the index for the definitions of a folder."""
    models = sorted(definitions(folder), key=lambda model: model.full_id)
    lines = ",\n".join(json.dumps(_data(model), ensure_ascii=False, separators=(",", ":")) for model in models)
    return f"[\n{lines}\n]\n"


@cache
def _shipped() -> Mapping[str, Model]:
    entries = json.loads((data("shapes") / "index.json").read_text(encoding="utf-8"))
    return {model.full_id: model for model in map(_model, entries)}


def models() -> Mapping[str, Model]:
    """Full id (with edition) → model, as the index has them, and those of `with_definitions`."""
    own = _OWN.get()
    return {**_shipped(), **own} if own else _shipped()


def model(name: str) -> Model:
    """The model of this id; without an edition the current one. KeyError where there is none."""
    if name in models():
        return models()[name]
    for found in reversed(list(models().values())):
        if found.id == name and found.current:
            return found
    raise KeyError(name)


def _data(value: Any) -> Any:
    """A model as JSON, without what has its default."""
    if isinstance(value, Text):
        return value.as_dict()
    if is_dataclass(value):
        return {each.name: _data(getattr(value, each.name)) for each in fields(value) if getattr(value, each.name) != _default(each)}
    if isinstance(value, tuple):
        return [_data(each) for each in value]
    return {key: _data(each) for key, each in value.items()} if isinstance(value, dict) else value


def _default(each: Any) -> Any:
    if each.default is not MISSING:
        return each.default
    return each.default_factory() if each.default_factory is not MISSING else MISSING


def _model(entry: dict[str, Any]) -> Model:
    return Model(**_all_read(entry))


def _all_read(entry: dict[str, Any]) -> dict[str, Any]:
    # Most values are texts; that they need not be looked at halves the time of start-up.
    return {key: value if value.__class__ is str else _read(key, value) for key, value in entry.items()}


def _read(key: str, value: Any) -> Any:
    kind = _NESTED.get(key)
    if key == "own":
        return {name: Form(**_all_read(form)) for name, form in value.items()}
    if kind is not None and isinstance(value, dict):
        return kind(**_all_read(value))
    if kind is not None and value and isinstance(value[0], dict):
        return tuple(_read(key, each) for each in value)
    if isinstance(value, dict) and set(value) == {"ja", "en"}:
        return Text(**value)
    return tuple(each if each.__class__ is str else _read("", each) for each in value) if isinstance(value, list) else value
