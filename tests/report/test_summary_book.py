"""The workbook of counts: sheets, numbers that are numbers, texts that stay texts, and nothing about fewer than five persons."""

import io
import re
import zipfile

import batches
import msgspec
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.io.ours import is_report_data
from linter.io.writable import writable
from linter.model.batch import Doubtful, Left, Named
from linter.report.batchreport.definitions import definitions
from linter.report.harmless import harmless
from linter.report.summarybook import to_xlsx

SHEETS = ["Ringkasan", "Unit", "Jenjang", "Aturan", "Unit × aturan", "Dokumen", "Dialog", "Serupa", "Tidak diperiksa"]
FORMULAS = ["=1+1", "+62", "-5", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x", "123", "<r><t>a</t></r>"]


def book(batch, lang="id", **options):
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(batch, lang=lang, **options)))


def rows(sheet):
    """Return the rows below the heading, by heading."""
    head, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


@pytest.fixture(scope="module")
def office():
    return book(batches.office())


# -- what it says


def test_it_has_its_sheets(office):
    assert office.sheetnames == SHEETS
    assert [sheet.max_row for sheet in office] == [33, 31, 4, 16, 28, 1, 64, 7, 29]


def test_the_summary_begins_with_the_headline_and_explains_every_number(office):
    sheet = office["Ringkasan"]
    lines = [sheet.cell(row, 1).value for row in range(1, 5)]
    made = batches.office()
    assert lines[0] == "Laporan Reviu Rumusan SKP"
    assert re.fullmatch(r"\d\.\d{3} dari 4\.030 rumusan tanpa catatan \(\d\d%\)", lines[1])
    assert lines[2:] == [
        "Ada 190 hal wajib yang belum terpenuhi.",
        "Laporan ini menilai rumusan kalimat, bukan kinerja dan bukan pribadi pegawai.",
    ]
    told = {row[0]: row[1] for row in sheet.iter_rows(min_row=5, values_only=True) if row[1] is not None}
    assert told["Tanpa catatan"] == definitions("id")[2][1], "the term comes last"
    assert [sheet.cell(row, 2).value for row in range(7, 12)] == [800, 30, 4030, made.total.clean, 190]
    assert (told["Profil"], told["Mesin aturan"], told["Sidik set aturan"]) == (
        "standar",
        "skplint 0.9.0",
        "3f9c2ab471d0",
    )
    assert all(told[term] == meaning for term, meaning in definitions("id"))


def test_a_unit_has_its_counts(office):
    counts = batches.office().units[9].counts
    row = rows(office["Unit"])[9]
    assert row == {
        "Unit": "Bidang Contoh 10",
        "SKP": counts.documents,
        "Rumusan": counts.statements,
        "Tanpa catatan": counts.clean,
        "Bagian tanpa catatan": pytest.approx(counts.clean / counts.statements),
        "Hal wajib belum terpenuhi": counts.mandatory,
        "pencapaian": counts.classes["pencapaian"],
        "aktivitas": counts.classes["aktivitas"],
        "kategori": counts.classes["kategori"],
        "tanpa kelas": counts.classes["null"],
        "Perlu diperbaiki": counts.severities["error"],
        "Sebaiknya diperbaiki": counts.severities["warning"],
        "Pertimbangkan": counts.severities["info"],
        "Kuartil bawah": counts.spread.quarter,
        "Median": counts.spread.median,
        "Kuartil atas": counts.spread.three_quarters,
    }


def test_levels_and_the_one_that_documents_do_not_say(office):
    assert [(row["Jenjang"], row["SKP"]) for row in rows(office["Jenjang"])] == [
        ("JF Ahli Muda", 300),
        ("JPT", 4),
        ("(jenjang tidak disebut)", 496),
    ]


def test_rules_with_most_notes_come_first(office):
    found = rows(office["Aturan"])
    assert found[0]["Kode"] == "C001"
    assert (found[0]["Nama"], found[0]["Tingkat"], found[0]["Sifat"]) == (
        "verba-aktivitas",
        "Perlu diperbaiki",
        "pedoman",
    )
    assert [row["Catatan"] for row in found] == sorted((row["Catatan"] for row in found), reverse=True)
    assert found[0]["Bagian SKP"] == pytest.approx(batches.office().total.by_document["C001"] / 800)


def test_units_by_rules_are_shares_of_documents(office):
    unit = batches.office().units[4].counts
    row = rows(office["Unit × aturan"])[0]
    assert (row["Unit"], row["SKP"]) == ("Bidang Contoh 05", unit.documents)
    assert row["C001 verba-aktivitas"] == pytest.approx(unit.by_document["C001"] / unit.documents)


def test_what_a_person_must_look_at_is_there_as_a_whole(office):
    assert rows(office["Dialog"])[62] == {
        "SKP": "SKP-0062",
        "Tempat": "baris 65",
        "Rumusan": "Pengelolaan arsip kegiatan ke-62",
        "Terbaca sebagai": "kategori",
        "Atau": "tanpa kelas",
        "Keyakinan": 0.42,
    }
    assert rows(office["Serupa"])[5]["SKP"].count("SKP-") == 17
    assert rows(office["Tidak diperiksa"])[0] == {
        "Berkas": "masuk/terkunci.xlsx",
        "Keadaan": "Tidak dapat diperiksa",
        "Alasan": "berkas dikunci dengan kata sandi; buka kuncinya lalu simpan kembali",
    }


