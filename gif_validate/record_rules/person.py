"""Rules of the person class (個人): names, codes, dates and ids that must agree. GIF DS-438 個人, DS-431."""

from __future__ import annotations

from ..catalogue.rows import error, info, warning
from ..catalogue.rule import FIRES, Clause, Details
from ..catalogue.text import Text, show
from .comparison import WHOLE, Comparison, all_given, amounts, either_way, in_order, labelled, not_after_today, together

_SPOUSE = {"1": "0", "2": "1", "3": "0", "4": "0"}
"""Marital status → what the item on a spouse should say. 0 (unknown) and 9 (other) say nothing."""
_NUMBER_KINDS = {"個人番号", "マイナンバー"}


def _full_name(family: str, given: str, full: str) -> Details | None:
    if not (family and given and full) or full == f"{family} {given}":
        return None
    # A middle name may stand between the two.
    if full.startswith(f"{family} ") and full.endswith(f" {given}") and len(full) > len(family) + len(given) + 2:
        return None
    details: dict[str, str | Text] = {"value": full, "expected": f"{family} {given}"}
    if "".join(full.split()) == "".join((family + given).split()):
        details["hint"] = Text("区切りは半角空白1つです。", "The parts are separated by one half-width space.")
    return details


def _spouse(marital: str, spouse: str) -> Details | None:
    expected = _SPOUSE.get(marital)
    return {"value": spouse, "marital": marital, "expected": expected} if expected and spouse in {"0", "1"} - {expected} else None


def _individual_number(kind: str, number: str) -> Details | None:
    return FIRES if "".join(kind.split()) in _NUMBER_KINDS and number.strip() else None


def _latin_only(*texts: str) -> Details | None:
    for name, text in zip(_LATIN_ITEMS, texts, strict=True):
        if any(_is_japanese(character) for character in text):
            return {"item": name, "value": show(text)}
    return None


def _is_japanese(character: str) -> bool:
    return "\u3041" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff" or "\uff66" <= character <= "\uff9f"


