"""Rules of events (イベント): mandatory items, order of dates, form of holding, fees, lists. GIF DS-438 イベント."""

from __future__ import annotations

from ..catalogue.rows import error, warning
from ..catalogue.rule import Clause, Details, compiled
from ..catalogue.text import Text
from ..codelists import codes
from .comparison import WHOLE, WHOLE_WORDS, Comparison, all_given, amounts, either_way, in_order, together
from .facility import ITSELF, paid_or_free

_MANDATORY = (*("ID", "イベント名", "説明", "イベント種類", "イベントURL", "Web開催", "主催団体", "対象者", "料金有無", "連絡先情報"),)
_LISTS = ("キーワード", "タグ", "ツール・環境", "決済種別", "外国語対応")
_LANGUAGE_ITEMS = ("言語コード", "外国語対応")
_ONLINE = {"オンライン", "ハイブリッド"}
_ON_SITE = {"現地開催のみ", "ハイブリッド"}
_NO_LANGUAGE = {"CN", "JP", "KR", "TW"}
"""Country codes that stand in files (CN even in the DMD) where a language code is meant: ZH, JA, KO, ZH."""


def _time_without_date(deadline_date: str, deadline: str, start_date: str, start: str) -> Details | None:
    for date_item, date, item, time in (
        ("申込期限日", deadline_date, "申込期限時刻", deadline),
        ("申込開始日", start_date, "申込開始時刻", start),
    ):
        if time.strip() and not date.strip():
            return {"problem": Text(f"「{item}」がありますが、「{date_item}」がありません。", f"{item} is given without {date_item}.")}
    return None


def _application_order(*items: str) -> Comparison:
    ordered = in_order(*items)

    def test(*texts: str) -> Details | None:
        found = ordered.test(*texts)
        if found is None:
            return None
        first, start, last, end = (str(found[key]) for key in ("first_item", "first", "last_item", "value"))
        return {
            "problem": Text(f"「{first}」{start} が「{last}」{end} より後になっています。", f"{first} {start} is after {last} {end}."),
        }

    return Comparison(items, test)


def _holding(form: str, url: str, place: str, address: str, facility: str) -> Details | None:
    if form and form not in codes("gif-webinar-status"):
        return {"value": form, "problem": Text("は規定の区分ではありません。", " is not one of the set values.")}
    if form in _ONLINE and not url.strip():
        return {"value": form, "problem": Text("ですが、Web開催URLがありません。", " has no URL (Web開催URL).")}
    if form in _ON_SITE and not (place + address + facility).strip():
        return {"value": form, "problem": Text("ですが、開催場所・住所・施設がありません。", " has no place, address or facility.")}
    return None


def _not_joined(*texts: str) -> Details | None:
    for name, text in zip(_LISTS, texts, strict=True):
        if any(sign in text for sign in "；、，,／") or (";" in text and not all(token.strip() for token in text.split(";"))):
            return {"item": name, "value": text}
    return None


def _languages(*texts: str) -> Details | None:
    for name, text in zip(_LANGUAGE_ITEMS, texts, strict=True):
        for token in text.split(";") if text else ():
            if not compiled("[A-Za-z]{2}").fullmatch(token.strip()) or token.strip().upper() in _NO_LANGUAGE:
                return {"item": name, "value": token}
    return None


def _itself(own: str, sub_event: str) -> Details | None:
    return {"value": own, "problem": ITSELF} if own.strip() and own == sub_event else None


