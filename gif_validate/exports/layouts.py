"""The page of all layouts (``docs/layouts.md``): how much of each is checked, and why the rest is free text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from .. import parts
from ..models.free_text import is_free, reason, reasons
from ..models.model import Field, Model

_HEAD = """# What the layouts check

Generated from `shapes/definitions` by `shapes/build.py`.

- **typed**: the values have a kind of value (`gif-validate list parts`) or a written form of their own; **listed**: a code list, or the
  label of a code; **nested**: a record of another model; **free**: only the characters are checked, for the reasons counted at the end.
- **must**: mandatory items. A layout without one has a document that marks none; **marks** says how firmly the marks are known,
  **kinds** the same for the kinds of value: what was not seen officially warns at most. With two words some items differ from the rest.
"""


def written(layouts: Iterable[Model]) -> str:
    """The page: the reasons, one row a layout, the kinds that no layout names."""
    found = sorted((each for each in layouts if each.fields), key=lambda each: each.full_id)
    return "\n".join([_HEAD, *_reasons(found), "", *_table(found), "", *_unused(found), ""])


def _reasons(found: Iterable[Model]) -> Iterator[str]:
    counts = Counter(why.id for model in found for item in model.fields if is_free(item) and (why := reason(model, item)))
    yield "## Reasons for free text"
    yield ""
    yield "| reason | items | 日本語 | English |"
    yield "|---|---|---|---|"
    for each in reasons():
        yield f"| {each.id} | {counts[each.id]} | {each.words.ja} | {each.words.en} |"


def _table(found: Iterable[Model]) -> Iterator[str]:
    yield "## Layouts"
    yield ""
    yield "| layout | title | items | typed | listed | nested | free | must | marks | kinds | reasons |"
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    yield from map(_row, found)


def _row(model: Model) -> str:
    groups = Counter(map(_group, model.fields))
    why = Counter(each.id for item in model.fields if is_free(item) and (each := reason(model, item)))
    cells = [
        f"`{model.full_id}`",
        model.title.ja,
        len(model.fields),
        *(groups[group] for group in ("typed", "listed", "nested", "free")),
        sum(1 for _ in model.marked("must")),
        _both(model.basis, (model.basis_of(item) for item in model.fields)),
        _both(model.kind_basis, (model.basis_of_kind(item) for item in model.fields if _group(item) == "typed")),
        ", ".join(f"{name} {count}" for name, count in why.most_common()),
    ]
    return f"| {' | '.join(str(cell).replace('|', '&#124;') for cell in cells)} |"


def _both(basis: str, of_items: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys([basis, *sorted(set(of_items))]))


def _group(item: Field) -> str:
    if item.model:
        return "nested"
    if item.codes or item.label_of:
        return "listed"
    return "free" if is_free(item) else "typed"


def _unused(found: Iterable[Model]) -> Iterator[str]:
    used = {item.kind for model in found for item in model.fields}
    yield "## Kinds of value that no layout names"
    yield ""
    yield "| kind | | why |"
    yield "|---|---|---|"
    for name in parts.names():
        if name not in used:
            yield f"| `{name}` | {parts.part(name).title.ja} | {UNUSED[name]} |"


UNUSED = {
    "thing_name": "text items called 名称, 施設名, イベント名 … are judged as this kind by their name",
    "control_number": "check digits of numbers that an organisation gives itself (DS-433); the layouts name no such number",
    "day_list": "for a column of one's own; the layouts write days in words or as a code list",
    "duration": "the layouts state no length in years, months and days",
    "geojson_position": "a position inside GeoJSON; the layouts are tables with a latitude and a longitude",
    "individual_number": "never part of published data; asked wherever a column or a value looks like one",
    "invoice_number": "registration numbers of invoices are judged where a column is named so (`--kind`); no layout has one",
    "iso6709": "a position in one text; the layouts have a latitude and a longitude",
    "mj_name": "names of characters; layouts hold the characters themselves",
    "month_code": "GIF prints the months as a code list; no layout has an item for them",
    "real_estate_number": "the core class of land has no item for it",
    "recurrence_code": "the layouts write a rhythm in words",
    "season_code": "GIF prints the seasons as a code list; no layout has an item for them",
    "spatial_id": "no layout has an item for it",
    "target_time": "GIF prints it as a code list; no layout has an item for it",
    "ten_day_code": "GIF prints it as a code list; no layout has an item for it",
    "time_band_code": "DMD types 利用可能日時式 as free text",
    "vertical_reference_system": "no layout has an item for it",
    "weekday": "the layouts write weekdays together (月火水)",
    "weekday_code": "the layouts write weekdays as 月火水",
    "weekday_code_list": "the layouts write weekdays as 月火水",
}
"""Kind of value → why no layout names it."""
