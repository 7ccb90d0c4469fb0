"""Rules of the legal entity class (法人): numbers, kinds, counts and related organisations. GIF DS-438 法人, DS-434."""

from __future__ import annotations

import re

from ..catalogue.rows import error, info, warning
from ..catalogue.rule import FIRES, Clause, Details, compiled
from ..catalogue.text import Text
from ..codelists import codes
from ..parts.identifiers.corporate_number import check_digit, has_right_check_digit
from .comparison import WHOLE, WHOLE_WORDS, Comparison, amounts, exceeds, names_of, one_given, together

_THIRTEEN = "[0-9]{13}"
_INVOICE = "T[0-9]{13}"
_INVOICE_KINDS = {"登録番号", "インボイス登録番号", "適格請求書発行事業者登録番号"}
_FORMS = {"株式会社": "301", "有限会社": "302", "合名会社": "303", "合資会社": "304", "合同会社": "305"}
_FOREIGN = "401"


def _wrong_check_digit(number: str) -> Details | None:
    if not compiled(_THIRTEEN).fullmatch(number) or has_right_check_digit(number):
        return None
    return {"value": number, "expected": check_digit(number[1:])}


def _not_thirteen(number: str) -> Details | None:
    return None if not number or compiled(_THIRTEEN).fullmatch(number) else {"value": number}


def _invoice_form(kind: str, number: str) -> Details | None:
    meant = kind.strip() in _INVOICE_KINDS and number != ""
    return {"value": number} if meant and not compiled(_INVOICE).fullmatch(number) else None


def _invoice_agrees(kind: str, number: str, own: str) -> Details | None:
    if kind.strip() not in _INVOICE_KINDS or not compiled(_INVOICE).fullmatch(number) or not has_right_check_digit(own):
        return None
    return None if number[1:] == own else {"value": number, "own": own}


def _unlisted_kind(code: str) -> Details | None:
    return {"value": code} if code and code not in codes("gif-legal-entity-kind") else None


def _kind_agrees(name: str, code: str) -> Details | None:
    forms = [form for form in _FORMS if form in name]
    if len(forms) != 1 or code not in names_of("gif-legal-entity-kind") or code in {_FORMS[forms[0]], _FOREIGN}:
        return None
    return {"value": code, "label": codes("gif-legal-entity-kind")[code], "form": forms[0], "expected": _FORMS[forms[0]]}


def _place_agrees(place: str, name: str) -> Details | None:
    if not place:
        return None
    if place not in {"前株", "後株"}:
        return {"value": place, "problem": Text("は「前株」でも「後株」でもありません。", " is neither 前株 nor 後株.")}
    before = name.startswith(tuple(_FORMS))
    after = name.endswith(tuple(_FORMS))
    if before == after or (place == "前株") is before:
        return None
    return {"value": place, "problem": Text(f"ですが、商号は「{name}」です。", f" does not fit the trade name {name}.")}


def _founded_later(founded: str, incorporated: str) -> Details | None:
    first, second = re.match("([0-9]{4})年?\\Z", founded), re.match("([0-9]{4})-", incorporated)
    return {"value": founded, "incorporated": incorporated} if first and second and first[1] > second[1] else None


def _related(role: str, number: str, own: str) -> Details | None:
    if not role.strip() and not number.strip():
        return None
    if not role.strip() or not number.strip():
        lacking = Text("「役割」", "its role") if number.strip() else Text("「法人番号」", "its corporate number")
        return {"problem": Text(f"に{lacking.ja}がありません。", f" lacks {lacking.en}.")}
    if not has_right_check_digit(number):
        return {
            "problem": Text("の法人番号が正しくありません（13桁、検査数字）。", " has a wrong corporate number (13 digits, check digit).")
        }
    return (
        {"problem": Text("の法人番号が、この法人自身のものです。", " has this entity's own corporate number.")} if number == own else None
    )


