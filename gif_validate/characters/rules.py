"""The rules of the character environment that one value can break (GIF DS-430 §5, DS-461 and what follows from them)."""

from __future__ import annotations

import re
from functools import partial

from ..catalogue.rows import error, info, warning
from ..catalogue.rule import Clause, Details, where
from ..catalogue.text import Text
from .candidates import offered, plain_form
from .repertoire import MAPPING_VARIANTS, class_of, doubtful, jisx0213, named, of_class, without_sequences
from .sequences import unregistered

_KANA = "ぁ-ゖァ-ヺｦ-ﾟ"
_MARKED = re.compile(f"[{_KANA}][\u3099\u309a\u309b\u309cﾞﾟ]")
# A quotation mark typed for a voiced mark: one alone, behind a kana that can be voiced.
_TYPED = re.compile('[かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホウ]["”]')
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2705\u2728\u274c\u2753-\u2755\u2757\u2b50\u2b55]")
_SPLIT = re.compile("[A-Za-zぁ-ゖァ-ヺ][\u0300-\u036f\u3099\u309a]")
_PIECE = re.compile("[\uff66-\uff9d][\uff9e\uff9f]|.", re.DOTALL)
_HINTS = 8
"""Characters for which a message says what to write instead."""
_WIDE_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SEQUENCE_BASES = "かきくけこカキクケコセツトㇷ"


def _names(classes: tuple[str, ...], value: str) -> Details | None:
    found = of_class(value, *classes)
    return {"found": named(found)} if found else None


def _dependent(value: str) -> Details | None:
    """Environment-dependent characters, each with what to write in its place where that is known."""
    found = of_class(value, "environment", "half_kana")
    if not found:
        return None
    pieces = [piece for piece in dict.fromkeys(_PIECE.findall(value)) if piece[0] in found]
    written = [f"{piece}→{plain}" for piece in pieces if (plain := plain_form(piece))][:_HINTS]
    hint = Text(f"{'、'.join(written)} のように書きます。", f"Write {', '.join(written)} instead.") if written else Text("", "")
    return {"found": named(found), "hint": hint}


def _outside(value: str) -> Details | None:
    """Everything outside JIS X 0213, ASCII and the mapping variants; control characters are no question of repertoire."""
    found = tuple(
        char for char in doubtful(value) if char not in jisx0213() and char not in MAPPING_VARIANTS and class_of(char) != "control"
    )
    if not found:
        return None
    details: dict[str, str | Text] = {"found": named(found)}
    if meant := offered(found):
        details["hint"] = Text(
            f"候補：{meant}。同じ字として扱ってよいかは、確かめてから直します。",
            f"Candidates: {meant}. Make sure that they stand for the same before you change anything.",
        )
    return details


def _selectors(value: str) -> Details | None:
    found = of_class(value, "selector")
    if not found:
        return None
    unknown = unregistered(value)
    registered = Text("文字情報基盤に登録された異体字です。", "The variants are registered (Moji_Joho).")
    other = Text("文字情報基盤に登録されていない組があります。", "Not all of these sequences are registered (Moji_Joho).")
    return {"found": named(found), "hint": other if unknown else registered}


def _loose_marks(value: str) -> Details | None:
    """Combining marks of JIS X 0213 behind a character with which they make no cell of it."""
    found = re.findall(".?[\u309a\u0300\u0301]", without_sequences(value))
    return {"found": "、".join(dict.fromkeys(found))} if found else None


def _composed(value: str) -> Details | None:
    """Voiced marks that stand after their kana instead of in it; the sequences of JIS X 0213 (か゚ …) have no composed form."""
    found = [m[0] for m in _MARKED.finditer(value) if not (m[0][1] == "\u309a" and m[0][0] in _SEQUENCE_BASES)]
    typed = _TYPED.search(value)
    if typed and value.count(typed[0][1]) == 1 and "“" not in value:
        found.append(typed[0])
    return {"found": "、".join(dict.fromkeys(found))} if found else None


def _wide_spaces(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_WIDE_SPACES.findall(value)))


def _variants(value: str) -> Details | None:
    found = of_class(value, "variant")
    if not found:
        return None
    return {"found": named(found), "expected": named(tuple(MAPPING_VARIANTS[char] for char in found))}


