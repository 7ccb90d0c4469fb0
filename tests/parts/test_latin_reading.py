"""English names beside kana: which spellings are readings of it, and which of them the guide asks for."""

from __future__ import annotations

import pytest

from gif_validate.parts.addresses._latin_reading import spells

READINGS = [
    ("Shinjuku", "シンジュク"),
    ("Shimbashi", "シンバシ"),
    ("Shinbashi", "シンバシ"),
    ("Niigata-shi", "ニイガタシ"),
    ("Nigata shi", "ニイガタシ"),
    ("Osaka", "オオサカ"),
    ("Oosaka", "オオサカ"),
    ("Kobe", "コウベ"),
    ("Koube", "コウベ"),
    ("Kyuhoji", "キュウホウジ"),
    ("Nippori", "ニッポリ"),
    ("Hatchobori", "ハッチョウボリ"),
    ("Issha", "イッシャ"),
    ("Senta", "センター"),
    ("Sentah", "センター"),
    ("Chatan", "チャタン"),
    ("Jujo", "ジュウジョウ"),
    ("Tsu", "ツ"),
    ("Fujimi", "フジミ"),
    ("Uo", "ウヲ"),
    ("Kan'onji", "カンオンジ"),
    ("Kan-onji", "カンオンジ"),
    ("Kanonji", "カンオンジ"),
    ("Meieki", "メイエキ"),
    ("a" * 60, "ア" * 60),
]
OTHERS = [
    ("Shinjuku", ""),
    ("", "シンジュク"),
    ("Shinjuku", "シブヤ"),
    ("Shinjuku", "しんじゅく"),
    ("Nipori", "ニッポリ"),
    ("NiXXppori", "ニッポリ"),
    ("Center", "センター"),
    ("Vanira", "ヴァニラ"),
    ("a" * 61, "ア" * 61),
    ("a" * 60 + "-", "ア" * 60),
    ("hhhhhhhhhh", "ーーーーーーーーーー" * 7),
    ("Aka", "アサカ"),
    ("Kuoba", "コウバ"),
]


@pytest.mark.parametrize(("latin", "kana"), READINGS)
def test_readings(latin: str, kana: str) -> None:
    assert spells(latin, kana)
    assert spells(latin.upper(), kana)


@pytest.mark.parametrize(("latin", "kana"), OTHERS)
def test_no_readings(latin: str, kana: str) -> None:
    assert not spells(latin, kana)


@pytest.mark.parametrize(
    ("latin", "kana", "strict", "asked_for"),
    [
        ("Jun-ei", "ジュンエイ", "n", True),
        ("Junei", "ジュンエイ", "n", False),
        ("Jun'ei", "ジュンエイ", "n", False),
        ("Kan-yo", "カンヨ", "n", True),
        ("Kanyo", "カンヨ", "n", False),
        ("Kanda", "カンダ", "n", True),
        ("Jun", "ジュン", "n", True),
        ("Niigata", "ニイガタ", "i", True),
        ("Nigata", "ニイガタ", "i", False),
        ("Meiji", "メイジ", "i", True),
        ("Meji", "メイジ", "i", False),
        ("Inui", "イヌイ", "i", True),
        ("Aioi", "アイオイ", "i", True),
        ("Nigata", "ニイガタ", "n", True),
        ("Junei", "ジュンエイ", "i", True),
    ],
)
def test_what_the_guide_asks_for(latin: str, kana: str, strict: str, asked_for: bool) -> None:
    assert spells(latin, kana)
    assert spells(latin, kana, strict) == asked_for
