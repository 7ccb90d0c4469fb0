"""Where the data of the package are: inside an installed wheel, or beside the package in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def data(room: str) -> Path:
    """The folder ``shapes`` or ``codelists``."""
    installed = _PACKAGE / "data" / room
    return installed if installed.is_dir() else _PACKAGE.parent / room