THIRTEEN_DIGITS = error(
    "GIF-ORG-001", Clause("DS-438", "法人"), look=_not_thirteen, compare=Comparison(("法人番号",), _not_thirteen), level="LV2"
).says(
    ("法人番号は半角数字13桁", "Corporate number is 13 half-width digits"),
    ("法人番号「{value}」は半角数字13桁ではありません。", 'The corporate number "{value}" is not thirteen half-width digits.'),
    good=("8000012010038", {"法人番号": "8000012010038"}),
    bad=("8-0000-1201-0038", "800001201003", {"法人番号": "８００００１２０１００３８"}),
)
CHECK_DIGIT = error(
    "GIF-ORG-002",
    Clause("法人番号省令", "第2条"),
    look=_wrong_check_digit,
    compare=Comparison(("法人番号",), _wrong_check_digit),
    about="truth",
).says(
    ("法人番号の検査数字が一致する", "Check digit of the corporate number is right"),
    (
        "法人番号「{value}」の検査数字（1桁目）が違います。残りの12桁からは {expected} になります。",
        'The check digit (first) of "{value}" is wrong; the other twelve digits give {expected}.',
    ),
    good=("8000012010038", {"法人番号": "8000012010038"}),
    bad=("0000000000000", "8000012010039", {"法人番号": "0000000000000"}),
)
NUMBER_OR_ID = error("GIF-ORG-003", Clause("DS-438", "法人"), compare=one_given("法人番号", "ID群"), level="LV2", about="truth").says(
    ("法人番号とID群のいずれかを記入", "Corporate number or ID group is present"),
    (
        "法人番号もID群もありません。どの必須パターンでも、少なくとも一方が要ります。",
        "There is neither a corporate number nor an ID group; every mandatory pattern needs one of them.",
    ),
    good=({"法人番号": "8000012010038"}, {"ID群/ID種別": "登録番号", "ID群/ID": "T8000012010038"}),
    bad=({"商号または名称": "株式会社ＧＩＦ"}, {"法人番号": "", "ID群/ID": ""}),
)
INVOICE_FORM = warning(
    "GIF-ORG-004", Clause("DS-438", "法人 ID群"), compare=Comparison(("ID群/ID種別", "ID群/ID"), _invoice_form, "ID群"), level="LV2"
).says(
    ("登録番号はID群にT＋13桁で記入", "Invoice number in the ID group as T and 13 digits"),
    ("登録番号「{value}」は T と半角数字13桁ではありません。", 'The invoice number "{value}" is not T and thirteen half-width digits.'),
    good=({"ID群/ID種別": "登録番号", "ID群/ID": "T8000012010038"}, {"ID群/ID種別": "団体番号", "ID群/ID": "12"}),
    bad=({"ID群/ID種別": "登録番号", "ID群/ID": "8000012010038"}, {"ID群/ID種別": "登録番号", "ID群/ID": "T-8000012010038"}),
)
INVOICE_AGREES = warning(
    "GIF-ORG-005", compare=Comparison(("ID群/ID種別", "ID群/ID", "法人番号"), _invoice_agrees, "ID群"), about="truth"
).says(
    ("登録番号の13桁は法人番号と一致する", "Invoice number digits equal the corporate number"),
    (
        "登録番号「{value}」の数字が法人番号 {own} と違います。",
        'The digits of the invoice number "{value}" differ from the corporate number {own}.',
    ),
    good=({"ID群/ID種別": "登録番号", "ID群/ID": "T8000012010038", "法人番号": "8000012010038"},),
    bad=({"ID群/ID種別": "登録番号", "ID群/ID": "T1234567890123", "法人番号": "8000012010038"},),
)
KIND = error(
    "GIF-ORG-009",
    Clause("DS-438-1", "法人種別コード一覧"),
    look=_unlisted_kind,
    compare=Comparison(("組織種別",), _unlisted_kind),
    level="LV2",
    about="truth",
).says(
    ("組織種別は法人種別コードから選択", "Organisation kind is in the legal entity code list"),
    (
        "組織種別「{value}」は法人種別コード一覧にありません。",
        'The kind of organisation "{value}" is not in the list of legal entity kinds.',
    ),
    good=("301", {"組織種別": "301"}),
    bad=("株式会社", {"組織種別": "306"}),
)
KIND_AGREES = warning("GIF-ORG-010", compare=Comparison(("商号または名称", "組織種別"), _kind_agrees), about="truth").says(
    ("組織種別は商号の会社種類と整合する", "Organisation kind agrees with the trade name"),
    (
        "商号に「{form}」とありますが、組織種別は {value}（{label}）です。{expected} ではありませんか。",
        'The trade name says "{form}", but the kind is {value} ({label}); {expected} is expected.',
    ),
    good=({"商号または名称": "株式会社ＧＩＦ", "組織種別": "301"}, {"商号又は名称": "きおい市", "組織種別": "201"}),
    bad=({"商号または名称": "株式会社ＧＩＦ", "組織種別": "305"},),
)
PLACE_AGREES = warning(
    "GIF-ORG-011",
    Clause("DS-438", "法人 拡張項目"),
    compare=Comparison(("組織種別位置(前株、後株)", "商号または名称"), _place_agrees),
    level="LV2",
    about="truth",
).says(
    ("前株・後株は商号の表記と一致する", "Place of the company form agrees with the trade name"),
    ("組織種別位置「{value}」{problem}", 'The place of the company form "{value}"{problem}'),
    good=({"組織種別位置(前株、後株)": "前株", "商号または名称": "株式会社ＧＩＦ"}, {"組織種別位置(前株、後株)": "後株"}),
    bad=({"組織種別位置(前株、後株)": "後株", "商号または名称": "株式会社ＧＩＦ"}, {"組織種別位置(前株、後株)": "前"}),
)
COUNTS = warning(
    "GIF-ORG-012",
    compare=together(
        amounts("社員数", "正社員数", "従業員数", "資本金(円)", regex=WHOLE, words=WHOLE_WORDS), exceeds("正社員数", "従業員数")
    ),
    about="truth",
).says(
    ("従業員数と資本金は0以上の整数、正社員数は従業員数以下", "Employee counts and capital are whole numbers from 0, in order"),
    ("「{item}」の「{value}」{problem}", '"{value}" in "{item}"{problem}'),
    good=({"正社員数": "1000", "従業員数": "1500"}, {"資本金(円)": "0"}),
    bad=({"社員数": "-1"}, {"正社員数": "1600", "従業員数": "1500"}, {"資本金（円）": "1千万"}),
)
FOUNDED = info("GIF-ORG-014", compare=Comparison(("創業年", "設立年月日"), _founded_later), about="truth").says(
    ("創業年は設立年月日の年以前", "Founding year is not after the year of incorporation"),
    (
        "創業年 {value} が設立年月日 {incorporated} より後になっています。",
        "The founding year {value} is after the date of incorporation {incorporated}.",
    ),
    good=({"創業年": "1985", "設立年月日": "1990-04-01"}, {"創業年": "1990年", "設立年月日": "1990-04-01"}),
    bad=({"創業年": "1995", "設立年月日": "1990-04-01"},),
)
RELATED = error(
    "GIF-ORG-015",
    Clause("DS-438", "関連組織情報型"),
    compare=Comparison(("関連組織/役割", "関連組織/法人番号", "法人番号"), _related, "関連組織"),
    level="LV2",
    about="truth",
).says(
    ("関連組織には役割と他法人の法人番号を記入", "Related organisation: role and another entity's number"),
    ("関連組織{problem}", "The related organisation{problem}"),
    good=({"関連組織/役割/コード": "子会社", "関連組織/法人番号": "8000012010038"}, {"関連組織/役割/コード": "", "関連組織/法人番号": ""}),
    bad=(
        {"関連組織/役割/コード": "子会社"},
        {"関連組織/役割/コード": "子会社", "関連組織/法人番号": "0000000000000"},
        {"関連組織/役割/コード": "子会社", "関連組織/法人番号": "8000012010038", "法人番号": "8000012010038"},
    ),
)
CONTACT = warning(
    "GIF-ORG-017",
    Clause("DS-438", "法人"),
    compare=Comparison(("連絡先情報",), lambda contact: None if contact.strip() else FIRES),
    level="LV2",
    about="truth",
).says(
    ("法人の連絡先情報を空にしない", "Contact point of a legal entity is not empty"),
    (
        "連絡先情報に何も書かれていません。どの必須パターンでも必須の項目です。",
        "The contact point is empty; every mandatory pattern needs it.",
    ),
    good=({"連絡先情報/連絡先名称": "総務課"},),
    bad=({"連絡先情報/連絡先名称": "", "連絡先情報/連絡先URL": ""}, {"連絡先情報": ""}),
)
