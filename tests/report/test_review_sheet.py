"""The Lembar Reviu: what it says, what it leaves out, and that page and Word document say the same."""

import base64
import hashlib
import io
import re
import shutil
import subprocess
import sys
import zipfile

import docx
import msgspec
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from linter.io.ours import is_report_data, is_untouched_copy, is_untouched_text_copy
from linter.model import (
    Checked,
    Edit,
    Finding,
    Fix,
    Header,
    Item,
    Noted,
    People,
    Person,
    Reviewed,
    Score,
    UserError,
    Verdict,
)
from linter.report.reviewsheet import Aspect, Signing, sheet_of, to_docx, to_html
from linter.report.reviewsheet.words import ENGLISH, INDONESIAN

KUANTITATIF, KUALITATIF, DASAR = "p6-2022-kuantitatif", "p6-2022-kualitatif", "p8-2021-dasar"
ASPECTS = (
    Aspect("Keselarasan dengan kinerja atasan langsung", "Materi penyusunan SKP, BKN 2021", frozenset({"R001"})),
    Aspect("Kesetaraan kualitas dan tingkat kendali", "Materi penyusunan SKP, BKN 2021", frozenset({"A006"})),
    Aspect("Ketepatan penentuan aspek indikator dan IKI", "Materi penyusunan SKP, BKN 2021", frozenset({"C001"})),
)
PEOPLE = People(
    Person("Pegawai Contoh", "199001012015031001", "Penata, III/c", "Analis Contoh Ahli Muda", "Bidang Contoh"),
    Person("Pejabat Contoh", "197001011995031001", "Pembina, IV/a", "Kepala Bidang Contoh", "Dinas Contoh"),
)
SIGNING = Signing("Kota Contoh", "12 Januari 2026", "Penelaah Contoh", "198001012005011001")
NAMES = {"error": "verba-aktivitas", "warning": "mutu-tanpa-ukuran", "info": "di-luar-kendali"}
CITATION = "Permen PANRB 8/2021, Lampiran, hlm. 14 (wajib)"


class Form:
    """A form that is filled in row by row; a note is given as (code, severity, message) or with more of a Finding."""

    def __init__(self, regime=KUANTITATIF, people=PEOPLE, kind="skp", **header):
        self.regime, self.people = regime, people
        self.header = Header(kind=kind, regime=regime, period=("2026-01-01", "2026-12-31"), **header)
        self.items, self.row, self.rks, self.measures, self.parent = [], 10, 0, 0, ""

    def above(self, text, *notes):
        self._add("rk_atasan", text, "B", notes, id=f"atasan{self.rks + 1}")
        self.parent = f"atasan{self.rks + 1}"

    def plan(self, text, *notes, section="utama"):
        self.rks, self.measures, self.section = self.rks + 1, 0, section
        self.row += 1
        self._add("rencana_kinerja", text, "C", notes, id=f"rk{self.rks}", parent=self.parent, section=section)

    def measure(self, indicator, target="", aspect="", *notes):
        self.row += bool(self.measures)
        self.measures += 1
        name = f"rk{self.rks}.i{self.measures}"
        told = {"parent": f"rk{self.rks}", "section": self.section, "rk": "…"}
        if aspect:
            self._add("aspek", aspect, "D", (), id=f"{name}.aspek", **told)
        self._add("indikator", indicator, "E", notes, id=name, aspek=aspect or None, target=target or None, **told)
        if target:
            self._add("target", target, "F", (), id=f"{name}.target", **told)

    def beside(self, part, column, *notes):
        """Note something about the row (baris), a cell of it (target), or between documents (unit)."""
        self._add(part, "", column, notes, row=self.row)

    def whole(self, *notes):
        self.items.append(
            Checked(Item("", "dokumen", {"sheet": "SKP", "cell": "A1"}), self.regime, findings=self._f(notes))
        )

    def _add(self, part, text, column, notes, **more):
        item = Item(text, part, {"sheet": "SKP", "cell": f"{column}{self.row}", "line": 1}, **{"row": self.row, **more})
        verdict = Verdict("pencapaian") if part == "rencana_kinerja" else None
        self.items.append(Checked(item, self.regime, verdict, findings=self._f(notes)))

    def _f(self, notes):
        return tuple(
            Finding(
                code,
                NAMES[severity],
                severity,
                "pedoman",
                0,
                0,
                message,
                basis=(CITATION,),
                **(more[0] if more else {}),
            )
            for code, severity, message, *more in notes
        )

    def reviewed(self, *, mandatory=(), path="draf/pegawai.xlsx", whole=True):
        """Return the document; the fingerprint of its first note is "1", and so on, and *mandatory* names some."""
        places = {str(one.item.at): n for n, one in reversed([*enumerate(self.items)])}
        found = [(one.item, finding) for one in self.items for finding in one.findings]
        notes = tuple(Noted(str(n), *one, places[str(one[0].at)]) for n, one in enumerate(found, 1))
        plans = [one for one in self.items if one.verdict]
        clean = sum(all(f.severity == "info" for f in one.findings) for one in plans)
        score = Score(clean, len(plans), tuple(mandatory), None)
        return Reviewed(path, "xlsx", 1, self.header, self.people, tuple(self.items), notes, score, whole)


