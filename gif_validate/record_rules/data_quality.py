"""Rules of data quality (データ品質) that metadata show: credibility, currentness, understandability, portability. GIF DS-468-1 §2.3.

The guide was withdrawn on 2026-01-08 and defines no measure. Characteristics that other rules check are aliases in ``catalogue/rules.csv``.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..catalogue.clock import day_of_judgement
from ..catalogue.rows import warning
from ..catalogue.rule import FIRES, Clause, Details, compiled
from ..catalogue.text import Text
from ..parts.forms import DATE
from .comparison import Comparison, all_given, either_way

# The longest interval in days that an update frequency promises; the first that fits.
_PERIODS = (
    (re.compile("不定期|随時|適宜|都度|なし"), 0),
    (re.compile("四半期|[34]か月|3ヶ月"), 92),
    (re.compile("半年|6か月"), 184),
    (re.compile("年"), 366),
    (re.compile("月"), 31),
    (re.compile("週"), 7),
    (re.compile("日"), 1),
)
_CLOSED = re.compile("pdf|jpe?g|png|gif|tiff?|bmp|docx?|pptx?|jtd|ppt|一太郎", re.IGNORECASE)
_FORMAT = re.compile(r"(?:(?:application|image)/(?:[a-z.\-]{0,60}[.\-])?|\.)?([^./]{1,40})", re.IGNORECASE)


def promised(frequency: str) -> int:
    """The longest interval in days between two updates; 0 where the words promise none.

    >>> promised("年1回"), promised("毎月"), promised("不定期")
    (366, 31, 0)
    """
    return next((days for words, days in _PERIODS if words.search(frequency)), 0)


def _overdue(frequency: str, updated: str) -> Details | None:
    """Twice the interval has passed since the last update."""
    days = promised(frequency)
    if not days or not compiled(DATE).fullmatch(updated) or updated.startswith("0000"):
        return None
    age = (day_of_judgement() - date.fromisoformat(updated)).days
    return {"value": updated, "frequency": frequency} if timedelta(days=age) > timedelta(days=2 * days) else None


def _nameless(*texts: str) -> Details | None:
    *sources, issued, updated = texts
    lacking = []
    if not any(text.strip() for text in sources):
        lacking.append(Text("出典（提供者・作成者）", "source (提供者, 作成者)"))
    if not (issued.strip() or updated.strip()):
        lacking.append(Text("更新日（最終更新日・公開日）", "date of update (最終更新日, 公開日)"))
    return {"lacking": Text("と".join(each.ja for each in lacking), " and ".join(each.en for each in lacking))} if lacking else None


def _closed(value: str) -> Details | None:
    match = _FORMAT.fullmatch(value.strip())
    return FIRES if match and _CLOSED.fullmatch(match[1]) else None


CREDIBILITY = warning(
    "GIF-DQ-004",
    Clause("DS-468-1", "§2.3 4)"),
    compare=Comparison(("出典", "提供者", "作成者", "公開日", "最終更新日"), _nameless),
    about="truth",
).says(
    ("信ぴょう性：出典と更新日が明らか", "Credibility: source and update date are stated"),
    ("データセットの{lacking}が分かりません。", "The data set does not state its {lacking}."),
    good=({"提供者": "デジタル庁", "最終更新日": "2024-09-30"},),
    bad=({"提供者": "デジタル庁"}, {"最終更新日": "2024-09-30", "提供者": ""}),
)
CURRENTNESS = warning(
    "GIF-DQ-005", Clause("DS-468-1", "§2.3 5)"), compare=Comparison(("更新頻度", "最終更新日"), _overdue), about="truth"
).says(
    ("最新性：適切な周期で遅れなく更新", "Currentness: updated in a fitting cycle without delay"),
    (
        "更新頻度は「{frequency}」ですが、最終更新日は {value} で、その間隔の2倍を超えています。",
        'The update frequency is "{frequency}", but the last update was on {value}, more than twice that long ago.',
    ),
    good=({"更新頻度": "不定期", "最終更新日": "2015-04-01"}, {"更新頻度": "年1回", "最終更新日": "9999-12-31"}),
    bad=({"更新頻度": "年1回", "最終更新日": "2015-04-01"}, {"更新頻度": "毎月", "最終更新日": "2020-01-31"}),
)
UNDERSTANDABILITY = warning("GIF-DQ-012", Clause("DS-468-1", "§2.3 12)"), **either_way(all_given("説明"), "説明"), about="truth").says(
    ("理解性：データと項目の意味が説明されている", "Understandability: data and items are explained"),
    ("データの意味を示す{lacking}がありません。", "Nothing explains the data: {lacking} is missing."),
    good=("市内の公園の位置と名称の一覧", {"タイトル": "公園一覧", "説明": "市内の公園の位置と名称"}),
    bad=("", {"タイトル": "公園一覧"}),
)
PORTABILITY = warning("GIF-DQ-014", Clause("DS-468-1", "§2.3 14)"), look=_closed, scope="file").says(
    ("移植性：標準的な形式で出力できる", "Portability: available in a standard format"),
    (
        "「{value}」は文書や画像の形式です。表のデータは CSV など機械で読める形式でも公開します。",
        '"{value}" is a format of documents or images. Publish tables in a machine-readable format such as CSV as well.',
    ),
    good=("CSV", "text/csv", "application/json", "xlsx"),
    bad=("PDF", "application/pdf", ".jpg", "docx"),
)
