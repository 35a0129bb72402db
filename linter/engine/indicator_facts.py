"""Facts of an indicator: what it measures, of what, its aspect, and what its target says."""

from __future__ import annotations

import re
from typing import Any

from linter.engine.facts import FactInfo, Facts, Registry
from linter.engine.polarity import polarity_of
from linter.language.numerals import number
from linter.model import Measured, Phrase, Word

INDICATOR: Registry = Registry()
fact = INDICATOR

KINDS = ("count", "share", "quality", "time", "cost", "rate", "other")
ASPECTS = ("kuantitas", "kualitas", "waktu", "biaya")
_RUN_TOGETHER = re.compile(rf"(?:{'|'.join(ASPECTS)})\s+(?:{'|'.join(ASPECTS)})")
_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"\(\s?\d{1,3}\s?[-–]\s?\d{1,3}\s?\)")
"""The ends of a scale in brackets: (1–5)."""
_FASTER = ("kecepatan", "penyelesaian")
"""How the aspect waktu is called besides (Peraturan BRIN 1/2023, pasal 7): kecepatan penyelesaian."""


@fact("aspek", "Aspek pada baris indikator sebagaimana tertulis, huruf kecil.")
def _aspek(f: Facts) -> Any:
    return f.item.aspek.strip().lower() if f.item.aspek and f.item.aspek.strip() else None


@fact("aspects", "Aspek yang disebut pada baris indikator; aspek boleh dipadukan (Kuantitas/Kualitas).", ASPECTS)
def _aspects(f: Facts) -> Any:
    written = (f.item.aspek or "").lower()
    named = {aspect for aspect in ASPECTS if aspect in written}
    return frozenset(named | ({"waktu"} if any(word in written for word in _FASTER) else set()))


@fact(
    "stacked",
    "Benar bila indikator ini berdiri bertumpuk dengan yang lain dalam satu sel, atau selnya memuat beberapa aspek.",
    ("true", "false"),
)
def _stacked(f: Facts) -> Any:
    at = f.item.at
    below = ("row" in at or "cell" in at) and at.get("line", 1) > 1
    return below or bool(_RUN_TOGETHER.search((f.item.aspek or "").lower()))


@fact(
    "uneven",
    "Benar bila sel aspek, indikator, dan target berisi baris yang tidak sama banyak.",
    ("true", "false"),
)
def _uneven(f: Facts) -> Any:
    counts = [len(text.strip().splitlines()) for text in (f.item.aspek, f.item.text, f.item.target) if text]
    return sum(count > 1 for count in counts) > 1 and len(set(counts)) > 1


def _indicator_fact(name: str, about: str, values: tuple[str, ...] = ("true", "false")) -> None:
    def get(f: Facts) -> Any:
        return getattr(f.indicator, name) if f.indicator is not None else None

    INDICATOR["indicator_" + name] = FactInfo("indicator_" + name, about, values, get)


_indicator_fact("measure", "Indikator menyebut sesuatu yang diukur.")
_indicator_fact("form", "Bentuk indikator.", ("ukuran", "pencapaian", "aktivitas", "kategori", "produk"))
_indicator_fact("circular", "Indikator hanya mengukur bahwa pekerjaan dilakukan.")
_indicator_fact("vague", "Kata mutu tanpa standar atau objek kabur memegang makna indikator.")
_indicator_fact("multi", "Dua ukuran atau lebih dalam satu indikator.")
_indicator_fact("time", "Ada tenggat, lama, frekuensi, atau tepat waktu pada indikator atau targetnya.")
_indicator_fact("aspect", "Aspek yang paling sesuai dengan indikator.", ASPECTS)
_indicator_fact("target_ok", "Angka dan satuan target sesuai dengan ukurannya; kosong bila tanpa target.")
_indicator_fact("absolute", "Indikator atau targetnya mutlak (100 %, nol, semua, selalu …).")


# -- what is measured


def _first(f: Facts) -> Measured | None:
    return f.indicator.measures[0] if f.indicator is not None and f.indicator.measures else None


