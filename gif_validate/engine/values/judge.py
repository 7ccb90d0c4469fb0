"""What one field says of one value: its part, the dataset's own form, its code list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ...catalogue.finding import Fault
from ...catalogue.rule import Details, Rule, Severity, compiled, without_captures
from ...catalogue.text import Text
from ...characters import profiles
from ...characters.alike import comparable, told_apart
from ...characters.repertoire import named
from ...characters.rules import COMPOSED, NORMALISATION, OUTSIDE, SELECTOR, SPACES
from ...codelists import codes
from ...codelists.history import all_in_force, history, out_of_force
from ...models.basis import as_known, if_missing, is_weak, of_codes, of_form, of_mark
from ...models.model import Field, Form, Model
from ...parts import Part, part, placeholder
from .field_rules import EMPTY, NO_RESULT, NOT_LISTED, OUT_OF_FORCE, OWN_FORM

_OF_REPERTOIRE = {OUTSIDE.id, SELECTOR.id}
"""What the default repertoire says; a field for register forms may hold more."""
_LISTED_AT_MOST = 8
_ONLY_SPACES = Text("空白だけの値です。値がなければ空欄とします。", "There is nothing but spaces. Leave the cell empty.")
_AROUND = Text("前後の空白を取り除きます。", "Remove the spaces around the value.")
_BLANK = " \u3000"
"""The spaces that are no part of a value."""
_UNSEEN = "".join(chr(code) for code in (*range(0x3001), 0xFEFF) if chr(code).isspace() or code in {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF})
"""What is not seen around a value: spaces of every kind, line ends, characters without width."""
_HYPHENS_SEPARATE = {"date", "postal_code", "telephone", "town_id"}
"""Kinds of value of which a hyphen is no part: in others it is a sign, or belongs to a name."""
_NAME_OF_A_THING = "(.{0,}[^旧別略])?(名称|施設名|イベント名|団体名|組織名|法人名|事業名|事業所名|事業者名|学校名|サービス名)|タイトル"
"""Items whose text names the thing that the record is about, or another one."""
_WORTH_COMPILING = 200
"""Values from which on an expression for the whole column pays."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges the values of one field of a model in one serialisation.

    Where the dataset has a form of its own, that form decides; where GIF's form differs, that is an info, and only in standards that are
    mapped to GIF. ``labels`` are the codes of the item's list, ``allowed`` those in force on the day of judgement.
    """

    model: Model
    item: Field
    part: Part
    own: Form | None
    labels: Mapping[str, str] | None
    allowed: frozenset[str] = frozenset()

    @classmethod
    def of(cls, model: Model, item: Field, serialisation: str) -> Judge:
        """The judge of a field."""
        labels: Mapping[str, str] | None = None
        allowed = frozenset[str]()
        if isinstance(item.codes, tuple):
            labels = dict.fromkeys(item.codes, "")
            allowed = frozenset(labels)
        elif item.codes:
            labels, allowed = codes(item.codes), all_in_force(item.codes)
        return cls(model, item, part(_kind_of(item)), item.own_for(serialisation), labels, allowed | {""})

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that this judge applies."""
        of_values = (NOT_LISTED, *((OUT_OF_FORCE,) if self._dated else ())) if self.labels is not None else self.part.rules
        of_item = (profiles.JOYO if self.item.repertoire == "joyo" else profiles.OUTSIDE_PROFILE,) if self.item.repertoire else ()
        return (*of_values, *of_item, *((OWN_FORM,) if self.own else ()), *((EMPTY,) if self.empty() else ()))

    @property
    def _dated(self) -> bool:
        return isinstance(self.item.codes, str) and bool(self.item.codes and history(self.item.codes))

    def accepts_all(self, values: Sequence[str], *, plain: bool) -> bool:
        """True where no value of a column can have a finding, decided at once; empty cells are not judged here.

        ``plain``: no character of the values is one that a rule speaks of.
        """
        if self.labels is not None:
            return set(values) <= self.allowed
        if self.item.repertoire or not _all_have_results(values):
            return all(not value or self.fault(value) is None for value in set(values))
        if self.item.separator:
            return False
        if self.part.clean_column is not None:
            return self.own is None and self.part.clean_column(values, plain)
        if len(values) < _WORTH_COMPILING:
            return all(not value or self.fault(value) is None for value in set(values))
        joined = "\n".join(values)
        if self.part.clean is None or joined.count("\n") != len(values) - 1:
            return all(not value or self.fault(value) is None for value in set(values))
        if not compiled(_column_regex(self.part.clean, self.own.regex if self.own else None)).fullmatch(joined + "\n"):
            return False
        return self.part.has_regex_only or all(self.part.clean_too(value) for value in set(values) if value)

    def fault(self, value: str) -> Fault | None:
        """What is wrong with a value that is not empty."""
        if not self.item.separator:
            return self._one(value)
        for each in value.split(self.item.separator):
            fault = self._one(each)
            if fault is not None:
                return replace(fault, suggestion=None)
        return None

    def _one(self, value: str) -> Fault | None:
        """What is wrong with one value of a cell; a suggestion is offered only where the field takes it."""
        fault = self._said(value)
        if fault is None or fault.suggestion is None or self._takes(fault.suggestion):
            return fault
        return replace(
            fault, suggestion=None, details={"hint": _in_gif(fault.suggestion), **fault.details} if self._has(value) else fault.details
        )

    def _said(self, value: str) -> Fault | None:
        if value in self.item.unknown:
            return None
        if value and not value.strip():
            return Fault(SPACES, SPACES.severity, {"hint": _ONLY_SPACES})
        fault = self._exactly(value)
        inner = value.strip(_UNSEEN)
        return fault if fault is None or not inner or inner == value else self._apart_from_spaces(fault, value, inner)

    def _apart_from_spaces(self, fault: Fault, value: str, inner: str) -> Fault | None:
        """Spaces around a value are one fault for every kind of value, the one that a text has; what is wrong within them says more."""
        spaces = _around(value)
        within_spaces = self._said(inner)
        if within_spaces is not None and within_spaces.severity is not Severity.INFO:
            return replace(within_spaces, also=_with(spaces.rule.id, *within_spaces.also))
        also = tuple(each for each in (fault.rule.id, *fault.also) if each != spaces.rule.id)
        return replace(spaces, also=also, suggestion=inner, breaks=None if fault.rule is spaces.rule else fault.rule)

    def _exactly(self, value: str) -> Fault | None:
        if value[:1] in {"#", "="} and _no_result(value) is not None:
            return Fault(NO_RESULT, NO_RESULT.severity, {}, (), self._unwrapped(value))
        if (apart := self._apart(value)) is not None:
            return apart
        if self.labels is not None:
            return None if value in self.allowed else self._not_listed(value)
        fault = self._of_kind(value)
        return self._known(fault) if self.own is None else self._of_form(value, fault)

    def _of_form(self, value: str, fault: Fault | None) -> Fault | None:
        """What the dataset's own form adds to, or takes from, what the kind says."""
        if self._has(value):
            if fault is None or fault.rule.about == "truth":
                return self._known(fault)
            return self._known(self._beyond_form(value)) or (replace(fault, severity=Severity.INFO) if self.model.gif else None)
        return self._not_in_form(value, fault)

    def _not_in_form(self, value: str, fault: Fault | None) -> Fault:
        """What is wrong with a value that has not the dataset's own form: what the kind says, where that says more."""
        assert self.own is not None
        basis = self.model.basis_of_form(self.item)
        severity = Severity.WARNING if is_weak(basis) else Severity.ERROR
        if fault is not None and self._speaks_first(fault, value, severity):
            offered = fault.suggestion if self._has(fault.suggestion) else self._own_suggestion(value)
            if offered is not None or fault.suggestion is None:
                known = as_known(fault, self.model.basis_of_kind(self.item))
                gravest = max(known.severity, min(severity, fault.severity))
                return replace(known, severity=gravest, also=(*fault.also, OWN_FORM.id), suggestion=offered)
        also = (fault.rule.id, *fault.also) if fault else ()
        details: Details = {"expected": self.own.words, "hint": _joined(of_form(basis), placeholder.hint(value).get("hint"))}
        return Fault(OWN_FORM, severity, details, also, self._own_suggestion(value))

    def _of_kind(self, value: str) -> Fault | None:
        """What the kind of value and the repertoire say."""
        fault = None if self.part.is_clean(value) else self.part.explain(value)
        if self.item.repertoire:
            fault = within(self.item.repertoire, value, fault)
        return fault

    def _known(self, fault: Fault | None) -> Fault | None:
        """The same as firmly as the kind is known."""
        return None if fault is None else as_known(fault, self.model.basis_of_kind(self.item))

    def _apart(self, value: str) -> Fault | None:
        """What is wrong with a value that is right as it looks, but has its marks apart from its letters or a variation selector."""
        if (self.labels is None and self.part.clean is None) or (whole := comparable(value)) == value:
            return None
        if whole not in self.allowed if self.labels is not None else not self.part.is_clean(whole):
            return None
        rule = next((rule for rule in (COMPOSED, SELECTOR, NORMALISATION) if rule.look and rule.look(value) is not None), None)
        details = rule.look(value) if rule and rule.look else None
        return Fault(rule, rule.severity, details or {}, (), whole) if rule else None

    def _unwrapped(self, value: str) -> str | None:
        """The text of a formula that is nothing but a text: \"=\"011002\"\"."""
        inner = value[2:-1] if value.startswith('="') else ""
        return inner if inner and self._is_fine(inner) else None

    def _beyond_form(self, value: str) -> Fault | None:
        """What is wrong with a value in the dataset's own form that would be wrong in the common form too: a day that does not exist."""
        common = self.part.common(value)
        fault = None if common == value else self._of_kind(common)
        return None if fault is None else replace(fault, suggestion=None, details={**fault.details, "example": ""})

    def _has(self, value: str | None) -> bool:
        """True for a value in the dataset's own form."""
        return self.own is not None and value is not None and compiled(self.own.regex).fullmatch(value) is not None

    def _takes(self, suggestion: str) -> bool:
        """True where nothing is said of a suggestion, or only that GIF's form would be another one which this dataset does not take."""
        fault = self._said(suggestion)
        if fault is None:
            return True
        settled = fault.suggestion is None or (self.own is not None and not self._has(fault.suggestion))
        return fault.severity is Severity.INFO and settled

    def _speaks_first(self, fault: Fault, value: str, severity: Severity) -> bool:
        """True where a fault of the kind says more than that the value has not the dataset's own form: what it asks for fits that form.

        Not where the rule forbids what the form takes and the value is made like the form: a time behind a date, where times are given.
        """
        if fault.rule.about == "truth":
            return fault.severity >= severity
        assert self.own is not None
        takes = compiled(self.own.regex).fullmatch
        forbids_its_form = takes(re.sub("[0-9]", "1", value)) and any(isinstance(bad, str) and takes(bad) for bad in fault.rule.bad)
        return fault.severity is Severity.ERROR and not forbids_its_form and any(map(takes, self.part.examples))

    def _own_suggestion(self, value: str) -> str | None:
        """The part's suggestion, as it is or without its hyphens, or the value cut to minutes, where the dataset's own form takes it."""
        offered = (self.part.suggest(value) if self.part.suggest else None) or ""
        joined = offered.replace("-", "") if self.part.name in _HYPHENS_SEPARATE else ""
        for candidate in (offered, joined, offered.removesuffix(":00"), value.removesuffix(":00")):
            if candidate and candidate != value and self._has(candidate) and self._is_fine(candidate):
                return candidate
        return None

    def _is_fine(self, value: str) -> bool:
        fault = self._said(value)
        return fault is None or fault.severity is not Severity.ERROR

    def _not_listed(self, value: str) -> Fault:
        assert self.labels is not None
        gone = out_of_force(self.item.codes, value) if isinstance(self.item.codes, str) else None
        if gone is not None:
            return Fault(OUT_OF_FORCE, OUT_OF_FORCE.severity, {"problem": gone})
        basis = self.model.basis_of_codes(self.item)
        severity = Severity.WARNING if is_weak(basis) else Severity.ERROR
        nearest = _nearest(value, self.labels)
        alike, known = told_apart(value, nearest or _alike(value, self.labels) or value), of_codes(basis)
        details: Details = {"expected": _listed(self.labels), "hint": Text(alike.ja + known.ja, f"{alike.en} {known.en}".strip())}
        return Fault(NOT_LISTED, severity, details, (), nearest)

    def empty(self) -> Fault | None:
        """What is wrong with an empty cell: in a mandatory item whose mark was seen officially an error."""
        if self.item.mark != "must" or self.item.empty == "value":
            return None
        details: Details = {"item": self.item.name, "hint": of_mark(self.model, self.item)}
        return Fault(EMPTY, if_missing(self.model, self.item), details)


