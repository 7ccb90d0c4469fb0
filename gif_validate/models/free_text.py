"""Why an item is free text: the reasons are data (``shapes/free_text.yaml``), found by the name of the item.

An item is free text where nothing checks more than its characters: no kind of value, no form of its own, no list, no nested model.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import yaml

from ..catalogue.text import Text
from ..resources import data
from .model import Field, Model

_PATH = "free_text.yaml"
_STEPS = re.compile("[_/-](?=[^_/-])")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why items of these names are free text. ``although``: it holds for names that say a date, a number or the like as well."""

    id: str
    words: Text
    items: re.Pattern[str]
    models: re.Pattern[str]
    although: bool = False


@cache
def reasons() -> tuple[Reason, ...]:
    """The reasons in their order: the first that fits is the one."""
    rows = yaml.safe_load((data("shapes") / _PATH).read_text(encoding="utf-8"))
    return tuple(
        Reason(
            row["reason"],
            Text(row["ja"], row["en"]),
            re.compile("|".join(f"(?:{each})" for each in row["items"])),
            re.compile(row.get("in", ".*")),
            row.get("although", False),
        )
        for row in rows
    )


def is_free(item: Field) -> bool:
    """True where nothing checks more of a value than its characters."""
    return item.kind in {"text", "free_text"} and not (item.own or item.codes or item.model or item.label_of)


def reason(model: Model, item: Field) -> Reason | None:
    """Why an item is free text; None where no reason fits its name."""
    names = _names(item)
    return next((each for each in reasons() if each.models.fullmatch(model.id) and any(map(each.items.fullmatch, names))), None)


def said(item: Field) -> str:
    """What the name of an item says by itself: the last step of its path, full-width signs folded."""
    return _names(item)[-1]


def _names(item: Field) -> tuple[str, ...]:
    name = unicodedata.normalize("NFKC", item.label or item.name)
    return name, _STEPS.split(name)[-1]
