"""Addresses: typical mistakes with the rule that names them and the form that is offered; records; readings of real names."""

from __future__ import annotations

import pytest

from gif_validate.catalogue.discovery import declared
from gif_validate.catalogue.rule import Rule
from gif_validate.codelists import rows
from gif_validate.parts import part
from gif_validate.parts.addresses._latin_reading import spells
from gif_validate.parts.addresses._numbers import behind_name
from gif_validate.parts.addresses._patterns import lacking
from gif_validate.parts.addresses._words import arabic, kanji
from tests.parts.test_parts import agrees

PARTS = (
    "address",
    "address_kana",
    "address_latin",
    "block_number",
    "building",
    "municipality",
    "municipality_latin",
    "prefecture_latin",
    "residence_flag",
    "town",
    "town_and_block",
    "town_latin",
)
Row = tuple[str, str, str | None, str | None, str | None]
"""Part, value, first rule (without GIF-), severity, suggestion; None where nothing is found or offered."""
VALUES: tuple[Row, ...] = (
    ("town_and_block", "霞が関2-1-2", None, None, None),
    ("town_and_block", "霞が関2-1-6", None, None, None),
    ("town_and_block", "大戸町高川甲1324", None, None, None),
    ("town_and_block", "大戸町大字高川甲1324", None, None, None),
    ("town_and_block", "北1条西1-3", None, None, None),
    ("town_and_block", "寺町通御池上る上本能寺前町488", None, None, None),
    ("town_and_block", "字大原無番地", None, None, None),
    ("town_and_block", "西2線北25号12", None, None, None),
    ("town_and_block", "二番町5-1", None, None, None),
    ("town_and_block", "字沢12地先", None, None, None),
    ("town_and_block", "大字南10-ロ", None, None, None),
    ("town_and_block", "百人町1-22-4", None, None, None),
    ("town_and_block", "美原町3丁1-2", None, None, None),
    ("town_and_block", "第5地割12-3", None, None, None),
    ("town_and_block", "大通西28丁目", "ADDR-014", "warning", None),
    ("town_and_block", "霞が関二丁目", None, None, None),
    ("town_and_block", "霞が関二丁目１番6号", "ADDR-014", "error", "霞が関2-1-6"),
    ("town_and_block", "霞が関２－１－２", "ADDR-021", "error", "霞が関2-1-2"),
    ("town_and_block", "霞が関2ー1ー2", "ADDR-021", "error", "霞が関2-1-2"),
    ("town_and_block", "霞が関2‐1‐2", "ADDR-021", "error", "霞が関2-1-2"),
    ("town_and_block", "霞が関2−1−2", "ADDR-021", "error", "霞が関2-1-2"),
    ("town_and_block", "霞が関2丁目1番2号", "ADDR-014", "error", "霞が関2-1-2"),
    ("town_and_block", "霞が関2丁目1-2", "ADDR-014", "error", "霞が関2-1-2"),
    ("town_and_block", "六本木六丁目10番1号", "ADDR-014", "error", "六本木6-10-1"),
    ("town_and_block", "千代田三丁目5番地", "ADDR-014", "error", "千代田3-5"),
    ("town_and_block", "北一条西一丁目3番地", "ADDR-014", "error", "北1条西1-3"),
    ("town_and_block", "北十五条東４丁目１番３０号", "ADDR-014", "error", "北15条東4-1-30"),
    ("town_and_block", "北１条1-3", "ADDR-017", "warning", "北1条1-3"),
    ("town_and_block", "北一条西1-3", "ADDR-017", "warning", "北1条西1-3"),
    ("town_and_block", "西九条3-1", None, None, None),
    ("town_and_block", "九条南1-2-3", None, None, None),
    ("town_and_block", "一丁目1番地1-1号", "ADDR-022", "error", None),
    ("town_and_block", "本町1番2号の3", "ADDR-022", "error", "本町1-2-3"),
    ("town_and_block", "本町1-2-3の4", "ADDR-022", "error", "本町1-2-3-4"),
    ("town_and_block", "大字高川1324番地", "ADDR-016", "error", "大字高川1324"),
    ("town_and_block", "大字富海字大原12番地の3", "ADDR-016", "error", "大字富海字大原12-3"),
    ("town_and_block", "十文字町12番地", "ADDR-014", "error", "十文字町12"),
    ("town_and_block", "本町10の2", "ADDR-014", "warning", "本町10-2"),
    ("town_and_block", "本町10番地", "ADDR-014", "error", "本町10"),
    ("town_and_block", "湯島２丁目６番２号", "ADDR-014", "error", "湯島2-6-2"),
    ("town_and_block", "月島１丁目５番１－４２０７号", "ADDR-021", "error", None),
    ("town_and_block", "霞が関1-1-1-101", "ADDR-023", "warning", None),
    ("town_and_block", "霞が関2-1-2 中央合同庁舎第2号館", "ADDR-027", "error", None),
    ("town_and_block", "本町1番2号市民会館", "ADDR-027", "error", None),
    ("town_and_block", "本町1-2-3 502号室", "ADDR-028", "error", None),
    ("town_and_block", "高輪２丁目１４番１７号８階", "ADDR-028", "error", None),
    ("town_and_block", "二階堂123", None, None, None),
    ("town_and_block", "第2団地1-3", None, None, None),
    ("town_and_block", "本町１２", "ADDR-014", "error", "本町12"),
    ("town_and_block", "西１線3", "ADDR-014", "warning", None),
    ("town_and_block", " 霞が関2-1-2", "CHAR-028", "warning", "霞が関2-1-2"),
    ("town_and_block", "霞が関2-1-2　", "CHAR-028", "warning", "霞が関2-1-2"),
    ("town_and_block", "同上", "CHAR-031", "warning", None),
    ("town_and_block", "－", "NULL-005", "warning", None),
    ("town_and_block", "\ue000\u753a1-2", "CHAR-042", "error", None),
    ("town_and_block", "髙橋町1-2", "CHAR-001", "warning", None),
    ("town_and_block", "霞が関二丁目一番二号", "ADDR-014", "error", "霞が関2-1-2"),
    ("town_and_block", "大通西十丁目4番", "ADDR-014", "error", "大通西10-4"),
    ("town_and_block", "浦田町212-1番", "ADDR-014", "error", "浦田町212-1"),
    ("town_and_block", "本町5番街12-1", None, None, None),
    ("town_and_block", "丸の内1-9-1号", "ADDR-014", "error", "丸の内1-9-1"),
    ("town_and_block", "八丁目123-1", None, None, None),
    ("town_and_block", "東十二丁目19-10", None, None, None),
    ("town_and_block", "日和田町八丁目12", None, None, None),
    ("town_and_block", "八丁目12番地", "ADDR-014", "error", None),
    ("town_and_block", "麻布十番2-3", None, None, None),
    ("town_and_block", "麻布十番2番地", "ADDR-014", "error", "麻布十番2"),
    ("town_and_block", "麻布十番二丁目3番4号", "ADDR-014", "error", "麻布十番2-3-4"),
    ("town_and_block", "晩生内第２12番地3", "ADDR-014", "error", None),
    ("town_and_block", "晩生内第２12-3", "ADDR-014", "warning", None),
    ("town_and_block", "大渡５", "ADDR-014", "warning", None),
    ("town_and_block", "旧舘１番5", "ADDR-014", "warning", None),
    ("town_and_block", "若狭テクノバレー１号1", "ADDR-014", "warning", None),
    ("town_and_block", "字大原二丁目1-2", "ADDR-014", "warning", None),
    ("town_and_block", "字大原12番3", "ADDR-014", "warning", None),
    ("town_and_block", "本町12番3", "ADDR-014", "error", "本町12-3"),
    ("town_and_block", "大字霞ヶ関北3丁目2-1", "ADDR-014", "error", "大字霞ヶ関北3-2-1"),
    ("town_and_block", "紀尾井町三番地", "ADDR-014", "error", "紀尾井町3"),
    ("town_and_block", "十二番地三", "ADDR-014", "error", "12-3"),
    ("town_and_block", "紀尾井町一番三号", "ADDR-014", "error", "紀尾井町1-3"),
    ("town_and_block", "字大原五番地先", None, None, None),
    ("town_and_block", "紀尾井町百二十番三号", "ADDR-014", "error", "紀尾井町120-3"),
    ("town_and_block", "紀尾井町一〇二番三号", "ADDR-014", "error", "紀尾井町102-3"),
    ("town_and_block", "霞が関百二丁目3番4号", "ADDR-014", "error", "霞が関102-3-4"),
    ("town_and_block", "紀尾井町十〇番三号", "ADDR-014", "error", None),
    ("town", "北1条西2丁目", "ADDR-019", "warning", "北一条西二丁目"),
    ("town", "北１条西２丁目", "ADDR-019", "warning", "北一条西二丁目"),
    ("town", "旭町1条2丁目", "ADDR-019", "warning", None),
    ("town", "晩生内第２3丁目", "ADDR-019", "warning", None),
    ("town", "晩生内第２", None, None, None),
    ("town", "保原町１丁目", None, None, None),
    ("address", "千葉市川市八幡1丁目1番1号", "ADDR-031", "warning", None),
    ("address", "千葉市原市国分寺台中央1-1-1", "ADDR-031", "warning", None),
    ("address", "山梨市川三郷町上野1", "ADDR-031", "warning", None),
    ("address", "栃木市貝町市塙1", "ADDR-031", "warning", None),
    ("address", "千葉市中央区市場町1-1", "ADDR-031", "warning", "千葉県千葉市中央区市場町1-1"),
    ("block_number", "十二番地三", "ADDR-020", "warning", "12-3"),
    ("block_number", "百二十番地", "ADDR-020", "warning", "120"),
    ("block_number", "1-2", None, None, None),
    ("block_number", "1324", None, None, None),
    ("block_number", "甲1324", None, None, None),
    ("block_number", "イ1-2", None, None, None),
    ("block_number", "10-ロ", None, None, None),
    ("block_number", "番外地", None, None, None),
    ("block_number", "12地先", None, None, None),
    ("block_number", "１番２号", "ADDR-020", "warning", "1-2"),
    ("block_number", "７ー１", "ADDR-021", "warning", "7-1"),
    ("block_number", "7ー1", "ADDR-021", "warning", "7-1"),
    ("block_number", "1番2号", "ADDR-020", "warning", "1-2"),
    ("block_number", "1－2", "ADDR-021", "warning", "1-2"),
    ("block_number", "1−2", "ADDR-021", "warning", "1-2"),
    ("block_number", "1‐2", "ADDR-021", "warning", "1-2"),
    ("block_number", "2ｰ1", "ADDR-021", "warning", "2-1"),
    ("block_number", "一-二", "ADDR-020", "warning", "1-2"),
    ("block_number", "1-2号", "ADDR-020", "warning", "1-2"),
    ("block_number", "1014番地の1", "ADDR-020", "warning", "1014-1"),
    ("block_number", "1番2号の3", "ADDR-022", "warning", "1-2-3"),
    ("block_number", "２", "ADDR-020", "warning", "2"),
    ("block_number", "1-2-101", "ADDR-023", "warning", None),
    ("block_number", "二丁目1-2", "ADDR-020", "warning", "2-1-2"),
    ("block_number", "1-2 3階", "ADDR-028", "warning", None),
    ("block_number", "1-2 本町ビル", "ADDR-027", "warning", None),
    ("block_number", "字村山1", "ADDR-020", "warning", None),
    ("block_number", "１－Ａ", "ADDR-020", "warning", None),
    ("block_number", "不明", "ADDR-020", "warning", None),
    ("block_number", "-", "ADDR-020", "warning", None),
    ("town", "霞が関二丁目", None, None, None),
    ("town", "紀尾井町", None, None, None),
    ("town", "大字高川字大原", None, None, None),
    ("town", "西2線", None, None, None),
    ("town", "霞が関2丁目", "ADDR-019", "warning", "霞が関二丁目"),
    ("town", "霞が関２丁目", "ADDR-019", "warning", "霞が関二丁目"),
    ("town", "桜町３丁目", "ADDR-019", "warning", "桜町三丁目"),
    ("town", "西12丁目", "ADDR-019", "warning", "西十二丁目"),
    ("town", "霞が関2", "ADDR-019", "warning", None),
    ("town", "霞が関2-1", "ADDR-019", "warning", None),
    ("town", " 紀尾井町", "CHAR-028", "warning", "紀尾井町"),
    ("town", "なし", "NULL-005", "warning", None),
    ("town", "\ue000\u753a", "CHAR-042", "error", None),
    ("building", "中央合同庁舎第2号館", None, None, None),
    ("building", "霞が関レジデンス502号室", None, None, None),
    ("building", "東京ガーデンテラス紀尾井町 19階Northフロア", None, None, None),
    ("building", "　大手ビル", "CHAR-028", "warning", "大手ビル"),
    ("building", "㈱ビル", "CHAR-008", "warning", None),
    ("building", "同上", "CHAR-031", "warning", None),
    ("building", "-", "NULL-005", "warning", None),
    ("address", "東京都千代田区紀尾井町1-3 東京ガーデンテラス紀尾井町 19階Northフロア", None, None, None),
    ("address", "東京都千代田区霞が関二丁目１番６号", None, None, None),
    ("address", "12 Main Street, Springfield", None, None, None),
    ("address", "千代田区霞が関2-1-2", "ADDR-031", "warning", "東京都千代田区霞が関2-1-2"),
    ("address", "府中市宮西町2-24", "ADDR-031", "warning", None),
    ("address", "横浜市中区港町1-1", "ADDR-031", "warning", "神奈川県横浜市中区港町1-1"),
    ("address", "中央区三宮町1-10-1", "ADDR-031", "warning", None),
    ("address", "須磨区大黒町4-1-1", "ADDR-031", "warning", None),
    ("address", "下松市大字平田484", "ADDR-031", "warning", "山口県下松市大字平田484"),
    ("address", "〒100-8926 東京都千代田区霞が関2-1-2", "ADDR-031", "warning", None),
    ("address", "東京都千代田区霞が関2-1-2 ", "CHAR-028", "warning", "東京都千代田区霞が関2-1-2"),
    ("address", "不明", "ADDR-031", "warning", None),
    ("municipality", "千代田区", None, None, None),
    ("municipality", "横浜市中区", None, None, None),
    ("municipality", "中区", None, None, None),
    ("municipality", "横浜市", None, None, None),
    ("municipality", "石狩郡当別町", None, None, None),
    ("municipality", "当別町", None, None, None),
    ("municipality", "三宅島三宅村", None, None, None),
    ("municipality", "須恵町", None, None, None),
    ("municipality", "東京市", "ADDR-035", "warning", None),
    ("municipality", "東京都千代田区", "ADDR-035", "warning", "千代田区"),
    ("municipality", "千代田　区", "ADDR-035", "warning", "千代田区"),
    ("municipality", "龍ヶ崎市", "ADDR-035", "warning", "龍ケ崎市"),
    ("municipality", "千代田", "ADDR-035", "warning", None),
    ("municipality", "浦和市", "ADDR-035", "warning", None),
    ("residence_flag", "0", None, None, None),
    ("residence_flag", "1", None, None, None),
    ("residence_flag", "1:住居表示実施", "ADDR-039", "warning", "1"),
    ("residence_flag", "１", "ADDR-039", "warning", "1"),
    ("residence_flag", "あり", "ADDR-039", "warning", None),
    ("residence_flag", "2", "ADDR-039", "warning", None),
    ("residence_flag", "0:住居表示実施", "ADDR-039", "warning", None),
    ("address_kana", "トウキョウト", None, None, None),
    ("address_kana", "カスミガセキニチョウメ1-2", None, None, None),
    ("address_kana", "トウキョウガーデンテラスキオイチョウ 19カイノースフロア", None, None, None),
    ("address_kana", "とうきょうと", "ADDR-037", "warning", "トウキョウト"),
    ("address_kana", "ﾄｳｷｮｳﾄ", "ADDR-037", "warning", "トウキョウト"),
    ("address_kana", "トウキョウト　チヨダク", "ADDR-037", "warning", "トウキョウト チヨダク"),
    ("address_kana", "カスミガセキ２－１", "ADDR-037", "warning", "カスミガセキ2-1"),
    ("address_kana", "東京都", "ADDR-037", "warning", None),
    ("address_kana", "-", "NULL-005", "warning", None),
    ("town_latin", "2-1-2 Kasumigaseki", None, None, None),
    ("town_latin", "Kioicho", None, None, None),
    ("town_latin", "Kita 1 Higashi 1-3", None, None, None),
    ("town_latin", "Kita 1 Nishi 2-1-1", None, None, None),
    ("town_latin", "Uji Teppoba", None, None, None),
    ("town_latin", "2-1-2, Kasumigaseki", "ADEN-005", "warning", "2-1-2 Kasumigaseki"),
    ("town_latin", "1-2 Kasumigaseki 2-chome", "ADEN-005", "warning", "2-1-2 Kasumigaseki"),
    ("town_latin", "Kasumigaseki 2-1-2", "ADEN-005", "warning", None),
    ("town_latin", "Kita 1-jo Higashi 1-chome 3", "ADEN-013", "warning", "Kita 1 Higashi 1-3"),
    ("town_latin", "Kita10-Jonishi", "ADEN-013", "warning", None),
    ("town_latin", "2-1-2 KASUMIGASEKI", "ADEN-005", "warning", None),
    ("town_latin", "Haccho", "ROMA-003", "warning", "Hatcho"),
    ("town_latin", "Gotemba", "ROMA-001", "info", "Gotenba"),
    ("town_latin", "1-1 Ōtemachi", "ROMA-004", "warning", "1-1 Otemachi"),
    ("town_latin", "1-1 Ohtemachi", "ROMA-004", "warning", "1-1 Otemachi"),
    ("town_latin", "2-1 Sinkawa", "ADEN-001", "warning", None),
    ("town_latin", "N/A", "ADEN-005", "warning", None),
    ("municipality_latin", "Chiyoda-ku", None, None, None),
    ("municipality_latin", "Naka-ku, Yokohama-shi", None, None, None),
    ("municipality_latin", "Ishikari-gun Tobetsu-cho", None, None, None),
    ("municipality_latin", "Miyakejima Miyake-mura", None, None, None),
    ("municipality_latin", "Chiyoda", "ADEN-006", "warning", None),
    ("municipality_latin", "Chiyoda Ward", "ADEN-006", "warning", "Chiyoda-ku"),
    ("municipality_latin", "Chiyoda City", "ADEN-006", "warning", None),
    ("municipality_latin", "CHIYODA-KU", "ADEN-006", "warning", "Chiyoda-ku"),
    ("municipality_latin", "chiyoda-ku", "ADEN-006", "warning", "Chiyoda-ku"),
    ("municipality_latin", "Chiyoda-Ku", "ADEN-006", "warning", "Chiyoda-ku"),
    ("municipality_latin", "Ōta-ku", "ROMA-004", "warning", "Ota-ku"),
    ("municipality_latin", "Ohta-ku", "ROMA-004", "warning", "Ota-ku"),
    ("municipality_latin", "Gotemba-shi", "ROMA-001", "info", "Gotenba-shi"),
    ("municipality_latin", "Tiyoda-ku", "ADEN-001", "warning", None),
    ("prefecture_latin", "Tokyo", None, None, None),
    ("prefecture_latin", "Hokkaido", None, None, None),
    ("prefecture_latin", "Kanagawa", None, None, None),
    ("prefecture_latin", "Tokyo-to", "ADEN-007", "warning", "Tokyo"),
    ("prefecture_latin", "Kanagawa-ken", "ADEN-007", "warning", "Kanagawa"),
    ("prefecture_latin", "Osaka-fu", "ADEN-007", "warning", "Osaka"),
    ("prefecture_latin", "Tokyo Prefecture", "ADEN-007", "warning", "Tokyo"),
    ("prefecture_latin", "Hokkai", "ADEN-007", "warning", None),
    ("prefecture_latin", "TOKYO", "ADEN-007", "warning", "Tokyo"),
    ("prefecture_latin", "Tōkyō", "ROMA-004", "warning", "Tokyo"),
    ("prefecture_latin", "Toukyou", "ADEN-007", "warning", "Tokyo"),
    ("prefecture_latin", "Tohkyoh", "ROMA-004", "warning", "Tokyo"),
    ("prefecture_latin", "Gumma", "ROMA-001", "info", "Gunma"),
    ("prefecture_latin", "Hokkai-do", "ADEN-007", "warning", "Hokkaido"),
    ("prefecture_latin", "東京都", "ADEN-007", "warning", None),
    ("address_latin", "2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan", None, None, None),
    ("address_latin", "1-1 Minato-cho, Naka-ku, Yokohama-shi, Kanagawa 2310017, Japan", None, None, None),
    ("address_latin", "1-1 Minato-cho, Naka-ku, Yokohama-shi, 2310017, Japan", "ADEN-005", "warning", None),
    ("address_latin", "Kita 1 Higashi 1-3, Ashibetsu-shi, Hokkaido 0758711, Japan", None, None, None),
    ("address_latin", "19th North Floor, Tokyo Garden Terrace Kioicho, 1-3 Kioicho, Chiyoda-ku, Tokyo 1020094, Japan", None, None, None),
    (
        "address_latin",
        "Kita 1 Nishi 2-1-1, Chuo-ku, Sapporo-shi 060-8611, Japan",
        "ADEN-009",
        "warning",
        "Kita 1 Nishi 2-1-1, Chuo-ku, Sapporo-shi 0608611, Japan",
    ),
    (
        "address_latin",
        "2-1-3 Kasumigaseki, Chiyoda-ku, Tokyo 100-8918",
        "ADEN-009",
        "warning",
        "2-1-3 Kasumigaseki, Chiyoda-ku, Tokyo 1008918",
    ),
    ("address_latin", "1, Kitasato, Tsukuba 305-0811", "ADEN-009", "warning", None),
    (
        "address_latin",
        "2-1-2, Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan",
        "ADEN-005",
        "warning",
        "2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan",
    ),
    (
        "address_latin",
        "2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo-to 1008926, Japan",
        "ADEN-007",
        "warning",
        "2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan",
    ),
    (
        "address_latin",
        "2-1-2 Kasumigaseki,Chiyoda-ku,Tokyo 1008926",
        "ADEN-011",
        "warning",
        "2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926",
    ),
    (
        "address_latin",
        "2-1-2 Kasumigaseki, Chiyoda-ku. Tokyo 1008926",
        "ADEN-011",
        "warning",
        "2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926",
    ),
    ("address_latin", "2-1-2 Kasumigaseki, Chiyoda City, Tokyo 1008926", "ADEN-006", "warning", None),
    ("address_latin", "1-3 Kioicho, Garden Building 19F, Chiyoda-ku, Tokyo 1020094, Japan", "ADEN-012", "warning", None),
    ("address_latin", "Tokyo, Chiyoda-ku, Kasumigaseki 2-1-2", "ADEN-008", "warning", None),
    (
        "address_latin",
        "2-1-2 Kasumigaseki, Chiyoda-ku, Tōkyō 1008926",
        "ROMA-004",
        "warning",
        "2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926",
    ),
    ("address_latin", "東京都千代田区霞が関2-1-2", "ADEN-008", "warning", None),
)


