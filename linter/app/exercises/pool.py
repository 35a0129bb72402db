"""The examples that exercises are drawn from: those whose label no careful reader doubts, and which the rules read alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from zlib import crc32

import msgspec

from linter.app.analyser import Analyser
from linter.app.exercises.levels import LevelSets, read_sets
from linter.app.exercises.tidy import is_arguable, is_plain, is_tidy
from linter.app.labelled import Labels, corpus, labelled
from linter.io.data import data_dir
from linter.io.files import text_of
from linter.language.numbers import DURATIONS
from linter.model import Checked, Item, Said, Target

SURE, FAIRLY = 0.85, 0.70
"""Confidence (0–1) from which a reading is sure, and fairly sure; below it a question is hard."""
CLASSES = ("pencapaian", "aktivitas", "kategori")
FAULTS = {
    "tanpa_ukuran": Said("Belum menyebut ukuran", "It names no measure"),
    "melingkar": Said("Hanya mengukur bahwa pekerjaan dilakukan", "It only measures that the work is done"),
    "target": Said(
        "Target tidak cocok dengan ukurannya, atau tanpa satuan", "The target does not fit the measure, or has no unit"
    ),
    "baik": Said("Sudah baik", "It is good"),
}
"""What may be wrong with an indicator, one thing at a time."""
_NOTES: dict[str, frozenset[str]] = {
    "tanpa_ukuran": frozenset({"M001", "M002", "M011"}),
    "melingkar": frozenset({"M003"}),
    "target": frozenset({"X003", "X005", "T003"}),
    "baik": frozenset(),
}
"""The notes that say what is wrong; a card with another one would be explained beside its key."""
_NATURAL = {
    "kuantitas": {("count", "satuan")},
    "kualitas": {("share", "bagian"), ("quality", "bagian"), ("quality", "nilai")},
    "waktu": {("time", "waktu")},
    "biaya": {("cost", "uang")},
}
"""Aspect → what its indicators measure by, and what their targets are counted in, where nobody could take it for another."""
_PASSIVE = frozenset({"V_PASS", "V_TER"})
TRAPS = {
    "me": Said(
        "Verba me- belum tentu kegiatan: lihat siapa yang berbuat, dan apa predikatnya.",
        "An active verb is not yet an activity: see who acts, and what the predicate is.",
    ),
    "di": Said(
        "Verba di- atau ter- belum tentu hasil: lihat apa yang dinyatakan.",
        "A passive verb is not yet a result: see what is stated.",
    ),
    "sisipan": Said(
        "Di dalamnya ada verba di-, tetapi bukan predikatnya.",
        "There is a passive verb in it, but it is not the predicate.",
    ),
    "tindakan": Said(
        "Kata pertamanya nama proses, tetapi ada keadaan yang dinyatakan tentangnya.",
        "Its first word names a process, but a state of it is stated.",
    ),
    "semu": Said(
        "Bahasanya hasil, tetapi isinya hanya kegiatan tanpa standar.",
        "Worded as a result, but all it says is that work was done, without a standard.",
    ),
}
"""What misleads a hasty reader, by its name."""


class Card(msgspec.Struct, frozen=True):
    """A labelled text with what the rules say of it: how hard it is, what misleads, what is wrong with it."""

    item: Item
    labels: Labels
    level: str
    traps: tuple[str, ...] = ()
    fault: str = ""
    natural: bool = False
    """Whether an indicator is good, and its measure and target are what its aspect alone has."""
    counts: bool = False
    """Whether an indicator counts things, of which it can be argued whether they only show that work was done."""


class Pool(msgspec.Struct, frozen=True):
    """All that can be drawn: statements, indicators, sets of levels, and statements on which careful people may differ."""

    statements: tuple[Card, ...]
    indicators: tuple[Card, ...]
    levels: LevelSets
    open: tuple[Item, ...]

    def half(self, *, tests: bool) -> Pool:
        """Return what tests are drawn from, or else what all other papers are, so that practice gives no test away."""
        levels = msgspec.structs.replace(self.levels, sets=self.levels.sets[tests::2])
        return Pool(
            tuple(card for card in self.statements if _is_for_tests(card.item.text) is tests),
            tuple(card for card in self.indicators if _is_for_tests(card.item.rk or "") is tests),
            levels,
            self.open,
        )

    @classmethod
    def of(cls, analyser: Analyser) -> Pool:
        """Return what the labelled corpus that is shipped gives, as *analyser* reads it."""
        statements, indicators, doubtful = list[Card](), list[Card](), list[Item]()
        for item, labels in chain(corpus(), _cards()):
            if not (is_tidy(item.text) and is_plain(analyser.reader.parse(item.text))):
                continue
            if item.part == "indikator":
                indicators += _indicator(item, labels, analyser.check(item), analyser.reader.target(item.target))
            elif not labels.clear and labels.class_ in CLASSES:
                doubtful.append(item)
            elif labels.clear and labels.class_ in CLASSES:
                statements += _statement(item, labels, analyser.check(item))
        differed = {item.text for item in doubtful}
        sure = {card.item.text: card for card in statements if card.item.text not in differed}
        measures = {card.item.text: card for card in indicators}
        discussed = {item.text: item for item in doubtful if _has_rival(analyser, item)}
        return cls(tuple(sure.values()), tuple(measures.values()), read_sets(), tuple(discussed.values()))


def _has_rival(analyser: Analyser, item: Item) -> bool:
    """Tell whether a rule that did not decide would have given *item* another class, so that there is something to discuss."""
    explained = analyser.explain(item.text)
    verdict = explained.checked.verdict
    return verdict is not None and any(t.held and t.class_ != verdict.class_ for t in explained.trace)


def _is_for_tests(text: str) -> bool:
    """Tell whether *text* is for tests alone: so is one half of all, the same for every seed."""
    return crc32(text.encode()) % 2 == 0


def _cards() -> Iterator[tuple[Item, Labels]]:
    """Yield the labelled indicators that were written for exercises."""
    file = data_dir("corpus") / "latihan" / "indikator.jsonl"
    return labelled(text_of(file.read_bytes(), "corpus/latihan/indikator.jsonl"))


def _statement(item: Item, labels: Labels, checked: Checked) -> Iterator[Card]:
    """Yield the card of a statement that the rules read as it is labelled."""
    verdict, parse = checked.verdict, checked.parse
    if is_arguable(checked):
        return
    if verdict is None or parse is None or (verdict.class_, verdict.semu) != (labels.class_, labels.semu):
        return
    tags = [word.tag for word in parse.words]
    said = parse.words[parse.verb.head].tag if parse.verb else ""
    result = labels.class_ == "pencapaian"
    traps = [
        name
        for name, there in (
            ("me", result and "V_ACT" in tags),
            ("di", not result and said in _PASSIVE),
            ("sisipan", not result and said not in _PASSIVE and "V_PASS" in tags[1:]),
            ("tindakan", result and not labels.semu and "process" in parse.words[0].reading.features),
            ("semu", labels.semu),
        )
        if there
    ]
    if verdict.confidence >= SURE:
        level = "sedang" if traps else "mudah"
    else:
        level = "sedang" if verdict.confidence >= FAIRLY else "sulit"
    yield Card(item, labels, level, tuple(traps))


def _indicator(item: Item, labels: Labels, checked: Checked, target: Target | None) -> Iterator[Card]:
    """Yield the card of an indicator with one fault at most, on which the rules have a note where it has one, and none else."""
    facts = checked.indicator
    if facts is None or not (labels.clear and item.rk and item.target and item.aspek and is_tidy(item.rk)):
        return
    if labels.target_ok is None or item.target.count("(") != item.target.count(")"):
        return
    given = labels.measure, labels.circular, labels.target_ok
    found = [
        name
        for name, wrong in zip(
            FAULTS, (labels.measure is False, labels.circular, labels.target_ok is False), strict=False
        )
        if wrong
    ]
    others = labels.vague or labels.multi or labels.absolute
    if len(found) <= 1 and not others and given == (facts.measure, facts.circular, facts.target_ok):
        fault = found[0] if found else "baik"
        codes = {finding.code for finding in checked.findings}
        if codes <= _NOTES[fault] and bool(codes) is bool(found):
            level = "mudah" if fault in {"tanpa_ukuran", "baik"} else "sedang"
            kinds = {(measure.kind, _kind_of(target)) for measure in facts.measures}
            natural = fault == "baik" and bool(kinds) and kinds <= _NATURAL.get(labels.aspect or "", set())
            counts = any(measure.kind == "count" for measure in facts.measures)
            yield Card(item, labels, level, fault=fault, natural=natural, counts=counts)


def _kind_of(target: Target | None) -> str:
    """Return what a target is counted in: uang, waktu, bagian (percent), nilai (of a scale), or satuan; "" for no figure."""
    if target is None or target.form in {"naratif", "kosong"}:
        return ""
    unit = (target.unit or "").split(" ")[0]
    if target.form == "uang":
        return "uang"
    if target.form in {"tenggat", "bulan", "frekuensi"} or unit in DURATIONS:
        return "waktu"
    if unit == "%":
        return "bagian"
    return "satuan" if unit and target.form not in {"indeks", "predikat"} else "nilai"
