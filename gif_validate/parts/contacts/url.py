"""URL: an absolute URI, http or https. GIF DS-438 形式「URI」; RFC 3986.

The scheme may be written in capitals (RFC 3986 §3.1). Host names and paths in Japanese are what browsers show; strictly such an address is
an IRI (RFC 3987), so it warns and the URI that it stands for is offered.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from ...catalogue.rows import error
from ...catalogue.rule import Clause, Details, Severity, compiled
from ...catalogue.text import Text, show
from ...characters.widths import half
from ..part import Use, kind
from ..placeholder import NULL_WORDS, RESERVED, hint, is_no_sample, reserved_domain

_PUNCTUATION = r"-._~:/?#[]@!$&'()*+,;=%"
_CHARS = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]"
_SCHEME = "[Hh][Tt][Tt][Pp][Ss]{0,1}"
_HOST = r"([A-Za-z0-9\-]{1,}\.){1,}[A-Za-z0-9\-]{1,}"
_WEB = rf"{_SCHEME}://{_HOST}(:[0-9]{{1,5}}){{0,1}}([/?#]{_CHARS}{{0,}}){{0,1}}"
# Japanese in a path is what browsers show; strictly it is an IRI.
_IRI = r'[A-Za-z][A-Za-z0-9+.\-]{1,}:[^ 　\\<>"{}|\^`\n\r\t]{1,}'
_NO_HOST = f"{_SCHEME}:(/{{0,1}}|/{{3,}})[^/].{{0,}}|{_SCHEME}:/{{1,}}"
_PIECES = re.compile(f"({_SCHEME}://)([^/?#:@]+)((?::[0-9]{{1,5}})?)((?:[/?#].*)?)", re.DOTALL)
_OTHER_THAN_ASCII = re.compile("[^\x21-\x7e]+")
# The editions of IDNA differ in what these stand for.
_AMBIGUOUS = frozenset("ßςẞ\u200c\u200d")

_NOT_WEB = Text("は http または https から始まる URL ではありません。", " is not a URL that begins with http or https.")
_AROUND = Text("は URL だけの形ではありません。", " is more than a URL.")
_SPACE = Text("の途中に空白があります。", " holds a space.")
_INTERNATIONAL = Text(
    "のホスト名に英数字以外の文字があります（国際化ドメイン名）。「xn--」で始まる形（Punycode）で書きます。",
    " has an internationalised host name. Write it in Punycode (xn--).",
)


def suggest(value: str) -> str | None:
    """The URL in half-width characters without spaces around it; Japanese in it as Punycode or percent-encoded.

    >>> suggest("ｈｔｔｐｓ：／／ｗｗｗ．ｃｉｔｙ．ｌｇ．ｊｐ／"), suggest("https://www.ooo.lg.jp/施設.html"), suggest("https://日本語.jp")
    ('https://www.city.lg.jp/', 'https://www.ooo.lg.jp/%E6%96%BD%E8%A8%AD.html', 'https://xn--wgv71a119e.jp')
    """
    text = value.strip()
    match = _PIECES.fullmatch(text) or _PIECES.fullmatch(half(text))
    if match is None:
        return half(text)
    scheme, host, port, rest = match.groups()
    name = _ascii_host(half(host))
    if name is None or re.search("[ 　\t\r\n]", rest):
        return None
    try:
        return scheme + name + port + quote(rest, safe=_PUNCTUATION)
    except UnicodeEncodeError:
        return None


def _ascii_host(host: str) -> str | None:
    if host.isascii():
        return host
    try:
        return None if _AMBIGUOUS & set(host) else host.encode("idna").decode("ascii")
    except UnicodeError:
        return None


def _other(value: str) -> Details | None:
    """Fires for an absolute URI that is no plain http(s) URL: other schemes, Japanese characters, a host without a dot."""
    return _unlike(value) if _is_valid(value) else None


def _unlike(value: str) -> Details | None:
    """Fires for what is no plain http(s) URL, and says what it is."""
    return None if compiled(_WEB).fullmatch(value) else {**hint(value), "problem": _problem(value)}


def _problem(value: str) -> Text:
    if compiled(_WEB).fullmatch(value.strip()):
        return _AROUND
    match = _PIECES.fullmatch(value)
    if match is None:
        return _NOT_WEB
    host, rest = match[2], match[4]
    if re.search("[ 　\t\r\n]", value):
        return _SPACE
    if not host.isascii():
        return _INTERNATIONAL
    if found := _OTHER_THAN_ASCII.search(rest):
        return Text(
            f"に英数字以外の文字「{show(found[0])}」があります。%E3… のような形（パーセントエンコーディング）で書きます。",
            f' holds "{show(found[0])}", which a URL has percent-encoded (%E3…).',
        )
    if "." not in host:
        return Text(f"のホスト名「{show(host)}」に「.」がありません。", f' has the host name "{show(host)}" without a dot.')
    if not compiled(_HOST).fullmatch(host):
        return Text(f"のホスト名「{show(host)}」に使えない文字があります。", f' has a host name that cannot be: "{show(host)}".')
    return Text("に URL では使えない文字があります。", " holds a character that a URL cannot have.")


def _is_valid(value: str) -> bool:
    return compiled(_IRI).fullmatch(value) is not None and not compiled(_NO_HOST).fullmatch(value)


def _sample(value: str) -> Details | None:
    """Fires for a URL in a domain that is reserved for examples; what is no URL is wrong first of all."""
    return reserved_domain(value) if _is_valid(value) else None


URI = error("GIF-CONT-002", Clause("DS-438", "URI"), look=_unlike).says(
    ("URL は http(s) から始まる URI で書く", "URL: an absolute URI, http or https"),
    ("「{value}」{problem}", '"{value}"{problem}'),
    good=("http://www.ooo.lg.jp/abc.html", "https://www.xxx.com", "https://moji.or.jp/mojikiban/", "HTTPS://www.ooo.lg.jp/"),
    bad=("www.ooo.lg.jp", "https://www.ooo.lg.jp/施設.html", "http:/www.ooo.lg.jp", "http://www.ooo.lg.jp/a b", "https://日本語.jp/"),
)

PART = kind("url", clean=_WEB, valid=_IRI, clean_too=is_no_sample, valid_too=_is_valid, suggest=suggest).says(
    ("URL", "URL"),
    ("http:// または https:// から始まる URL", "a URL that begins with http:// or https://"),
    checks=(Use(RESERVED, _sample), Use(URI, _other, Severity.WARNING), URI, NULL_WORDS),
    examples=("https://www.digital.go.jp/",),
)
