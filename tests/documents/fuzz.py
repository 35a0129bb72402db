"""Mutated files of every format, each of which must give a result or one clear error: ``python tests/documents/fuzz.py [N]``."""

from __future__ import annotations

import io
import random
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator

from writers import WRITERS

from linter.documents.read import read_data
from linter.model import Document, UserError

ROWS = (
    ("SASARAN KINERJA PEGAWAI",),
    ("Nama", "Melati", "Nama", "Mawar"),
    ("Jabatan", "Arsiparis", "Jabatan", "Camat"),
    ("NO", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR", "TARGET"),
    ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
    ("A. KINERJA UTAMA",),
    (
        "1",
        "Arsip terkelola",
        "Berkas tertata\nmenurut seri",
        "Kuantitas\nWaktu",
        "Jumlah berkas\nLama cari",
        "12 boks\n5 menit",
    ),
    ("", "", "", "Kualitas", "Persentase berkas ditemukan", "95 %"),
    ("PERILAKU KERJA",),
)
MERGES = ("A7:A8", "C7:C8")
DRAFT = """\
regime: p6-2022-kuantitatif
periode: {mulai: 2026-01-01, akhir: 2026-12-31}
pegawai: {jabatan: Arsiparis, unit_kerja: Bidang Arsip}
utama:
  - rhk: Berkas tertata menurut seri
    abaikan: {C001: sudah dibahas}
    indikator: [{teks: Jumlah berkas, aspek: kuantitas, target: 12 boks}]
tambahan: []
"""
SEEDS = {suffix: write(ROWS, MERGES) for suffix, write in WRITERS.items()} | {".yaml": DRAFT.encode()}
PIECES = (
    b"",
    b"\x00",
    b"<",
    b"&#0;",
    b'"',
    b";",
    b"\xff\xfe",
    b"<!DOCTYPE a>",
    b"99999999999",
    b"-1",
    b"\n",
    b"A" * 5000,
    b"{",
    b"\xc3",
)


def mutated(data: bytes, random_: random.Random) -> bytes:
    """Return *data* with a few of its bytes changed, cut out, doubled, or put in."""
    out = bytearray(data)
    for _ in range(random_.randint(1, 6)):
        first = random_.randrange(len(out) + 1)
        last = min(len(out), first + random_.choice((1, 1, 2, 8, 64)))
        what = random_.randrange(4)
        if what == 0 and first < len(out):
            out[first] = random_.randrange(256)
        elif what == 1:
            del out[first:last]
        elif what == 2:
            out[first:first] = out[first:last] * random_.randint(1, 3)
        else:
            out[first:first] = random_.choice(PIECES)
    return bytes(out)


def repacked(data: bytes, random_: random.Random) -> bytes:
    """Return the packed parts of *data* with one of them mutated."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = random_.choice(old.namelist())
        for name in old.namelist():
            new.writestr(name, mutated(old.read(name), random_) if name == chosen else old.read(name))
    return out.getvalue()


def files(n: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield *n* mutated files with the ending of their format."""
    random_ = random.Random(seed)
    for _ in range(n):
        suffix = random_.choice(sorted(SEEDS))
        data = SEEDS[suffix]
        packed = data[:2] == b"PK" and random_.random() < 0.8
        yield suffix, repacked(data, random_) if packed else mutated(data, random_)


def outcome(suffix: str, data: bytes) -> str:
    """Return what became of a file: "dibaca" or "galat"; whatever else is raised is a bug."""
    try:
        for found in read_data(data, f"a{suffix}"):
            if isinstance(found, Document):
                for item in found.items:
                    assert item.text
            elif found.fatal:
                assert "\n" not in found.reason.id
                return "galat"
    except UserError as error:
        assert "\n" not in str(error)
        return "galat"
    return "dibaca"


def main() -> int:
    """Print how many of each format were read, and how many gave an error."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    counted = Counter((suffix, outcome(suffix, data)) for suffix, data in files(n))
    for (suffix, what), number in sorted(counted.items()):
        print(f"{suffix:6} {what:8} {number:6}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
