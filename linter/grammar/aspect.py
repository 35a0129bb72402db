"""Which aspect an indicator fits best: kuantitas, kualitas, waktu or biaya (dossier of aspects, annotation guide)."""

from __future__ import annotations

from collections.abc import Sequence

from linter.grammar.measure import MeasureReader
from linter.grammar.target import is_duration
from linter.model import Measured, Parse, Qualifier, Target, Word

AGE = frozenset({"usia", "umur"})


def aspect_of(
    parse: Parse, words: Sequence[Word], measures: Sequence[Measured], target: Target | None, reader: MeasureReader
) -> str:
    """Return the aspect of the indicator read as *parse*; *words* are its words without marks."""
    kind = measures[0].kind if measures else ""
    marks = [reader.marks(w) for w in words]
    if _about_time(parse, words, kind, target):
        return "waktu"
    money = any("money" in m for m in marks) and not any("doc" in w.reading.features for w in words[:2])
    if kind != "count" and (kind == "cost" or money or (target is not None and target.unit == "rp")):
        return "biaya"
    if target is not None and target.unit == "rp":
        return "biaya"
    if any("defect" in m for m in marks) or (kind in {"quality", "rate"} and any("by_quality" in m for m in marks)):
        return "kualitas"
    if kind == "count":
        return "kualitas" if any("lost" in reader.root_marks(w) for w in words) else "kuantitas"
    if kind == "share" and words[0].lower == "cakupan":
        return "kuantitas"
    if kind == "share" or not kind:
        return "kualitas" if _meets_standard(parse, words, reader) else "kuantitas"
    return "kualitas"


def is_time(word: Word) -> bool:
    """Tell whether *word* is a point in time or a frequency; a bare year only names a document, "this year" only points."""
    return word.tag == "TIME" and not word.reading.features & {"year", "period"}


def is_age(parse: Parse, qualifier: Qualifier) -> bool:
    """Tell whether a span of time is an age: "penduduk usia 5–6 tahun", "anak 0-18 tahun"."""
    phrase = qualifier.phrase
    before = parse.words[phrase.first - 1].lower if phrase.first else ""
    spans = parse.words[phrase.first].tag == "QTY" and ("-" in phrase.text or "–" in phrase.text)
    return before in AGE or spans


def _about_time(parse: Parse, words: Sequence[Word], kind: str, target: Target | None) -> bool:
    lower = {w.lower for w in words}
    if (
        kind == "time"
        or lower & {"tepat waktu", "ketepatan waktu"}
        or (len(words) > 1 and words[1].lower == "ketepatan")
    ):
        return True
    if any(q.type == "waktu" and q.standard and not is_age(parse, q) for q in parse.qualifiers):
        return True
    deadline = target is not None and (target.form in {"tenggat", "bulan"} or is_duration(target.unit))
    return not kind and deadline and parse.form not in {"nomina_tindakan", "verba_aktif"}


def _meets_standard(parse: Parse, words: Sequence[Word], reader: MeasureReader) -> bool:
    """Tell whether what is counted must be good: a quality, conformity, nothing wrong with it."""
    if any(q.type in {"mutu", "kesesuaian"} for q in parse.qualifiers):
        return True
    return any(w.tag in {"SESUAI", "TANPA", "NEG"} or "meets" in reader.root_marks(w) or _is_quality(w) for w in words)


def _is_quality(word: Word) -> bool:
    return word.tag == "ADJ" and bool(word.reading.features & {"vague", "firm"})
