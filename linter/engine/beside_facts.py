"""Facts of an indicator or a target together with what stands beside it: its target, and the rencana kinerja above it."""

from __future__ import annotations

import re
from typing import Any

from linter.engine.facts import Facts, Registry
from linter.engine.phrases import phrases_in, phrases_of
from linter.language.numbers import DURATIONS

BESIDE: Registry = Registry()
fact = BESIDE


@fact("rk_tags", "Jenis kata yang ada dalam rencana kinerja di atasnya (LIM dan TIME bila menyebut tenggat).")
def _rk_tags(f: Facts) -> Any:
    return frozenset(w.tag for w in f.rk.words) if f.rk else frozenset()


@fact(
    "risk",
    "Kata bahaya dalam teks atau rencana kinerja di atasnya: nyawa, cedera, keamanan negara, kerugian uang yang besar "
    "(rules/lists/risiko), atau benda yang hilang atau salahnya berbahaya (benda-berisiko, musibah).",
)
def _risk(f: Facts) -> Any:
    words = (*f.parse.words, *(f.rk.words if f.rk else ()))
    dangers = f.lists.get("risiko", frozenset())
    found = {w.lower for w in words if w.lower in dangers or w.lemma in dangers}
    for first, last in phrases_in(words, phrases_of(dangers)):
        found.add(" ".join(w.lower for w in words[first : last + 1]))
    things, harms = f.lists.get("benda-berisiko", frozenset()), f.lists.get("musibah", frozenset())
    if any(w.lower in harms for w in words):
        found |= {w.lower for w in words if w.lower in things}
    return frozenset(found)


@fact(
    "akar_bersama",
    "Banyaknya akar kata (benda, verba, sifat) indikator yang juga ada pada rencana kinerja di atasnya; kosong tanpa rencana.",
    number=True,
)
def _shared(f: Facts) -> Any:
    if f.rk is None:
        return None
    own, above = ({w.lemma for w in parse.words if w.tag[:1] in "NVA"} for parse in (f.parse, f.rk))
    return len(own & above)


@fact("target_words", "Kata-kata dalam teks target, huruf kecil.")
def _target_words(f: Facts) -> Any:
    return frozenset(_WORD.findall((f.item.target or "").lower()))


@fact("target_number", "Benar bila teks target memuat angka, kosong tanpa target.", ("true", "false"))
def _target_number(f: Facts) -> Any:
    written = f.item.target or ""
    return any(c.isdecimal() for c in written) if written.strip() else None


@fact(
    "target_unit_kind",
    "Jenis satuan target: waktu (hari), uang, persen, kali, skala (nilai, poin), energi (kWh, liter), atau benda; kosong "
    "tanpa satuan.",
    ("waktu", "uang", "persen", "kali", "skala", "energi", "benda"),
)
def _target_unit_kind(f: Facts) -> Any:
    unit = f.target.unit if f.target is not None else None
    first = unit.split(" ")[0] if unit else ""
    return next((kind for kind, units in _UNIT_KINDS if first in units), "benda") if first else None


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_UNIT_KINDS = (
    (
        "waktu",
        DURATIONS | {"bln", "dtk", "hk", "jp", "jpl", "kuartal", "mgg", "mnt", "periode", "sem", "smt", "thn", "tw"},
    ),
    ("uang", frozenset({"eur", "rp", "rupiah", "usd"})),
    ("persen", frozenset({"%"})),
    ("kali", frozenset({"kali", "x"})),
    (
        "skala",
        frozenset({"indeks", "index", "level", "nilai", "poin", "point", "predikat", "skala", "skor", "tingkat"}),
    ),
    ("energi", frozenset({"kilowatt", "kubik", "kwh", "liter", "m3", "watt"})),
)


@fact(
    "day_kinds", "Jenis hari pada lama yang disebut teks: hari, hari kerja, hari kalender, atau singkatannya (hr, hk)."
)
def _day_kinds(f: Facts) -> Any:
    spans = (w.lower for w in f.parse.words if w.tag in {"PAREN", "QTY"})
    return frozenset(found[1] for said in spans if (found := _DAYS.search(said)))


_DAYS = re.compile(r"\b((?:hari|hr)(?: kerja| kalender)?|hk)(?: \))?\Z")


@fact(
    "target_with_unit",
    "Target bersama satuan yang sudah jelas dari indikatornya (12 laporan; 98%); kosong bila targetnya sudah bersatuan atau "
    "satuannya tidak dapat diketahui.",
)
def _target_with_unit(f: Facts) -> Any:
    measures = f.indicator.measures if f.indicator is not None else ()
    written = (f.item.target or "").strip()
    t = f.target
    if (
        not measures
        or t is None
        or t.unit
        or t.form not in {"angka", "rentang", "batas"}
        or not written[-1:].isdecimal()
    ):
        return None
    if measures[0].kind == "share":
        return f"{written}%"
    thing = measures[0].thing
    head = f.parse.words[thing.head] if thing is not None else None
    if measures[0].kind != "count" or head is None or not head.is_noun or "process" in head.reading.features:
        return None
    return f"{written} {head.lower.split(' ')[0]}"
