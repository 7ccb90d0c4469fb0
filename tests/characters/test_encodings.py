"""Encodings: decided from all bytes, strictly; what cannot be decoded is kept and named."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gif_validate.characters import encodings
from gif_validate.characters.encodings import BOMS, Decision, Sniffer, canonical, decoder, least_faulty, undecoded

JAPANESE = st.text(st.sampled_from("名称住所東京都千代田区霞が関カナー、。「」0123-abcＡ１①㈱髙\n,"), min_size=1, max_size=200)


def decide(data: bytes, size: int = 64) -> Decision | None:
    sniffer = Sniffer()
    for at in range(0, len(data), size):
        sniffer.feed(data[at : at + size])
    sniffer.feed(b"", final=True)
    return sniffer.decide()


def text_of(data: bytes, decision: Decision) -> str:
    return decision.decoder().decode(data, True).removeprefix("\ufeff")


@given(text=JAPANESE, codec=st.sampled_from(["utf-8", "utf-8-sig", "cp932", "utf-16"]), size=st.integers(1, 9))
def test_text_comes_back(text: str, codec: str, size: int) -> None:
    data = text.encode(codec)
    decision = decide(data, size)
    assert decision is not None
    if text_of(data, decision) != text:
        # Another reading explains every byte as well; then it must be said.
        assert decision.alternatives
        assert any(decoder(other).decode(data, True) == text for other in decision.alternatives)


@given(text=st.text(st.sampled_from("名称住所東京都千代田区霞が関カナー、。「」0123-abc\n,"), min_size=8))
def test_euc_jp_comes_back(text: str) -> None:
    assume(not text.isascii())
    data = text.encode("euc_jp")
    decision = decide(data)
    assert decision is not None
    assert text_of(data, decision) == text or "euc-jp" in decision.alternatives


@given(data=st.binary(max_size=200), size=st.integers(1, 50))
def test_no_bytes_are_lost(data: bytes, size: int) -> None:
    for name in ("utf-8", "cp932", "euc-jp"):
        reader = decoder(name)
        text = "".join(reader.decode(data[at : at + size]) for at in range(0, len(data), size)) + reader.decode(b"", True)
        codec = {"euc-jp": "euc_jp"}.get(name, name)
        at = 0
        for char in text:
            # Windows-31J has some characters twice: the bytes of the file decide, not those that the character is encoded to.
            raw = undecoded(char)
            length = 1 if raw else next(length for length in (1, 2, 3, 4) if data[at : at + length].decode(codec, "ignore") == char)
            assert not raw or data[at : at + 1] == raw
            at += length
        assert at == len(data)


def test_ascii_for_two_hundred_kilobytes_then_cp932() -> None:
    data = b"id,name\r\n" + b"1,abc\r\n" * 30_000 + "2,市民会館\r\n".encode("cp932")
    decision = decide(data, 1 << 16)
    assert decision is not None
    assert decision.encoding == "cp932"
    assert text_of(data, decision).endswith("2,市民会館\r\n")


def test_a_character_across_two_blocks() -> None:
    data = b"x" * 63 + "市民会館の電話".encode("cp932")
    decision = decide(data, 64)
    assert decision is not None
    assert decision.encoding == "cp932"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"a,b\n", "ascii"),
        ("名称\n".encode("utf-8-sig"), "utf-8-sig"),
        ("名称\n".encode("utf-16"), "utf-16-le"),
        ("\ufeff名称\n".encode("utf-16-be"), "utf-16-be"),
        ("名称,住所\n市民会館,1-2-3\n".encode("utf-16-le"), "utf-16-le"),
        ("\x1b$BL>>N\x1b(B\n".encode("ascii"), "iso-2022-jp"),
    ],
)
def test_marks_and_escapes(data: bytes, encoding: str) -> None:
    decision = decide(data)
    assert decision is not None
    assert decision.encoding == encoding
    assert decision.without_bom == (encoding.startswith("utf-16") and data[:2] not in (b"\xff\xfe", b"\xfe\xff"))


def test_two_possible_readings_are_both_named() -> None:
    data = "ﾃｽﾄ".encode("cp932")
    decision = decide(data * 2)
    assert decision is not None
    assert {decision.encoding, *decision.alternatives} == {"cp932", "euc-jp"}


def test_bytes_that_no_reading_explains() -> None:
    data = "名称,市民会館\n".encode() + b"\xff\xfe\x81" + "電話番号\n".encode()
    assert decide(data) is None
    decision = least_faulty([data])
    assert decision.faulty
    assert decision.encoding == "utf-8"
    assert undecoded(decision.decoder().decode(data, True)) == b"\xff\xfe\x81"


def test_bytes_beyond_windows_31j_are_no_characters() -> None:
    assert undecoded(decoder("cp932").decode(b"a\x80\xa0\xfd\xff", True)) == b"\x80\xa0\xfd\xff"


def test_names() -> None:
    assert canonical("Shift_JIS") == canonical("Windows-31J") == "cp932"
    assert canonical("EUC_JP") == "euc-jp"
    with pytest.raises(ValueError, match="latin"):
        canonical("latin-9")


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 64])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["名称,住所\n市民会館,1-2-3\n電話,03-1234-5678\n", "id,name\n1,a\n" * 9])
def test_utf_16_without_a_mark(text: str, codec: str, size: int) -> None:
    decision = decide(text.encode(codec), size)
    assert decision == Decision(codec, without_bom=True)
    assert text_of(text.encode(codec), decision) == text


def test_zeros_alone_do_not_make_utf_16() -> None:
    # One pair in twenty must have a zero, and nineteen of twenty zeros stand on the same side.
    assert decide(b"ab" * 19 + b"\0b") == Decision("ascii")
    assert decide(b"ab" * 18 + b"\0b") == Decision("utf-16-be", without_bom=True)
    assert decide(b"\0b" * 20 + b"a\0") == Decision("utf-16-be", without_bom=True)
    assert decide(b"\0b" * 19 + b"a\0") == Decision("ascii")
    assert decide(b"a\0" * 20 + b"\0b") == Decision("utf-16-le", without_bom=True)
    assert decide(b"\0b" * 20 + b"a") == Decision("ascii")
    assert decide(b"\0a" * 9 + b"b\0" * 9) == Decision("ascii")


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
@pytest.mark.parametrize(("mark", "encoding"), list(BOMS.items()))
def test_marks_in_small_blocks(mark: bytes, encoding: str, size: int) -> None:
    data = mark + "名称".encode(encoding.removesuffix("-sig"))
    assert decide(data, size) == Decision(encoding)
    assert text_of(data, Decision(encoding)) == "名称"


def test_a_mark_further_on_is_none() -> None:
    assert decide(b"a\xef\xbb\xbfb", 1) == Decision("utf-8")
    assert decide(b"abcd\xef\xbb\xbf", 4) == Decision("utf-8")


@pytest.mark.parametrize("text", ["名称,住所,市民会館の電話番号です。\n", "あいうえお、カキクケコ。\n", "東京都千代田区霞が関\n"])
@pytest.mark.parametrize(("codec", "encoding"), [("cp932", "cp932"), ("euc_jp", "euc-jp"), ("utf-8", "utf-8")])
def test_natural_japanese_comes_first(text: str, codec: str, encoding: str) -> None:
    for size in (1, 7, 1000):
        decision = decide(text.encode(codec) * 3, size)
        assert decision is not None
        assert decision.encoding == encoding
        assert text_of(text.encode(codec) * 3, decision) == text * 3


def test_what_comes_first_hangs_on_the_whole_file() -> None:
    # Half-width kana in cp932 are kanji in EUC-JP; what stands behind them decides.
    half = "ｱｲｳｴ".encode("cp932")
    assert half.decode("euc_jp")
    decision = decide("あいうえおカキクケコ市民会館".encode("euc_jp") + half, 4)
    assert decision is not None
    assert decision.encoding == "euc-jp"
    decision = decide(half + "あいうえおカキクケコ市民会館".encode("euc_jp"), 4)
    assert decision is not None
    assert decision.encoding == "euc-jp"


@pytest.mark.parametrize(
    ("text", "points"), [("", 0), ("abc", 0), ("あ", 2), ("ア", 2), ("、。", 4), ("亜", 1), ("丐", -1), ("ｱ", -3), ("あ市丐ｱ", -1)]
)
def test_how_natural_a_text_is(text: str, points: int) -> None:
    assert encodings.naturalness(text) == points


def test_windows_31j_only_excludes_cp932() -> None:
    assert decide("名称".encode("cp932") + b"\x80") is None
    assert decide("名称\x80".encode()) == Decision("utf-8")
    assert decide("名称".encode("cp932") + b"\xa0", 1) is None


def test_the_least_faulty_over_all_blocks() -> None:
    text = "名称,市民会館の電話番号\n".encode("cp932")
    assert least_faulty([text, b"\x80", text, b"\x80\xff", text]).encoding == "cp932"
    assert least_faulty(["名称".encode(), b"\xff", b"\xff\xff", "名称".encode()]).encoding == "utf-8"
    assert least_faulty(["名称を電話する".encode("euc_jp"), b"\xff\xff\xff", b"a"]).encoding == "euc-jp"


def test_a_character_across_blocks_that_are_no_text() -> None:
    reader = decoder("cp932")
    assert undecoded(reader.decode(b"\x81\x00\x81\xff\x80") + reader.decode(b"\x81", True)) == b"\x81\x81\xff\x80\x81"


def test_decoders_of_utf_8() -> None:
    for name in ("ascii", "utf-8", "utf-8-sig"):
        assert decoder(name).decode("名称".encode() + b"\xff", True) == "名称\udcff"


def test_chance_readings_of_utf_8_are_not_named() -> None:
    # 平日 in UTF-8 is 蟷ｳ譌･ in Windows-31J; ﾂｶ in Windows-31J is ¶ in UTF-8.
    assert "平日".encode().decode("cp932") == "蟷ｳ譌･"
    assert decide("service_id\n平日\n".encode()) == Decision("utf-8")
    assert decide("ﾂｶ".encode("cp932")) == Decision("utf-8", ("cp932", "euc-jp"))
