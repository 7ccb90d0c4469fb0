"""Rules of facilities, accessibility and child care (施設・アクセシビリティ・子供預かり情報): hours, fees, codes. GIF DS-438, DS-435."""

from __future__ import annotations

from ..catalogue.rows import error, warning
from ..catalogue.rule import FIRES, Clause, Details, compiled
from ..catalogue.text import Text
from ..codelists import codes
from ..parts.forms import CLOCK
from .comparison import WHOLE, WHOLE_WORDS, Comparison, amount, amounts, either_way, exceeds, in_order, together, typed, typed_code

_CLOCK_TO_24 = f"({CLOCK}|24:00)"
_STATUS_ITEMS = (
    *("車椅子可", "車椅子貸出", "ツエ貸出", "バリアフリートイレ", "スロープ、エレベータ、エスカレータ", "点字ブロック等の移動支援"),
    *("点字や読上による支援", "盲導犬・介助犬・聴導犬同伴", "字幕", "筆談対応", "優先駐車場", "オストメイト対応トイレ", "子供トイレ"),
    *("授乳室", "おむつ替えコーナー", "飲食可否", "ベビーカー貸出", "ベビーカー利用可"),
)
_HALF_WIDTH = "[!-~]{1,}( {1,}[!-~]{1,}){0,}"


ITSELF = Text("自分自身のIDが書かれています。", "it names itself.")


def paid_or_free(status: str, fee: str) -> Details | None:
    """What is wrong with a fee status (有料, 無料) and the amount beside it."""
    if status and status not in codes("gif-fee-status"):
        return {"value": status, "problem": Text("は「有料」でも「無料」でもありません。", " is neither 有料 nor 無料.")}
    if status == "無料" and (amount(fee) or 0) > 0:
        return {"value": status, "problem": Text(f"ですが、金額が {fee} です。", f" means free, but the amount is {fee}.")}
    return None


def _parking(status: str, information: str, fee: str) -> Details | None:
    found = information.strip() or fee.strip()
    return {"value": found} if status == "0" and found else None


def _not_status(*texts: str) -> Details | None:
    for name, text in zip(_STATUS_ITEMS, texts, strict=True):
        if text and text not in codes("gif-status"):
            return {"item": name, "value": text}
    return None


def _itself(own: str, other: str) -> Details | None:
    return {"value": own, "problem": ITSELF} if own.strip() and own == other else None


def _not_half_width(value: str) -> Details | None:
    return {"value": value} if value and not compiled(_HALF_WIDTH).fullmatch(value) else None


def _fee_details(status: str, details: str) -> Details | None:
    return {"value": details} if status == "無料" and details.strip() else None


