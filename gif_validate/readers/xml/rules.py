"""Rules of the written form of XML: well-formedness (XML 1.0), and what is never followed: entities, DTDs, XInclude."""

from __future__ import annotations

from ...catalogue.rows import error, info, ours, warning

SYNTAX = error("XML-001", ours("XML 1.0 §2.1"), scope="file").says(
    ("XML の構文の誤り", "Not well-formed XML"),
    (
        "整形式の XML ではありません：{found}。ここから先は読めませんでした。",
        "Not well-formed: {found}. Nothing could be read from here on.",
    ),
    good=("<名称>中央公民館</名称>",),
    bad=("<名称>中央公民館</住所>", "<名称>A & B</名称>"),
)
TRUNCATED = error("XML-002", ours("XML 1.0 §2.1"), scope="file").says(
    ("XML が途中で切れている", "The XML ends too early"),
    (
        "{found}のまま、ファイルが終わっています。ファイルが途中で切れていないか確かめます。",
        "The file ends within {found}. Make sure that it is complete.",
    ),
    good=("<名称>中央公民館</名称>",),
    bad=("<名称>中央公民館",),
)
DOCTYPE = warning("XML-003", ours("XML-003"), scope="file").says(
    ("文書型宣言（DOCTYPE）がある", "A document type declaration"),
    (
        "文書型宣言（DOCTYPE {value}）があります。安全のため、DTD は読みません。",
        "There is a document type declaration (DOCTYPE {value}). DTDs are not read, for safety.",
    ),
    good=("<法人/>",),
    bad=("<!DOCTYPE 法人 SYSTEM 'corp.dtd'><法人/>",),
)
ENTITY = error("XML-004", ours("XML-004"), scope="file").says(
    ("実体の宣言・参照がある", "Entities are declared or referred to"),
    (
        "実体「{value}」があります。安全のため、&amp; などの定義済みのものと、文書内で宣言した短い文字列のほかは展開しません。"
        "文字そのものを書きます。",
        'There is an entity "{value}". For safety, only &amp; and its like and short texts declared in the file are expanded. '
        "Write the characters themselves.",
    ),
    good=("<名称>A &amp; B</名称>", "<名称>&#x4E2D;</名称>"),
    bad=("<!DOCTYPE a [<!ENTITY b '&c;&c;'>]><a>&b;</a>", '<!DOCTYPE a [<!ENTITY b SYSTEM "c.txt">]><a>&b;</a>'),
)
DECLARED = info("XML-020", ours("XML-020"), scope="file").says(
    ("文書の中で実体を宣言している", "An entity declared in the document"),
    (
        "実体「{value}」が宣言されています。短い文字列なので、その文字列として読みました。読まないソフトもあるので、文字そのものを書くと確実です。",
        'The entity "{value}" is declared. It is a short text and was read as that; other programs may not read it: write the text itself.',
    ),
    good=("<名称>市役所</名称>",),
    bad=("<!DOCTYPE a [<!ENTITY b '市役所'>]><a>&b;</a>",),
)
ENCODING = error("XML-005", ours("XML 1.0 §4.3.3"), scope="file").says(
    ("宣言と実際の文字コードが違う", "Not the encoding that is declared"),
    (
        "文字コードの宣言は {expected} ですが、実際は {found} です。{found} として読みました。",
        "The declaration says {expected}, the bytes are {found}. Read as {found}.",
    ),
    good=('<?xml version="1.0" encoding="UTF-8"?>',),
    bad=('<?xml version="1.0" encoding="Shift_JIS"?> (UTF-8)',),
)
MIXED = error("XML-006", ours("GIF_Core_DataModel.xsd"), scope="file").says(
    ("要素の間に文字がある", "Text between elements"),
    (
        "子要素のある要素の中に、どの要素にも属さない文字「{value}」があります。読み飛ばしました。",
        'Text that belongs to no element, "{value}", stands between elements. It was passed over.',
    ),
    good=("<住所><都道府県>山梨県</都道府県></住所>",),
    bad=("<住所>山梨県<市区町村>韮崎市</市区町村></住所>",),
)
INCLUDE = error("XML-007", ours("XML-007"), scope="file").says(
    ("XInclude は読み込まない", "XInclude is not followed"),
    (
        "別の文書（{value}）を取り込む指定（XInclude）があります。安全のため読み込みません。一つの文書にまとめます。",
        "Another document ({value}) is to be included (XInclude). It is not read, for safety. Make it one document.",
    ),
    good=("<法人/>",),
    bad=('<xi:include href="a.xml"/>',),
)
TOO_DEEP = error("XML-008", ours("XML-008"), scope="file").says(
    ("入れ子が深すぎる", "Nested too deeply"),
    (
        "要素の入れ子が {expected} 段を超えています。ここから先は読みませんでした。",
        "Elements are nested more than {expected} levels deep. Nothing was read from here on.",
    ),
    good=("<住所><都道府県/></住所>",),
    bad=("<a><a><a>…",),
)
TOO_LONG = error("XML-009", ours("XML-009"), scope="file").says(
    ("一つのタグや注釈が長すぎる", "A tag or comment is too long"),
    (
        "一つのタグ、注釈又は処理命令が {expected} を超えています。ここから先は読みませんでした。",
        "A single tag, comment or instruction is longer than {expected}. Nothing was read from here on.",
    ),
    good=("<法人/>",),
    bad=("<!-- … -->",),
)
ATTRIBUTE = warning("XML-010", ours("GIF_Core_DataModel.xsd"), scope="file").says(
    ("読まれない属性がある", "An attribute that is not read"),
    (
        "値を持つ要素の属性「{value}」は読みませんでした。値は要素の内容に書きます。",
        'The attribute "{value}" of an element with a value was not read. Values are written as the content of elements.',
    ),
    good=("<名称>中央公民館</名称>",),
    bad=('<名称 種別="通称">中央公民館</名称>',),
)
NIL = error("XML-011", ours("XML Schema 1.0 §2.6.2"), scope="file").says(
    ("xsi:nil なのに内容がある", "Content in spite of xsi:nil"),
    (
        'xsi:nil="true" なのに、内容「{value}」があります。どちらかを削除します。内容を読みました。',
        'xsi:nil="true", yet there is content, "{value}". Remove one of them. The content was read.',
    ),
    good=('<名称 xsi:nil="true"/>',),
    bad=('<名称 xsi:nil="true">中央公民館</名称>',),
)
OF_DATA = (MIXED, ATTRIBUTE)
"""Rules of XML that holds records, as GIF's schema has it; documents of other kinds (laws, invoices) mix text and elements rightly."""
