"""JSON Schema that the user brings: its results as findings with pointer, line and column. JSON Schema 2020-12 and earlier drafts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ...catalogue.finding import Finding, Place
from ...catalogue.text import Text
from ...readers.decoding import decide, texts
from ...readers.json.places import Places
from ...readers.json.reader import form_of
from ...readers.json.scan import pointer_of
from ...readers.source import Source
from .rules import JSON_SCHEMA
from .unusable import UnusableError, is_remote, remote

_SAID = {
    "type": Text("値の型が違います（{0}）", "the value is not of the type {0}"),
    "required": Text("必須の項目がありません（{0}）", "a mandatory item is missing ({0})"),
    "enum": Text("選択肢にない値です", "the value is not in the list"),
    "const": Text("定められた値ではありません（{0}）", "the value is not {0}"),
    "pattern": Text("書式が違います（正規表現 {0}）", "the value does not match {0}"),
    "minLength": Text("短すぎます（{0} 文字以上）", "the value is shorter than {0}"),
    "maxLength": Text("長すぎます（{0} 文字以下）", "the value is longer than {0}"),
    "minimum": Text("小さすぎます（{0} 以上）", "the value is less than {0}"),
    "maximum": Text("大きすぎます（{0} 以下）", "the value is greater than {0}"),
    "minItems": Text("要素が足りません（{0} 個以上）", "there are fewer than {0} values"),
    "maxItems": Text("要素が多すぎます（{0} 個以下）", "there are more than {0} values"),
    "uniqueItems": Text("同じ要素が二つあります", "a value stands twice"),
    "additionalProperties": Text("スキーマにない項目があります", "there is an item that the schema does not have"),
    "unevaluatedProperties": Text("スキーマにない項目があります", "there is an item that the schema does not have"),
    "anyOf": Text("候補のどれにも合いません", "none of the alternatives is met"),
    "oneOf": Text("候補のちょうど一つに合いません", "not exactly one of the alternatives is met"),
    "not": Text("認められない値です", "the value is one that is not allowed"),
}
_OTHER = Text("条件に合いません", "the condition is not met")
_LONGEST = 200
_FEW = 3
_AN_ARRAY = {"items", "prefixItems", "minItems", "maxItems", "contains", "uniqueItems"}


def findings(source: Source, path: Path, encoding: str | None = None) -> Iterator[Finding]:
    """What the schema says of a document, or of each record where it describes one and the document holds many.

    Raises UnusableError for a schema that is none, or that would have to be fetched in part; OSError where it cannot be read.
    """
    from referencing.exceptions import Unresolvable

    validator = _validator(path)
    text = "".join(texts(source, decide(source, encoding)))
    try:
        for start, value in _documents(text, source.suffix):
            places = Places(text, start)
            single = not isinstance(value, list) or _is_of_array(validator)
            for number, part in enumerate([value] if single else value):
                for error in validator.iter_errors(part):
                    steps = [*([] if single else [number]), *error.absolute_path]
                    yield _finding(error, steps, places, single=single)
    except Unresolvable as error:
        raise remote(str(error.ref)) from error
    except RecursionError as error:
        raise UnusableError(Text("入れ子か参照が深すぎます", "it nests or refers too deeply")) from error


def _validator(path: Path) -> Any:
    """The validator of the draft that the schema names (2020-12 by default), which reads files beside the schema and nothing else."""
    from jsonschema import exceptions, validators
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]
    from referencing import Resource
    from referencing.jsonschema import DRAFT202012

    folder = path.resolve().parent

    def retrieve(location: str) -> Any:
        name = location.removeprefix("file:///schema/")
        if name == location or is_remote(name) or not (folder / name).resolve().is_relative_to(folder):
            raise remote(location)
        return Resource.from_contents(_read(folder / name), default_specification=DRAFT202012)

    schema = _read(path)
    if isinstance(schema, dict) and is_remote(str(schema.get("$id", ""))) is False:
        schema = {"$id": f"file:///schema/{path.name}", **schema}
    kind = validators.validator_for(schema, default=validators.Draft202012Validator)
    try:
        kind.check_schema(schema)
    except exceptions.SchemaError as error:
        raise UnusableError(Text(f"JSON Schema として誤りがあります（{error.json_path}）", f"no JSON Schema: {error.message}")) from error
    return kind(schema, registry=REGISTRY.combine(_registry(retrieve)))


def _registry(retrieve: Any) -> Any:
    from referencing import Registry

    return Registry(retrieve=retrieve)  # type: ignore[call-arg]


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnusableError(Text("JSON ではありません", "it is not JSON")) from error


def _documents(text: str, suffix: str) -> Iterator[tuple[int, Any]]:
    """The values of a document with the offsets where they begin; nothing from what is no JSON (the reader says so)."""
    if form_of(text[: 1 << 16], suffix) != "lines":
        value = _value(text)
        if value is not _NONE:
            yield 0, value
        return
    start = 0
    for line in text.split("\n"):
        value = _value(line) if line.strip() else _NONE
        if value is not _NONE:
            yield start, value
        start += len(line) + 1


_NONE = object()


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return _NONE


def _is_of_array(validator: Any) -> bool:
    """True where the schema describes a whole array, not one record."""
    schema = validator.schema
    if not isinstance(schema, dict):
        return True
    said = schema.get("type", [])
    return "array" in ([said] if isinstance(said, str) else said) or bool(_AN_ARRAY & schema.keys()) or bool(validator.is_valid([]))


def _finding(error: Any, steps: Sequence[str | int], places: Places, *, single: bool) -> Finding:
    keyword = str(error.validator or "false")
    problem = _problem(error)
    if error.context:
        near = _nearest(error)
        problem = Text(f"{problem.ja}。最も近い候補：{near.ja}", f"{problem.en}; the nearest: {near.en}")
    pointer = pointer_of([str(step) for step in steps])
    line, column = places.at(steps, nearest=True) or (None, None)
    record = None if single or not steps else int(steps[0]) + 1
    value = error.instance if isinstance(error.instance, str) else json.dumps(error.instance, ensure_ascii=False)[:_LONGEST]
    field = next((str(step) for step in reversed(steps) if isinstance(step, str)), None)
    names = "/".join(str(step) for step in steps if isinstance(step, str)) or None
    place = Place(record=record, line=line, column=column, pointer=pointer)
    return Finding(JSON_SCHEMA, JSON_SCHEMA.severity, value, {"keyword": keyword, "problem": problem}, place, field, names)


def _problem(error: Any) -> Text:
    """What a keyword says, in words."""
    said = _SAID.get(str(error.validator), _OTHER)
    wanted = _shown(error)
    return Text(said.ja.format(wanted), said.en.format(wanted))


def _nearest(error: Any) -> Text:
    """What the alternative with the fewest faults says."""
    branches: dict[Any, list[Any]] = {}
    for each in error.context:
        branches.setdefault(each.schema_path[0], []).append(each)
    told = [(pointer_of([str(step) for step in each.path]), _problem(each)) for each in min(branches.values(), key=len)[:_FEW]]
    return Text("、".join(f"{at}{said.ja}" for at, said in told), ", ".join(f"{at} {said.en}".strip() for at, said in told))


def _shown(error: Any) -> str:
    """What the keyword asks for."""
    wanted = error.validator_value
    if error.validator == "required" and isinstance(error.instance, dict):
        wanted = [name for name in wanted if name not in error.instance]
    shown = ", ".join(map(str, wanted)) if isinstance(wanted, list) else str(wanted)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
