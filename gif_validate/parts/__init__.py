"""The core data parts (コアデータパーツ): one module per kind of value, each with a `Part` named ``PART``, in rooms by subject."""

from __future__ import annotations

from functools import cache

from ..catalogue.discovery import loaded, modules
from .part import Part

__all__ = ["Part", "names", "part"]


@cache
def names() -> tuple[str, ...]:
    """The names of all parts, in alphabetical order."""
    return tuple(modules()["parts"])


@cache
def part(name: str) -> Part:
    """The part of this name; KeyError where there is none."""
    found = getattr(loaded(modules()["parts"][name]), "PART")  # noqa: B009
    assert isinstance(found, Part)
    return found
