"""Text that went through the wrong encoding is found and repaired; clean text never is."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gif_validate as gv
from gif_validate.characters.encodings import level_1
from gif_validate.characters.garbled import stand_ins, undone
from gif_validate.codelists import codes, names
from gif_validate.engine.file_check import check_file
from gif_validate.engine.options import Options
from gif_validate.readers.source import Source

HEADER = "都道府県コード又は市区町村コード,NO,名称,名称_カナ,住所,緯度,経度,設置位置,電話番号,開始時間,終了時間,小児対応設備の有無"
ROW = "192074,{},中央公民館,チュウオウコウミンカン,山梨県韮崎市本町三丁目6-3,35.708915,138.446190,玄関,0551-22-1111,09:00,17:00,有"

# What a reader makes of these bytes without losing one: written in, read in.
WHOLE = [
    ("utf-8", "latin-1"),
    ("cp932", "latin-1"),
    ("euc_jp", "latin-1"),
    ("utf-8", "mac_roman"),
    ("cp932", "mac_roman"),
]
EVERYDAY = "".join(sorted(level_1()))
KANA = "ぁあいうえおかがきさしすたちなにのはひまみやらりるれをんアイウエオカガキサシスタチナニノハヒマミヤラリルレヲンー"
PLACES = [
    "市民会館",
    "東京都千代田区",
    "中央公民館",
    "チュウオウコウミンカン",
    "ひらがなの文",
    "韮崎市本町三丁目6-3",
    "（株）山田商店",
    "〒100-0001 東京都",
    "ABC株式会社",
    "令和5年4月1日から",
]


def windows(data: bytes) -> str:
    """As browsers read cp1252."""
    return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize("text", PLACES)
@pytest.mark.parametrize(("written", "read"), WHOLE)
def test_what_was_meant_is_found(text: str, written: str, read: str) -> None:
    if (text, read) == ("ABC株式会社", "mac_roman"):
        pytest.skip("capitals beside accented letters are French more often")
    found = undone(text.encode(written).decode(read))
    assert found is not None
    assert (found.meant, found.is_whole, found.written) == (text, True, written.replace("_", "-"))


@pytest.mark.parametrize("text", PLACES)
@pytest.mark.parametrize("written", ["utf-8", "cp932", "euc_jp"])
def test_cp1252_as_browsers_read_it(text: str, written: str) -> None:
    found = undone(windows(text.encode(written)))
    assert found is not None
    assert found.meant == text


@pytest.mark.parametrize("text", PLACES)
def test_twice_through_the_wrong_encoding(text: str) -> None:
    once = text.encode().decode("latin-1")
    found = undone(once.encode().decode("latin-1"))
    assert found is not None
    assert found.meant == text


# Readings that lose bytes: what is left is still proof, and the lost ones are U+FFFD.
LOSSY = [
    ("utf-8", "cp932", "中央公民館", "中央公民館"),
    ("utf-8", "cp932", "東京都千代田区", "東京都��代田区"),
    ("utf-8", "gb18030", "市民会館", "市民会館"),
    ("utf-8", "gb18030", "チュウオウコウミンカン", "チュウオウコウミンカ��"),
    ("euc_jp", "cp932", "市民会館", "市民会館"),
    ("euc_jp", "cp932", "チュウオウ", "チュウオウ"),
]


@pytest.mark.parametrize(("written", "read", "text", "meant"), LOSSY)
def test_what_is_lost_is_said(written: str, read: str, text: str, meant: str) -> None:
    found = undone(text.encode(written).decode(read, "replace"))
    assert found is not None
    assert (found.meant, found.is_whole) == (meant, "\ufffd" not in meant)


@given(st.text(KANA + EVERYDAY, min_size=4, max_size=20))
@pytest.mark.parametrize(("written", "read"), WHOLE)
def test_every_text_through_every_wrong_pair(written: str, read: str, text: str) -> None:
    found = undone(text.encode(written).decode(read))
    assert found is not None
    assert found.meant == text


@given(st.text(KANA + EVERYDAY, min_size=2, max_size=20))
def test_utf_8_read_as_cp932(text: str) -> None:
    read = text.encode().decode("cp932", "replace")
    found = undone(read)
    if "\ufffd" not in read:
        assert found is not None
    assert found is None or found.is_whole is False or found.meant == text


CLEAN = [
    "",
    "市民会館",
    "ｼﾐﾝｶｲｶﾝ",
    "ﾔﾏﾀﾞ ﾀﾛｳ",
    "ｲﾁｶﾜｶﾝｺｳ･ﾌﾞｯｻﾝ",
    "株式会社ｱﾙﾌｧ",
    "渡邉　龍",
    "Café “Müller” – l’été, naïve façade",
    "éléments événement ÉLÉMENTS",
    "Škoda Žižka cœur",
    "don’t won’t",
    "——————",
    "10㎡ ± 5℃ №3",
    "広电宫岛口",
    "타지 않는 쓰레기",
    "Привет мир",
    "ไทย",
    "蠕動運動",
    "籠原・鍋組・椋続",
    "~¥‾",
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_is_not_garbled(text: str) -> None:
    assert undone(text) is None


@given(st.text(KANA + EVERYDAY + "、。・（）「」ＡＢＣ１２３abcABC123 -", max_size=30))
@example("鍋組")
@example("讖和")
def test_japanese_is_never_garbled(text: str) -> None:
    assert undone(text) is None


@given(st.text(st.characters(min_codepoint=0xFF66, max_codepoint=0xFF9F) | st.sampled_from("ABC123 -"), max_size=30))
def test_half_width_kana_are_never_garbled(text: str) -> None:
    assert undone(text) is None


@given(st.text("abcdefghijklmnopqrstuvwxyzéèêëàâäöüßñç ", max_size=30))
def test_words_of_europe_are_never_garbled(text: str) -> None:
    words = " ".join(word for word in text.split() if sum(map(str.isascii, word)) * 2 > len(word))
    assert undone(words) is None


def test_labels_of_code_lists_are_clean() -> None:
    labels = {label for name in names() for label in codes(name).values()}
    assert len(labels) > 5_000
    assert [label for label in labels if undone(label) or stand_ins(label)] == []


STAND_INS = [
    ("?????", "?????"),
    ("????-3", "????"),
    ("〓橋", "〓"),
    ("何???", None),
    ("What???", None),
    ("本当？？？", None),
    ("?", None),
    ("https://example.com/?a=b", None),
]


@pytest.mark.parametrize(("value", "expected"), STAND_INS)
def test_signs_that_stand_for_characters(value: str, expected: str | None) -> None:
    assert stand_ins(value) == expected


def report(data: bytes, name: str) -> gv.FileReport:
    return check_file(Source.of_bytes(data, name), Options())


def damage_of(file: gv.FileReport) -> list[tuple[str, str, str | None, str | None, str | None]]:
    return [
        (each.rule.id, each.severity.label, each.field, each.place.cell or each.place.pointer, each.suggestion)
        for each in file.findings
        if each.rule.id in {"FILE-030", "FILE-031", "FILE-032", "GIF-CHAR-001", "GIF-CHAR-008", "GIF-CHAR-014", "GIF-CHAR-034"}
    ]


@pytest.mark.parametrize("count", [3, 500])
def test_one_finding_for_a_column(count: int) -> None:
    rows = [ROW.format(number) for number in range(1, count + 1)]
    bad = "中央公民館".encode().decode("cp932")
    rows = [row.replace("中央公民館", bad) for row in rows]
    rows[1] = rows[1].replace("チュウオウ", "チュ\ufffdオウ")
    rows[2] = rows[2].replace("玄関", "????")
    rows[0] = rows[0].replace("山梨県", "〓梨県")
    file = report("\r\n".join([HEADER, *rows, ""]).encode(), "aed.csv")
    found = damage_of(file)
    assert found[0] == ("FILE-030", "error", "名称", "C2", "中央公民館")
    assert ("FILE-031", "error", "名称_カナ", "D3", None) in found
    assert ("FILE-032", "warning", "設置位置", "H4", None) in found
    assert [each for each in found if each[3] == "C2"] == found[:1]
    garbled = next(each for each in file.findings if each.rule.id == "FILE-030")
    assert f"{count}件" in garbled.message("ja")
    assert file.conforms is False


def test_kana_without_a_half_width_sign_are_found_in_bulk() -> None:
    bad = "あい".encode().decode("cp932")
    assert bad == "縺ゅ＞"
    rows = [ROW.format(number).replace("玄関", bad if number == 300 else "玄関") for number in range(1, 500)]
    file = report("\r\n".join([HEADER, *rows, ""]).encode(), "aed.csv")
    assert ("FILE-030", "error", "設置位置", "H301", "あい") in damage_of(file)


@pytest.mark.parametrize("wrong", ["latin-1", "cp932"])
def test_headers_and_names_of_items(wrong: str) -> None:
    name, value = "氏名".encode().decode(wrong), "山田".encode().decode(wrong)
    table = report(f"{name},番号\n{value},1\n".encode(), "x.csv")
    assert [(each[0], each[3], each[4]) for each in damage_of(table)] == [("FILE-030", "A1", "氏名"), ("FILE-030", "A2", "山田")]
    tree = report(json.dumps([{name: value, "番号": "1"}]).encode(), "x.json")
    assert [(each[0], each[4]) for each in damage_of(tree)] == [("FILE-030", "氏名"), ("FILE-030", "山田")]


def test_records_of_a_class() -> None:
    record = {"法人番号": "5130001008532", "商号又は名称": "市民会館".encode().decode("cp932")}
    file = check_file(Source.of_bytes(json.dumps([record, record]).encode(), "x.json"), Options(model=gv.load_model("gif/legal-entity")))
    (found,) = (each for each in file.findings if each.rule.id == "FILE-030")
    assert found.suggestion == "市民会館"
    assert "2件" in found.message("ja")


def test_bytes_that_are_reported_are_not_lost_again() -> None:
    file = report(b'[{"a": "\xe5\xb8\x82\xff\xe6\xb0\x91"}]', "x.json")
    assert [each.rule.id for each in file.findings if each.severity is gv.Severity.ERROR] == ["FILE-003"]
