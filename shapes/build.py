"""Writes what is generated from the sources: shapes/index.json, the exports of the core classes, the states in catalogue/rules.csv,
docs/layouts.md and the index of modules (catalogue/modules.json).

Run after changing a definition or a rule; the tests fail where a generated file is stale.
"""

from __future__ import annotations

import ast
import csv
import inspect
import io
import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

import gif_validate
from gif_validate.catalogue import discovery
from gif_validate.catalogue.discovery import declared
from gif_validate.catalogue.rule import Rule
from gif_validate.catalogue.table import PATH as RULES
from gif_validate.exports import layouts
from gif_validate.exports.languages import committed
from gif_validate.models.index import built, definitions
from gif_validate.parts import Part, names
from gif_validate.resources import data

_LAYOUTS = Path(__file__).parent.parent / "docs" / "layouts.md"
_COLUMNS = (
    "id",
    "state",
    "alias_of",
    "title_ja",
    "title_en",
    "document",
    "section",
    "strength",
    "scope",
    "reason_ja",
    "reason_en",
)


def module_index() -> str:
    """modules.json: where each kind of value and each rule is declared, found by walking the package."""
    parts: dict[str, str] = {}
    rules: dict[str, str] = {}
    for info in walk_packages(gif_validate.__path__, "gif_validate."):
        if info.name == "gif_validate.__main__":
            continue
        module = import_module(info.name)
        name = info.name.partition(".")[2]
        if isinstance(vars(module).get("PART"), Part):
            parts[info.name.rpartition(".")[2]] = name
        for rule in _own(module):
            assert rules.setdefault(rule.id, name) == name, f"two rules are declared as {rule.id}"
    return json.dumps({"parts": dict(sorted(parts.items())), "rules": dict(sorted(rules.items()))}, indent=1) + "\n"


def _own(module: ModuleType) -> Iterator[Rule]:
    """The rules that a module declares; those that it imports are declared elsewhere."""
    imports = (each for each in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(each, ast.ImportFrom))
    imported = {alias.asname or alias.name for each in imports for alias in each.names}
    yield from (value for name, value in vars(module).items() if isinstance(value, Rule) and name not in imported)


def rule_table() -> str:
    """rules.csv with the states as the code has them, and a line for every rule that the sources do not name."""
    with RULES.open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    rules = declared()
    for name, row in rows.items():
        if name in rules:
            _declared(row, rules[name])
        elif row["state"] == "checked":
            row["state"] = "planned"
    for name, rule in rules.items():
        rows.setdefault(name, _declared(dict.fromkeys(_COLUMNS, "") | {"id": name, "strength": "ours"}, rule))
    rows = {name: row for name, row in rows.items() if row["strength"] != "ours" or name in rules}
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows.values())
    return text.getvalue()


def _declared(row: dict[str, str], rule: Rule) -> dict[str, str]:
    row["state"] = "undecidable" if rule.undecidable else "checked"
    row["title_ja"], row["title_en"] = rule.title
    row["document"], row["section"], row["scope"] = rule.clause.document, rule.clause.section, rule.scope
    if rule.undecidable:
        row["reason_ja"], row["reason_en"] = rule.undecidable
    return row


def generated() -> dict[Path, str]:
    """Generated file → what it should hold."""
    return {
        discovery.PATH: module_index(),
        data("shapes") / "index.json": built(),
        RULES: rule_table(),
        _LAYOUTS: layouts.written(definitions()),
        **committed(),
    }


def main() -> None:
    """Writes the files; the index of modules first, since the others look rules up in it."""
    discovery.PATH.write_text(module_index(), encoding="utf-8", newline="\n")
    for remembered in (discovery.modules, declared, names):
        remembered.cache_clear()
    for path, text in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()
