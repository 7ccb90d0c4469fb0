"""The command group: sub-commands are imported when they are used, mistakes get a sentence in the user's language and exit code 2."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from ..version import __version__
from . import options
from .help import Context, translated
from .language import guard, language, say

_COMMANDS = {
    "check": "check",
    "values": "values",
    "detect": "detect",
    "list": "list_",
    "explain": "explain",
    "readability": "readability",
    "diff": "diff",
    "quality": "quality",
    "init-definition": "init_definition",
    "export": "export",
    "import-dmd": "import_dmd",
}
_QUOTED = "(?P<quote>['\"])(?P<value>.*)(?P=quote)"
# The sentences of click that its errors do not tell apart by their type.
_SENTENCES = (
    (rf"{_QUOTED} is not one of (?P<choices>.*)\.", "「{value}」は使えません。{choices} のどれかを書きます。"),
    (rf"Directory {_QUOTED} does not exist\.", "「{value}」というフォルダーはありません。"),
    (rf"[A-Z][a-z]+ {_QUOTED} does not exist\.", "「{value}」というファイルはありません。"),
    (rf"[A-Z][a-z]+ {_QUOTED} is a directory\.", "「{value}」はフォルダーです。ファイルを指定します。"),
    (rf"[A-Z][a-z]+ {_QUOTED} is a file\.", "「{value}」はファイルです。フォルダーを指定します。"),
    (rf"[A-Z][a-z]+ {_QUOTED} is not readable\.", "「{value}」を読む権限がありません。"),
    (rf"[A-Z][a-z]+ {_QUOTED} is not writable\.", "「{value}」に書く権限がありません。"),
    (rf"{_QUOTED} is not a valid integer(?: range)?\.", "「{value}」は整数ではありません。"),
    (r"(?P<value>-?[0-9]+) is not in the range x>=(?P<least>[0-9]+)\.", "「{value}」は小さすぎます。{least} 以上の整数を書きます。"),
    (rf"Option {_QUOTED} requires an argument\.", "{value} には値が要ります。"),
    (rf"Option {_QUOTED} does not take a value\.", "{value} は値を取りません。"),
    (r"Got unexpected extra arguments? \((?P<value>.*)\)", "余分な引数があります：{value}"),
)
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 80}


class Commands(click.Group):
    """Finds a sub-command in the module of its name."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option ``--help``, with its own help in the reader's language."""
        return translated(super().get_help_option(ctx))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f".{_COMMANDS[cmd_name]}", __package__).command()
        return command


def group() -> click.Group:
    """The command ``gif-validate`` with its help in the language of this run."""
    commands = Commands(
        name="gif-validate",
        context_settings=_CONTEXT,
        help=say(
            "日本の行政データが、従うべきデータ標準（GIF、自治体標準オープンデータセット、法人番号など）に適合しているかを検査します。"
            "ネットワークには接続しません。",
            "Checks whether Japanese government data follows the government's own data standards (GIF, municipal open data sets, "
            "corporate numbers …). Never uses the network.",
        ),
        epilog=say("例：gif-validate check aed.csv", "Example: gif-validate check aed.csv"),
    )
    version = say("版を表示する", "Show the version and exit.")
    commands = click.version_option(__version__, prog_name="gif-validate", help=version)(commands)
    return options.lang()(commands)


def run(arguments: Sequence[str]) -> int:
    """Runs a command line; returns the exit code."""
    guard(sys.stdout, sys.stderr)
    say.lang = language(arguments)
    try:
        result = group().main(list(arguments), prog_name="gif-validate", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo(say("中断しました。", "Interrupted."), err=True)
        return 2
    except click.UsageError as error:
        _explain_usage(error)
        return 2
    except click.ClickException as error:
        click.echo(f"gif-validate: {error.format_message()}", err=True)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return result if isinstance(result, int) else 0


def _explain_usage(error: click.UsageError) -> None:
    if error.ctx is not None and error.message == error.ctx.get_help():
        # Nothing was asked for: click answers with the help page, as an error.
        click.echo(error.message, err=True)
        return
    command = error.ctx.command_path if error.ctx is not None else "gif-validate"
    click.echo(f"gif-validate: {_said(error)}", err=True)
    click.echo(say(f"使い方は {command} --help で確かめます。", f"See {command} --help."), err=True)


def _said(error: click.UsageError) -> str:
    """The mistake in words; click's own sentence in English."""
    if say.lang == "en":
        return error.format_message()
    if isinstance(error, click.NoSuchOption):
        near = f"（もしかして {'、'.join(error.possibilities)}）" if error.possibilities else ""
        return f"{error.option_name} というオプションはありません{near}。"
    if isinstance(error, click.MissingParameter):
        return _missing(error.param)
    if isinstance(error, click.BadParameter):
        name = _typed(error.param)
        return (f"{name} の値が正しくありません：" if name else "") + _in_japanese(error.message)
    if "No such command" in error.message:
        return f"そのようなコマンドはありません。使えるのは {'、'.join(_COMMANDS)} です。"
    return _in_japanese(error.message)


def _missing(parameter: click.Parameter | None) -> str:
    """What is to be given, and what it may be."""
    choice = parameter.type if parameter is not None else None
    listed = "、".join(map(str, choice.choices)) if isinstance(choice, click.Choice) else ""
    name = _typed(parameter)
    if not name:
        return f"{listed} のどれかを指定します。"
    return f"{name} を指定します" + (f"（{listed} のどれか）。" if listed else "。")


def _typed(parameter: click.Parameter | None) -> str:
    """A parameter as the help page and the user write it; empty where its place has no name."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return (parameter.metavar or "").removesuffix("...") if parameter is not None else ""


def _in_japanese(sentence: str) -> str:
    """A sentence of click in Japanese; others, which are the commands' own, as they are."""
    for pattern, words in _SENTENCES:
        if match := re.fullmatch(pattern, sentence):
            given = {name: text.replace("\\\\", "\\") for name, text in match.groupdict().items()}
            return words.format_map(given | {"choices": "、".join(re.findall("'(.*?)'", given.get("choices", "")))})
    return sentence
