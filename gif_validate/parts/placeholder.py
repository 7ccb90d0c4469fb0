"""Words that stand for "nothing" in a cell that should hold a value: 不明, －, 同上, NULL."""

from __future__ import annotations

from functools import partial

from ..catalogue.rows import warning
from ..catalogue.rule import FIRES, Clause, Details, Look, compiled, when
from ..catalogue.text import Text

_WORDS = (
    "不明|未定|未詳|不詳|未確認|未記入|未入力|未登録|未設置|調査中|確認中|(該当|特に|設定|記載|回答|電話)?(なし|無し)|無|非公開|非公表|"
    "同上|同左|同じ|〃|々|[―－ー\\-−‐–—]([ 　]?[―－ー\\-−‐–—]){0,2}|"
    "[*＊※×✕/／?？.．・]|N/A|n/a|NA|#N/A|NULL|null|Null|None|none|NONE|NaN|nan|TBD"
)
PLACEHOLDERS = f"({_WORDS})[。．]?|[（(]({_WORDS})[）)]"
_HINT = Text("分からないときは空欄とし、理由は備考に書きます。", "Leave the cell empty and give the reason in the remarks.")

WORDS = warning("GIF-DATE-011", Clause("DS-468-1", "§2.3 1)"), look=when(PLACEHOLDERS)).says(
    ("日付・数値の欄に「不明」「同上」等を書かない", "No words such as 不明 or 同上 in date or number items"),
    (
        "日付・時刻・数値の欄に「{value}」とあります。空欄とし、理由は備考に書きます。",
        '"{value}" in an item for dates, times or numbers. Leave it empty and give the reason in the remarks.',
    ),
    good=("2017-09-01",),
    bad=("不明", "同上", "〃", "－", "なし"),
)
NULL_WORDS = warning("GIF-NULL-005", look=when(PLACEHOLDERS)).says(
    ("値がないことを記号や語で表さない", "No signs or words for a missing value"),
    (
        "「{value}」は値がないことを表すと思われます。値がなければ空欄とします。",
        '"{value}" seems to stand for a missing value. Leave the cell empty.',
    ),
    good=("9", "03-5253-5111"),
    bad=("NULL", "N/A", "-", "－", "＊"),
)
_RESERVED = r"(?i:([a-z0-9\-]+\.)*(example\.(com|net|org)|[a-z0-9\-]+\.(test|example|invalid|localhost)))\.?"


def reserved_domain(value: str) -> Details | None:
    """Fires for the address of a page or a mailbox in a domain that stands for examples and tests only (RFC 2606, RFC 6761)."""
    match = compiled("(?i:https?://([^/?#@:]+)([:/?#].*)?|[^@]+@([^@]+))").fullmatch(value)
    domain = match and (match[1] or match[3])
    return {"domain": domain} if domain and compiled(_RESERVED).fullmatch(domain) else None


RESERVED = warning("FIELD-020", Clause("RFC 2606", "§2, §3"), look=reserved_domain, about="truth").says(
    ("例示用のドメイン名を実際のデータに書かない", "No domain names that are reserved for examples"),
    (
        "「{value}」のドメイン名「{domain}」は例示・試験用に予約された名前で、実在しません。記入例が残っていると思われます。値がなければ空欄とします。",
        'The domain "{domain}" in "{value}" is reserved for examples and tests; a sample seems to have been left. Leave the cell empty.',
    ),
    good=("https://www.digital.go.jp/", "info@moji.or.jp"),
    bad=("https://example.com", "https://www.example.org/a", "info@example.net", "http://city.test/"),
)
SAY_SO = (WORDS, NULL_WORDS)
"""The rules whose message says already that the cell is to be left empty."""


def is_no_sample(value: str) -> bool:
    """False for an address in a domain that is reserved for examples."""
    return reserved_domain(value) is None


def is_value(value: str) -> bool:
    """False for a word that stands for a missing value."""
    return compiled(PLACEHOLDERS).fullmatch(value) is None


def hint(value: str) -> Details:
    """The details of a rule that fires on a value which may be such a word."""
    return {"hint": _HINT} if compiled(PLACEHOLDERS).fullmatch(value) else FIRES


def unless(regex: str) -> Look:
    """Fires where the value does not match as a whole, with a hint for placeholders."""
    return partial(_unless, regex)


def _unless(regex: str, value: str) -> Details | None:
    return None if compiled(regex).fullmatch(value) else hint(value)
