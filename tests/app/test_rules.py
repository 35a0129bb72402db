"""Rules from the outside: their examples are tests, and a folder of one's own replaces and adds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.app import Analyser, ExampleOutcome, Settings, test_rules
from linter.app.resources import Resources
from linter.engine.messages import fields
from linter.io.yamlsafe import load_tree
from linter.model import Header, Item, Said, UserError

test_rules.__test__ = False  # type: ignore[attr-defined]
RULES = Path(__file__).resolve().parents[2] / "rules"
FILES = {path.stem[:4]: path for path in sorted(RULES.glob("*/[A-Z]???-*.yaml"))}
Write = Callable[..., str]


@pytest.fixture
def changed(tmp_path: Path) -> Write:
    """Write a rule of ours with some keys changed into a folder, and give the folder."""

    def write(code: str, **keys: Any) -> str:
        data = {**load_tree(FILES[code].read_text("utf-8"), code).data, **keys}
        path = tmp_path / f"{data['code']}-{data['name']}.yaml"
        path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
        return str(tmp_path)

    return write


def outcomes(folder: str, *codes: str) -> list[ExampleOutcome]:
    return list(test_rules(Settings(rule_dirs=(folder,), select=codes)))


def kinds(found: list[ExampleOutcome]) -> set[str]:
    return {outcome.kind for outcome in found}


# -- the examples of rules


@pytest.mark.parametrize("code", FILES)
def test_the_examples_of_a_rule_come_out_as_it_says(analyser: Analyser, code: str) -> None:
    found = list(analyser.under(Settings(select=("semua",))).test(frozenset({code})))
    assert len(found) >= 2
    assert [(o.kind, o.text, o.detail) for o in found if o.kind != "ok"] == []


def test_a_rule_that_does_not_speak_is_missing(changed: Write) -> None:
    found = outcomes(changed("P001", when={"fact": "clauses", "at_least": 99}), "P001")
    assert kinds(found) == {"ok", "missing"}
    missing = [o for o in found if o.kind == "missing"]
    assert all(o.code == "P001" and "dibaca" in o.detail.id for o in missing)


def test_a_rule_that_speaks_on_a_good_example_is_noisy(changed: Write) -> None:
    found = outcomes(changed("P001", when={"fact": "length", "at_least": 1}), "P001")
    assert kinds(found) == {"ok", "noisy"}
    assert all("contoh yang baik" in o.detail.id for o in found if o.kind == "noisy")


def test_a_rule_that_marks_another_place_is_misplaced(changed: Write) -> None:
    found = outcomes(changed("C001", mark="object"), "C001")
    assert kinds(found) == {"ok", "misplaced"}
    assert all("seharusnya" in o.detail.id for o in found if o.kind == "misplaced")


def test_a_reading_that_another_rule_takes_is_mislabelled(changed: Write) -> None:
    found = outcomes(changed("C100", when={"fact": "form", "is": "kosong"}), "C100")
    assert kinds(found) == {"ok", "mislabelled"}
    assert all("dibaca" in o.detail.id for o in found if o.kind == "mislabelled")


def test_a_reading_that_takes_too_much_is_noisy(changed: Write) -> None:
    found = outcomes(changed("C100", when={"fact": "length", "at_least": 1}), "C100")
    assert "seharusnya bukan" in " ".join(o.detail.id for o in found if o.kind == "noisy")


def test_a_good_example_with_an_error_of_another_rule_is_noisy_unless_allowed(changed: Write) -> None:
    examples = {"bad": [{"text": "Data lengkap; gedung terawat"}], "good": [{"text": "Menata gudang"}]}
    ours = Analyser(Settings(rule_dirs=(changed("P001", examples=examples),)))
    assert [o.detail.id for o in ours.test(frozenset({"P001"})) if o.kind == "noisy"] == [
        "contoh yang baik mendapat C001; dibaca aktivitas oleh C001"
    ]
    examples["good"] = [{"text": "Menata gudang", "allow": ["C001"]}]
    ours = Analyser(Settings(rule_dirs=(changed("P001", examples=examples),)))
    assert kinds(list(ours.test(frozenset({"P001"})))) == {"ok"}


def test_testing_one_rule_sees_the_errors_of_the_others(changed: Write) -> None:
    examples = {"bad": [{"text": "Data lengkap; gedung terawat"}], "good": [{"text": "Menata gudang"}]}
    assert kinds(outcomes(changed("P001", examples=examples), "P001")) == {"ok", "noisy"}


def test_the_rules_to_test_are_chosen_by_code(analyser: Analyser) -> None:
    found = list(analyser.test(frozenset({"C001", "P001"})))
    assert {o.code for o in found} == {"C001", "P001", "kegiatan"}  # and the ladder that C001 names
    assert len(list(analyser.test())) > 3 * len(FILES)


# -- both languages


def speaks_both(*texts: Said | None) -> bool:
    """Tell whether each text is there in both languages, not merely repeated, with the same fields."""
    return all(
        said.en and said.en != said.id and sorted(fields(said.en)) == sorted(fields(said.id)) for said in texts if said
    )


@pytest.mark.parametrize("code", FILES)
def test_a_rule_speaks_both_languages(resources: Resources, code: str) -> None:
    file = resources.rules.rules[code].file
    assert speaks_both(file.message, file.why, *file.suggest)


def test_regimes_and_profiles_speak_both_languages(resources: Resources) -> None:
    rules = resources.rules
    assert rules.regimes and all(speaks_both(regime.title) for regime in rules.regimes.values())
    assert rules.profiles and all(speaks_both(profile.title, profile.about) for profile in rules.profiles.values())


@pytest.mark.parametrize(
    "en", [None, "Ada ‘{verb}’.", "There is ‘{head}’."], ids=["missing", "repeated", "other field"]
)
def test_a_text_in_one_language_does_not_speak_both(en: str | None) -> None:
    assert not speaks_both(Said("Ada ‘{verb}’.", en))


# -- a folder of one's own


NEW_RULES = {
    "C900-janji-piket": """
