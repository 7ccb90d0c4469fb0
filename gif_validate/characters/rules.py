"""The rules of the character environment that one value can break (GIF DS-430 §5, DS-461 and what follows from them)."""

from __future__ import annotations

import re

from ..catalogue.rule import Clause, Details, Look, Rule, Severity, where
from ..catalogue.text import Text
from .repertoire import MAPPING_VARIANTS, class_of, doubtful, jisx0213, named, of_class

_KANA = "ぁ-ゖァ-ヺｦ-ﾟ"
_MARKED = re.compile(f"[{_KANA}][\u3099\u309a\u309b\u309cﾞﾟ]")
# A quotation mark typed for a voiced mark: one alone, behind a kana that can be voiced.
_TYPED = re.compile('[かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホウ]["”]')
_SEQUENCE_BASES = "かきくけこカキクケコセツトㇷ"


def _names(*classes: str) -> Look:
    def look(value: str) -> Details | None:
        found = of_class(value, *classes)
        return {"found": named(found)} if found else None

    return look


def _outside(value: str) -> Details | None:
    """Everything outside JIS X 0213, ASCII and the mapping variants; control characters are no question of repertoire."""
    found = tuple(
        char for char in doubtful(value) if char not in jisx0213() and char not in MAPPING_VARIANTS and class_of(char) != "control"
    )
    return {"found": named(found)} if found else None


def _composed(value: str) -> Details | None:
    """Voiced marks that stand after their kana instead of in it; the sequences of JIS X 0213 (か゚ …) have no composed form."""
    found = [m[0] for m in _MARKED.finditer(value) if not (m[0][1] == "\u309a" and m[0][0] in _SEQUENCE_BASES)]
    typed = _TYPED.search(value)
    if typed and value.count(typed[0][1]) == 1 and "“" not in value:
        found.append(typed[0])
    return {"found": "、".join(dict.fromkeys(found))} if found else None


def _variants(value: str) -> Details | None:
    found = of_class(value, "variant")
    if not found:
        return None
    return {"found": named(found), "expected": named(tuple(MAPPING_VARIANTS[char] for char in found))}


