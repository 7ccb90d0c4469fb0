"""Writes gif_validate/characters/jisx0213.txt from the codec ``shift_jis_2004``, the exact source of JIS X 0213:2004.

``euc_jis_2004`` is not that source: through SS3 it also accepts JIS X 0212. Half-width katakana and the two JIS X 0201 characters
that the codec maps to single bytes are no cells of JIS X 0213 and are left out.
"""

from __future__ import annotations

from pathlib import Path

TARGET = Path(__file__).parents[2] / "gif_validate" / "characters" / "jisx0213.txt"
PLANE_2_ROWS = (1, 3, 4, 5, 8, 12, 13, 14, 15, *range(78, 95))


def shifted(plane: int, row: int, cell: int) -> bytes:
    """The two bytes of a cell in Shift_JIS-2004."""
    if plane == 1:
        lead = (row + 0x101) // 2 if row < 63 else (row + 0x181) // 2
    elif row >= 78:
        lead = (row + 0x19B) // 2
    else:
        lead = (row + 0x1DF) // 2 - row // 8 * 3
    odd = cell + 0x3F if cell < 64 else cell + 0x40
    return bytes((lead, odd if row % 2 else cell + 0x9E))


def cells() -> list[str]:
    """The text of every cell, in order: 11,208 single characters and 25 sequences."""
    found = []
    for plane, rows in ((1, range(1, 95)), (2, PLANE_2_ROWS)):
        for row in rows:
            for cell in range(1, 95):
                try:
                    found.append(shifted(plane, row, cell).decode("shift_jis_2004"))
                except UnicodeDecodeError:
                    continue
    return found


def main() -> None:
    """Writes the file: line 1 the single characters, line 2 the sequences separated by spaces."""
    found = cells()
    singles = "".join(sorted(text for text in found if len(text) == 1))
    sequences = " ".join(sorted(text for text in found if len(text) > 1))
    TARGET.write_text(f"{singles}\n{sequences}\n", encoding="utf-8")
    print(len(singles), "characters,", len(sequences.split(" ")), "sequences")


if __name__ == "__main__":
    main()