# -- persons


def test_fewer_than_five_have_no_spread_and_are_added_up_by_rule(office):
    small = rows(office["Unit"])[:4]
    assert [row["SKP"] for row in small] == [3, 1, 4, 2]
    assert {row[name] for row in small for name in ("Kuartil bawah", "Median", "Kuartil atas")} == {None}
    cross = [row["Unit"] for row in rows(office["Unit × aturan"])]
    assert cross == [*(f"Bidang Contoh {n:02}" for n in range(5, 31)), "kurang dari lima SKP (4 unit)"]
    few = book(batches.batch([8, 3, 1]))["Unit × aturan"]
    assert [row["Unit"] for row in rows(few)] == ["Bidang Contoh 01"]


def test_lowest_and_highest_are_nowhere(office):
    values = {cell for sheet in office for row in sheet.iter_rows(values_only=True) for cell in row}
    assert not values & {11.25, 99.75, 8.5}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_word_of_a_predikat(lang):
    for sheet in book(batches.office(), lang):
        for row in sheet.iter_rows(values_only=True):
            for cell in row:
                assert not batches.PREDIKAT.search(str(cell))


# -- the workbook


def test_numbers_are_numbers_and_have_formats(office):
    line = office["Unit"][10]
    assert [cell.number_format for cell in line] == ["General", *["#,##0"] * 3, "0%", *["#,##0"] * 8, *["#,##0.0"] * 3]
    assert [cell.data_type for cell in line] == ["s", *["n"] * 15]


def test_headings_stay_in_sight_and_filter(office):
    for sheet in office.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}"
        assert sheet.column_dimensions["A"].width > 9
        assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text):
    made = batches.batch([9], doubtful=(Doubtful(text, text, text, text, text, 0.5),), left=(Left(text, text, True),))
    found = book(msgspec.structs.replace(made, units=(Named(text, made.total),)))
    for sheet, cell in (("Unit", "A2"), ("Dialog", "C2"), ("Tidak diperiksa", "C2")):
        assert found[sheet][cell].value == text + (" " if text.startswith("<r>") else "")
        assert found[sheet][cell].data_type == "s"
        assert found[sheet][cell].quotePrefix
    texts = [cell for sheet in found for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert all(cell.quotePrefix and not cell.hyperlink for cell in texts)


def test_odd_and_long_texts_fit_a_cell():
    bad = "a\r\n\u202eb\x00\ud800\uffff" + "x" * 40_000
    made = batches.batch([9], doubtful=(Doubtful(bad, bad, bad, bad, bad, 0.5),))
    cell = book(made)["Dialog"]["C2"].value
    assert cell.startswith("a ⟨U+202E⟩b␀\ufffd\ufffdxxx") and cell.endswith("…") and len(cell) == 32_767


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_written(name, text):
    made = batches.batch([9], doubtful=(Doubtful(name, text, text, "kategori", text, 0.5),))
    line = msgspec.structs.replace(made.rules[0], code=name, name=text)
    found = book(msgspec.structs.replace(made, units=(Named(name, made.total),), rules=(line,)))
    assert (found["Dialog"]["C2"].value or "").strip() == " ".join(harmless(writable(" ".join(text.split()))).split())


def test_what_a_sheet_cannot_hold_is_counted():
    sheet = book(batches.office(), sheet_rows=11)["Dialog"]
    assert sheet.max_row == 11
    assert (sheet["A10"].value, sheet["A11"].value) == ("SKP-0008", "… dan 54 lagi")
    assert sheet.auto_filter.ref == "A1:F11"


def test_an_empty_batch_has_all_sheets():
    found = book(batches.batch())
    assert found.sheetnames == SHEETS
    assert found["Ringkasan"]["A2"].value == "Tidak ada SKP yang diperiksa."
    assert [sheet.max_row for sheet in found.worksheets[1:]] == [1] * 8


def test_it_is_known_as_ours_and_is_the_same_every_time():
    data = to_xlsx(batches.office(), lang="id")
    assert is_report_data(data)
    assert data == to_xlsx(batches.office(), lang="id")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_english():
    found = book(batches.office(), "en")
    assert found.sheetnames == [
        "Summary", "Units", "Levels", "Rules", "Unit × rule", "Documents", "Dialogue", "Alike", "Not checked",
    ]  # fmt: skip
    assert [cell.value for cell in found["Levels"][1]][:5] == [
        "Level",
        "SKP",
        "Statements",
        "Without notes",
        "Share without notes",
    ]
    assert rows(found["Levels"])[2]["Level"] == "(no level named)"
    assert rows(found["Unit × rule"])[-1]["Unit"] == "fewer than five SKP (4 units)"
