"""Table Schema (Frictionless Table Schema): the columns of a flat file. Data Package v2 (Table Schema); GIF DS-438."""

from __future__ import annotations

import json
from typing import Any

from ..models.index import model as by_id
from ..models.model import Model
from ..parts import part
from . import content, flat
from .content import Lookup
from .flat import FlatColumn


def written(model: Model, lookup: Lookup = by_id) -> str:
    """The schema as text: every column is a text; files may leave out columns that are not mandatory (``fieldsMatch``)."""
    return json.dumps(schema(model, lookup), ensure_ascii=False, indent=1) + "\n"


def schema(model: Model, lookup: Lookup = by_id) -> dict[str, Any]:
    """The schema of a flat file."""
    heading = content.said(model)
    gaps = (*content.unsaid(model, "csv"), *flat.GAPS)
    columns = flat.columns(model, lookup)
    named = {column.item.name: column.header for column in columns}
    described: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": f"{heading.ja} / {heading.en}",
        "description": "このスキーマで表せないもの / not expressed: " + " ".join(f"- {gap.ja} / {gap.en}" for gap in gaps),
        "fields": [_field(column) for column in columns],
        "fieldsMatch": "partial",
        "missingValues": [""],
    }
    key = [named.get(name, "") for name in model.keys[0]] if model.keys else []
    return described | ({"primaryKey": key} if key and all(key) else {})


def _field(column: FlatColumn) -> dict[str, Any]:
    accepts = part(column.item.kind).accepts
    described: dict[str, Any] = {"name": column.header, "type": "string", "title": column.name}
    if column.value.codes is None:
        described["description"] = f"{accepts.ja} / {accepts.en}"
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.value.codes is not None:
        constraints["enum"] = list(column.value.codes)
    elif column.value.regexes:
        constraints["pattern"] = column.value.regexes[0]
    return (
        described
        | ({"example": column.item.example} if column.item.example else {})
        | ({"constraints": constraints} if constraints else {})
    )
