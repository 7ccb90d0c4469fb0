"""Which Excel wrote an .xls file, by its record BOF ([MS-XLS] §2.4.21): the text of versions before 97 has an encoding of its own."""

from __future__ import annotations

import re

from ..source import Source

_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ALONE = {
    b"\x09\x00\x04\x00": "Excel 2 (BIFF2)",
    b"\x09\x02\x06\x00": "Excel 3 (BIFF3)",
    b"\x09\x04\x06\x00": "Excel 4 (BIFF4)",
    b"\x09\x08\x08\x00\x00\x05": "Excel 5.0/95 (BIFF5)",
}
"""How a file without a container begins."""
# The record of the workbook: number, length, version 5 or 6, kind 5. A stream in the container begins at a multiple of 64 bytes.
_RECORD = re.compile(b"\x09\x08[\x06-\x20]\x00\x00([\x05\x06])\x05\x00")
_STEP = 64


def old_version(source: Source) -> str | None:
    """The name of the version where a workbook was written before Excel 97; None for later ones and for all other files."""
    head = source.head()
    for mark, name in _ALONE.items():
        if head.startswith(mark):
            return name
    if not head.startswith(_CONTAINER):
        return None
    versions = set(_versions(source))
    return "Excel 5.0/95 (BIFF5)" if versions == {5} else None


def _versions(source: Source) -> list[int]:
    """The versions of all workbook records in a container; files for two versions of Excel have two."""
    found: list[int] = []
    for block in source.blocks():
        # Blocks are a multiple of the step long, so that no record at such a place is cut.
        found += (match[1][0] for match in _RECORD.finditer(block) if match.start() % _STEP == 0)
    return found
