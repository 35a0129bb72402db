"""Which way is better: fewer complaints, a shorter wait, more that is good (Permen PANRB 8/2021, Lampiran, hlm. 91).

Words decide, from rules/lists: ukuran-makin-rendah, ukuran-makin-tinggi, akar-penanganan, lama-tanpa-arah.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.engine.facts import Facts
from linter.language.numbers import DURATIONS
from linter.model import Measured, Word


def polarity_of(f: Facts, first: Measured) -> str | None:
    """Return "rendah" where less of what *first* measures is better, "tinggi" where more is, None where that is unknown."""
    words = f.parse.words[first.head.last + 1 :]
    worse = f.lists.get("ukuran-makin-rendah", frozenset())
    about = next((n for n, w in enumerate(words) if w.lower not in _CASES and "measure" not in w.reading.features), 0)
    itself = first.kind != "time" and any(
        w.lower in worse for w in f.parse.words[first.head.first : first.head.last + 1]
    )
    if itself or any(_has(w, worse) for w in words[about : about + 1]):
        mended = f.lists.get("akar-penanganan", frozenset())
        if any(w.tag in {"NEG", "TANPA"} for w in words):  # kebakaran yang tidak merambat
            return None
        return "tinggi" if any(w.lemma in mended for w in words) else "rendah"
    return _time_polarity(f, first, words) if first.kind == "time" else _is_good(f, first)


_CASES = frozenset({"kasus", "kejadian", "peristiwa"})
"""Nouns that only count what follows them: "jumlah kasus kecelakaan"."""


def _is_good(f: Facts, first: Measured) -> str | None:
    """Return "tinggi" where what is measured is good, None where that is unknown: "penduduk miskin", "tidak lengkap".

    "akta kematian" is a document, whatever it is of; "tidak ditolak" is good.
    """
    worse, better = f.lists.get("ukuran-makin-rendah", frozenset()), f.lists.get("ukuran-makin-tinggi", frozenset())
    head = f.parse.words[first.thing.head] if first.thing is not None else None
    named = head is not None and bool(head.reading.features & {"doc", "event", "process"})
    skipped = range(first.thing.first, first.thing.last + 1) if named and first.thing else range(0)
    good = any(q.standard and q.type in {"kesesuaian", "waktu"} for q in f.parse.qualifiers)
    for n in range(first.head.first, len(f.parse.words)):
        word, before = f.parse.words[n], f.parse.words[n - 1] if n else None
        negated = before is not None and (before.tag in {"NEG", "TANPA"} or before.lower in {"belum", "kurang"})
        bad = _has(word, worse) and n not in skipped
        if (bad and not negated) or (negated and not bad):
            return None
        good = good or bad or _has(word, better)
    return "tinggi" if good else None


def _has(word: Word, listed: frozenset[str]) -> bool:
    return word.lower in listed or word.lemma in listed


def _time_polarity(f: Facts, first: Measured, words: Sequence[Word]) -> str | None:
    """Return the polarity of a measure of time: on time is better, sooner is better; a length that is given is neither."""
    head = first.head.text.lower()
    if any("tepat" in w.lower for w in f.parse.words[: first.head.last + 2]):
        return "tinggi"
    lasting = f.lists.get("lama-tanpa-arah", frozenset())
    speed = "cepat" in head and not (f.target and f.target.unit and f.target.unit.split(" ")[0] in DURATIONS)
    given = any(token in lasting for token in head.split()) or any(_has(w, lasting) for w in words[:3])
    return None if speed or given else "rendah"
