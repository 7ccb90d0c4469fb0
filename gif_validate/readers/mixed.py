"""Lines in another encoding than the rest of the file: files of several sources were put together. They are read in their own.

A row is one of these where it has bytes that the file's encoding does not know, or where it is garbled by it, and all its bytes are
Japanese in another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ..catalogue.finding import Place
from ..catalogue.report import Findings
from ..catalogue.rows import error
from ..catalogue.text import Text
from ..characters.encodings import decoder, naturalness
from .table import Block

_UNDECODED = re.compile("[\udc80-\udcff]")
_SIGN = re.compile("[\udc80-\udcff\uff61-\uff9f]")
"""What a block has at least one of where a row of it is in another encoding: undecodable bytes, the half-width kana of garbled UTF-8."""
_OTHERS = ("utf-8", "cp932", "euc-jp")
_SHOWN = 10
"""Runs of lines that the finding names."""
_SEPARATOR = "\x1f"

MIXED = error("FILE-033", scope="file").says(
    ("文字コードの違う行が混ざっている", "Lines in another encoding"),
    (
        "文字コードは {encoding} ですが、{lines}は {found} で書かれています（{count}行）。{found} として読んで検査しました。"
        "すべての行を UTF-8 にして保存し直します。",
        "The encoding is {encoding}, but {lines} written in {found} ({count} rows). They were read and checked as {found}."
        " Save all lines in UTF-8.",
    ),
    good=("utf-8",),
    bad=("utf-8 / cp932",),
)


@dataclass(slots=True)
class MixedEncodings:
    """Blocks on their way from the reader, with the rows of another encoding read in that."""

    encoding: str
    _runs: dict[str, list[list[int]]] = field(default_factory=dict)
    """Encoding → first and last line of each run, and how many rows it has."""

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The same blocks; those with rows of another encoding are new."""
        return map(self._block, blocks)

    def _block(self, block: Block) -> Block:
        if not any(_SIGN.match(char) for char in block.doubtful):
            return block
        read = {row: again for row, cells in enumerate(block.rows) if (again := _read_again(cells, self._codec)) is not None}
        for row, (encoding, _) in read.items():
            self._note(encoding, block.lines[row])
        rows = [read[row][1] if row in read else cells for row, cells in enumerate(block.rows)]
        return replace(block, rows=rows) if read else block

    @property
    def _codec(self) -> str:
        return "utf-8" if self.encoding in {"ascii", "utf-8-sig"} else self.encoding

    def _note(self, encoding: str, line: int) -> None:
        runs = self._runs.setdefault(encoding, [])
        if runs and runs[-1][1] + 1 == line:
            runs[-1][1:] = [line, runs[-1][2] + 1]
        else:
            runs.append([line, line, 1])

    def close(self, findings: Findings) -> None:
        """One finding for each other encoding: its lines."""
        for encoding, runs in self._runs.items():
            shown = [f"{first:,}" if first == last else f"{first:,}–{last:,}" for first, last, _ in runs[:_SHOWN]]
            more = " …" if len(runs) > _SHOWN else ""
            is_one = len(runs) == 1 and runs[0][0] == runs[0][1]
            lines = Text(
                "、".join(shown) + f"{more}行目", f"line{'' if is_one else 's'} {', '.join(shown)}{more} {'is' if is_one else 'are'}"
            )
            count = f"{sum(rows for _, _, rows in runs):,}"
            place = Place(line=runs[0][0])
            findings.say(MIXED, value=encoding, place=place, encoding=self.encoding, found=encoding, lines=lines, count=count)


def _read_again(cells: list[str], codec: str) -> tuple[str, list[str]] | None:
    """The row in another encoding, whose name comes first: the whole row, or else each of its cells that can be read no other way."""
    whole = _read(_SEPARATOR.join(cells), codec)
    if whole is not None:
        row = whole[1].split(_SEPARATOR)
        return (whole[0], row) if len(row) == len(cells) else None
    single = {index: read for index, cell in enumerate(cells) if _UNDECODED.search(cell) and (read := _read(cell, codec)) is not None}
    if not single:
        return None
    return next(iter(single.values()))[0], [single[index][1] if index in single else cell for index, cell in enumerate(cells)]


def _read(text: str, codec: str) -> tuple[str, str] | None:
    """A text in the other encoding that explains all its bytes as Japanese; None where there is none, or the text is fine as it is."""
    if text.isascii():
        return None
    is_decoded = _UNDECODED.search(text) is None
    # What decodes without a fault is garbled only where it is UTF-8, which is no chance.
    others = [other for other in (("utf-8",) if is_decoded else _OTHERS) if other != codec]
    try:
        data = text.encode(codec, "surrogateescape")
    except UnicodeEncodeError:
        return None
    read = {other: decoder(other).decode(data, final=True) for other in others}
    scores = {other: naturalness(again) for other, again in read.items() if not _UNDECODED.search(again)}
    best = max(scores, key=lambda other: scores[other], default=None)
    return (best, read[best]) if best is not None and scores[best] > 0 else None
