"""The documents that clauses come from, each with its edition and standing."""

from __future__ import annotations

from typing import Literal, NamedTuple

from .text import Text

Status = Literal["current", "withdrawn", "cited", "proposed"]
"""current: in force · withdrawn: taken out of GIF on 2026-01-08 · cited: a norm that a clause rests on · proposed: ours."""


class Document(NamedTuple):
    """A document: its title in both languages, its edition and whether it is in force."""

    title: Text
    edition: str
    status: Status


def _gif(ja: str, en: str, edition: str, status: Status = "current") -> Document:
    return Document(Text(f"GIF {ja}", f"GIF {en}"), edition, status)


DOCUMENTS: dict[str, Document] = {
    "DS-430": _gif("コアデータモデル解説書", "guide to the core data model", "2026-03-17"),
    "DS-431": _gif("個人データモデル", "person data model", "2026-03-17"),
    "DS-432": _gif("連絡先データモデル", "contact point data model", "2026-03-17"),
    "DS-433": _gif("住所データモデル", "address data model", "2026-03-17"),
    "DS-434": _gif("法人データモデル", "legal entity data model", "2026-03-17"),
    "DS-435": _gif("施設データモデル", "facility data model", "2026-03-17"),
    "DS-438": _gif("コアデータモデル DMD", "core data models (DMD)", "2026-03-24"),
    "DS-438-1": _gif("コアデータモデル コード一覧", "core code lists", "2026-03-24"),
    "DS-438-2": _gif("コアデータモデル データ辞書", "core data dictionary", "2026-03-24"),
    "DS-441": _gif("コアデータパーツ 日付時刻", "core data parts: date and time", "2026-03-17"),
    "DS-442": _gif("コアデータパーツ 住所", "core data parts: address", "2026-03-17"),
    "DS-443": _gif("コアデータパーツ 郵便番号", "core data parts: postal code", "2022-03-31"),
    "DS-444": _gif("コアデータパーツ 地理座標", "core data parts: geographic information", "2025-03-25"),
    "DS-445": _gif("コアデータパーツ 電話番号", "core data parts: telephone number", "2022-03-31"),
    "DS-451-3": _gif("事例データモデル", "case data model", "2024-09-30"),
    "DS-451-4": _gif("行政サービス・制度データモデル", "public service data model", "2024-09-30"),
    "DS-452-1": _gif("実装データモデル 地域", "implementation data model: local", "2025-09-30", "withdrawn"),
    "DS-451-1": _gif("申請データモデル", "application data model", "2025-03-25"),
    "DS-451-2": _gif("証明・通知データモデル", "certificate data model", "2025-03-25"),
    "DS-451-6": _gif("報告書データモデル", "report data model", "2025-03-25"),
    "DS-451-7": _gif("行政サービス拠点・支援機関等データモデル", "service base data model", "2025-03-25"),
    "DS-451-8": _gif("調達データモデル", "procurement data model", "2025-03-25"),
    "DS-451-9": _gif("見積データモデル", "estimate data model", "2025-03-25"),
    "DS-453-1": _gif("消込データモデル（金融）", "reconciliation data model", "2025-09-30"),
    "DS-454-1": _gif("実装データモデル（教育）", "implementation data models: education", "2026-03-17"),
    "DS-455-1": _gif("実装データモデル（防災）", "implementation data models: disaster", "2026-03-17"),
    "GIF_Core_DataModel.xsd": Document(Text("GIF コアデータモデル XMLスキーマ", "GIF core data model, XML Schema"), "2.3", "current"),
    "DS-461": _gif("文字環境導入実践ガイドブック", "guidebook on the character environment", "2023-01-12", "withdrawn"),
    "DS-462": _gif("マスターデータ等基本データ導入実践ガイドブック", "guidebook on master data", "2022-03-31", "withdrawn"),
    "DS-463-1": _gif("コード（分類体系）導入実践ガイドブック", "guidebook on codes", "2022-03-31", "withdrawn"),
    "DS-464-1": _gif("API導入実践ガイドブック", "guidebook on APIs", "2024-09-30", "withdrawn"),
    "DS-464-2": _gif("APIテクニカルガイドブック", "technical guidebook on APIs", "2024-09-30", "withdrawn"),
    "DS-465-6": _gif("データ品質事例集", "cases of data quality", "2022-03-31", "withdrawn"),
    "DS-468-1": _gif("データ品質管理ガイドブック", "guidebook on data quality", "2022-03-31", "withdrawn"),
    "DS-468-2": _gif("データ品質評価ツール", "data quality tool", "2022-08-10", "withdrawn"),
    "DS-469": _gif("メタデータ導入実践ガイドブック", "guidebook on metadata", "2024-09-30", "withdrawn"),
    "DS-491-3": _gif("POIコード", "POI codes", "2024-08-14"),
    "RFC 2606": Document(Text("RFC 2606 予約されたドメイン名", "RFC 2606, reserved domain names"), "1999-06", "cited"),
    "RFC 4180": Document(Text("RFC 4180 CSV形式", "RFC 4180, CSV files"), "2005-10", "cited"),
    "RFC 3986": Document(Text("RFC 3986 URI", "RFC 3986, URI syntax"), "2005-01", "cited"),
    "RFC 5322": Document(Text("RFC 5322 電子メール", "RFC 5322, e-mail"), "2008-10", "cited"),
    "ISO 8601-1": Document(Text("ISO 8601-1 日付及び時刻の表記", "ISO 8601-1, date and time"), "2019", "cited"),
    "ISO/IEC 29500": Document(Text("ISO/IEC 29500 Office Open XML", "ISO/IEC 29500, Office Open XML"), "2016", "cited"),
    "JIS X 0213": Document(Text("JIS X 0213 拡張漢字集合", "JIS X 0213, extended kanji set"), "2012", "cited"),
    "JIS X 0402": Document(Text("JIS X 0401/0402 都道府県・市区町村コード", "JIS X 0401/0402, area codes"), "2020", "cited"),
    "JIS X 0410": Document(Text("JIS X 0410 地域メッシュコード", "JIS X 0410, grid square codes"), "2002", "cited"),
    "MJ": Document(Text("MJ文字情報一覧表", "MJ character information list"), "006.02", "cited"),
    "不動産IDガイドライン": Document(Text("不動産IDルールガイドライン", "guideline on real estate IDs"), "2022-03-31", "cited"),
    "法人番号省令": Document(Text("法人番号の指定等に関する省令", "ordinance on corporate numbers"), "平成26年財務省令第70号", "cited"),
    "番号法": Document(
        Text(
            "行政手続における特定の個人を識別するための番号の利用等に関する法律（番号法）",
            "Act on the Use of Numbers to Identify a Specific Individual (My Number Act)",
        ),
        "平成25年法律第27号",
        "cited",
    ),
    "municipal-A": Document(
        Text("自治体標準オープンデータセット 項目定義書 A", "municipal standard open datasets, definition book A"),
        "2026-08-01",
        "current",
    ),
    "suishou": Document(Text("推奨データセット 基本編 項目定義書", "recommended datasets, item definitions"), "2017-12", "cited"),
    "nta-corporate-number": Document(
        Text("国税庁法人番号公表サイト データ項目定義（全件・差分）", "NTA corporate number download layout"),
        "Ver.4",
        "current",
    ),
    "abr": Document(Text("アドレス・ベース・レジストリ データ項目定義", "Address Base Registry data layout"), "2024", "current"),
    "japan-post": Document(Text("日本郵便 郵便番号データの説明", "Japan Post, postal code data layout"), "2023-06", "current"),
    "municipal-B": Document(
        Text("自治体標準オープンデータセット 項目定義書 B", "municipal standard open datasets, definition book B"),
        "2023-12-06",
        "current",
    ),
    "municipal-C": Document(
        Text("自治体標準オープンデータセット 項目定義書 C", "municipal standard open datasets, definition book C"),
        "2025-05-01",
        "current",
    ),
    "municipal-field": Document(
        Text(
            "自治体の公開データに共通する項目（項目定義書にはない）",
            "columns shared by published municipal data (not in a definition book)",
        ),
        "2023",
        "cited",
    ),
    "covid19": Document(Text("新型コロナウイルス感染症対策 公開データ項目定義書", "COVID-19 open data item definitions"), "2020", "cited"),
    "jigyosyo": Document(
        Text("日本郵便 大口事業所個別番号データの説明", "Japan Post, individual postal numbers of large offices, layout"),
        "2023-06",
        "current",
    ),
    "gbizinfo": Document(Text("gBizINFO ダウンロードデータの項目", "gBizINFO download layout"), "2024", "current"),
    "gbizinfo-api": Document(Text("gBizINFO REST API 仕様", "gBizINFO REST API specification"), "v2", "current"),
    "gbizinfo-imi": Document(
        Text("gBizINFO 法人活動情報語彙対応データ", "gBizINFO data in the vocabulary of corporate activities"),
        "2024-03",
        "withdrawn",
    ),
    "gtfs": Document(Text("GTFS Schedule 仕様書", "GTFS Schedule reference"), "2026-04-27", "cited"),
    "gtfs-jp": Document(Text("標準的なバス情報フォーマット（GTFS-JP）仕様書", "GTFS-JP specification"), "v4 (2025-10-01)", "current"),
    "mlit-isj": Document(
        Text("国土数値情報 位置参照情報 データ形式", "MLIT location reference information, data format"), "17.0b (2023)", "current"
    ),
    "mlit-boring": Document(Text("ボーリング柱状図 ボーリング交換用データ", "MLIT borehole log exchange data"), "DTD 4.00", "current"),
    "mhlw-food-business": Document(
        Text("食品衛生申請等システム オープンデータの項目", "MHLW food business open data layout"), "2021", "current"
    ),
    "pportal": Document(Text("調達ポータル 落札実績オープンデータの項目", "procurement portal award data layout"), "2024", "current"),
    "DCAT": Document(
        Text("データカタログ語彙（DCAT）第3版（W3C 勧告）", "Data Catalog Vocabulary (DCAT), W3C"), "3 (2024-08-22)", "current"
    ),
    "ckan": Document(Text("CKAN API package_show の項目", "items of the CKAN API package_show"), "2.10", "current"),
    "data-go-jp": Document(Text("データカタログサイト DATA.GO.JP メタデータ項目", "metadata items of DATA.GO.JP"), "2014", "cited"),
    "e-stat-api": Document(Text("政府統計の総合窓口 e-Stat API 仕様", "e-Stat API specification"), "3.0", "current"),
    "DA machine readability": Document(
        Text("データの機械可読性を高めるための新しいルール（デジタル庁）", "Digital Agency rules for machine-readable data"),
        "2026-03-31",
        "current",
    ),
    "MIC unified rules 2020": Document(
        Text(
            "統計表における機械判読可能なデータの表記方法の統一ルール（総務省）",
            "MIC unified rules for machine-readable statistical tables",
        ),
        "2020-12-18",
        "current",
    ),
    "dataset": Document(Text("検査に用いた標準の項目定義", "item definitions of the standard applied"), "", "current"),
    "gif-validate": Document(Text("本ツールの規則（docs/decisions.md）", "rule of this tool (docs/decisions.md)"), "1", "proposed"),
}
