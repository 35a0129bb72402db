"""CSV and TSV tables as they come from real forms."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.documents.read import read_data, reason
from linter.model import Document, Item, NotChecked, UserError

Items = Callable[[str | bytes, str], list[Item]]
Read = Callable[[str | bytes, str], Document]
Why = Callable[[str | bytes, str], str]

FORM = """\
SASARAN KINERJA PEGAWAI;;;;;
PENDEKATAN HASIL KERJA KUANTITATIF;;;;;
NO;PEGAWAI YANG DINILAI;;NO;PEJABAT PENILAI KINERJA;
1;Nama;Melati;1;Nama;Mawar
4;Jabatan;Analis SDM Aparatur;4;Jabatan;Kepala Bidang
5;Unit Kerja;Bidang Mutasi;5;Unit Kerja;BKD
HASIL KERJA;;;;;
No.;"RENCANA HASIL KERJA
PIMPINAN YANG DIINTERVENSI";RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;TARGET
(1);(2);(3);(4);(5);(6)
A. KINERJA UTAMA;;;;;
1;Layanan mutasi meningkat;Usul mutasi diproses tepat waktu;Kuantitas;Jumlah usul yang diproses;120 usul
;;;Kualitas;Persentase usul tanpa revisi;90 – 95%
;;;Waktu;Lama proses;5 hari
2;;Arsip tertata;Kuantitas;Jumlah arsip;
B. KINERJA TAMBAHAN;;;;;
1;;Notulen tersusun;Waktu;Ketepatan;12 bulan
PERILAKU KERJA;;;;;
1;;Melakukan perbaikan tiada henti;;;
;;Kota Contoh, 2 Januari 2026;;;
Pegawai yang Dinilai;;;Pejabat Penilai Kinerja;;
Melati;;;Mawar;;
"""


def brief(item: Item) -> tuple[str, str, int, int]:
    return (item.part, item.text, item.at["row"], item.at["column"])


def test_a_printed_form_is_read_row_by_row(items: Items) -> None:
    assert [brief(item) for item in items(FORM, "skp.csv")] == [
        ("rk_atasan", "Layanan mutasi meningkat", 11, 2),
        ("rencana_kinerja", "Usul mutasi diproses tepat waktu", 11, 3),
        ("aspek", "Kuantitas", 11, 4),
        ("indikator", "Jumlah usul yang diproses", 11, 5),
        ("target", "120 usul", 11, 6),
        ("aspek", "Kualitas", 12, 4),
        ("indikator", "Persentase usul tanpa revisi", 12, 5),
        ("target", "90 – 95%", 12, 6),
        ("aspek", "Waktu", 13, 4),
        ("indikator", "Lama proses", 13, 5),
        ("target", "5 hari", 13, 6),
        ("rencana_kinerja", "Arsip tertata", 14, 3),
        ("aspek", "Kuantitas", 14, 4),
        ("indikator", "Jumlah arsip", 14, 5),
        ("rencana_kinerja", "Notulen tersusun", 16, 3),
        ("aspek", "Waktu", 16, 4),
        ("indikator", "Ketepatan", 16, 5),
        ("target", "12 bulan", 16, 6),
    ]


def test_an_indicator_carries_what_stands_around_it(items: Items) -> None:
    found = {item.id: item for item in items(FORM, "skp.csv")}
    indicator = found["rk1.i2"]
    assert (indicator.rk, indicator.aspek, indicator.target) == (
        "Usul mutasi diproses tepat waktu", "Kualitas", "90 – 95%",
    )  # fmt: skip
    assert (indicator.parent, indicator.row, indicator.section) == ("rk1", 12, "utama")
    assert found["rk1"].parent == "atasan1"
    assert found["rk1.i2.target"].parent == "rk1"
    assert found["rk2.i1"].target is None
    assert found["rk3"].section == "tambahan"


def test_post_unit_and_regime_are_taken_and_no_name(read: Read) -> None:
    header = read(FORM, "skp.csv").header
    assert (header.post, header.unit, header.regime) == (
        "Analis SDM Aparatur", "Bidang Mutasi", "p6-2022-kuantitatif",
    )  # fmt: skip
    assert header.kind == "daftar"
    assert "Melati" not in repr(header)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_separator_encoding_and_line_ends_do_not_matter(items: Items, separator: str, codec: str, end: str) -> None:
    rows = [["No", "Rencana Hasil Kerja", "Target"], ["1", '"Laporan; tersusun, rapi | ok"', "90–95%"]]
    data = (end.join(separator.join(row) for row in rows) + end).encode(codec)
    assert [item.text for item in items(data, "skp.csv")] == ["Laporan; tersusun, rapi | ok", "90–95%"]


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("RENCANA HASIL KERJA (RHK) PEGAWAI", "rencana_kinerja"),
        ("RENCANA_HASIL_KERJA", "rencana_kinerja"),
        ("rencanakinerja", "rencana_kinerja"),
        ("R E N C A N A  K I N E R J A", "rencana_kinerja"),
        ("RENCANA HASL KERJA", "rencana_kinerja"),
        ("III. KEGIATAN TUGAS JABATAN", "rencana_kinerja"),
        ("SASARAN", "rencana_kinerja"),
        ("INDKATOR KINERJA INDIVIDU", "indikator"),
        ("INDIKATOR KINERJA INDIVIDU (IKI) & ASPEK", "indikator"),
        ("Indikator Kinerja :", "indikator"),
        ("IKI", "indikator"),
    ],
)
def test_a_title_is_known_in_its_variants(items: Items, title: str, part: str) -> None:
    (item,) = items(f"NO;{title};CATATAN\n1;Arsip tertata;x\n", "skp.csv")
    assert (item.part, item.at["column"]) == (part, 2)


@pytest.mark.parametrize(
    "title",
    [
        "RENCANA KINERJA ATASAN LANGSUNG/UNIT KERJA/ ORGANISASI",
        "Rencana Hasil Kinerja Pimpinan Yang Di Intervensi",
        "RHK_PIMPINAN_INTERV",
        "RENCANA HASIL KERJA PIMPNAN YANG DIINTERVENSI",
        "rhk_kapus",
    ],
)
def test_a_title_about_a_superior_is_never_the_persons_own(items: Items, title: str) -> None:
    above, own = items(f"NO;{title};RENCANA HASIL KERJA\n1;Layanan meningkat;Arsip tertata\n", "skp.csv")
    assert (above.part, own.part) == ("rk_atasan", "rencana_kinerja")


@pytest.mark.parametrize(
    "title",
    ["TARGET TAHUNAN", "TARGET/BAIK", "TARGET/SESUAI EKSPEKTASI", "TARGET 2026", "TARGER", "Target Kuantitas"],
)
def test_a_target_title_is_known_in_its_variants(items: Items, title: str) -> None:
    found = items(f"RENCANA KINERJA;REALISASI;{title}\nArsip tertata;9;12 arsip\n", "skp.csv")
    assert [brief(item) for item in found][1:] == [("target", "12 arsip", 2, 3)]


def test_of_two_target_columns_the_yearly_one_is_read(items: Items) -> None:
    found = items("RHK;TARGET BULANAN;TARGET TAHUNAN\nArsip tertata;1;12\n", "skp.csv")
    assert [item.text for item in found] == ["Arsip tertata", "12"]


def test_columns_for_each_aspect_are_read_as_indicators(items: Items) -> None:
    found = items(
        "rhk,indikator_kuantitas,target_kuantitas,satuan_kuantitas,Indikator (Waktu),Target Waktu\n"
        "Arsip tertata,Jumlah arsip,12,berkas,Lama penataan,3 hari\n",
        "skp.csv",
    )
    assert [(item.text, item.aspek, item.target) for item in found if item.part == "indikator"] == [
        ("Jumlah arsip", "kuantitas", "12 berkas"),
        ("Lama penataan", "waktu", "3 hari"),
    ]


@pytest.mark.parametrize(("target", "told"), [("12", "12 laporan"), ("90 %", "90 %"), ("12 buku", "12 buku")])
def test_the_unit_of_its_own_column_completes_a_bare_target(items: Items, target: str, told: str) -> None:
    found = items(f"RHK;INDIKATOR;SATUAN;TARGET\nArsip tertata;Jumlah;laporan;{target}\n", "skp.csv")
    assert [(item.part, item.text, item.target) for item in found][1:] == [
        ("indikator", "Jumlah", told),
        ("target", target, None),
    ]


def test_stacked_cells_are_taken_apart_line_by_line(items: Items) -> None:
    found = items(
        "NO,RENCANA KINERJA,ASPEK,INDIKATOR KINERJA INDIVIDU,TARGET\n"
        '1,Arsip,"Kuantitas\nKualitas\nWaktu","Jumlah arsip\r\npersentase arsip\r\nLama","3 arsip\n90 %\n12 bulan\n"\n',
        "skp.csv",
    )
    assert [(item.text, item.at["line"], item.aspek, item.target) for item in found if item.part == "indikator"] == [
        ("Jumlah arsip", 1, "Kuantitas", "3 arsip"),
        ("persentase arsip", 2, "Kualitas", "90 %"),
        ("Lama", 3, "Waktu", "12 bulan"),
    ]
    assert {item.at["row"] for item in found} == {2}


def test_a_text_that_was_only_wrapped_stays_whole(items: Items) -> None:
    found = items(
        'RHK,INDIKATOR,TARGET\n"Arsip\ntertata","Jumlah arsip\nyang tertata","12\narsip"\nB,"Jumlah\nA\nB","1\n2"\n',
        "skp.csv",
    )
    assert [item.text for item in found] == [
        "Arsip\ntertata", "Jumlah arsip\nyang tertata", "12\narsip", "B", "Jumlah\nA\nB", "1\n2",
    ]  # fmt: skip


def test_cells_are_never_stripped(items: Items) -> None:
    assert [item.text for item in items('RHK;TARGET\n" 1. Arsip ; ";\xa090 % \n', "skp.csv")] == [
        " 1. Arsip ; ", "\xa090 % ",
    ]  # fmt: skip


def test_a_blank_rencana_kinerja_continues_only_where_the_number_is_blank_too(items: Items) -> None:
    found = items("NO;RHK;INDIKATOR\n1;Arsip tertata;A\n;;B\n2;;C\n;;D\n", "skp.csv")
    assert [(item.text, item.parent, item.rk) for item in found if item.part == "indikator"] == [
        ("A", "rk1", "Arsip tertata"),
        ("B", "rk1", "Arsip tertata"),
        ("C", None, None),
        ("D", None, None),
    ]


def test_a_rencana_kinerja_that_is_repeated_on_each_row_is_one(items: Items) -> None:
    found = items("RHK,ASPEK,INDIKATOR\nArsip,Kuantitas,A\nArsip,Waktu,B\nLaporan,Waktu,C\n", "skp.csv")
    assert [item.text for item in found if item.part == "rencana_kinerja"] == ["Arsip", "Laporan"]
    assert [item.parent for item in found if item.part == "indikator"] == ["rk1", "rk1", "rk2"]


def test_the_same_words_under_a_new_number_are_another_rencana_kinerja(items: Items) -> None:
    found = items("NO,RHK\n1,Arsip\n2,Arsip\n", "skp.csv")
    assert [item.id for item in found] == ["rk1", "rk2"]


@pytest.mark.parametrize(
    "row",
    [
        "A. KINERJA UTAMA;;",
        "A;KINERJA UTAMA;",
        "UTAMA;;",
        ";Utama;",
        "KINERJA UTAMA;KINERJA UTAMA;KINERJA UTAMA",
        ";;utama :",
    ],
)
def test_a_section_row_divides_the_table(items: Items, row: str) -> None:
    (item,) = items(f"NO;RHK;TARGET\n{row}\n1;Arsip tertata;\n", "skp.csv")
    assert item.section == "utama"


def test_the_kind_column_gives_the_section(items: Items) -> None:
    found = items("Jenis;RHK\n1;Arsip\nTambahan;Notulen\n;Rapat\n", "skp.csv")
    assert [item.section for item in found] == ["utama", "tambahan", "tambahan"]


@pytest.mark.parametrize("row", ["(1);(2);(3)", "(1);(3);(4)", "1;2;3", ";;", "NO;RHK;TARGET", ";;Tahunan"])
def test_rows_that_are_no_data_are_passed_over(items: Items, row: str) -> None:
    assert [item.text for item in items(f"NO;RHK;TARGET\n{row}\n1;Arsip;\n", "skp.csv")] == ["Arsip"]


def test_a_repeated_heading_row_takes_reading_up_again(items: Items) -> None:
    found = items("NO;RHK\n1;Arsip\nKETERANGAN;\n;contoh\nTARGET;RHK\n9;Laporan\n", "skp.csv")
    assert [brief(item) for item in found] == [
        ("rencana_kinerja", "Arsip", 2, 2),
        ("target", "9", 6, 1),
        ("rencana_kinerja", "Laporan", 6, 2),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "PERILAKU KERJA;;",
        "KETERANGAN;;",
        "Nilai Akhir SKP = 110;;",
        "Ekspektasi Khusus Pimpinan:;;",
        ";Pegawai yang Dinilai;Pejabat Penilai Kinerja",
    ],
)
def test_other_parts_of_the_form_are_not_read(items: Items, row: str) -> None:
    assert [item.text for item in items(f"NO;RHK;TARGET\n1;Arsip;\n{row}\n2;Ramah dan cekatan;\n", "skp.csv")] == [
        "Arsip"
    ]


@pytest.mark.parametrize("place", ["Kota Contoh, 2 Januari 2026", "Kota Contoh, ..... 2026", "Kota, Januari 2026"])
def test_the_line_above_a_signature_is_not_read(items: Items, place: str) -> None:
    assert [item.text for item in items(f"NO;RHK\n1;Arsip\n;{place}\n", "skp.csv")] == ["Arsip"]


def test_a_statement_that_begins_like_a_closing_part_is_read(items: Items) -> None:
    found = items("NO;RHK\n1;Predikat kinerja pegawai ditetapkan tepat waktu\n2;Arsip\n", "skp.csv")
    assert len(found) == 2


def test_instructions_and_placeholders_are_no_statements(items: Items) -> None:
    found = items("NO;RHK;INDIKATOR;TARGET\n(diisi dengan sasaran pada PK);;;\n1;-;Jumlah arsip;--\n", "skp.csv")
    assert [(item.part, item.text) for item in found] == [
        ("pengisi", "(diisi dengan sasaran pada PK)"),
        ("pengisi", "-"),
        ("indikator", "Jumlah arsip"),
        ("pengisi", "--"),
    ]
    assert (found[2].rk, found[2].target) == (None, "--")


def test_short_rows_are_fine_and_empty_cells_give_no_items(items: Items) -> None:
    assert [item.text for item in items("NO;RHK;ASPEK;INDIKATOR;TARGET\n1;Arsip\n2;Surat;;;\n", "skp.csv")] == [
        "Arsip",
        "Surat",
    ]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\r\n", b" \n;;;\n", b"NO;RHK;TARGET\n"])
def test_an_empty_table_has_no_items(items: Items, data: bytes) -> None:
    assert items(data, "skp.csv") == []


def test_one_column_needs_its_title(items: Items, why: Why) -> None:
    assert [item.text for item in items("Rencana Kinerja\nArsip tertata\n", "skp.csv")] == ["Arsip tertata"]
    assert ".txt" in why("Arsip tertata\nLaporan tersusun\n", "skp.csv")


def test_an_unknown_heading_is_told_without_repeating_persons(why: Why) -> None:
    told = why("NO;NAMA;ASPEK;TARGET\n1;Melati 198001012005011001;Waktu;x\n", "skp.csv")
    assert "'ASPEK', 'TARGET'" in told
    assert "RENCANA HASIL KERJA" in told
    assert "Melati" not in told
    assert "198001012005011001" not in told


@pytest.mark.parametrize(
    ("rows", "line", "word"),
    [
        ('1;"Arsip\n2;Surat\n', 2, "tidak ditutup"),
        ('1;Arsip\n2;"Surat "masuk" tertata"\n', 3, "dua kali"),
        ("1;Arsip; surat; dan berkas\n", None, "baris tabel 2 berisi 4 kolom"),
    ],
)
def test_a_broken_row_is_told_when_it_is_reached(read: Read, rows: str, line: int | None, word: str) -> None:
    document = read(f"NO;RHK\n{rows}", "skp.csv")
    with pytest.raises(UserError) as caught:
        list(document.items)
    assert word in reason(caught.value).id
    assert (caught.value.path, caught.value.line) == ("skp.csv", line)


CELLS = st.sampled_from(["NO", "RHK", "IKI", "Target", "Utama", "(1)", "-", "a\nb", "Kota, 2 Mei 2026", ""])


@given(
    st.one_of(
        st.binary(),
        st.text('NORHK;,"\n\r\t|1()- A', max_size=60).map(lambda text: f"NO;RHK;TARGET\n{text}".encode()),
        st.lists(st.lists(CELLS)).map(
            lambda rows: "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows).encode()
        ),
    ),
    st.sampled_from(["a.csv", "a.tsv"]),
)
def test_any_bytes_give_items_or_one_reason(data: bytes, name: str) -> None:
    found_or_told = list(read_data(data, name))
    assert found_or_told
    for outcome in (one for one in found_or_told if isinstance(one, Document)):
        try:
            found = list(outcome.items)
        except UserError as error:
            assert reason(error)
        else:
            assert all(item.text.strip() and item.row == item.at["row"] for item in found)
            named = [item.id for item in found if item.id]
            assert len(named) == len(set(named))


def test_the_first_of_two_tables_is_read_though_the_second_has_more_columns(items: Items) -> None:
    found = items(
        "NO;RENCANA HASL KERJA\n1;Arsip\n\nNO;RENCANA HASIL KERJA;ASPEK;TARGET\n1;Surat;Waktu;12\n", "skp.csv"
    )
    assert [item.text for item in found] == ["Arsip", "Surat", "Waktu", "12"]


def test_a_table_whose_plans_nobody_knows_is_told() -> None:
    data = b"NO;BUTIR KINERJA SAYA;INDIKATOR KINERJA INDIVIDU;TARGET\n;;;\n1;Arsip tertata;Jumlah arsip;10 berkas\n"
    found = list(read_data(data, "skp.csv"))
    (told,) = (one for one in found if isinstance(one, NotChecked))
    assert told.fatal
    assert "'BUTIR KINERJA SAYA'" in told.reason.id
