"""GIF levels (準拠レベル): what the findings of a file say of LV1, LV2 and LV2s. GIF DS-430 §4.1.

LV1: every value has the common form of the core data parts. LV2: LV1, the item formats of the data model and every mandatory basic item.
LV2s: LV2 in the item hierarchy of the data model, which a flat table does not have.
"""

from __future__ import annotations

from ..catalogue.report import Findings
from ..catalogue.rule import Severity
from ..models.model import Model

_OF_DATA = {"value", "record", "column"}


def has_levels(model: Model) -> bool:
    """True for the core classes: their definitions are the data model that LV2 speaks of."""
    return model.gif and model.tier == "core"


def reached(model: Model, findings: Findings, *, nested: bool, whole: bool = True) -> dict[str, bool | None]:
    """The levels that a file reaches; None where a level does not apply, or where the file could not be read as a whole.

    Any error of the data that names no level of its own breaks the item formats of the data model, and so LV2; that a value must not be
    passed on (a private rule) says nothing of its form.
    """
    lv1: bool | None = "LV1" not in findings.failed_levels if model.gif else None
    if lv1 and not whole:
        lv1 = None
    if not has_levels(model):
        return {"LV1": lv1, "LV2": None, "LV2s": None}
    errors = [group for group in findings.groups.values() if group.severity is Severity.ERROR and not group.rule.private]
    formats = not any(_is_of_data(group.first[0].level, group.rule.scope) for group in errors)
    lv2 = formats and "LV2" not in findings.failed_levels and "LV1" not in findings.failed_levels
    lv2s = lv2 and "LV2s" not in findings.failed_levels
    unsure = not whole
    return {"LV1": lv1, "LV2": None if lv2 and unsure else lv2, "LV2s": (None if lv2s and unsure else lv2s) if nested else None}


def _is_of_data(level: str | None, scope: str) -> bool:
    return level != "LV2s" and scope in _OF_DATA
