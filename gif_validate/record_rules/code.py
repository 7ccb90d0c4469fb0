"""Rules of codes (コード): single codes of general use, code tables, names of items, lists in one cell. GIF DS-463-1, DS-430 §5, DS-464-2.

DS-463-1 and DS-464-2 were withdrawn on 2026-01-08; their rules warn at most. A code table is asked as a mapping of code to label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from ..catalogue.rows import error, info, warning
from ..catalogue.rule import Clause, Details, compiled
from ..catalogue.text import Text, show
from ..codelists import codes
from .comparison import Comparison, alone, disagreement, either_way, labelled, of_item

# Second and third letter by first: the active codes of ISO 4217, funds and metals included.
_CURRENCY_ENDS = {
    "A": "ED FN LL MD NG OA RS UD WG ZN",
    "B": "AM BD DT GN HD IF MD ND OB OV RL SD TN WP YN ZD",
    "C": "AD DF HE HF HW LF LP NY OP OU RC UC UP VE ZK",
    "D": "JF KK OP ZD",
    "E": "GP RN TB UR",
    "F": "JD KP",
    "G": "BP EL HS IP MD NF TQ YD",
    "H": "KD NL TG UF",
    "I": "DR LS NR QD RR SK",
    "J": "MD OD PY",
    "K": "ES GS HR MF PW RW WD YD ZT",
    "L": "AK BP KR RD SL YD",
    "M": "AD DL GA KD MK NT OP RU UR VR WK XN XV YR ZN",
    "N": "AD GN IO OK PR ZD",
    "O": "MR",
    "P": "AB EN GK HP KR LN YG",
    "Q": "AR",
    "R": "ON SD UB WF",
    "S": "AR BD CR DG EK GD HP LE LL OS RD SP TN VC YP ZL",
    "T": "HB JS MT ND OP RY TD WD ZS",
    "U": "AH GX SD SN YI YU YW ZS",
    "V": "ED ES ND UV",
    "W": "ST",
    "X": "AF AG AU BA BB BC BD CD CG DR OF PD PF PT SU TS UA XX",
    "Y": "ER",
    "Z": "AR MW WG",
}
CURRENCIES = frozenset(first + end for first, ends in _CURRENCY_ENDS.items() for end in ends.split())
_SNAKE = "[a-z][a-z0-9]{0,}(_[a-z0-9]{1,}){0,}"
_CAMEL = "[a-z][A-Za-z0-9]{0,}"
_UNIT_SUFFIX = re.compile(r"_(?:[A-Z]{3}|MP0[1-7])\Z")
_SUFFIX = re.compile(r"_([A-Za-z]{3}|[Mm][Pp][0-9]{1,2})\Z")
_UNITS = frozenset({"JPY", "CMT", "KGM", "MTK", "MTR"})


def _country(value: str, name: str = "") -> Details | None:
    found = disagreement("gif-country-region", value, name)
    if found is not None and compiled("[A-Z]{2}").fullmatch(value):
        return {**found, "hint": Text("2文字のコードではなく、3文字のコードで書きます。", "Write the code of three letters, not of two.")}
    return found


def _currency(value: str) -> Details | None:
    return None if value in CURRENCIES else {"value": value}


def _prefecture(value: str) -> Details | None:
    return None if compiled("(0[1-9]|[1-3][0-9]|4[0-7])").fullmatch(value) else {"value": value}


def _municipality(value: str) -> Details | None:
    return None if value in _third_to_fifth() else {"value": value}


@cache
def _third_to_fifth() -> frozenset[str]:
    """The three digits that tell municipalities apart within their prefecture."""
    return frozenset(code[2:5] for code in codes("municipalities"))


def _applicability(*texts: str) -> Details | None:
    items = (("該当区分", "gif-applicability"), ("婚姻区分", "gif-marital-status"))
    for (item, list_id), text in zip(items, texts, strict=True):
        if found := disagreement(list_id, text, ""):
            return {**found, "item": item}
    return None


def _ambiguous(table: Mapping[str, str]) -> Details | None:
    """Two codes of a table with one label. That a code stands twice cannot show in a mapping (TABLE-021, JSON-003)."""
    seen: dict[str, str] = {}
    for code, label in table.items():
        if label.strip() and (first := seen.setdefault(label.strip(), code)) != code:
            return {"value": show(label), "first": show(first), "second": show(code)}
    return None


def _undefined(table: Mapping[str, str]) -> Details | None:
    return next(({"value": show(code)} for code, label in table.items() if not label.strip()), None)


def _form(code: str) -> str:
    return re.sub("[0-9]", "9", re.sub("[A-Z]", "A", re.sub("[a-z]", "a", code)))


def _uneven(table: Mapping[str, str]) -> Details | None:
    """Not all codes have the length and the characters of the most common ones."""
    forms = Counter(map(_form, table))
    if len(forms) < 2:
        return None
    usual = forms.most_common(1)[0][0]
    odd, like = next(code for code in table if _form(code) != usual), next(code for code in table if _form(code) == usual)
    return {"value": show(odd), "expected": show(like)}


def _shortened(table: Mapping[str, str]) -> Details | None:
    """Numbers of four or more digits, some of them a digit short, and no full-length one begins with 0: the zeros were lost."""
    digits = [code for code in table if compiled("[0-9]{1,}").fullmatch(code)]
    longest = max(map(len, digits), default=0)
    if longest < 4 or len(digits) < len(table) or any(code[0] == "0" for code in digits):
        return None
    short = next((code for code in digits if len(code) == longest - 1), None)
    return None if short is None else {"value": show(short), "expected": show("0" + short)}


def _name_style(name: str) -> str:
    """``snake``, ``camel``, ``either`` (one word), ``other``; a unit or pattern suffix of DS-438 does not count."""
    plain = _UNIT_SUFFIX.sub("", name)
    snake, camel = compiled(_SNAKE).fullmatch(plain), compiled(_CAMEL).fullmatch(plain)
    return "either" if snake and camel else "snake" if snake else "camel" if camel else "other"


def _english_name(name: str) -> Details | None:
    return {"value": name} if name.isascii() and _name_style(name) == "other" else None


def _styles(record: Mapping[str, str]) -> Details | None:
    """The English names of a record are all in one style."""
    found: dict[str, str] = {}
    for name in record:
        style = _name_style(name) if name.isascii() else "either"
        if style == "other":
            return {"value": show(name)}
        if style != "either":
            found.setdefault(style, name)
    return {"value": show("・".join(found.values()))} if len(found) > 1 else None


def _suffix(name: str) -> Details | None:
    match = _SUFFIX.search(name)
    if match is None:
        return None
    suffix = match[1]
    if suffix.upper() in _UNITS and suffix != suffix.upper():
        return {"value": name, "expected": suffix.upper()}
    if compiled("[Mm][Pp][0-9]{1,2}").fullmatch(suffix) and not compiled("MP0[1-7]").fullmatch(suffix):
        return {"value": name, "expected": "MP01–MP07"}
    return None


def _typeless(record: Mapping[str, str]) -> Details | None:
    name = next((record[key] for key in ("項目名", "データ名", "名称") if record.get(key, "").strip()), "")
    typed = any(record.get(key, "").strip() for key in ("データ型", "データタイプ", "型"))
    return {"value": show(name)} if name and not typed else None


def _unnamed(*texts: str) -> Details | None:
    lacking = [name for name, text in zip(_OF_A_SYSTEM, texts, strict=True) if not text.strip()]
    return {"lacking": Text("、".join(f"「{name}」" for name in lacking), ", ".join(lacking))} if lacking else None


_OF_A_SYSTEM = ("管理者", "名称", "版", "発行日", "履歴")


def _joined(value: str) -> Details | None:
    if sign := next((sign for sign in "；，、,／" if sign in value), ""):
        return {"value": value, "found": sign}
    return {"value": value, "found": ";;"} if ";" in value and not all(token.strip() for token in value.split(";")) else None


DEFINED = warning("GIF-CODE-003", Clause("DS-463-1", "§3.1 3), §4.2"), scope="column", compare=_undefined, about="truth").says(
    ("すべてのコード値の定義を公開", "Every code value has a published definition"),
    ("コード「{value}」に名称も説明もありません。", 'The code "{value}" has no label and no definition.'),
    good=({"101": "国の機関", "201": "地方公共団体"},),
    bad=({"101": "国の機関", "201": ""},),
)
SYSTEM = warning("GIF-CODE-004", Clause("DS-463-1", "§4.1"), compare=Comparison(_OF_A_SYSTEM, _unnamed), about="truth").says(
    ("コード体系に管理者、名称、版、発行日、履歴を付す", "Code system gives owner, name, version, date and history"),
    ("コード体系の説明に{lacking}がありません。", "The description of the code system lacks {lacking}."),
    good=({"管理者": "総務省", "名称": "全国地方公共団体コード", "版": "1.0", "発行日": "2024-01-01", "履歴": "初版"},),
    bad=({"名称": "全国地方公共団体コード"},),
)
ONE_TO_ONE = warning("GIF-CODE-005", Clause("DS-463-1", "§3.4 1)"), scope="column", compare=_ambiguous, about="truth").says(
    ("コードと概念は1対1に対応", "One code for one concept and the reverse"),
    ("「{value}」に {first} と {second} の二つのコードがあります。", '"{value}" has two codes, {first} and {second}.'),
    good=({"1": "男性", "2": "女性"},),
    bad=({"219": "農林漁業施設用地", "220": "農林漁業施設用地"},),
)
EVEN = warning("GIF-CODE-009", Clause("DS-463-1", "§3.1 5)"), scope="column", compare=_uneven).says(
    ("桁数と文字種を余裕を持って固定", "Length and character class fixed, with headroom"),
    (
        "コード「{value}」は、ほかのコード（{expected} など）と桁数か文字種が違います。",
        'The code "{value}" differs in length or kind of characters from others, such as {expected}.',
    ),
    good=({"0101": "駅", "0102": "空港"}, {"A1": "小学校", "B1": "中学校"}),
    bad=({"0101": "駅", "0102": "空港", "103": "港"}, {"A1": "小学校", "B2": "中学校", "高": "高等学校"}),
)
NAME_STYLE = warning("GIF-CODE-013", Clause("DS-463-1", "§3.4 2)"), look=_english_name, scope="file", compare=_styles).says(
    ("英語の項目名はスネーク又はキャメルに統一", "English item names keep to snake_case or camelCase"),
    (
        "項目名「{value}」は、スネークケース（japanese_government）かキャメルケース（japaneseGovernment）のどちらかに統一されていません。",
        'The item names "{value}" do not keep to one of snake_case and camelCase.',
    ),
    good=("japanese_government", "japaneseGovernment", "city_libraries", "floorArea_MTK", {"postal_code": "", "city_name": "", "住所": ""}),
    bad=("Japanese-Government", "japanese_Government", {"postal_code": "", "cityName": ""}),
)
LEADING_ZEROS = warning("GIF-CODE-017", Clause("DS-463-1", "§4.1"), scope="column", compare=_shortened, about="truth").says(
    ("コードの先頭のゼロを失わない", "Leading zeros of codes are kept"),
    (
        "コード「{value}」は先頭のゼロが落ちている可能性があります（{expected} ではありませんか）。"
        "表計算ソフトで開くときは文字列として読み込みます。",
        'The code "{value}" may have lost its leading zero: {expected}? Spreadsheets must read such columns as text.',
    ),
    good=({"011002": "札幌市", "131016": "千代田区"}, {"1": "月曜日", "12": "十二月"}),
    bad=({"11002": "札幌市", "131016": "千代田区"},),
)
TYPED = warning("GIF-CODE-018", Clause("DS-463-1", "§4.2"), compare=_typeless, about="truth").says(
    ("コードの定義に項目ごとのデータ型を明記", "Data type is given for each item"),
    (
        "項目「{value}」の定義にデータ型がありません。先頭のゼロを保つコードは文字列とします。",
        'The definition of the item "{value}" has no data type. Codes with leading zeros are text.',
    ),
    good=({"項目名": "都道府県コード", "データ型": "文字列"},),
    bad=({"項目名": "都道府県コード", "データ型": ""}, {"項目名": "都道府県コード"}),
)
SEX = error(
    "GIF-CODE-020",
    Clause("DS-430", "§5.8"),
    **either_way(labelled("性別", "gif-sex"), "性別/コード"),
    level="LV1",
).says(
    ("性別はISO 5218の1桁コード", "Sex is a one-digit ISO 5218 code"),
    (
        "性別のコード「{value}」{problem}0 不明、1 男性、2 女性、9 適用不能のいずれかです。",
        'The code "{value}" of sex{problem} It is 0 not known, 1 male, 2 female or 9 not applicable.',
    ),
    good=("0", "1", "2", "9", {"性別/コード": "2", "性別/名称": "女性"}),
    bad=("3", "男", "M", "１", {"性別/コード": "男性"}),
)
COUNTRY = error(
    "GIF-CODE-021", Clause("DS-430", "§5.7"), look=_country, compare=Comparison(("国/コード", "国/名称"), _country), level="LV1"
).says(
    ("国名はISO 3166-1の3文字コード", "Country is an ISO 3166-1 alpha-3 code"),
    ("国コード「{value}」{problem}", 'The country code "{value}"{problem}'),
    good=("JPN", "XXX", {"国/コード": "JPN", "国/名称": "日本国"}),
    bad=("JP", "US", "jpn", "日本", {"国/コード": "JP"}),
)
CURRENCY = warning("GIF-CODE-022", Clause("DS-464-2", "表2-9"), **of_item("通貨", _currency)).says(
    ("通貨はISO 4217のコード", "Currency is an ISO 4217 code"),
    (
        "通貨「{value}」は ISO 4217 の大文字3文字のコードではありません。日本円は JPY です。",
        'The currency "{value}" is no code of ISO 4217 (three capitals): JPY for the yen.',
    ),
    good=("JPY", "USD", "EUR", {"通貨": "JPY"}),
    bad=("円", "jpy", "YEN", "¥", {"通貨": "円"}),
)
PREFECTURE = warning("GIF-CODE-023", Clause("DS-464-2", "表2-9"), **of_item("都道府県コード", _prefecture)).says(
    ("都道府県はJIS X 0401の2桁コード", "Prefecture is a two-digit JIS X 0401 code"),
    (
        "都道府県コード「{value}」は 01 から 47 までの2桁の数字ではありません。",
        'The prefecture code "{value}" is no number of two digits from 01 to 47.',
    ),
    good=("13", "01", "47", {"都道府県コード": "13"}),
    bad=("1", "48", "00", "東京都", {"都道府県コード": "1"}),
)
MUNICIPALITY = warning("GIF-CODE-024", Clause("DS-464-2", "表2-9"), **of_item("市区町村コード", _municipality)).says(
    ("市区町村はJIS X 0402の3桁コード", "Municipality is a three-digit JIS X 0402 code"),
    (
        "市区町村コード「{value}」は JIS X 0402 の3桁の数字ではありません。",
        'The municipality code "{value}" is not one of the three-digit codes of JIS X 0402.',
    ),
    good=("101", {"市区町村コード": "101"}),
    bad=("13101", "999", "1", {"市区町村コード": "1"}),
)
PRESENCE = error(
    "GIF-CODE-025",
    Clause("DS-438-1", "有無コード一覧"),
    look=alone(labelled("有無", "gif-status"), "有無/コード"),
    compare=Comparison(("有無/コード", "有無/名称"), lambda code, name: disagreement("gif-status", code, name)),
    level="LV2",
).says(
    ("有無コードは0、1、2、9のいずれか", "Presence code is 0, 1, 2 or 9"),
    ("有無コード「{value}」{problem}", 'The presence code "{value}"{problem}'),
    good=("0", "1", "2", "9", {"コード": "9", "名称": "不明"}),
    bad=("3", "有", {"コード": "1", "名称": "無"}),
)
APPLICABILITY = error(
    "GIF-CODE-026",
    Clause("DS-438-1", "該当区分一覧、婚姻区分一覧"),
    compare=Comparison(("該当区分", "婚姻区分"), _applicability),
    level="LV2",
).says(
    ("該当区分と婚姻区分は規定のコード値", "Applicability and marital status use the listed codes"),
    ("{item}「{value}」{problem}", 'The code "{value}" of {item}{problem}'),
    good=({"該当区分": "9"}, {"婚姻区分": "4", "該当区分": "1"}),
    bad=({"該当区分": "2"}, {"婚姻区分": "5"}, {"婚姻区分": "未婚"}),
)
SUFFIX = info("GIF-ID-006", Clause("DS-438", "接尾辞の注"), look=_suffix, scope="file").says(
    ("項目名の単位と必須パターンの接尾辞", "Unit and pattern suffixes of item names"),
    ("項目名「{value}」の接尾辞は {expected} と書きます。", 'The suffix of the item name "{value}" is written {expected}.'),
    good=("floorArea_MTK", "fee_JPY", "住所_MP02", "city_map"),
    bad=("floorArea_mtk", "fee_jpy", "住所_MP2", "住所_MP08"),
)
LIST = warning("GIF-LIST-001", Clause("DS-462", "§3.3 2)"), look=_joined, scope="column").says(
    ("1つのセルの複数の値は半角セミコロン区切り", "Several values in a cell: half-width semicolons"),
    (
        "「{value}」は「{found}」で区切られています。複数の値は半角のセミコロン（;）で区切ります。",
        '"{value}" is divided by "{found}". Several values are joined by half-width semicolons (;).',
    ),
    good=("JA;EN", "小麦;卵;乳", "小麦"),
    bad=("月,水", "小麦；卵；乳", "小麦、卵", "小麦;;乳"),
)