def _word(f: Facts, phrase: Phrase | None) -> Word | None:
    return f.parse.words[phrase.head] if phrase is not None else None


@fact("measure_kind", "Jenis ukuran pertama (jumlah, bagian, mutu, waktu, biaya, laju).", KINDS)
def _measure_kind(f: Facts) -> Any:
    first = _first(f)
    return first.kind if first else None


@fact("measure_head", "Kata ukuran pertama, huruf kecil (jumlah, rata-rata waktu, indeks).")
def _measure_head(f: Facts) -> Any:
    first = _first(f)
    return first.head.text.lower() if first else None


@fact("measured", "Hal yang diukur, huruf kecil (laporan triwulan; pemahaman peserta).")
def _measured(f: Facts) -> Any:
    first = _first(f)
    return first.thing.text.lower() if first and first.thing else None


@fact("measured_head", "Kata inti dari hal yang diukur, huruf kecil.")
def _measured_head(f: Facts) -> Any:
    first = _first(f)
    word = _word(f, first.thing if first else None)
    return word.lower.split(" ")[0] if word else None


@fact("measured_kind", "Ciri kata inti dari hal yang diukur (process, event, doc, person …).")
def _measured_kind(f: Facts) -> Any:
    first = _first(f)
    word = _word(f, first.thing if first else None)
    return word.reading.features if word else frozenset()


@fact("measured_words", "Kata-kata dari hal yang diukur, huruf kecil.")
def _measured_words(f: Facts) -> Any:
    first = _first(f)
    thing = first.thing if first else None
    words = f.parse.words[thing.first : thing.last + 1] if thing else ()
    return frozenset(token for word in words for token in word.lower.split(" "))


@fact("population", "Keseluruhan tempat bagiannya diambil (dari seluruh permohonan; per 1.000 penduduk).")
def _population(f: Facts) -> Any:
    first = _first(f)
    return first.population.text.lower() if first and first.population else None


@fact("measured_conditions", "Banyaknya syarat yang harus dipenuhi hal yang diukur (yang …, sesuai …).", number=True)
def _conditions(f: Facts) -> Any:
    first = _first(f)
    return len(first.conditions) if first else None


@fact(
    "polarity",
    "Arah yang lebih baik: rendah untuk keluhan, kesalahan, waktu dan biaya; tinggi untuk hal yang disyaratkan baik; kosong "
    "bila tidak dapat diketahui.",
    ("rendah", "tinggi"),
)
def _polarity(f: Facts) -> Any:
    first = _first(f)
    return polarity_of(f, first) if first is not None else None


# -- the target


@fact("target", "Teks target, huruf kecil.", cues=("#target",))
def _target(f: Facts) -> Any:
    return f.item.target.strip().lower() if f.item.target and f.item.target.strip() else None


@fact(
    "target_form",
    "Bentuk target.",
    ("angka", "rentang", "batas", "tenggat", "frekuensi", "indeks", "predikat", "uang", "bulan", "naratif", "kosong"),
)
def _target_form(f: Facts) -> Any:
    return f.target.form if f.target else None


@fact("target_words", "Kata-kata dalam target, huruf kecil.")
def _target_words(f: Facts) -> Any:
    return frozenset(_WORD.findall((f.item.target or "").lower()))


@fact("target_unit", "Satuan target, huruf kecil (% untuk persen).")
def _target_unit(f: Facts) -> Any:
    return f.target.unit if f.target else None


@fact("target_low", "Batas bawah target (angka).", number=True)
def _target_low(f: Facts) -> Any:
    return f.target.low if f.target else None


@fact("target_high", "Batas atas target (angka).", number=True)
def _target_high(f: Facts) -> Any:
    return f.target.high if f.target else None


@fact("target_count", "Banyaknya target dalam satu sel.", number=True)
def _target_count(f: Facts) -> Any:
    return 1 + len(f.target.others) if f.target else 0


