"""The schema languages: what an export is called, where it lies, who writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ..catalogue.text import Text
from ..models.index import model as by_id
from ..models.index import models
from ..models.model import Model
from ..resources import data
from . import content, csvw, dmd, json_schema, jsonld, markdown, shacl, table_schema, xsd
from .content import Lookup


class Write(Protocol):
    """Writes the files of an export: ending of the file name → text; the first is the export itself, others belong to it."""

    def __call__(self, model: Model, pattern: str, namespace: str, lookup: Lookup, stem: str) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Language:
    """A schema language. ``committed``: the exports of the core classes lie in ``shapes/``."""

    title: Text
    write: Write
    committed: bool = True


class NotExportedError(ValueError):
    """A standard that an export cannot be made of: why, in both languages."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def _json_schema(model: Model, pattern: str, namespace: str, lookup: Lookup, stem: str) -> Mapping[str, str]:  # noqa: ARG001
    return {".schema.json": json_schema.written(model, pattern, lookup)}


def _shacl(model: Model, pattern: str, namespace: str, lookup: Lookup, stem: str) -> Mapping[str, str]:  # noqa: ARG001
    return {".ttl": shacl.written(model, pattern, lookup, namespace)}


def _xsd(model: Model, pattern: str, namespace: str, lookup: Lookup, stem: str) -> Mapping[str, str]:
    codes = xsd.codes_written(model, lookup)
    text = xsd.written(model, pattern, lookup, namespace, companion=f"{stem}.codes.xsd")
    return {".xsd": text} | ({".codes.xsd": codes} if codes else {})


def _plain(ending: str, writer: Callable[[Model, Lookup], str]) -> Write:
    def write(model: Model, pattern: str, namespace: str, lookup: Lookup, stem: str) -> Mapping[str, str]:  # noqa: ARG001
        return {ending: writer(model, lookup)}

    return write


def _jsonld(model: Model, pattern: str, namespace: str, lookup: Lookup, stem: str) -> Mapping[str, str]:  # noqa: ARG001
    return {".jsonld": jsonld.written(model, lookup, namespace)}


LANGUAGES: Mapping[str, Language] = {
    "jsonschema": Language(Text("JSON Schema", "JSON Schema"), _json_schema),
    "shacl": Language(Text("SHACL", "SHACL"), _shacl),
    "xsd": Language(Text("XML Schema", "XML Schema"), _xsd),
    "csvw": Language(Text("CSVW メタデータ", "CSVW metadata"), _plain(".csv-metadata.json", csvw.written)),
    "tableschema": Language(Text("Table Schema", "Table Schema"), _plain(".tableschema.json", table_schema.written)),
    "jsonld": Language(Text("JSON-LD コンテキスト", "JSON-LD context"), _jsonld),
    "markdown": Language(Text("Markdown", "Markdown"), _plain(".md", markdown.written), committed=False),
    "dmd": Language(Text("DMD の表", "DMD sheet"), _plain(".csv", dmd.written), committed=False),
}


def export(
    model: Model,
    language: str,
    *,
    pattern: str = "",
    namespace: str = content.BASE,
    lookup: Lookup = by_id,
    stem: str = "",
) -> Mapping[str, str]:
    """The files of an export: ending of the file name → text. ``stem`` is the name that they will have before the ending.

    Raises NotExportedError where the standard cannot be said in this language, or has no such mandatory pattern; KeyError for an
    unknown language.
    """
    if model.exports and language not in model.exports:
        offered = "、".join(model.exports)
        raise NotExportedError(
            Text(
                f"{model.full_id} は {language} では書き出せません。書き出せるのは {offered} です。",
                f"{model.full_id} has no export to {language}; there are {', '.join(model.exports)}.",
            )
        )
    if pattern and pattern not in {each.id for each in model.patterns}:
        known = [each.id for each in model.patterns]
        raise NotExportedError(
            Text(
                f"{model.full_id} に必須パターン {pattern} はありません（{'、'.join(known) or 'パターンのない標準です'}）。",
                f"{model.full_id} has no mandatory pattern {pattern} ({', '.join(known) or 'it has none'}).",
            )
        )
    if language == "xsd" and not xsd.names_fit(model, lookup):
        raise NotExportedError(
            Text(
                "XML で使えない項目名、クラスでない入れ子、二つ以上の名前空間のどれかがあるため書き出せません。",
                "Some items have no name that XML allows, stand in groups that are no classes, or have several namespaces.",
            )
        )
    return LANGUAGES[language].write(model, pattern, namespace, lookup, stem or _tail(model))


def _tail(model: Model) -> str:
    return model.full_id.rpartition("/")[2]


def committed() -> Mapping[Path, str]:
    """The exports that lie in ``shapes/``: those of the core classes, path → text."""
    found: dict[Path, str] = {}
    for model in models().values():
        if model.tier != "core":
            continue
        for name, language in LANGUAGES.items():
            if language.committed and name in model.exports:
                folder = data("shapes") / name / model.id.rpartition("/")[0]
                found |= {folder / f"{_tail(model)}{ending}": text for ending, text in export(model, name).items()}
    return found
