"""The parts of an Excel workbook as a package: what there is, how parts refer to each other, their elements. ISO/IEC 29500-2.

The parts are read one after another, in one stream each, by a parser that expands no entity and fetches nothing.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from lxml import etree

from ...catalogue.rule import Details, Rule
from ...catalogue.text import Text
from .. import file_rules as rules
from ..table import Trouble

MAX_PART = 1 << 28
"""Bytes that one part may unpack to."""
_READ = 1 << 16
REF = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
"""The reference of a cell: letters of the column, number of the row."""


class PartsError(Exception):
    """The parts cannot be read; ``trouble`` says why."""

    def __init__(self, rule: Rule, details: Details) -> None:
        super().__init__(rule.id)
        self.trouble = Trouble(rule, details=details)


@dataclass(slots=True)
class Bounded:
    """A part as a file that ends in an error where it is too large or declares a document type, which no workbook does."""

    inner: IO[bytes]
    left: int = MAX_PART
    tail: bytes = b""

    def read(self, size: int = _READ) -> bytes:
        block = self.inner.read(size if size > 0 else _READ)
        self.left -= len(block)
        if self.left < 0:
            raise PartsError(rules.TOO_LARGE, {"expected": f"{MAX_PART >> 20} MiB"})
        if b"<!DOCTYPE" in self.tail + block:
            raise PartsError(rules.DAMAGED, {"found": Text("文書型宣言がある", "a document type declaration")})
        self.tail = block[-10:]
        return block


@dataclass(frozen=True, slots=True)
class Package:
    """An open package. `PartsError` is raised where its parts are not those of a workbook."""

    archive: zipfile.ZipFile
    names: frozenset[str]

    @classmethod
    def of(cls, archive: zipfile.ZipFile) -> Package:
        """The package in an archive."""
        return cls(archive, frozenset(archive.namelist()))

    def styles(self) -> str | None:
        """The part with the formats of cells."""
        found = next((target for _, kind, target in self.relations(self._workbook()) if kind == "styles"), None)
        return found if found in self.names else None

    def worksheets(self) -> Iterator[tuple[str, str, str]]:
        """Name, part and visibility of every worksheet that is there."""
        workbook = self._workbook()
        targets = {key: target for key, _, target in self.relations(workbook)}
        listed = []
        for element in self.elements(workbook, "sheet"):
            key = next((value for attribute, value in element.attrib.items() if str(attribute).endswith("}id")), "")
            listed.append((element.get("name", ""), targets.get(str(key), ""), element.get("state", "visible")))
        return ((name, part, state) for name, part, state in listed if part in self.names and "/worksheets/" in f"/{part}")

    def _workbook(self) -> str:
        named = (target for _, kind, target in self.relations("") if kind == "officeDocument")
        found = next((name for name in (*named, "xl/workbook.xml") if name in self.names), None)
        if found is None:
            raise PartsError(rules.DAMAGED, {"found": Text("ブックの本体がない", "no workbook part")})
        return found

    def elements(self, part: str, *tags: str) -> Iterator[etree._Element]:
        """The finished elements of these local names, each freed afterwards."""
        with self.archive.open(part) as inner:
            wanted = tuple(f"{{*}}{tag}" for tag in tags)
            options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
            for _, element in etree.iterparse(Bounded(inner), events=("end",), tag=wanted, **options):
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]

    def relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """The relations of a part: id, kind, the part that it leads to."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.names:
            return
        for element in self.elements(rels, "Relationship"):
            if element.get("TargetMode") != "External":
                target = element.get("Target", "")
                joined = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                yield element.get("Id", ""), element.get("Type", "").rpartition("/")[2], joined


def true(value: str | None) -> bool:
    """A boolean as the parts write it."""
    return value in {"1", "true"}


def number(value: str | None) -> int | None:
    """A number as the parts write it; None for what is none (or is longer than any row number)."""
    return int(value) if value is not None and len(value) <= 9 and value.isascii() and value.isdigit() else None


def column_of(letters: str) -> int:
    """The number of a column from its letters, counted from 0.

    >>> column_of("A"), column_of("AB")
    (0, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
