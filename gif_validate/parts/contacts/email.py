"""E-mail address: local@domain in ASCII. GIF says nothing of its form (DS-432); RFC 5322."""

from __future__ import annotations

from ...catalogue.rows import warning
from ...catalogue.rule import Clause
from ...characters.widths import half
from ..part import kind
from ..placeholder import NULL_WORDS, RESERVED, is_no_sample, unless

_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?\^_`{|}~\-]{1,}"
# The limit of 63 characters is left out: engines that go back would try it at every place.
_LABEL = "[A-Za-z0-9]{1,}(-{1,}[A-Za-z0-9]{1,}){0,}"
# Addresses of old mobile carriers may end their local part with a dot or double it; they exist and are accepted.
_ADDRESS = rf"{_LOCAL}(\.{{1,}}{_LOCAL}){{0,}}\.{{0,}}@{_LABEL}(\.{_LABEL}){{1,}}"

ADDRESS = warning("GIF-CONT-001", Clause("RFC 5322", "§3.4.1"), look=unless(_ADDRESS)).says(
    ("メールアドレスは「名前@ドメイン」の半角", "E-mail: local@domain in ASCII"),
    ("「{value}」はメールアドレスの形（名前@ドメイン、半角）ではありません。", '"{value}" is not an e-mail address (local@domain, ASCII).'),
    good=("XXXX@ooo.lg.jp", "info@moji.or.jp"),
    bad=("info", "info＠moji.or.jp", "info@moji", "a b@moji.or.jp", "a@b@c.jp"),
)

PART = kind("email", clean=_ADDRESS, clean_too=is_no_sample, suggest=lambda value: half(value).strip()).says(
    ("メールアドレス", "e-mail address"),
    ("名前@ドメイン（半角）", "local@domain in ASCII"),
    checks=(RESERVED, ADDRESS, NULL_WORDS),
    examples=("info@example.lg.jp",),
)
