"""A set of keys that does not outgrow the memory: beyond a limit it goes on in a temporary database on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

Key = tuple[str, ...]
IN_MEMORY = 1_000_000
"""Keys held in memory; more of them are kept on disk."""
_SEPARATOR = "\x1f"


@dataclass(slots=True)
class KeySet:
    """Keys met so far."""

    limit: int = IN_MEMORY
    _keys: set[Key] = field(default_factory=set)
    _disk: sqlite3.Connection | None = None

    def update(self, keys: Iterable[Key]) -> None:
        """Takes keys in."""
        self._keys.update(keys)
        if len(self._keys) > self.limit:
            self._spill()

    def absent(self, keys: Iterable[Key]) -> set[Key]:
        """Those of the keys that are not in the set."""
        rest = set(keys) - self._keys
        if self._disk is None:
            return rest
        return {key for key in rest if not self._disk.execute("select 1 from keys where key = ?", (_packed(key),)).fetchone()}

    def _spill(self) -> None:
        if self._disk is None:
            # An empty name is a database in a temporary file that nobody else can open.
            self._disk = sqlite3.connect("")
            self._disk.execute("pragma journal_mode = off")
            self._disk.execute("create table keys (key blob primary key) without rowid")
        self._disk.executemany("insert or ignore into keys values (?)", ((_packed(key),) for key in self._keys))
        self._keys.clear()

    def close(self) -> None:
        """Gives the disk back."""
        if self._disk is not None:
            self._disk.close()
            self._disk = None


def _packed(key: Key) -> bytes:
    # Undecodable bytes are lone surrogates, which SQLite takes as bytes only.
    return _SEPARATOR.join(part.replace("\\", "\\\\").replace(_SEPARATOR, "\\s") for part in key).encode("utf-8", "surrogatepass")
