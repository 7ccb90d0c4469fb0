"""Rules of land, buildings and equipment (土地・建物・その他構造物・設備): kinds, areas, storeys. GIF DS-438, DS-439, DS-43A, DS-43B."""

from __future__ import annotations

import re

from ..catalogue.clock import day_of_judgement
from ..catalogue.rows import error, info, warning
from ..catalogue.rule import FIRES, Clause, Details, compiled
from ..catalogue.text import Text
from ..codelists import codes
from ..parts.forms import DATE
from .comparison import WHOLE, WHOLE_WORDS, Comparison, amounts, either_way, exceeds, together, typed, typed_code

_MEASURE_ITEMS = ("土地面積", "建築面積", "延べ面積", "最高の高さ")
_STOREYS = ("地上階数", "地下階数")


def _land_use(code: str) -> bool:
    """The codes as put right, and those that DS-439 prints: which of the two was meant a code does not show."""
    return code in codes("gif-land-use") or code in codes("gif-land-use@published")


def _registry_wording(structure: str) -> bool:
    """Made of the registry's terms, or formed as they are (…造, …ぶき, …階建)."""
    return any(term in structure for term in codes("gif-building-structure")) or re.search("[造葺建]|ぶき", structure) is not None


def _city_furniture(kind: str, code: str) -> Details | None:
    if "citygml" not in kind.casefold() or not code or code in codes("gif-city-furniture"):
        return None
    return {"value": code}


def _still_building(completed: str, status: str) -> Details | None:
    past = compiled(DATE).fullmatch(completed) is not None and completed < day_of_judgement().isoformat()
    return {"value": status, "completed": completed} if past and status.strip() in {"建築中", "建設中", "工事中"} else None


