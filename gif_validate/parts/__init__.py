"""The core data parts (コアデータパーツ): one module per kind of value, each with a `Part` named ``PART``."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from .part import Part

__all__ = ["Part", "names", "part"]


@cache
def names() -> tuple[str, ...]:
    """The names of all parts, in alphabetical order: the modules of this package that declare one; the others are shared helpers."""
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("*.py") if "\nPART = " in path.read_text(encoding="utf-8")))


@cache
def part(name: str) -> Part:
    """The part of this name; KeyError where there is none."""
    if name not in names():
        raise KeyError(name)
    found = import_module(f"{__name__}.{name}").PART
    assert isinstance(found, Part)
    return found
