"""URL: an absolute URI, http or https. GIF DS-438 形式「URI」; RFC 3986."""

from __future__ import annotations

from ..catalogue.rule import FIRES, Clause, Details, Rule, Severity, compiled, unless
from ..catalogue.text import Text
from ..characters.widths import half
from .part import Part, Use
from .placeholder import NULL_WORDS

_CHARS = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]"
_HOST = r"([A-Za-z0-9\-]{1,}\.){1,}[A-Za-z0-9\-]{1,}"
_WEB = rf"https{{0,1}}://{_HOST}(:[0-9]{{1,5}}){{0,1}}([/?#]{_CHARS}{{0,}}){{0,1}}"
# Japanese in a path is what browsers show; strictly it is an IRI.
_IRI = r'[A-Za-z][A-Za-z0-9+.\-]{1,}:[^ 　\\<>"{}|\^`\n\r\t]{1,}'
_NO_HOST = "https{0,1}:(/{0,1}|/{3,})[^/].{0,}|https{0,1}:/{1,}"


def suggest(value: str) -> str | None:
    """The URL in half-width characters and without spaces around it."""
    return half(value).strip()


def _other(value: str) -> Details | None:
    """Fires for an absolute URI that is no plain http(s) URL: other schemes, Japanese characters, a host without a dot."""
    return FIRES if _is_valid(value) and not compiled(_WEB).fullmatch(value) else None


def _is_valid(value: str) -> bool:
    return compiled(_IRI).fullmatch(value) is not None and not compiled(_NO_HOST).fullmatch(value)


URI = Rule(
    id="GIF-CONT-002",
    title=Text("URL は http(s) から始まる URI で書く", "URL: an absolute URI, http or https"),
    severity=Severity.ERROR,
    clause=Clause("DS-438", "URI"),
    message=Text(
        "「{value}」は http または https から始まる URL ではありません。",
        '"{value}" is not a URL that begins with http or https.',
    ),
    good=("http://www.ooo.lg.jp/abc.html", "https://www.xxx.com", "https://moji.or.jp/mojikiban/"),
    bad=("www.ooo.lg.jp", "https://www.ooo.lg.jp/施設.html", "http:/www.ooo.lg.jp", "http://www.ooo.lg.jp/a b"),
    look=unless(_WEB),
)

PART = Part(
    name="url",
    title=Text("URL", "URL"),
    accepts=Text("http:// または https:// から始まる URL", "a URL that begins with http:// or https://"),
    clean=_WEB,
    valid=_IRI,
    valid_too=_is_valid,
    checks=(Use(URI, _other, Severity.WARNING), URI, NULL_WORDS),
    examples=("https://www.digital.go.jp/",),
    suggest=suggest,
)
