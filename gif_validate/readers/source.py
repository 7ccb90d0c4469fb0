"""Where bytes come from (file or standard input) and what they are, by content first and by name second."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import BinaryIO

from ..catalogue.text import Text

BLOCK = 1 << 20
"""Bytes read at a time."""
_HEAD = 1 << 16
_IN_MEMORY = 64 << 20


@dataclass(slots=True)
class Source:
    """A file, or standard input kept aside so that it can be read more than once.

    ``name`` is what the user called it; `sha256` needs one pass over the bytes.
    """

    name: str
    path: Path | None = None
    kept: BinaryIO | None = field(default=None, repr=False)

    @classmethod
    def of_stream(cls, stream: BinaryIO, name: str = "-") -> Source:
        """Copies a stream that can be read only once (in memory up to 64 MiB, then in a temporary file)."""
        kept = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - lives as long as the source
        while block := stream.read(BLOCK):
            kept.write(block)
        return cls(name, kept=kept)  # type: ignore[arg-type]

    @classmethod
    def of_bytes(cls, data: bytes, name: str) -> Source:
        """Bytes in memory under a name."""
        return cls(name, kept=io.BytesIO(data))

    def open(self) -> BinaryIO:
        """The bytes from the beginning. OSError where they cannot be had."""
        if self.kept is not None:
            self.kept.seek(0)
            return self.kept
        assert self.path is not None
        return self.path.open("rb")

    def close(self, stream: BinaryIO) -> None:
        """Gives back what `open` returned."""
        if stream is not self.kept:
            stream.close()

    def blocks(self) -> Iterator[bytes]:
        """The bytes, block by block."""
        stream = self.open()
        try:
            while block := stream.read(BLOCK):
                yield block
        finally:
            self.close(stream)

    def head(self) -> bytes:
        """The first 64 KiB."""
        stream = self.open()
        try:
            return stream.read(_HEAD)
        finally:
            self.close(stream)

    def sha256(self) -> str:
        """The digest of all bytes, in hexadecimal."""
        digest = hashlib.sha256()
        for block in self.blocks():
            digest.update(block)
        return digest.hexdigest()

    @property
    def suffix(self) -> str:
        """The last part of the name after the dot, in lower case, without the dot."""
        return PurePath(self.name).suffix.lower().lstrip(".")


FORMATS: dict[str, Text] = {
    "csv": Text("CSV", "CSV"),
    "text": Text("文章（表ではないテキスト）", "text that is no table"),
    "xlsx": Text("Excel ブック（xlsx）", "an Excel workbook (xlsx)"),
    "xls": Text("Excel 97-2003 ブック（xls）", "an Excel 97-2003 workbook (xls)"),
    "ods": Text("OpenDocument 表計算（ods）", "an OpenDocument spreadsheet (ods)"),
    "zip": Text("ZIP 書庫", "a ZIP archive"),
    "office": Text("Office 文書（表計算ではない）", "an Office document that is no workbook"),
    "pdf": Text("PDF", "PDF"),
    "html": Text("HTML（ウェブページ）", "HTML (a web page)"),
    "xml": Text("XML", "XML"),
    "json": Text("JSON", "JSON"),
    "rdf": Text("RDF", "RDF"),
    "yaml": Text("YAML", "YAML"),
    "image": Text("画像", "an image"),
    "gzip": Text("圧縮ファイル", "a compressed file"),
    "binary": Text("不明なバイナリ", "unknown binary data"),
    "empty": Text("空", "empty"),
}
_MAGIC = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"GIF8", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "gzip"),
    (b"Rar!", "gzip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
    # Excel 2 to 5 wrote their records without a container; a file begins with the record BOF.
    (b"\x09\x00\x04\x00", "xls"),
    (b"\x09\x02\x06\x00", "xls"),
    (b"\x09\x04\x06\x00", "xls"),
    (b"\x09\x08\x08\x00\x00\x05", "xls"),
)
_BY_SUFFIX = {
    "json": "json", "geojson": "json", "jsonl": "json", "ndjson": "json", "jsonld": "json",
    "xml": "xml", "ttl": "rdf", "nt": "rdf", "n3": "rdf", "trig": "rdf", "nq": "rdf", "rdf": "rdf", "yml": "yaml", "yaml": "yaml",
}  # fmt: skip
NAMED_FORMATS = {
    "csv": "csv",
    "tsv": "csv",
    "txt": "csv",
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "xls": "xls",
    "ods": "ods",
    "zip": "zip",
} | _BY_SUFFIX
"""The format that a file name promises."""
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_RDF_TEXTS = {"nt", "ttl", "n3", "nq", "trig"}
_XML = re.compile(rb"\s*<(?:\?[a-z_]|!doctype|[a-z_\x80-\xff][\w.\x80-\xff-]*(?::[\w.-]+)?(?:\s|/?>))", re.IGNORECASE)
_JSON = re.compile(rb'\s*(?:\{\s*"|\[\s*(?:[\[{"\d]|\]\s*\Z))')
_TURTLE = re.compile(rb"\s*(?:#[^\n]*\n\s*)*(?:@prefix|@base|PREFIX\s+\w*:)", re.IGNORECASE)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\0"))


def format_of(source: Source) -> str:
    """The key in `FORMATS` of what the bytes are; the name decides only where the content does not."""
    head = source.head()
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(source)
    text = head.removeprefix(b"\xef\xbb\xbf")
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not text.strip() or (wide and len(head) <= 2):
        return "empty"
    if wide:
        text = _narrow(text)
    if marked := _marked_up(text, source.suffix):
        return marked
    if len(text.translate(None, _CONTROLS)) < 0.9 * len(text):
        return "binary"
    promised = _BY_SUFFIX.get(source.suffix, "csv")
    return "csv" if promised in _NEVER_TABLES and _is_table(text) else promised


def _narrow(head: bytes) -> bytes:
    """The text of UTF-16 as UTF-8: half of many a character (full-width digits) looks like a control character."""
    try:
        text = head[: len(head) // 2 * 2].decode("utf-16")
    except UnicodeDecodeError:
        return head[2:].replace(b"\0", b"")
    return text.encode("utf-8", "replace").replace(b"\0", b"")


_NEVER_TABLES = {"json", "xml", "rdf"}
_MARKS_OF_TREES = (b"{", b"[", b"<", b"@", b"#", b"_:")
_LINES_OF_TABLE = 50


def _is_table(text: bytes) -> bool:
    """True for lines of which nearly all have the same number of separators, and which begin like no other format."""
    lines = [line for line in text.splitlines()[:_LINES_OF_TABLE] if line.strip()]
    if len(lines) < 2 or any(line.lstrip().startswith(_MARKS_OF_TREES) for line in lines):
        return False
    for separator in (b",", b"\t", b";"):
        counts = [line.count(separator) for line in lines]
        if counts[0] and counts.count(counts[0]) >= 0.8 * len(counts):
            return True
    return False


def _marked_up(text: bytes, suffix: str) -> str | None:
    if _HTML.match(text):
        return "html"
    # <urn:a> opens a line of N-Triples as well as an XML document.
    if _XML.match(text) and suffix not in _RDF_TEXTS:
        return "rdf" if b"rdf:RDF" in text else "xml"
    if _TURTLE.match(text):
        return "rdf"
    # A CSV file may begin with a bracket; JSON under a CSV name must also end like JSON.
    cut = len(text) >= _HEAD - 3
    if _JSON.match(text) and (suffix not in {"csv", "tsv", "txt"} or cut or text.rstrip().endswith((b"]", b"}"))):
        return "json"
    return None


ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError, IndexError)
"""All that zipfile raises for archives that are damaged or mean harm."""


def _zipped(source: Source) -> str:
    stream = source.open()
    try:
        with zipfile.ZipFile(stream) as archive:
            members = archive.namelist()
            kind = archive.read("mimetype")[:_HEAD] if "mimetype" in members and archive.getinfo("mimetype").file_size < _HEAD else b""
    except ZIP_ERRORS:
        return "xlsx" if source.suffix in {"xlsx", "xlsm"} else "zip"
    finally:
        source.close(stream)
    if any(name.startswith("xl/") for name in members):
        return "xlsx"
    if kind.startswith(b"application/vnd.oasis.opendocument."):
        return "ods" if b"opendocument.spreadsheet" in kind else "office"
    return "office" if "[Content_Types].xml" in members else "zip"
