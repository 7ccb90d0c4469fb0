"""What layouts promise they check: every item has a kind of value, a list, or a reason to be free text."""

from __future__ import annotations

import re

import pytest

from gif_validate import load_model, parts
from gif_validate.catalogue.finding import Fault
from gif_validate.engine.values.judge import Judge
from gif_validate.exports.layouts import UNUSED
from gif_validate.models.free_text import is_free, reason, reasons, said
from gif_validate.models.index import models

SAYS = re.compile(
    r".*(日|日時|時刻|年|年度|月|期間|数|数量|番号|ID|コード|電話|FAX|TEL|緯度|経度|標高|住所|所在地|郵便番号|金額|価格|面積|[uU][rR][lL]|メールアドレス)(\(.*\))?"
)
"""Names that say a date, a time, a count, a code, a number, a telephone number, a coordinate or an address."""
COUNTS = re.compile(r".*(日|日時|時刻|人数|者数|件数|個数|台数|戸数|世帯数|棟数|日数|回数|員数)(\(.*\))?")
FREE = [(model, item) for model in models().values() for item in model.fields if is_free(item)]


def test_every_free_text_has_its_reason() -> None:
    assert [(model.id, item.name) for model, item in FREE if reason(model, item) is None] == []


def test_no_free_text_has_a_name_that_says_more() -> None:
    fitting = [(model.id, item.name, why) for model, item in FREE if (why := reason(model, item)) and SAYS.fullmatch(said(item))]
    assert [(name, item) for name, item, why in fitting if not why.although] == []


def test_every_reason_is_needed() -> None:
    used = {why.id for model, item in FREE if (why := reason(model, item))}
    assert [each.id for each in reasons() if each.id not in used] == []


def test_every_kind_is_used_or_says_why_not() -> None:
    used = {item.kind for model in models().values() for item in model.fields}
    assert set(parts.names()) - used == set(UNUSED)


@pytest.mark.parametrize("family", ["gif/disaster", "gif/education"])
def test_dates_counts_and_codes_of_implementation_models_are_typed(family: str) -> None:
    items = [item for model in models().values() if model.id.startswith(family) for item in model.fields]
    assert {item.name for item in items if is_free(item) and COUNTS.fullmatch(said(item))} <= {"想定収容人数"}


def test_what_only_the_name_says_is_inferred() -> None:
    of_implementation = [model for model in models().values() if model.id.startswith(("gif/disaster", "gif/education"))]
    assert {model.kind_basis for model in of_implementation} == {"inferred"}


def fault(standard: str, name: str, value: str) -> Fault | None:
    """What the item of a standard says of a value in a table."""
    model = load_model(standard)
    return Judge.of(model, model.field(name), "csv").fault(value)


MUNICIPAL = [
    ("municipal/public-facility", "所在地_番地以下", "1月3日", "GIF-ADDR-020"),
    ("municipal/public-facility", "所在地_番地以下", "Jan-03", "GIF-ADDR-020"),
    ("municipal/public-facility", "所在地_番地以下", "2024-01-03", "GIF-ADDR-020"),
    ("municipal/aed", "所在地_番地以下", "45750番地の2", "GIF-ADDR-020"),
    ("municipal/aed", "所在地_町字", "本町3丁目", "GIF-ADDR-019"),
    ("municipal/aed", "所在地_市区町村", "山梨県韮崎市", "GIF-ADDR-035"),
    ("municipal/aed", "所在地_連結表記", "本町三丁目6-3", "GIF-ADDR-031"),
    ("suishou/aed", "住所", "1月3日", "GIF-ADDR-031"),
    ("municipal/food-business-all", "許可番号", "第百号", "FIELD-001"),
]


@pytest.mark.parametrize(("standard", "name", "value", "rule"), MUNICIPAL)
def test_parts_of_municipal_addresses_warn(standard: str, name: str, value: str, rule: str) -> None:
    found = fault(standard, name, value)
    assert found is not None
    assert (found.rule.id, found.severity.label) == (rule, "warning")


RIGHT = [
    ("municipal/aed", "所在地_番地以下", "6-3"),
    ("municipal/aed", "所在地_番地以下", "甲1324"),
    ("municipal/aed", "所在地_番地以下", "1324-10-12"),
    ("municipal/aed", "所在地_町字", "本町三丁目"),
    ("municipal/aed", "所在地_市区町村", "韮崎市"),
    ("municipal/aed", "所在地_市区町村", "札幌市厚別区"),
    ("municipal/food-business-all", "許可番号", "第123号"),
    ("municipal/food-business-all", "許可番号", "中央保健第12-345号"),
    ("municipal/evacuation-space", "想定収容人数", "810人（2平方メートルあたり1人）"),
    ("gif/disaster/landslide-sites", "田_流失・埋没（ha）", "1.5"),
    ("gif/disaster/disaster-hospitals", "災害時の診察能力 災害時の受入重症患者数", "3人以上"),
    ("gif/education/physical-fitness", "体力情報_持久走_時間_分秒", "6分30秒"),
    ("gif/education/student", "学籍情報_該当年度就学援助有無", "1"),
]


@pytest.mark.parametrize(("standard", "name", "value"), RIGHT)
def test_right_values_have_no_finding(standard: str, name: str, value: str) -> None:
    assert fault(standard, name, value) is None
