"""Every rule there is, found where it is declared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from .rule import Rule

ROOMS = ("characters", "readers", "parts", "models", "engine", "readability")
"""The packages that declare rules. Rules are module-level constants; nothing registers them."""


@cache
def declared() -> Mapping[str, Rule]:
    """Rule id → rule, in alphabetical order of the ids."""
    root = __package__.rpartition(".")[0]
    found: dict[str, Rule] = {}
    for room in ROOMS:
        package = import_module(f"{root}.{room}")
        modules = [
            package,
            *(import_module(f"{package.__name__}.{info.name}") for info in iter_modules(package.__path__)),
        ]
        for module in modules:
            for value in vars(module).values():
                if isinstance(value, Rule):
                    other = found.setdefault(value.id, value)
                    assert other is value, f"two rules are declared as {value.id}"
    return dict(sorted(found.items()))
