"""A part: a kind of value with its accepting expressions, its rules and its suggestion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypedDict, Unpack

from ..catalogue.finding import Fault, examples_of
from ..catalogue.rows import Words
from ..catalogue.rule import Details, Look, Rule, Severity, compiled
from ..catalogue.text import Text
from ..characters.rules import SPACES
from .placeholder import SAY_SO, hint, is_value


@dataclass(frozen=True, slots=True)
class Use:
    """A rule as a part uses it: with a narrower look, or a lower severity for a form that the wider reading allows."""

    rule: Rule
    look: Look
    severity: Severity | None = None


Check = Rule | Use
_SPACES = Text("前後に空白があります。", "There are spaces around the value.")


def _always(_: str) -> bool:
    return True


def _accepts(regex: str | None, value: str) -> bool:
    return regex is None or compiled(regex).fullmatch(value) is not None


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """A kind of value.

    ``clean`` and ``valid`` are regular expressions in the subset that Python, RE2, ECMA-262, XPath and XSD share (literals, classes,
    plain groups, alternation, ``{m,n}``): ``clean`` accepts what causes no finding, ``valid`` what causes no error; None accepts anything.
    Where a set is not regular, or is a repertoire, ``clean_too`` and ``valid_too`` say the rest. ``clean_column`` may accept many values
    at once (its second argument says that no character of them is doubtful); where it does not, they are looked at one by one.
    ``checks`` are the rules, the most specific first. ``suggest`` gives the conforming form where it is certain, else None. A value is the
    exact text: nothing is stripped or normalised. ``column_rule`` is said once of a column that holds such values. ``common`` gives the
    common form of a value in another regular form that datasets prescribe (a date as 20170901), right or wrong, and others as they are.
    """

    name: str
    title: Text
    accepts: Text
    checks: tuple[Check, ...]
    examples: tuple[str, ...]
    clean: str | None = None
    valid: str | None = None
    suggest: Callable[[str], str | None] | None = None
    clean_too: Callable[[str], bool] = _always
    valid_too: Callable[[str], bool] = _always
    clean_column: Callable[[Sequence[str], bool], bool] | None = None
    column_rule: Rule | None = None
    common: Callable[[str], str] = str

    def __repr__(self) -> str:
        return f"Part({self.name!r})"

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of this part, the most specific first."""
        used = [check if isinstance(check, Rule) else check.rule for check in self.checks]
        return tuple(dict.fromkeys([*used, *([self.column_rule] if self.column_rule else [])]))

    @property
    def has_regex_only(self) -> bool:
        """True where ``clean`` alone says which values are clean."""
        return self.clean_too is _always

    def is_clean(self, value: str) -> bool:
        """True where `explain` finds nothing."""
        return _accepts(self.clean, value) and self.clean_too(value)

    def is_valid(self, value: str) -> bool:
        """True where `explain` finds no error."""
        return _accepts(self.valid, value) and self.valid_too(value)

    def explain(self, value: str) -> Fault | None:
        """What is wrong with a value: the most specific rule that fires, and the others; None where nothing is.

        >>> from gif_validate.parts import part
        >>> fault = part("date").explain("平成29年9月1日")
        >>> fault.rule.id, fault.suggestion
        ('GIF-DATE-009', '2017-09-01')
        """
        fired = self._fired(value)
        if not fired:
            return None
        rule, details, severity = fired[0]
        also = tuple(dict.fromkeys(other.id for other, _, _ in fired[1:] if other is not rule))
        if "hint" not in details and value.strip(" \t\u3000") != value and rule.about == "form" and rule is not SPACES:
            details = {**details, "hint": _SPACES}
        if rule not in SAY_SO and not is_value(value):
            details = {**details, **hint(value)}
        example = next(filter(self.is_clean, examples_of(rule)), None)
        if example is not None and example != next(examples_of(rule)):
            details = {"example": example, **details}
        return Fault(rule, severity, details, also, self.suggestion(value))

    def suggestion(self, value: str) -> str | None:
        """The conforming form of a value that is not clean, where it is certain."""
        if self.suggest is None:
            return None
        offered = self.suggest(value)
        return offered if offered is not None and offered != value and self.is_clean(offered) else None

    def _fired(self, value: str) -> list[tuple[Rule, Details, Severity]]:
        fired = []
        for check in self.checks:
            rule, look, severity = (check, check.look, None) if isinstance(check, Rule) else (check.rule, check.look, check.severity)
            assert look is not None, rule.id
            details = look(value)
            if details is not None:
                fired.append((rule, details, rule.severity if severity is None else severity))
        return fired


class Traits(TypedDict, total=False):
    """How a part reads its values; see `Part`."""

    clean: str
    valid: str
    suggest: Callable[[str], str | None] | None
    clean_too: Callable[[str], bool]
    valid_too: Callable[[str], bool]
    clean_column: Callable[[Sequence[str], bool], bool]
    column_rule: Rule
    common: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A part still without words."""

    name: str
    traits: Traits

    def says(self, title: Words, accepts: Words, *, checks: tuple[Check, ...], examples: tuple[str, ...]) -> Part:
        """The part with its words, its rules and its examples."""
        return Part(self.name, Text(*title), Text(*accepts), checks=checks, examples=examples, **self.traits)


def kind(name: str, **traits: Unpack[Traits]) -> Kind:
    """A kind of value, as a row: what it is, then what it says. Without ``clean`` or ``valid`` any text will do."""
    return Kind(name, traits)
