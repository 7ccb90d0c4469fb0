"""Checks across fields that follow from the kinds of the fields alone, so that no definition needs to name them.

A table with one latitude and one longitude, and one prefecture or municipality code, has its points checked against the prefecture; one
with one postal code and one prefecture has the two compared, and one with one municipality code and one prefecture (of one group of items:
所在地_…) these and the name of the municipality. Where a kind occurs more than once it is not known which belong together. An address in
one string is compared with the items of its group that it is joined from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from .model import Agreement, Field


def implied(fields: Iterable[Field], declared: Iterable[Agreement]) -> Iterator[Agreement]:
    """The agreements that the fields imply, without those of a kind that the definition declares itself."""
    fields = tuple(fields)
    by_kind: dict[str, list[str]] = {}
    for item in fields:
        by_kind.setdefault(item.kind, []).append(item.name)
    single = {kind: names[0] for kind, names in by_kind.items() if len(names) == 1}
    named = {agreement.check for agreement in declared}
    if "municipality" not in named and {"municipality_code", "prefecture"} <= single.keys():
        yield from _municipality(single["municipality_code"], single["prefecture"], fields)
    place = {"prefecture": single["prefecture"]} if "prefecture" in single else {}
    if not place and "municipality_code" in single:
        place = {"code": single["municipality_code"]}
    if "coordinates" not in named and place and {"latitude", "longitude"} <= single.keys():
        yield Agreement("coordinates", {"latitude": single["latitude"], "longitude": single["longitude"], **place})
    if "postal_code" not in named and {"postal_code", "prefecture"} <= single.keys():
        yield Agreement("postal_code", {"postal_code": single["postal_code"], "prefecture": single["prefecture"]})
    if "mesh" not in named and {"mesh_code", "latitude", "longitude"} <= single.keys():
        yield Agreement("mesh", {"mesh": single["mesh_code"], "latitude": single["latitude"], "longitude": single["longitude"]})
    if "address" not in named:
        yield from _addresses([item.name for item in fields])


_WHOLE = r"(?:(.*)_)?(?:連結表記|住所|所在地|所在地\(住所\))"
_PARTS = {
    "prefecture": "都道府県名?",
    "municipality": "市区町村(?:名|[(_]郡\\)?)?",
    "town": "町字名?|町名",
    "block": "番地以下",
    "town_and_block": "町字以下",
}
"""Role → how its item is called in the standards; behind the name of the group, or in brackets."""


def _addresses(names: Sequence[str]) -> Iterator[Agreement]:
    """Every address in one string of the items (連結表記, 住所_連結表記, 住所), with its parts; 郡 in the name of a municipality first."""
    plain = {name: unicodedata.normalize("NFKC", name) for name in names}
    for name in names:
        whole = re.fullmatch(_WHOLE, plain[name])
        group = (whole[1] or "") if whole else None
        if group is None:
            continue
        roles = {role: part for role, called in _PARTS.items() if (part := _part_of(group, called, plain))}
        if roles:
            yield Agreement("address", {"address": name, **roles})


def _part_of(group: str, called: str, plain: Mapping[str, str]) -> str:
    """The item of a group that is called so; else of a group whose name is longer or shorter (施設所在地, 所在地); empty where none is."""
    form = re.compile(rf"(?:(.*)_)?(?:{called})|(.*)\((?:{called})\)")
    groups = {name: match[1] or match[2] or "" for name, each in plain.items() if (match := form.fullmatch(each))}
    same = [name for name, each in groups.items() if each == group]
    near = [name for name, each in groups.items() if group and each and (each.endswith(group) or group.endswith(each))]
    return max(same or near, key=lambda name: "郡" in name, default="")


def on_days(agreement: Agreement, fields: Iterable[Field]) -> Agreement:
    """An order of two times of day with the days that stand beside them, so that only times of one day are compared."""
    if agreement.check != "order":
        return agreement
    days = {}
    for role, name in agreement.roles.items():
        stem = _beginning(name)
        beside = [item.name for item in fields if stem and item.kind == "date" and _beginning(item.name) == stem]
        if len(beside) == 1:
            days[f"{role}_day"] = beside[0]
    clocks = all(item.kind not in {"date", "date_time"} for item in fields if item.name in agreement.roles.values())
    return replace(agreement, roles={**days, **agreement.roles}) if clocks and len(days) == 2 else agreement


def _beginning(name: str) -> str:
    """A name up to the word that says start or end; empty where there is none.

    >>> _beginning("申込開始時刻"), _beginning("end_date"), _beginning("名称")
    ('申込開始', 'end', '')
    """
    found = re.match(r".*?(開始|終了|start|end)(?![a-z])", name)
    return found[0] if found else ""


def _municipality(code: str, prefecture: str, fields: Iterable[Field]) -> Iterator[Agreement]:
    """The code of a place and its names. A code outside the group may be that of the publisher."""
    group = prefecture.rpartition("_")[0]
    if code.rpartition("_")[0] == group:
        names = {f"{group}_{name}" if group else name for name in ("市区町村名", "市区町村")}
        there = [item.name for item in fields if item.name in names]
        yield Agreement("municipality", {"code": code, "prefecture": prefecture, **({"municipality": there[0]} if there else {})})
