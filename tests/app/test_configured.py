"""What a configuration does to the reading and judging of texts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter.app import Analyser, check_inputs
from linter.app.configured import settings_of
from linter.app.resources import Resources
from linter.app.settings import Settings
from linter.config import load, nearest
from linter.model import Checked, Header, Item, UserError
from linter.report import make

BENDAHARA = "Bendahara OPD menyampaikan SPJ tepat waktu"

Configured = Callable[[str], Analyser]
Check = Callable[..., tuple[int, dict[str, list[dict[str, Any]]]]]


@pytest.fixture
def configured(tmp_path: Path, resources: Resources) -> Configured:
    """Make an analyser of the text of a configuration; one with words of its own is built anew."""

    def analyser(text: str) -> Analyser:
        file = tmp_path / "skplint.toml"
        file.write_text(text, encoding="utf-8")
        settings = settings_of(load(str(file)))
        return Analyser(settings, resources if settings.words == Settings().words else None)

    return analyser


def checked(analyser: Analyser, text: str, header: Header | None = None) -> Checked:
    return analyser.check(Item(text=text, part="rencana_kinerja", at={"line": 1, "column": 1}), header)


def codes(found: Checked) -> list[str]:
    return [finding.code for finding in found.findings]


@pytest.mark.parametrize(
    ("toml", "class_", "level", "accused"),
    [
        ('own-titles = ["Kepala Bidang Anggaran"]', "pencapaian", 0.85, False),
        ('own-titles = ["Bendahara OPD"]', "aktivitas", 0.85, True),
        ('own-titles = ["Kepala Seksi Kas", "bendahara pengeluaran"]', "aktivitas", 0.85, True),
        ('own-units = ["Bidang Anggaran"]', "aktivitas", 0.0, False),
        ("", "aktivitas", 0.0, False),
    ],
)
def test_the_own_side_of_a_text_without_a_header(
    configured: Configured, toml: str, class_: str, level: float, accused: bool
) -> None:
    found = checked(configured(toml), BENDAHARA)
    assert found.verdict and found.verdict.class_ == class_
    assert (found.verdict.confidence >= 0.70) is (level >= 0.70)
    assert ("C009" in codes(found)) is accused
    assert accused or all(finding.severity == "info" for finding in found.findings)


@pytest.mark.parametrize(
    ("unit", "text", "accused"),
    [
        ("Bidang Anggaran", "Bidang Anggaran menyampaikan laporan tepat waktu", True),
        ("Bidang Anggaran", "Bidang Akuntansi menyampaikan laporan tepat waktu", False),
        ("UPTD Pasar", "UPTD Pasar menyampaikan laporan retribusi tepat waktu", True),
        ("UPTD Pasar", "UPTD Terminal menyampaikan laporan retribusi tepat waktu", False),
    ],
)
def test_an_own_unit_is_its_whole_name(configured: Configured, unit: str, text: str, accused: bool) -> None:
    assert ("C009" in codes(checked(configured(f"own-units = ['{unit}']"), text))) is accused
    assert ("C009" in codes(checked(configured(""), text, Header(unit=unit)))) is accused


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Analyser:
    """An analyser with words of an institution; gavuk, kerisut and plorin are nonsense."""
    file = tmp_path_factory.mktemp("instansi") / "skplint.toml"
    file.write_text(
        'terms = ["Sangat  Lancar"]\n'
        'abbreviations = { SPJX = "surat pertanggungjawaban", pd = "perangkat daerah", uptz = "unit zakat" }\n'
        'roots = { gavuk = "verba", kerisut = "verba", plorin = "dokumen", jembu = "sifat", rombis = "kegiatan" }\n'
        '[lists]\nkata-kabur = ["Jempolan"]\nkata-tidak-baku = { gavok = "gavuk" }\n',
        encoding="utf-8",
    )
    return Analyser(settings_of(load(str(file))))


@pytest.mark.parametrize(
    ("form", "tag", "root"),
    [
        ("menggavuk", "V_ACT", "gavuk"), ("digavuk", "V_PASS", "gavuk"), ("tergavuk", "V_TER", "gavuk"),
        ("tergavuknya", "V_NYA", "gavuk"), ("penggavukan", "N_PEAN", "gavuk"), ("menggavukkan", "V_ACT", "gavuk"),
        ("penggavuk", "N_PE", "gavuk"), ("gavukan", "N_AN", "gavuk"), ("mengerisut", "V_ACT", "kerisut"),
        ("pengerisutan", "N_PEAN", "kerisut"), ("plorin", "N", "plorin"), ("plorinnya", "N", "plorin"),
        ("jembu", "ADJ", "jembu"), ("rombis", "N", "rombis"),
    ],
)  # fmt: skip
def test_a_root_of_the_institution_is_known_in_all_its_forms(
    own: Analyser, analyser: Analyser, form: str, tag: str, root: str
) -> None:
    (word,) = own.reader.parse(form).words
    assert (word.tag, word.lemma, word.reading.guessed) == (tag, root, False)
    (before,) = analyser.reader.parse(form).words
    assert before.lemma != root or before.reading.guessed


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("Menggavuk plorin setiap bulan", "aktivitas"),
        ("Penggavukan plorin", "aktivitas"),
        ("Plorin tergavuk paling lambat 5 hari kerja", "pencapaian"),
    ],
)
def test_such_a_verb_makes_a_statement_what_any_verb_makes_it(own: Analyser, text: str, class_: str) -> None:
    found = checked(own, text)
    assert found.parse and found.parse.complete
    assert found.verdict and found.verdict.class_ == class_


@pytest.mark.parametrize(
    ("text", "form", "lemma", "kind"),
    [
        ("Plorin SPJX tergavuk", "surat pertanggungjawaban", "surat", "doc"),
        ("plorin spjx tergavuk", "surat pertanggungjawaban", "surat", "doc"),
        ("Plorin PD tergavuk", "perangkat daerah", "perangkat daerah", "body"),
        ("Plorin pd tergavuk", "perangkat daerah", "perangkat daerah", "body"),
        ("Plorin UPTZ tergavuk", "unit zakat", "unit", None),
    ],
)
def test_an_abbreviation_is_read_as_its_long_form(
    own: Analyser, text: str, form: str, lemma: str, kind: str | None
) -> None:
    word = own.reader.parse(text).words[1]
    assert (word.lower, word.lemma, word.tag) == (form, lemma, "N")
    assert kind is None or kind in word.reading.features


def test_a_term_is_not_vague_and_a_listed_word_is(own: Analyser, analyser: Analyser) -> None:
    term, vague = "Arus barang sangat lancar", "Pelabuhan dikelola secara jempolan"
    assert ("S001" in codes(checked(analyser, term)), "S001" in codes(checked(own, term))) == (True, False)
    found = own.check_text("Persentase layanan jempolan", part="indikator")
    assert found.indicator and found.indicator.vague
    before = analyser.check_text("Persentase layanan jempolan", part="indikator")
    assert before.indicator and not before.indicator.vague
    assert checked(own, vague).parse


def test_a_pair_of_a_list_brings_its_fix(own: Analyser) -> None:
    (note,) = (f for f in checked(own, "Plorin gavok tersusun").findings if f.code == "E001")
    assert note.fix and note.fix.edits[0].text == "gavuk"


def test_own_words_have_a_digest_of_their_own(own: Analyser, analyser: Analyser) -> None:
    assert own.run.rules != analyser.run.rules


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("[lists]\nkata-kabur = {sip = 'baik'}", "2:1: daftar ini berisi kata saja, bukan pasangan"),
        ("[lists]\nkata-tidak-baku = ['jadual']", "2:1: daftar ini berisi pasangan salah dan benar"),
        ("lists.kata-tidak-baku = {jadual = ''}", "1:35: teks di sini kosong"),
    ],
)
def test_words_for_a_list_of_pairs_and_pairs_for_a_list_of_words_are_refused(
    configured: Configured, toml: str, said: str
) -> None:
    with pytest.raises(UserError, match=rf"skplint\.toml:{said}"):
        configured(toml)


@pytest.mark.parametrize("text", ["Plorin s.p.j. lengkap", "Plorin lengkap sesuai s.p.j.", "Plorin S.P.J. lengkap"])
@pytest.mark.parametrize("short", ["s.p.j", "s.p.j."])
def test_an_abbreviation_may_end_in_a_stop(configured: Configured, short: str, text: str) -> None:
    own = configured(f"abbreviations = {{ '{short}' = 'surat pertanggungjawaban' }}")
    assert "surat pertanggungjawaban" in [word.lower for word in own.reader.parse(text).words]


def test_a_list_that_is_not_known_is_told_with_its_place(configured: Configured) -> None:
    with pytest.raises(UserError, match=r"skplint\.toml:2:1: daftar 'kata-kbur' tidak dikenal .*'kata-kabur'"):
        configured("[lists]\nkata-kbur = ['sip']")


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("profile = 'dasr'", "1:1: profil 'dasr' tidak dikenal (mungkin maksudnya 'dasar')"),
        ("\nselect = ['C', 'M0011']", "2:16: aturan 'M0011' tidak dikenal (mungkin maksudnya 'M001')"),
        ("ignore = ['mutu-kabr']", "1:11: aturan 'mutu-kabr' tidak dikenal (mungkin maksudnya 'mutu-kabur')"),
        ("ignore = [\n  'C',\n  'S9',\n]", "3:3: aturan 'S9' tidak dikenal"),
        ("regime = 'p6-2022'", "1:1: rezim 'p6-2022' tidak dikenal"),
    ],
)
def test_a_name_that_is_not_known_is_told_with_its_place(configured: Configured, toml: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        configured(toml)
    assert said in str(caught.value)


@pytest.fixture
def check(tmp_path: Path, resources: Resources, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Write files, check a path under the configuration found for it; give the code and the lines of each file."""
    monkeypatch.chdir(tmp_path)

    def run(
        files: dict[str, str], path: str = ".", rules: tuple[str, ...] = ()
    ) -> tuple[int, dict[str, list[dict[str, Any]]]]:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        config = nearest([path])
        out: list[str] = []
        analyser = Analyser(settings_of(config, {"rules": rules}), resources)
        code = check_inputs([path], analyser, [make("jsonl", out.append)], stdin=lambda: b"", config=config)
        lines: dict[str, list[dict[str, Any]]] = {}
        for line in map(json.loads, "".join(out).splitlines()):
            lines.setdefault(line["path"], []).append(line)
        return code, lines

    return run