@pytest.mark.parametrize(("name", "value", "rule", "severity", "suggestion"), VALUES)
def test_values(name: str, value: str, rule: str | None, severity: str | None, suggestion: str | None) -> None:
    kind = part(name)
    agrees(kind, value)
    fault = kind.explain(value)
    if rule is None:
        assert fault is None
        return
    assert fault is not None
    assert (fault.rule.id, fault.severity.label, fault.suggestion) == (f"GIF-{rule}", severity, suggestion)


SPELLINGS = (
    "2-1-6",
    "二丁目１番６号",
    "2丁目1番6号",
    "２丁目１番地６",
    "2丁目1番地の6",
    "2丁目1-6",
    "２－１－６",
    "2ー1ー6",
    "2−1−6",
    "二丁目一番六号",
    "2-1-6号",
)


@pytest.mark.parametrize("number", SPELLINGS)
@pytest.mark.parametrize("name", ["霞が関", "千代田", "六本木", "大字高川字大原", "西2線北", "二番町", "鳥居本町通三条上る"])
def test_one_address_in_many_spellings(name: str, number: str) -> None:
    """Every spelling of the same number gives the same address, whatever numerals the name has."""
    kind = part("town_and_block")
    if number == "2-1-6":
        assert kind.is_clean(name + number)
    elif "丁目" in number and name in {"大字高川字大原", "鳥居本町通三条上る"}:
        # The list does not have the name, so 二丁目 may be its end.
        assert kind.suggestion(name + number) is None
    else:
        assert kind.suggestion(name + number) == f"{name}2-1-6"


