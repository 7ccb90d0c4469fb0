"""CSVW metadata (CSVW メタデータ): the columns of a flat file. CSV on the Web (W3C 2015-12-17); GIF DS-438."""

from __future__ import annotations

import json
from typing import Any

from ..models.index import model as by_id
from ..models.model import Model
from . import content, flat
from .content import Lookup
from .flat import FlatColumn


def written(model: Model, lookup: Lookup = by_id) -> str:
    """The metadata as text, for a file named after the standard."""
    return json.dumps(metadata(model, lookup), ensure_ascii=False, indent=1) + "\n"


def metadata(model: Model, lookup: Lookup = by_id) -> dict[str, Any]:
    """The metadata of one table."""
    heading = content.said(model)
    gaps = (*content.unsaid(model, "csv"), *flat.GAPS)
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "ja"}],
        "url": f"{model.id.rpartition('/')[2]}.csv",
        "dc:title": [{"@value": heading.ja, "@language": "ja"}, {"@value": heading.en, "@language": "en"}],
        "rdfs:comment": [
            {"@value": "この記述で表せないもの：" + "；".join(gap.ja for gap in gaps), "@language": "ja"},
            {"@value": "Not expressed: " + "; ".join(gap.en for gap in gaps), "@language": "en"},
        ],
        "dialect": {"encoding": "utf-8", "header": model.layout.header},
        "tableSchema": {"columns": [_column(column) for column in flat.columns(model, lookup)]},
    }


def _column(column: FlatColumn) -> dict[str, Any]:
    described: dict[str, Any] = {"name": flat.plain_name(column.name), "titles": {"ja": column.header, "en": column.name}}
    regex = flat.regex_of(column.value)
    described["datatype"] = {"base": "string", "format": regex} if regex else "string"
    described["null"] = ""
    if column.required:
        described["required"] = True
    if column.item.separator:
        described["separator"] = column.item.separator
        described["datatype"] = "string"
    return described | ({"lang": column.item.lang} if column.item.lang else {})
