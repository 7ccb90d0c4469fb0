"""Records: what every reader gives in the end, a tree of nodes whose leaves know their text, their type and their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from ..catalogue.finding import NOWHERE, Place

State = Literal["absent", "empty", "nil", "value", "faulty"]
"""absent: not there at all · empty: there without text · nil: said to have no value (JSON null, xsi:nil) · value: has text ·
faulty: there, but the reader has reported that it cannot be read as it stands (NaN, half a surrogate pair, mixed content …)."""
SourceType = Literal["text", "number", "boolean", "null", "iri"]
"""What the source says the value is; a table knows only text."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value as it stands in its source: the exact text, never normalised."""

    text: str
    place: Place = NOWHERE
    type: SourceType = "text"
    datatype: str = ""
    lang: str = ""
    state: State = "value"


@dataclass(slots=True)
class Node:
    """A record or a part of one: children by field, each field once or more often, in the order of the source."""

    model: str = ""
    pattern: str = ""
    place: Place = NOWHERE
    children: dict[str, list[Node | Leaf]] = field(default_factory=dict)

    def leaves(self, path: str = "") -> Iterator[tuple[str, Leaf]]:
        """All leaves below, each with its path without indexes (``画像/URL``), in order."""
        for name, children in self.children.items():
            below = f"{path}/{name}" if path else name
            for child in children:
                if isinstance(child, Leaf):
                    yield below, child
                else:
                    yield from child.leaves(below)

    def text(self, path: str) -> str:
        """The text of the first leaf at a path; empty where there is none."""
        return next((leaf.text for at, leaf in self.leaves() if at == path), "")
