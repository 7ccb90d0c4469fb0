"""Definition files: YAML → `Model`, checked for their author.

A definition stays close to the table that the standard prints: one line a field. Every fault of a definition is a `DefinitionError`
that names the file, the line and what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any, get_args

import yaml

from .. import codelists, parts
from ..catalogue.discovery import declared
from ..catalogue.documents import DOCUMENTS
from ..catalogue.text import Text
from ..characters.encodings import canonical
from ..characters.profiles import PROFILES
from .implied import implied, on_days
from .model import ROLES, Agreement, Basis, Field, Form, Kind, Layout, Mark, Model, Pattern, Reference, Tier
from .yaml_nodes import Table, Wrong, boolean, choice, fill, integer, matching, read, scalar, sequence, string, strings, table_of, text_of

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+")
# What may stand in a regular expression of a definition, so that five engines read it alike.
_NOT_SHARED = re.compile(r"\\[dDwWsSbBAZpPkux0-9]|\(\?|[*+?}][*+?]|(?<!\\)[*+?^$.]")
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")


Forms = Mapping[str, Form]


def load(path: Path, *, known: Mapping[str, Model] | None = None, forms: Forms | None = None, ids: Collection[str] | None = None) -> Model:
    """The model that a definition file describes. ``known`` are models that it may extend, ``forms`` own forms that it may name,
    ``ids`` the models that fields and references may name (any, where they are not given).

    Raises DefinitionError, with the line, for anything that is not as it should be.
    """
    return loads(path.read_text(encoding="utf-8"), str(path), known=known, forms=forms, ids=ids)


def loads(
    text: str,
    name: str = "definition",
    *,
    known: Mapping[str, Model] | None = None,
    forms: Forms | None = None,
    ids: Collection[str] | None = None,
) -> Model:
    """The same for a definition in memory."""
    return read(text, name, lambda node: _model(node, known or {}, forms or {}, ids))


def load_forms(path: Path) -> Forms:
    """The written forms that definitions share (``forms.yaml``): name → regular expression and words."""
    return read(
        path.read_text(encoding="utf-8"),
        str(path),
        lambda node: {key: _form(at, {}) for key, (_, at) in table_of(node).items()},
    )


def _model(node: yaml.Node, known: Mapping[str, Model], forms: Forms, ids: Collection[str] | None) -> Model:
    table = table_of(node)
    own: dict[str, Any] = {}
    readers: dict[str, Callable[[yaml.Node], Any]] = {
        "id": matching(_ID, "家族名/名前（英小文字・数字・ハイフン）", "family/name in lower case"),
        "title": text_of,
        "kind": choice(get_args(Kind)),
        "tier": choice(get_args(Tier)),
        "edition": string,
        "family": text_of,
        "document": choice(tuple(DOCUMENTS)),
        "section": string,
        "current": boolean,
        "valid_from": matching(re.compile(r"\d{4}-\d{2}-\d{2}"), "YYYY-MM-DD", "YYYY-MM-DD"),
        "valid_to": matching(re.compile(r"\d{4}-\d{2}-\d{2}"), "YYYY-MM-DD", "YYYY-MM-DD"),
        "predecessor": string,
        "extends": string,
        "gif": boolean,
        "prefix": matching(re.compile(r"[a-z]+"), "英小文字", "lower case letters"),
        "basis": choice(get_args(Basis)),
        "kind_basis": choice(get_args(Basis)),
        "layout": _layout,
        "fields": lambda at: tuple(item for each in sequence(at) for item in _field_or_family(each, {}, forms)),
        "signature": strings,
        "keys": lambda at: tuple(strings(key) for key in sequence(at)),
        "references": lambda at: tuple(_reference(each) for each in sequence(at)),
        "patterns": _patterns,
        "agreements": lambda at: tuple(_agreement(each) for each in sequence(at)),
        "rules": lambda at: tuple(map(_rule, sequence(at))),
        "members": strings,
        "exports": strings,
        "note": text_of,
    }
    fill(own, table, readers, node)
    for needed in ("id", "title"):
        if needed not in own:
            raise Wrong(f"{needed} がありません", f"{needed} is missing", node)
    model = Model(**own)
    if ids is not None:
        _check_models(model, table, ids)
    if model.extends:
        model = _extended(model, known, table["extends"][1])
    _check_names(model, table)
    declared_here = tuple(on_days(agreement, model.fields) for agreement in model.agreements)
    return replace(model, agreements=(*declared_here, *implied(model.fields, model.agreements)))


def _check_models(model: Model, table: Table, ids: Collection[str]) -> None:
    """Every model that the definition names must be there."""
    used = [("fields", item.model) for item in model.fields if item.model]
    used += [("references", name) for reference in model.references for name in (reference.to, *reference.also_in)]
    used += [("members", name) for name in model.members]
    used += [("predecessor", model.predecessor)] if model.predecessor else []
    for key, name in used:
        if name not in ids:
            raise Wrong(
                f"{key} にある「{name}」という定義はありません", f"{key} names {name!r}, which is unknown", scalar(table[key][1], name)
            )


def _check_names(model: Model, table: Table) -> None:
    """Every name that the definition uses for a field must be one."""
    names = [item.name for item in model.fields]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise Wrong(f"項目名が重複しています：{twice}", f"two fields have the name {twice}", table["fields"][1])
    used: list[tuple[str, str]] = [("signature", name) for name in model.signature]
    used += [("keys", name) for key in model.keys for name in key]
    used += [("patterns", name) for pattern in model.patterns for name in pattern.required]
    used += [("agreements", name) for agreement in model.agreements for name in agreement.roles.values()]
    used += [("references", name) for reference in model.references for name in reference.fields]
    used += [("layout", name) for name in (*model.layout.continued_same, *model.layout.continued_joined)]
    used += [("fields", item.label_of) for item in model.fields if item.label_of]
    for key, name in used:
        if name not in names:
            raise Wrong(f"{key} にある「{name}」は項目にありません", f"{key} names {name!r}, which is no field", table[key][1])


_STRICTNESS = {"optional": 0, "conditional": 1, "recommended": 2, "must": 3}


def _extended(model: Model, known: Mapping[str, Model], node: yaml.Node) -> Model:
    """The model with the fields of the one it extends; a field named again may tighten its mark, never loosen it."""
    base = known.get(model.extends)
    if base is None:
        raise Wrong(f"拡張元の {model.extends} がありません", f"extends {model.extends!r}, which is unknown", node)
    again = {item.name: item for item in model.fields}
    for item in base.fields:
        new = again.get(item.name)
        if new is not None and _STRICTNESS[new.mark] < _STRICTNESS[item.mark]:
            raise Wrong(
                f"「{item.name}」を {item.mark} から {new.mark} に緩めています。拡張では厳しくすることだけができます",
                f"{item.name} is loosened from {item.mark} to {new.mark}; an extension may only tighten",
                node,
            )
    merged = [again.pop(item.name, item) for item in base.fields] + list(again.values())
    values = {each.name: getattr(model, each.name) for each in dataclass_fields(Model)}
    values["fields"] = tuple(merged)
    values["patterns"] = model.patterns or base.patterns
    values["rules"] = (*base.rules, *(name for name in model.rules if name not in base.rules))
    values["prefix"] = model.prefix or base.prefix
    return Model(**values)


def _field_or_family(node: yaml.Node, bound: dict[str, str], forms: Forms) -> Iterator[Field]:
    """One field, or with ``each`` a family of columns: the field (or group of fields) once for every combination of values."""
    table = table_of(node)
    each = table.pop("each", None)
    group = table.pop("fields", None)
    if each is None and group is None:
        yield _field(table, node, bound, forms)
        return
    if each is None:
        raise Wrong("fields を持つ項目には each が要ります", "a group of fields needs 'each'", node)
    choices = {name: strings(values[1]) for name, values in table_of(each[1]).items()}
    for combination in product(*choices.values()):
        values = bound | dict(zip(choices, combination, strict=True))
        if group is None:
            yield _field(table, node, values, forms)
        else:
            for inner in sequence(group[1]):
                yield from _field_or_family(inner, values, forms)


def _field(table: Table, node: yaml.Node, bound: dict[str, str], forms: Forms) -> Field:
    def filled(at: yaml.Node) -> str:
        text = string(at)
        for name, value in bound.items():
            text = text.replace("{" + name + "}", value)
        return text

    readers: dict[str, Callable[[yaml.Node], Any]] = {
        "name": filled,
        "label": filled,
        "en": filled,
        "aliases": lambda at: tuple(map(filled, sequence(at))) if isinstance(at, yaml.SequenceNode) else (filled(at),),
        "was": lambda at: tuple(map(filled, sequence(at))) if isinstance(at, yaml.SequenceNode) else (filled(at),),
        "kind": choice(parts.names()),
        "kind_basis": choice(get_args(Basis)),
        "own": lambda at: _own(at, forms),
        "own_basis": choice(get_args(Basis)),
        "mark": choice(get_args(Mark)),
        "basis": choice(get_args(Basis)),
        "condition": text_of,
        "empty": choice(("value", "unknown")),
        "codes": lambda at: strings(at) if isinstance(at, yaml.SequenceNode) else choice(codelists.names())(at),
        "codes_basis": choice(get_args(Basis)),
        "label_of": filled,
        "model": string,
        "pattern": matching(re.compile(r"MP[0-9]{2}"), "MP01 の形", "of the form MP01"),
        "least": integer,
        "most": lambda at: 0 if string(at) == "n" else integer(at),
        "extension": boolean,
        "domestic": boolean,
        "separator": string,
        "lang": string,
        "repertoire": choice(tuple(PROFILES)),
        "personal": boolean,
        "unknown": strings,
        "gif": filled,
        "path": filled,
        "rdf": filled,
        "xml": filled,
        "json": filled,
        "example": string,
        "section": string,
        "note": text_of,
        "unused": boolean,
    }
    values: dict[str, Any] = {}
    fill(values, table, readers, node)
    if not values.get("name"):
        raise Wrong("項目に name がありません", "a field has no name", node)
    if bound:
        values["family"] = string(table["name"][1])
    return Field(**values)


def _own(node: yaml.Node, forms: Forms) -> dict[str, Form]:
    """The name of a shared form, a form of its own, or one of these for each serialisation."""
    if isinstance(node, yaml.MappingNode) and "regex" not in table_of(node):
        return {key: _form(at, forms) for key, (_, at) in table_of(node).items()}
    return {"": _form(node, forms)}


def _form(node: yaml.Node, forms: Forms) -> Form:
    if isinstance(node, yaml.ScalarNode):
        if node.value not in forms:
            raise Wrong(f"書式「{node.value}」は forms.yaml にありません", f"no form {node.value!r} in forms.yaml", node)
        return forms[node.value]
    values: dict[str, Any] = {}
    fill(values, table_of(node), {"regex": _regex, "ja": string, "en": string}, node, all_of=True)
    return Form(values["regex"], Text(values["ja"], values["en"]))


def _regex(node: yaml.Node) -> str:
    text = string(node)
    try:
        re.compile(text)
    except re.error as error:
        raise Wrong(f"正規表現の誤り：{error}", f"not a regular expression: {error}", node) from error
    found = _NOT_SHARED.search(_CLASS.sub("", text)) or re.search(r"\\[dDwWsSpP]", text)
    if found:
        raise Wrong(
            f"正規表現の「{found[0]}」は処理系によって意味が異なります。文字クラス [0-9] と {{m,n}} で書きます",
            f"{found[0]!r} means different things to different engines: write classes such as [0-9] and {{m,n}}",
            node,
        )
    return text


def _layout(node: yaml.Node) -> Layout:
    values: dict[str, Any] = {}
    readers: dict[str, Callable[[yaml.Node], Any]] = {
        "header": boolean,
        "separator": string,
        "nesting": string,
        "encodings": lambda at: tuple(map(_encoding, sequence(at))),
        "file_names": strings,
        "continued_same": strings,
        "continued_joined": strings,
    }
    fill(values, table_of(node), readers, node)
    return Layout(**values)


def _encoding(node: yaml.Node) -> str:
    try:
        return canonical(string(node))
    except ValueError:
        raise Wrong(f"文字コード「{string(node)}」は読めません", f"{string(node)!r} is no encoding that is read", node) from None


def _reference(node: yaml.Node) -> Reference:
    values: dict[str, Any] = {}
    fill(values, table_of(node), {"fields": strings, "to": string, "target": strings, "also_in": strings}, node)
    missing = [key for key in ("fields", "to", "target") if key not in values]
    if missing:
        raise Wrong(f"{missing[0]} がありません", f"{missing[0]} is missing", node)
    return Reference(**values)


def _patterns(node: yaml.Node) -> tuple[Pattern, ...]:
    found = []
    for name, (_, at) in table_of(node).items():
        values: dict[str, Any] = {"id": name}
        fill(values, table_of(at), {"required": strings, "title": text_of, "recommendation": string}, at)
        if "required" not in values:
            raise Wrong("required がありません", "required is missing", at)
        found.append(Pattern(**values))
    return tuple(found)


def _agreement(node: yaml.Node) -> Agreement:
    roles = {key: string(at) for key, (_, at) in table_of(node).items()}
    if "check" not in roles:
        raise Wrong("check がありません", "check is missing", node)
    check = choice(tuple(ROLES))(table_of(node)["check"][1])
    del roles["check"]
    needed, more = ROLES[check]
    for role in (*needed, *roles):
        if role not in roles:
            raise Wrong(f"{check} には {role} が要ります", f"{check} needs {role}", node)
        if role not in (*needed, *more):
            listed = ", ".join((*needed, *more))
            raise Wrong(f"{check} に「{role}」はありません（{listed}）", f"{check} has no {role!r} ({listed})", node)
    return Agreement(check, roles)


def _rule(node: yaml.Node) -> str:
    """The id of a rule that compares the items of a record."""
    rule = declared().get(string(node))
    if rule is None or rule.compare is None:
        raise Wrong(
            f"「{string(node)}」は項目を比べる規則の id ではありません",
            f"{string(node)!r} is no rule that compares items",
            node,
        )
    return rule.id
