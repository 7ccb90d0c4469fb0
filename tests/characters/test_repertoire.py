"""Repertoires against the standard codecs."""

from __future__ import annotations

from gif_validate.characters import repertoire
from gif_validate.characters.repertoire import class_of, fine, jisx0213, sequences, unusual, vendor, without_sequences


def in_shift_jis_2004(char: str) -> bool:
    """Membership by the codec, which also has half-width katakana and two characters of JIS X 0201."""
    try:
        char.encode("shift_jis_2004")
    except UnicodeEncodeError:
        return False
    return not 0xFF61 <= ord(char) <= 0xFF9F and char not in "\u00a5\u203e"


def test_jis_x_0213_is_what_the_codec_has() -> None:
    every = [chr(point) for point in range(0x80, 0x30000) if not 0xD800 <= point < 0xE000]
    assert {char for char in every if in_shift_jis_2004(char)} == {char for char in jisx0213() if ord(char) >= 0x80}
    assert len(jisx0213()) == 11_208
    assert len(sequences()) == 25


def test_jis_x_0208_is_inside() -> None:
    cells = {bytes((row, cell)).decode("euc_jp", "ignore") for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF)} - {""}
    assert len(cells) == 6_879
    assert cells - jisx0213() == {"＼"}


def test_vendor_characters_are_those_of_cp932_alone() -> None:
    assert "髙" in vendor()
    assert not vendor() & jisx0213()
    for char in vendor():
        char.encode("cp932")


def test_classes() -> None:
    expected = {
        "辺": "fine", "﨑": "fine", "髙": "vendor", "𠮷": "outside", "①": "environment", "㈱": "environment", "ｱ": "half_kana",
        "\ue000": "private", "\U000f0000": "private", "\u200b": "invisible", "\u202e": "invisible", "\t": "control", "\u2028": "control",
        "\U000e0101": "selector", "～": "variant", "😀": "outside", "\udc81": "undecoded",
    }  # fmt: skip
    assert {char: class_of(char) for char in expected} == expected


def test_sequences_are_one_character() -> None:
    assert without_sequences("か゚き゚x") == "x"
    assert without_sequences("が゚") == "が゚"


def test_long_texts_are_judged_like_short_ones() -> None:
    text = "市民会館①髙～\u200b𠮷𠀋か゚ｱ\ue000A" * 40_000
    assert len(text) >= repertoire._LONG
    assert unusual(text) == unusual(text[:40]) == frozenset(text[:40]) - fine()
