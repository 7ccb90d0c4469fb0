"""Which language to speak, and how to print so that any terminal survives it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import IO, TextIO, cast

from ..catalogue.text import Lang, Text

_SAMPLE = "標準に適合"


def language(arguments: Sequence[str] = ()) -> Lang:
    """Japanese or English: as ``--lang`` says, else ``GIF_VALIDATE_LANG``, else the locale, else Japanese where it can be shown."""
    for asked in (_asked(arguments), os.environ.get("GIF_VALIDATE_LANG", "")):
        if asked in {"ja", "en"}:
            return cast(Lang, asked)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = os.environ.get(name, "")
        if locale and locale.partition(".")[0] not in {"C", "POSIX"}:
            return "ja" if locale.startswith("ja") and _can_show(sys.stdout) else "en"
    return "ja" if _can_show(sys.stdout) else "en"


def _asked(arguments: Sequence[str]) -> str:
    for before, argument in zip(("", *arguments), arguments, strict=False):
        if before == "--lang":
            return argument
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return ""


def _can_show(stream: TextIO) -> bool:
    try:
        _SAMPLE.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def guard(*streams: IO[str]) -> None:
    """Characters that a stream cannot show come out as escapes instead of an exception."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


class Speaker:
    """Picks words; made once per run from the arguments and the environment."""

    lang: Lang = "ja"

    def __call__(self, ja: str, en: str) -> str:
        return Text(ja, en).pick(self.lang)


say = Speaker()
"""The words of the command line in the language of this run."""
