"""What a field suggests: it takes it, says no more of it, and it means what the value meant. Over all fields of all definitions."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from urllib.parse import unquote

import jaconv
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gif_validate.catalogue.rule import Severity
from gif_validate.engine.documents.leaves import judge_of
from gif_validate.engine.values.judge import Judge
from gif_validate.models.index import models, shared_forms
from gif_validate.parts import names, part
from tests.conftest import DATA

_SERIALISATIONS = ("csv", "json", "xml", "rdf")
_HYPHENS = "\\-－‐–—−ー"
_FIRST_YEARS = {"明": 1868, "大": 1912, "昭": 1926, "平": 1989, "令": 2019, "M": 1868, "T": 1912, "S": 1926, "H": 1989, "R": 2019}
_SPANS = {"date_time", "period", "time_band"}
_SAY_ALL = {"time", "closing_time", "decimal", "elevation", "elapsed_time", "latitude", "longitude", "date_time"}
"""Kinds of which a ".0" or ":00" at the end is more than what a spreadsheet adds."""


@cache
def judges() -> tuple[Judge, ...]:
    """One judge for each kind, own form, code list, separator, repertoire and firmness that the definitions have."""
    found: dict[object, Judge] = {}
    for model in models().values():
        for item in model.fields:
            if item.model:
                continue
            firm = (model.basis_of_kind(item), model.basis_of_form(item), model.basis_of_codes(item))
            for serialisation in _SERIALISATIONS:
                judge = judge_of(model, item, serialisation)
                own = judge.own.regex if judge.own else ""
                key = (item.kind, own, item.codes, item.separator, item.repertoire, item.unknown, model.gif, firm)
                found.setdefault(key, judge)
    return tuple(found.values())


@cache
def values_of(kind: str) -> tuple[str, ...]:
    """Right and wrong values of a kind: its examples, those of its rules, and what real files have."""
    found = [*part(kind).examples]
    found += [value for rule in part(kind).rules for value in (*rule.good, *rule.bad) if isinstance(value, str)]
    for name in ("wrong_values.csv", "right_values.csv"):
        with (DATA / name).open(encoding="utf-8", newline="") as file:
            found += [row["value"] for row in csv.DictReader(file) if row["part"] == kind]
    return tuple(dict.fromkeys(value for value in found if value))


def written_otherwise(value: str) -> Iterator[str]:
    """The same value as people write it too."""
    yield value
    yield f" {value}"
    yield f"{value}\u3000"
    yield jaconv.h2z(value, ascii=True, digit=True)
    yield unicodedata.normalize("NFKC", value)
    yield re.sub(f"[{_HYPHENS}]", "", value)
    yield value.replace("-", "－")
    yield value.replace("-", "/")
    yield value.replace("-", ".")
    yield value.replace("-", "")
    if value.isdigit():
        yield f"{value}.0"
    if re.search("[0-9]:[0-9]{2}\\Z", value):
        yield f"{value}:00"


def held_to(judge: Judge, value: str) -> None:
    """A suggestion is accepted, is the last one, and means the same."""
    fault = judge.fault(value)
    if fault is None or fault.suggestion is None:
        return
    said = (judge.item.kind, judge.item.name, value, fault.rule.id, fault.suggestion)
    assert fault.suggestion != value, said
    again = judge.fault(fault.suggestion)
    assert again is None or (again.severity is Severity.INFO and again.suggestion is None), (*said, again)
    if judge.item.kind in _SPANS:
        assert keeps_the_numbers(value, fault.suggestion), said
    else:
        assert means(judge, value) == means(judge, fault.suggestion), said


def means(judge: Judge, value: str) -> object:
    """A reading of a value by rules of its own: what must not change, be it right or wrong."""
    text = unicodedata.normalize("NFKC", value).strip()
    if judge.item.kind not in _SAY_ALL:
        text = re.sub(r"(\.0|(:00)+)\Z", "", text)
    text = text[2:-1] if text.startswith('="') else text
    if judge.labels is not None:
        meant = {code for code, label in judge.labels.items() if text in {code, unicodedata.normalize("NFKC", label)}}
        return meant or text
    reader = _READERS.get(judge.item.kind, _letters)
    return reader(text)


def _day(text: str) -> object:
    """The numbers of a date, the year of an era as one of the common era."""
    text = re.sub("[〇一二三四五六七八九十百千]+", lambda found: _kanji(found[0]), re.sub("[T ]0?0(:00.*)?$", "", text))
    found = re.match(r"(明治?|大正?|昭和?|平成?|令和?|[MTSHR])\.?([0-9]{2}(?=[0-9]{4}\Z)|[0-9]+|元)", text)
    if found:
        year = _FIRST_YEARS[found[1][0]] + (0 if found[2] == "元" else int(found[2]) - 1)
        rest = text[found.end() :]
        return [year, *_numbers(f"{rest[:2]} {rest[2:]}" if re.fullmatch("[0-9]{4}", rest) else rest)]
    return _numbers(f"{text[:4]} {text[4:6]} {text[6:]}" if re.fullmatch("[0-9]{8}", text) else text)


def _clock(text: str) -> object:
    """Hours, minutes and seconds; seconds that are zero say nothing. A part of a day is what Excel stores."""
    if re.fullmatch(r"0?\.[0-9]+", text):
        return [int(float(text) * 24), round(float(text) * 1440) % 60, 0]
    numbers = [*map(int, re.findall("..", text))] if re.fullmatch("[0-9]{4}|[0-9]{6}", text) else _numbers(text)
    if re.fullmatch("[0-9]+分", text):
        return [*divmod(numbers[0], 60), 0]
    if ("午後" in text or re.search("[Pp]\\.?[Mm]", text)) and numbers[0] < 12:
        numbers[0] += 12
    numbers += [30] if "半" in text else []
    return [*numbers, 0, 0][: max(3, len(numbers))]


def _numbers(text: str) -> list[int]:
    return [int(each) for each in re.findall("[0-9]+", text)]


def _digits(text: str) -> object:
    return re.sub("[^0-9]", "", text)


def _code_of_place(text: str) -> object:
    """The five digits that say which place it is: the sixth follows from them."""
    digits = re.sub("[^0-9]", "", text)
    lost = f"0{digits}"
    if len(digits) == 5 and (11 - sum(int(each) * weight for each, weight in zip(lost, (6, 5, 4, 3, 2), strict=False)) % 11) % 10 == int(
        lost[5]
    ):
        digits = lost
    return digits[:5] if len(digits) in {5, 6} else digits


def _postal_code(text: str) -> object:
    return re.sub("[^0-9]", "", text).zfill(7)


def _dialled(text: str) -> object:
    """What is dialled, in Japan: +81 and the leading zero are the same."""
    return re.sub(r"^(\+81|0081|81(?=[1-9]))0?", "0", re.sub(r"[^0-9+]", "", text.replace("(0)", "")))


def _number(text: str) -> object:
    found = re.search(r"-?[0-9][0-9,]*(\.[0-9]+)?", text.replace("−", "-").replace("▲", "-"))
    return Decimal(found[0].replace(",", "")) if found else text


def _degrees(text: str) -> object:
    """Degrees, minutes and seconds as degrees, to five places."""
    numbers = [Decimal(each) for each in re.findall(r"[0-9]+(?:\.[0-9]+)?", text)]
    negative = text.startswith("-") or bool(re.search("[SW南西]", text))
    total = sum(number / 60**step for step, number in enumerate(numbers))
    return round(-total if negative else total, 5)


def _place(text: str) -> object:
    """The name of a place and its numbers: without the prefecture before it, numerals as digits, 丁目, 番地 and 号 as what they part."""
    text = re.sub("^(北海道|東京都|京都府|大阪府|..県|...県)(?=.)", "", text)
    text = re.sub("[〇一二三四五六七八九十百千]+", lambda found: _kanji(found[0]), text)
    return _letters(re.sub("丁目|番地|番|号|大字|字|の|ノ", "-", text))


def _kanji(text: str) -> str:
    """A number in kanji in digits: with 十, 百 and 千, or one digit after the other."""
    digits = "〇一二三四五六七八九"
    if not set(text) & set("十百千"):
        return "".join(str(digits.index(each)) for each in text)
    total, digit = 0, 0
    for each in text:
        if each in digits:
            digit = digits.index(each)
        else:
            total, digit = total + (digit or 1) * {"十": 10, "百": 100, "千": 1000}[each], 0
    return str(total + digit)


def _prefecture(text: str) -> object:
    return text if text == "北海道" else re.sub("[都府県]\\Z", "", text)


def _latin(text: str) -> object:
    """Latin letters without marks, as far as ways of writing vowels and double consonants do not differ."""
    plain = "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))
    endings = re.sub("-?(to|fu|ken|jo|chome| Pref(ecture|\\.)?)(?![a-z])", "", plain.replace(" Ward", "-ku"))
    return sorted(re.sub("[aeiouh]", "", _letters(endings).replace("cch", "tch").replace("m", "n")))


def _account(text: str) -> object:
    """The name of an account, out of its address or behind the name of the service."""
    return re.split("[:/@ ]", text.rstrip("/"))[-1].casefold()


def _weekdays(text: str) -> object:
    week = "月火水木金土日"
    for first, last in re.findall("([月火水木金土日])曜?日?[~〜～-]([月火水木金土日])", text):
        text += week[week.index(first) : week.index(last) + 1]
    return set(week) if "毎日" in text else set(re.sub("[^月火水木金土日祝]", "", re.sub("曜日?", "", text)))


def keeps_the_numbers(value: str, offered: str) -> bool:
    """Every number of the value stands in the suggestion, in its order; an hour of the afternoon may have become one of 24.

    What else spans and moments mean is read in full in `test_suggestions`.
    """
    told = iter(_in_pieces(offered))
    return any(era in value for era in _FIRST_YEARS) or all(
        any(n in {each, each - 12} for each in told) for n in _in_pieces(re.sub(r"(:00)+\Z", "", value))
    )


def _in_pieces(text: str) -> list[int]:
    """The numbers of a text; digits in a row are year, month and day, or hours and minutes of an offset."""
    half = re.sub(r"[+-]00:?00\Z", "", unicodedata.normalize("NFKC", text).strip())
    half = re.sub("(?<=[0-9]T)([0-9]{2})([0-9]{2})([0-9]{2})", r"\1:\2:\3", half)
    return _numbers(re.sub(r"([+-][0-9]{2})([0-9]{2})\Z", r"\1 \2", re.sub(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)", r"\1 \2 \3", half)))


def _unit(text: str) -> str:
    """Letters and digits; the micro sign is written u in ASCII."""
    return _letters(text.replace("μ", "u"))


def _web(text: str) -> str:
    """The characters of an address that percent signs and Punycode stand for."""
    return _letters(re.sub("xn--[a-z0-9-]+", lambda found: found[0].encode().decode("idna"), unquote(text)))


def _letters(text: str) -> str:
    """Letters and digits, whatever their width, case and script of kana, without spaces and hyphens."""
    return re.sub(rf"[{_HYPHENS}\s・.,、。/()]", "", jaconv.hira2kata(text)).casefold()


_READERS: dict[str, Callable[[str], object]] = {
    "unit": _unit,
    "url": _web,
    **dict.fromkeys(("date", "month_day", "year", "fiscal_year"), _day),
    **dict.fromkeys(("time", "closing_time", "elapsed_time"), _clock),
    **dict.fromkeys(("integer", "decimal", "elevation"), _number),
    **dict.fromkeys(("latitude", "longitude"), _degrees),
    **dict.fromkeys(("address", "block_number", "town", "town_and_block", "municipality"), _place),
    **dict.fromkeys(("prefecture_latin", "municipality_latin", "town_latin", "address_latin"), _latin),
    **dict.fromkeys(("corporate_number", "town_id", "coordinate_reference_system", "extension"), _digits),
    "telephone": _dialled,
    "postal_code": _postal_code,
    "municipality_code": _code_of_place,
    "prefecture": _prefecture,
    "residence_flag": lambda text: text[:1],
    "social_account": _account,
    "weekday_list": _weekdays,
}


@pytest.mark.parametrize("kind", sorted(names()))
def test_a_suggestion_is_taken_stays_and_means_the_same(kind: str) -> None:
    for judge in (each for each in judges() if each.item.kind == kind):
        listed = [*judge.labels, *judge.labels.values()][:60] if judge.labels else []
        for value in (*values_of(kind), *listed, *filter(None, (judge.item.example,))):
            for each in dict.fromkeys(written_otherwise(value)):
                held_to(judge, each)


_BETWEEN = st.sampled_from(["", "-", "－", "ー", " ", ".", "/", "年", "月", ":", "：", "、", "(", ")", "+81 ", "令和", "H"])


@pytest.mark.parametrize(
    "kind", ["telephone", "date", "postal_code", "time", "town_id", "integer", "decimal", "municipality_code", "latin", "text"]
)
@settings(max_examples=60)
@given(st.lists(st.tuples(_BETWEEN, st.from_regex("[0-9]{1,8}", fullmatch=True)), min_size=1, max_size=4))
def test_so_does_one_for_any_figures(kind: str, written: list[tuple[str, str]]) -> None:
    value = "".join(between + figures for between, figures in written)
    for judge in (each for each in judges() if each.item.kind == kind):
        for each in (value, f"{value} ", jaconv.h2z(value, ascii=True, digit=True)):
            held_to(judge, each)


@pytest.mark.parametrize(
    ("kind", "form", "value", "expected"),
    [
        ("telephone", "telephone_half_width", "0120-123-456", None),
        ("integer", "one_digit", "-3", None),
        ("integer", "one_digit", "2017-09-01", None),
        ("integer", "", "2810.00", "2810"),
        ("date", "basic_date", "2024/4/1", "20240401"),
        ("date", "basic_date", "2024-04-01", "20240401"),
        ("time", "hhmm", "9:00:00", "09:00"),
    ],
)
def test_what_is_suggested_in_an_own_form(kind: str, form: str, value: str, expected: str | None) -> None:
    regex = shared_forms()[form].regex if form else ""
    found = [
        judge for judge in judges() if judge.item.kind == kind and (judge.own.regex if judge.own else "") == regex and judge.labels is None
    ]
    assert found
    for judge in found:
        fault = judge.fault(value)
        assert (fault.suggestion if fault else None) == expected
