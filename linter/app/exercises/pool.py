"""The examples that exercises are drawn from: those whose label no careful reader doubts, and which the rules read alike."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from linter.app.analyser import Analyser
from linter.app.labelled import Labels, corpus
from linter.io.data import data_dir
from linter.io.files import text_of
from linter.io.yamlsafe import load_tree
from linter.language.numbers import DURATIONS
from linter.model import Checked, Item, Said, Target
from linter.model.shape import fit

SURE, FAIRLY = 0.85, 0.70
"""Confidence (0–1) from which a reading is sure, and fairly sure; below it a question is hard."""
_LONGEST = 140
"""Characters of a text that a class can read at a glance."""
CLASSES = ("pencapaian", "aktivitas", "kategori")
FAULTS = {
    "tanpa_ukuran": Said("Belum menyebut ukuran", "It names no measure"),
    "melingkar": Said("Hanya mengukur bahwa pekerjaan dilakukan", "It only measures that the work is done"),
    "target": Said("Target tidak cocok dengan ukurannya", "The target does not fit the measure"),
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
_SPELLING = "E"
"""The family of notes about how words are written."""
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
        "Di dalamnya ada verba di- atau ter-, tetapi bukan predikatnya.",
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


class LevelSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Results of four levels of one office, from that of its head to that of those who carry it out."""

    topik: str
    jpt: str
    administrator: str
    pengawas: str
    pelaksana: str

    def of(self, level: str) -> str:
        """Return the result of *level*, one of the four."""
        return {"jpt": self.jpt, "administrator": self.administrator, "pengawas": self.pengawas}.get(
            level, self.pelaksana
        )


class LevelSets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What each level answers for, and sets of results that show it."""

    alasan: dict[str, Said]
    sets: tuple[LevelSet, ...]


class Pool(msgspec.Struct, frozen=True):
    """All that can be drawn: statements, indicators, sets of levels, and statements on which careful people may differ."""

    statements: tuple[Card, ...]
    indicators: tuple[Card, ...]
    levels: LevelSets
    open: tuple[Item, ...]

    @classmethod
    def of(cls, analyser: Analyser) -> Pool:
        """Return what the labelled corpus that is shipped gives, as *analyser* reads it."""
        statements, indicators, doubtful = list[Card](), list[Card](), list[Item]()
        for item, labels in corpus():
            if not _tidy(item.text):
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
        discussed = {item.text: item for item in doubtful}
        return cls(tuple(sure.values()), tuple(measures.values()), read_sets(), tuple(discussed.values()))


def _tidy(text: str) -> bool:
    """Tell whether *text* can stand on a paper as it is: one line of moderate length, without numbering and marks around it."""
    return (
        len(text) <= _LONGEST
        and text[:1].isupper()
        and not text.isupper()
        and (text[-1].isalnum() or text[-1] in ")%")
        and text.isprintable()
    )


def read_sets() -> LevelSets:
    """Return the sets of levels that are shipped; raises UserError with the place where they cannot be read."""
    file = data_dir("corpus") / "latihan" / "jenjang.yaml"
    source = text_of(file.read_bytes(), "corpus/latihan/jenjang.yaml")
    return fit(load_tree(source.read(), source.path), LevelSets)


def _statement(item: Item, labels: Labels, checked: Checked) -> Iterator[Card]:
    """Yield the card of a statement that the rules read as it is labelled."""
    verdict, parse = checked.verdict, checked.parse
    if _is_arguable(checked) or any(finding.code.startswith(_SPELLING) for finding in checked.findings):
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
            ("sisipan", not result and said not in _PASSIVE and not _PASSIVE.isdisjoint(tags)),
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


def _is_arguable(checked: Checked) -> bool:
    """Tell whether a class would rather argue: a result that is a noun phrase, a name of work that begins with an act."""
    verdict, parse = checked.verdict, checked.parse
    if verdict is None or parse is None or not parse.words:
        return True
    nominal = parse.form.startswith("nomina")
    return nominal and (
        verdict.class_ == "pencapaian"
        or (verdict.class_ == "kategori" and "process" in parse.words[0].reading.features)
    )


def _indicator(item: Item, labels: Labels, checked: Checked, target: Target | None) -> Iterator[Card]:
    """Yield the card of an indicator with one fault at most, on which the rules have a note where it has one, and none else."""
    facts = checked.indicator
    if facts is None or not (labels.clear and item.rk and item.target and item.aspek):
        return
    labelled = labels.measure, labels.circular, labels.target_ok
    found = [
        name
        for name, wrong in zip(
            FAULTS, (labels.measure is False, labels.circular, labels.target_ok is False), strict=False
        )
        if wrong
    ]
    others = labels.vague or labels.multi or labels.absolute
    if len(found) <= 1 and not others and labelled == (facts.measure, facts.circular, facts.target_ok):
        fault = found[0] if found else "baik"
        codes = {finding.code for finding in checked.findings}
        if codes <= _NOTES[fault] and bool(codes) is bool(found):
            level = "mudah" if fault in {"tanpa_ukuran", "baik"} else "sedang"
            kinds = {(measure.kind, _kind_of(target)) for measure in facts.measures}
            natural = fault == "baik" and bool(kinds) and kinds <= _NATURAL.get(labels.aspect or "", set())
            yield Card(item, labels, level, fault=fault, natural=natural)


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
