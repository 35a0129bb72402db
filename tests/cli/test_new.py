"""skplint rules new: what it writes, what it refuses, and that the steps it names can be taken."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

BAD = "Pegawai [[OPD]] memahami aturan cuti"
GOOD = "Pegawai perangkat daerah memahami aturan cuti"


@pytest.fixture
def skplint(run_here, tmp_path, monkeypatch):
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return run_here


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_steps_that_it_names_can_be_taken(skplint, lang):
    out = skplint("rules", "new", "P901", "sebutan-opd", "--bad", BAD, "--good", GOOD, "--lang", lang).out
    commands = [line.partition("skplint ")[2] for line in out.splitlines() if " skplint " in line]
    results = [skplint(*shlex.split(command), "--no-plugins") for command in commands]
    assert [result.code for result in results] == [0, 0, 1]
    tested, exported, changed = (result.out for result in results)
    assert "2 contoh dijalankan, 2 sesuai" in tested
    assert exported.startswith("# P901 sebutan-opd\n")
    assert "+ P901 Pertimbangkan" in changed


def test_the_file_is_commented_in_the_language(skplint):
    skplint("rules", "new", "P901", "sebutan-opd", "--lang", "en")
    text = Path("aturan-kami/rumusan/P901-sebutan-opd.yaml").read_text("utf-8")
    assert "# flag: gives a note;" in text and "LOWER: word" in text and '  en: "…"' in text
    assert "memberi catatan" not in text


def test_what_is_not_written_yet_is_named(skplint):
    skplint("rules", "new", "P901", "sebutan-opd", "--bad", BAD)
    result = skplint("rules", "check", "aturan-kami", "--no-plugins")
    assert result.code == 1
    for said in (
        "21:7: isi 'message' belum ditulis",
        "23:7: isi 'why' belum ditulis",
        "32:7: contoh ini belum ditulis",
    ):
        assert said in result.out


def test_a_rule_that_replaces_a_built_in_one_says_so(skplint):
    out = skplint("rules", "new", "C001", "verba-aktivitas").out
    assert "Aturan ini mengganti aturan bawaan C001 verba-aktivitas.\n" in out
    assert "Selama status: preview, di luar profil reviu keduanya tidak berlaku.\n" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("P901", "baru"), "aturan-kami/rumusan/P901-sebutan-opd.yml: aturan P901 sudah ada"),
        (("P902", "sebutan-opd"), "P901-sebutan-opd.yml: nama 'sebutan-opd' sudah dipakai P901 (pilih nama lain)"),
        (("P902", "verba-aktivitas"), "C001-verba-aktivitas.yaml: nama 'verba-aktivitas' sudah dipakai C001"),
        (("P902", "baru", "--bad", "Pegawai [[OPD"), '--bad "Pegawai [[OPD": [[ tidak ditutup dengan ]]'),
        (("P902", "baru", "--bad", "Pegawai OPD]]"), "]] tidak dibuka dengan [["),
        (("P902", "baru", "--bad", "[[Pegawai [[OPD]]]]"), "hanya satu bagian yang dapat diapit [[ ]]"),
        (("P902", "baru", "--bad", "[[Pegawai]] [[OPD]]"), "hanya satu bagian yang dapat diapit [[ ]]"),
        (("P902", "baru", "--bad", "Pegawai [[ ]]"), "[[ ]] tidak mengapit apa pun"),
        (("P902", "baru", "--good", " "), '--good " ": masih kosong'),
        (
            ("P902", "baru", "--folder", "berkas"),
            "berkas/rumusan: folder ini tidak dapat dibuat: berkas berkas, bukan folder",
        ),
        (("Z901", "baru"), "kode 'Z901' tidak sah"),
        (("P902", "Baru Sekali"), "nama 'Baru Sekali' tidak sah"),
    ],
)
def test_what_no_rule_can_be_made_of(skplint, arguments, said):
    taken = Path("aturan-kami/rumusan/P901-sebutan-opd.yml")
    taken.parent.mkdir(parents=True)
    taken.write_text("", "utf-8")
    Path("berkas").write_text("", "utf-8")
    result = skplint("rules", "new", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert list(Path("aturan-kami").rglob("*.y*ml")) == [taken]


@pytest.mark.parametrize(("lang", "heading"), [("id", "opsi:"), ("en", "options:")])
def test_the_help_has_its_options_in_one_place(skplint, lang, heading):
    lines = skplint("rules", "new", "--help", "--lang", lang).out.splitlines()
    assert [line for line in lines if line in ("opsi:", "options:")] == [heading]
