"""The repertoire of Japanese binds Japanese text: what is known to be in another language is not judged by it."""

from __future__ import annotations

import json

import pytest

import gif_validate as gv
from gif_validate.characters.profiles import outside
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.engine.values.languages import column_of_language, is_foreign, names_foreign
from gif_validate.readers.source import Source

KOREAN, CHINESE, THAI, VIETNAMESE, RUSSIAN = "히로덴미야지마구치", "广电宫岛口", "ศาลากลาง", "Tòa thị chính", "Мэрия"


def outsiders(text: str, name: str = "x.csv", **given: object) -> list[str | None]:
    file = check_file(Source.of_bytes(text.encode(), name), Options(**given))  # type: ignore[arg-type]
    return [each.value for each in file.findings if each.rule.id in {"GIF-CHAR-001", "GIF-CHAR-036", "GIF-CHAR-038"}]


@pytest.mark.parametrize("value", [KOREAN, THAI, RUSSIAN, VIETNAMESE])
def test_letters_that_no_japanese_text_has(value: str) -> None:
    assert outsiders(f"品目,分類\n蛍光灯,{value}\n") == []


@pytest.mark.parametrize("name", ["名称_中国語", "名称（簡体字）", "name_zh", "name_zh-Hans", "名称_外国語"])
def test_columns_that_name_their_language(name: str) -> None:
    assert outsiders(f"品目,{name}\n蛍光灯,{CHINESE}\n") == []


def test_japanese_text_is_judged_as_before() -> None:
    assert outsiders(f"品目,分類\n蛍光灯,{CHINESE}\n髙橋,ひらがな 서울\n") == [CHINESE, "髙橋", "ひらがな 서울"]


@pytest.mark.parametrize("column", ["lang", "language", "言語"])
def test_a_column_that_says_the_language_of_its_row(column: str) -> None:
    text = f"trans_id,{column},translation\n市役所,ja,髙\n市役所,zh-Hans,{CHINESE}\n市役所,ko,{KOREAN}\n市役所,,閒\n"
    assert outsiders(text) == ["髙", "閒"]


def test_translations_of_a_feed() -> None:
    text = f"trans_id,lang,translation\n宮島口,ja,宮島口\n宮島口,zh-Hans,{CHINESE}\n宮島口,ko,{KOREAN}\n"
    assert outsiders(text, "translations.txt") == []


def test_other_rules_still_hold_in_another_language() -> None:
    text = f"lang,translation\nzh, {CHINESE}\nzh,{CHINESE}\ue000\n"
    file = check_file(Source.of_bytes(text.encode(), "x.csv"), Options())
    assert sorted(each.rule.id for each in file.findings if each.rule.id.startswith("GIF")) == ["GIF-CHAR-028", "GIF-CHAR-042"]


def test_an_item_beside_the_value_says_the_language() -> None:
    record = {"名称": CHINESE, "言語": "zh", "都道府県": "東京都", "市区町村": "千代田区"}
    model = gv.load_model("municipal/public-facility")
    assert outsiders(json.dumps([record], ensure_ascii=False), "x.json", model=model) == []
    record["言語"] = "ja"
    assert outsiders(json.dumps([record], ensure_ascii=False), "x.json", model=model) == [CHINESE]


TAGS = [
    ("zh", True),
    ("zh-Hans", True),
    ("ko", True),
    ("EN", True),
    ("ja", False),
    ("ja-JP", False),
    ("JA-Hrkt", False),
    ("jpn", False),
    ("", False),
    ("日本語", False),
    ("x", False),
]


@pytest.mark.parametrize(("tag", "foreign"), TAGS)
def test_tags(tag: str, foreign: bool) -> None:
    assert is_foreign(tag) is foreign


def test_names() -> None:
    assert column_of_language(["trans_id", "Lang", "translation"]) == 1
    assert column_of_language(["対応言語", "lang_ok"]) is None
    assert not names_foreign("名称_カナ")


def test_yen_and_overline_are_characters_of_jis_x_0213() -> None:
    assert outsiders("料金,a\n¥100‾,❖\n") == []
    assert outside("jisx0213", "¥‾") == ()
    assert outsiders("料金,a\n❓,1\n") == ["❓"]
