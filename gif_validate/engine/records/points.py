"""Latitude and longitude of one place: where they are swapped, the finding at the latitude says it for both."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...catalogue.finding import Fault
from ...models.model import Field
from ...parts.geography._coordinate import RANGE, are_swapped


def latitude_of(item: Field, fields: Iterable[Field]) -> Field | None:
    """The latitude that belongs to a longitude: the only one, else that of the same name. None for what is no longitude."""
    if item.kind != "longitude":
        return None
    points = [each for each in fields if each.kind in {"latitude", "longitude"}]
    north = [each for each in points if each.kind == "latitude"]
    if len(north) == 1 and len(points) == 2:
        return north[0]
    return next((each for each in north if _plain(each.where) == _plain(item.where)), None)


def _plain(path: str) -> str:
    return re.sub("緯度|経度|lat(itude)?|lon(gitude)?|lng", "", path)


def is_said(fault: Fault, latitude: str, longitude: str) -> bool:
    """True where the fault of a longitude is that of its latitude: the two are swapped."""
    return fault.rule is RANGE and are_swapped(latitude, longitude)
