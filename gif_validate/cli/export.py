"""``gif-validate export``: a standard as a schema for other tools."""

from __future__ import annotations

import re
from pathlib import Path

import click

from . import options
from .help import Command
from .language import say

_LANGUAGES = ("jsonschema", "shacl", "xsd", "csvw", "tableschema", "jsonld", "markdown", "dmd")
_ENDINGS = (".schema.json", ".tableschema.json", ".csv-metadata.json")


def command() -> click.Command:
    """The command with its help in the language of this run."""

    @click.command(
        "export",
        cls=Command,
        short_help=say("標準をスキーマとして書き出す", "write a standard as a schema"),
        help=say(
            "標準（または定義ファイル *.yaml）を、ほかの道具で使えるスキーマとして書き出します。書き出した言語で表せない検査は、"
            "ファイルの先頭や注記に一覧で示します。",
            "Writes a standard (or a definition file *.yaml) as a schema for other tools. What the language cannot express is listed in "
            "the file itself.",
        ),
        epilog=say(
            "例：gif-validate export gif/legal-entity --to jsonschema --output legal-entity.schema.json",
            "Example: gif-validate export gif/legal-entity --to jsonschema --output legal-entity.schema.json",
        ),
    )
    @click.argument("standard", metavar="ID")
    @click.option("--to", "language", type=click.Choice(_LANGUAGES), required=True, help=say("書き出す言語", "schema language"))
    @click.option(
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        help=say("書き出すファイル（省略時は標準出力。dmd は .xlsx も可）", "file to write; dmd may be .xlsx"),
    )
    @click.option("--pattern", metavar="MPnn", default="", help=say("必ず満たすべき必須パターン", "the mandatory pattern to be met"))
    @click.option("--namespace", metavar="IRI", callback=_iri, help=say("項目の名前空間（RDF・XML）", "namespace of the items (RDF, XML)"))
    @options.lang()
    def export(standard: str, language: str, output: Path | None, pattern: str, namespace: str | None) -> int:
        from ..exports import content
        from ..exports.languages import NotExportedError
        from ..exports.languages import export as exported

        model = options.standard(standard)
        assert model is not None
        try:
            files = exported(model, language, pattern=pattern, namespace=namespace or content.BASE, stem=_stem(output))
        except NotExportedError as error:
            raise click.UsageError(options.both(error.why)) from error
        if output is not None and language == "dmd" and output.suffix.lower() == ".xlsx":
            return _workbook(standard, output)
        (_, text), *others = files.items()
        options.put(text, output)
        for ending, more in others:
            if output is None:
                words = say(f"ほかに {ending} も要ります。--output で書き出します。", f"It needs {ending} as well: use --output.")
                click.echo(words, err=True)
            else:
                options.put(more, output.with_name(_stem(output) + ending))
        return 0

    return export


def _iri(_: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """An absolute IRI that can stand in any of the languages."""
    if value is None or re.fullmatch(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`]*[:/#]", value):
        return value
    raise click.BadParameter(say("「:」「/」「#」のどれかで終わる IRI を書きます。", "give an IRI that ends in : / or #"), param=parameter)


def _stem(output: Path | None) -> str:
    """The file name without its ending."""
    if output is None:
        return ""
    ending = next((each for each in _ENDINGS if output.name.endswith(each)), output.suffix)
    return output.name.removesuffix(ending)


def _workbook(standard: str, output: Path) -> int:
    from ..exports.dmd import workbook

    model = options.standard(standard)
    assert model is not None
    try:
        output.write_bytes(workbook(model))
    except ImportError as error:
        message = say("xlsx に書くには XlsxWriter が要ります。CSV なら不要です。", "XlsxWriter is needed for xlsx; CSV needs nothing.")
        raise click.UsageError(message) from error
    except OSError as error:
        raise click.UsageError(
            say(f"「{output}」に書けません：{error.strerror}", f"cannot write {str(output)!r}: {error.strerror}")
        ) from error
    return 0
