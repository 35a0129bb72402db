"""The facts of an indicator: what it measures, of what, and whether its target fits (annotation guide for indicators)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from linter.grammar.aspect import AGE, aspect_of, is_age, is_time
from linter.grammar.measure import MeasureReader
from linter.grammar.target import is_duration, target_inside
from linter.model import Indicator, Parse, Target, Word

_MARKS = frozenset({"PUNCT", "COMMA", "STOP"})
_TIMED_FORMS = ("tenggat", "bulan", "frekuensi")


class IndicatorLists(msgspec.Struct, frozen=True):
    """Word lists for reading indicators (lower case): vague words, vague objects, absolute words, set terms."""

    vague: frozenset[str] = frozenset()
    vague_objects: frozenset[str] = frozenset()
    absolute: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()


class IndicatorReader:
    """Reads the facts of indicators under the measure grammar and word lists."""

    def __init__(self, measures: MeasureReader, lists: IndicatorLists) -> None:
        self._measures = measures
        self._lists = lists

    def target_in(self, text: str, parse: Parse) -> str | None:
        """Return the target that stands in the indicator's own text: in brackets at its end, or as a limit."""
        inside = target_inside(text)
        if inside is not None:
            return inside
        last = parse.qualifiers[-1].phrase if parse.qualifiers else None
        limited = last is not None and parse.words[last.first].tag == "LIM" and last.last == len(parse.words) - 1
        return last.text if limited and last is not None else None

    def read(self, text: str, parse: Parse, class_: str | None, target: Target | None, target_text: str) -> Indicator:
        """Return the facts of the indicator *text* read as *parse*; *class_* is how it reads as a statement."""
        return _Facts(self._measures, self._lists, text, parse, class_, target, target_text).indicator()