def _around(value: str) -> Fault:
    """What a text says of spaces around it: those of the keyboard, or a character that is not seen."""
    found = part("text").explain(value) if value.strip(_BLANK) != value.strip(_UNSEEN) else None
    return found or Fault(SPACES, SPACES.severity, {"hint": _AROUND})


def _joined(first: Text, second: str | Text | None) -> Text:
    """Two hints, one behind the other; a value that stands for a missing one is to be left empty, whatever the form."""
    if not isinstance(second, Text):
        return first
    return Text(first.ja + second.ja, f"{first.en} {second.en}".strip())


def _in_gif(written: str) -> Text:
    return Text(f"GIF の書式では「{written}」です。", f'In the form of GIF: "{written}".')


def _with(known: str, *others: str) -> tuple[str, ...]:
    """Rules with one more, each once."""
    return tuple(dict.fromkeys((*others, known)))


def _kind_of(item: Field) -> str:
    """The kind by which the values of a field are judged: a text whose item is the name of a thing is one, whatever thing it is."""
    return "thing_name" if item.kind == "text" and compiled(_NAME_OF_A_THING).fullmatch(item.name) else item.kind


def within(profile: str, value: str, fault: Fault | None) -> Fault | None:
    """What the repertoire of a field says of a value beside its kind: a wider one takes back what the default says of characters."""
    found = profiles.outside(profile, value)
    if not found:
        taken_back = profile == "mj" and fault is not None and {fault.rule.id, *fault.also} <= _OF_REPERTOIRE
        return None if taken_back else fault
    if fault is not None and fault.severity is Severity.ERROR:
        return fault
    if profile == "joyo":
        return fault or Fault(profiles.JOYO, profiles.JOYO.severity, {"found": "、".join(found)})
    also = (fault.rule.id, *fault.also) if fault else ()
    details: Details = {"expected": profiles.PROFILES[profile].title, "found": named(found)}
    return Fault(profiles.OUTSIDE_PROFILE, profiles.OUTSIDE_PROFILE.severity, details, also)


