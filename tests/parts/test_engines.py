"""The expressions of the parts mean the same in five engines: Python, RE2, ECMA-262, XPath and XSD, and take linear time in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pytest
import re2
import regress
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from saxonche import PySaxonProcessor

from gif_validate.catalogue.rule import compiled
from gif_validate.models.index import shared_forms
from gif_validate.parts import names, part
from tests.parts.test_parts import ALPHABET, near

Engine = Callable[[str], bool]
_XML = st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="v"><xs:simpleType>
<xs:restriction base="xs:string"><xs:pattern value="{}"/></xs:restriction></xs:simpleType></xs:element></xs:schema>"""
XPATH = "declare variable $v external; declare variable $r external; matches($v, $r)"


def _expressions() -> Mapping[str, str]:
    found = {f"{name}.{side}": getattr(part(name), side) for name in names() for side in ("clean", "valid")}
    found |= {f"forms.{name}": form.regex for name, form in shared_forms().items()}
    return {name: regex for name, regex in found.items() if regex is not None}


EXPRESSIONS = _expressions()


@cache
def _saxon() -> Any:
    processor = PySaxonProcessor(license=False)
    executable = processor.new_xpath_processor()
    executable.declare_variable("v")
    executable.declare_variable("r")
    return processor, executable


@cache
def engines(regex: str) -> Mapping[str, Engine]:
    """The engines with this expression, anchored at both ends."""
    escaped = regex.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    schema = etree.XMLSchema(etree.fromstring(SCHEMA.format(escaped)))
    google = re2.compile(f"(?:{regex})")
    ecma = regress.Regex(f"^(?:{regex})$", flags="u")

    def xsd(value: str) -> bool:
        element = etree.Element("v")
        element.text = value
        return bool(schema.validate(element))

    def xpath(value: str) -> bool:
        processor, executable = _saxon()
        executable.set_parameter("v", processor.make_string_value(value))
        executable.set_parameter("r", processor.make_string_value(f"^({regex})$"))
        return bool(executable.effective_boolean_value("matches($v, $r)"))

    return {
        "re": lambda value: compiled(regex).fullmatch(value) is not None,
        "RE2": lambda value: google.fullmatch(value) is not None,
        "ECMA-262": lambda value: ecma.find(value) is not None,
        "XSD": xsd,
        "XPath": xpath,
    }


@pytest.mark.parametrize("name", EXPRESSIONS)
@settings(max_examples=max(10, (settings.default or settings()).max_examples // 6))
@given(data=st.data())
def test_engines_agree(name: str, data: st.DataObject) -> None:
    regex = EXPRESSIONS[name]
    value = data.draw(st.from_regex(f"\\A(?:{regex})\\Z", alphabet=_XML))
    for candidate in (value, data.draw(near(value)), data.draw(st.text(ALPHABET, max_size=8))):
        if any(ord(char) < 0x20 for char in candidate):
            continue
        answers = {engine: accepts(candidate) for engine, accepts in engines(regex).items()}
        assert len(set(answers.values())) == 1, (regex, candidate, answers)


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_hostile_text_takes_linear_time(name: str) -> None:
    """A hundred kilobytes; XPath and XSD are left out, whose own engines take other bounds."""
    for text in ("0" * 100_000, "0-" * 50_000, "a@" * 50_000, "ア " * 50_000, "1 / " * 25_000, "(0" * 50_000):
        answers = {engine: engines(EXPRESSIONS[name])[engine](text) for engine in ("re", "RE2", "ECMA-262")}
        assert len(set(answers.values())) == 1, answers