CONTROL = warning("GIF-CHAR-034", look=partial(_names, ("control", "invisible")), about="truth").says(
    ("値に制御文字・不可視文字を入れない", "No control or invisible characters in values"),
    (
        "「{value}」に目に見えない文字があります：{found}。改行・タブ・制御文字などは値に入れません。",
        'Invisible characters in "{value}": {found}. Line breaks, tabs and control characters do not belong in a value.',
    ),
    good=("市民会館",),
    bad=("市民\u200b会館", "市民\t会館", "市民会館\u202e"),
)
PRIVATE = error("GIF-CHAR-042", Clause("JIS X 0213", "4"), look=partial(_names, ("private",)), about="truth").says(
    ("私用領域の文字（外字）は使わない", "No private-use characters"),
    (
        "「{value}」に私用領域の文字（外字）があります：{found}。受け手では別の字になるか表示されません。JIS X 0213 の文字で書きます。",
        'Private-use characters (gaiji) in "{value}": {found}. Others see another character or none: write one of JIS X 0213.',
    ),
    good=("高橋",),
    bad=("\ue000橋", "\U000f0001"),
)
USER_DEFINED = warning("GIF-CHAR-030", Clause("DS-468-1", "§2.3 7)"), look=partial(_names, ("private",))).says(
    ("利用者定義文字を使わない", "User-defined characters are a defect"),
    (
        "「{value}」に利用者定義文字があります：{found}。標準の文字に置き換えます。",
        'User-defined characters in "{value}": {found}. Write standard characters.',
    ),
    good=("渡辺",),
    bad=("渡\ue123",),
)
SELECTOR = warning("GIF-CHAR-039", Clause("DS-430", "§5.1"), look=_selectors).says(
    ("異体字セレクタは戸籍等の字形項目だけで使う", "Variation selectors only in register-form items"),
    (
        "「{value}」に異体字セレクタがあります：{found}。JIS X 0213 の外なので、戸籍氏名などの項目以外では使いません。",
        'Variation selectors in "{value}": {found}. They are outside JIS X 0213 and belong only in register-form items.',
    ),
    good=("渡邊",),
    bad=("渡邊\U000e010c",),
)
ENVIRONMENT = warning("GIF-CHAR-008", Clause("DS-461", "§2.1 1)"), look=_dependent).says(
    ("機種依存文字・半角カナを使わない", "No environment-dependent characters"),
    ("「{value}」に環境によって化ける文字があります：{found}。", 'Environment-dependent characters in "{value}": {found}.'),
    good=("（株）山田商店",),
    bad=("㈱山田商店", "①受付", "ｶﾞｲｼﾞ", "℡"),
)
OUTSIDE = warning("GIF-CHAR-001", Clause("DS-430", "§5.5"), look=_outside).says(
    ("文字は JIS X 0213 の範囲で書く", "Characters inside JIS X 0213"),
    ("「{value}」に JIS X 0213 の範囲外の文字があります：{found}。", 'Characters outside JIS X 0213 in "{value}": {found}.'),
    good=("辺", "邊", "俠", "か゚"),
    bad=("髙橋", "𠮷野家", "㋿"),
)
COMPOSED = warning("GIF-CHAR-015", Clause("DS-461", "§2.1 3)"), look=_composed).says(
    ("濁点・半濁点は一文字で書く", "Voiced kana are one character"),
    (
        "「{value}」の濁点・半濁点がかなと別の文字です：{found}。「ズ」のように一文字で書きます。",
        'The voiced mark is a character of its own in "{value}": {found}. Write one character such as ズ.',
    ),
    good=("スズキ",),
    bad=("ス\u3099", "ス゛", "ｽﾞ", 'ス"'),
)
SPACES = warning("GIF-CHAR-028", Clause("DS-468-1", "§2.3 9)"), look=where(r"^[ 　]|[ 　]\Z|[ 　]{2,}")).says(
    ("体裁のための空白を入れない", "No spaces for layout"),
    ("「{value}」の前後または途中に、体裁のための空白があります。", 'Leading, trailing or doubled spaces in "{value}".'),
    good=("市民会館", "山田 花子"),
    bad=(" 市民会館", "市民会館　", "市民  会館"),
)
DITTO = warning("GIF-CHAR-031", Clause("DS-468-1", "§2.3 1)"), look=where('^(同上|同左|同右|同じ|〃|々|"|″|〟)\\Z')).says(
    ("「同上」「〃」で省略しない", "No ditto marks"),
    (
        "「{value}」は上の行を指す省略です。行だけで意味が分かるよう、値を書きます。",
        '"{value}" points to the row above. Write the value, so that the row can stand alone.',
    ),
    good=("市民会館",),
    bad=("同上", "〃", "々", "同じ"),
)
VARIANT = info("GIF-CHAR-037", Clause("JIS X 0213", "附属書4"), look=_variants).says(
    ("JIS X 0213 と対応表が異なる文字", "Mapping variant of a JIS X 0213 cell"),
    (
        "「{value}」の {found} は、JIS X 0213 では {expected} に当たります（Windows の対応表による違い）。",
        '{found} in "{value}" is {expected} in JIS X 0213 (another mapping table, that of Windows).',
    ),
    good=("9時〜17時",),
    bad=("9時～17時", "—"),
)
SEQUENCE = warning("GIF-CHAR-044", Clause("JIS X 0213", "附属書4"), look=_loose_marks).says(
    ("JIS X 0213 の合成列25組は1文字として扱う", "The 25 sequences of JIS X 0213 count as characters"),
    (
        "「{value}」の {found} は、JIS X 0213 の合成列（か゚、æ̀ など25組）ではありません。",
        '{found} in "{value}" is none of the 25 sequences of JIS X 0213 (か゚, æ̀ …).',
    ),
    good=("か゚", "ㇷ゚", "æ̀", "˩˥"),
    bad=("さ゚", "e\u0301"),
)
EMOJI = warning(
    "GIF-CHAR-036",
    Clause("DS-430", "§5.5"),
    look=lambda value: {"found": named(found)} if (found := tuple(dict.fromkeys(_EMOJI.findall(value)))) else None,
).says(
    ("絵文字など JIS X 0213 外の文字を使わない", "No emoji or other characters outside JIS X 0213"),
    ("「{value}」に絵文字があります：{found}。文字で書きます。", 'Emoji in "{value}": {found}. Write words.'),
    good=("晴れ",),
    bad=("晴れ😀", "🏥"),
)
NORMALISATION = info(
    "GIF-CHAR-038",
    look=lambda value: {"found": "、".join(found)} if (found := tuple(dict.fromkeys(_SPLIT.findall(without_sequences(value))))) else None,
).says(
    ("Unicode 正規化は GIF に定めがない", "Unicode normalisation is not regulated by GIF"),
    (
        "「{value}」には基底文字と結合文字に分かれた字があります：{found}。検索や照合で一致しないことがあります。",
        'Letters split into base and combining mark in "{value}": {found}. Searching and matching may miss them.',
    ),
    good=("é", "ガ", "か゚", "神"),
    bad=("e\u0301", "カ\u3099"),
)
WHITESPACE = info(
    "GIF-CHAR-035",
    look=lambda value: {"found": ", ".join(f"U+{ord(char):04X}" for char in found)} if (found := _wide_spaces(value)) else None,
    scope="column",
).says(
    ("空白は半角スペースを使う", "Whitespace is the half-width space"),
    ("「{value}」に半角スペース以外の空白があります：{found}。", 'Whitespace other than the half-width space in "{value}": {found}.'),
    good=("山田 花子",),
    bad=("山田　花子", "山田\u2003花子"),
)
NO_GAIJI = warning(
    "GIF-CHAR-012",
    Clause("DS-464-2", "§2.1 6)"),
    look=lambda value: {"found": named(found)} if (found := of_class(value, "private", "vendor", "outside", "selector")) else None,
    scope="file",
).says(
    ("API の要求・応答に外字を使わない", "No gaiji in API requests or responses"),
    (
        "「{value}」に外字があります：{found}。API では JIS X 0213 の文字に縮退して渡します。",
        'Gaiji in "{value}": {found}. An API sends a character of JIS X 0213 in its place.',
    ),
    good=("高橋",),
    bad=("\ue000橋", "髙橋", "𠮷野"),
)
IN_ENGLISH = warning(
    "GIF-CHAR-009",
    Clause("DS-461", "§2.1 1) イ"),
    look=lambda value: {"found": named(found)} if (found := of_class(value, "environment", "half_kana")) else None,
).says(
    ("英文では特に機種依存文字を避ける", "English text avoids special characters above all"),
    (
        "英文「{value}」に機種依存文字や全角文字があります：{found}。半角の英数字・記号で書きます。",
        'Special or full-width characters in the English text "{value}": {found}. Write ASCII.',
    ),
    good=("No. 2 Bldg.",),
    bad=("№2 Bldg.", "Ⅱ Building", "①"),
)
UNIT = warning("GIF-CHAR-033", Clause("DS-452-1", "§4.16 2)"), look=where("[μµ]")).says(
    ("単位記号の μ は u と書く", "μ in units is written u"),
    ("単位「{value}」の μ は、u と書きます（例 ug）。", 'μ in the unit "{value}" is written u, as in ug.'),
    good=("ug", "ugRAE", "m2"),
    bad=("μg", "µg", "μgRAE"),
)
