"""The compiler-style report."""


def test_a_note_is_one_line_with_its_place(report):
    lines = report("ringkas").splitlines()
    assert lines[0] == (
        "draf/bendahara.txt:3:4: error C001 verba-aktivitas: "
        "Rumusan ini menyebut kegiatan (“Menyusun”). Apa yang dihasilkan, dan bagaimana mutunya?"
    )
    assert lines[7].startswith("draf/kabid.xlsx:SKP!E14: warning M006 ")


def test_silenced_notes_are_counted_and_not_listed(report):
    out = report("ringkas")
    assert "draf/bendahara.txt:13" not in out
    assert "2 diabaikan" in out.splitlines()[-1]


def test_the_last_line_has_the_totals(report, samples):
    assert report("ringkas", None, samples.UNCHECKED).splitlines()[-1] == (
        "5 dari 10 rumusan tanpa catatan; 3 error, 4 warning, 3 info; 2 diabaikan; 1 tidak diperiksa"
    )


def test_what_was_not_checked_is_listed_with_the_reason(report, samples):
    out = report("ringkas", None, samples.UNCHECKED, lang="en")
    assert "draf/lama.pdf: not checked: berkas dikunci" in out
    assert "draf/README.md: skipped: " in out


def test_an_empty_document_is_named(report):
    assert "draf/kosong.txt: tidak ada rumusan di dalamnya\n" in report("ringkas")


def test_a_message_of_several_lines_stays_on_one(report, samples):
    note = samples.finding("x", "x", "C001", "n", "error", "satu\ndua\n")
    out = report("ringkas", [(samples.document("a\nb.txt"), (samples.statement("x", None, 0.9, None, [note]),))])
    assert out.splitlines()[0] == "a␊b.txt:1:1: error C001 n: satu dua"
