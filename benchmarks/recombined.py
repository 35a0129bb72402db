"""Statements recombined from the labelled corpus: the object of one, the frame of another, a qualifier of a third …

Rows of a form are made of them too: a rencana kinerja with an indicator and its target.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import msgspec
from gold import Indicator, Statement, indicators, statements

AGENCIES = ("Dinas", "Badan", "Bagian", "Subbagian", "UPTD", "Kantor", "Bidang", "Seksi")
AFFAIRS = (
    "Perikanan", "Pertanian", "Kesehatan", "Pendidikan", "Perhubungan", "Kearsipan", "Kebudayaan", "Perdagangan",
    "Penanaman Modal", "Lingkungan Hidup", "Pekerjaan Umum", "Tata Ruang", "Kepegawaian", "Keuangan", "Organisasi",
    "Hukum", "Umum", "Perencanaan", "Pemberdayaan Masyarakat", "Kependudukan", "Statistik", "Persandian",
)  # fmt: skip
PLACES = ("Tirtamulya", "Sukaraya", "Wanasari", "Argapura", "Muaralaga", "Bumirejo", "Karangjati", "Lembahsari")
WORDS = 12
"""Words in a text, about; a frame is taken at random and filled up to here."""


class Row(msgspec.Struct, frozen=True):
    """A row of a form as it is filled in."""

    rk: str
    aspect: str
    indicator: str
    target: str


def recombined(n: int, seed: int = 7) -> list[str]:
    """Return *n* distinct statements of about WORDS words, the same for the same *seed*."""
    found: dict[str, None] = {}
    for text in recombinations(seed):
        found[text] = None
        if len(found) >= n:
            break
    return list(found)


def recombinations(seed: int = 7) -> Iterator[str]:
    """Yield statements without end; now and then one comes again."""
    choose = random.Random(seed)
    frames = [s for s in statements() if s.object and s.expected != "tanpa kelas" and s.text.count(s.object) == 1]
    objects = [s.object for s in frames if s.object and 1 < len(s.object.split()) < 7]
    qualifiers = [q.text for s in frames for q in s.qualifiers if len(q.text.split()) > 1]
    while True:
        yield _recombine(choose, choose.choice(frames), objects, qualifiers)


def rows(n: int, seed: int = 7) -> list[Row]:
    """Return *n* rows: distinct statements, each with a labelled indicator that is told of another office, and its target."""
    choose = random.Random(seed)
    known = [i for i in indicators() if i.target and len(i.indikator.split()) < WORDS]
    return [_row(choose, rk, choose.choice(known)) for rk in recombined(n, seed)]


def _row(choose: random.Random, rk: str, told: Indicator) -> Row:
    place = f"pada {choose.choice(AGENCIES)} {choose.choice(AFFAIRS)} Kabupaten {choose.choice(PLACES)}"
    return Row(rk, told.aspek or "", f"{told.indikator} {place}", told.target or "")


def _recombine(choose: random.Random, frame: Statement, objects: list[str], qualifiers: list[str]) -> str:
    assert frame.object
    place = frame.text.index(frame.object)
    noun = choose.choice(objects)
    if choose.random() < 0.5:
        noun = f"{noun} {choose.choice(AFFAIRS)}"
    if place == 0 or not noun[:2].isupper():
        noun = (noun[:1].upper() if place == 0 else noun[:1].lower()) + noun[1:]
    text = frame.text[:place] + noun + frame.text[place + len(frame.object) :]
    if len(text.split()) < WORDS - 4:
        text = f"{text} {choose.choice(qualifiers)}"
    if len(text.split()) < WORDS - 2:
        text = f"{text} pada {choose.choice(AGENCIES)} {choose.choice(AFFAIRS)}"
        text = f"{text} Kabupaten {choose.choice(PLACES)}" if choose.random() < 0.5 else text
    return f"{text} tahun {choose.randint(2024, 2027)}" if len(text.split()) < WORDS else text
