"""Which aspect an indicator fits best: kuantitas, kualitas, waktu or biaya (dossier of aspects, annotation guide)."""

from __future__ import annotations

from collections.abc import Sequence

from linter.grammar.target import is_duration
from linter.model import Parse, Target, Word

TIME_HEADS = frozenset({"waktu", "lama", "kecepatan", "durasi", "ketepatan", "jangka", "batas", "masa", "tanggal"})
COST_HEADS = frozenset({"biaya", "anggaran", "belanja", "serapan", "penyerapan", "efisiensi", "penghematan", "pnbp"})
QUALITY_HEADS = frozenset(
    {
        "indeks",
        "indek",
        "nilai",
        "skor",
        "tingkat",
        "predikat",
        "opini",
        "level",
        "peringkat",
        "akurasi",
        "kualitas",
        "mutu",
    }
)
COUNT_HEADS = frozenset({"jumlah", "banyaknya", "volume", "luas", "panjang", "frekuensi", "kapasitas"})
SHARE_HEADS = frozenset({"persentase", "prosentase", "presentase", "proporsi", "cakupan", "rasio"})

_MONEY = {"biaya", "anggaran", "belanja", "pnbp", "kas", "pendapatan", "pagu", "rupiah"}
_DEFECTS = {
    "keluhan", "kesalahan", "temuan", "koreksi", "kejadian", "komplain", "error", "ralat", "kekeliruan", "gangguan", "revisi",
    "galat", "cacat", "kecelakaan",
}  # fmt: skip
_STANDARD_ROOTS = {
    "lulus", "menang", "hasil", "taat", "patuh", "padan", "sesuai", "lolos", "benar", "puas", "manfaat", "guna", "akurat",
    "valid", "lengkap", "sertifikat", "penuh", "selaras", "jatuh", "hilang",
}  # fmt: skip


def aspect_of(parse: Parse, words: Sequence[Word], head: str, target: Target | None) -> str:
    """Return the aspect of the indicator read as *parse*; *words* are its words without marks, *head* its measure."""
    lower = {w.lower for w in words}
    unit = target.unit if target is not None else None
    if _about_time(parse, words, head, target):
        return "waktu"
    if unit == "rp" or (
        lower & _MONEY and head not in COUNT_HEADS and not any("doc" in w.reading.features for w in words[:2])
    ):
        return "biaya"
    if lower & _DEFECTS or (head == "rata-rata" and lower & QUALITY_HEADS):
        return "kualitas"
    if head in QUALITY_HEADS:
        return "kualitas"
    if head in COUNT_HEADS or head == "cakupan":
        return "kualitas" if {w.lemma for w in words} & {"jatuh", "hilang"} else "kuantitas"
    if head in SHARE_HEADS or not head:
        return "kualitas" if _meets_standard(parse, words) else "kuantitas"
    return "kualitas"


def is_time(word: Word) -> bool:
    """Tell whether *word* is a point in time or a frequency; a bare year only names a document."""
    return word.tag == "TIME" and "year" not in word.reading.features


def _about_time(parse: Parse, words: Sequence[Word], head: str, target: Target | None) -> bool:
    lower = {w.lower for w in words}
    if (
        head in TIME_HEADS
        or lower & {"tepat waktu", "ketepatan waktu"}
        or (len(words) > 1 and words[1].lower == "ketepatan")
    ):
        return True
    if any(q.type == "waktu" and q.standard for q in parse.qualifiers):
        return True
    deadline = target is not None and (target.form in ("tenggat", "bulan") or is_duration(target.unit))
    return not head and deadline and parse.form not in ("nomina_tindakan", "verba_aktif")


def _meets_standard(parse: Parse, words: Sequence[Word]) -> bool:
    """Tell whether what is counted must be good: a quality, conformity, nothing wrong with it."""
    if any(q.type in ("mutu", "kesesuaian") for q in parse.qualifiers):
        return True
    return any(w.tag in ("SESUAI", "TANPA", "NEG") or w.lemma in _STANDARD_ROOTS or _is_quality(w) for w in words)


def _is_quality(word: Word) -> bool:
    return word.tag == "ADJ" and bool(word.reading.features & {"vague", "firm"})
