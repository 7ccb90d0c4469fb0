"""Page (説明ページ): the items of a standard as a Markdown table, in Japanese and English."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue.documents import DOCUMENTS
from ..catalogue.text import Text
from ..models.index import model as by_id
from ..models.model import Field, Model
from ..parts import part
from . import content
from .content import Lookup

_MARKS = {
    "must": "必須 / must",
    "recommended": "推奨 / recommended",
    "conditional": "条件付き / conditional",
    "optional": "任意 / optional",
}


def written(model: Model, lookup: Lookup = by_id) -> str:
    """The page: identity and source, mandatory patterns, one row an item, rules, notes."""
    lines = [f"# {_cell(model.title.ja)} / {_cell(model.title.en)}", "", *_identity(model)]
    if model.patterns:
        lines += ["", "## 必須パターン / Mandatory patterns", "", *_patterns(model)]
    if model.fields:
        lines += ["", "## 項目 / Items", "", *_items(model, lookup)]
    if model.members:
        lines += ["", "## 表 / Tables", "", *(f"- `{member}`" for member in model.members)]
    if model.rules:
        lines += ["", "## 項目間の規則 / Rules across items", "", *(f"- `{rule}`" for rule in model.rules)]
    notes = [(item.name, item.note) for item in model.fields if item.note]
    if notes or model.note:
        lines += ["", "## 注記 / Notes", ""]
        lines += [f"- {_both(model.note)}"] if model.note else []
        lines += [f"- {_cell(name)}：{_both(note)}" for name, note in notes]
    lines += [
        "",
        "この説明に含まれないもの / Not on this page: 値の種類ごとの詳しい規則 / the rules of each kind of value (`gif-validate explain`).",
    ]
    return "\n".join(lines) + "\n"


def _identity(model: Model) -> Iterator[str]:
    yield f"- id: `{model.full_id}`"
    if model.document:
        document = DOCUMENTS[model.document]
        yield f"- 出典 / source: {_both(document.title)} {document.edition} {_cell(model.section)}".rstrip()
    yield f"- 必須・推奨の根拠 / basis of the marks: {model.basis}"


def _patterns(model: Model) -> Iterator[str]:
    names = [pattern.id for pattern in model.patterns]
    yield f"| 項目 / item | {' | '.join(names)} |"
    yield f"|---|{'---|' * len(names)}"
    for item in model.fields:
        cells = ["必" if item.name in pattern.required else "" for pattern in model.patterns]
        if any(cells):
            yield f"| {_cell(item.name)} | {' | '.join(cells)} |"


def _items(model: Model, lookup: Lookup) -> Iterator[str]:
    yield "| 項目名 / name | 英語名 / English | 値の種類 / kind | 必須 / mark | 最大数 / most | 例 / example |"
    yield "|---|---|---|---|---|---|"
    for item in model.fields:
        most = "" if item.most is None else "n" if item.most == 0 else str(item.most)
        mark = _MARKS[item.mark] + ("（拡張 / extension）" if item.extension else "")
        cells = (item.name, item.en, _kind(item, lookup), mark, most, item.example)
        yield f"| {' | '.join(map(_cell, cells))} |"


def _kind(item: Field, lookup: Lookup) -> str:
    if item.model:
        nested = lookup(item.model)
        return f"{_joined(nested.title)} ({item.model})"
    listed = content.list_title(item)
    if listed:
        return _joined(listed)
    if item.codes:
        return "、".join(item.codes)
    own = item.own_for("")
    return _joined(own.words if own else part(item.kind).title)


def _joined(text: Text) -> str:
    return text.ja if text.ja == text.en else f"{text.ja} / {text.en}"


def _both(text: Text) -> str:
    return _cell(_joined(text))


def _cell(text: str) -> str:
    """A text that neither ends its cell nor becomes markup."""
    escaped = "".join(f"\\{each}" if each in "\\|*`[]<" else each for each in text)
    return " ".join(escaped.split("\n")).strip()
