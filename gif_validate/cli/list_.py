"""``gif-validate list``: what this version knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from ..catalogue.layout import columns
from ..catalogue.report import safe_json
from ..catalogue.text import Text
from . import options
from .help import Command
from .language import say

Entry = dict[str, Any]


def command() -> click.Command:
    """The command with its help in the language of this run."""

    @click.command(
        "list",
        cls=Command,
        short_help=say("標準・規則などの一覧", "list standards, rules …"),
        help=say(
            "扱える標準（standards）、データモデルと表（models）、値の種類（parts）、規則（rules）、コード表（codelists）を一覧にします。",
            "Lists the standards, models, parts (kinds of value), rules or codelists that this version knows.",
        ),
        epilog=say("例：gif-validate list rules --format json", "Example: gif-validate list rules --format json"),
    )
    @click.argument("what", type=click.Choice(list(_LISTS)))
    @options.table_format()
    @options.lang()
    def list_(what: str, form: str) -> int:
        entries = _LISTS[what]()
        if form == "json":
            options.put(safe_json(entries, indent=2) + "\n", None)
            return 0
        rows = [(str(entry["id"]), str(entry.get("state", "")), _shown(entry, what)) for entry in entries]
        if not any(row[1] for row in rows):
            rows = [(row[0], "", row[2]) for row in rows]
        table = columns([tuple(cell for cell in row if cell) if not row[1] else row for row in rows])
        options.put(table + (_undefined() if what == "standards" else ""), None)
        return 0

    return list_


def _shown(entry: Entry, what: str) -> str:
    """The title in the language of this run; a model by both of its names."""
    title = entry["title"]
    other = title["en" if say.lang == "ja" else "ja"]
    both = what == "models" and other != title[say.lang]
    return f"{title[say.lang]} / {other}" if both else str(title[say.lang])


def _undefined() -> str:
    """The standards without a definition of columns, and why."""
    from ..models.without_columns import without_columns

    heading = say("列の定義がないもの", "Without a definition of columns")
    return f"\n{heading}\n" + "".join(f"  {each.title.pick(say.lang)}\n    {each.reason.pick(say.lang)}\n" for each in without_columns())


def _entry(name: str, kind: str, tier: str | None, title: Text, **more: Any) -> Entry:
    return {"id": name, "kind": kind, "tier": tier, "title": title.as_dict(), **more}


def standards() -> list[Entry]:
    """Every definition."""
    from ..models.index import models

    return [
        _entry(model.full_id, model.kind, model.tier, model.title, items=len(model.fields), current=model.current)
        for model in models().values()
    ]


def models() -> list[Entry]:
    """The definitions that describe records: kinds model and table."""
    return [entry for entry in standards() if entry["kind"] in {"model", "table"}]


def parts() -> list[Entry]:
    """The kinds of value."""
    from ..parts import names, part

    return [
        _entry(
            name,
            "part",
            "core",
            part(name).title,
            accepts=part(name).accepts.as_dict(),
            rules=[rule.id for rule in part(name).rules],
        )
        for name in names()
    ]


def rules() -> list[Entry]:
    """Every rule id, with its state: checked, undecidable, planned, alias."""
    from ..catalogue.discovery import declared
    from ..catalogue.table import entries

    found = []
    for entry in entries().values():
        rule = declared().get(entry.id)
        title = rule.title if rule else entry.title
        severity = rule.severity.label if rule else None
        found.append(_entry(entry.id, "rule", None, title, state=entry.state, severity=severity, alias_of=list(entry.alias_of)))
    return found


def codelists() -> list[Entry]:
    """The code lists."""
    from ..codelists import codelist, codes, names

    found = []
    for name in names():
        described = codelist(name)
        found.append(_entry(name, "codelist", None, described.title, version=described.version, codes=len(codes(name))))
    return found


_LISTS: dict[str, Callable[[], list[Entry]]] = {
    "standards": standards,
    "models": models,
    "parts": parts,
    "rules": rules,
    "codelists": codelists,
}
