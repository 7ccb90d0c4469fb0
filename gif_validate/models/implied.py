"""Checks across fields that follow from the kinds of the fields alone, so that no definition needs to name them.

A table with one latitude and one longitude, and one prefecture or municipality code, has its points checked against the prefecture; one
with one postal code and one prefecture has the two compared. Where a kind occurs more than once it is not known which belong together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .model import Agreement, Field


def implied(fields: Iterable[Field], declared: Iterable[Agreement]) -> Iterator[Agreement]:
    """The agreements that the fields imply, without those of a kind that the definition declares itself."""
    by_kind: dict[str, list[str]] = {}
    for item in fields:
        by_kind.setdefault(item.kind, []).append(item.name)
    single = {kind: names[0] for kind, names in by_kind.items() if len(names) == 1}
    named = {agreement.check for agreement in declared}
    place = {"prefecture": single["prefecture"]} if "prefecture" in single else {}
    if not place and "municipality_code" in single:
        place = {"code": single["municipality_code"]}
    if "coordinates" not in named and place and {"latitude", "longitude"} <= single.keys():
        yield Agreement("coordinates", {"latitude": single["latitude"], "longitude": single["longitude"], **place})
    if "postal_code" not in named and {"postal_code", "prefecture"} <= single.keys():
        yield Agreement("postal_code", {"postal_code": single["postal_code"], "prefecture": single["prefecture"]})
    if "mesh" not in named and {"mesh_code", "latitude", "longitude"} <= single.keys():
        yield Agreement("mesh", {"mesh": single["mesh_code"], "latitude": single["latitude"], "longitude": single["longitude"]})
