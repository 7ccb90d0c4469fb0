"""Every rule and every kind of value there is, loaded from the modules that declare them.

The modules stand in a generated index, ``modules.json`` (``python shapes/build.py``; a test fails where it is stale): at run time nothing
walks folders, and what is asked for is all that is imported.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from .rule import Rule

PATH = Path(__file__).with_name("modules.json")
_PACKAGE = __package__.rpartition(".")[0]


@cache
def modules() -> Mapping[str, Mapping[str, str]]:
    """``parts``: kind of value → its module; ``rules``: rule id → its module, by their dotted names inside the package."""
    found: Mapping[str, Mapping[str, str]] = json.loads(PATH.read_text(encoding="utf-8"))
    return found


def loaded(module: str) -> object:
    """A module by its dotted name inside the package."""
    return import_module(f"{_PACKAGE}.{module}")


@cache
def declared() -> Mapping[str, Rule]:
    """Rule id → rule, in alphabetical order of the ids."""
    places = modules()["rules"]
    found = {each.id: each for module in dict.fromkeys(places.values()) for each in vars(loaded(module)).values() if isinstance(each, Rule)}
    return {name: found[name] for name in places}
