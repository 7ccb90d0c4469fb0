"""Name of a thing (名称): of a facility, an event, a service. As text, but a word for nothing or a dummy (未定, テスト, ○○) names no thing.

Fields of other texts may hold such words: a remark may well be なし.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...catalogue.rows import warning
from ...catalogue.rule import compiled, when
from ..part import kind
from ..placeholder import NULL_WORDS, is_value
from .text import CHECKS, clean_text, is_valid_text, suggest
from .text import clean_column as clean_text_column

_WORDS = (
    "(名称|名前|施設名|イベント名|件名|タイトル)?(未定|未設定|未入力|仮|仮称|準備中|検討中)|[(（]仮称?[)）]|"
    "(テスト|てすと|ﾃｽﾄ|ダミー|ﾀﾞﾐｰ|サンプル|ｻﾝﾌﾟﾙ|記入例|入力例|例)(用|データ|ﾃﾞｰﾀ|施設|イベント|[0-9０-９]{1,3})?|"
    "(?i:test|dummy|sample|example|foo|bar|hoge|fuga|xxx+|aaa+|abc|asdf)[ _-]?[0-9]{0,3}|"
    "(?P<same>[ぁ-ん])(?P=same){2,}|[○〇◯●△▲□■×✕＊*]{2,}.{0,20}|[?？]{2,}"
)
DUMMY = warning("FIELD-021", look=when(_WORDS), about="truth").says(
    ("名称に仮の語や試験用の語を書かない", "No dummy words for the name of a thing"),
    (
        "名称「{value}」は、仮の語か試験用の語と思われます。実際の名称を書き、決まっていなければ空欄とします。",
        '"{value}" looks like a dummy. Write the real name, or leave the cell empty until there is one.',
    ),
    good=("市民会館", "テストコース前", "サンプル百貨店", "ABC商店"),
    bad=("未定", "テスト", "テスト1", "dummy", "名称未定", "○○市民会館", "あああ"),
)


def _is_dummy(value: str) -> bool:
    return compiled(_WORDS).fullmatch(value) is not None


def _clean_column(values: Sequence[str], plain: bool) -> bool:
    return clean_text_column(values, plain) and not any(value and (_is_dummy(value) or not is_value(value)) for value in set(values))


PART = kind(
    "thing_name",
    suggest=suggest,
    clean_too=lambda value: clean_text(value) and is_value(value) and not _is_dummy(value),
    valid_too=is_valid_text,
    clean_column=_clean_column,
).says(
    ("名称", "name of a thing"),
    ("JIS X 0213 の文字（一行）。仮の語は書かない", "characters of JIS X 0213, on one line; no dummy words"),
    checks=(*CHECKS, DUMMY, NULL_WORDS),
    examples=("市民会館",),
)
