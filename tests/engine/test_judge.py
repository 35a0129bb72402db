"""Judging: which class rule decides, how severe a note is and with what force, what is dropped and what is silenced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
import yaml

from linter.app import Analyser
from linter.engine import Facts, Judge, RuleSet
from linter.language import Inflection, build_lexicon
from linter.model import Finding, Header, Item, Silence, Verdict

Build = Callable[..., RuleSet]
Judged = Callable[..., tuple[Verdict | None, tuple[Finding, ...]]]
NO_WORDS = Inflection(build_lexicon({}))
P6 = "p6-2022-kuantitatif"
ALWAYS = {"fact": "length", "at_least": 0}


def class_rule(code: str, class_: str | None, priority: int, **more: Any) -> dict[str, Any]:
    """Return a class rule that holds of every text and says nothing, unless *more* says otherwise."""
    reading = {"yes": [{"text": "a"}], "no": [{"text": "b"}]}
    return {
        "code": code, "name": f"uji-{code.lower()}", "kind": "class", "class": class_, "part": "rencana_kinerja",
        "priority": priority, "confidence": 0.9, "status": "stable", "since": "0.1", "when": ALWAYS, "examples": reading,
    } | more  # fmt: skip


def flag(code: str, **more: Any) -> dict[str, Any]:
    """Return a rule that notes something on every text."""
    examples = {"bad": [{"text": "a"}], "good": [{"text": "b"}]}
    return {
        "code": code, "name": f"uji-{code.lower()}", "kind": "flag", "part": "rencana_kinerja", "severity": "warning",
        "status": "stable", "since": "0.1", "when": ALWAYS, "examples": examples, "message": {"id": "Catatan."},
        "why": {"id": "Sebab."},
    } | more  # fmt: skip


NOTE = {"severity": "error", "message": {"id": "M"}, "why": {"id": "W"}, "examples": flag("S900")["examples"]}


@pytest.fixture
def judged(build: Build, analyser: Analyser) -> Judged:
    """Judge a text by rules given as plain data."""

    def judge(
        rules: Sequence[dict[str, Any]], text: str = "Menata arsip", *, silences: Sequence[Silence] = (), **around: Any
    ) -> tuple[Verdict | None, tuple[Finding, ...]]:
        files = {f"aturan/{r['code']}-{r['name']}.yaml": yaml.safe_dump(r) for r in rules}
        rule_set = build(files)
        part = around.pop("part", "rencana_kinerja")
        regime = around.pop("regime", P6)
        item = Item(text, part, {"line": 1, "column": 1}, **around)
        facts = Facts(item, analyser.reader.parse(text), Header(), regime, rule_set.lists)
        return Judge(rule_set, tuple(rule_set.rules.values()), NO_WORDS).judge(facts, silences)

    return judge


# -- the class


def test_the_highest_priority_that_holds_decides(judged: Judged) -> None:
    rules = [
        class_rule("C901", "kategori", 10),
        class_rule("C902", "pencapaian", 30, when={"fact": "form", "is": "nomina"}),
        class_rule("C903", "aktivitas", 20),
    ]
    verdict, findings = judged(rules)
    assert verdict is not None
    assert (verdict.class_, verdict.decided_by, verdict.decided_name) == ("aktivitas", "C903", "uji-c903")
    assert [(r.code, r.class_) for r in verdict.runners_up] == [("C901", "kategori")]
    assert findings == ()


def test_what_excepts_a_rule_keeps_it_from_deciding(judged: Judged) -> None:
    rules = [
        class_rule("C901", "kategori", 10),
        class_rule("C902", "aktivitas", 20, unless={"fact": "verb", "exists": True}),
    ]
    verdict, _ = judged(rules)
    assert verdict is not None
    assert verdict.decided_by == "C901"


def test_only_other_classes_are_runners_up_and_three_of_them_at_most(judged: Judged) -> None:
    rules = [class_rule("C909", "aktivitas", 99), class_rule("C908", "aktivitas", 98)]
    rules += [class_rule(f"C90{n}", "kategori", n) for n in range(1, 6)]
    verdict, _ = judged(rules)
    assert verdict is not None
    assert [r.code for r in verdict.runners_up] == ["C905", "C904", "C903"]


def test_of_equal_priorities_the_lower_code_decides(judged: Judged) -> None:
    verdict, _ = judged([class_rule("C905", "aktivitas", 7), class_rule("C904", "aktivitas", 7)])
    assert verdict is not None
    assert verdict.decided_by == "C904"


def test_a_part_without_class_rules_has_no_verdict(judged: Judged) -> None:
    assert judged([class_rule("C901", "kategori", 10)], part="target") == (None, ())


def test_where_no_class_rule_holds_the_class_is_unknown(judged: Judged) -> None:
    verdict, _ = judged([class_rule("C901", "kategori", 10, when={"fact": "form", "is": "nomina"})])
    assert verdict == Verdict(None, confidence=0.3)


def test_a_rule_speaks_in_its_regimes_only(judged: Judged) -> None:
    rules = [class_rule("C901", "kategori", 10), class_rule("C902", "aktivitas", 20, regimes=[P6])]
    for regime, code in ((P6, "C902"), ("p8-2021-dasar", "C901")):
        verdict, _ = judged(rules, regime=regime)
        assert verdict is not None
        assert verdict.decided_by == code


@pytest.mark.parametrize(
    ("text", "said", "confidence"),
    [
        ("Menata arsip", 0.9, 0.9),
        ("Menata arsip", 1.0, 0.98),
        ("Menata arsip", 0.1, 0.3),
        ("Menggrafuliskan arsip", 0.9, 0.69),  # a head word that is guessed
        ("Merekam di dan atas", 0.9, 0.8),  # words without a place
    ],
)
def test_confidence(judged: Judged, text: str, said: float, confidence: float) -> None:
    verdict, _ = judged([class_rule("C901", "aktivitas", 10, confidence=said)], text)
    assert verdict is not None
    assert verdict.confidence == confidence


# -- severity and force


@pytest.mark.parametrize(
    ("confidence", "severity"), [(0.9, "error"), (0.85, "error"), (0.84, "warning"), (0.7, "warning"), (0.6, "info")]
)
def test_a_class_is_an_error_at_high_confidence_only(judged: Judged, confidence: float, severity: str) -> None:
    basis = [{"source": "Buku", "place": "hlm. 1", "force": "pedoman"}]
    _, (finding,) = judged([class_rule("C901", "aktivitas", 10, confidence=confidence, basis=basis, **NOTE)])
    assert finding.severity == severity


def test_a_class_without_a_basis_is_no_error(judged: Judged) -> None:
    _, (finding,) = judged([class_rule("C901", "aktivitas", 10, confidence=0.95, **NOTE)])
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("force", "severity"),
    [("wajib", "error"), ("konsistensi", "error"), ("pedoman", "warning"), ("saran", "warning")],
)
def test_another_note_is_an_error_by_obligation_only(judged: Judged, force: str, severity: str) -> None:
    basis = [{"source": "Buku", "place": "hlm. 1", "force": force}]
    _, (finding,) = judged([flag("S900", severity="error", basis=basis)])
    assert (finding.severity, finding.force, finding.basis) == (severity, force, (f"Buku, hlm. 1 ({force})",))


BASES = [
    {"source": "Lama", "place": "1", "force": "wajib", "regimes": ["p6-2022-kuantitatif"]},
    {"source": "Umum", "place": "2", "force": "pedoman"},
]


def test_the_force_is_the_strongest_basis_that_holds_in_the_regime(judged: Judged) -> None:
    _, (here,) = judged([flag("S900", severity="error", basis=BASES)], regime=P6)
    _, (there,) = judged([flag("S900", severity="error", basis=BASES)], regime="p8-2021-dasar")
    _, (nowhere,) = judged([flag("S900", severity="error", basis=BASES[:1])], regime="p8-2021-dasar")
    assert (here.force, here.severity, here.basis) == ("wajib", "error", ("Lama, 1 (wajib)", "Umum, 2 (pedoman)"))
    assert (there.force, there.severity, there.basis) == ("pedoman", "warning", ("Umum, 2 (pedoman)",))
    assert (nowhere.force, nowhere.severity, nowhere.basis) == ("saran", "warning", ())


@pytest.mark.parametrize(
    ("section", "asal", "severities"),
    [
        ("utama", "sendiri", ["warning"]),
        ("tambahan", "sendiri", ["info"]),
        ("tambahan", "katalog", ["info"]),
        ("utama", "katalog", []),
    ],
)
def test_the_first_condition_that_holds_sets_the_severity(
    judged: Judged, section: str, asal: str, severities: list[str]
) -> None:
    cases = [
        {"when": {"fact": "bagian", "is": "tambahan"}, "severity": "info"},
        {"when": {"fact": "asal", "is": "katalog"}, "severity": "off"},
    ]
    _, findings = judged([flag("S900", severity_when=cases)], section=section, asal=asal)
    assert [f.severity for f in findings] == severities


# -- what a note says, and where


@pytest.mark.parametrize(
    ("more", "marked"),
    [
        ({}, "Menata"),
        ({"mark": "object"}, "arsip kuno"),
        ({"mark": "teks"}, "Menata arsip kuno dengan rapi"),
        ({"mark": "vague"}, "Menata arsip kuno dengan rapi"),
        ({"when": {"pattern": [{"LOWER": "kuno"}]}}, "kuno"),
        ({"when": {"any": [{"pattern": [{"LOWER": "peta"}]}, {"pattern": [{"LOWER": "arsip"}, {}]}]}}, "arsip kuno"),
        ({"when": {"all": [ALWAYS, {"not": {"pattern": [{"LOWER": "peta"}]}}]}}, "Menata"),
        ({"when": {"pattern": [{"LOWER": "kuno"}]}, "mark": "verb"}, "Menata"),
    ],
)
def test_where_a_note_stands(judged: Judged, more: dict[str, Any], marked: str) -> None:
    text = "Menata arsip kuno dengan rapi"
    _, (finding,) = judged([flag("S900", **more)], text)
    assert text[finding.start : finding.end] == marked


def test_what_a_note_says(judged: Judged) -> None:
    rule = flag(
        "S900",
        message={"id": "'{verb}' atas '{object}' oleh '{subject}'"},
        why={"id": "{Object} {hasil}; {pasif}; {match}"},
        suggest=[{"id": "{Object} {hasil} ‹kapan›"}, {"id": "{subject} dihapus karena kosong"}],
    )
    _, (finding,) = judged([rule], "Menata Arsip kuno")
    assert finding.message == "'Menata' atas 'arsip kuno' oleh '…'"
    assert finding.why == "Arsip kuno tertata; ditata; Menata"
    assert finding.suggestions == ("Arsip kuno tertata ‹kapan›",)


@pytest.mark.parametrize(
    ("text", "replacement"),
    [("Evaluasi aktifitas warga", "aktivitas"), ("Aktifitas warga", "Aktivitas"), ("AKTIFITAS WARGA", "AKTIVITAS")],
)
def test_a_replacement_keeps_the_case(judged: Judged, text: str, replacement: str) -> None:
    rule = flag(
        "E900",
        when={"pattern": [{"LOWER": "@pasangan"}]},
        fix={"kind": "replace", "safety": "aman", "list": "@pasangan"},
    )
    _, (finding,) = judged([rule], text)
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert (text[edit.start : edit.end].lower(), edit.text, finding.fix.safety) == ("aktifitas", replacement, "aman")


def test_notes_stand_in_the_order_of_the_text_the_graver_first(judged: Judged) -> None:
    here = {"pattern": [{"LOWER": "arsip"}]}
    rules = [
        flag("S903", when=here),
        flag("S902", when=here, severity="info"),
        flag("S901", when=here),
        flag("S904", when={"pattern": [{"LOWER": "menata"}]}, severity="info"),
    ]
    _, findings = judged(rules)
    assert [f.code for f in findings] == ["S904", "S901", "S903", "S902"]


# -- what is dropped, what is silenced


def test_a_note_replaces_others_at_its_own_place(judged: Judged) -> None:
    rules = [flag("S901"), flag("S902", mark="object"), flag("S903", replaces=["S901", "S902"])]
    _, findings = judged(rules)
    assert [f.code for f in findings] == ["S903", "S902"]


@pytest.mark.parametrize(
    ("silence", "suppressed"),
    [
        (Silence(("S900",), "kata pimpinan"), "kata pimpinan"),
        (Silence(("uji-s900",), None), ""),
        (Silence(("S901",), "lain"), None),
    ],
)
def test_a_silence_names_a_code_or_a_name(judged: Judged, silence: Silence, suppressed: str | None) -> None:
    _, (finding,) = judged([flag("S900")], silences=[silence])
    assert finding.suppressed == suppressed


def test_a_rule_that_was_not_chosen_still_gives_the_class(build: Build, analyser: Analyser) -> None:
    rule = class_rule("C901", "aktivitas", 10, **NOTE)
    rules = build({"aturan/C901-uji-c901.yaml": yaml.safe_dump(rule)})
    item = Item("Menata arsip", "rencana_kinerja", {"line": 1, "column": 1})
    facts = Facts(item, analyser.reader.parse(item.text), Header(), P6, {})
    verdict, findings = Judge(rules, (), NO_WORDS).judge(facts)
    assert verdict is not None
    assert (verdict.class_, findings) == ("aktivitas", ())


def test_the_trace_names_every_class_rule_and_the_one_that_decided(build: Build, analyser: Analyser) -> None:
    texts = [
        class_rule("C901", "kategori", 10),
        class_rule("C902", "pencapaian", 30, when={"fact": "form", "is": "nomina"}),
        class_rule("C903", "aktivitas", 20),
    ]
    rules = build({f"aturan/{r['code']}-{r['name']}.yaml": yaml.safe_dump(r) for r in texts})
    item = Item("Menata arsip", "rencana_kinerja", {"line": 1, "column": 1})
    trace = Judge(rules, (), NO_WORDS).trace(Facts(item, analyser.reader.parse(item.text), Header(), P6, {}))
    assert [(t.file.code, t.held, t.decided) for t in trace] == [
        ("C902", False, False),
        ("C903", True, True),
        ("C901", True, False),
    ]


# -- the rules as they are shipped


@pytest.mark.parametrize(
    ("regime", "force"),
    [
        ("p8-2021-dasar", "wajib"),
        ("p8-2021-pengembangan", "wajib"),
        ("p6-2022-kuantitatif", "pedoman"),
        ("p6-2022-kualitatif", "pedoman"),
    ],
)
@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("C001", "Merawat pompa air kelurahan"),
        ("C002", "Pendataan penyandang disabilitas"),
        ("C003", "Penyuluhan"),
        ("C004", "Layanan rekam medis"),
    ],
)
def test_the_four_faults_of_class_are_obligatory_in_the_older_regimes_alone(
    analyser: Analyser, code: str, text: str, regime: str, force: str
) -> None:
    item = Item(text, "rencana_kinerja", {"line": 1, "column": 1})
    (finding,) = [f for f in analyser.check(item, regime=regime).findings if f.code == code]
    assert (finding.force, finding.severity) == (force, "error")
    assert not any("wajib" in basis for basis in finding.basis if force == "pedoman")


@pytest.mark.parametrize("text", ["Merawat pompa air kelurahan", "Pendataan penyandang disabilitas", "Penyuluhan"])
def test_in_the_additional_part_a_fault_of_class_is_a_hint(analyser: Analyser, text: str) -> None:
    item = Item(text, "rencana_kinerja", {"line": 1, "column": 1}, section="tambahan")
    assert {f.severity for f in analyser.check(item).findings if f.code[0] == "C"} == {"info"}


def test_inherited_text_shows_its_class_and_gets_no_error(analyser: Analyser) -> None:
    for asal in ("pk", "katalog", "direktif"):
        item = Item("Peningkatan mutu pembelajaran berhitung", "rencana_kinerja", {"line": 1, "column": 1}, asal=asal)
        checked = analyser.check(item)
        assert checked.verdict is not None
        assert checked.verdict.class_ == "aktivitas"
        assert not [f for f in checked.findings if f.severity in ("error", "warning")]