ACT = ("C001", "error", "Rumusan ini menyebut kegiatan (“Menyusun”). Apa yang dihasilkan?",
       {"suggestions": ("Laporan keuangan tersaji ‹sesuai standar› dan disampaikan tepat waktu", "Kedua")})  # fmt: skip
VAGUE = ("S001", "warning", "“dengan cepat” tidak menyebut ukuran.",
         {"fix": Fix("pratinjau", (Edit(0, 6, "Waktu"),))})  # fmt: skip
BEYOND = ("A006", "info", "Angka ini ditentukan banyak pihak di luar kendali jabatan ini.")
UNSERVED = ("R001", "warning", "Rencana pimpinan yang didukung belum ditulis.")
TOO_MANY = ("D008", "info", "SKP ini memuat banyak rencana.")


def form_ja():
    """Staff under the regulation of 2022, quantitative: notes 1 and 2 on a plan, 3 on its second measure, 4 on the next
    plan, 5 on the row of that, 6 on the whole."""
    form = Form()
    form.above("Laporan dinas terbit tepat waktu")
    form.plan("Menyusun laporan keuangan", ACT, VAGUE)
    form.measure("Persentase laporan tanpa koreksi", "90–95%", "Kualitas")
    form.measure("Jumlah laporan", "12 laporan", "Kuantitas", BEYOND)
    form.plan("Arsip ditemukan dalam 10 menit", VAGUE)
    form.measure("Persentase berkas yang lengkap", "95%", "Waktu")
    form.beside("baris", "C", UNSERVED)
    form.plan("Naskah pidato siap H-3", section="tambahan")
    form.measure("Waktu penyampaian naskah", "H-3", "Waktu")
    form.whole(TOO_MANY)
    return form


def form_jpt():
    form = Form()
    form.plan("Nelayan kecil terlindungi asuransi")
    form.measure("Persentase nelayan kecil berasuransi", "90%")
    return form


def form_2021():
    form = Form(DASAR)
    form.above("Layanan kepegawaian selesai tepat waktu")
    form.plan("Berkas pensiun lengkap", UNSERVED)
    form.measure("Persentase berkas lengkap", "100%", "Kualitas")
    return form


def form_kualitatif():
    form = Form(KUALITATIF)
    form.plan("Buku induk pegawai mutakhir")
    form.measure("Setiap perubahan tercatat dalam dua hari kerja", "setiap bulan")
    form.measure("Tidak ada berkas yang tertahan")
    return form


def plain_list():
    form = Form(people=People(), kind="daftar")
    form.plan("1. Menyusun laporan", ACT, section=None)
    form.plan("2. Arsip tertata", section=None)
    return form


FORMS = (form_jpt, form_ja, form_2021, form_kualitatif, plain_list)
ALL = dict.fromkeys("123456", True)


def sheet(form, accepted=ALL, *, signing=SIGNING, aspects=ASPECTS, lang="id", **more):
    return sheet_of(form.reviewed(**more), accepted, aspects, signing, lang)


def page(*sheets, deciding=False, lang="id"):
    return html.fromstring(to_html(sheets, lang=lang, deciding=deciding))


def said(element):
    return " ".join(element.text_content().split())