@cache
def _column_regex(clean: str, own: str | None) -> str:
    """A whole column, one value a line, every value clean (and of the dataset's own form) or empty."""
    ahead = f"(?=(?:{without_captures(own)}|)\n)" if own else ""
    return f"(?:(?>{ahead}(?:{without_captures(clean)}|)\n))*"


def _no_result(value: str) -> Details | None:
    assert NO_RESULT.look is not None
    return NO_RESULT.look(value)


def _all_have_results(values: Sequence[str]) -> bool:
    """True where certainly no value is an Excel error or a formula; most texts have neither sign."""
    text = "".join(values)
    return ("#" not in text and "=" not in text) or all(_no_result(value) is None for value in set(values) if value[:1] in {"#", "="})


def _listed(labels: Mapping[str, str]) -> Text:
    shown = [f"{code}（{label}）" if label else code for code, label in labels.items()]
    more = len(shown) - _LISTED_AT_MOST
    if more <= 0:
        return Text("、".join(shown), ", ".join(shown))
    first = shown[:_LISTED_AT_MOST]
    return Text("、".join(first) + f" ほか{more}件", ", ".join(first) + f" and {more} more")


def _nearest(value: str, labels: Mapping[str, str]) -> str | None:
    """The code that is meant where that is certain: other width, lost leading zeros, or the label written instead of the code."""
    folded = unicodedata.normalize("NFKC", value).strip()
    lengths = {len(code) for code in labels}
    meant = {code for code, label in labels.items() if folded in {code, label} or (label and value.strip() == label)}
    if not meant and len(lengths) == 1 and folded.removesuffix(".0").isdigit():
        meant = {code for code in labels if code == folded.removesuffix(".0").zfill(*lengths)}
    if not meant:
        meant = {code for code in labels if folded.rstrip("りし") == code and not code.isascii()}
    return meant.pop() if len(meant) == 1 else None


def _alike(value: str, labels: Mapping[str, str]) -> str | None:
    """A code that looks the same and is another text."""
    if value.isascii():
        return None
    return next((code for code in labels if len(code) == len(value) and told_apart(value, code).en), None)
