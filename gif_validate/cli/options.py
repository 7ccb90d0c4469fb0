"""Options that several commands share, and what they mean."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ..catalogue.errors import DefinitionError
from ..catalogue.text import Text, readable
from ..models.model import Model
from .language import say

F = TypeVar("F", bound=Callable[..., Any])


def lang() -> Callable[[F], F]:
    """``--lang``; it is read before the commands are made."""
    return click.option(
        "--lang",
        type=click.Choice(["ja", "en"]),
        expose_value=False,
        help=say("表示の言語", "language of what is shown"),
    )


def table_format() -> Callable[[F], F]:
    """``--format text|json``."""
    choice = click.Choice(["text", "json"])
    return click.option("--format", "form", type=choice, default="text", help=say("出力の形式", "form of the output"))


def encoding() -> Callable[[F], F]:
    """``--encoding``, as the canonical name."""
    words = say(
        "文字コード（utf-8、cp932、euc-jp、utf-16 など）。省略時は自動判定",
        "encoding (utf-8, cp932, euc-jp, utf-16 …); recognised by default",
    )
    return click.option("--encoding", metavar="E", callback=_canonical, help=words)


def pattern() -> Callable[[F], F]:
    """``--pattern``: a mandatory pattern of a core class, as ``MPnn``."""
    words = say(
        "コアデータモデルの必須パターン（MP02 など）。省略時は最も合うものを報告",
        "mandatory pattern of a core class (MP02 …); by default the best match is reported",
    )
    return click.option("--pattern", metavar="MPnn", default="", callback=_pattern, help=words)


def _pattern(_: click.Context, parameter: click.Parameter, value: str) -> str:
    found = value.strip().upper()
    if found and not re.fullmatch("MP[0-9]{2}", found):
        raise click.BadParameter(say("MP01 のように書きます。", "write it as MP01."), param=parameter)
    return found


def check_pattern(model: Model | None, name: str) -> None:
    """A pattern that the standard asked for has not is a usage error that names those it has."""
    known = [pattern.id for pattern in model.patterns] if model is not None else [name]
    if name and name not in known:
        assert model is not None
        listed = ", ".join(known) or say("なし", "none")
        raise click.UsageError(
            say(f"{model.full_id} に必須パターン {name} はありません（{listed}）。", f"{model.full_id} has no pattern {name} ({listed}).")
        )


def namespace() -> Callable[[F], F]:
    """``--namespace``: where the terms of GIF stand in XML and RDF."""
    words = say(
        "XML・RDF での GIF の用語の名前空間。省略時は urn:x-gif:pd:",
        "namespace of GIF's terms in XML and RDF; urn:x-gif:pd: by default",
    )
    return click.option("--namespace", metavar="IRI", default="", help=words)


def _canonical(_: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from ..characters.encodings import canonical

    if value is None:
        return None
    try:
        return canonical(value)
    except ValueError as error:
        raise click.BadParameter(
            say(f"「{value}」という文字コードは扱えません。", f"unknown encoding {value!r}"), param=parameter
        ) from error


def standard(name: str | None) -> Model | None:
    """The model of ``--standard``; a wrong id is a usage error that names the nearest."""
    if name is None:
        return None
    from difflib import get_close_matches

    from .. import load_model
    from ..models.index import models

    try:
        return load_model(name)
    except (DefinitionError, OSError) as error:
        raise unusable(error) from error
    except ValueError as error:
        near = get_close_matches(name, [model.id for model in models().values()], n=3, cutoff=0.3)
        hint = say(f"近いもの：{'、'.join(near)}。", f" Near: {', '.join(near)}.") if near else ""
        message = say(
            f"「{name}」という標準はありません。{hint}一覧は gif-validate list standards で見られます。",
            f"There is no standard {name!r}.{hint} See gif-validate list standards.",
        )
        raise click.UsageError(message) from error


def unusable(error: DefinitionError | OSError) -> click.UsageError:
    """The usage error for a definition, or a code list, that cannot be used."""
    return click.UsageError(str(error) if isinstance(error, OSError) else f"{error.file}:{error.line}: {both(error.why)}")


def absent(path: str) -> click.UsageError:
    """The usage error for a path that does not exist."""
    return click.UsageError(say(f"「{path}」というファイルやフォルダーはありません。", f"There is no file or folder {path!r}."))


def put(text: str, target: Path | None) -> None:
    """Writes output, as valid Unicode, to a file, or to standard output as the terminal can show it."""
    text = readable(text)
    if target is None:
        # Not click.echo: it would send UTF-8 to a terminal that says it knows only ASCII.
        sys.stdout.write(text)
        return
    try:
        target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(
            say(f"「{target}」に書けません：{error.strerror}", f"cannot write {str(target)!r}: {error.strerror}")
        ) from error


def both(text: Text) -> str:
    """Words in the language of this run."""
    return text.pick(say.lang)
