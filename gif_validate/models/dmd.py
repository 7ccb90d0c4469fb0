"""DMD sheets (データモデル記述の表): rows as GIF's DMD workbook lays them out → a definition. GIF DS-438.

A sheet describes one class: basic items (基礎項目) under a header row, then extension items (拡張項目) under another. The columns between
項目名 and 最大数 say what is mandatory, once (必須項目) or for each mandatory pattern (必須パターン1 …).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from ..catalogue.text import Text
from ..codelists import codelist
from ..codelists import names as lists
from .index import models
from .model import Field, Model

BASIC = "基礎項目"
EXTENDED = "拡張項目"
MARKED = "必須項目"
HEADER = {
    "number": "No.",
    "prefix": "プレフィックス",
    "name": "項目名",
    "most": "最大数",
    "en": "項目名（英語）",
    "description": "説明",
    "form": "形式",
    "example": "記入例",
    "source": "名称・形式等の参考元",
}
COLUMNS = (("number", "prefix", "name"), ("most", "en", "description", "form", "example", "source"))
"""The columns before the marks and behind them."""
FORMS = {
    "文字列": "text",
    "文字列（全角カナ）": "kana",
    "文字列（全角カナ＋区切り文字：半角空白）": "person_kana",
    "文字列（半角文字）": "latin",
    "文字列（半角英数字）": "latin",
    "文字列（半角数字）": "digits",
    "数値（半角数字）": "decimal",
    "半角数字": "decimal",
    "日付（YYYY-MM-DD）": "date",
    "日付（MM-DD）": "month_day",
    "時刻（HH:MM）": "time",
    "URI": "url",
}
"""What the column 形式 says → the kind of value; ``digits`` is text with a form of its own."""
_OWN: dict[str, tuple[str, str, str]] = {
    "date": ("[0-9]{4}-[0-9]{2}-[0-9]{2}", "YYYY-MM-DD", "YYYY-MM-DD"),
    "time": ("([01][0-9]|2[0-3]):[0-5][0-9]", "HH:MM（24時間制）", "HH:MM, 24-hour clock"),
}
_DIGITS = {"regex": "[0-9]{1,}", "ja": "半角数字", "en": "half-width digits"}
_RECOMMENDED = {"高": "high", "中": "middle", "低": "low"}
_FOOTNOTE = re.compile(r"\s*[(（][*＊※]\d+[)）]")
_ENGLISH = re.compile(r"[A-Za-z_][A-Za-z0-9_\-]*")
_EXPLAINED = re.compile(r"格納|参照")
"""What stands in the column 記入例 where it is no example."""


class DmdError(ValueError):
    """A sheet that cannot be read as a DMD: the row (from 1) and why, in both languages."""

    def __init__(self, row: int, why: Text) -> None:
        super().__init__(f"{row}: {why.en}")
        self.row = row
        self.why = why


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a sheet. ``marks`` says for each column of marks whether the item is mandatory; ``most`` is as it is written."""

    row: int
    prefix: str
    name: str
    en: str
    marks: tuple[bool, ...]
    most: str
    form: str
    example: str
    extension: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its columns of marks (as headed) and its items."""

    marks: tuple[str, ...]
    items: tuple[Item, ...]


def read(rows: Sequence[Sequence[str]]) -> Sheet:
    """The items of a sheet. Raises DmdError where there is no header row, no item, or an item without an English name."""
    columns: Mapping[str, int] = {}
    marks: dict[int, str] = {}
    items: list[Item] = []
    for number, row in enumerate(rows, 1):
        found = _header(row)
        if found:
            marks = marks or _marks(row, found)
            # The second header row of the workbook has dashes where the columns stay the same.
            columns = {**columns, **found}
        elif columns:
            item = _item(number, row, columns, tuple(marks), extension=bool(items) and _extends(rows, number))
            items += [item] if item else []
    if not columns:
        wanted = "、".join((HEADER["name"], HEADER["en"], HEADER["form"]))
        raise DmdError(1, Text(f"DMD の見出し行（{wanted}）がありません", f"no header row of a DMD ({wanted})"))
    if not items:
        raise DmdError(1, Text("項目の行がありません", "no items"))
    return Sheet(tuple(marks.values()), tuple(items))


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _header(row: Sequence[str]) -> Mapping[str, int]:
    """Where the columns stand, if this is a header row; empty where not."""
    cells = {_folded(cell): index for index, cell in reversed(list(enumerate(row)))}
    found = {key: cells[_folded(name)] for key, name in HEADER.items() if _folded(name) in cells}
    return found if {"name", "en", "form"} <= found.keys() else {}


def _marks(row: Sequence[str], columns: Mapping[str, int]) -> dict[int, str]:
    """The columns of marks with their headings, those between the name and the rest."""
    end = min(index for key, index in columns.items() if index > columns["name"] and key != "name")
    return {index: row[index] for index in range(columns["name"] + 1, end) if "必須" in row[index]}


def _extends(rows: Sequence[Sequence[str]], number: int) -> bool:
    """True where the nearest title above a row is that of the extension items."""
    for row in reversed(rows[: number - 1]):
        first = _folded(next((cell for cell in row if cell.strip()), ""))
        if first.startswith((EXTENDED, BASIC)):
            return first.startswith(EXTENDED)
    return False


def _item(number: int, row: Sequence[str], columns: Mapping[str, int], marks: tuple[int, ...], *, extension: bool) -> Item | None:
    cells = {key: row[index].strip() if index < len(row) else "" for key, index in columns.items()}
    name, english = _FOOTNOTE.sub("", cells["name"]), _FOOTNOTE.sub("", cells["en"])
    if not name or not cells["form"]:
        return None
    if not _ENGLISH.fullmatch(english):
        raise DmdError(
            number, Text(f"「{name}」の英語名「{english}」は名前として使えません", f"the English name {english!r} cannot be used")
        )
    given = tuple(bool(row[index].strip()) for index in marks if index < len(row))
    most = unicodedata.normalize("NFKC", cells.get("most", "")).removesuffix(".0")
    if most not in {"", "n", "―"} and not (most.isascii() and most.isdigit() and int(most[:9])):
        raise DmdError(
            number, Text(f"「{name}」の最大数「{most}」は 1 以上の整数か n です", f"{most!r} is no maximum: write a number or n")
        )
    example = "" if _EXPLAINED.search(cells.get("example", "")) else cells.get("example", "")
    return Item(number, cells.get("prefix", ""), name, english, given, most.strip("―"), cells["form"], example, extension)


def definition(sheet: Sheet, name: str, title: Text, edition: str = "", *, reuse: bool = True) -> str:
    """The definition of a class as YAML. ``name`` is its id (``my/model``).

    With ``reuse`` an item that GIF's core classes have, under the same names and the prefix pd, gets their kind of value, which is finer
    than what the column 形式 says. Raises DmdError for a form that is not known.
    """
    patterns = [heading for heading in sheet.marks if "パターン" in heading]
    prefixes = [item.prefix for item in sheet.items if item.prefix]
    head: dict[str, Any] = {"id": name} | ({"edition": edition} if edition else {})
    head |= {"title": title.as_dict(), "kind": "model", "tier": "implementation", "basis": "official", "gif": True}
    head |= {"prefix": max(set(prefixes), key=prefixes.count)} if prefixes and re.fullmatch("[a-z]+", prefixes[0]) else {}
    lines = [_line(key, value) for key, value in head.items()]
    if patterns:
        lines.append("patterns:")
        lines += [f"  {_line(*_pattern(sheet, index, heading))}" for index, heading in enumerate(sheet.marks) if "パターン" in heading]
    lines.append("fields:")
    lines += [f"  - {_flow(each)}" for item in sheet.items for each in _fields(item, bool(patterns), reuse, head.get("prefix", ""))]
    return "\n".join(lines) + "\n"


def _flow(value: Any) -> str:
    # The emitter ends a document that is a bare word with "...".
    text: str = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, sort_keys=False, width=1 << 20)
    return text.removesuffix("...\n").rstrip("\n")


def _line(key: str, value: Any) -> str:
    return f"{key}: {_flow(value)}"


def _pattern(sheet: Sheet, index: int, heading: str) -> tuple[str, dict[str, Any]]:
    folded = _folded(heading)
    number = re.search(r"パターン(\d{1,2})", folded)
    recommended = re.search("推奨:(.)", folded)
    word = _RECOMMENDED.get(recommended[1], "") if recommended else ""
    required = [item.name for item in sheet.items if index < len(item.marks) and item.marks[index]]
    return f"MP{int(number[1]) if number else index + 1:02}", ({"recommendation": word} if word else {}) | {"required": required}


def _fields(item: Item, patterned: bool, reuse: bool, prefix: str) -> Iterator[dict[str, Any]]:
    """The field of an item; for a code with its label two. An item with another prefix than most says so in its names."""
    found: dict[str, Any] = {"name": item.name, "en": item.en} | _kind(item, reuse)
    labelled = found.pop("labelled", False)
    needed = any(item.marks)
    found |= {"mark": "conditional" if patterned else "must"} if needed else {}
    found |= {"least": int(needed and not patterned), "most": _most(item.most)} if item.most else {}
    found |= {"extension": True} if item.extension else {}
    if labelled:
        yield found | _paths(item, "コード", "code") | ({"example": item.example} if item.example else {})
        label = {"name": f"{item.name}_名称", "en": f"{item.en}.value", "label_of": item.name, "lang": "ja"}
        yield label | _paths(item, "名称", "value") | ({"extension": True} if item.extension else {})
    else:
        own = f"{item.prefix}:{item.en}" if item.prefix not in {"", prefix} else ""
        yield found | ({"xml": own, "rdf": own} if own else {}) | ({"example": item.example} if item.example else {})


def _most(written: str) -> str | int:
    return "n" if written == "n" else int(written)


def _paths(item: Item, japanese: str, english: str) -> dict[str, str]:
    prefix = f"{item.prefix}:" if item.prefix else ""
    name = f"{prefix}{item.en}/pcd:{english}"
    return {"path": f"{item.name}/{japanese}", "json": f"{item.en}/{english}", "xml": name, "rdf": name}


def _kind(item: Item, reuse: bool) -> dict[str, Any]:
    """What the column 形式 says: a class, a code list or a kind of value."""
    form = _folded(item.form)
    prefix, colon, rest = form.partition(":")
    if colon and prefix.isascii():
        return _coded(item, rest) if prefix == "pcd" else _nested(item, rest)
    known = _core_items().get((item.name, item.en)) if reuse and item.prefix == "pd" else None
    if known is not None and known.codes and not known.path:
        return {"codes": list(known.codes) if isinstance(known.codes, tuple) else known.codes}
    if known is not None and not known.model and not known.codes:
        own = {key: {"regex": each.regex, **each.words.as_dict()} for key, each in known.own.items()}
        return ({"kind": known.kind} if known.kind != "text" else {}) | ({"own": own} if own else {})
    kind = {_folded(words): kind for words, kind in FORMS.items()}.get(form)
    if kind is None:
        raise DmdError(item.row, Text(f"「{item.name}」の形式「{item.form}」は扱えません", f"the form {item.form!r} is not known"))
    if kind == "digits":
        return {"own": _DIGITS}
    if kind in _OWN:
        regex, ja, en = _OWN[kind]
        return {"kind": kind, "own": {"LV2": {"regex": regex, "ja": ja, "en": en}}}
    return {"kind": kind} if kind != "text" else {}


def _nested(item: Item, title: str) -> dict[str, Any]:
    found = next((model.id for model in _core() if _folded(model.title.ja) == title), None)
    if found is None:
        raise DmdError(item.row, Text(f"「{item.name}」の形式にある「{title}」というクラスはありません", f"there is no class {title!r}"))
    return {"model": found}


def _coded(item: Item, words: str) -> dict[str, Any]:
    title, _, columns = words.partition("(")
    found = next((one for one in lists() if "@" not in one and _folded(codelist(one).title.ja).partition("(")[0] == title), None)
    if found is None:
        raise DmdError(
            item.row, Text(f"「{item.name}」の形式にある「{title}」というコード一覧はありません", f"there is no code list {title!r}")
        )
    return {"codes": found} | ({"labelled": True} if "名称" in columns else {})


def _core() -> list[Model]:
    return [model for model in models().values() if model.tier == "core" and model.current]


@cache
def _core_items() -> Mapping[tuple[str, str], Field]:
    return {(item.name, item.en): item for model in _core() for item in model.fields}
