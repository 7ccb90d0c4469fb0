"""Names that are legal since the fifth edition of XML 1.0 (2008), for expat, which knows those of the fourth: 電話１, 大字・町, 𠮷野家.

Each character that expat does not take in a name is replaced, in the whole document, by a syllable of Hangul that does not occur in it, one
character by one, so that lines and columns stay what they are; what expat tells is translated back. Most documents need nothing of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_NEW = (
    "\u0132-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\u3004\u3006\u3008-\u3040"
    "\u3095-\u3098\u309b\u309c\u309f\u30a0\u30fb\u30ff-\u4dff\u9fa6-\uabff\ud7a4-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
"""Characters of names by production [4a] of the fifth edition, without those that are certainly taken by the fourth as well."""
_FIRST = "\u3005\u309d\u309e\u30fc-\u30fe\u3099\u309a"
"""Characters with which names begin in the fifth edition only."""
_OF_NAME = r"[^\s<>/=\"'!?]"
_STARTS = rf"(?:<[/?]?|\s(?={_OF_NAME}++\s*=\s*[\"']))"
_ODD_NAME = re.compile(rf"{_STARTS}(?:[{_FIRST}]|{_OF_NAME}*?[{_NEW}])")
_NAME = re.compile(rf"{_STARTS}({_OF_NAME}++)")
_ODD = re.compile(f"[{_NEW}{_FIRST}]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class StandIns:
    """What stands for what, there and back."""

    there: Mapping[int, str] = field(default_factory=dict)
    back: Mapping[int, str] = field(default_factory=dict)

    def put(self, text: str) -> str:
        """A stretch of the document as the parser may see it."""
        return text.translate(self.there) if self.there else text

    def plain(self, text: str) -> str:
        """What the parser tells as the document has it."""
        return text.translate(self.back) if self.back else text


NONE = StandIns()


def is_new(name: str) -> bool:
    """True for a name that programs of the fourth edition refuse, XML Schema 1.0 (xs:NCName) among them.

    >>> is_new("電話１"), is_new("大字・町"), is_new("電話番号")
    (True, True, False)
    """
    return _ODD_NAME.match(f"<{name}") is not None


def stand_ins(first: Iterable[str], again: Iterable[str]) -> StandIns:
    """What has to stand in for what in a document, of which the blocks are given twice; mostly nothing."""
    if not any(_ODD_NAME.search(block) for block in _overlapping(first)):
        return NONE
    odd: set[str] = set()
    taken: set[str] = set()
    for block in _overlapping(again):
        odd.update(*(_ODD.findall(name) for name in _NAME.findall(block)))
        taken.update(_HANGUL.findall(block))
    free = (chr(code) for code in range(0xD7A3, 0xABFF, -1) if chr(code) not in taken)
    pairs = list(zip(sorted(odd), free, strict=False))
    return StandIns({ord(old): new for old, new in pairs}, {ord(new): old for old, new in pairs})


def _overlapping(blocks: Iterable[str]) -> Iterator[str]:
    """The blocks, each with the end of the one before, so that no name is cut in two."""
    tail = ""
    for block in blocks:
        yield tail + block
        tail = (tail + block)[-_LONGEST:]
