"""How firmly marks, forms and code lists of a dataset are known, in words. What was not seen officially warns at most, and says so."""

from __future__ import annotations

from dataclasses import replace

from ..catalogue.finding import Fault
from ..catalogue.rule import Severity
from ..catalogue.text import Text
from .model import Basis, Field, Model

_MARK: dict[Basis, Text] = {
    "reported": Text(
        "必須であることは公開資料の記述によります（公式の定義書では未確認）。",
        "That it is mandatory is reported; the official mark was not seen.",
    ),
    "inferred": Text(
        "必須であることは、確認できた同じ系列の表からの推定です。", "That it is mandatory is inferred from tables of the same family."
    ),
    "unknown": Text("必須の印は、公式の定義書では確認できていません。", "The official mark was not seen."),
}
_NOTHING = Text("", "")
_FORM = Text("この書式は、公式の定義書では確認できていません。", "The official form was not seen.")
_KIND = Text("この項目の値の種類は、公式の定義書では確認できていません。", "The official kind of value of this item was not seen.")
_CODES = Text("この選択肢は、公式の定義書では確認できていません。", "The official list was not seen.")


def of_mark(model: Model, item: Field) -> Text:
    """What a finding about a mandatory item says besides; nothing where the mark was seen officially, or is another."""
    return _MARK.get(model.basis_of(item), _NOTHING) if item.mark == "must" else _NOTHING


def if_missing(model: Model, item: Field) -> Severity:
    """How grave it is that a mandatory item is missing: an error only where its mark was seen officially."""
    return Severity.ERROR if model.basis_of(item) == "official" else Severity.WARNING


def if_twice(model: Model) -> Severity:
    """How grave it is that a key stands twice: an error only where the layout is known officially."""
    return Severity.WARNING if model.basis == "reported" or is_weak(model.kind_basis) else Severity.ERROR


def of_form(basis: Basis) -> Text:
    """The same for the written form of an item."""
    return _FORM if is_weak(basis) else _NOTHING


def of_codes(basis: Basis) -> Text:
    """The same for its code list."""
    return _CODES if is_weak(basis) else _NOTHING


def as_known(fault: Fault, basis: Basis) -> Fault:
    """What a kind of value says where it is known that firmly: a kind that was not seen officially warns at most, and says so."""
    if fault.severity is not Severity.ERROR or not is_weak(basis):
        return fault
    said = fault.details.get("hint", _NOTHING)
    hint = said if isinstance(said, Text) else Text(said, said)
    both = Text(hint.ja + _KIND.ja, f"{hint.en} {_KIND.en}".strip())
    return replace(fault, severity=Severity.WARNING, details={**fault.details, "hint": both})


def is_weak(basis: Basis) -> bool:
    """True for what was not seen officially: a deviation warns at most."""
    return basis != "official"
