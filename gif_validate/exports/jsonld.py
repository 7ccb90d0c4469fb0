"""JSON-LD context (JSON-LD コンテキスト): the English and Japanese names of the items as terms. JSON-LD 1.1; GIF DS-438."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..catalogue.text import Text
from ..models.index import model as by_id
from ..models.model import Field, Model
from . import content
from .content import Lookup

_GAPS = (Text("値の検査（コンテキストは名前だけを決める）", "any check of values: a context only gives names their meaning"),)
_VALUE: dict[str, Any] = {"code": "pcd:code", "コード": "pcd:code", "value": {"@id": "pcd:value", "@language": "ja"}}


def written(model: Model, lookup: Lookup = by_id, namespace: str = content.BASE) -> str:
    """The context as text; ``namespace`` is that of the items."""
    return json.dumps(context(model, lookup, namespace), ensure_ascii=False, indent=1) + "\n"


def context(model: Model, lookup: Lookup = by_id, namespace: str = content.BASE) -> dict[str, Any]:
    """A document with the context of a class and all that it refers to. A Japanese name with two meanings is left out."""
    whole = content.classes(model, lookup)
    heading = content.said(model)
    found: dict[str, Any] = {"@version": 1.1, **content.prefixes(whole, namespace), "id": {"@id": _id(model)}, "type": "@type"}
    found |= {name: iri for each in whole for name, iri in _class(each)}
    terms: dict[str, list[Any]] = {}
    for each in whole:
        for item in each.fields:
            if not item.label_of:
                for name, meaning in _terms(each, item, lookup):
                    _add(terms.setdefault(name, []), meaning)
    unclear = tuple(name for name, meanings in terms.items() if len(meanings) > 1)
    gaps = [
        *_GAPS,
        *([Text(f"二つの意味を持つ名前（{'、'.join(unclear)}）", f"names with two meanings ({', '.join(unclear)})")] if unclear else []),
    ]
    said = f"{heading.ja} / {heading.en}. 表せないもの / not expressed: " + " ".join(f"- {gap.ja} / {gap.en}" for gap in gaps)
    found |= {name: meanings[0] for name, meanings in terms.items() if len(meanings) == 1}
    return {"$comment": said, "@context": found}


def _add(meanings: list[Any], meaning: Any) -> None:
    """One more meaning of a name; single and repeated use of the same item are one."""
    for number, found in enumerate(meanings):
        if _iri(found) == _iri(meaning):
            meanings[number] = max(found, meaning, key=lambda each: isinstance(each, dict))
            return
    meanings.append(meaning)


def _iri(meaning: Any) -> str:
    return str(meaning["@id"] if isinstance(meaning, dict) else meaning)


def _id(model: Model) -> str:
    return f"{content.prefix_of(model)}:id"


def _class(model: Model) -> Iterator[tuple[str, str]]:
    name = content.class_name(model)
    for suffix in ("", *(f"_{pattern.id}" for pattern in model.patterns)):
        iri = f"{content.prefix_of(model)}:{name}{suffix}"
        yield name + suffix, iri
        yield model.title.ja + suffix, iri


def _terms(model: Model, item: Field, lookup: Lookup) -> Iterator[tuple[str, Any]]:
    """The terms of an item: its names, each with the suffixes of its mandatory patterns."""
    english = content.json_steps(model, item)[0]
    deeper = len(content.json_steps(model, item)) > 1 and not content.is_labelled(item)
    for name in dict.fromkeys([english, english if deeper else item.label or item.name]):
        for japanese, spelling in zip(content.spellings(name, item, lookup), content.spellings(english, item, lookup), strict=True):
            if japanese.name not in {"id", "type"}:
                yield japanese.name, _meaning(model, item, spelling.name)


def _meaning(model: Model, item: Field, name: str) -> Any:
    prefix = item.rdf.partition(":")[0] if item.rdf else content.prefix_of(model)
    iri = f"{prefix}:{name}"
    if content.is_labelled(item):
        return {"@id": iri, "@context": _VALUE | {"名称": _VALUE["value"]}}
    if item.most != 1:
        return {"@id": iri, "@container": "@set"}
    return {"@id": iri, "@language": item.lang} if item.lang else iri
