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
    "RFC 4180": Document(Text("RFC 4180 CSV形式", "RFC 4180, CSV files"), "2005-10", "cited"),
    "RFC 3986": Document(Text("RFC 3986 URI", "RFC 3986, URI syntax"), "2005-01", "cited"),
    "RFC 5322": Document(Text("RFC 5322 電子メール", "RFC 5322, e-mail"), "2008-10", "cited"),
    "ISO 8601-1": Document(Text("ISO 8601-1 日付及び時刻の表記", "ISO 8601-1, date and time"), "2019", "cited"),
    "ISO/IEC 29500": Document(Text("ISO/IEC 29500 Office Open XML", "ISO/IEC 29500, Office Open XML"), "2016", "cited"),
    "JIS X 0213": Document(Text("JIS X 0213 拡張漢字集合", "JIS X 0213, extended kanji set"), "2012", "cited"),
    "JIS X 0402": Document(Text("JIS X 0401/0402 都道府県・市区町村コード", "JIS X 0401/0402, area codes"), "2020", "cited"),
    "法人番号省令": Document(Text("法人番号の指定等に関する省令", "ordinance on corporate numbers"), "平成26年財務省令第70号", "cited"),
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
    "dataset": Document(Text("検査に用いた標準の項目定義", "item definitions of the standard applied"), "", "current"),
    "gif-validate": Document(Text("本ツールの規則（docs/decisions.md）", "rule of this tool (docs/decisions.md)"), "1", "proposed"),
}
