"""Rules of the written form of JSON: RFC 8259, and RFC 7493 (I-JSON) where that leaves the meaning open."""

from __future__ import annotations

from ...catalogue.rows import error, ours, warning
from ...catalogue.text import Text

SYNTAX = error("JSON-001", ours("RFC 8259 §2"), scope="file").says(
    ("JSON の構文の誤り", "Not well-formed JSON"),
    (
        "{expected}が必要なところに {found} があります。ここから先は読めませんでした。",
        "Found {found} where {expected} is expected. Nothing could be read from here on.",
    ),
    good=('{"名称": "中央公民館"}',),
    bad=('{"名称" "中央公民館"}', "{'名称': '中央公民館'}", '{"番号": 0123}'),
)
TRUNCATED = error("JSON-002", ours("RFC 8259 §2"), scope="file").says(
    ("JSON が途中で切れている", "The JSON ends too early"),
    ("{found}のまま終わっています。途中で切れていないか確かめます。", "The text ends within {found}. Make sure that it is complete."),
    good=('{"名称": "中央公民館"}',),
    bad=('{"名称": "中央公民館"', '{"名称": "中央'),
)
DUPLICATE = error("JSON-003", ours("RFC 7493 §2.3"), scope="file").says(
    ("同じ名前が一つのオブジェクトに二度ある", "A name stands twice in one object"),
    (
        "「{value}」が同じオブジェクトに二度以上あります。読むソフトウェアによって値が変わります。最後のものを読みました。",
        'The name "{value}" stands more than once in one object; programs disagree on which counts. The last one was read.',
    ),
    good=('{"名称": "中央公民館"}',),
    bad=('{"名称": "中央公民館", "名称": "北公民館"}',),
)
NOT_A_NUMBER = error("JSON-004", ours("RFC 8259 §6"), scope="file").says(
    ("NaN・Infinity は JSON の値ではない", "NaN and Infinity are no JSON values"),
    (
        "{value} は JSON の値ではありません。値がないときは null と書くか、項目を省きます。",
        "{value} is no value of JSON. Where there is no value, write null or leave the item out.",
    ),
    good=('{"緯度": 35.70}', '{"緯度": null}'),
    bad=('{"緯度": NaN}', '{"緯度": -Infinity}'),
)
TRAILING_COMMA = error("JSON-005", ours("RFC 8259 §4, §5"), scope="file").says(
    ("最後の値の後ろにコンマがある", "A comma after the last value"),
    (
        "最後の値の後ろにコンマがあります。JSON では認められません。コンマを削除します。",
        "There is a comma after the last value, which JSON does not allow. Remove it.",
    ),
    good=("[1, 2]",),
    bad=("[1, 2,]", '{"番号": 1,}'),
)
COMMENT = error("JSON-006", ours("RFC 8259 §2"), scope="file").says(
    ("JSON に注釈は書けない", "JSON has no comments"),
    ("注釈「{value}」があります。JSON に注釈は書けません。削除します。", 'There is a comment, "{value}". JSON has none. Remove it.'),
    good=('{"番号": 1}',),
    bad=('{"番号": 1} // 仮', '{/* 仮 */ "番号": 1}'),
)
SURROGATE = error("JSON-007", ours("RFC 7493 §2.1"), scope="file").says(
    ("サロゲートペアの片方だけがある", "Half a surrogate pair"),
    (
        "「{value}」に、サロゲートペアの片方だけ（{found}）があります。文字として読めません。",
        'Half a surrogate pair ({found}) in "{value}": no character.',
    ),
    good=(r'{"氏": "\ud842\udfb7田"}',),
    bad=(r'{"氏": "\ud842田"}',),
)
BOM = warning("JSON-008", ours("RFC 8259 §8.1"), look=lambda value: {} if value == "utf-8-sig" else None, scope="file").says(
    ("JSON の先頭に BOM がある", "JSON with a byte order mark"),
    (
        "先頭に BOM（バイト順マーク）があります。JSON には付けません。読み飛ばしました。",
        "The file begins with a byte order mark, which JSON must not have. It was skipped.",
    ),
    good=("utf-8",),
    bad=("utf-8-sig",),
)
NOT_UTF_8 = error(
    "JSON-009", ours("RFC 8259 §8.1"), look=lambda value: None if value in {"utf-8", "utf-8-sig", "ascii"} else {}, scope="file"
).says(
    ("JSON の文字コードが UTF-8 ではない", "JSON that is not UTF-8"),
    (
        "文字コードは {value} です。JSON は UTF-8 で交換します。UTF-8 で保存し直します。",
        "The encoding is {value}. JSON is exchanged in UTF-8. Save it as UTF-8.",
    ),
    good=("utf-8",),
    bad=("utf-16-le", "cp932"),
)
AS_OBJECTS = Text(
    "1件を一つのオブジェクト（{…}）とし、複数あれば配列か JSON Lines にします。",
    "Write each record as an object ({…}), several as an array or as JSON Lines.",
)
NOT_JUDGED = Text(
    "標準と照らし合わせられるのはオブジェクト（{…}）だけです。値は検査しませんでした。",
    "Only objects ({…}) can be compared with a standard. The values were not judged.",
)
NO_RECORD = error("JSON-010", ours("JSON-010"), scope="file").says(
    ("レコードがオブジェクトではない", "A record that is no object"),
    ("レコードのあるところに{found}があります。", "Found {found} where records stand."),
    good=('[{"名称": "中央公民館"}]',),
    bad=('"中央公民館"', '["中央公民館"]'),
)
TOO_DEEP = error("JSON-011", ours("JSON-011"), scope="file").says(
    ("入れ子が深すぎる", "Nested too deeply"),
    (
        "入れ子が {expected} 段を超えています。ここから先は読みませんでした。",
        "Nested more than {expected} levels deep. Nothing was read from here on.",
    ),
    good=('{"住所": {"都道府県": "山梨県"}}',),
    bad=("[[[[…]]]]",),
)
CONTROL = error("JSON-012", ours("RFC 8259 §7"), scope="file").says(
    ("文字列の中に生の制御文字がある", "A raw control character in a string"),
    (
        "文字列の中に、改行・タブなどの制御文字（{found}）がそのまま入っています。JSON では {expected} と書きます。",
        "A control character ({found}) stands in a string as it is. JSON writes it as {expected}.",
    ),
    good=(r'{"説明": "一階\n玄関"}',),
    bad=('{"説明": "一階\n玄関"}',),
)
ESCAPE = error("JSON-013", ours("RFC 8259 §7"), scope="file").says(
    ("JSON にない逆斜線の書き方", "An escape that JSON does not have"),
    (
        "文字列の中の {found} は JSON の書き方ではありません。逆斜線そのものは二つ重ねて書きます。",
        "{found} in a string is no escape of JSON. Write a backslash itself as two.",
    ),
    good=(r'{"経路": "C:\\data"}',),
    bad=(r'{"経路": "C:\data"}', r'{"氏": "\u12"}'),
)
