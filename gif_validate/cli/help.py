"""Help pages that fit 80 columns in Japanese too, with headings in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

import click

from ..catalogue.layout import cells, wrapped
from .language import say

_HEADINGS = {"Options": ("オプション", "Options"), "Commands": ("コマンド", "Commands")}


class Formatter(click.HelpFormatter):
    """click's help formatter, counting columns instead of characters."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, say("使い方：", "Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(say(*_HEADINGS.get(heading, (heading, heading))))

    def write_text(self, text: str) -> None:
        paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
        blocks = ["\n".join(self._indented(paragraph)) for paragraph in paragraphs]
        self.write("\n\n".join(blocks) + "\n")

    def _indented(self, text: str) -> list[str]:
        margin = " " * self.current_indent
        return [margin + line for line in wrapped(text, self.width - self.current_indent)]

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows, margin = list(rows), " " * self.current_indent
        first = min(max(cells(term) for term, _ in rows), col_max) + col_spacing
        for term, words in rows:
            lines = wrapped(" ".join(words.split()), self.width - self.current_indent - first) or [""]
            if cells(term) > first - col_spacing:
                self.write(f"{margin}{term}\n")
                head = " " * first
            else:
                head = term + " " * (first - cells(term))
            self.write(f"{margin}{head}{lines[0]}".rstrip() + "\n")
            for line in lines[1:]:
                self.write(f"{margin}{' ' * first}{line}\n")


class Context(click.Context):
    """A context whose help pages are made by `Formatter`."""

    formatter_class = Formatter


class Command(click.Command):
    """A command with such help."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option ``--help``, with its own help in the reader's language."""
        return translated(super().get_help_option(ctx))


def translated(option: click.Option | None) -> click.Option | None:
    """The option ``--help`` with its own help in the reader's language."""
    if option is not None:
        option.help = say("この説明を表示する", "Show this page and exit.")
    return option