@pytest.mark.parametrize(
    "value",
    [
        "西2線北25号",
        "大通西28丁目",
        "月島１丁目５番１－４２０７号",
        "高輪３丁目１２－４－４０３",
        "本町1-2-301号",
        "東神楽町3号",
        "字三1-2",
        "霞が関2-1-2ビル3",
        "1" * 300,
    ],
)
def test_doubtful_numbers_stay(value: str) -> None:
    """What may be a room, part of a name or two numbers side by side is not rewritten."""
    assert behind_name(value) is None


def test_numerals_go_both_ways() -> None:
    for number in range(1, 100):
        text = kanji(number)
        assert text is not None
        assert arabic(text) == str(number)
    assert [arabic(text) for text in ("", "百千", "〇三", "十十", "二x", "1" * 10)] == [None] * 6


def test_no_part_of_an_address_in_english_finds_an_error() -> None:
    for name in ("town_latin", "municipality_latin", "prefecture_latin", "address_latin", "address_kana", "block_number", "municipality"):
        assert part(name).valid is None


def test_every_name_of_the_lists_is_clean() -> None:
    for row in rows("municipalities"):
        assert part("municipality").is_clean(row["name_ja"])
    for row in rows("prefectures"):
        assert part("prefecture_latin").is_clean(row["name_en"]) or row["name_en"] == "Gumma"


