"""What the user asks of a run."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..models.model import Model
from .foreign.schemas import Foreign


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