CONTROL = Rule(
    id="GIF-CHAR-034",
    title=Text("値に制御文字・不可視文字を入れない", "No control or invisible characters in values"),
    severity=Severity.WARNING,
    clause=Clause("gif-validate", "GIF-CHAR-034"),
    message=Text(
        "「{value}」に目に見えない文字があります：{found}。改行・タブ・制御文字などは値に入れません。",
        'Invisible characters in "{value}": {found}. Line breaks, tabs and control characters do not belong in a value.',
    ),
    good=("市民会館",),
    bad=("市民\u200b会館", "市民\t会館", "市民会館\u202e"),
    look=_names("control", "invisible"),
    about="truth",
)
PRIVATE = Rule(
    id="GIF-CHAR-042",
    title=Text("私用領域の文字（外字）は使わない", "No private-use characters"),
    severity=Severity.ERROR,
    clause=Clause("JIS X 0213", "4"),
    message=Text(
        "「{value}」に私用領域の文字（外字）があります：{found}。受け手では別の字になるか表示されません。JIS X 0213 の文字で書きます。",
        'Private-use characters (gaiji) in "{value}": {found}. Others see another character or none: write one of JIS X 0213.',
    ),
    good=("高橋",),
    bad=("\ue000橋", "\U000f0001"),
    look=_names("private"),
    about="truth",
)
USER_DEFINED = Rule(
    id="GIF-CHAR-030",
    title=Text("利用者定義文字を使わない", "User-defined characters are a defect"),
    severity=Severity.WARNING,
    clause=Clause("DS-468-1", "§2.3 7)"),
    message=Text(
        "「{value}」に利用者定義文字があります：{found}。標準の文字に置き換えます。",
        'User-defined characters in "{value}": {found}. Write standard characters.',
    ),
    good=("渡辺",),
    bad=("渡\ue123",),
    look=_names("private"),
)
SELECTOR = Rule(
    id="GIF-CHAR-039",
    title=Text("異体字セレクタは戸籍等の字形項目だけで使う", "Variation selectors only in register-form items"),
    severity=Severity.WARNING,
    clause=Clause("DS-430", "§5.1"),
    message=Text(
        "「{value}」に異体字セレクタがあります：{found}。JIS X 0213 の外なので、戸籍氏名などの項目以外では使いません。",
        'Variation selectors in "{value}": {found}. They are outside JIS X 0213 and belong only in register-form items.',
    ),
    good=("渡邊",),
    bad=("渡邊\U000e010c",),
    look=_names("selector"),
)
ENVIRONMENT = Rule(
    id="GIF-CHAR-008",
    title=Text("機種依存文字・半角カナを使わない", "No environment-dependent characters"),
    severity=Severity.WARNING,
    clause=Clause("DS-461", "§2.1 1)"),
    message=Text(
        "「{value}」に環境によって化ける文字があります：{found}。(1)、III、（株）、全角カナのように書きます。",
        'Environment-dependent characters in "{value}": {found}. Write (1), III, （株）, 平方メートル, full-width kana instead.',
    ),
    good=("（株）山田商店",),
    bad=("㈱山田商店", "①受付", "ｶﾞｲｼﾞ", "℡"),
    look=_names("environment", "half_kana"),
)
OUTSIDE = Rule(
    id="GIF-CHAR-001",
    title=Text("文字は JIS X 0213 の範囲で書く", "Characters inside JIS X 0213"),
    severity=Severity.WARNING,
    clause=Clause("DS-430", "§5.5"),
    message=Text(
        "「{value}」に JIS X 0213 の範囲外の文字があります：{found}。",
        'Characters outside JIS X 0213 in "{value}": {found}.',
    ),
    good=("辺", "邊", "俠", "か゚"),
    bad=("髙橋", "𠮷野家", "㋿"),
    look=_outside,
)
COMPOSED = Rule(
    id="GIF-CHAR-015",
    title=Text("濁点・半濁点は一文字で書く", "Voiced kana are one character"),
    severity=Severity.WARNING,
    clause=Clause("DS-461", "§2.1 3)"),
    message=Text(
        "「{value}」の濁点・半濁点がかなと別の文字です：{found}。「ズ」のように一文字で書きます。",
        'The voiced mark is a character of its own in "{value}": {found}. Write one character such as ズ.',
    ),
    good=("スズキ",),
    bad=("ス\u3099", "ス゛", "ｽﾞ", 'ス"'),
    look=_composed,
)
SPACES = Rule(
    id="GIF-CHAR-028",
    title=Text("体裁のための空白を入れない", "No spaces for layout"),
    severity=Severity.WARNING,
    clause=Clause("DS-468-1", "§2.3 9)"),
    message=Text(
        "「{value}」の前後または途中に、体裁のための空白があります。",
        'Leading, trailing or doubled spaces in "{value}".',
    ),
    good=("市民会館", "山田 花子"),
    bad=(" 市民会館", "市民会館　", "市民  会館"),
    look=where(r"^[ 　]|[ 　]\Z|[ 　]{2,}"),
)
DITTO = Rule(
    id="GIF-CHAR-031",
    title=Text("「同上」「〃」で省略しない", "No ditto marks"),
    severity=Severity.WARNING,
    clause=Clause("DS-468-1", "§2.3 1)"),
    message=Text(
        "「{value}」は上の行を指す省略です。行だけで意味が分かるよう、値を書きます。",
        '"{value}" points to the row above. Write the value, so that the row can stand alone.',
    ),
    good=("市民会館",),
    bad=("同上", "〃", "々", "同じ"),
    look=where('^(同上|同左|同右|同じ|〃|々|"|″|〟)\\Z'),
)
VARIANT = Rule(
    id="GIF-CHAR-037",
    title=Text("JIS X 0213 と対応表が異なる文字", "Mapping variant of a JIS X 0213 cell"),
    severity=Severity.INFO,
    clause=Clause("JIS X 0213", "附属書4"),
    message=Text(
        "「{value}」の {found} は、JIS X 0213 では {expected} に当たります（Windows の対応表による違い）。",
        '{found} in "{value}" is {expected} in JIS X 0213 (another mapping table, that of Windows).',
    ),
    good=("9時〜17時",),
    bad=("9時～17時", "—"),
    look=_variants,
)
