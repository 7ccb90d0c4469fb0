"""Where the prefectures lie: the extreme points that GSI publishes, islands included, from codelists/prefecture-boxes.csv."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from . import rows

LIST = "prefecture-boxes"
MARGIN = Decimal("0.1")
"""Degrees allowed on each side: piers, bridges and buoys, old datums (0.003), and rounded coordinates."""


@dataclass(frozen=True, slots=True)
class Box:
    """The least rectangle of latitudes and longitudes that holds a prefecture, in degrees, without the margin."""

    west: Decimal
    south: Decimal
    east: Decimal
    north: Decimal

    def holds(self, latitude: Decimal, longitude: Decimal) -> bool:
        """True for a point in the rectangle or within the margin of it."""
        in_latitude = self.south - MARGIN <= latitude <= self.north + MARGIN
        return in_latitude and self.west - MARGIN <= longitude <= self.east + MARGIN


@cache
def boxes() -> Mapping[str, Box]:
    """Full name of a prefecture → its box."""
    sides = ("west", "south", "east", "north")
    return {row["name_ja"]: Box(*(Decimal(row[side]) for side in sides)) for row in rows(LIST)}


@cache
def prefecture_of_code(two: str) -> str:
    """The full name for the first two digits of a municipality code; empty where there is no such prefecture."""
    return next((row["name_ja"] for row in rows(LIST) if row["code"] == two), "")