LAND_USE = error(
    "GIF-LND-001",
    Clause("DS-438", "土地 用途（DS-439 §2.1）"),
    **typed_code("用途", ("土地コード", "土地利用コード", "土地の用途コード"), _land_use),
    level="LV2",
    about="truth",
).says(
    ("土地用途は規定の土地コード", "Land use is a listed land code"),
    (
        "用途の{kind}「{value}」は土地の用途コード（201～205、211～224、231）にありません。",
        'The land use "{value}" ({kind}) is not one of the codes 201 to 205, 211 to 224 and 231.',
    ),
    good=(
        "201",
        typed("用途", "土地コード", "201"),
        typed("用途", "土地コード", "219"),
        typed("用途", "土地コード", "231"),
        typed("用途", "市の分類", "101"),
    ),
    bad=(
        "101",
        typed("用途", "土地コード", "101"),
        {"用途/コード種別": "土地コード", "用途/コード": "201", "用途[2]/コード種別": "土地コード", "用途[2]/コード": "田"},
    ),
)
MEASURES = error(
    "GIF-LND-002",
    Clause("DS-438", "半角数字"),
    **either_way(
        amounts(
            *_MEASURE_ITEMS,
            regex="[0-9]{1,18}(\\.[0-9]{1,18}){0,1}",
            words=Text("0以上の半角の数（単位・桁区切りなし）", "a number from 0 in half-width digits, without unit and separators"),
        ),
        "土地面積",
    ),
    level="LV2",
).says(
    ("面積と高さは0以上の半角数値、単位なし", "Areas and heights: numbers from 0, no unit"),
    ("「{item}」の「{value}」{problem}", '"{value}" in "{item}"{problem}'),
    good=("44.75", {"土地面積": "10000"}, {"最高の高さ": "44.75"}),
    bad=("1ha", {"土地面積": "1ha"}, {"土地面積": "10,000㎡"}, {"延べ面積": "-1"}, {"建築面積": "１００"}),
)
BUILDING_USE = error(
    "GIF-BLD-001",
    Clause("DS-438", "建物 用途（DS-43A §2.1）"),
    **typed_code("用途", ("都市計画基礎調査実施要領コード",), lambda code: code in codes("gif-building-use")),
    level="LV2",
    about="truth",
).says(
    ("建物用途は都市計画基礎調査のコード", "Building use is a city planning survey code"),
    ("用途の{kind}「{value}」は建物の用途の一覧にありません。", 'The building use "{value}" ({kind}) is not in the list of building uses.'),
    good=("411", typed("用途", "都市計画基礎調査実施要領コード", "411"), typed("用途", "市の分類", "999")),
    bad=("999", typed("用途", "都市計画基礎調査実施要領コード", "999")),
)
DIVISION = warning(
    "GIF-BLD-002",
    Clause("DS-438", "建物 種別情報（DS-43A §2.1）"),
    **typed_code("種別情報", ("建築物用途区分コード",), lambda code: compiled("[0-9]{5}").fullmatch(code) is not None),
    level="LV2",
).says(
    ("建築物用途区分コードは5桁", "Building-use division code is five digits"),
    (
        "{kind}「{value}」は半角数字5桁ではありません。先頭のゼロが落ちていないか確かめます。",
        'The {kind} "{value}" is not five half-width digits. Has a leading zero been lost?',
    ),
    good=("08010", typed("種別情報", "建築物用途区分コード", "08010")),
    bad=("8010", typed("種別情報", "建築物用途区分コード", "8010")),
)
STRUCTURE = info(
    "GIF-BLD-003",
    Clause("DS-438", "建物 構造（DS-43A §2.1）"),
    **typed_code("構造", ("不動産登記構造",), _registry_wording),
    level="LV2",
).says(
    ("建物の構造は登記の表記", "Building structure in the registry's wording"),
    (
        "{kind}「{value}」は登記の用語（木造、鉄筋コンクリート、二階建など）ではありません。",
        'The {kind} "{value}" is not in the wording of the registry (木造, 鉄筋コンクリート, 二階建 …).',
    ),
    good=(
        "鉄骨鉄筋コンクリート",
        typed("構造", "不動産登記構造", "鉄骨鉄筋コンクリート"),
        typed("構造", "不動産登記構造", "軽量鉄骨造亜鉛メッキ鋼板ぶき三階建"),
    ),
    bad=("SRC", typed("構造", "不動産登記構造", "SRC")),
)
ADDRESS = error(
    "GIF-BLD-004",
    Clause("DS-438", "建物"),
    compare=Comparison(("建物住所",), lambda address: None if address.strip() else FIRES),
    level="LV2",
    about="truth",
).says(
    ("建物の住所を1つ以上記入", "A building has at least one address"),
    ("建物住所がありません。1つ以上必須です。", "There is no address of the building; at least one is mandatory."),
    good=({"建物住所/連結表記": "東京都千代田区紀尾井町1-3"}, {"建物住所[2]/連結表記": "東京都千代田区"}),
    bad=({"名称": "きおいレジデンス"}, {"建物住所/連結表記": ""}),
)
STOREYS = warning(
    "GIF-BLD-005", compare=together(amounts(*_STOREYS, regex=WHOLE, words=WHOLE_WORDS), exceeds("建築面積", "延べ面積")), about="truth"
).says(
    ("階数は0以上の整数、建築面積は延べ面積以下", "Storeys from 0; footprint within total floor area"),
    ("「{item}」の「{value}」{problem}", '"{value}" in "{item}"{problem}'),
    good=({"地上階数": "3", "建築面積": "100", "延べ面積": "300"}, {"地下階数": "0"}),
    bad=({"地下階数": "-1"}, {"地上階数": "2.5"}, {"建築面積": "300", "延べ面積": "100"}),
)
COMPLETED = info("GIF-BLD-006", compare=Comparison(("竣工日", "状態"), _still_building), about="truth").says(
    ("竣工日が過去の建物は建築中でない", "Not under construction after the date of completion"),
    (
        "状態が「{value}」ですが、竣工日 {completed} は過ぎています。",
        'The status is "{value}" (under construction), but the date of completion {completed} is past.',
    ),
    good=({"竣工日": "2022-04-01", "状態": "稼働中"}, {"竣工日": "9998-04-01", "状態": "建築中"}),
    bad=({"竣工日": "2022-04-01", "状態": "建築中"},),
)
EQUIPMENT_KIND = warning(
    "GIF-EQP-001",
    Clause("DS-438", "設備 種別情報（DS-43B §2.1）"),
    **either_way(
        Comparison(("種別情報/コード種別", "種別情報/コード"), _city_furniture, "種別情報"),
        "種別情報/コード",
        {"種別情報/コード種別": "CityGML"},
    ),
    level="LV2",
).says(
    ("設備種別はCityGMLの分類コード", "Equipment kind is a CityGML class code"),
    (
        "種別情報のCityGMLの分類「{value}」は 1000、1010、1020、1030 のどれでもありません。",
        'The CityGML class "{value}" is none of 1000, 1010, 1020 and 1030.',
    ),
    good=("1020", typed("種別情報", "CityGML2.0 AnnexC.4", "1020"), typed("種別情報", "公共測量標準図式コード", "8020")),
    bad=("2000", typed("種別情報", "CityGML2.0 AnnexC.4", "2000")),
)
EQUIPMENT_REMARK = info(
    "GIF-EQP-002",
    Clause("DS-438", "設備 拡張項目"),
    **either_way(Comparison(("備考",), lambda remark: FIRES if remark.strip() else None), "備考"),
    level="LV2",
).says(
    ("設備の備考欄はなるべく使わない", "The remark item of equipment is best left unused"),
    (
        "設備の備考に記載があります。備考はなるべく使わず、該当する項目に書きます。",
        "The remark item of equipment is in use. It is best left unused: write into the item that fits.",
    ),
    good=("", {"備考": ""}, {"名称": "消火栓"}),
    bad=("2号消火栓", {"備考": "2号消火栓"}),
)
