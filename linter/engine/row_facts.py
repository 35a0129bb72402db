"""Facts of a rencana kinerja together with its indicators, and of the document as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from linter.engine.around import Totals
from linter.engine.facts import Facts, Registry
from linter.model import Parse

_WORD = re.compile(r"[\w-]+")
ROW: Registry = Registry()
fact = ROW


@fact("indicators", "Banyaknya indikator di bawah rencana kinerja.", number=True)
def _indicators(f: Facts) -> Any:
    return len(f.around.below)


@fact("above", "Rencana kinerja atasan yang dirujuk rencana kinerja ini.")
def _above(f: Facts) -> Any:
    return f.around.above


@fact("makro", "Hasil pembangunan (rules/lists/outcome-makro) yang menjadi pokok rencana kinerja ini.")
def _macro(f: Facts) -> Any:
    named = f.parse.object.text if f.parse.object is not None else ""
    words = " ".join(_WORD.findall(named.lower()))
    found = _named_in(named, f.lists.get("outcome-makro", frozenset()))
    return found if found is not None and words.startswith(found) else None


@fact("makro_atasan", "Hasil pembangunan (rules/lists/outcome-makro) yang disebut rencana atasannya.")
def _macro_above(f: Facts) -> Any:
    return _named_in(f.around.above or "", f.lists.get("outcome-makro", frozenset()))


def _named_in(text: str, listed: frozenset[str]) -> str | None:
    """Return the longest of the *listed* phrases that *text* has; None where it has none."""
    words = f" {' '.join(_WORD.findall(text.lower()))} "
    return max((phrase for phrase in listed if f" {phrase} " in words), key=len, default=None)


@fact("twin", "Rencana kinerja lain dalam dokumen yang sama yang angka dan kata pertamanya sama, yang paling mirip.")
def _twin(f: Facts) -> Any:
    return f.around.twin


@fact("kemiripan_kembar", "Kemiripan (0–100) akar katanya dengan rencana kinerja itu.", number=True, cues=("#twin",))
def _twin_likeness(f: Facts) -> Any:
    return f.around.twin_likeness if f.around.twin is not None else None


@fact(
    "field_share",
    "Bagian (0–1) dari akar kata benda dan sifat teks ini yang juga ada pada jabatan, unit, penilai, rencana atasan, atau "
    "kinerja utama.",
    number=True,
)
def _field_share(f: Facts) -> Any:
    own = content(f.parse)
    return len(own & f.around.field) / len(own) if own else 0.0


def content(parse: Parse) -> frozenset[str]:
    """Return the roots of the nouns and adjectives of a text: what it is about."""
    return frozenset(w.lemma for w in parse.words if w.is_noun or w.tag in {"ADJ", "ADJR", "V_NYA"})


@fact("standard_text", "Standar yang disebut rencana kinerja, dengan kata-katanya sendiri.")
def _standard_text(f: Facts) -> Any:
    return "; ".join(q.phrase.text for q in f.parse.qualifiers if q.standard)


@fact("measures_named", "Ukuran yang dipakai indikator-indikatornya, huruf kecil.")
def _measures_named(f: Facts) -> Any:
    heads = (m.head.text.lower() for b in f.around.below if b.indicator for m in b.indicator.measures)
    return ", ".join(dict.fromkeys(heads))


@fact("time_named", "Indikator atau target pertama yang menyebut waktu.")
def _time_named(f: Facts) -> Any:
    timed = next((b for b in f.around.below if b.indicator is not None and b.indicator.time), None)
    return " | ".join(filter(None, (timed.item.text.strip(), (timed.item.target or "").strip()))) if timed else None


@fact("move_named", "Target pertama yang menyebut data awal.")
def _move_named(f: Facts) -> Any:
    return next((b.item.target for b in f.around.below if b.target is not None and b.target.baseline is not None), None)


def _total(name: str, about: str, get: Callable[[Totals], int]) -> None:
    def found(f: Facts) -> Any:
        return get(f.around.totals) if f.around.totals is not None else None

    ROW(name, about, number=True)(found)


_total("count_utama", "Banyaknya rencana kinerja utama.", lambda t: t.utama)
_total("count_tambahan", "Banyaknya rencana kinerja tambahan.", lambda t: t.tambahan)
_total("count_measured", "Banyaknya rencana kinerja yang punya indikator.", lambda t: t.measured)
_total("most_indicators", "Banyaknya indikator pada rencana kinerja yang indikatornya terbanyak.", lambda t: t.most)
_total(
    "count_forms",
    "Banyaknya cara menyusun rencana kinerja dalam satu dokumen: Ter…nya X, X di-/ter-…, kata benda.",
    lambda t: len(t.forms),
)
_total(
    "count_same_sets",
    "Banyaknya rencana kinerja yang indikator dan targetnya berpola sama.",
    lambda t: max(t.sets.values(), default=0),
)


@fact(
    "same_sets_share",
    "Bagian (0–1) dari rencana kinerja berindikator yang indikator dan targetnya berpola sama.",
    number=True,
)
def _same_sets_share(f: Facts) -> Any:
    totals = f.around.totals
    return max(totals.sets.values(), default=0) / totals.measured if totals is not None and totals.measured else 0.0