class _Facts:
    """One indicator with its target."""

    def __init__(
        self, reader: MeasureReader, lists: IndicatorLists, text: str, parse: Parse, class_: str | None,
        target: Target | None, target_text: str,
    ) -> None:  # fmt: skip
        self.reader = reader
        self.lists = lists
        self.parse = parse
        self.class_ = class_
        self.target = target
        self.target_text = target_text.lower()
        self.words = [w for w in parse.words if w.tag not in _MARKS]
        self.measures = reader.read(text, parse.words)
        self.kind = self.measures[0].kind if self.measures else ""

    def indicator(self) -> Indicator:
        form = self._form()
        return Indicator(
            measure=bool(self.measures) or any(w.tag == "QTY" and "percent" in w.reading.features for w in self.words),
            form=form,
            circular=self._circular(form),
            vague=self._vague(),
            multi=len({m.head.text.lower() for m in self.measures}) > 1,
            time=self._time(),
            aspect=aspect_of(self.parse, self.words, self.measures, self.target, self.reader),
            target_ok=self._target_ok(form),
            absolute=self._absolute(),
            measures=self.measures,
        )

    def _form(self) -> str:
        if self.measures:
            return "ukuran"
        head = self.parse.words[self.parse.object.head] if self.parse.object else None
        if self.parse.form == "nomina" and head is not None and head.reading.features & {"doc", "thing"}:
            return "produk"
        return self.class_ if self.class_ in {"pencapaian", "aktivitas", "kategori"} else "produk"

    def _circular(self, form: str) -> bool:
        """Tell whether only the doing is measured: an act, a process or a line of work, with no condition it must meet."""
        if form == "aktivitas":
            return not self._any_root("improved") and not any(q.standard for q in self.parse.qualifiers)
        if form != "ukuran":
            return bool(self.words) and "done" in self.reader.root_marks(self.words[0]) and self.parse.form != "nomina"
        after = self._after_head()
        if not after:
            return False
        first = after[0]
        if first.lower in {"kegiatan", "tugas", "pekerjaan"} and self._any_root("done"):
            return True
        if self.kind == "time":
            year = self.target is not None and self.target.unit == "bulan" and self.target.low == 12
            return year and any("process" in w.reading.features for w in after[:2])
        if self.kind in {"cost", "rate"} or (self.kind == "quality" and self.words[0].lower != "tingkat"):
            return False
        if any(
            q.type in {"mutu", "kesesuaian", "relatif"} or (q.type == "waktu" and q.standard)
            for q in self.parse.qualifiers
        ):
            return False
        if "SESUAI" in {w.tag for w in self.words} or "counted" in self.reader.marks(first):
            return False
        return bool(first.reading.features & {"line", "process"}) and "outcome" not in self.reader.root_marks(first)

    def _any_root(self, mark: str) -> bool:
        return any(mark in self.reader.root_marks(w) for w in self.words)

    def _after_head(self) -> Sequence[Word]:
        """Return the words behind the first measure head."""
        last = self.measures[0].head.last if self.measures else -1
        return [w for w in self.parse.words[last + 1 :] if w.tag not in _MARKS]

    def _time(self) -> bool:
        """Tell whether a deadline, a duration, a frequency or "tepat waktu" stands in the indicator or its target."""
        words = self.words
        if self.kind == "time" or any(
            q.type == "waktu" and q.standard for q in self.parse.qualifiers if not is_age(self.parse, q)
        ):
            return True
        if "tepat waktu" in self.target_text or any("periodic" in w.reading.features for w in words[1:]):
            return True
        if any(w.lower in {"tepat waktu", "ketepatan waktu"} or is_time(w) for w in words):
            return True
        ages = any(w.lower in AGE for w in words)
        if not ages and any(w.tag == "QTY" and "duration" in w.reading.features and "-" not in w.text for w in words):
            return True
        target = self.target
        return target is not None and (target.form in _TIMED_FORMS or is_duration(target.unit))

    def _vague(self) -> bool:
        forms = [w.lower for w in self.words]
        if not self.lists.vague_objects.isdisjoint(forms):
            return True
        amounts = {a.lower for a, b in pairwise(self.words) if b.tag in {"QTY", "NUM"}}
        vague = self.lists.vague.intersection(forms) - amounts
        if not vague:  # most texts
            return False
        joined = f" {' '.join(forms)} "
        for term in self.lists.terms:
            joined = joined.replace(f" {term} ", " ")
        return not vague.isdisjoint(joined.split())

    def _absolute(self) -> bool:
        if any(w.lower in self.lists.absolute or w.tag == "NEG_ADA" for w in self.words):
            return True
        if any(
            w.tag == "QTY" and "percent" in w.reading.features and w.lower.split(" ")[0] in {"100", "0"}
            for w in self.words
        ):
            return True
        said = () if self.target is None else (self.target, *self.target.others)
        if any(t.low == 0.0 == t.high or (t.unit == "%" and t.low == 100.0 and t.form != "rentang") for t in said):
            return True
        return any(w in self.lists.absolute for w in self.target_text.split())

    def _target_ok(self, form: str) -> bool | None:
        """Tell whether the target's number and unit fit an indicator of *form*; None without a target."""
        target = self.target
        if target is None or target.form == "kosong":
            return None
        timed = target.form in {"tenggat", "bulan"} or is_duration(target.unit)
        if target.form == "naratif":
            return False
        if target.form == "predikat":
            return True
        unit, kind = target.unit, self.kind
        if kind == "share":
            return unit == "%"
        if kind == "time":
            return timed or target.form == "frekuensi" or unit == "%"
        if kind == "quality" and self.words[0].lower != "tingkat":
            return unit != "%"
        if kind == "count":
            return unit is not None and not timed and unit not in {"%", "skala", "indeks", "index"}
        if form == "pencapaian":
            return unit is not None or timed or target.form == "frekuensi"
        return (unit is not None or target.form == "frekuensi") and (form == "ukuran" or unit != "%")