def rule(name: str) -> Rule:
    return declared()[f"GIF-{name}"]


FULL = {
    "全国地方公共団体コード": "131016",
    "町字ID": "0002002",
    "都道府県": "東京都",
    "市区町村(郡)": "千代田区",
    "町字": "霞が関二丁目",
    "番地以下": "1-2",
    "建物名等（方書）": "",
    "連結表記": "東京都千代田区霞が関2-1-2",
}
RECORD_RULES = (
    "ADDR-001",
    "ADDR-006",
    "ADDR-007",
    "ADDR-010",
    "ADDR-011",
    "ADDR-013",
    "ADDR-023",
    "ADDR-030",
    "ADDR-032",
    "ADDR-036",
    "ADDR-040",
)


def fired(record: dict[str, str]) -> set[str]:
    found = set()
    for name in RECORD_RULES:
        compare = rule(name).compare
        assert compare is not None
        if compare(record) is not None:
            found.add(name)
    return found


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, set()),
        ({"市区町村(郡)": None, "市区町村（郡）": "千代田区"}, set()),
        ({"建物名等（方書）": None, "建物名等": ""}, set()),
        ({"町字ID": ""}, {"ADDR-001"}),
        ({"全国地方公共団体コード": ""}, {"ADDR-001", "ADDR-006"}),
        ({"連結表記": ""}, {"ADDR-030"}),
        ({"建物名等（方書）": None}, {"ADDR-030"}),
        ({"町字": "", "連結表記": ""}, {"ADDR-007", "ADDR-030"}),
        ({"町字": "霞が関2-1-2", "番地以下": ""}, {"ADDR-011"}),
        ({"市区町村(郡)": "東京都千代田区"}, {"ADDR-013"}),
        ({"町字": "千代田区霞が関二丁目"}, {"ADDR-013"}),
        ({"番地以下": "1-1-1-101"}, {"ADDR-023"}),
        ({"番地以下": "1-1-1-101", "建物名等（方書）": "本町ビル"}, set()),
        ({"丁目以下": "2-1-2"}, {"ADDR-040"}),
        ({"町字以下（カナ）": "カスミガセキニチョウメ1-2"}, {"ADDR-036"}),
        ({"町字以下_英語表記": "2-1-2 Kasumigaseki"}, set()),
    ],
)
def test_records(change: dict[str, str | None], expected: set[str]) -> None:
    merged = {**FULL, **change}
    assert fired({name: value for name, value in merged.items() if value is not None}) == expected