FULL_NAME = warning(
    "GIF-PER-003",
    Clause("DS-438", "個人"),
    compare=together(Comparison(("氏", "名", "氏名"), _full_name), Comparison(("氏(カナ)", "名(カナ)", "氏名(カナ)"), _full_name)),
    level="LV2",
).says(
    ("氏名は氏と名を連結したものと一致する", "Full name equals family name plus given name"),
    (
        "氏名「{value}」が、氏と名を半角空白で連結した「{expected}」と一致しません。",
        'The full name "{value}" is not the family and given name joined by a half-width space, "{expected}".',
    ),
    good=(
        {"氏": "山田", "名": "花子", "氏名": "山田 花子"},
        {"氏": "山田", "名": "花子", "氏名": "山田 マリア 花子"},
        {"氏（カナ）": "ヤマダ", "名（カナ）": "ハナコ", "氏名（カナ）": "ヤマダ ハナコ"},
        {"氏名": "山田 花子"},
    ),
    bad=(
        {"氏": "山田", "名": "花子", "氏名": "田中 花子"},
        {"氏": "山田", "名": "花子", "氏名": "山田花子"},
        {"氏(カナ)": "ヤマダ", "名(カナ)": "ハナコ", "氏名(カナ)": "タナカ ハナコ"},
    ),
)
SEX = error("GIF-PER-005", Clause("DS-438-1", "性別コード一覧"), compare=labelled("性別", "gif-sex"), level="LV2", about="truth").says(
    ("性別は規定のコードと対応する名称", "Sex: listed code with its label"),
    ("性別のコード「{value}」{problem}", 'The code of sex "{value}"{problem}'),
    good=(
        {"性別/コード": "2", "性別/名称": "女性"},
        {"性別_コード": "9", "性別_名称": "その他"},
        {"コード": "9", "名称": "適用不能"},
        {"性別": "1"},
    ),
    bad=({"性別/コード": "2", "性別/名称": "男性"}, {"性別/コード": "3"}, {"コード": "3", "名称": "女性"}),
)
NATIONALITY = error(
    "GIF-PER-006",
    Clause("DS-438-1", "国コード一覧"),
    compare=together(labelled("国籍", "gif-country-region"), labelled("出生国", "gif-country-region")),
    level="LV2",
    about="truth",
).says(
    ("国籍と出生国は3文字コードと対応する名称", "Nationality and birth country: alpha-3 code with label"),
    ("国コード「{value}」{problem}", 'The country code "{value}"{problem}'),
    good=(
        {"国籍/コード": "JPN", "国籍/名称": "日本国"},
        {"国籍/コード": "JPN", "国籍/名称": "日本"},
        {"出生国/コード": "FRA", "出生国/名称": "フランス共和国"},
    ),
    bad=({"国籍/コード": "JP", "国籍/名称": "日本国"}, {"出生国/コード": "JPN", "出生国/名称": "フランス共和国"}),
)
BIRTH_AND_DEATH = warning(
    "GIF-PER-007", compare=together(in_order("生年月日", "死亡年月日"), not_after_today("生年月日", "死亡年月日")), about="truth"
).says(
    ("生年月日は死亡年月日以前、いずれも未来でない", "Birth not after death; neither in the future"),
    ("「{first_item}」{first} が「{last_item}」{value} より後になっています。", '"{first_item}" {first} is after "{last_item}" {value}.'),
    good=({"生年月日": "2000-01-01", "死亡年月日": "2020-01-01"}, {"生年月日": "2000-01-01"}),
    bad=({"生年月日": "2020-01-01", "死亡年月日": "2000-01-01"}, {"生年月日": "9998-01-01"}),
)
SPOUSE = warning("GIF-PER-008", compare=Comparison(("既婚・未婚", "配偶者の有無"), _spouse), about="truth").says(
    ("婚姻区分と配偶者の有無が整合する", "Marital status agrees with spouse status"),
    (
        "既婚・未婚が {marital} のとき、配偶者の有無は {expected} になるはずですが、{value} です。",
        "With marital status {marital} the item on a spouse should be {expected}, but it is {value}.",
    ),
    good=({"既婚・未婚": "2", "配偶者の有無": "1"}, {"既婚・未婚": "0", "配偶者の有無": "1"}, {"既婚・未婚": "1", "配偶者の有無": "2"}),
    bad=({"既婚・未婚": "1", "配偶者の有無": "1"}, {"既婚・未婚": "2", "配偶者の有無": "0"}),
)
AGE = info(
    "GIF-PER-009",
    **either_way(amounts("年齢", regex=WHOLE, words=Text("0から150までの整数", "a whole number from 0 to 150"), most=150), "年齢"),
).says(
    ("年齢は0から150までの整数", "Age is a whole number from 0 to 150"),
    ("「{item}」の「{value}」{problem}", '"{value}" in "{item}"{problem}'),
    good=("21", {"年齢": "21"}, {"年齢": "0"}),
    bad=("二十一", "210", {"年齢": "二十一"}, {"年齢": "-1"}, {"年齢": "210"}),
)
INDIVIDUAL_NUMBER = warning("GIF-PER-010", compare=Comparison(("ID群/ID種別", "ID群/ID"), _individual_number, "ID群"), about="truth").says(
    ("個人番号を公開ファイルに含めない", "No individual numbers in files for publication"),
    (
        "ID群に個人番号（マイナンバー）が含まれています。番号法により提供が制限されています。公開するファイルからは取り除きます。",
        "The ID group holds an individual number, which the law on such numbers protects. Take it out of files for publication.",
    ),
    good=({"ID群/ID種別": "職員番号", "ID群/ID": "1234567"}, {"ID群/ID種別": "個人番号", "ID群/ID": ""}),
    bad=(
        {"ID群/ID種別": "個人番号", "ID群/ID": "12345-6789"},
        {"ID群/ID種別": "職員番号", "ID群/ID": "A1234", "ID群[2]/ID種別": "マイナンバー", "ID群[2]/ID": "A1234"},
    ),
)
ROLE = error(
    "GIF-PER-012",
    Clause("DS-438", "役割関与情報型"),
    compare=all_given("役割関与情報/役割", "役割関与情報/関与者", each="役割関与情報"),
    level="LV2",
    about="truth",
).says(
    ("役割関与情報は役割と関与者の両方を記入", "Role information names both role and person"),
    ("役割関与情報に{lacking}がありません。", "The role information lacks {lacking}."),
    good=({"役割関与情報/役割/コード": "配偶者", "役割関与情報/関与者/氏": "山田"}, {"役割関与情報/役割/コード": ""}),
    bad=({"役割関与情報/役割/コード": "配偶者"}, {"役割関与情報/関与者/氏": "山田"}),
)

_LATIN_ITEMS = (
    *("氏(英字)", "名(英字)", "氏名(英字)", "ミドルネーム(英字)", "旧氏(英字)", "通称名(英字)", "商号または名称(英字)", "名称(英字)"),
    *("都道府県(英字)", "市区町村(郡)(英字)", "町字(英字)", "番地以下(英字)", "建物名等(方書)(英字)", "連結表記(英字)", "イベント名(英字)"),
)
LATIN = warning(
    "GIF-TXT-006", Clause("DS-438-2", "英字"), **either_way(Comparison(_LATIN_ITEMS, _latin_only), "氏(英字)"), level="LV2"
).says(
    ("英字項目に仮名や漢字を使わない", "English items hold Latin text, no kana or kanji"),
    (
        "英字の項目「{item}」の「{value}」に仮名か漢字があります。ローマ字または英語で書きます。",
        'The item for Latin text "{item}" has kana or kanji: "{value}". Write romanised Japanese or English.',
    ),
    good=("Kioicho", {"町字(英字)": "Kioicho"}, {"番地以下(英字)": "1-3"}, {"氏(英字)": "O'Neill"}),
    bad=("紀尾井町", {"町字(英字)": "紀尾井町"}, {"氏（英字）": "ヤマダ"}),
)
