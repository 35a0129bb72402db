"""skplint rules."""

from linter.model import Said


def test_the_list_has_a_line_for_each_rule(skplint, app):
    lines = skplint("rules", "list", "--select", "C").out.splitlines()
    assert lines[0].split() == ["kode", "nama", "tingkat", "sifat", "urutan", "status", "isi"]
    assert lines[1] == "C001  verba-aktivitas  error    pedoman  950     stable  Rumusan ini menyebut kegiatan (“…”)."
    assert lines[2].endswith("bacaan: pencapaian")
    assert app.asked[0].select == ("C",)


def test_valid_rules_are_counted_and_those_that_each_folder_brought(skplint, app):
    result = skplint("rules", "check", "rules/kelas", "--rules", "b")
    assert result.out == "2 aturan sah, 2 dari rules/kelas, 0 dari b\n"
    assert app.asked[0].rule_dirs == ("rules/kelas", "b")


def test_where_a_rule_of_an_institution_is_looked_for(skplint, app, user_error, monkeypatch):
    def unknown(settings):
        raise user_error(Said("aturan 'P901' tidak dikenal", "the rule 'P901' is not known"), hint=Said("lihat", "see"))

    monkeypatch.setattr(app, "test_rules", unknown)
    result = skplint("rules", "test", "P901")
    assert result.code == 2
    assert result.err.endswith(
        "aturan 'P901' tidak dikenal (nomor 900 ke atas milik instansi; tambahkan --rules FOLDER)\n"
    )
    assert skplint("rules", "test", "P001").err.endswith("(lihat)\n")


def test_a_bad_rule_is_exit_2_with_its_place(skplint, app, user_error):
    app.error = user_error(
        Said("kunci 'kode' tidak dikenal", "the key 'kode' is not known"), path="a/C900.yaml", line=2, column=1
    )
    result = skplint("rules", "check", "a")
    assert (result.code, result.err) == (2, "skplint: a/C900.yaml:2:1: kunci 'kode' tidak dikenal\n")


def test_failed_examples_are_grouped_and_counted(skplint, app):
    outcome = app.ExampleOutcome
    app.outcomes = (
        outcome("C001", "verba-aktivitas", "ok", "a"),
        outcome("C001", "verba-aktivitas", "missing", "Menyusun x", Said("tidak ada catatan", "no note")),
        outcome("C103", "hasil-ter", "mislabelled", "Berkas", Said("dibaca kategori", "read as kategori")),
        outcome("C001", "verba-aktivitas", "noisy", "Laporan tersaji", Said("ada catatan", "a note")),
    )
    result = skplint("rules", "test", "C001,C103", "P")
    assert result.code == 1
    assert app.asked[0].select == ("C001", "C103", "P")
    assert result.out.startswith(
        "C001 verba-aktivitas\n"
        "  catatan tidak muncul: Menyusun x\n"
        "    tidak ada catatan\n"
        "  catatan yang tidak diharapkan: Laporan tersaji\n"
    )
    assert "4 contoh dijalankan, 1 sesuai, 3 tidak sesuai\n" in result.out


def test_all_examples_as_expected(skplint, app):
    app.outcomes = (app.ExampleOutcome("C001", "verba-aktivitas", "ok", "a"),)
    result = skplint("rules", "test")
    assert (result.code, result.out) == (0, "1 contoh dijalankan, 1 sesuai, 0 tidak sesuai\n")


def test_no_example_at_all_is_no_success(skplint):
    result = skplint("rules", "test", "C001")
    assert (result.code, result.err) == (2, "skplint: tidak ada contoh yang dijalankan\n")