def table_of(tree):
    """Return the texts of the table of the form, row by row."""
    (table,) = tree.find_class("rows")
    return [[said(cell) for cell in row.xpath("./th|./td")] for row in table.iter("tr")]


def word(sheet):
    return docx.Document(io.BytesIO(to_docx(sheet)))


def word_text(document):
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p")))


# -- what it says


def test_the_rows_of_the_form_with_their_notes():
    head, *rows = table_of(page(sheet(form_ja())))
    assert head == [
        "NO", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK",
        "INDIKATOR KINERJA INDIVIDU", "TARGET", "REVIU OLEH PENGELOLA KINERJA", "CATATAN PERBAIKAN",
    ]  # fmt: skip
    assert rows[0] == ["A. KINERJA UTAMA"]
    number, above, plan, aspect, indicator, target, review, notes = rows[1]
    assert (number, above, plan) == ("1", "Laporan dinas terbit tepat waktu", "Menyusun laporan keuangan")
    assert (aspect, indicator, target) == ("Kualitas", "Persentase laporan tanpa koreksi", "90–95%")
    assert review == "Perlu diperbaiki (1) Sebaiknya diperbaiki (2)"
    assert notes == (
        "(1) Rencana hasil kerja: Rumusan ini menyebut kegiatan (“Menyusun”). Apa yang dihasilkan? "
        "Misalnya: Laporan keuangan tersaji ‹sesuai standar› dan disampaikan tepat waktu "
        "(2) Rencana hasil kerja: “dengan cepat” tidak menyebut ukuran. Perbaikan: “Menyus” → “Waktu”"
    )
    assert rows[2][-2:] == ["Pertimbangkan (3)", f"(3) Indikator: {BEYOND[2]}"]
    assert rows[3][-2] == "Sebaiknya diperbaiki (4), (5)"
    assert rows[3][-1].endswith("(5) Seluruh baris: Rencana pimpinan yang didukung belum ditulis.")
    assert rows[4:] == [
        ["B. KINERJA TAMBAHAN"],
        ["1", above, "Naskah pidato siap H-3", "Waktu", "Waktu penyampaian naskah", "H-3", "Tidak ada catatan", ""],
    ]


def test_merged_cells_cover_their_rows():
    (table,) = page(sheet(form_ja())).find_class("rows")
    going_on = [["goes-on" in cell.get("class") for cell in row[:3]] for row in table.xpath(".//tbody[1]/tr")[1:]]
    assert going_on == [[True, True, True], [False, True, False], [False, False, False]]
    assert table.xpath("count(.//@rowspan)") == 0  # a browser would tear it apart at the end of a page
    (made,) = [one for one in word(sheet(form_ja())).tables if len(one.columns) == 8]
    assert [cell.text for cell in made.columns[2].cells[2:5]] == ["Menyusun laporan keuangan"] * 2 + [
        "Arsip ditemukan dalam 10 menit"
    ]


