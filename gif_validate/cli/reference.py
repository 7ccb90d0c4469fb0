"""Options about what is known: definitions of one's own (``--definitions``) and the day to judge by (``--as-of``)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from . import options
from .language import say

F = TypeVar("F", bound=Callable[..., Any])


def reference_options() -> Callable[[F], F]:
    """Both options. The command runs with what they say and need not take them: put this next to its ``def``."""

    def decorate(command: F) -> F:
        return _definitions()(_as_of()(_within(command)))

    return decorate


def as_of_option() -> Callable[[F], F]:
    """The day alone, for commands that know no definitions of one's own."""

    def decorate(command: F) -> F:
        return _as_of()(_within(command))

    return decorate


def _within(command: F) -> F:
    @wraps(command)
    def inner(*args: Any, as_of: datetime.date | None, definitions: Path | None = None, **values: Any) -> Any:
        with known(definitions, as_of):
            return command(*args, **values)

    return cast(F, inner)


def _definitions() -> Callable[[F], F]:
    return click.option(
        "--definitions",
        metavar="DIR",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        help=say("自分の定義（*.yaml）のフォルダー。自動判定にも使う", "folder of your own definitions (*.yaml), recognised too"),
    )


def _as_of() -> Callable[[F], F]:
    return click.option(
        "--as-of",
        "as_of",
        metavar="DATE",
        callback=day,
        help=say(
            "いつの時点で判定するか（コードの有効・廃止、未来の日付など。YYYY-MM-DD、省略時は今日）",
            "the day to judge by: codes in force, days in the future (YYYY-MM-DD; today)",
        ),
    )


def day(_: click.Context, parameter: click.Parameter, value: str | None) -> datetime.date | None:
    """A day of the command line."""
    try:
        return datetime.date.fromisoformat(value) if value else None
    except ValueError as error:
        raise click.BadParameter(
            say(f"「{value}」は YYYY-MM-DD ではありません。", f"{value!r} is not YYYY-MM-DD"), param=parameter
        ) from error


@contextmanager
def known(definitions: Path | None, as_of: datetime.date | None) -> Iterator[None]:
    """Within this, the definitions of a folder are known and files are judged by a day. A faulty definition is a usage error."""
    from ..catalogue.clock import as_of as judged_by
    from ..catalogue.errors import DefinitionError
    from ..models.index import with_definitions

    with ExitStack() as stack:
        try:
            stack.enter_context(with_definitions(definitions))
        except (DefinitionError, OSError) as error:
            raise options.unusable(error) from error
        stack.enter_context(judged_by(as_of))
        yield
