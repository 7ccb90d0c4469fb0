"""Codes by date: municipalities against the official counts, other lists, a run by a day, lists of one's own."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gif_validate
from gif_validate.catalogue.clock import as_of
from gif_validate.catalogue.errors import DefinitionError
from gif_validate.codelists import codes, names
from gif_validate.codelists.history import all_in_force, history, in_force, name_of, out_of_force, state, successors
from gif_validate.codelists.own import with_codelists
from gif_validate.models.index import with_definitions
from gif_validate.parts import part
from gif_validate.parts.identifiers.municipality_code import has_right_check_digit

HISTORIES = [name.removesuffix("-history") for name in names() if name.endswith("-history")]
NORTHERN_TERRITORIES = {"01695", "01696", "01697", "01698", "01699", "01700"}


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("code", "on", "expected"),
    [
        ("221317", "2023-12-31", "in_force"),
        ("221317", "2024-01-01", "abolished"),
        ("221317", "2007-03-31", "not_yet"),
        ("221384", "2023-12-31", "not_yet"),
        ("221384", "2024-01-01", "in_force"),
        ("403059", "2018-09-30", "in_force"),
        ("403059", "2018-10-01", "abolished"),
        ("131016", "1990-01-01", "in_force"),
        ("999997", "2024-01-01", "unknown"),
        ("x", "2024-01-01", "unknown"),
    ],
)
def test_state(code: str, on: str, expected: str) -> None:
    assert state("municipalities", code, day(on)) == expected


# 総務省「市町村数の変遷と明治・昭和・平成の大合併の特徴」: cities, towns, villages; the total alone where no more is printed.
COUNTS: list[tuple[str, int, tuple[int, int, int] | None]] = [
    ("1975-04-01", 3257, None),
    ("1985-04-01", 3253, None),
    ("1995-04-01", 3234, (663, 1994, 577)),
    ("1999-03-31", 3232, (670, 1994, 568)),
    ("2002-04-01", 3218, (675, 1981, 562)),
    ("2004-05-01", 3100, (695, 1872, 533)),
    ("2005-04-01", 2395, (739, 1317, 339)),
    ("2006-03-31", 1821, (777, 846, 198)),
    ("2010-03-31", 1727, (786, 757, 184)),
    ("2014-04-05", 1718, (790, 745, 183)),
    ("2018-10-01", 1718, (792, 743, 183)),
]


@pytest.mark.parametrize(("on", "total", "kinds"), COUNTS)
def test_as_many_municipalities_as_the_ministry_counts(on: str, total: int, kinds: tuple[int, int, int] | None) -> None:
    with as_of(day(on)):
        there = {code: name_of("municipalities", code) or "" for code in all_in_force("municipalities")}
    found = Counter(name[-1] for code, name in there.items() if code[:5] not in NORTHERN_TERRITORIES and not name.endswith("区"))
    assert sum(found.values()) == total
    assert kinds is None or (found["市"], found["町"], found["村"]) == kinds


def test_today_the_history_and_the_list_are_one() -> None:
    assert all_in_force("municipalities") == set(codes("municipalities"))
    for code, spans in history("municipalities").items():
        assert has_right_check_digit(code)
        assert (code in codes("municipalities")) == (spans[-1].valid_to is None)
        if spans[-1].valid_to is None:
            assert spans[-1].name == codes("municipalities")[code]


@pytest.mark.parametrize("name", HISTORIES)
def test_spans_follow_each_other(name: str) -> None:
    known = {**codes(name), **history(name)}
    for spans in history(name).values():
        for span, after in pairwise(spans):
            assert span.valid_to is not None and after.valid_from is not None
            assert span.valid_to + datetime.timedelta(1) == after.valid_from
            assert span.name != after.name
        for span in spans:
            assert span.valid_from is None or span.valid_to is None or span.valid_from <= span.valid_to
            assert all(code in known for code in span.successors)
            assert not span.successors or span.valid_to is not None
        if spans[-1].valid_to is None:
            assert spans[-1].code in codes(name), spans[-1]


@pytest.mark.parametrize("name", ["municipalities"])
def test_nothing_goes_without_something_in_its_place(name: str) -> None:
    for code in set(history(name)) - all_in_force(name):
        assert successors(name, code), code


def test_where_a_code_went() -> None:
    assert successors("municipalities", "112046") == ("111007",)  # 浦和市, by way of さいたま市 before it was a designated city
    assert successors("municipalities", "193411") == ("192015", "194301")  # 上九一色村 was divided
    with as_of(day("2002-01-01")):
        assert successors("municipalities", "112046") == ("112445",)
    said = out_of_force("municipalities", "112046", "埼玉県")
    assert said is not None
    assert said.ja == "（埼玉県浦和市）は 2001-04-30 までのコードです。後継は 111007（さいたま市）です。"
    assert said.en == " (埼玉県浦和市) was in force until 2001-04-30; it was succeeded by 111007 (さいたま市)."
    said = out_of_force("care-service", "介護療養型医療施設")
    assert said is not None and said.ja == "は 2024-03-31 までのコードです。"
    with as_of(day("2000-01-01")):
        said = out_of_force("municipalities", "111007")
        assert said is not None and said.ja == "（さいたま市）は 2003-04-01 からのコードです。"
    assert out_of_force("municipalities", "111007") is None
    assert out_of_force("municipalities", "999997") is None


def test_the_name_of_a_code_by_date() -> None:
    assert name_of("municipalities", "016918") == "野付郡別海町"
    with as_of(day("1971-03-31")):
        assert name_of("municipalities", "016918") == "別海村"
    assert name_of("municipalities", "112046") is None


@given(st.sampled_from(HISTORIES), st.dates(day("1960-01-01"), day("2040-12-31")), st.data())
def test_what_is_in_force_has_a_name_and_what_is_not_has_a_reason(name: str, on: datetime.date, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from([*history(name), *codes(name)]))
    with as_of(on):
        if in_force(name, code):
            assert name_of(name, code) is not None
            assert out_of_force(name, code) is None
        else:
            assert name_of(name, code) is None
            said = out_of_force(name, code)
            assert said is not None and re.search("(から|まで)のコードです", said.ja)
        assert all(in_force(name, each) and each != code for each in successors(name, code) if not in_force(name, code))


def test_the_day_of_a_run() -> None:
    assert not in_force("municipalities", "221317")
    with as_of(day("2023-04-01")):
        assert in_force("municipalities", "221317")
        assert not in_force("municipalities", "221384")
        with as_of(None):
            assert in_force("municipalities", "221384")
    assert not in_force("municipalities", "221317")


def test_names_of_municipalities_by_date() -> None:
    municipality = part("municipality")
    fault = municipality.explain("浦和市")
    assert fault is not None and fault.rule.id == "GIF-ADDR-035"
    with as_of(day("2001-04-30")):
        assert municipality.is_clean("浦和市")
        assert municipality.is_clean("浜松市")
        assert not municipality.is_clean("さいたま市")
        assert not municipality.is_clean("中央区浦和市")
    assert municipality.is_clean("さいたま市")


CARE = """事業所番号,事業所名,実施サービス
1,あおば苑,介護療養型医療施設
2,みどり苑,訪問看護;定期巡回・随時対応型訪問介護看護
3,そら苑,訪問看議
"""


def findings(path: Path, definitions: Path | None = None, standard: str = "city/care") -> list[tuple[str, str, str | None]]:
    with with_definitions(definitions):
        report = gif_validate.check(path, standard=standard)
    return [(each.rule.id, each.severity.label, each.value) for each in report.files[0].findings]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "definitions"
    (folder / "codelists").mkdir(parents=True)
    (folder / "care.yaml").write_text(
        "id: city/care\ntitle: {ja: 介護, en: care}\nfields:\n  - {name: 事業所番号}\n  - {name: 事業所名}\n"
        '  - {name: 実施サービス, codes: care-service, separator: ";"}\n',
        encoding="utf-8",
    )
    return folder


def test_a_code_that_went_is_a_warning_and_none_before(tmp_path: Path, own: Path) -> None:
    path = tmp_path / "care.csv"
    path.write_text(CARE, encoding="utf-8")
    assert findings(path, own) == [("FIELD-014", "warning", "介護療養型医療施設"), ("FIELD-003", "error", "訪問看議")]
    with as_of(day("2020-01-01")):
        assert findings(path, own) == [("FIELD-003", "error", "訪問看議")]
    with as_of(day("2010-01-01")):
        assert findings(path, own) == [
            ("FIELD-014", "warning", "訪問看護;定期巡回・随時対応型訪問介護看護"),
            ("FIELD-003", "error", "訪問看議"),
        ]


def test_lists_of_ones_own(tmp_path: Path, own: Path) -> None:
    (own / "codelists" / "our-kind.csv").write_text("code,name_ja\nA,甲\nB,乙\nC,丙\n", encoding="utf-8-sig")
    (own / "codelists" / "our-kind-history.csv").write_text(
        "code,name_ja,valid_from,valid_to,successors\nC,丙,2020-04-01,,\nA,甲,,2020-03-31,C\nD,丁,,2010-03-31,B\n", encoding="utf-8"
    )
    (own / "kinds.yaml").write_text(
        "id: city/kinds\ntitle: {ja: 種, en: kinds}\nfields: [{name: 名称}, {name: 種別, codes: our-kind}]\n", encoding="utf-8"
    )
    path = tmp_path / "kinds.csv"
    path.write_text("名称,種別\nあ,A\nい,B\nう,C\nえ,D\nお,E\n", encoding="utf-8")
    assert findings(path, own, "city/kinds") == [("FIELD-014", "warning", "A"), ("FIELD-014", "warning", "D"), ("FIELD-003", "error", "E")]
    with as_of(day("2009-01-01")):
        assert findings(path, own, "city/kinds") == [("FIELD-014", "warning", "C"), ("FIELD-003", "error", "E")]
    assert "our-kind" not in names()


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("ours.csv", "name,code\nA,B\n", 1, "the header is code, name_ja"),
        ("ours.csv", "", 1, "the header is code, name_ja"),
        ("ours.csv", "code,name_ja\nA,甲\nA,乙\n", 3, "'A' stands twice"),
        ("ours.csv", "code,name_ja\nA,甲,1\n", 2, "another number of columns"),
        ("ours.csv", "code,name_ja\n,甲\n", 2, "no code"),
        ("ours.csv", 'code,name_ja\nA,"甲\n', 1, "not CSV in UTF-8"),
        ("prefectures.csv", "code,name_ja\nA,甲\n", 1, "'prefectures' already"),
        ("ours-history.csv", "code,name_ja\nA,甲\n", 1, "valid_from, valid_to, successors"),
        ("ours-history.csv", "code,name_ja,valid_from,valid_to,successors\nA,甲,2020-4-1,,\n", 2, "'2020-4-1' is no date"),
        ("ours-history.csv", "code,name_ja,valid_from,valid_to,successors\nA,甲,20200401,,\n", 2, "'20200401' is no date"),
    ],
)
def test_faulty_lists_are_refused_with_their_line(tmp_path: Path, name: str, text: str, line: int, words: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionError) as caught, with_codelists(tmp_path):
        pass
    assert caught.value.line == line
    assert words in caught.value.why.en
    assert caught.value.why.ja


def test_a_list_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ours.csv").write_bytes("code,name_ja\nA,甲\n".encode("cp932"))
    with pytest.raises(DefinitionError, match="not CSV in UTF-8"), with_codelists(tmp_path):
        pass
