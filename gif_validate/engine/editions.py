"""From an older standard to the one that took its place: what a file must change."""

from __future__ import annotations

import re

from ..catalogue.report import Findings
from ..catalogue.text import Text
from ..models.index import models
from ..models.model import Model
from ..readers.record import Node
from .standard_rules import OLD_EDITION

_SHOWN = 3
_DTD = re.compile(r"(?i)(?:.*[/\\])?BED([0-9]{2})([0-9]{2})\.DTD")
_BORING = "mlit/boring-log"
_OLD_NAMES = {"土質岩種区分", "岩石土区分", "総掘進長", "掘進角度", "掘進方向"}
"""Elements of borehole logs that DTD 4.00 gave other names."""


def check_edition(model: Model, findings: Findings) -> None:
    """Says so where the standard of a file has a successor."""
    for newer in models().values():
        if newer.predecessor == model.full_id and newer.current:
            findings.say(OLD_EDITION, value=model.full_id, expected=newer.full_id, changes=changes(model, newer))


def other_edition(model: Model, record: Node, doctype: str) -> str:
    """The edition that a document says it has where that is another than the standard's; empty else.

    Borehole logs say it by ``DTD_version`` and by the name of their DTD (``BED0210.DTD``), old ones by elements that have other names now.
    """
    if model.id != _BORING:
        return ""
    dtd = _DTD.fullmatch(doctype)
    said = record.text("@DTD_version").strip() or (f"{int(dtd[1])}.{dtd[2]}" if dtd else "")
    if not said and any(step in _OLD_NAMES for path, _ in record.leaves() for step in path.split("/")):
        return "3.00–"
    return "" if said in {"", model.edition} else said


def changes(old: Model, new: Model) -> Text:
    """What changes from one standard to the next, in words."""
    before = {item.name for item in old.fields}
    kept = before & {item.name for item in new.fields}
    renamed = [f"{item.was[0]}→{item.name}" for item in new.fields if item.was and item.was[0] in before and item.name not in before]
    added = [item.name for item in new.marked("must") if item.name not in before and not before.intersection(item.was)]
    ja = [f"{len(kept)}項目は同じ名称", f"{len(renamed)}項目は名称が変わり（{'、'.join(renamed[:_SHOWN])} など）"]
    en = [f"{len(kept)} items keep their name", f"{len(renamed)} are renamed ({', '.join(renamed[:_SHOWN])} …)"]
    if added:
        ja.append(f"新しい必須項目は {'、'.join(added)}")
        en.append(f"new mandatory items are {', '.join(added)}")
    ja.append(f"全部で{len(new.fields)}項目です")
    en.append(f"{len(new.fields)} items in all")
    return Text("、".join(ja), ", ".join(en))
