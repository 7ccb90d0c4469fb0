"""SHACL shapes (SHACL シェイプ): SHACL core in Turtle for records in RDF. SHACL (W3C 2017-07-20); GIF DS-438.

A nested class has no ``sh:node``: its shape targets the objects of the properties that lead to it (``sh:targetObjectsOf``). So classes may
refer to each other in circles, which SHACL leaves undefined for ``sh:node``; nested nodes need no ``rdf:type``, which ``sh:class`` would
ask for; and every result names the nested node and the item at fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..catalogue.text import Text
from ..models.index import model as by_id
from ..models.model import Field, Model, Pattern
from ..models.patterns import ABROAD, JAPAN
from ..parts import part
from . import content
from .content import Lookup

_GAPS = (
    Text("rdf:type のない最上位のノード（対象にならない）", "nodes at the top without rdf:type (no shape targets them)"),
    Text(
        "コードの値は文字列だけを認める（言語タグ、数値型、IRI のコードは検査では許す）",
        "codes are plain strings here; the check takes others",
    ),
    Text("同じ値を別の言語でも書くこと（検査では繰り返しとみなさない）", "the same said in another language (no repetition for the check)"),
    Text("値が一つもない入れ子のノード（検査では無いものとみなす）", "nested nodes without any value (for the check they are not there)"),
    Text(
        "入れ子の必須項目は、ノードがあることだけを見る（中身がすべて空でも満たす）",
        "a mandatory nested item is met by any node, even one without values",
    ),
)
_PREFIXES = (
    ("sh", "http://www.w3.org/ns/shacl#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
)
_SHAPES = "urn:gif-validate:shacl:"
_NOT_BLANK = "[^ \\t\\r\\n\u3000]"


def written(model: Model, pattern: str = "", lookup: Lookup = by_id, namespace: str = content.BASE) -> str:
    """The shapes as Turtle. ``pattern`` is the mandatory pattern that every record of the class must meet, instead of any of them.

    ``namespace`` is that of the items. ValueError for a pattern that the class has not.
    """
    content.wanted(model, pattern)
    whole = content.classes(model, lookup)
    head = [*_comment(model, whole), *(f"@prefix {name}: <{iri}> ." for name, iri in _PREFIXES)]
    head += [f"@prefix {name}: <{iri}> ." for name, iri in content.prefixes(whole, namespace).items()]
    head += [f"@prefix shape: <{_SHAPES}> .", ""]
    writer = _Writer(whole, lookup)
    shapes = [shape for each in whole for shape in writer.shapes(each, pattern if each is model else "")]
    return "\n".join([*head, *shapes])


def _comment(model: Model, whole: tuple[Model, ...]) -> Iterator[str]:
    heading = content.said(model)
    yield f"# {heading.ja}"
    yield f"# {heading.en}"
    yield "# このシェイプで表せないもの / not expressed:"
    for gap in (*content.unsaid(model, "rdf", whole=whole), *_GAPS):
        yield f"# - {gap.ja} / {gap.en}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f'"{escaped}"'


def _both(text: Text) -> str:
    return f"{_quoted(text.ja)}@ja, {_quoted(text.en)}@en"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the shapes of classes that are exported together."""

    whole: tuple[Model, ...]
    lookup: Lookup

    def shapes(self, model: Model, pattern: str) -> Iterator[str]:
        """The shapes of one class: its items, what holds in Japan only, and its mandatory patterns."""
        patterns = [each.id for each in model.patterns]
        properties = [found for item in model.fields for found in self._item(model, item)]
        yield self._shape(model, "", self._targets(model, ["", *patterns]), [f"sh:property {each}" for each in properties])
        at_home = self._targets(model, ["", *(each for each in patterns if each != ABROAD)])
        for item in model.fields:
            if self._only_home(model, item):
                yield self._shape(model, f".{self._local(model, item)}", at_home, self._at_home(model, item))
        for each in model.patterns:
            yield self._shape(model, f"_{each.id}", self._targets(model, [each.id]), self._needs(model, each))
        if model.patterns:
            which = content.ways(model, pattern)
            yield self._shape(model, "_MP", self._targets(model, [""]), self._any_of(model, which))

    def _shape(self, model: Model, suffix: str, targets: Iterable[str], what: Iterable[str]) -> str:
        label = Text(model.title.ja + suffix, model.title.en + suffix)
        lines = [f"shape:{content.class_name(model)}{suffix} a sh:NodeShape", f"rdfs:label {_both(label)}", *targets, *what]
        return " ;\n  ".join(lines) + " .\n"

    def _targets(self, model: Model, patterns: Iterable[str]) -> list[str]:
        """The class itself and the objects of the items that lead to it, with the suffixes of these patterns (empty: none)."""
        found = []
        for pattern in patterns:
            suffix = f"_{pattern}" if pattern else ""
            found.append(f"sh:targetClass {content.prefix_of(model)}:{content.class_name(model)}{suffix}")
            leading = sorted({each.name_in("rdf", item) for each in self.whole for item in each.fields if item.model == model.id})
            found += [f"sh:targetObjectsOf {name}{suffix}" for name in leading]
        return found

    def _local(self, model: Model, item: Field) -> str:
        return model.name_in("rdf", item).rpartition(":")[2]

    def _path(self, model: Model, item: Field, *, whole: bool = True) -> str:
        """The path to an item; with ``whole`` False only to the code with its label, not to one of the two."""
        first, *rest = model.name_in("rdf", item).split("/")
        if rest and whole:
            return f"( {first} {rest[0]} )"
        names = [each.name for each in content.spellings(first, item, self.lookup)]
        return names[0] if len(names) == 1 else f"[ sh:alternativePath ( {' '.join(names)} ) ]"

    def _item(self, model: Model, item: Field) -> Iterator[str]:
        """What holds for the values of one item, each with its own message."""
        title = content.title_of(item)
        path = self._path(model, item)
        if item.model:
            yield _property(path, title, "sh:nodeKind sh:BlankNodeOrIRI", _needs_node(title), severity="Info")
        else:
            yield from self._values(model, item, path, title)
        if item.most == 1:
            message = Text(f"「{title.ja}」は1回だけ書けます。", f'"{title.en}" may stand only once.')
            yield _property(self._path(model, item, whole=False), title, "sh:maxCount 1", message)
        if content.is_must(model, item):
            yield self._given(model, item)

    def _values(self, model: Model, item: Field, path: str, title: Text) -> Iterator[str]:
        value = content.value_of(model, item, "rdf")
        if value.codes is not None:
            listed = " ".join(map(_quoted, ["", *value.codes]))
            name = content.list_title(item) or Text("選択肢", "its values")
            message = Text(f"「{title.ja}」には{name.ja}にあるコードを書きます。", f'"{title.en}" takes a code of the list: {name.en}.')
            yield _property(path, title, f"sh:in ( {listed} )", message)
            if content.is_labelled(item):
                first = model.name_in("rdf", item).split("/")[0]
                itself = f"sh:or ( [ sh:nodeKind sh:BlankNodeOrIRI ] [ sh:in ( {listed} ) ] )"
                yield _property(first, title, itself, message)
            return
        yield _property(path, title, "sh:nodeKind sh:IRIOrLiteral", _needs_value(title))
        for regex in () if self._only_home(model, item) else value.regexes:
            yield _property(path, title, _regex(regex), _accepts(item, title))
        if value.clean is not None and not item.domestic:
            yield _property(path, title, _regex(value.clean), _accepts(item, title), severity="Warning")

    def _only_home(self, model: Model, item: Field) -> bool:
        return item.domestic and bool(content.value_of(model, item, "rdf").regexes)

    def _at_home(self, model: Model, item: Field) -> list[str]:
        """The expression of an item that is judged only in addresses in Japan."""
        (regex,) = content.value_of(model, item, "rdf").regexes
        inside = f"[ sh:path {self._path(model, item)} ; {_regex(regex)} ]"
        message = _accepts(item, content.title_of(item))
        country = next((each for each in model.fields if each.path == "国/コード"), None)
        if country is None:
            return [f"sh:property {inside}", f"sh:message {_both(message)}"]
        abroad = f'[ sh:path {self._path(model, country)} ; sh:minCount 1 ; sh:not [ sh:in ( "" {_quoted(JAPAN)} ) ] ]'
        return [f"sh:or ( {abroad} {inside} )", f"sh:message {_both(message)}"]

    def _needs(self, model: Model, pattern: Pattern) -> list[str]:
        return [f"sh:property {self._given(model, model.field(name))}" for name in pattern.required]

    def _any_of(self, model: Model, which: tuple[Pattern, ...]) -> list[str]:
        """At least one of the patterns."""
        ways = [f"[ {' ; '.join(self._needs(model, each))} ]" for each in which]
        names = list(dict.fromkeys(each.id for each in which))
        message = Text(
            f"必須パターン（{'、'.join(names)}）のどれも満たしていません。",
            f"None of the mandatory patterns is met ({', '.join(names)}).",
        )
        return ["sh:or (\n    " + "\n    ".join(ways) + "\n  )", f"sh:message {_both(message)}"]

    def _given(self, model: Model, item: Field) -> str:
        """The item is there, and a value that is no group is not blank."""
        title = content.title_of(item)
        message = Text(f"「{title.ja}」は必須です。", f'"{title.en}" is mandatory.')
        path = self._path(model, item)
        if content.is_labelled(item):
            first = model.name_in("rdf", item).split("/")[0]
            path = f"[ sh:alternativePath ( {first} ( {first} pcd:code ) ( {first} pcd:value ) ) ]"
        if item.model or item.empty == "value":
            return _property(path, title, "sh:minCount 1", message)
        return _property(path, title, f"sh:qualifiedValueShape [ sh:pattern {_quoted(_NOT_BLANK)} ] ; sh:qualifiedMinCount 1", message)


def _property(path: str, title: Text, constraint: str, message: Text, severity: str = "Violation") -> str:
    parts = [f"sh:path {path}", f"sh:name {_both(title)}", constraint, f"sh:severity sh:{severity}", f"sh:message {_both(message)}"]
    return f"[ {' ; '.join(parts)} ]"


def _regex(regex: str) -> str:
    return f"sh:pattern {_quoted(f'^{content.or_empty(regex)}$')}"


def _accepts(item: Field, title: Text) -> Text:
    accepts = part(item.kind).accepts
    return Text(f"「{title.ja}」の書き方：{accepts.ja}。", f'"{title.en}" is written as {accepts.en}.')


def _needs_node(title: Text) -> Text:
    return Text(f"「{title.ja}」は入れ子の項目です。値をノードで書きます。", f'"{title.en}" has items of its own: it takes a node.')


def _needs_value(title: Text) -> Text:
    return Text(f"「{title.ja}」には値を書きます。入れ子にはできません。", f'"{title.en}" takes a value, no items of its own.')
