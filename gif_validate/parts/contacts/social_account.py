"""Social media account (SNS): name of the service, a colon, the account. GIF DS-432, DS-438.

The sample of DS-438 has a space behind the colon; with or without it the value conforms. Several accounts are several items.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Details, compiled
from ...catalogue.text import Text
from ...characters.widths import plain
from ..part import kind
from ..placeholder import NULL_WORDS, hint

_NOT = " 　:：;；,，、"
_SERVICE = f"[^{_NOT}/／@＠]{{1,}}"
_ACCOUNT = f"[^{_NOT}/／][^{_NOT}]{{0,}}"
# What nobody sees in a name: controls, no-break and zero-width spaces, directions, line separators.
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_ONE = f"{_SERVICE}( {_SERVICE}){{0,}}: {{0,1}}{_ACCOUNT}"
_HOSTS = {
    "instagram.com": "Instagram",
    "x.com": "X",
    "twitter.com": "X",
    "youtube.com": "YouTube",
    "tiktok.com": "TikTok",
}
_PROFILE = re.compile(r"(?i:https?://(?:www\.)?([a-z]+\.com))/(@?[A-Za-z0-9_.]{1,30})/?")
# Pages of the services themselves.
_NO_ACCOUNTS = frozenset({"explore", "hashtag", "home", "i", "intent", "login", "p", "reel", "search", "share", "watch"})
_ADDRESS = Text("URL は URL の項目に書きます。", "A URL goes into the item for URLs.")
_NO_SERVICE = Text("サービス名がありません。", "The name of the service is missing.")
_SEVERAL = Text("複数あるときは項目を分けます。", "Several accounts are several items.")


def _is_visible(value: str) -> bool:
    return _INVISIBLE.search(value) is None


def _other(value: str) -> Details | None:
    if compiled(_ONE).fullmatch(value) and _is_visible(value):
        return None
    if "://" in value:
        return {"hint": _ADDRESS}
    if re.search("[;；,，、\n]", value):
        return {"hint": _SEVERAL}
    return {"hint": _NO_SERVICE} if value.startswith(("@", "＠")) else hint(value)


def suggest(value: str) -> str | None:
    """Service and account, where a value certainly means them; from the address of a profile at a service that is known.

    >>> suggest("Instagram：city_example"), suggest("https://www.instagram.com/city_example/"), suggest("@city_example")
    ('Instagram:city_example', 'Instagram:city_example', None)
    """
    if match := _PROFILE.fullmatch(value.strip()):
        host, account = match.groups()
        service = _HOSTS.get(host.lower())
        takes_at = service in {"YouTube", "TikTok"}
        known = service and account.lower() not in _NO_ACCOUNTS and account.startswith("@") == takes_at
        return f"{service}:{account}" if known else None
    text = plain(value) if value.count(":") + value.count("：") == 1 else ""
    service_name, _, account = (piece.strip() for piece in text.partition(":"))
    return f"{service_name}:{account}" if service_name and account else None


def _several_addresses(record: Mapping[str, str]) -> Details | None:
    """Fires where an item for a URL, which is single, holds more than one."""
    for name, value in record.items():
        if name.upper().endswith("URL") and len(re.findall(r"(?:\A|[\s,;、，；])https?://", value, re.IGNORECASE)) > 1:
            return {"item": name, "value": value}
    return None


ACCOUNT = error("GIF-CONT-003", Clause("DS-432", "SNS"), look=_other, level="LV2").says(
    ("SNS は「サービス名:アカウントID」で書く", "Social media account is service:id"),
    (
        "「{value}」は「サービス名:アカウントID」（半角コロン）の形ではありません。",
        '"{value}" is not the name of a service, a half-width colon and an account.',
    ),
    good=("Instagram: xxx", "Instagram:city_example", "X:@city_example"),
    bad=("city_example", "@city_example", "https://www.instagram.com/city_example/", "Instagram：xxx", "X:a; Facebook:b"),
)
SINGLE = error("GIF-CONT-004", Clause("DS-438", "連絡先"), compare=_several_addresses, level="LV2").says(
    ("電話・メール・SNS は複数、URL・住所は1つ", "Phone, e-mail, SNS repeat; URL and address do not"),
    (
        "「{item}」に URL が複数あります（{value}）。この項目に書ける URL は1つです。",
        'The item "{item}" holds several URLs ({value}); it takes one.',
    ),
    good=({"連絡先URL": "https://www.city.example.lg.jp/"}, {"URL": ""}),
    bad=({"連絡先URL": "https://www.city.example.lg.jp/ https://www.example.jp/"}, {"URL": "https://a.example;https://b.example"}),
)

PART = kind("social_account", clean=_ONE, valid=_ONE, clean_too=_is_visible, valid_too=_is_visible, suggest=suggest).says(
    ("SNSアカウント", "social media account"),
    ("サービス名:アカウントID", "service:id"),
    checks=(ACCOUNT, NULL_WORDS),
    examples=("Instagram: xxx", "X:@city_example"),
)