@pytest.mark.parametrize(
    ("form", "columns"),
    [
        (form_jpt, ["NO", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET"]),
        (form_2021, ["NO", "RENCANA KINERJA ATASAN LANGSUNG YANG DIINTERVENSI", "RENCANA KINERJA", "ASPEK",
                     "INDIKATOR KINERJA INDIVIDU", "TARGET"]),
        (form_kualitatif, ["NO", "RENCANA HASIL KERJA", "UKURAN KEBERHASILAN / INDIKATOR KINERJA INDIVIDU DAN TARGET"]),
        (plain_list, ["NO", "RENCANA HASIL KERJA"]),
    ],
)  # fmt: skip
def test_each_regime_has_its_own_columns(form, columns):
    assert table_of(page(sheet(form())))[0][:-2] == columns


def test_the_qualitative_approach_writes_the_target_below_the_measure():
    rows = table_of(page(sheet(form_kualitatif())))
    assert rows[2][2] == "Setiap perubahan tercatat dalam dua hari kerja Target: setiap bulan"
    assert rows[3] == ["", "", "Tidak ada berkas yang tertahan", "Tidak ada catatan", ""]


def test_a_number_of_the_list_itself_is_not_written_twice():
    assert [row[:2] for row in table_of(page(sheet(plain_list())))[1:]] == [
        ["1", "Menyusun laporan"],
        ["2", "Arsip tertata"],
    ]


def test_only_accepted_notes_are_printed_and_counted():
    decided = {"1": True, "2": False, "4": True}  # 3, 5 and 6 are not decided
    made = sheet(form_ja(), decided, mandatory=["1", "2"])
    for text in (said(page(made)), word_text(word(made))):
        assert "Ada 1 hal wajib yang belum terpenuhi: catatan (1)." in text
        assert "1 dari 3 rumusan tanpa catatan" in text
        assert "3 catatan belum diputuskan dan tidak dicetak." in text
        assert "(2) Rencana hasil kerja: “dengan cepat”" in text
        assert "(3)" not in text
        assert BEYOND[2] not in text
        assert TOO_MANY[2] not in text


def test_the_headline_is_that_of_the_score_where_all_is_accepted():
    form = form_ja()
    assert form.reviewed().score == Score(1, 3, (), None)
    text = said(page(sheet(form)))
    assert "1 dari 3 rumusan tanpa catatan" in text
    assert "Yang hanya untuk dipertimbangkan tidak mengurangi hitungan" in text
    assert "Tidak ada catatan tentang hal wajib." in text


def test_notes_are_grouped_by_aspect_and_the_last_one_takes_the_rest():
    tables = page(sheet(form_ja())).xpath("//h2[text()='Aspek yang direviu']/following-sibling::table[1]//tbody/tr")
    assert [said(row) for row in tables] == [
        "1. Keselarasan dengan kinerja atasan langsung Materi penyusunan SKP, BKN 2021 Sebaiknya diperbaiki (5)",
        "2. Kesetaraan kualitas dan tingkat kendali Materi penyusunan SKP, BKN 2021 Pertimbangkan (3)",
        "3. Ketepatan penentuan aspek indikator dan IKI Materi penyusunan SKP, BKN 2021 "
        "Perlu diperbaiki (1) Sebaiknya diperbaiki (2), (4) Pertimbangkan (6)",
    ]


def test_the_basis_of_every_printed_note_stands_at_the_end():
    rows = page(sheet(form_ja(), {"1": True, "4": True})).xpath("//table[@class='grounds']/tbody/tr")
    assert [said(row) for row in rows] == [
        "(1) C001 verba-aktivitas Permen PANRB 8/2021, Lampiran, hlm. 14 (wajib)",
        "(2) S001 mutu-tanpa-ukuran Permen PANRB 8/2021, Lampiran, hlm. 14 (wajib)",
    ]
    assert not page(sheet(form_ja(), {})).find_class("grounds")


def test_notes_find_the_row_of_their_place_their_text_or_their_parent():
    form = form_jpt()
    form.beside("target", "F", ("T001", "error", "Target 1."))
    form.items.append(
        Checked(
            Item("", "baris", {"cell": "Z9"}, parent="rk1"),
            KUANTITATIF,
            findings=form._f([("R001", "error", "Baris.")]),
        )
    )
    form.items.append(
        Checked(
            Item("Uraian", "uraian_tugas", {"cell": "Z10"}),
            KUANTITATIF,
            findings=form._f([("U001", "error", "Tugas.")]),
        )
    )
    tree = page(sheet(form))
    assert table_of(tree)[2][-1] == "(1) Target: Target 1. (2) Seluruh baris: Baris."
    whole = tree.xpath("//h2[starts-with(., 'Catatan atas')]/following-sibling::table[1]//tbody/tr")[0]
    assert said(whole) == "Perlu diperbaiki (3) (3) Uraian tugas “Uraian”: Tugas."


def test_a_note_is_placed_by_the_text_it_is_about():
    form = form_ja()
    doc = form.reviewed()
    place = next(n for n, one in enumerate(doc.items) if one.item.text == "Waktu penyampaian naskah")
    stray = Noted("9", Item("", "unit", {"cell": "X1"}), form._f([UNSERVED])[0], place)
    made = sheet_of(msgspec.structs.replace(doc, notes=(stray,)), {"9": True}, ASPECTS, SIGNING, "id")
    assert table_of(page(made))[-1][-1] == "(1) Antardokumen: Rencana pimpinan yang didukung belum ditulis."


def test_measures_without_a_plan_stand_in_rows_of_their_own():
    form = Form()
    form.section = "utama"
    for text in ("Jumlah berkas", "Jumlah surat"):
        form.items.append(Checked(Item(text, "indikator", {"line": len(form.items)}, target="5"), KUANTITATIF))
    assert [row[:4] for row in table_of(page(sheet(form)))[1:]] == [
        ["", "", "Jumlah berkas", "5"],
        ["", "", "Jumlah surat", "5"],
    ]


def test_it_keeps_the_names_that_the_form_has():
    for text in (said(page(sheet(form_ja()))), word_text(word(sheet(form_ja())))):
        for told in (*msgspec.structs.astuple(PEOPLE.owner), *msgspec.structs.astuple(PEOPLE.appraiser)):
            assert told in text
        assert "Periode penilaian: 1 Januari s.d. 31 Desember 2026" in text
        assert "Bentuk SKP: Permen PANRB 6/2022, pendekatan kuantitatif" in text
    assert "199001012015031001" not in repr(sheet(form_ja()))


def test_what_the_form_does_not_say_stays_blank():
    people = People(Person(name="Pegawai Contoh"))
    lines = sheet(Form(people=people, post="Analis Contoh", appraiser="Kepala Contoh")).parties
    assert [value for _, value in lines[0].lines] == ["Pegawai Contoh", "–", "–", "Analis Contoh", "–"]
    assert [value for _, value in lines[1].lines] == ["–", "–", "–", "Kepala Contoh", "–"]


def test_a_plain_list_is_known_by_its_file_alone():
    made = sheet(plain_list(), path="C:\\draf\\daftar.txt")
    assert made.parties == ()
    assert "Berkas: daftar.txt" in said(page(made))
    assert "draf" not in said(page(made))


def test_no_text_of_ours_uses_the_words_of_a_predikat():
    verdict = re.compile(
        r"\b(baik|butuh|cukup|kurang|sangat|sesuai|good|poor|excellent|improvement|fair)\b", re.IGNORECASE
    )
    for one in (INDONESIAN, ENGLISH):
        fixed = msgspec.json.encode(one).decode()
        assert not verdict.search(fixed), verdict.search(fixed)
    form = form_jpt()
    assert not verdict.search(said(page(sheet(form, signing=Signing(), aspects=()))))


def test_it_says_that_it_judges_wording():
    for text in (said(page(sheet(form_jpt()))), word_text(word(sheet(form_jpt())))):
        assert "Reviu ini menilai rumusan kalimat, bukan kinerja atau pribadi pegawai." in text


def test_a_document_without_texts_and_one_with_too_many():
    assert "Dokumen ini tidak memuat rencana hasil kerja." in said(page(sheet(Form())))
    long = sheet_of(
        msgspec.structs.replace(Form().reviewed(whole=False), score=Score(9, 30_000, (), None)),
        {},
        ASPECTS,
        SIGNING,
        "id",
    )
    for text in (said(page(long, deciding=True).body), word_text(word(long))):
        assert "9 dari 30000 rumusan tanpa catatan" in text
        assert "terlalu banyak rumusan" in text
        assert "Tidak ada catatan" not in text.replace(INDONESIAN.none_mandatory, "")


def test_english():
    made = sheet(form_ja(), mandatory=["1"], lang="en")
    for text in (said(page(made, lang="en")), word_text(word(made))):
        for told in ("A. MAIN RESULTS", "Needs fixing (1)", "No notes", "For example: Laporan", "1 January to 31 December 2026",
                     "Mandatory points not yet met: 1, see (1).", "Planned result:"):  # fmt: skip
            assert told in text
    assert page(made, lang="en").get("lang") == "en"


# -- hostile texts


def test_texts_of_others_do_no_harm():
    form = Form(people=People(Person(name="<b>Pegawai\u202e</b>\x1b")))
    form.plan("<script>alert(1)</script>\r\n\u202emundur\x00\uffff\ud800", ("C001", "error", "<img src=x onerror=y>"))
    form.measure("w" * 400, "=1+1")
    made = sheet(form, signing=Signing(place='"><script>'))
    for deciding in (False, True):
        tree = page(made, deciding=deciding)
        assert len(tree.xpath("//script")) == deciding
        assert not tree.xpath("//img | //b | //@onerror")
        assert "<script>alert(1)</script> ⟨U+202E⟩mundur␀\ufffd\ufffd" in said(tree.find_class("rows")[0])
    text = word_text(word(made))
    assert "<script>alert(1)</script>\n⟨U+202E⟩mundur␀\ufffd\ufffd" in text
    assert "<b>Pegawai⟨U+202E⟩</b>␛" in text


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_printed(plan, message, name):
    form = Form(people=People(Person(name=name)))
    form.plan(plan, ("C001", "error", message))
    made = sheet(form, signing=Signing(name=name))
    cell = made.sections[0].rows[0].cells[1].text if plan else ""
    (table,) = [one for one in word(made).tables if len(one.columns) == 6]
    assert cell in [table.rows[-1].cells[1].text, ""]
    # what HTML itself folds is white space
    assert page(made, deciding=True).find_class("rows")[0].xpath("string(.//td[2])").split() == cell.split()


def test_lines_of_a_cell_stay_lines():
    form = Form()
    form.plan("Arsip tertata\r\n\r\n  dan mudah ditemukan ")
    made = sheet(form)
    assert made.sections[0].rows[0].cells[1].text == "Arsip tertata\ndan mudah ditemukan"


# -- the page


@pytest.mark.parametrize("deciding", [False, True])
def test_nothing_is_asked_from_outside(deciding):
    data = to_html([sheet(form_ja())], lang="id", deciding=deciding)
    tree = html.fromstring(data)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for name in ("style", "script"):
        digests = re.findall(rf"{name}-src '(sha256-[^']+)'", policy)
        texts = re.findall(rf"<{name}>(.*?)</{name}>".encode(), data, re.DOTALL)
        assert digests == ["sha256-" + base64.b64encode(hashlib.sha256(text).digest()).decode() for text in texts]
    assert policy.startswith("default-src 'none'")
    assert ("script-src" in policy) is deciding
    assert not tree.xpath("//@src | //@href | //@style | //link | //form | //@onclick")


def test_without_decisions_the_page_holds_accepted_notes_alone():
    data = to_html([sheet(form_ja(), {"1": True, "3": False})], lang="id", deciding=False).decode()
    assert ACT[2] in data
    assert BEYOND[2] not in data
    assert VAGUE[2] not in data
    assert "<script" not in data
    assert "<input" not in data


def test_the_page_with_decisions_holds_every_note_and_what_was_decided():
    tree = page(sheet(form_ja(), {"1": True, "3": False}), deciding=True)
    notes = tree.find_class("note")
    assert [note.get("class").split()[1] for note in notes] == ["accepted", "open", "rejected", "open", "open", "open"]
    assert [note.get("data-key") for note in notes] == list("123456")
    assert [len(note.xpath(".//input[@type='radio'][@checked]")) for note in notes] == [1, 0, 1, 0, 0, 0]
    names = tree.xpath("//input[@type='radio']/@name")
    assert len(set(names)) == 6
    for group in tree.xpath("//fieldset[@class='decide']"):
        assert tree.get_element_by_id(group.get("aria-labelledby")) is not None
    assert [said(label) for label in notes[0].iter("label")] == ["Terima", "Tolak"]
    assert len(tree.xpath("//input[@data-field]")) == 4


def test_names_are_kept_out_of_what_the_browser_stores():
    tree = page(sheet(form_ja()), deciding=True)
    assert re.fullmatch(r"[0-9a-f]{16}", tree.body.get("data-state"))
    script = tree.xpath("//script")[0].text
    assert "localStorage" not in script
    assert script.count("sessionStorage.setItem(store, JSON.stringify(decisions()))") == script.count("setItem") == 1
    other = page(sheet(form_ja(), {"1": False}), deciding=True)
    assert other.body.get("data-state") != tree.body.get("data-state")


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium"), reason="needs Chromium")
def test_the_script_counts_and_numbers_as_the_page_was_made(tmp_path):
    made = sheet(form_ja(), {"1": True, "3": False, "4": True, "6": True}, mandatory=["1", "3"])
    data = to_html([made, sheet(form_jpt())], lang="id", deciding=True)
    (tmp_path / "reviu.html").write_bytes(data)
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    command = [
        "chromium",
        *options,
        f"--user-data-dir={tmp_path / 'profile'}",
        "--dump-dom",
        f"file://{tmp_path}/reviu.html",
    ]
    shown = html.fromstring(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    for name in ("review", "number", "standing", "sign", "based"):
        before, after = ([said(one) for one in tree.find_class(name)] for tree in (html.fromstring(data), shown))
        assert before == after
    assert said(shown.find_class("bar")[0]).startswith("6 catatan: 3 diterima, 1 ditolak, 2 belum")
    assert "js" in shown.get("class")


@pytest.mark.parametrize("form", FORMS)
def test_every_sheet_is_signed_once(form):
    made = sheet(form())
    tree = page(made, made)
    assert [len(one.find_class("sign")) for one in tree.find_class("sheet")] == [1, 1]
    assert said(tree.find_class("sign")[0]) == (
        "Kota Contoh, 12 Januari 2026 Pengelola Kinerja, Penelaah Contoh NIP 198001012005011001"
    )
    assert word_text(word(made)).count("Pengelola Kinerja,") == 1


def test_what_the_reviewer_did_not_say_is_a_dotted_line():
    for text in (
        said(page(sheet(form_jpt(), signing=Signing()))),
        word_text(word(sheet(form_jpt(), signing=Signing()))),
    ):
        assert re.search(r"\.{20,}, \.{20,}\s+Pengelola Kinerja,\s+\.{40,}\s+NIP \.{20,}", text)


def test_headings_have_a_scope():
    tree = page(sheet(form_ja()), deciding=True)
    assert all(one.get("scope") in ("col", "row", "rowgroup") for one in tree.iter("th"))


# -- the Word document


def test_word_repeats_the_headings_and_fixes_the_widths():
    document = word(sheet(form_ja()))
    section = document.sections[0]
    assert section.page_width > section.page_height
    (table,) = [one for one in document.tables if len(one.columns) == 8]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[2]._tr.trPr.find(qn("w:cantSplit")) is not None
    assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
    width = section.page_width - section.left_margin - section.right_margin
    assert abs(sum(column.width for column in table.columns) - width) < width / 200
    assert "NUMPAGES" in section.footer._element.xml


def test_word_says_what_the_page_says():
    made = sheet(form_ja(), {"1": True, "3": False, "6": True}, mandatory=["1"])
    (table,) = page(made).find_class("rows")
    text = word_text(word(made))
    for cell in table.iter("td", "th"):
        for piece in cell.itertext():
            assert " ".join(piece.split()) in " ".join(text.split())
    assert BEYOND[2] not in text


def test_a_long_row_may_break_across_pages():
    form = Form()
    form.plan("kata " * 400)
    (table,) = [one for one in word(sheet(form)).tables if len(one.columns) == 6]
    assert table.rows[2]._tr.trPr.find(qn("w:cantSplit")) is None


def test_the_properties_name_nobody():
    told = word(sheet(form_ja())).core_properties
    assert (told.title, told.author, told.last_modified_by) == ("Lembar Reviu Rencana SKP", "", "")
    assert told.created.year == told.modified.year == 2000


def test_nobody_takes_the_sheet_for_a_draft():
    assert is_report_data(to_docx(sheet(form_ja())))


def test_a_sheet_that_nobody_changed_is_known():
    document, made = to_docx(sheet(form_ja())), to_html([sheet(form_ja())], lang="id", deciding=True)
    assert is_untouched_copy(document)
    assert is_untouched_text_copy(made)
    assert not is_untouched_text_copy(made.replace(b"Pegawai Contoh", b"Pegawai Lain"))
    saved = io.BytesIO()
    docx.Document(io.BytesIO(document)).save(saved)
    assert not is_untouched_copy(saved.getvalue())


def test_the_same_sheet_gives_the_same_bytes():
    for form in FORMS:
        one, other = sheet(form()), sheet(form())
        assert to_docx(one) == to_docx(other)
        assert to_html([one], lang="id", deciding=True) == to_html([other], lang="id", deciding=True)
    with zipfile.ZipFile(io.BytesIO(to_docx(one))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_without_python_docx_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "linter.report.reviewsheet.paper", raising=False)
    with pytest.raises(UserError, match=re.escape("pip install 'skplint[docx]'")):
        to_docx(sheet(form_jpt()))