FAULTY = "Menata gudang\n"


def test_tables_differ_files_in_rules_regime_part_and_origin(check: Check) -> None:
    toml = """
[[per-path]]
match = ["tambahan/**"]
ignore = ["C001"]
[[per-path]]
match = ["lama/**"]
regime = "p8-2021-dasar"
[[per-path]]
match = ["indikator.txt"]
part = "indikator"
[[per-path]]
match = ["pk.txt"]
asal = "pk"
"""
    names = ("draf.txt", "tambahan/a.txt", "lama/a.txt", "indikator.txt", "pk.txt")
    code, lines = check({"skplint.toml": toml, **dict.fromkeys(names, FAULTY)})
    noted = {name: [(f["code"], f["severity"], f["force"]) for f in lines[name][0]["findings"]] for name in names}
    assert code == 1
    assert ("C001", "error", "pedoman") in noted["draf.txt"]
    assert "C001" not in [c for c, *_ in noted["tambahan/a.txt"]]
    assert ("C001", "error", "wajib") in noted["lama/a.txt"]
    assert lines["lama/a.txt"][0]["regime"] == "p8-2021-dasar"
    assert lines["indikator.txt"][0]["part"] == "indikator"
    assert [s for c, s, _ in noted["pk.txt"] if c == "C001"] == ["info"]


