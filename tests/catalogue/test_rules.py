"""Every rule is complete: both languages, a clause, examples that run; the table of ids is true."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from gif_validate.catalogue.discovery import declared
from gif_validate.catalogue.documents import DOCUMENTS
from gif_validate.catalogue.finding import message
from gif_validate.catalogue.rule import Rule, Severity
from gif_validate.catalogue.table import entries, resolve
from gif_validate.parts import names, part

RULES = list(declared().values())
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


@pytest.fixture(params=RULES, ids=lambda rule: rule.id)
def rule(request: pytest.FixtureRequest) -> Rule:
    found: Rule = request.param
    return found


def test_has_words_in_both_languages(rule: Rule) -> None:
    for text in (rule.title, rule.message):
        assert JAPANESE.search(text.ja) or "{problem}" in text.ja
        assert re.search("[A-Za-z]{3}", text.en)
        assert set(re.findall(r"{\w+}", text.ja)) == set(re.findall(r"{\w+}", text.en))
    assert not JAPANESE.search(re.sub("[（）].*|年月日|町字ID|代表|曜日|内線|http|不明|同上|都道府県|〒|㈱|～|－", "", rule.title.en))


def test_has_a_clause(rule: Rule) -> None:
    document = DOCUMENTS[rule.clause.document]
    assert document.title.ja
    assert document.title.en
    assert rule.clause.section or rule.clause.document == "dataset"


def test_has_good_and_bad_examples(rule: Rule) -> None:
    assert rule.good
    assert rule.bad


def test_rules_of_withdrawn_guides_warn_at_most(rule: Rule) -> None:
    if rule.clause.status == "withdrawn" and rule.id.startswith("GIF-"):
        assert rule.severity <= Severity.WARNING


def test_good_examples_pass_and_bad_examples_fail(rule: Rule) -> None:
    for value in rule.good:
        assert _answer(rule, value) in (None, "not asked"), value
    for value in rule.bad:
        assert _answer(rule, value) is not None, value


def _answer(rule: Rule, value: object) -> object:
    if isinstance(value, str):
        return rule.look(value) if rule.look else "not asked"
    assert isinstance(value, dict)
    return rule.compare(value) if rule.compare else "not asked"


def test_every_message_can_be_said(rule: Rule) -> None:
    for value in rule.bad:
        details = _answer(rule, value)
        if isinstance(details, dict):
            for lang in ("ja", "en"):
                said = message(rule, value if isinstance(value, str) else None, details, lang)
                assert said
                assert "{" not in said.replace(str(value), "")


def test_rules_that_judge_values_belong_to_a_part() -> None:
    used = {rule.id for name in names() for rule in part(name).rules}
    asked = {rule.id for rule in RULES if rule.look and rule.scope == "value"}
    assert asked <= used


def test_ids_of_the_table() -> None:
    families = Counter(name.split("-")[0] if not name.startswith("GIF-") else "GIF" for name in entries())
    assert families["GIF"] == 162 + 44 + 119 + 135
    assert families["DA"] == 30
    assert families["MIC"] == 15
    assert set(declared()) <= set(entries())


def test_states_of_the_table() -> None:
    for entry in entries().values():
        assert entry.title.ja
        assert entry.title.en
        if entry.alias_of:
            assert entry.state == "alias"
            assert all(name in entries() and not entries()[name].alias_of for name in entry.alias_of)
        elif entry.state == "undecidable":
            assert entry.reason
            assert entry.reason.ja
            assert entry.reason.en
        else:
            assert entry.state == ("checked" if entry.id in declared() else "planned")


def test_aliases_resolve() -> None:
    assert resolve("GIF-DAT-001") == ("GIF-DATE-001", "GIF-DATE-003", "GIF-DATE-006")
    assert resolve("GIF-DATE-001") == ("GIF-DATE-001",)
    with pytest.raises(KeyError):
        resolve("GIF-NONE-001")
