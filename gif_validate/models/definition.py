"""Definition files: YAML → `Model`, checked for their author.

A definition stays close to the table that the standard prints: one line a field. Every fault of a definition is a `DefinitionError`
that names the file, the line and what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml

from ..catalogue.discovery import declared
from ..catalogue.documents import DOCUMENTS
from ..catalogue.text import Text
from ..characters.profiles import PROFILES
from .errors import DefinitionError
from .implied import implied
from .model import Agreement, Basis, Field, Form, Kind, Layout, Mark, Model, Pattern, Reference, Tier

T = TypeVar("T")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+")
# What may stand in a regular expression of a definition, so that five engines read it alike.
_NOT_SHARED = re.compile(r"\\[dDwWsSbBAZpPkux0-9]|\(\?|[*+?}][*+?]|(?<!\\)[*+?^$.]")
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")


class _Wrong(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, ja: str, en: str, node: yaml.Node | None = None) -> None:
        super().__init__(en)
        self.why = Text(ja, en)
        self.node = node


Table = dict[str, tuple[yaml.Node, yaml.Node]]
Forms = Mapping[str, Form]


def load(path: Path, *, known: Mapping[str, Model] | None = None, forms: Forms | None = None) -> Model:
    """The model that a definition file describes. ``known`` are models that it may extend, ``forms`` own forms that it may name.

    Raises DefinitionError, with the line, for anything that is not as it should be.
    """
    return loads(path.read_text(encoding="utf-8"), str(path), known=known, forms=forms)


def loads(text: str, name: str = "definition", *, known: Mapping[str, Model] | None = None, forms: Forms | None = None) -> Model:
    """The same for a definition in memory."""
    return _read(text, name, lambda node: _model(node, known or {}, forms or {}))


def load_forms(path: Path) -> Forms:
    """The written forms that definitions share (``forms.yaml``): name → regular expression and words."""
    return _read(
        path.read_text(encoding="utf-8"),
        str(path),
        lambda node: {key: _form(at, {}) for key, (_, at) in _table(node).items()},
    )


def _read(text: str, name: str, reader: Callable[[yaml.Node], T]) -> T:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise DefinitionError(name, mark.line + 1 if mark else 1, Text(f"YAML の誤り：{problem}", f"not YAML: {problem}")) from error
    try:
        if node is None:
            raise _Wrong("定義が空です", "the definition is empty")
        return reader(node)
    except _Wrong as wrong:
        at = wrong.node or node
        raise DefinitionError(name, at.start_mark.line + 1 if at else 1, wrong.why) from None


def _model(node: yaml.Node, known: Mapping[str, Model], forms: Forms) -> Model:
    table = _table(node)
    own: dict[str, Any] = {}
    readers: dict[str, Callable[[yaml.Node], Any]] = {
        "id": _matching(_ID, "家族名/名前（英小文字・数字・ハイフン）", "family/name in lower case"),
        "title": _text,
        "kind": _choice(get_args(Kind)),
        "tier": _choice(get_args(Tier)),
        "edition": _string,
        "family": _text,
        "document": _choice(tuple(DOCUMENTS)),
        "section": _string,
        "current": _boolean,
        "valid_from": _matching(re.compile(r"\d{4}-\d{2}-\d{2}"), "YYYY-MM-DD", "YYYY-MM-DD"),
        "valid_to": _matching(re.compile(r"\d{4}-\d{2}-\d{2}"), "YYYY-MM-DD", "YYYY-MM-DD"),
        "predecessor": _string,
        "extends": _string,
        "gif": _boolean,
        "prefix": _matching(re.compile(r"[a-z]+"), "英小文字", "lower case letters"),
        "basis": _choice(get_args(Basis)),
        "layout": _layout,
        "fields": lambda at: tuple(item for each in _sequence(at) for item in _field_or_family(each, {}, forms)),
        "signature": _strings,
        "keys": lambda at: tuple(_strings(key) for key in _sequence(at)),
        "references": lambda at: tuple(_reference(each) for each in _sequence(at)),
        "patterns": _patterns,
        "agreements": lambda at: tuple(_agreement(each) for each in _sequence(at)),
        "rules": lambda at: tuple(map(_rule, _sequence(at))),
        "members": _strings,
        "exports": _strings,
        "note": _text,
    }
    _fill(own, table, readers, node)
    for needed in ("id", "title"):
        if needed not in own:
            raise _Wrong(f"{needed} がありません", f"{needed} is missing", node)
    model = Model(**own)
    if model.extends:
        model = _extended(model, known, table["extends"][1])
    _check_names(model, table)
    return replace(model, agreements=(*model.agreements, *implied(model.fields, model.agreements)))


def _check_names(model: Model, table: Table) -> None:
    """Every name that the definition uses for a field must be one."""
    names = [item.name for item in model.fields]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise _Wrong(f"項目名が重複しています：{twice}", f"two fields have the name {twice}", table["fields"][1])
    used: list[tuple[str, str]] = [("signature", name) for name in model.signature]
    used += [("keys", name) for key in model.keys for name in key]
    used += [("patterns", name) for pattern in model.patterns for name in pattern.required]
    used += [("agreements", name) for agreement in model.agreements for name in agreement.roles.values()]
    used += [("references", name) for reference in model.references for name in reference.fields]
    used += [("layout", name) for name in (*model.layout.continued_same, *model.layout.continued_joined)]
    used += [("fields", item.label_of) for item in model.fields if item.label_of]
    for key, name in used:
        if name not in names:
            raise _Wrong(f"{key} にある「{name}」は項目にありません", f"{key} names {name!r}, which is no field", table[key][1])


_STRICTNESS = {"optional": 0, "conditional": 1, "recommended": 2, "must": 3}


def _extended(model: Model, known: Mapping[str, Model], node: yaml.Node) -> Model:
    """The model with the fields of the one it extends; a field named again may tighten its mark, never loosen it."""
    base = known.get(model.extends)
    if base is None:
        raise _Wrong(f"拡張元の {model.extends} がありません", f"extends {model.extends!r}, which is unknown", node)
    again = {item.name: item for item in model.fields}
    for item in base.fields:
        new = again.get(item.name)
        if new is not None and _STRICTNESS[new.mark] < _STRICTNESS[item.mark]:
            raise _Wrong(
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
    table = _table(node)
    each = table.pop("each", None)
    group = table.pop("fields", None)
    if each is None and group is None:
        yield _field(table, node, bound, forms)
        return
    if each is None:
        raise _Wrong("fields を持つ項目には each が要ります", "a group of fields needs 'each'", node)
    choices = {name: _strings(values[1]) for name, values in _table(each[1]).items()}
    for combination in product(*choices.values()):
        values = bound | dict(zip(choices, combination, strict=True))
        if group is None:
            yield _field(table, node, values, forms)
        else:
            for inner in _sequence(group[1]):
                yield from _field_or_family(inner, values, forms)


def _field(table: Table, node: yaml.Node, bound: dict[str, str], forms: Forms) -> Field:
    def filled(at: yaml.Node) -> str:
        text = _string(at)
        for name, value in bound.items():
            text = text.replace("{" + name + "}", value)
        return text

    readers: dict[str, Callable[[yaml.Node], Any]] = {
        "name": filled,
        "label": filled,
        "en": filled,
        "aliases": lambda at: tuple(map(filled, _sequence(at))) if isinstance(at, yaml.SequenceNode) else (filled(at),),
        "was": lambda at: tuple(map(filled, _sequence(at))) if isinstance(at, yaml.SequenceNode) else (filled(at),),
        "kind": _matching(re.compile(r"[a-z][a-z0-9_]*"), "コアデータパーツの名前", "the name of a part"),
        "own": lambda at: _own(at, forms),
        "own_basis": _choice(get_args(Basis)),
        "mark": _choice(get_args(Mark)),
        "basis": _choice(get_args(Basis)),
        "condition": _text,
        "empty": _choice(("value", "unknown")),
        "codes": lambda at: _strings(at) if isinstance(at, yaml.SequenceNode) else _string(at),
        "codes_basis": _choice(get_args(Basis)),
        "label_of": filled,
        "model": _string,
        "pattern": _matching(re.compile(r"MP[0-9]{2}"), "MP01 の形", "of the form MP01"),
        "least": _integer,
        "most": lambda at: 0 if _string(at) == "n" else _integer(at),
        "extension": _boolean,
        "domestic": _boolean,
        "separator": _string,
        "lang": _string,
        "repertoire": _choice(tuple(PROFILES)),
        "personal": _boolean,
        "unknown": _strings,
        "gif": filled,
        "path": filled,
        "rdf": filled,
        "xml": filled,
        "json": filled,
        "example": _string,
        "section": _string,
        "note": _text,
    }
    values: dict[str, Any] = {}
    _fill(values, table, readers, node)
    if not values.get("name"):
        raise _Wrong("項目に name がありません", "a field has no name", node)
    if bound:
        values["family"] = _string(table["name"][1])
    return Field(**values)


def _own(node: yaml.Node, forms: Forms) -> dict[str, Form]:
    """The name of a shared form, a form of its own, or one of these for each serialisation."""
    if isinstance(node, yaml.MappingNode) and "regex" not in _table(node):
        return {key: _form(at, forms) for key, (_, at) in _table(node).items()}
    return {"": _form(node, forms)}


def _form(node: yaml.Node, forms: Forms) -> Form:
    if isinstance(node, yaml.ScalarNode):
        if node.value not in forms:
            raise _Wrong(f"書式「{node.value}」は forms.yaml にありません", f"no form {node.value!r} in forms.yaml", node)
        return forms[node.value]
    values: dict[str, Any] = {}
    _fill(values, _table(node), {"regex": _regex, "ja": _string, "en": _string}, node, all_of=True)
    return Form(values["regex"], Text(values["ja"], values["en"]))


def _regex(node: yaml.Node) -> str:
    text = _string(node)
    try:
        re.compile(text)
    except re.error as error:
        raise _Wrong(f"正規表現の誤り：{error}", f"not a regular expression: {error}", node) from error
    found = _NOT_SHARED.search(_CLASS.sub("", text)) or re.search(r"\\[dDwWsSpP]", text)
    if found:
        raise _Wrong(
            f"正規表現の「{found[0]}」は処理系によって意味が異なります。文字クラス [0-9] と {{m,n}} で書きます",
            f"{found[0]!r} means different things to different engines: write classes such as [0-9] and {{m,n}}",
            node,
        )
    return text


def _layout(node: yaml.Node) -> Layout:
    values: dict[str, Any] = {}
    readers: dict[str, Callable[[yaml.Node], Any]] = {
        "header": _boolean,
        "separator": _string,
        "nesting": _string,
        "encodings": _strings,
        "file_names": _strings,
        "continued_same": _strings,
        "continued_joined": _strings,
    }
    _fill(values, _table(node), readers, node)
    return Layout(**values)


def _reference(node: yaml.Node) -> Reference:
    values: dict[str, Any] = {}
    _fill(values, _table(node), {"fields": _strings, "to": _string, "target": _strings, "also_in": _strings}, node)
    missing = [key for key in ("fields", "to", "target") if key not in values]
    if missing:
        raise _Wrong(f"{missing[0]} がありません", f"{missing[0]} is missing", node)
    return Reference(**values)


def _patterns(node: yaml.Node) -> tuple[Pattern, ...]:
    found = []
    for name, (_, at) in _table(node).items():
        values: dict[str, Any] = {"id": name}
        _fill(values, _table(at), {"required": _strings, "title": _text, "recommendation": _string}, at)
        if "required" not in values:
            raise _Wrong("required がありません", "required is missing", at)
        found.append(Pattern(**values))
    return tuple(found)


def _agreement(node: yaml.Node) -> Agreement:
    roles = {key: _string(at) for key, (_, at) in _table(node).items()}
    if "check" not in roles:
        raise _Wrong("check がありません", "check is missing", node)
    return Agreement(roles.pop("check"), roles)


def _rule(node: yaml.Node) -> str:
    """The id of a rule that compares the items of a record."""
    rule = declared().get(_string(node))
    if rule is None or rule.compare is None:
        raise _Wrong(
            f"「{_string(node)}」は項目を比べる規則の id ではありません",
            f"{_string(node)!r} is no rule that compares items",
            node,
        )
    return rule.id


def _fill(
    values: dict[str, Any],
    table: Table,
    readers: Mapping[str, Callable[[yaml.Node], Any]],
    node: yaml.Node,
    *,
    all_of: bool = False,
) -> None:
    for key, (key_node, at) in table.items():
        if key not in readers:
            raise _Wrong(
                f"「{key}」という指定はありません（{', '.join(readers)}）",
                f"unknown key {key!r} ({', '.join(readers)})",
                key_node,
            )
        values[key] = readers[key](at)
    missing = [key for key in readers if all_of and key not in table]
    if missing:
        raise _Wrong(f"{missing[0]} がありません", f"{missing[0]} is missing", node)


def _table(node: yaml.Node) -> Table:
    if not isinstance(node, yaml.MappingNode):
        raise _Wrong("「名前：値」の形で書きます", "write this as 'name: value' pairs", node)
    table: Table = {}
    for key, value in node.value:
        name = _string(key)
        if name in table:
            raise _Wrong(f"「{name}」が二度あります", f"{name!r} stands twice", key)
        table[name] = (key, value)
    return table


def _sequence(node: yaml.Node) -> list[yaml.Node]:
    if not isinstance(node, yaml.SequenceNode):
        raise _Wrong("一覧の形で書きます", "write this as a list", node)
    return list(node.value)


def _string(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _Wrong("文字列を書きます", "write a string", node)
    return str(node.value)


def _strings(node: yaml.Node) -> tuple[str, ...]:
    return tuple(map(_string, _sequence(node)))


def _text(node: yaml.Node) -> Text:
    table = _table(node)
    if set(table) != {"ja", "en"}:
        raise _Wrong("ja と en の両方を書きます", "write both ja and en", node)
    return Text(_string(table["ja"][1]), _string(table["en"][1]))


def _boolean(node: yaml.Node) -> bool:
    if _string(node) not in {"true", "false"}:
        raise _Wrong("true か false を書きます", "write true or false", node)
    return _string(node) == "true"


def _integer(node: yaml.Node) -> int:
    if not _string(node).isascii() or not _string(node).isdigit():
        raise _Wrong("0 以上の整数を書きます", "write a whole number", node)
    return int(_string(node))


def _choice(choices: tuple[str, ...]) -> Callable[[yaml.Node], str]:
    def read(node: yaml.Node) -> str:
        if _string(node) not in choices:
            listed = ", ".join(choices)
            raise _Wrong(
                f"「{_string(node)}」は使えません。{listed} のどれかを書きます",
                f"{_string(node)!r} is none of {listed}",
                node,
            )
        return _string(node)

    return read


def _matching(form: re.Pattern[str], ja: str, en: str) -> Callable[[yaml.Node], str]:
    def read(node: yaml.Node) -> str:
        if not form.fullmatch(_string(node)):
            raise _Wrong(f"「{_string(node)}」は {ja} の形ではありません", f"{_string(node)!r} is not {en}", node)
        return _string(node)

    return read
