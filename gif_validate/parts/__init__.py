"""The core data parts (コアデータパーツ): one module per kind of value, each with a `Part` named ``PART``."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from .part import Part

__all__ = ["Part", "names", "part"]


_HELPERS = {"part", "era", "forms", "placeholder", "coordinate"}


@cache
def names() -> tuple[str, ...]:
    """The names of all parts, in alphabetical order."""
    modules = sorted(info.name for info in iter_modules(__path__) if info.name not in _HELPERS)
    return tuple(modules)


@cache
def part(name: str) -> Part:
    """The part of this name; KeyError where there is none."""
    if name not in names():
        raise KeyError(name)
    found = import_module(f"{__name__}.{name}").PART
    assert isinstance(found, Part)
    return found
