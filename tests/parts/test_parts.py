"""Every kind of value: its expressions and its explanations say the same, its suggestions hold."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.discovery import declared
from gif_validate.catalogue.rule import Severity, compiled
from gif_validate.parts import Part, names, part

PARTS = [part(name) for name in names()]
ALPHABET = (
    "0123456789０１９-‐−－ー/／.．:：,;()（）+〒年月日時分午前後平成令和元㍻HRSTM火水木金土祝 　\n\tTZPW#@aZＡａ"
    "カｶがガ゛゙\u0301\u0302\u309a①㈱髙𠮷邊\ue000\u200b\u202e市東京都不明"
)


def agrees(kind: Part, value: str) -> None:
    """clean rejects ⟺ explain finds something; valid rejects ⟺ explain finds an error; suggestions are clean, stable and different."""
    fault = kind.explain(value)
    assert kind.is_clean(value) == (fault is None), (kind.name, value, fault)
    assert kind.is_valid(value) == (fault is None or fault.severity < Severity.ERROR), (kind.name, value, fault)
    if fault is not None and fault.suggestion is not None:
        assert fault.suggestion != value
        assert kind.is_clean(fault.suggestion), (kind.name, value, fault.suggestion)
        assert kind.suggestion(fault.suggestion) is None


@pytest.fixture(params=names())
def kind(request: pytest.FixtureRequest) -> Part:
    return part(request.param)


def test_examples_are_clean(kind: Part) -> None:
    assert kind.examples
    for value in kind.examples:
        assert kind.is_clean(value)


def test_examples_of_all_rules_agree(kind: Part) -> None:
    for rule in declared().values():
        for value in (*rule.good, *rule.bad):
            if isinstance(value, str):
                agrees(kind, value)


@given(value=st.text(ALPHABET, max_size=20))
def test_near_text_agrees(value: str) -> None:
    for kind in PARTS:
        agrees(kind, value)


@given(value=st.text(max_size=30))
def test_any_text_agrees(value: str) -> None:
    for kind in PARTS:
        agrees(kind, value)


@pytest.mark.parametrize("name", [kind.name for kind in PARTS if kind.clean])
@given(data=st.data())
def test_values_of_the_expressions_agree(name: str, data: st.DataObject) -> None:
    kind = part(name)
    value = data.draw(st.one_of([of_regex(regex) for regex in dict.fromkeys((kind.clean, kind.valid)) if regex]))
    agrees(kind, value)
    agrees(kind, data.draw(near(value)))


@cache
def of_regex(regex: str) -> st.SearchStrategy[str]:
    """Values that an expression accepts."""
    return st.from_regex(f"\\A(?:{regex})\\Z", alphabet=st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]))


@st.composite
def near(draw: st.DrawFn, value: str) -> str:
    """A value one edit away."""
    at = draw(st.integers(0, len(value)))
    char = draw(st.sampled_from(ALPHABET))
    return draw(st.sampled_from([value[:at] + char + value[at:], value[:at] + char + value[at + 1 :], value[:at] + value[at + 1 :]]))


def test_expressions_stay_in_the_shared_subset(kind: Part) -> None:
    """Literals, classes, plain groups, alternation and {m,n}: what Python, RE2, ECMA-262, XPath and XSD read alike."""
    for regex in (kind.clean, kind.valid):
        if regex is None:
            continue
        compiled(regex)
        bare = re.sub(r"\[(?:\\.|[^\]\\])*\]", "C", regex)
        bare = re.sub(r"\\[.()+\-/|{}\[\]*?$^\\]", "L", bare)
        assert not re.search(r"\(\?|[*+?$^.\\]", bare), (kind.name, re.search(r"\(\?|[*+?$^.\\]", bare))


@pytest.mark.parametrize(
    "text", ["0" * 100_000, "-" * 100_000, "(0" * 50_000, "0-" * 50_000, "a@" * 50_000, "ア " * 50_000, "1 / " * 25_000]
)
def test_no_text_takes_long(kind: Part, text: str) -> None:
    """Linear time: a hundred thousand hostile characters are judged at once (the whole test has seconds, not hours)."""
    kind.is_clean(text)
    kind.is_valid(text)


@pytest.mark.parametrize(
    ("name", "value"),
    [("latitude", "046.000000000000001"), ("latitude", "90.000000000000000001"), ("longitude", "154.00000000000001")],
)
def test_limits_are_exact(name: str, value: str) -> None:
    """Just above a limit, by less than a float can tell."""
    agrees(part(name), value)
    assert not part(name).is_clean(value)
