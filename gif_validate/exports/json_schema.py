"""JSON Schema (JSON スキーマ): draft 2020-12 for records in JSON, with the English names of the items. JSON Schema 2020-12; GIF DS-438."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..catalogue.text import Text
from ..models.index import model as by_id
from ..models.model import Field, Model, Pattern
from ..models.patterns import ABROAD, JAPAN
from ..parts import part
from . import content
from .content import Lookup, Spelling, Value

Schema = dict[str, Any]
_GIVEN: Schema = {
    "$comment": "値のあるもの：空白でない文字列、数値、真偽値、そのどれかを含む配列かオブジェクト / something that has a value",
    "anyOf": [
        {"type": "string", "pattern": "[^ \\t\\r\\n\u3000]"},
        {"type": ["number", "boolean"]},
        {"type": "array", "contains": {"$ref": "#/$defs/given"}},
        {"type": "object", "not": {"additionalProperties": {"not": {"$ref": "#/$defs/given"}}}},
    ],
}
_RANGES: dict[str, Schema] = {
    "integer": {"type": "integer", "minimum": 0},
    "decimal": {"type": "number"},
    "latitude": {"type": "number", "minimum": -90, "maximum": 90},
    "longitude": {"type": "number", "minimum": -180, "maximum": 180},
    "elevation": {"type": "number"},
}
_GAPS = (
    Text(
        "JSON の構文（同じ名前の重複、NaN）と、数値の書き方（1e3、10.0 など）",
        "faults of the syntax (a name twice, NaN) and the spelling of numbers",
    ),
    Text("最大数1の項目に一要素の配列を使うこと（検査では許す）", "an array of one value for an item with maximum 1 (the check allows it)"),
    Text("文字列の項目に書いた数値や真偽値（検査では警告）", "numbers and booleans where text is expected (the check only warns)"),
    Text("日本語の項目名（この書き出しは英語名だけを知る）", "Japanese property names (only the English ones are known here)"),
    Text("接尾語のある名前とない名前の併用（住所と住所_MP02 など）", "an item given both with and without the suffix of a pattern"),
    Text("末尾の改行を見逃す処理系がある（$ を行末と読むもの）", "a final line end, where an engine takes $ for the end of a line"),
)


def written(model: Model, pattern: str = "", lookup: Lookup = by_id) -> str:
    """The schema as text. ``pattern`` is the mandatory pattern that records declare. ValueError for one that the class has not."""
    return json.dumps(schema(model, pattern, lookup), ensure_ascii=False, indent=1) + "\n"


def schema(model: Model, pattern: str = "", lookup: Lookup = by_id) -> Schema:
    """The schema of one record of the class, its nested classes under ``$defs``."""
    whole = content.classes(model, lookup)
    root = _reference(model, content.wanted(model, pattern)[0].id if pattern else "")
    gaps = (*content.unsaid(model, "json", whole=whole), *_GAPS)
    heading = content.said(model)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:gif-validate:jsonschema:{model.full_id}{':' + pattern if pattern else ''}",
        "title": f"{heading.ja} / {heading.en}",
        "$comment": "このスキーマで表せないもの / not expressed: "
        + " ".join(f"({number}) {gap.ja} / {gap.en}" for number, gap in enumerate(gaps, 1)),
        **root,
        "$defs": {"given": _GIVEN} | {name: found for each in whole for name, found in _definitions(each, lookup).items()},
    }


def _reference(model: Model, pattern: str = "") -> Schema:
    return {"$ref": f"#/$defs/{content.class_name(model)}{'_' + pattern if pattern else ''}"}


def _definitions(model: Model, lookup: Lookup) -> dict[str, Schema]:
    """The definitions of one class: its items, and the class as a whole with each of its mandatory patterns."""
    name = content.class_name(model)
    titled: Schema = {"title": model.title.ja, "description": model.title.en}
    if not model.patterns:
        return {name: titled | _items(model, lookup)}
    found: dict[str, Schema] = {f"{name}.items": _items(model, lookup)}
    base: list[Schema] = [{"$ref": f"#/$defs/{name}.items"}]
    domestic = _domestic(model)
    if domestic:
        found[f"{name}.domestic"] = domestic
    at_home: list[Schema] = [{"$ref": f"#/$defs/{name}.domestic"}] if domestic else []
    found[name] = titled | {"allOf": [*base, *at_home, {"anyOf": [_needs(model, each, lookup) for each in content.ways(model)]}]}
    for each in model.patterns:
        only_home = [] if each.id == ABROAD else at_home
        found[f"{name}_{each.id}"] = titled | {"allOf": [*base, *only_home, _needs(model, each, lookup)]}
    return found


def _items(model: Model, lookup: Lookup) -> Schema:
    """The items of a class; those that hold for addresses in Japan only are free here where the class has mandatory patterns."""
    properties: dict[str, Schema] = {}
    for item in model.fields:
        steps = content.json_steps(model, item)
        for spelling in content.spellings(steps[0], item, lookup):
            inner = _nested(item, spelling, lookup) if item.model else _leaf(model, item, free=item.domestic and bool(model.patterns))
            if len(steps) > 1:
                _deeper(properties, model, item, steps, inner)
            else:
                properties[spelling.name] = _times(inner, item.most)
    must = [item for item in model.fields if content.is_must(model, item)]
    return {"type": "object", "properties": properties} | _all([_needed(model, item, lookup) for item in must])


def _deeper(properties: dict[str, Schema], model: Model, item: Field, steps: tuple[str, ...], inner: Schema) -> None:
    """An item in a group: a code or its label (a text in the place of both is the code), or an item of a group that is no class."""
    owner = model.field(item.label_of) if item.label_of else item
    pair = content.is_labelled(owner)
    group: Schema = {}
    for step in steps[:-1]:
        found = properties.setdefault(step, _times({"type": ["object", "string", "null"]}, owner.most if pair else 0))
        group = found.get("else", found)
        properties = group.setdefault("properties", {})
    properties[steps[-1]] = inner if pair else _times(inner, item.most)
    if content.is_labelled(item):
        group |= {"if": {"type": "string"}, "then": inner}


def _times(inner: Schema, most: int | None) -> Schema:
    return inner if most == 1 else {"if": {"type": "array"}, "then": {"items": inner}, "else": inner}


def _nested(item: Field, spelling: Spelling, lookup: Lookup) -> Schema:
    """A nested class; a group without any value is one that the record does not have, a text names what is meant."""
    described: Schema = {"title": content.title_of(item).ja, "type": ["object", "string", "null"]}
    given = {"type": "object", "$ref": "#/$defs/given"}
    return described | {"if": given, "then": _reference(lookup(item.model), spelling.pattern)}


def _leaf(model: Model, item: Field, *, free: bool) -> Schema:
    title = content.title_of(item)
    value = content.value_of(model, item, "json")
    described: Schema = {"title": title.ja}
    if value.codes is not None:
        listed = content.list_title(item)
        described |= {"description": f"{listed.ja} / {listed.en}"} if listed else {}
    else:
        accepts = part(item.kind).accepts
        described |= {"description": f"{accepts.ja} / {accepts.en}"}
    described |= {"examples": [item.example]} if item.example else {}
    return described | ({"type": _types(item)} if free else _accepted(item, value))


def _types(item: Field) -> list[str]:
    return ["string", "number", "null"] if item.kind in content.NUMERIC and not item.codes else ["string", "null"]


def _accepted(item: Field, value: Value) -> Schema:
    """What a leaf accepts: its codes, or its expression; an empty text and null say that nothing is given."""
    if value.codes is not None:
        return {"enum": [*value.codes, "", None]}
    text: Schema = {"type": ["string", "null"]}
    if value.regexes:
        text |= _matching(value.regexes)
    return {"anyOf": [text, _RANGES[item.kind]]} if item.kind in content.NUMERIC else text


def _matching(regexes: tuple[str, ...]) -> Schema:
    anchored = [{"pattern": f"^{content.or_empty(regex)}$"} for regex in regexes]
    return anchored[0] if len(anchored) == 1 else {"allOf": anchored}


def _domestic(model: Model) -> Schema:
    """What holds for addresses in Japan only: unless the country is another."""
    held = {
        content.json_steps(model, item)[0]: _accepted(item, content.value_of(model, item, "json"))
        for item in model.fields
        if item.domestic and content.value_of(model, item, "json").regexes
    }
    country = next((model.name_in("json", item).split("/") for item in model.fields if item.path == "国/コード"), None)
    if not held or country is None:
        return {"properties": held} if held else {}
    code = {"type": "string", "not": {"enum": ["", JAPAN]}}
    at = {"type": "object", "properties": {country[1]: code}, "required": [country[1]]}
    return {"if": {"properties": {country[0]: at}, "required": [country[0]]}, "else": {"properties": held}}


def _needs(model: Model, pattern: Pattern, lookup: Lookup) -> Schema:
    """What a mandatory pattern asks for."""
    return {"title": pattern.id} | _all([_needed(model, model.field(name), lookup) for name in pattern.required])


def _needed(model: Model, item: Field, lookup: Lookup) -> Schema:
    """One item with a value, under any of its names."""
    first = content.json_steps(model, item)[0]
    ways: list[Schema] = []
    for spelling in content.spellings(first, item, lookup):
        given: Schema = {} if item.empty == "value" else {"properties": {spelling.name: {"$ref": "#/$defs/given"}}}
        ways.append({"required": [spelling.name]} | given)
    return ways[0] if len(ways) == 1 else {"anyOf": ways}


def _all(parts: Iterable[Schema]) -> Schema:
    """Several requirements as one: plain ones joined, alternatives under ``allOf``."""
    joined: Schema = {}
    others = []
    for each in parts:
        if "anyOf" in each:
            others.append(each)
            continue
        joined.setdefault("required", []).extend(each["required"])
        joined.setdefault("allOf", [])
        if "properties" in each:
            joined["allOf"].append({"properties": each["properties"]})
    given = {name: found for each in joined.pop("allOf", []) for name, found in each["properties"].items()}
    return joined | ({"allOf": [*([{"properties": given}] if given else []), *others]} if given or others else {})