MANDATORY = error("GIF-EVT-001", Clause("DS-438", "イベント"), compare=all_given(*_MANDATORY), level="LV2", about="truth").says(
    ("イベントの必須項目をすべて記入", "All mandatory items of an event are present"),
    ("イベントの必須項目{lacking}がありません。", "The event lacks mandatory items: {lacking}."),
    good=(
        {
            "ID": "XXXXX-00000",
            "イベント名": "きおい川花火大会",
            "説明": "50年の歴史のある花火大会です。",
            "イベント種類": "花火大会",
            "イベントURL": "https://www.example.lg.jp/",
            "Web開催": "現地開催のみ",
            "主催団体": "きおい市花火大会実行委員会",
            "対象者": "きおい市民",
            "料金有無": "無料",
            "連絡先情報/連絡先名称": "観光課",
        },
    ),
    bad=({"ID": "XXXXX-00000", "イベント名": "きおい川花火大会"}, {"ID": ""}),
)
PUBLICATION = warning("GIF-EVT-003", compare=in_order("掲載開始日", "掲載終了日"), about="truth").says(
    ("掲載開始日は掲載終了日以前", "Publication does not end before it starts"),
    (
        "掲載終了日「{value}」が掲載開始日「{first}」より前になっています。",
        'The publication ends on "{value}", before it starts on "{first}".',
    ),
    good=({"掲載開始日": "2019-07-01", "掲載終了日": "2019-08-30"},),
    bad=({"掲載開始日": "2019-08-30", "掲載終了日": "2019-07-01"},),
)
APPLICATION = warning(
    "GIF-EVT-004",
    compare=together(
        Comparison(("申込期限日", "申込期限時刻", "申込開始日", "申込開始時刻"), _time_without_date),
        _application_order("申込開始日", "申込期限日", "終了日"),
    ),
    about="truth",
).says(
    ("申込開始、締切、イベント終了の順序が整合する", "Application opens, closes and event ends in order"),
    ("申込の日時が整合しません。{problem}", "The dates of application do not agree: {problem}"),
    good=(
        {"申込開始日": "2019-07-01", "申込開始時刻": "10:00", "申込期限日": "2019-08-09", "申込期限時刻": "22:00", "終了日": "2019-08-10"},
        {"申込期限日": "2019-08-09"},
    ),
    bad=(
        {"申込期限時刻": "22:00"},
        {"申込開始日": "2019-08-10", "申込期限日": "2019-08-09"},
        {"申込期限日": "2019-08-11", "終了日": "2019-08-10"},
    ),
)
HOLDING = warning(
    "GIF-EVT-005",
    Clause("DS-438", "イベント"),
    compare=Comparison(("Web開催", "Web開催URL", "開催場所", "開催場所住所", "開催施設"), _holding),
    level="LV2",
    about="truth",
).says(
    ("開催形式は規定の3区分、URL又は場所と整合する", "Event form is a set value and fits URL or place"),
    (
        "Web開催「{value}」{problem}（現地開催のみ、オンライン、ハイブリッド）",
        'The form of holding "{value}"{problem} (現地開催のみ on-site only, オンライン online, ハイブリッド both)',
    ),
    good=(
        {"Web開催": "ハイブリッド", "Web開催URL": "https://www.example.lg.jp/", "開催場所": "きおい川河川敷"},
        {"Web開催": "現地開催のみ", "開催施設/名称": "きおい公民館"},
    ),
    bad=({"Web開催": "Web"}, {"Web開催": "オンライン"}, {"Web開催": "現地開催のみ"}),
)
SEMICOLONS = warning(
    "GIF-EVT-006", Clause("DS-438", "イベント"), **either_way(Comparison(_LISTS, _not_joined), "キーワード"), level="LV2"
).says(
    ("キーワード等の複数の値は半角セミコロン区切り", "Keywords etc. are joined by half-width semicolons"),
    (
        "「{item}」の「{value}」は半角セミコロンで区切られていないか、空の語があります。",
        '"{value}" in "{item}" is not joined by half-width semicolons, or has an empty word.',
    ),
    good=("きおい市;イベント;花火", {"キーワード": "きおい市;イベント;花火"}, {"タグ": "花火"}, {"決済種別": "現金;電子マネー"}),
    bad=("きおい市、イベント", ";花火", {"キーワード": "きおい市、イベント"}, {"キーワード": ";花火"}, {"タグ": "花火；夏"}),
)
FEE = warning("GIF-EVT-007", Clause("DS-438", "イベント"), compare=Comparison(("料金有無", "料金"), paid_or_free), about="truth").says(
    ("イベント料金は有料か無料、無料なら金額なし", "Event fee is paid or free; free means no amount"),
    ("料金有無「{value}」{problem}", 'The fee status "{value}"{problem}'),
    good=({"料金有無": "有料", "料金": "1500"}, {"料金有無": "無料"}),
    bad=({"料金有無": "無料", "料金": "1500"}, {"料金有無": "なし"}),
)
SUB_EVENT = warning(
    "GIF-EVT-008",
    Clause("DS-438", "イベント"),
    compare=Comparison(("ID", "サブイベント"), _itself, "サブイベント"),
    level="LV2",
    about="truth",
).says(
    ("サブイベントは別のイベントのID、循環は不可", "Sub-event is another event's ID, without loops"),
    ("イベント「{value}」のサブイベント：{problem}", 'Sub-events of "{value}": {problem}'),
    good=({"ID": "XXXXX-00000", "サブイベント": "XXXXX-00001"},),
    bad=({"ID": "XXXXX-00000", "サブイベント": "XXXXX-00000"}, {"ID": "A", "サブイベント": "B", "サブイベント[2]": "A"}),
)
LANGUAGES = warning(
    "GIF-EVT-009", Clause("DS-438", "イベント 拡張項目"), **either_way(Comparison(_LANGUAGE_ITEMS, _languages), "言語コード"), level="LV2"
).says(
    ("対応言語は2文字の言語コード", "Languages are two-letter codes"),
    (
        "「{item}」の「{value}」は2文字の言語コード（JA、EN、ZH、KO など）ではありません。",
        '"{value}" in "{item}" is not a two-letter language code (JA, EN, ZH, KO …).',
    ),
    good=("JA;EN", {"言語コード": "JA;EN"}, {"外国語対応": "en;zh"}),
    bad=("CN", {"言語コード": "CN"}, {"言語コード": "JPN"}, {"外国語対応": "英語"}),
)
AMOUNTS = warning("GIF-EVT-011", **either_way(amounts("定員", "料金", regex=WHOLE, words=WHOLE_WORDS), "定員")).says(
    ("定員と料金は0以上の整数", "Capacity and fee are whole numbers from 0"),
    ("「{item}」の「{value}」{problem}", '"{value}" in "{item}"{problem}'),
    good=("5000", {"定員": "5000", "料金": "1500"}, {"料金": "0"}),
    bad=("5千", {"定員": "5千"}, {"料金": "-1"}),
)
