"""Rules of interfaces (API): names, URIs, parameters, status codes, error responses, asynchronous jobs. GIF DS-464-1, DS-464-2.

Both guides were withdrawn on 2026-01-08; nothing here is more than a warning. Responses are asked as a mapping of member to text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

from ..catalogue.rows import info, warning
from ..catalogue.rule import FIRES, Clause, Details, Look, compiled, where
from ..catalogue.text import Text, show
from ..parts.dates import date, date_time
from .code import CURRENCY, MUNICIPALITY, PREFECTURE, SEX
from .metadata import LANGUAGE

STATUS_CODES = frozenset(
    ["200", "201", "202", "204", "206", "303", "400", "401", "403", "404", "405", "408", "409", "422", "429", "500", "503"]
)
JOB_STATES = ("processing", "completed", "failed")
_SNAKE = "[a-z0-9]{1,}(_[a-z0-9]{1,}){0,}"
_HUMP = re.compile("[a-z][A-Z]")
_VERSION = "v[0-9]{1,}"
_TEMPLATE = re.compile(r"\{[^{}/]{1,100}\}")
_EXTENSION = re.compile(r"\.(?:[a-z0-9]{1,10}|\{[^{}/]{1,100}\})\Z")
_VERBS = frozenset(
    ["get", "create", "make", "add", "update", "edit", "delete", "remove", "search", "find", "list", "post", "put", "send", "register"]
)
_UUID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
_JSON = "application/([A-Za-z0-9.\\-]{1,60}\\+){0,1}json"
_TEXTUAL = f"({_JSON}|application/xml|text/[a-z\\-]{{1,30}})"


def _split(value: str) -> SplitResult | None:
    try:
        return urlsplit(value)
    except ValueError:
        return None


def _not_snake(name: str) -> Details | None:
    """ASCII names only: that a name is a noun, and a plural, no program can tell."""
    return {"value": name} if name.isascii() and not compiled(_SNAKE).fullmatch(name) else None


def _hump(name: str) -> Details | None:
    return {"value": name} if _HUMP.search(name) else None


def _uri_shape(value: str) -> Details | None:
    parts = _split(value)
    if parts is None or parts.scheme not in {"http", "https"} or not parts.netloc:
        return _uri_problem("は http か https の URI ではありません。", " is no http or https URI.")
    steps = [step for step in parts.path.split("/") if step]
    if "api" not in re.split("[.:]", parts.netloc) and "api" not in steps:
        return _uri_problem("は、ホスト名にもパスにも api がありません。", " has api neither in its host nor in its path.")
    if not any(compiled(_VERSION).fullmatch(step) for step in steps):
        return _uri_problem("に版番号（v1 など）がありません。", " has no version such as v1.")
    return _resources(steps) or _parameters(parts.query)


def _resources(steps: list[str]) -> Details | None:
    for step in steps:
        name = _EXTENSION.sub("", step)
        if _TEMPLATE.fullmatch(name) or compiled(_UUID).fullmatch(name):
            continue
        if name.partition("_")[0] in _VERBS:
            return _uri_problem(f"の「{show(name)}」は動詞です。", f': "{show(name)}" is a verb.')
        if not compiled(_SNAKE).fullmatch(name):
            return _uri_problem(
                f"の「{show(name)}」は小文字のスネークケースではありません。", f': "{show(name)}" is not in lower snake_case.'
            )
    return None


def _parameters(query: str) -> Details | None:
    names = (pair.partition("=")[0] for pair in query.split("&") if pair)
    bad = next((name for name in names if _HUMP.search(name)), None)
    if bad is None:
        return None
    return _uri_problem(f"のパラメータ「{show(bad)}」はキャメルケースです。", f': the parameter "{show(bad)}" is in camelCase.')


def _uri_problem(ja: str, en: str) -> Details:
    return {"problem": Text(ja, en)}


def _content_type(value: str) -> Details | None:
    media, *parameters = (part.strip() for part in value.split(";"))
    if not compiled(_TEXTUAL).fullmatch(media.lower()):
        return None if compiled("[A-Za-z0-9.+\\-]{1,80}/[A-Za-z0-9.+\\-]{1,80}").fullmatch(media) else FIRES
    return None if any(part.lower().replace('"', "") == "charset=utf-8" for part in parameters) else FIRES


def _response(record: Mapping[str, str]) -> Details | None:
    known = ("metadata", "status", "type", "title", "detail", "instance", "parameter", "resultset")
    return None if any(key.split("/")[0].split(".")[0] in known for key in record) else FIRES


def _error(record: Mapping[str, str]) -> Details | None:
    lacking = [name for name in ("type", "title") if not record.get(name, "").strip()]
    if lacking:
        return {"problem": Text(f"に{'・'.join(lacking)}がありません。", f" lacks {', '.join(lacking)}.")}
    status = record.get("status", "")
    if status and not compiled("[1-5][0-9]{2}").fullmatch(status):
        return {
            "problem": Text(
                f"の status「{show(status)}」は3桁の数字ではありません。", f': status "{show(status)}" is no number of three digits.'
            )
        }
    return None


def _error_type(value: str) -> Details | None:
    parts = _split(value)
    if parts is None or (parts.scheme == "about" and value != "about:blank"):
        return FIRES
    return None if parts.scheme or value.startswith("/") else FIRES


def _job(record: Mapping[str, str]) -> Details | None:
    task, status = record.get("task_id", ""), record.get("status", "")
    if not compiled(_UUID).fullmatch(task):
        return {"problem": Text(f"の task_id「{show(task)}」は UUID ではありません。", f': task_id "{show(task)}" is no UUID.')}
    if status not in JOB_STATES:
        return {
            "problem": Text(
                f"の status「{show(status)}」は {'・'.join(JOB_STATES)} のいずれでもありません。",
                f': status "{show(status)}" is none of {", ".join(JOB_STATES)}.',
            )
        }
    needed = {"completed": "result_url", "processing": "status_url", "failed": "error"}[status]
    if not any(key == needed or key.startswith((f"{needed}/", f"{needed}.")) for key in record):
        return {"problem": Text(f"（{status}）に {needed} がありません。", f" ({status}) lacks {needed}.")}
    return None


def _date_or_time(value: str) -> Details | None:
    return None if date.PART.is_valid(value) or date_time.PART.is_valid(value) else FIRES


def _country(value: str) -> Details | None:
    return None if compiled("[A-Z]{2,3}").fullmatch(value) else FIRES


_STANDARD_CODES: tuple[tuple[str, Look | None], ...] = (
    ("言語", LANGUAGE.look),
    ("通貨", CURRENCY.look),
    ("性別", SEX.look),
    ("国", _country),
    ("都道府県コード", PREFECTURE.look),
    ("市区町村コード", MUNICIPALITY.look),
)


def _standard_codes(record: Mapping[str, str]) -> Details | None:
    for item, look in _STANDARD_CODES:
        value = record.get(item, "")
        if value and look is not None and look(value) is not None:
            return {"item": item, "value": value}
    return None


ITEM_NAME = warning("GIF-API-002", Clause("DS-464-1", "§3.1 4)"), look=_not_snake, scope="file").says(
    ("項目名は名詞の複数形でスネークケース", "Item names are plural nouns in snake_case"),
    (
        "項目名「{value}」はスネークケース（city_libraries）ではありません。",
        'The item name "{value}" is not in snake_case (city_libraries).',
    ),
    good=("city_libraries", "magazines", "図書館_名称"),
    bad=("cityLibraries", "City-Libraries", "city libraries"),
)
PARAMETER = warning("GIF-API-003", Clause("DS-464-2", "§5.1"), look=_hump, scope="file").says(
    ("パラメータ名にキャメルケースを使わない", "Parameter names are not camelCase"),
    (
        "パラメータ名「{value}」はキャメルケースです。create_at のように書きます。",
        'The parameter "{value}" is in camelCase. Write create_at.',
    ),
    good=("limit", "create_at"),
    bad=("createAt",),
)
PERCENT = warning("GIF-API-005", Clause("DS-464-2", "§2.1 6)"), look=where("(?:%[0-9A-Fa-f]{2}){1,60}"), scope="file").says(
    ("URIにパーセント符号化した文字列を使わない", "No percent-encoded strings in URIs"),
    ("URI にパーセント符号化した文字「{found}」があります。", 'The URI has percent-encoded characters: "{found}".'),
    good=("https://api.example.go.jp/v1/magazines.json",),
    bad=("https://api.example.go.jp/v1/%E6%9B%B8%E7%B1%8D",),
)
SEVERAL = warning("GIF-API-008", Clause("DS-464-2", "§2.1 4)"), look=where("[;|；、，]"), scope="file").says(
    ("パラメータの複数の値はコンマ区切り", "Several values in a parameter are joined by commas"),
    (
        "「{found}」で区切られています。複数の値は半角のコンマ（,）で区切ります。",
        'Divided by "{found}". Several values are joined by commas (,).',
    ),
    good=("title,author", "title"),
    bad=("title;author", "title|author", "title、author"),
)
DATES = warning("GIF-API-010", Clause("DS-464-2", "表2-9"), look=_date_or_time, scope="file").says(
    ("日付と日時はISO 8601の拡張形式", "Dates and times use the ISO 8601 extended format"),
    (
        "「{value}」は YYYY-MM-DD でも YYYY-MM-DDThh:mm:ss+09:00 でもありません。",
        '"{value}" is neither YYYY-MM-DD nor YYYY-MM-DDThh:mm:ss+09:00.',
    ),
    good=("2016-12-04", "2016-12-04T12:34:56+09:00"),
    bad=("20161204", "2016/12/4", "1231621302"),
)
STANDARD_CODES = warning("GIF-API-011", Clause("DS-464-2", "表2-9"), compare=_standard_codes).says(
    ("言語、通貨、性別、国等は標準コード", "Language, currency, sex, country etc. use standard codes"),
    ("{item}「{value}」は標準のコードではありません。", '"{value}" ({item}) is no standard code.'),
    good=({"言語": "ja", "通貨": "JPY", "性別": "1", "国": "JP", "都道府県コード": "13", "市区町村コード": "101"}, {"国": "JPN"}),
    bad=({"言語": "日本語"}, {"通貨": "円"}, {"国": "日本"}),
)
URI_SHAPE = warning("GIF-API-014", Clause("DS-464-2", "§2.1 1)"), look=_uri_shape, scope="file").says(
    ("URIは小文字の名詞複数形、版番号とapiを含む", 'URIs: lower-case plural nouns, version number and "api"'),
    ("URI「{value}」{problem}", 'The URI "{value}"{problem}'),
    good=(
        "https://api.example.go.jp/v1/magazines.json",
        "https://api.example.go.jp/v1/magazines/{id}.{format}",
        "https://api.example.go.jp/v1/magazines?limit=25&offset=50",
        "https://api.example.go.jp/v1/magazines/1234/articles.json",
    ),
    bad=(
        "https://www.example.go.jp/magazine",
        "https://www.example.go.jp/magazine/1234/create",
        "https://api.example.go.jp/v1/getMagazines",
        "https://api.example.go.jp/v1/magazines/1234.json?createAt=20161204",
    ),
)
RESPONSE = warning("GIF-API-017", Clause("DS-464-2", "表2-6"), compare=_response, about="truth").says(
    ("応答に件数等の共通メタデータを含める", "Responses carry the common metadata"),
    (
        "応答に共通のメタデータ（status、title、detail、resultset 等）が一つもありません。",
        "The response has none of the common metadata (status, title, detail, resultset …).",
    ),
    good=({"metadata/title": "書籍情報取得", "results": "[]"}, {"status": "200", "title": "書籍情報取得"}),
    bad=({"results": "[]"},),
)
CONTENT_TYPE = warning("GIF-API-018", Clause("DS-464-2", "表2-3"), look=_content_type, scope="file").says(
    ("Content-TypeにJSONとUTF-8を明示", "Content-Type states JSON and UTF-8"),
    (
        "Content-Type「{value}」に charset=utf-8 がありません。application/json; charset=utf-8 と書きます。",
        'The Content-Type "{value}" has no charset=utf-8. Write application/json; charset=utf-8.',
    ),
    good=("application/json; charset=utf-8", "application/problem+json;charset=UTF-8", "image/png"),
    bad=("application/json", "text/csv; charset=Shift_JIS", "JSON"),
)
STATUS_CODE = warning(
    "GIF-API-019", Clause("DS-464-2", "表2-2"), look=lambda value: None if value in STATUS_CODES else FIRES, scope="file"
).says(
    ("HTTPステータスコードは一覧から使用", "HTTP status codes come from the list"),
    ("ステータスコード「{value}」は一覧にありません。", 'The status code "{value}" is not in the list.'),
    good=("200", "404", "422"),
    bad=("418", "999", "OK"),
)
ERROR = warning("GIF-API-020", Clause("DS-464-2", "表2-7"), compare=_error, about="truth").says(
    ("エラー応答はRFC 7807の形式", "Error responses follow RFC 7807"),
    ("エラー応答{problem}", "The error response{problem}"),
    good=(
        {"type": "https://example.com/probs/out-of-credit", "title": "口座残高が十分でありません。", "balance": "3000"},
        {"type": "about:blank", "title": "Not Found", "status": "404"},
    ),
    bad=({"message": "error"}, {"type": "about:blank", "title": "Not Found", "status": "エラー"}),
)
ERROR_TYPE = warning("GIF-API-021", Clause("DS-464-2", "表2-7"), look=_error_type, scope="file").says(
    ("エラー種別のURIがない場合はabout:blank", "Error type without a URI is about:blank"),
    ("エラーの type「{value}」は URI でも about:blank でもありません。", 'The error type "{value}" is neither a URI nor about:blank.'),
    good=("about:blank", "https://example.com/probs/out-of-credit"),
    bad=("about:brank", "error", ""),
)
JOB = info("GIF-API-022", Clause("DS-464-2", "図2-4～2-6"), compare=_job).says(
    ("非同期処理の応答項目", "Fields of asynchronous job objects"),
    ("非同期処理の応答{problem}", "The answer of an asynchronous job{problem}"),
    good=(
        {"task_id": "123e4567-e89b-12d3-a456-426614174000", "status": "processing", "status_url": "/v1/tasks/1"},
        {"task_id": "123e4567-e89b-12d3-a456-426614174000", "status": "failed", "error/code": "E1"},
    ),
    bad=(
        {"task_id": "1", "status": "processing"},
        {"task_id": "123e4567-e89b-12d3-a456-426614174000", "status": "done"},
        {"task_id": "123e4567-e89b-12d3-a456-426614174000", "status": "completed"},
    ),
)
