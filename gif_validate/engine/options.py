"""What the user asks of a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..models.model import Model


@dataclass(frozen=True, slots=True)
class Foreign:
    """The schemas that the user names, each None where there is none."""

    schema: Path | None = None
    shapes: Path | None = None
    xsd: Path | None = None

    def __bool__(self) -> bool:
        return any((self.schema, self.shapes, self.xsd))


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asks of a run. None leaves the choice to the tool."""

    model: Model | None = None
    encoding: str | None = None
    sheet: str | None = None
    max_findings: int = 1000
    require_standard: bool = False
    pattern: str = ""
    """Mandatory pattern that the records declare (``MP02``)."""
    namespace: str = ""
    """Namespace of the terms of GIF in XML and RDF, which has not published one."""
    foreign: Foreign = field(default_factory=Foreign)
    """Schemas that the user brings."""