def test_a_table_with_a_name_that_is_not_known_stops_the_run(check: Check) -> None:
    for key, place, said in (
        ("regime = 'p9'", "4:1", "rezim 'p9'"),
        ("ignore = ['C',\n'S9']", "5:1", "aturan 'S9'"),
        ("select = ['S9']", "4:11", "aturan 'S9'"),
    ):
        toml = f"ignore = ['C']\n[[per-path]]\nmatch = ['x']\n{key}\n"
        with pytest.raises(UserError, match=rf"skplint\.toml:{place}: {said} tidak dikenal"):
            check({"skplint.toml": toml, "draf.txt": FAULTY})


def test_what_is_excluded_is_left_out_of_its_folder_and_checked_when_named(check: Check) -> None:
    files = {"skplint.toml": "exclude = ['arsip', '*.csv']", "draf.txt": FAULTY, "arsip/a.txt": FAULTY, "x.csv": "?"}
    assert set(check(files)[1]) == {"draf.txt"}
    assert set(check({}, "arsip/a.txt")[1]) == {"arsip/a.txt"}


def test_own_rules_are_no_drafts(check: Check) -> None:
    toml = "rules = ['aturan', 'P901-lain.yaml']"
    rules = {"aturan/lists/kata-lain.txt": "sip\n", "P901-lain.yaml": "code: P901\n"}
    files = {"skplint.toml": toml, "draf.txt": FAULTY, **rules}
    assert set(check(files)[1]) == {"draf.txt"}


def test_rules_of_an_option_are_no_drafts(check: Check) -> None:
    rules = {"aturan/lists/kata-lain.txt": FAULTY, "P901-lain.yaml": "utama: [{rhk: Menata gudang}]\n"}
    assert set(check({"draf.txt": FAULTY, **rules}, rules=("aturan", "./P901-lain.yaml"))[1]) == {"draf.txt"}


def test_a_folder_of_which_everything_is_excluded_is_not_checked(check: Check) -> None:
    code, lines = check({"skplint.toml": "exclude = ['*']", "draf.txt": FAULTY})
    assert code == 2
    assert [line["status"] for line in lines["."]] == ["not_checked"]


@pytest.mark.parametrize("above", [{}, {"skplint.toml": "profile = 'dasar'"}])
def test_a_folder_with_a_configuration_of_its_own_is_not_checked_under_another(
    check: Check, above: dict[str, str]
) -> None:
    files = {**above, "draf.txt": FAULTY, "b/skplint.toml": "ignore = ['C']", "b/c/draf.txt": FAULTY}
    code, lines = check(files)
    assert code == 2
    assert lines["draf.txt"][0]["class"] == "aktivitas"
    assert "punya pengaturan sendiri" in lines["b/c/draf.txt"][0]["reason"]
    assert check({}, "b")[0] == 0