@fact(
    "target_range",
    "Urutan batas sebuah rentang: naik (90–95), sama (90–90), terbalik (95–90).",
    ("naik", "sama", "terbalik"),
)
def _target_range(f: Facts) -> Any:
    t = f.target
    if t is None or t.form != "rentang" or t.low is None or t.high is None:
        return None
    return "terbalik" if t.reversed else "sama" if t.low == t.high else "naik"


@fact(
    "target_scale",
    "Letak target pada skala yang disebut dalam target atau indikatornya: dalam, luar; kosong tanpa skala.",
    ("dalam", "luar"),
)
def _target_scale(f: Facts) -> Any:
    t = f.target
    scale = (t.scale or _stated_scale(f.item.text)) if t else None
    if t is None or scale is None or t.high is None:
        return None
    return "dalam" if scale[0] <= (t.low if t.low is not None else t.high) and t.high <= scale[1] else "luar"


_SCALE = re.compile(
    r"\bskala\s(\d{1,4}(?:,\d)?)(?:\s?(?:[-–]|s\.d\.|sampai)\s?(\d{1,4}(?:,\d)?))?(?![\d:.,]*\d|\s?:)", re.IGNORECASE
)
"""The scale that an indicator states ("(skala 1–4)", "skala 100"); the scale of a map (1:25.000) is none."""


def _stated_scale(text: str) -> tuple[float, float] | None:
    found = _SCALE.search(text)
    if found is None:
        return None
    ends = [number(end) or 0.0 for end in found.groups() if end]
    return (ends[0], ends[1]) if len(ends) > 1 else (0.0, ends[0])


@fact(
    "scale_named",
    "Benar bila skala ukurannya disebut dalam indikator atau targetnya: skala 1–4, (1–5), 77,5 dari 100.",
    ("true", "false"),
)
def _scale_named(f: Facts) -> Any:
    t = f.target
    if t is not None and (t.scale is not None or t.total is not None):
        return True
    said = f"{f.item.text} {f.item.target or ''}".lower()
    return "skala" in said or _ENDS.search(said) is not None


@fact(
    "target_move",
    "Letak target terhadap data awal yang disebut: naik, turun, tetap; kosong tanpa data awal.",
    ("naik", "turun", "tetap"),
)
def _target_move(f: Facts) -> Any:
    t = f.target
    if t is None or t.baseline is None:
        return None
    low, high = (t.low if t.low is not None else t.high), (t.high if t.high is not None else t.low)
    if low is None or high is None:
        return None
    return "naik" if low > t.baseline else "turun" if high < t.baseline else "tetap"


@fact("source", "Sumber data indikator; kosong tetapi ada kolomnya berarti teks kosong.")
def _source(f: Facts) -> Any:
    return f.item.source.strip().lower() if f.item.source is not None else None


@fact("source_words", "Kata-kata dalam sumber data, huruf kecil.")
def _source_words(f: Facts) -> Any:
    return frozenset(_WORD.findall((f.item.source or "").lower()))


@fact("source_missing", "Benar bila formulir menanyakan sumber data dan selnya kosong.", ("true", "false"))
def _source_missing(f: Facts) -> Any:
    return f.item.source is not None and not f.item.source.strip()


# -- the rencana kinerja above


@fact("rk_words", "Akar kata rencana kinerja di atas indikator ini.")
def _rk_words(f: Facts) -> Any:
    return frozenset(w.lemma for w in f.rk.words) if f.rk else frozenset()


@fact("rk_shared", "Banyaknya akar kata benda yang sama dengan rencana kinerja di atasnya.", number=True)
def _rk_shared(f: Facts) -> Any:
    return len(_content(f.parse.words) & _content(f.rk.words)) if f.rk else None


def _content(words: tuple[Word, ...]) -> frozenset[str]:
    """Return the roots of the nouns and adjectives among *words*: what a text is about."""
    return frozenset(w.lemma for w in words if w.is_noun or w.tag in {"ADJ", "ADJR"})
