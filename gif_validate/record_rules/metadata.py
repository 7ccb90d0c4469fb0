"""Rules of metadata (メタデータ): identifiers, dates, language, access, period, size, media type, contact. GIF DS-469 §2.3, DS-452-1 §7.3.

Both guides were withdrawn on 2026-01-08, so nothing here is more than a warning. The guide prints the names of the items in Japanese only;
records have these names. What other rules say already (dates, URLs, mandatory items, unique keys) is an alias in ``catalogue/rules.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..catalogue.rows import info, warning
from ..catalogue.rule import FIRES, Clause, Details, compiled
from ..catalogue.text import Text, show
from ..parts.forms import DATE
from .comparison import Comparison, all_given, either_way, if_given, in_order, of_item

_SECOND_LETTERS = {
    "a": "abefkmnrsvyz",
    "b": "aeghimnors",
    "c": "aehorsuvy",
    "d": "aevz",
    "e": "elnostu",
    "f": "afijory",
    "g": "adlnuv",
    "h": "aeiortuyz",
    "i": "adegikostu",
    "j": "av",
    "k": "agijklmnorsuvwy",
    "l": "abginotuv",
    "m": "ghiklnrsty",
    "n": "abdeglnorvy",
    "o": "cjmrs",
    "p": "ailst",
    "q": "u",
    "r": "mnouw",
    "s": "acdegiklmnoqrstuvw",
    "t": "aeghiklnorstwy",
    "u": "gkrz",
    "v": "eio",
    "w": "ao",
    "x": "h",
    "y": "io",
    "z": "ahu",
}
LANGUAGES = frozenset(first + second for first, seconds in _SECOND_LETTERS.items() for second in seconds)
"""The two-letter codes of ISO 639-1, with ``bh`` as printed by older lists."""
ACCESS_SCOPES = ("公開", "制限付き公開", "非公開")
STATUSES = ("配信中", "配信準備中", "配信停止中")
CONTACT_ITEMS = ("組織名", "部署名", "電話番号", "メールアドレス", "フォームURL", "法人番号")
"""The sub-items of 連絡先情報; the corporate number is under consideration in the guide."""
_COUNTRY_INSTEAD = {"jp": "ja", "cn": "zh", "kr": "ko"}
_LETTERS = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+\\-]{0,126}"
_MEDIA_TYPE = (
    f"(application|audio|font|example|haptics|image|message|model|multipart|text|video)/{_LETTERS}( {{0,8}};[ -~]{{1,200}}){{0,1}}"
)
_FREQUENCY = re.compile("[年月週日時分秒回期]|随時|適宜|都度|リアルタイム|更新|なし|P[0-9]|ly$|annual|irregular|continu|R/P", re.IGNORECASE)
_LABEL = re.compile("([^：:]{1,200})[：:](?!//)")


def _language(value: str) -> Details | None:
    """ISO 639-1 codes are looked up, three-letter codes (ISO 639-2) are judged by their form; several are joined by semicolons."""
    for code in value.split(";"):
        if code in LANGUAGES or compiled("[a-z]{3}").fullmatch(code):
            continue
        low = code.lower()
        meant = _COUNTRY_INSTEAD.get(low) or (low if low in LANGUAGES or compiled("[a-z]{3}").fullmatch(low) else "")
        hint = Text(f"{meant} のことと思われます。", f"It seems to mean {meant}.")
        return {"found": code, "hint": hint} if meant else {"found": code}
    return None


def _one_of(allowed: tuple[str, ...]) -> Callable[[str], Details | None]:
    return lambda value: None if value in allowed else {"value": value, "allowed": "・".join(allowed)}


def _period(value: str) -> Details | None:
    if not compiled(f"{DATE}/{DATE}").fullmatch(value):
        return {
            "value": value,
            "problem": Text("は YYYY-MM-DD/YYYY-MM-DD の形ではありません。", " is not of the form YYYY-MM-DD/YYYY-MM-DD."),
        }
    first, _, last = value.partition("/")
    return None if first <= last else {"value": value, "problem": Text("は終わりが始まりより前です。", " ends before it begins.")}


def _periods(period: str, target: str) -> Details | None:
    """期間 has the form; 対象期間 may be words, and is judged where it holds nothing but digits and signs."""
    if period:
        return _period(period)
    return _period(target) if compiled("[0-9/\\-]{1,}").fullmatch(target) and "/" in target else None


def _condition(scope: str, condition: str) -> Details | None:
    return FIRES if scope.strip() == "制限付き公開" and not condition.strip() else None


def _contact(value: str) -> Details | None:
    lines = [line.strip() for line in re.split("[\r\n]+", value) if line.strip()]
    for line in lines:
        label = _LABEL.match(line)
        if label is None or label[1].strip() not in CONTACT_ITEMS:
            return {"found": show(label[1].strip() if label else line)}
    return None


def _whole(value: str) -> Details | None:
    return None if compiled("[0-9]{1,}").fullmatch(value) else {"value": value}


def _media_type(value: str) -> Details | None:
    return None if compiled(_MEDIA_TYPE).fullmatch(value) else {"value": value}


def _frequency(value: str) -> Details | None:
    return None if _FREQUENCY.search(value) else {"value": value}


def _own_parent(own: str, parent: str) -> Details | None:
    return {"value": parent} if parent.strip() and own == parent else None


IDENTIFIER = warning("GIF-META-001", Clause("DS-469", "§2.3"), **either_way(all_given("管理ID"), "管理ID"), about="truth").says(
    ("管理IDは必須、同じクラス内で一意", "Identifier present and unique within its class"),
    ("メタデータに{lacking}がありません。", "The metadata lack {lacking}."),
    good=("CA00001", "CA00001-DST001", {"管理ID": "DSV00001"}),
    bad=("", {"管理ID": "", "タイトル": "人口"}),
)
PARENT = warning("GIF-META-006", compare=Comparison(("管理ID", "親カタログID"), _own_parent), about="truth").says(
    ("親カタログIDの参照先があり、循環しない", "Parent catalogue exists and forms no cycle"),
    ("親カタログID「{value}」がカタログ自身の管理IDです。", 'The parent catalogue "{value}" is the catalogue itself.'),
    good=({"管理ID": "CA00002", "親カタログID": "CA00001"}, {"管理ID": "CA00001"}),
    bad=({"管理ID": "CA00001", "親カタログID": "CA00001"},),
)
UPDATED = warning("GIF-META-009", compare=in_order("公開日", "最終更新日"), about="truth").says(
    ("最終更新日は公開日以降", "Last update is not before the issue date"),
    ("最終更新日「{value}」が公開日「{first}」より前です。", 'The last update "{value}" is before the date of issue "{first}".'),
    good=({"公開日": "2019-05-01", "最終更新日": "2020-08-26"}, {"公開日": "2019-05-01", "最終更新日": "2019-05-01"}),
    bad=({"公開日": "2020-08-26", "最終更新日": "2019-05-01"},),
)
LANGUAGE = warning("GIF-META-010", Clause("DS-469", "§2.3"), **of_item("言語", _language)).says(
    ("言語はISO 639の小文字コード", "Language is a lower-case ISO 639 code"),
    (
        "言語「{found}」は ISO 639 の小文字のコードではありません。日本語は ja、英語は en です。",
        'The language "{found}" is no lower-case code of ISO 639: ja for Japanese, en for English.',
    ),
    good=("ja", "en", "jpn", "ja;en", {"言語": "ja"}),
    bad=("JA;EN", "CN", "JPN", "日本語", "jp", {"言語": "JA"}),
)
ACCESS = warning("GIF-META-011", Clause("DS-469", "§2.3"), **of_item("公開範囲", _one_of(ACCESS_SCOPES))).says(
    ("公開範囲は規定の3区分から選択", "Access scope is one of the three set values"),
    ("公開範囲「{value}」は{allowed}のいずれでもありません。", 'The access scope "{value}" is none of {allowed}.'),
    good=(*ACCESS_SCOPES, {"公開範囲": "公開"}),
    bad=("限定公開", "public", {"公開範囲": "一部公開"}),
)
STATUS = warning("GIF-META-012", Clause("DS-469", "§2.3 5)"), **of_item("ステータス", _one_of(STATUSES))).says(
    ("ステータスは規定の3区分から選択", "Distribution status is one of the three set values"),
    ("ステータス「{value}」は{allowed}のいずれでもありません。", 'The status "{value}" is none of {allowed}.'),
    good=(*STATUSES, {"ステータス": "配信中"}),
    bad=("公開中", "active", {"ステータス": "停止"}),
)
PERIOD = warning("GIF-META-013", Clause("DS-469", "§2.3"), look=_period, compare=Comparison(("期間", "対象期間"), _periods)).says(
    ("期間は開始日/終了日の完全表記", "Period is start/end with both dates in full"),
    ("期間「{value}」{problem}", 'The period "{value}"{problem}'),
    good=("2021-04-01/2022-03-31", {"期間": "2021-04-01/2022-03-31"}, {"対象期間": "江戸時代"}),
    bad=("2021-04-01", "2021-04-01/03-31", "2022-03-31/2021-04-01", {"期間": "2021年度"}, {"対象期間": "2021-04/2022-03"}),
)
CONDITION = warning("GIF-META-014", Clause("DS-469", "§2.3"), compare=Comparison(("公開範囲", "公開条件"), _condition), about="truth").says(
    ("制限付き公開には公開条件を記載", "Restricted access states its conditions"),
    (
        "公開範囲が「制限付き公開」ですが、公開条件がありません。制限の内容と解除の条件を書きます。",
        "Access is restricted (制限付き公開), but no condition (公開条件) says how.",
    ),
    good=({"公開範囲": "制限付き公開", "公開条件": "利用登録をした者"}, {"公開範囲": "公開"}),
    bad=({"公開範囲": "制限付き公開"}, {"公開範囲": "制限付き公開", "公開条件": " "}),
)
BYTE_SIZE = warning(
    "GIF-META-015",
    Clause("DS-469", "§2.3 5)"),
    **of_item("バイトサイズ", _whole),
).says(
    ("バイトサイズはバイト単位の整数", "Byte size is a whole number of bytes"),
    (
        "バイトサイズ「{value}」は半角数字の整数ではありません。単位を付けず、バイト数を書きます。",
        'The byte size "{value}" is no whole number. Write the number of bytes, without a unit.',
    ),
    good=("7654321", "0", {"バイトサイズ": "1024"}),
    bad=("7.3M", "1,024", "１０２４", {"バイトサイズ": "10KB"}),
)
MEDIA_TYPE = warning("GIF-META-016", Clause("DS-469", "§2.3 5)"), compare=if_given("メディアタイプ", _media_type)).says(
    ("メディアタイプはIANA登録の表記", "Media type as registered with IANA"),
    (
        "メディアタイプ「{value}」は text/csv のような「型/下位の型」の形ではありません。",
        'The media type "{value}" is not of the form type/subtype, such as text/csv.',
    ),
    good=({"メディアタイプ": "text/csv"}, {"メディアタイプ": "application/zip"}, {"圧縮形式": "zip"}),
    bad=({"メディアタイプ": "CSV"}, {"メディアタイプ": ".xlsx"}, {"メディアタイプ": "csv/text"}),
)
FREQUENCY = info("GIF-META-018", Clause("DS-469", "§2.3"), **of_item("更新頻度", _frequency)).says(
    ("更新頻度は一定期間の回数又は不定期", "Update frequency as times per period, or irregular"),
    (
        "更新頻度「{value}」から更新の間隔が読み取れません。「年1回」「毎月」「不定期」のように書きます。",
        'The update frequency "{value}" names no interval. Write 年1回 (once a year), 毎月 (monthly) or 不定期 (irregular).',
    ),
    good=("不定期", "年1回", "毎月", "随時", {"更新頻度": "月2回"}),
    bad=("？", "あり", {"更新頻度": "未記入"}),
)
CONTACT = warning("GIF-META-019", Clause("DS-469", "§2.3"), **of_item("連絡先情報", _contact)).says(
    ("連絡先情報は規定の小項目で構成", "Contact information uses the set sub-items"),
    (
        "連絡先情報の「{found}」は、組織名・部署名・電話番号・メールアドレス・フォームURL のいずれでもありません。"
        "「組織名：デジタル庁」のように書きます。",
        'In the contact information "{found}" is none of 組織名 (organisation), 部署名 (section), 電話番号 (telephone), '
        "メールアドレス (e-mail), フォームURL (form). Write 組織名：….",
    ),
    good=("組織名：デジタル庁\n電話番号：03-4477-6775", {"連絡先情報": "フォームURL：https://www.example.go.jp/form"}),
    bad=("デジタル庁", "組織名：デジタル庁\n担当：山田", {"連絡先情報": "https://www.example.go.jp/form"}),
)
DICTIONARY = warning(
    "GIF-META-025", Clause("DS-452-1", "§7.3"), compare=all_given("データ名", "データタイプ", "説明", "出典"), about="truth"
).says(
    ("データ項目の定義書に必須4項目を記載", "Data dictionary gives the four mandatory entries"),
    ("データ項目の定義に{lacking}がありません。", "The definition of the item lacks {lacking}."),
    good=({"データ名": "人口", "データタイプ": "整数", "説明": "常住人口", "出典": "国勢調査"},),
    bad=({"データ名": "人口", "データタイプ": "整数"},),
)
