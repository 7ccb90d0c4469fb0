"""What is raised for a definition or code list that cannot be used. By itself, so that catching it does not load what reads them."""

from __future__ import annotations

from .text import Text


class DefinitionError(Exception):
    """A definition or code list that cannot be used: where, and why, in both languages."""

    def __init__(self, file: str, line: int, why: Text) -> None:
        super().__init__(f"{file}:{line}: {why.en} / {why.ja}")
        self.file = file
        self.line = line
        self.why = why
