"""What is offered for an address: of addresses composed from the lists, so that their meaning is known, only that meaning is ever offered.

Each notation is made from a name and a number; the suggestion must be that name with that number, or nothing. Numerals are written by
functions of this file, which share nothing with those that read them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gif_validate.codelists import rows
from gif_validate.codelists.towns import towns, towns_with_numerals
from gif_validate.parts import part

WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")
SIGNS = "〇一二三四五六七八九"


def by_places(number: int) -> str:
    """120 → 百二十."""
    found = ""
    for worth, sign in ((1000, "千"), (100, "百"), (10, "十")):
        many, number = divmod(number, worth)
        found += ("" if many == 1 else SIGNS[many]) + sign if many else ""
    return found + (SIGNS[number] if number else "")


def by_digits(number: int) -> str:
    """120 → 一二〇."""
    return "".join(SIGNS[int(digit)] for digit in str(number))


def wide(number: int) -> str:
    return str(number).translate(WIDE)


WRITERS: tuple[Callable[[int], str], ...] = (str, wide, by_places, by_digits)
NUMBERS = st.one_of(st.integers(1, 30), st.integers(1, 1999))
TOWNS = st.one_of(st.sampled_from(sorted(towns())), st.sampled_from(sorted(towns_with_numerals())))
THREE = ("{0}丁目{1}番{2}号", "{0}丁目{1}番地{2}", "{0}丁目{1}番地の{2}", "{0}-{1}-{2}", "{0}－{1}－{2}", "{0}丁目{1}-{2}", "{0}ー{1}ー{2}")
TWO = ("{0}番{1}号", "{0}番地{1}", "{0}番地の{1}", "{0}番{1}", "{0}-{1}", "{0}の{1}", "{0}丁目{1}番地", "{0}丁目{1}")
ONE = ("{0}番地", "{0}番", "{0}")


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, str]:
    """(a block number in some notation, the same as 442 has it)."""
    forms = draw(st.sampled_from([THREE, TWO, ONE]))
    values = draw(st.lists(NUMBERS, min_size=3, max_size=3))[: 4 - {THREE: 1, TWO: 2, ONE: 3}[forms]]
    writer = draw(st.sampled_from(WRITERS))
    return draw(st.sampled_from(forms)).format(*map(writer, values)), "-".join(map(str, values))


def offered(name: str, value: str) -> str | None:
    """What a kind offers: always clean, so that asking again changes nothing."""
    found = part(name).suggestion(value)
    if found is not None:
        assert part(name).is_clean(found)
        assert part(name).suggestion(found) is None
    return found


def in_digits(name: str) -> str:
    """北一条西 → 北1条西, as 442 has the streets of Hokkaido; other names as they are."""
    street = re.compile("(?<=[東西南北])([一二三四五六七八九十]+|[0-9０-９]+)(?=条)")

    def digits(number: re.Match[str]) -> str:
        return next(str(each) for each in range(100) if number[0] in (by_places(each), str(each), wide(each)))

    return street.sub(digits, name)


@given(town=TOWNS, number=numbers())
@example(town="八丁目", number=("123-1", "123-1"))
@example(town="東十二丁目", number=("19-10", "19-10"))
@example(town="麻布十番", number=("2番地", "2"))
@example(town="晩生内第２", number=("12番地3", "12-3"))
@example(town="紀尾井町", number=("百二十番三号", "120-3"))
@example(town="霞が関", number=("百二丁目3番4号", "102-3-4"))
@example(town="二", number=("三番地", "3"))
@example(town="十二", number=("五番地三", "5-3"))
def test_the_town_stays_and_the_number_means_the_same(town: str, number: tuple[str, str]) -> None:
    written, means = number
    assert offered("town_and_block", town + written) in {None, town + means, in_digits(town) + means}


@given(number=numbers())
def test_a_number_alone_means_the_same(number: tuple[str, str]) -> None:
    written, means = number
    assert offered("block_number", written) in {None, means}
    assert offered("town_and_block", written) in {None, means, unicodedata.normalize("NFKC", written)}


@given(town=st.sampled_from(sorted(towns())), number=st.integers(1, 99), writer=st.sampled_from([str, wide]), street=st.booleans())
@example(town="北一条西", number=2, writer=str, street=True)
@example(town="晩生内第２", number=3, writer=str, street=False)
def test_the_name_of_a_town_is_converted_as_a_whole_or_not_at_all(
    town: str, number: int, writer: Callable[[int], str], street: bool
) -> None:
    written = in_digits(town) if street else town
    assert offered("town", f"{written}{writer(number)}丁目") in {None, f"{town}{by_places(number)}丁目"}


MUNICIPALITIES = [(row["prefecture"], row["name_ja"]) for row in rows("municipalities")]


@given(place=st.sampled_from(MUNICIPALITIES), town=TOWNS)
@example(place=("千葉県", "市川市"), town="八幡")
@example(place=("千葉県", "市原市"), town="国分寺台中央")
@example(place=("山梨県", "西八代郡市川三郷町"), town="上野")
@example(place=("栃木県", "芳賀郡市貝町"), town="市塙")
@example(place=("奈良県", "天理市"), town="丹波市町")
def test_no_prefecture_is_invented(place: tuple[str, str], town: str) -> None:
    prefecture, name = place
    for form in {name, re.sub("^.+郡", "", name)}:
        assert offered("address", f"{form}{town}1-2") in {None, f"{prefecture}{form}{town}1-2"}
        assert offered("address", f"{prefecture[:-1]}{form}{town}1-2") in {None, f"{prefecture}{form}{town}1-2"}
    assert offered("address", f"{town}1-2") is None or town.startswith(tuple(name for _, name in MUNICIPALITIES))


@given(place=st.sampled_from(MUNICIPALITIES), space=st.sampled_from(["", " ", "　"]), at=st.integers(0, 8), fold=st.booleans())
def test_municipality_and_prefecture_stay_what_they_are(place: tuple[str, str], space: str, at: int, fold: bool) -> None:
    prefecture, name = place
    written = name[:at] + space + name[at:]
    assert offered("municipality", written.replace("ケ", "ヶ") if fold else written) in {None, name}
    assert offered("municipality", prefecture + written) in {None, name}
    assert offered("prefecture", prefecture[:at] + space + prefecture[at:]) in {None, prefecture}


@given(st.text(st.sampled_from("霞が関二丁目一番号地条十百千〇の第字大町北西1２３-－ー ビル"), max_size=14))
def test_whatever_is_offered_is_clean_and_final(text: str) -> None:
    for name in ("address", "town", "town_and_block", "block_number", "building", "municipality", "prefecture"):
        offered(name, text)


@pytest.mark.parametrize(
    "name", ["麻布十番", "八丁目", "東十二丁目", "昭和八丁目", "日和田町八丁目", "晩生内第２", "上ケ原一番町", "北１線"]
)
def test_a_registered_name_with_a_numeral_is_no_error(name: str) -> None:
    for value in (f"{name}5-1", f"{name}12", name):
        fault = part("town_and_block").explain(value)
        assert fault is None or fault.severity.label != "error"
