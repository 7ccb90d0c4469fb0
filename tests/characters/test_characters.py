"""The character environment: what is named, which candidates are offered, what the repertoires of fields hold."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gif_validate.catalogue.finding import Fault
from gif_validate.catalogue.rule import Severity
from gif_validate.characters import candidates, profiles, rules, sequences
from gif_validate.characters.repertoire import jisx0213, vendor
from gif_validate.characters.repertoire import sequences as cells
from gif_validate.engine.values.judge import within
from gif_validate.parts import part

REGISTERED, UNREGISTERED = "邊\U000e010c", "邊\U000e01ef"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("市民会館", None),
        ("か゚", None),
        ("ㇷ゚", None),
        ("æ̀", None),
        ("Café", None),
        ("髙橋", "GIF-CHAR-001"),
        ("𠮷野家", "GIF-CHAR-001"),
        ("\ue000橋", "GIF-CHAR-042"),
        ("①", "GIF-CHAR-008"),
        ("ｱｲｳ", "GIF-CHAR-008"),
        ("晴れ😀", "GIF-CHAR-036"),
        ("さ゚", "GIF-CHAR-015"),
        ("e\u0301", "GIF-CHAR-044"),
        ("e\u0302", "GIF-CHAR-038"),
        ("e\u0331", "GIF-CHAR-001"),
        ("カ\u3099", "GIF-CHAR-015"),
        ("カ゛", "GIF-CHAR-015"),
        ("渡" + REGISTERED, "GIF-CHAR-039"),
        ("a\u00adb", "GIF-CHAR-034"),
        ("a\u00a0b", "GIF-CHAR-034"),
        ("a\u202eb", "GIF-CHAR-034"),
        ("a\tb", "GIF-CHAR-034"),
        ("〃", "GIF-CHAR-031"),
        ("a  b", "GIF-CHAR-028"),
        ("9～17", "GIF-CHAR-037"),
        ("山田　花子", None),
    ],
)
def test_each_fault_of_text_has_its_rule(value: str, expected: str | None) -> None:
    fault = part("text").explain(value)
    assert (fault.rule.id if fault else None) == expected
    assert part("text").is_clean(value) == (expected is None)


def test_a_normalisation_that_differs_is_said_beside() -> None:
    fault = part("text").explain("e\u0301")
    assert fault is not None
    assert "GIF-CHAR-038" in fault.also


def test_every_vendor_kanji_is_named_with_its_candidates() -> None:
    kanji = [char for char in sorted(vendor()) if 0x3400 <= ord(char) < 0xFF00]
    offered = [char for char in kanji if candidates.candidates(char)]
    assert "髙" in offered
    assert "閒" in offered
    assert all(set(candidates.candidates(char)) <= jisx0213() for char in kanji)
    for char in kanji:
        fault = part("text").explain(char)
        assert fault is not None
        assert fault.suggestion is None
        assert ("hint" in fault.details) == (char in offered)


def test_the_optional_shrink_map_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "gif_validate_mjdata"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "shrink.txt").write_text("髙崇高\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    candidates.shrink_map.cache_clear()
    try:
        assert candidates.candidates("髙") == ("崇", "高")
        assert candidates.offered(("髙", "あ")) == "髙→崇・高"
    finally:
        candidates.shrink_map.cache_clear()
        sys.modules.pop("gif_validate_mjdata", None)


def test_without_it_only_the_shipped_relations_count() -> None:
    assert candidates.shrink_map() == {}
    assert candidates.candidates("髙") == ("高",)


def test_registered_sequences() -> None:
    assert sum(map(len, sequences.moji_joho().values())) == 11_384
    assert sequences.unregistered(REGISTERED + UNREGISTERED) == (UNREGISTERED,)
    assert sequences.unregistered("\U000e0100") == ("\U000e0100",)
    assert sequences.without_registered("a" + REGISTERED) == "a邊"
    assert sequences.without_registered(UNREGISTERED) == UNREGISTERED


@pytest.mark.parametrize(("value", "hint"), [(REGISTERED, "登録された"), (UNREGISTERED, "登録されていない")])
def test_the_hint_says_whether_a_variant_is_registered(value: str, hint: str) -> None:
    assert rules.SELECTOR.look is not None
    details = rules.SELECTOR.look(value)
    assert details is not None
    assert hint in str(details["hint"])


def test_sizes_of_the_repertoires() -> None:
    assert len(profiles.jisx0208()) == 6_879
    assert len(profiles.joyo()) == 2_136
    assert profiles.joyo() <= profiles.jisx0208() | set("塡剝頰𠮟")
    assert profiles.jisx0208() - jisx0213() == {"＼"}


@pytest.mark.parametrize(
    ("profile", "text", "expected"),
    [
        ("ascii", "City 1", ()),
        ("ascii", "Cité", ("é",)),
        ("kana", "ヤマダ ハナコ", ()),
        ("kana", "ヤマダ1", ("1",)),
        ("jisx0208", "山田 Hanako", ()),
        ("jisx0208", "俠髙", ("俠", "髙")),
        ("jisx0213", "俠①か゚", ()),
        ("jisx0213", "髙", ("髙",)),
        ("jisx0213-portable", "俠①", ("①",)),
        ("jisx0213-portable", "ｱ", ("ｱ",)),
        ("mj", "髙" + REGISTERED, ()),
        ("mj", UNREGISTERED, ("\U000e01ef",)),
        ("mj", "\ue000", ("\ue000",)),
        ("joyo", "渡辺さん、1階 Aビル", ()),
        ("joyo", "渡邉髙", ("邉", "髙")),
    ],
)
def test_what_is_outside_a_repertoire(profile: str, text: str, expected: tuple[str, ...]) -> None:
    assert profiles.outside(profile, text) == expected


def test_every_sequence_of_the_standard_is_inside() -> None:
    for cell in cells():
        assert profiles.outside("jisx0213", cell) == ()
        assert part("text").is_clean(cell)


def _rule(fault: Fault | None) -> str | None:
    return fault.rule.id if fault else None


def test_a_field_with_a_repertoire_of_its_own() -> None:
    kind = part("text")
    assert _rule(within("mj", "髙", kind.explain("髙"))) is None
    assert _rule(within("mj", REGISTERED, kind.explain(REGISTERED))) is None
    assert _rule(within("mj", UNREGISTERED, kind.explain(UNREGISTERED))) == "CHAR-001"
    assert _rule(within("mj", "髙  橋", kind.explain("髙  橋"))) == "GIF-CHAR-001"
    assert _rule(within("jisx0208", "俠", None)) == "CHAR-001"
    assert _rule(within("joyo", "邉", None)) == "GIF-CHAR-029"
    assert _rule(within("joyo", "髙", kind.explain("髙"))) == "GIF-CHAR-001"
    assert _rule(within("jisx0208", "辺", None)) is None
    private = within("mj", "\ue000", kind.explain("\ue000"))
    assert private is not None
    assert private.severity is Severity.ERROR


@given(text=st.text(max_size=20))
def test_a_wider_repertoire_never_finds_more(text: str) -> None:
    narrow = set(profiles.outside("jisx0213-portable", text))
    assert set(profiles.outside("jisx0213", text)) <= narrow
    assert set(profiles.outside("ascii", text)) >= set(profiles.outside("jisx0208", text))