def test_code_and_the_rest_is_enough() -> None:
    """ADDR-012: the code may stand for prefecture and municipality."""
    assert "ADDR-010" not in fired({"全国地方公共団体コード": "131016", "町字以下": "霞が関2-1-2", "建物名等": ""})
    assert "ADDR-010" in fired({"町字以下": "霞が関2-1-2", "建物名等": ""})


def test_nearest_pattern() -> None:
    found = rule("ADDR-030").compare
    assert found is not None
    assert found({"都道府県": "東京都", "市区町村": "千代田区", "町字": "紀尾井町", "番地以下": "1-3", "建物名等": ""}) == {
        "best": "6",
        "lacking": "連結表記",
    }
    assert lacking({"連結表記": "1 High Street", "国": "GBR"})[7] == ("郵便番号",)


def test_position_stands_for_a_pattern() -> None:
    positioned = {"連結表記": "東京都千代田区紀尾井町1-3", "緯度": "35.6", "経度": "139.7", "座標参照系コード": "EPSG:6668"}
    assert fired(positioned) == {"ADDR-001"}
    assert fired({**positioned, "座標参照系コード": ""}) == {"ADDR-001", "ADDR-030", "ADDR-032"}


@pytest.mark.parametrize(
    ("latin", "kana", "name"),
    [
        ("Niigata-shi", "ニイガタシ", None),
        ("Nigata-shi", "ニイガタシ", "ROMA-005"),
        ("Meji", "メイジ", "ROMA-005"),
        ("Chuo-ku", "チュウオウク", None),
        ("Sapporo-shi", "サッポロシ", None),
        ("Jun-ei-cho", "ジュンエイチョウ", None),
        ("Juneicho", "ジュンエイチョウ", "ROMA-002"),
        ("Kasumigaseki", "トラノモン", None),
    ],
)
def test_latin_and_kana(latin: str, kana: str, name: str | None) -> None:
    record = {"町字(英字)": latin, "町字(カナ)": kana}
    for one in ("ROMA-002", "ROMA-005"):
        compare = rule(one).compare
        assert compare is not None
        assert (compare(record) is not None) == (one == name)


def test_readings_of_any_length_and_kind_are_judged() -> None:
    for kana in ("", "ッ", "ー", "ン", "ァ", "ヺ", "漢字", "ア" * 100_000, "ンヤ" * 20):
        spells("a" * len(kana), kana)
        spells("n" * 50, kana, "n")


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("text", ["1番", "一丁目", "二", "A, ", "Ka-", "1-1号", "北１条", "１", "oh", "10-10, ", "イ", "1 ビ", "1番1 "])
def test_hostile_text_takes_no_time(name: str, text: str) -> None:
    kind = part(name)
    long = text * (100_000 // len(text))
    kind.is_clean(long)
    kind.is_valid(long)
    kind.explain(long)
