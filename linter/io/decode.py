"""Finds the encoding of a text, decodes it and encodes it again; what is not text is refused with one clear line.

UTF-8 (with or without a byte-order mark), UTF-16 with a mark, and cp1252 (Excel on Indonesian Windows) are read.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from linter.model import Said, UserError

_BLOCK = 1 << 20

_OFFICE = Said("arsip ZIP atau berkas Office (XLSX, DOCX, ODS)", "a ZIP archive or an Office file (XLSX, DOCX, ODS)")
_TIFF = Said("gambar TIFF", "a TIFF image")
_MAGIC = (
    (b"PK\x03\x04", _OFFICE),
    (b"PK\x05\x06", _OFFICE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Said("berkas Office lama (XLS, DOC)", "an old Office file (XLS, DOC)")),
    (b"%PDF-", Said("berkas PDF", "a PDF file")),
    (b"{\\rtf", Said("berkas RTF", "an RTF file")),
    (b"\x89PNG", Said("gambar PNG", "a PNG image")),
    (b"\xff\xd8\xff", Said("gambar JPEG", "a JPEG image")),
    (b"GIF8", Said("gambar GIF", "a GIF image")),
    (b"II*\0", _TIFF),
    (b"MM\0*", _TIFF),
    (b"\x1f\x8b", Said("arsip GZIP", "a GZIP archive")),
    (b"7z\xbc\xaf\x27\x1c", Said("arsip 7-Zip", "a 7-Zip archive")),
    (b"Rar!\x1a\x07", Said("arsip RAR", "a RAR archive")),
    (b"SQLite format 3\0", Said("basis data SQLite", "an SQLite database")),
    (b"PAR1", Said("berkas Parquet", "a Parquet file")),
    (b"\x7fELF", Said("program", "a program")),
)

_CONTROL = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a")) + b"\x7f"
_UNDEFINED = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))  # cp1252 gives these bytes no character
_HIGH = bytes(range(0x80, 0x100))

_SAVE_AS = Said("simpan ulang sebagai teks UTF-8", "save it again as UTF-8 text")
_MAYBE_UTF16 = Said(
    "bila ini teks UTF-16, simpan ulang sebagai teks UTF-8", "if this is UTF-16 text, save it again as UTF-8 text"
)
_BINARY = Said("isi berkas ini data biner, bukan teks", "this file holds binary data, not text")


def decode(data: bytes, path: str) -> str:
    """Return the text of *data* without its byte-order mark; nothing else is changed or stripped.

    Raises UserError (naming *path*) where the bytes are not text or are in no encoding that is read.
    """
    codec = encoding_of(io.BytesIO(data), path)
    return data.decode(codec)


def encode(text: str, codec: str, like: bytes = b"") -> bytes | None:
    """Return *text* in *codec* (as ``encoding_of`` names it), marked as *like* is; None where it has no such character."""
    if codec == "utf-16":
        mark, codec = like[:2], "utf-16-be" if like.startswith(codecs.BOM_UTF16_BE) else "utf-16-le"
    else:
        mark = b""
    try:
        return mark + text.encode(codec)
    except UnicodeEncodeError:
        return None


def encoding_of(stream: BinaryIO, path: str) -> str:
    """Return the codec that reads the whole *stream*: utf-8, utf-8-sig, utf-16 or cp1252.

    *stream* must be seekable and stand at its start, and is left at its start. Raises UserError as ``decode`` does.
    """
    head = stream.read(16)
    stream.seek(0)
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        message = Said("berkas ini memakai UTF-32, yang tidak dibaca", "this file is in UTF-32, which is not read")
        raise UserError(message, path=path, hint=_SAVE_AS)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(stream, path)
    for magic, what in _MAGIC:
        if head.startswith(magic):
            message = Said(f"isi berkas ini {what.id}, bukan teks", f"this file is {what.said('en')}, not text")
            raise UserError(message, path=path)
    _refuse_binary(stream, path)
    fault = _utf8_fault(stream)
    if fault is None:
        return "utf-8-sig" if head.startswith(codecs.BOM_UTF8) else "utf-8"
    if head.startswith(codecs.BOM_UTF8) or not _plausible_cp1252(stream):
        raise UserError(
            Said(
                "penyandian karakter berkas ini tidak dikenali: bukan UTF-8, UTF-16 dengan BOM, atau cp1252",
                "the character encoding of this file is not known: neither UTF-8, UTF-16 with a BOM, nor cp1252",
            ),
            path=path,
            line=fault,
            hint=_SAVE_AS,
        )
    return "cp1252"


def _blocks(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of *stream* from its start in blocks, and put it back at its start."""
    stream.seek(0)
    while block := stream.read(_BLOCK):
        yield block
    stream.seek(0)


def _refuse_binary(stream: BinaryIO, path: str) -> None:
    """Raise UserError where the bytes hold a NUL or many control characters (more than 2, and over 5 %)."""
    size = controls = 0
    for block in _blocks(stream):
        if 0 in block:
            few_nuls = block.count(0) * 10 < len(block) * 4
            raise UserError(_BINARY, path=path, hint=None if few_nuls else _MAYBE_UTF16)
        size += len(block)
        controls += len(block) - len(block.translate(None, _CONTROL))
    if _many(controls, size):
        raise UserError(_BINARY, path=path)


def _many(controls: int, size: int) -> bool:
    return controls > 2 and controls * 20 > size


def _utf16(stream: BinaryIO, path: str) -> str:
    """Return "utf-16" where the stream is sound UTF-16 text; raises UserError otherwise."""
    decoder = codecs.getincrementaldecoder("utf-16")("strict")
    size = controls = 0
    try:
        for block in _blocks(stream):
            controls, size = _count(decoder.decode(block), controls, size)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        message = Said("berkas UTF-16 ini rusak atau terpotong", "this UTF-16 file is damaged or cut off")
        raise UserError(message, path=path, hint=_SAVE_AS) from None
    if _many(controls, size):
        raise UserError(_BINARY, path=path)
    return "utf-16"


def _count(text: str, controls: int, size: int) -> tuple[int, int]:
    """Add the control characters and the length of *text*; a NUL counts as very many."""
    seen = text.encode("ascii", "ignore")
    nul = 1 << 60 if 0 in seen else 0
    return controls + nul + len(seen) - len(seen.translate(None, _CONTROL)), size + len(text)


def _utf8_fault(stream: BinaryIO) -> int | None:
    """Return the line (1-based) of the first byte that is not UTF-8, or None."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    line = 1
    try:
        for block in _blocks(stream):
            decoder.decode(block)
            line += block.count(b"\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        stream.seek(0)
        return line + bytes(error.object[: error.start]).count(b"\n")
    return None


def _plausible_cp1252(stream: BinaryIO) -> bool:
    """Say whether the bytes look like cp1252 text: no undefined byte, few high ones, and not UTF-8 with a scratch.

    A multi-byte UTF-8 sequence ("â€“" in cp1252) is no accident: where such sequences are at least as many as the bytes
    that do not fit, the file is damaged UTF-8, and reading it as cp1252 would spoil its words in silence.
    """
    lenient = codecs.getincrementaldecoder("utf-8")("ignore")
    size = high = sequences = covered = 0
    for block in _blocks(stream):
        if len(block) != len(block.translate(None, _UNDEFINED)):
            return False
        size += len(block)
        high += len(block) - len(block.translate(None, _HIGH))
        wide = [char for char in lenient.decode(block) if char > "\x7f"]
        sequences += len(wide)
        covered += len("".join(wide).encode())
    return high * 10 <= size * 3 and sequences < max(1, high - covered)
