"""Which kind of value does a column hold? Learnt from the definitions: what their columns of this name hold, and in what form."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..catalogue.rule import compiled
from ..catalogue.text import Text
from ..parts import part
from .index import models, shared_forms
from .model import Form

BY_VALUES = 0.95
"""The share of the values that must fit for a kind that only the values speak for."""
BY_NAME = 0.8
"""The same where the name of the column speaks for it as well."""
Choice = tuple[str, str]
"""A kind of value and the name of a written form in ``forms.yaml`` (empty for the form of the kind itself)."""

# Kinds that the values alone can show; where two fit, the earlier says more. A bare run of digits is shown by the name only.
_BY_VALUES: tuple[Choice, ...] = (
    ("corporate_number", ""),
    ("municipality_code", ""),
    ("url", ""),
    ("email", ""),
    ("date", ""),
    ("date", "date_hyphens_or_slashes"),
    ("date_time", ""),
    ("time", ""),
    ("time", "hhmm"),
    ("closing_time", "hhmm_end"),
    ("prefecture", ""),
    ("weekday_list", ""),
)
_WITH_A_SIGN: tuple[Choice, ...] = (
    ("postal_code", "postal_code_hyphened"),
    ("telephone", ""),
    ("telephone", "telephone_half_width"),
)
_NUMBERS: tuple[Choice, ...] = (("integer", ""), ("decimal", ""))
_LETTERS: tuple[Choice, ...] = (("kana_name", ""), ("latin", ""))
# These put up with bare digits, two of them with any sign: where the values alone speak, most must have what makes them of the kind.
_MARK = {"kana_name": re.compile("[ァ-ヺ]"), "latin": re.compile("[A-Za-z]"), "date": re.compile("[^0-9]")}
_TIMES: tuple[Choice, ...] = (("time", ""), ("closing_time", "hhmm_end"))
_SIGN = re.compile(r"[-()]")
_CLOCK = re.compile("[0-9０-９][:：∶][0-9０-９]{2}|[0-9０-９]時")


@dataclass(frozen=True, slots=True)
class Inferred:
    """A kind of value, a written form where it is not that of the kind, and how many of the values that are not empty fit."""

    kind: str
    form: str = ""
    fitting: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """The share of the values that fit; 1 where there is none."""
        return self.fitting / self.of if self.of else 1.0

    @property
    def words(self) -> Text:
        """How such values are written."""
        return shared_forms_cached()[self.form].words if self.form else part(self.kind).accepts


def infer(values: Mapping[str, int], name: str = "") -> Inferred:
    """The kind of a column from its distinct values (value → how often) and its header; ``text`` where nothing more can be said."""
    filled = {value: count for value, count in values.items() if value.strip()}
    of = sum(filled.values())
    if not of:
        return Inferred("text")
    named = _named(_key(name))
    for choice in named:
        found = _fit(choice, filled, of)
        if found.share >= BY_NAME:
            return found
    choices = _BY_VALUES + (_WITH_A_SIGN if all(map(_SIGN.search, filled)) else ()) + _NUMBERS
    return _shown(choices, filled, of) or _time(named, filled, of) or _shown(_LETTERS, filled, of) or Inferred("text", "", of, of)


def _shown(choices: Sequence[Choice], values: Mapping[str, int], of: int) -> Inferred | None:
    """The first kind that the values alone show."""
    for choice in choices:
        mark = _MARK.get(choice[0])
        if mark and 2 * sum(count for value, count in values.items() if mark.search(value)) <= of:
            continue
        # Some kinds put up with much and only warn: what the values alone are to show must be written well.
        found = _fit(choice, values, of, well=True)
        if found.share >= BY_VALUES:
            return found
    return None


def _time(named: Sequence[Choice], values: Mapping[str, int], of: int) -> Inferred | None:
    """Times of day, although they are written otherwise (8:30): those that are written well are what fits."""
    kinds = {kind for kind, _ in _TIMES}
    for choice, enough in [*((each, BY_NAME) for each in named if each[0] in kinds), *((each, BY_VALUES) for each in _TIMES)]:
        meant = Counter[str]()
        for value, count in values.items():
            meant[_meant(choice[0], value)] += count
        if _fit(choice, meant, of, well=True).share >= enough:
            return _fit(choice, values, of, well=True)
    return None


def _meant(kind: str, value: str) -> str:
    """The time of day that a value certainly means; the value itself where it means none."""
    return (part(kind).suggestion(value) if _CLOCK.search(value) else None) or value


def _fit(choice: Choice, values: Mapping[str, int], of: int, *, well: bool = False) -> Inferred:
    kind, form = choice
    regex = shared_forms_cached()[form].regex if form else None
    fits = compiled(regex).fullmatch if regex else part(kind).is_clean if well else part(kind).is_valid
    return Inferred(kind, form, sum(count for value, count in values.items() if fits(value)), of)


def _key(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


@cache
def shared_forms_cached() -> Mapping[str, Form]:
    """The forms that definitions may name, read once."""
    return shared_forms()


@cache
def _learnt() -> Mapping[str, Counter[Choice]]:
    """Header → what the definitions say of columns so called."""
    forms = {(form.regex, form.words): name for name, form in shared_forms_cached().items()}
    found: dict[str, Counter[Choice]] = {}
    for model in models().values():
        for item in model.fields:
            own = item.own_for("csv")
            form = forms.get((own.regex, own.words), "") if own else ""
            if (own and not form) or item.separator or (isinstance(item.codes, str) and item.codes):
                continue
            for name in {_key(item.name), *map(_key, item.aliases)}:
                found.setdefault(name, Counter())[item.kind, form] += 1
    return found


def _named(key: str) -> list[Choice]:
    """The kinds that columns of this name have, the most frequent first, and their written forms."""
    return [choice for choice, _ in _learnt().get(key, Counter()).most_common() if choice[0] not in {"text", "free_text"}]
