"""DMD layout (データモデル記述の表): the items of a standard as the sheet that GIF's DMD workbook has for a class. GIF DS-438."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ..catalogue.text import Text
from ..models.dmd import BASIC, COLUMNS, EXTENDED, FORMS, HEADER, MARKED
from ..models.index import model as by_id
from ..models.model import Field, Model, Pattern
from . import content
from .content import Lookup

_RECOMMENDED = {"high": "高", "middle": "中", "low": "低"}
_SOURCE = "gif-validate"


def rows(model: Model, lookup: Lookup = by_id) -> list[list[str]]:
    """The rows of the sheet: basic items, then extension items, each with its header row."""
    marks = [_heading(pattern) for pattern in model.patterns] or [MARKED]
    found = [[BASIC], _header(marks)]
    number = 0
    for item in model.fields:
        if not item.extension and not item.label_of:
            number += 1
            found.append(_row(model, item, str(number), lookup))
    extensions = [item for item in model.fields if item.extension and not item.label_of]
    if extensions:
        found += [[EXTENDED], _header(["―"] * len(marks))]
        found += [_row(model, item, "", lookup) for item in extensions]
    found.append([])
    found += [[f"※ この表で表せないもの：{gap.ja}"] for gap in _gaps(model)]
    width = max(map(len, found))
    return [row + [""] * (width - len(row)) for row in found]


def written(model: Model, lookup: Lookup = by_id) -> str:
    """The sheet as CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows(model, lookup))
    return text.getvalue()


def workbook(model: Model, lookup: Lookup = by_id) -> bytes:
    """The sheet as an Excel workbook. ImportError where XlsxWriter is not installed."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(model.title.ja[:31])
        for number, row in enumerate(rows(model, lookup)):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, column, cell)
    return stream.getvalue()


def _gaps(model: Model) -> Iterator[Text]:
    yield from content.unsaid(model, "csv")
    yield Text(
        "値の種類の細かい区別（郵便番号、法人番号など。形式の欄の語に丸める）",
        "finer kinds of value (the column for the form has few words)",
    )


def _heading(pattern: Pattern) -> str:
    recommended = _RECOMMENDED.get(pattern.recommendation, "")
    return f"必須\nパターン{int(pattern.id[2:])}" + (f"\n推奨:{recommended}" if recommended else "")


def _header(marks: list[str]) -> list[str]:
    before, after = COLUMNS
    return [*(HEADER[each] for each in before), *marks, *(HEADER[each] for each in after)]


def _row(model: Model, item: Field, number: str, lookup: Lookup) -> list[str]:
    required = [item.name in pattern.required for pattern in model.patterns] or [item.mark == "must"]
    cells = {
        "number": number,
        "prefix": model.prefix,
        "name": item.name,
        "most": "" if item.most is None else "n" if item.most == 0 else str(item.most),
        "en": item.en,
        "description": item.note.ja if item.note else "",
        "form": _form(item, lookup),
        "example": item.example,
        "source": _SOURCE if not model.document else model.document,
    }
    before, after = COLUMNS
    return [*(cells[each] for each in before), *("必" if each else "" for each in required), *(cells[each] for each in after)]


def _form(item: Field, lookup: Lookup) -> str:
    """What the column for the form says: a class, a code list, or the words for a kind of value."""
    if item.model:
        return f"pd:{lookup(item.model).title.ja}"
    listed = content.list_title(item)
    if listed:
        return f"pcd:{listed.ja}（コード、名称）" if content.is_labelled(item) else f"pcd:{listed.ja}（コード）"
    return next((words for words, kind in FORMS.items() if kind == item.kind), "文字列")