IDENTIFIER = error(
    "GIF-FAC-001", Clause("DS-438", "施設"), look=_not_half_width, scope="column", compare=Comparison(("ID",), _not_half_width), level="LV2"
).says(
    ("施設等のIDは半角で、データ内で一意", "ID of facilities etc. is half-width and unique"),
    ("ID「{value}」は半角文字ではありません。", 'The ID "{value}" is not in half-width characters.'),
    good=("AB00000", {"ID": "AB00000"}),
    bad=("ＡＢ０００００", {"ID": "ＡＢ０００００"}),
)
POI = error(
    "GIF-FAC-002",
    Clause("DS-491-3", "POIコード"),
    **typed_code("種別情報", ("POIコード", "地理的目標物分類コード"), lambda code: code in codes("poi")),
    level="LV2",
    about="truth",
).says(
    ("施設種別のPOIコードは一覧の4桁コード", "POI code of a facility is one of the listed codes"),
    (
        "種別情報の{kind}「{value}」はPOIコードの一覧（4桁）にありません。",
        'The code "{value}" ({kind}) is not one of the four-digit POI codes.',
    ),
    good=("0101", typed("種別情報", "POIコード", "0101"), typed("種別情報", "市の分類", "A")),
    bad=("101", "9999", typed("種別情報", "POIコード", "101"), typed("種別情報", "地理的目標物分類コード", "9999")),
)
HOURS = warning("GIF-FAC-004", compare=in_order("開始時刻", "終了時刻", regex=_CLOCK_TO_24), about="truth").says(
    ("開始時刻は終了時刻より前、又は翌日終了", "Start time before end time, or overnight"),
    (
        "終了時刻「{value}」が開始時刻「{first}」より早くなっています。日をまたぐ場合はこのままで構いません。",
        'The end "{value}" is before the start "{first}". That is right only where it crosses midnight.',
    ),
    good=({"開始時刻": "10:00", "終了時刻": "18:00"}, {"開始時刻": "10:00"}, {"開始時刻": "09:00", "終了時刻": "24:00"}),
    bad=({"開始時刻": "18:00", "終了時刻": "10:00"},),
)
PARKING = warning("GIF-FAC-005", compare=Comparison(("駐車場有無", "駐車場情報", "駐車場料金"), _parking), about="truth").says(
    ("駐車場なしの施設に駐車場情報を書かない", "No parking details where there is no parking"),
    (
        "駐車場有無が 0（無）ですが、駐車場について「{value}」と書かれています。",
        'The parking status is 0 (none), but parking is described: "{value}".',
    ),
    good=({"駐車場有無": "1", "駐車場情報": "10台"}, {"駐車場有無": "0"}),
    bad=({"駐車場有無": "0", "駐車場情報": "駐車スペース10台"}, {"駐車場有無": "0", "駐車場料金": "有料"}),
)
FEE = warning(
    "GIF-FAC-006", Clause("DS-438", "施設 拡張項目"), compare=Comparison(("料金有無", "基準料金"), paid_or_free), level="LV2", about="truth"
).says(
    ("料金は有料か無料、無料なら金額なし", "Fee is paid or free; free means no amount"),
    ("料金有無「{value}」{problem}", 'The fee status "{value}"{problem}'),
    good=({"料金有無": "有料", "基準料金": "1500"}, {"料金有無": "無料", "基準料金": "0"}),
    bad=({"料金有無": "無料", "基準料金": "1500"}, {"料金有無": "あり"}),
)
RELATED = warning(
    "GIF-FAC-007",
    compare=together(Comparison(("ID", "関連施設/ID"), _itself, "関連施設"), Comparison(("ID", "関連建物/ID"), _itself, "関連建物")),
    about="truth",
).says(
    ("関連施設の参照が自己参照や循環にならない", "Related facilities form no loop"),
    ("ID「{value}」の関連施設・関連建物：{problem}", 'Related facilities and buildings of "{value}": {problem}'),
    good=({"ID": "A", "関連施設/ID": "B"}, {"ID": "", "関連施設/ID": ""}),
    bad=({"ID": "A", "関連施設/ID": "A"}, {"ID": "A", "関連建物/ID": "B", "関連建物[2]/ID": "A"}),
)
ACCESSIBILITY = error(
    "GIF-ACC-001",
    Clause("DS-438-1", "有無コード一覧"),
    **either_way(Comparison(_STATUS_ITEMS, _not_status), "車椅子可"),
    level="LV2",
    about="truth",
).says(
    ("アクセシビリティの各項目は有無コード", "Accessibility items use the presence code"),
    (
        "「{item}」の「{value}」は有無コード（0 無、1 有、2 非公開、9 不明）ではありません。「可」は 1 と書きます。",
        '"{value}" in "{item}" is no presence code (0 no, 1 yes, 2 not disclosed, 9 unknown). Write 1 for what is allowed.',
    ),
    good=("1", {"車椅子可": "1", "字幕": "0", "授乳室": "9"}),
    bad=("可", "true", {"車椅子可": "可"}, {"字幕": "3"}, {"授乳室": "true"}),
)
CHILDCARE_FEE = error(
    "GIF-CHD-001",
    Clause("DS-438", "子供預かり情報"),
    compare=Comparison(("料金有無",), lambda fee: None if fee.strip() else FIRES),
    level="LV2",
    about="truth",
).says(
    ("子供預かり情報に料金有無を記入", "Child care information states whether a fee applies"),
    ("子供預かり情報に「料金有無」がありません。", "The child care information does not say whether a fee applies (料金有無)."),
    good=({"料金有無": "有料"}, {"料金有無": "無料", "最小年齢": "0"}),
    bad=({"最小年齢": "0"}, {"料金有無": "", "備考": "要予約"}),
)
AGES = warning(
    "GIF-CHD-002",
    compare=together(amounts("最小年齢", "最大年齢", regex=WHOLE, words=WHOLE_WORDS), exceeds("最小年齢", "最大年齢")),
    about="truth",
).says(
    ("対象年齢は0以上の整数、下限は上限以下", "Ages are whole numbers, minimum not above maximum"),
    ("「{item}」の「{value}」{problem}", '"{value}" in "{item}"{problem}'),
    good=({"最小年齢": "0", "最大年齢": "5"}, {"最大年齢": "5"}),
    bad=({"最小年齢": "6", "最大年齢": "5"}, {"最小年齢": "0歳"}),
)
CHILDCARE_HOURS = warning("GIF-CHD-003", compare=in_order("開所時間", "閉所時間", regex=_CLOCK_TO_24), about="truth").says(
    ("開所時間は閉所時間より前", "Child care opens before it closes"),
    ("閉所時間「{value}」が開所時間「{first}」より早くなっています。", 'The closing hour "{value}" is before the opening hour "{first}".'),
    good=({"開所時間": "13:00", "閉所時間": "16:00"},),
    bad=({"開所時間": "16:00", "閉所時間": "13:00"},),
)
CHILDCARE_DETAILS = warning(
    "GIF-CHD-004", Clause("DS-438", "子供預かり情報 拡張項目"), compare=Comparison(("料金有無", "料金情報"), _fee_details), about="truth"
).says(
    ("料金情報は有料の場合だけ記入", "Fee details only where a fee applies"),
    (
        "料金有無が「無料」ですが、料金情報に「{value}」と書かれています。",
        'The fee status is 無料 (free), but fee details are given: "{value}".',
    ),
    good=({"料金有無": "有料", "料金情報/コード": "700円"}, {"料金有無": "無料"}),
    bad=({"料金有無": "無料", "料金情報/コード": "700円"},),
)
