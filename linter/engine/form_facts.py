"""Facts of the form that a text stands in: whose it is, for when, and what it holds besides statements."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from linter.engine.facts import Facts, Registry
from linter.engine.fixes import Replacements

FORM: Registry = Registry()
fact = FORM

LEVELS = (
    "ahli_utama", "ahli_madya", "ahli_muda", "ahli_pertama", "penyelia", "mahir", "terampil", "pemula",
    "jpt", "administrator", "pengawas", "pelaksana",
)  # fmt: skip
"""Levels of posts, functional ones first (S3, Permen PANRB 7/2022); the words that name them stand in rules/lists."""
_FUNCTIONAL = LEVELS[:8]
_ACTING = re.compile(r"^\s*(?:plt|plh|pelaksana (?:tugas|harian))\b\.?\s*", re.IGNORECASE)
_KINDS = {"jf": frozenset({"jf", "fungsional"}), "ja": frozenset({"ja", "administrasi"})}


@fact(
    "formulir",
    "Benar bila dokumennya dikenali sebagai formulir SKP: ada pegawai dan pejabat penilainya, bukan daftar biasa.",
    ("true", "false"),
)
def _form_of_document(f: Facts) -> Any:
    return f.header.kind == "skp"


@fact(
    "form_fields", "Yang dimuat formulir selain rumusan: pegawai, pejabat_penilai, periode, perilaku, ak, perspektif …"
)
def _fields(f: Facts) -> Any:
    return f.header.fields


@fact("form_title", "Judul di atas formulir, huruf kecil.")
def _title(f: Facts) -> Any:
    return " ".join(f.header.title.lower().split()) if f.header.title else None


@fact(
    "form_kind",
    "Jenis formulir menurut jabatan: jpt, ja, jf; kosong bila jabatannya tidak diketahui.",
    ("jpt", "ja", "jf"),
)
def _form_kind(f: Facts) -> Any:
    level = _level_kind(f)
    if level is None:
        written = (f.header.level or "").lower().split()
        return next((kind for kind, names in _KINDS.items() if not names.isdisjoint(written)), None)
    return "jpt" if level == "jpt" else "jf" if level in _FUNCTIONAL else "ja"


@fact("level", "Jenjang atau jenis jabatan sebagaimana tertulis pada kepala SKP.")
def _level(f: Facts) -> Any:
    return f.header.level


@fact("level_kind", "Jenjang jabatan pada kepala SKP; kosong bila tidak disebut.", LEVELS)
def _level_kind(f: Facts) -> Any:
    return _named(f.pairs.get("jenjang-tertulis", {}), f.header.level, f.header.post)


@fact(
    "appraiser_level",
    "Jenjang jabatan pejabat penilai, tertulis atau menurut nama jabatannya; kosong bila tidak diketahui.",
    LEVELS,
)
def _appraiser_level(f: Facts) -> Any:
    said = _named(f.pairs.get("jenjang-tertulis", {}), f.header.appraiser_level, _without_acting(f.header.appraiser))
    return said or _named(f.pairs.get("jenjang-jabatan", {}), None, _without_acting(f.header.appraiser))


@fact(
    "penilai_menurut_tabel",
    "Benar bila jenjang penilai ada pada tabel (rules/lists/penilai-menurut-jenjang) untuk jenjang pegawai; kosong bila "
    "salah satunya tidak diketahui.",
    ("true", "false"),
)
def _appraiser_in_table(f: Facts) -> Any:
    own, theirs = _level_kind(f), _appraiser_level(f)
    allowed = f.pairs.get("penilai-menurut-jenjang", {}).get(own or "")
    return theirs in allowed.text.split(", ") if allowed is not None and theirs is not None else None


@fact(
    "lampiran_kosong",
    "Bagian lampiran SKP (rules/lists/bagian-lampiran) yang belum terisi; kosong bila tidak diketahui.",
)
def _annex_missing(f: Facts) -> Any:
    asked, held = f.lists.get("bagian-lampiran", frozenset()), f.header.annex
    return asked - held if held is not None else frozenset()


@fact("penugas", "Jabatan yang memberi tugas ini selain atasan langsung: ketua tim, pemilik kinerja.")
def _assigner(f: Facts) -> Any:
    return f.item.cells.get("dari")


@fact("penugas_unit_lain", "Benar bila yang memberi tugas ini dari unit atau instansi lain.", ("true", "false"))
def _assigner_elsewhere(f: Facts) -> Any:
    unit, own = f.item.cells.get("unit"), f.header.unit
    return unit is not None and (own is None or " ".join(unit.lower().split()) != " ".join(own.lower().split()))


def _without_acting(post: str | None) -> str | None:
    """Return a post without what says that its holder only acts: "Plt. Kepala Bidang"."""
    return _ACTING.sub("", post) if post else post


def _named(names: Replacements, written: str | None, post: str | None) -> str | None:
    """Return the level that a written level, else a post, names: a functional one before others, then the longest word.

    Of a post, a single word that names a structural level says nothing: Administrator Kesehatan, Pengawas Sekolah.
    """
    for text, whole in ((written, True), (post, False)):
        if not text:
            continue
        words = f" {' '.join(text.lower().split())} "
        found = [name for name in names if f" {name} " in words]
        found = [n for n in found if whole or " " in n or names[n].text in _FUNCTIONAL or names[n].text == "jpt"]
        best = max(found, key=lambda name: (names[name].text in _FUNCTIONAL, len(name)), default=None)
        if best is not None:
            return names[best].text
    return None


@fact("post_head", "Kata pertama nama jabatan, huruf kecil.")
def _post_head(f: Facts) -> Any:
    return f.header.post.lower().split()[0] if f.header.post and f.header.post.strip() else None


@fact("appraiser_words", "Kata-kata jabatan pejabat penilai, huruf kecil.")
def _appraiser_words(f: Facts) -> Any:
    return frozenset((f.header.appraiser or "").lower().replace(".", " ").split())


@fact(
    "identity",
    "Yang janggal pada identitas: nip (bukan 18 angka dengan tanggal lahir), penilai_sendiri (penilai dan yang dinilai sama).",
    ("nip", "penilai_sendiri"),
)
def _identity(f: Facts) -> Any:
    return f.header.oddities


@fact(
    "credits",
    "Angka kredit terbesar: tambahan_lebih_besar bila yang tambahan melebihi yang utama; kosong bila salah satunya tidak ada.",
    ("utama_lebih_besar", "tambahan_lebih_besar"),
)
def _credits(f: Facts) -> Any:
    if f.header.credits is None:
        return None
    main, extra = f.header.credits
    return "tambahan_lebih_besar" if extra > main else "utama_lebih_besar"


@fact("behaviours", "Nilai perilaku kerja yang dimuat formulir, huruf kecil.")
def _behaviours(f: Facts) -> Any:
    return frozenset(" ".join(value.lower().split()) for value in f.header.behaviours)


@fact("behaviours_missing", "Nilai perilaku kerja (rules/lists/nilai-perilaku) yang belum dimuat formulir.")
def _behaviours_missing(f: Facts) -> Any:
    return f.lists.get("nilai-perilaku", frozenset()) - _behaviours(f)


@fact("missing_fields", "Bagian kepala formulir yang belum ada: periode, pejabat penilai.")
def _missing(f: Facts) -> Any:
    asked = {"periode": "periode", "pejabat_penilai": "pejabat penilai"}
    return frozenset(said for field, said in asked.items() if field not in f.header.fields)


@fact("period_begin", "Tanggal dan bulan mulai masa penilaian, mis. 01-01.")
def _period_begin(f: Facts) -> Any:
    return f.header.period[0][5:] if f.header.period else None


@fact("period_end", "Tanggal dan bulan akhir masa penilaian, mis. 12-31.")
def _period_end(f: Facts) -> Any:
    return f.header.period[1][5:] if f.header.period else None


@fact("period_days", "Lama masa penilaian dalam hari; negatif bila akhirnya mendahului mulainya.", number=True)
def _period_days(f: Facts) -> Any:
    if f.header.period is None:
        return None
    try:
        begin, end = (date.fromisoformat(day) for day in f.header.period)
    except ValueError:
        return None
    return (end - begin).days + 1


@fact(
    "evidence_missing",
    "Benar bila formulir memuat bukti penugasan dan bukti untuk kinerja ini kosong.",
    ("true", "false"),
    cues=("#evidence",),
)
def _evidence_missing(f: Facts) -> Any:
    return f.item.evidence is not None and not f.item.evidence.strip(" -–—._…")