code: C900
name: janji-piket
kind: class
class: aktivitas
part: rencana_kinerja
priority: 992
confidence: 0.95
status: stable
since: "0.1"
when: {pattern: [{LEMMA: {IN: "@tugas-jaga"}}], within: awal}
examples:
  yes: [{text: "Piket gudang obat"}]
  no: [{text: "Gudang obat dijaga 24 jam"}]
""",
    "S900-istilah-lama": """
code: S900
name: istilah-lama
kind: flag
part: [rencana_kinerja, indikator]
severity: error
status: stable
since: "0.1"
when: {pattern: [{LOWER: kelurahan}, {OP: "?"}, {LOWER: percontohan}]}
message: {id: "Istilah '{match}' sudah diganti."}
why: {id: "Peraturan bupati memakai 'kelurahan teladan'."}
examples:
  bad: [{text: "Warga [[kelurahan percontohan]] memilah sampah"}]
  good: [{text: "Warga kelurahan teladan memilah sampah"}]
""",
}


@pytest.fixture
def own(tmp_path: Path) -> str:
    """A folder with a class rule, a flag and a list of an institution."""
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "tugas-jaga.txt").write_text("# Tugas jaga.\njaga\npiket\n", "utf-8")
    for name, text in NEW_RULES.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    return str(tmp_path)


def test_a_folder_adds_rules_and_lists(own: str, analyser: Analyser) -> None:
    ours = Analyser(Settings(rule_dirs=(own,)))
    before, after = (a.check_text("Piket di kelurahan binaan percontohan") for a in (analyser, ours))
    assert before.verdict is not None and after.verdict is not None
    assert (before.verdict.class_, after.verdict.class_) == ("kategori", "aktivitas")
    assert [f.code for f in after.findings] == ["S900"]
    (finding,) = after.findings
    assert (finding.message, finding.severity) == ("Istilah 'kelurahan binaan percontohan' sudah diganti.", "warning")
    assert {rule.code for rule in ours.rules} - {rule.code for rule in analyser.rules} == {"C900", "S900"}


def test_added_rules_bring_their_examples(own: str) -> None:
    found = outcomes(own, "C900", "S900")
    assert (len(found), kinds(found)) == (4, {"ok"})


def test_a_folder_replaces_a_rule(changed: Write, analyser: Analyser) -> None:
    ours = Analyser(Settings(rule_dirs=(changed("C001", severity="info", priority=791),)))
    before, after = (a.check_text("Merawat pompa air") for a in (analyser, ours))
    assert [(f.code, f.severity) for f in before.findings] == [("C001", "error")]
    assert [(f.code, f.severity) for f in after.findings] == [("C001", "info")]
    assert len(ours.rules) == len(analyser.rules)


def test_a_folder_replaces_a_list(tmp_path: Path, analyser: Analyser) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "kata-kabur.txt").write_text("hijau\n", "utf-8")
    ours = Analyser(Settings(rule_dirs=(str(tmp_path),)))
    texts = ("Taman kota tertata dengan baik", "Taman kota hijau sepanjang tahun")
    assert [["S001" in {f.code for f in a.check_text(t).findings} for t in texts] for a in (analyser, ours)] == [
        [True, False],
        [False, True],
    ]


def test_the_last_folder_wins(tmp_path: Path) -> None:
    folders = []
    for severity in ("info", "warning"):
        folder = tmp_path / severity
        folder.mkdir()
        data = {**load_tree(FILES["P001"].read_text("utf-8"), "P001").data, "severity": severity}
        (folder / FILES["P001"].name).write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
        folders.append(str(folder))
    for order in (folders, folders[::-1]):
        findings = Analyser(Settings(rule_dirs=tuple(order))).check_text("Data lengkap; gedung terawat").findings
        assert {f.code: f.severity for f in findings}["P001"] == Path(order[-1]).name


def test_what_is_judged_by_is_named_by_a_digest(own: str, analyser: Analyser) -> None:
    ours = Analyser(Settings(rule_dirs=(own,)))
    assert ours.run.rules != analyser.run.rules
    assert ours.run.rules == Analyser(Settings(rule_dirs=(own,))).run.rules


# -- choosing rules, regimes, languages


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ({"select": ("P",)}, {"P001"}),
        ({"select": ("P001",)}, {"P001"}),
        ({"select": ("beberapa-hasil",)}, {"P001"}),
        ({"select": ("C001", "P001")}, {"C001", "P001"}),
        ({"ignore": ("C",)}, {"P001"}),
        ({"ignore": ("P001", "verba-aktivitas")}, set()),
    ],
)
def test_choosing_rules(resources: Resources, settings: dict[str, Any], codes: set[str]) -> None:
    chosen = Analyser(Settings(**settings), resources)
    checked = chosen.check_text("Menata gudang; merawat pompa")
    assert {f.code for f in checked.findings} == codes
    assert checked.verdict is not None
    assert checked.verdict.class_ == "aktivitas"


@pytest.mark.parametrize(
    ("settings", "says", "hint"),
    [
        ({"select": ("C0O1",)}, "aturan 'C0O1' tidak dikenal", "'C001'"),
        ({"ignore": ("verba-aktifitas",)}, "aturan 'verba-aktifitas' tidak dikenal", "'verba-aktivitas'"),
        ({"profile": "lengkapp"}, "profil 'lengkapp' tidak dikenal", "'lengkap'"),
        ({"regime": "p6-2022-kualitatip"}, "rezim 'p6-2022-kualitatip' tidak dikenal", "'p6-2022-kualitatif'"),
    ],
)
def test_a_choice_that_is_not_known(resources: Resources, settings: dict[str, Any], says: str, hint: str) -> None:
    with pytest.raises(UserError) as caught:
        Analyser(Settings(**settings), resources)
    assert caught.value.message.id == says
    assert caught.value.hint and hint in caught.value.hint.id


def test_the_regime_of_the_call_of_the_settings_of_the_item_of_the_header(resources: Resources) -> None:
    free = Analyser(resources=resources)
    bound = Analyser(Settings(regime="p8-2021-dasar"), resources)
    item = Item("Menata gudang", "rencana_kinerja", {"line": 1, "column": 1}, regime="p6-2022-kualitatif")
    plain = Item("Menata gudang", "rencana_kinerja", {"line": 1, "column": 1})
    head = Header(regime="p8-2021-pengembangan")
    assert bound.check(item, head, "p6-2022-kuantitatif").regime == "p6-2022-kuantitatif"
    assert bound.check(item, head).regime == "p8-2021-dasar"
    assert free.check(item, head).regime == "p6-2022-kualitatif"
    assert free.check(plain, head).regime == "p8-2021-pengembangan"
    assert free.check(plain).regime == "p6-2022-kuantitatif"


@pytest.mark.parametrize(
    "text", ["Menata gudang", "Layanan gizi", "Terlaksananya rapat staf", "Data lengkap; gedung terawat"]
)
def test_every_note_is_said_in_both_languages(resources: Resources, text: str) -> None:
    indonesian, english = (Analyser(Settings(lang=lang), resources).check_text(text).findings for lang in ("id", "en"))
    assert [f.code for f in indonesian] == [f.code for f in english]
    assert indonesian
    assert all(a.message != b.message and a.why != b.why for a, b in zip(indonesian, english, strict=True))


def test_the_trace_of_an_explanation_ends_in_its_verdict(analyser: Analyser) -> None:
    explained = analyser.explain("Menata gudang")
    decided = [line for line in explained.trace if line.decided]
    assert explained.checked.verdict is not None
    assert [line.code for line in decided] == [explained.checked.verdict.decided_by]
    assert [line.priority for line in explained.trace] == sorted((t.priority for t in explained.trace), reverse=True)


# -- a regime of one's own


@pytest.fixture
def own_regime(tmp_path: Path) -> Callable[[str], Analyser]:
    """Judge under a regime that extends another one."""

    def under(base: str) -> Analyser:
        folder = tmp_path / "regimes"
        folder.mkdir()
        approach = "kualitatif" if base.endswith("kualitatif") else "kuantitatif"
        (folder / "kami-2026.yaml").write_text(
            f"{{code: kami-2026, title: {{id: Kami}}, approach: {approach}, regulation: x, since: 2026, extends: {base}}}",
            "utf-8",
        )
        return Analyser(Settings(rule_dirs=(str(tmp_path),), regime="kami-2026", plugins=False))

    return under


def test_what_holds_in_a_regime_holds_in_one_that_extends_it(
    own_regime: Callable[[str], Analyser], analyser: Analyser
) -> None:
    own = own_regime("p6-2022-kualitatif")
    for text in ("Menyusun jadwal piket", "Terlaksananya rapat dengan baik", "Rapat bulanan"):
        base = analyser.check(Item(text, "rencana_kinerja", {"line": 1}), regime="p6-2022-kualitatif").findings
        assert own.check_text(text).findings == base != ()
    assert {rule.code: rule.force for rule in own.rules}["C001"] == "pedoman"


def test_a_rule_of_an_older_regime_holds_in_one_that_extends_it(own_regime: Callable[[str], Analyser]) -> None:
    (finding,) = own_regime("p8-2021-dasar").check_text("Menyusun jadwal piket").findings
    assert (finding.code, finding.force) == ("C001", "wajib")
