# ruff: noqa: E501 – sentences in a table read best on one line
"""Documents with checked items, made by hand, for the tests of the reports and for looking at them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

from linter.model import (
    Checked,
    Document,
    Edit,
    Finding,
    Fix,
    Indicator,
    Item,
    NotChecked,
    Origin,
    Parse,
    Phrase,
    Qualifier,
    Reading,
    RuleExample,
    RuleInfo,
    Runner,
    Said,
    Verdict,
    Word,
)
from linter.report import Reporter, Run, Tally

RUN = Run(regime="p6-2022-kuantitatif", profile="lengkap", engine="0.1.0", rules="1f3a9c20")
REGIME = RUN.regime


def phrase(text: str, part: str | None) -> Phrase | None:
    """Return the first place of *part* in *text* as a phrase."""
    if part is None:
        return None
    start = text.index(part)
    return Phrase(part, start, start + len(part), 0, 0, 0)


def parse(
    text: str,
    form: str,
    *,
    verb: str | None = None,
    object: str | None = None,
    subject: str | None = None,
    qualifiers: Iterable[tuple[str, bool, str]] = (),
    unplaced: Iterable[str] = (),
) -> Parse:
    """Return a reading of *text* in which the parts are named by their characters."""
    words, at = [], 0
    for form_ in text.split():
        at = text.index(form_, at)
        words.append(Word(form_, at, at + len(form_), Reading(form_.lower(), "N", form_.lower()), "N"))
        at += len(form_)
    left = tuple(p for p in (phrase(text, u) for u in unplaced) if p)
    return Parse(
        form,
        not left,
        tuple(words),
        phrase(text, subject),
        phrase(text, verb),
        phrase(text, object),
        tuple(Qualifier(type, standard, p) for type, standard, q in qualifiers if (p := phrase(text, q))),
        left,
    )


def statement(
    text: str,
    class_: str | None,
    confidence: float,
    reading: Parse | None,
    findings: Iterable[Finding] = (),
    *,
    at: dict[str, Any] | None = None,
    semu: bool = False,
    by: str = "C001",
    **item: Any,
) -> Checked:
    """Return a checked rencana kinerja."""
    place = at or {"line": 1, "column": 1}
    item.setdefault("origin", Origin(place["line"], 1) if place.keys() == {"line", "column"} else None)
    notes = tuple(findings)
    key = f"{zlib.crc32(text.encode('utf-8', 'replace')):016x}" if notes else ""
    verdict = Verdict(class_, semu, confidence, by, None, (Runner("C100", "pencapaian"),))
    return Checked(Item(text, "rencana_kinerja", place, **item), REGIME, verdict, reading, None, notes, key)


def finding(text: str, part: str, code: str, name: str, severity: str, message: str, **more: Any) -> Finding:
    """Return a note on the first place of *part* in *text*."""
    start = text.index(part)
    return Finding(code, name, severity, more.pop("force", "pedoman"), start, start + len(part), message, **more)


MATERI = "Materi evaluasi kinerja ASN 2025, bagian Kerja – Kinerja"

_T1 = "1. Menyusun laporan keuangan bulanan tepat waktu"
_T2 = "Permohonan izin mendirikan bangunan diproses dengan cepat sesuai SOP paling lambat 5 hari kerja setelah berkas lengkap"
_T3 = "Terlaksananya rapat koordinasi dengan baik"
_T4 = "Laporan keuangan disampaikan tepat waktu sesuai standar akuntansi pemerintahan"
_T5 = "Sosialisasi"
_T6 = "Meningkatkan mutu data statistik sektoral se Kabupaten, dsb dll, bagi para pengguna melalui portal satu data yang mudah diakses oleh masyarakat luas"
_T7 = "Membina kader \x1b[31mposyandu\u202e"
_T8 = "Menyusun materi rapat"

C001 = {
    "why": "SKP memuat apa yang dicapai pada akhir periode, bukan apa yang dikerjakan setiap hari. Kegiatan yang sama dapat menghasilkan mutu yang sangat berbeda, dan dari rumusan ini mutu itu tidak tampak.",
    "basis": (MATERI,),
}  # fmt: skip

TEXT = (
    statement(
        _T1, "aktivitas", 0.97,
        parse(_T1, "verba_aktif", verb="Menyusun", object="laporan keuangan bulanan", qualifiers=[("waktu", True, "tepat waktu")]),
        [finding(_T1, "Menyusun", "C001", "verba-aktivitas", "error",
                 "Rumusan ini menyebut kegiatan (“Menyusun”). Apa yang dihasilkan, dan bagaimana mutunya?",
                 suggestions=("Laporan keuangan bulanan tersaji <sesuai standar …> dan disampaikan tepat waktu", "Laporan keuangan bulanan disampaikan kepada <penerima> tepat waktu"), **C001)],
        at={"line": 3, "column": 1}, id="1",
    ),
    statement(
        _T2, "pencapaian", 0.91,
        parse(_T2, "pasif", verb="diproses", object="Permohonan izin mendirikan bangunan",
              qualifiers=[("mutu", False, "dengan cepat"), ("kesesuaian", True, "sesuai SOP"), ("waktu", True, "paling lambat 5 hari kerja setelah berkas lengkap")]),
        [finding(_T2, "dengan cepat", "S001", "mutu-tanpa-ukuran", "warning",
                 "Kata ini tidak menyebut ukuran. Seberapa cepat? Batas waktunya sudah ada di belakang, jadi kata ini dapat dibuang.",
                 force="saran", why="Dua penilai dapat memahami kata ini secara berbeda.",
                 fix=Fix("pratinjau", (Edit(_T2.index("dengan cepat"), _T2.index("dengan cepat") + 13, ""),)))],
        at={"line": 4, "column": 1}, id="2", by="C110",
    ),
    statement(_T4, "pencapaian", 0.93,
              parse(_T4, "pasif", verb="disampaikan", object="Laporan keuangan",
                    qualifiers=[("waktu", True, "tepat waktu"), ("kesesuaian", True, "sesuai standar akuntansi pemerintahan")]),
              at={"line": 6, "column": 1}, id="3", by="C110"),
    statement(_T5, "kategori", 0.9, parse(_T5, "nomina", object="Sosialisasi"),
              [finding(_T5, _T5, "C003", "nama-pekerjaan", "error", "Ini baru nama pekerjaan. Apa hasil yang diharapkan, dan bagi siapa?", **C001)],
              at={"line": 7, "column": 1}, id="4", by="C003"),
    statement(_T3, "pencapaian", 0.74,
              parse(_T3, "hasil_nominal", verb="Terlaksananya", object="rapat koordinasi", qualifiers=[("mutu", False, "dengan baik")]),
              [finding(_T3, "Terlaksananya", "C005", "hasil-semu", "warning",
                       "Bahasanya hasil, tetapi isinya masih kegiatan: rapat itu berlangsung. Apa yang disepakati atau berubah sesudahnya?",
                       suggestions=("Keputusan rapat koordinasi ditindaklanjuti seluruh perangkat daerah paling lambat <tanggal>",), **C001),
               finding(_T3, "dengan baik", "S001", "mutu-tanpa-ukuran", "warning", "Kata ini tidak menyebut ukuran.", force="saran", why="Dua penilai dapat memahami kata ini secara berbeda."),
               finding(_T3, "rapat", "E001", "ejaan", "info", "Periksa ejaan.", force="saran", suppressed="istilah baku instansi")],
              at={"line": 9, "column": 1}, semu=True, id="5", by="C101"),
    statement(_T6, "aktivitas", 0.66,
              parse(_T6, "verba_aktif", verb="Meningkatkan", object="mutu data statistik sektoral",
                    qualifiers=[("lingkup", False, "se Kabupaten"), ("penerima", False, "bagi para pengguna"), ("cara", False, "melalui portal satu data yang mudah diakses oleh masyarakat luas")], unplaced=["dsb dll"]),
              [finding(_T6, "Meningkatkan", "C008", "upaya-perubahan", "info", "Apa yang berubah, dari berapa menjadi berapa?", force="saran")],
              at={"line": 10, "column": 1}, id="6", section="tambahan"),
    statement(_T7, "aktivitas", 0.9, parse(_T7, "verba_aktif", verb="Membina", object="kader \x1b[31mposyandu\u202e"),
              [finding(_T7, "Membina", "C001", "verba-aktivitas", "error", "Rumusan ini menyebut kegiatan (“Membina”). Apa yang dihasilkan, dan bagaimana mutunya?",
                       suggestions=("Kader posyandu mampu mengisi kartu tumbuh kembang dengan benar",), **C001)],
              at={"line": 11, "column": 1}, id="7"),
    statement(_T8, "aktivitas", 0.95, parse(_T8, "verba_aktif", verb="Menyusun", object="materi rapat"),
              [finding(_T8, "Menyusun", "C001", "verba-aktivitas", "error", "Rumusan ini menyebut kegiatan.", suppressed="disepakati dengan pimpinan", **C001)],
              at={"line": 13, "column": 1}, id="8"),
)  # fmt: skip


def indicator(
    text: str, target: str | None, findings: Iterable[Finding] = (), *, at: dict[str, Any], **item: Any
) -> Checked:
    """Return a checked indicator."""
    facts = Indicator(True, "ukuran", False, False, False, False, "kuantitas", None, False)
    return Checked(Item(text, "indikator", at, target=target, **item), REGIME, None, None, facts, tuple(findings))


_I2 = "Persentase pelaksanaan kegiatan"
WORKBOOK = (
    statement("Layanan perizinan selesai tepat waktu", "pencapaian", 0.9,
              parse("Layanan perizinan selesai tepat waktu", "keadaan", verb="selesai", object="Layanan perizinan", qualifiers=[("waktu", True, "tepat waktu")]),
              at={"sheet": "SKP", "cell": "C13", "line": 1}, id="r1", row=13, by="C111"),
    indicator("Jumlah izin yang terbit", "120 izin", at={"sheet": "SKP", "cell": "E13", "line": 1}, id="i1", row=13, parent="r1", rk="Layanan perizinan selesai tepat waktu"),
    indicator(_I2, "100%", [
        finding(_I2, "pelaksanaan kegiatan", "M006", "ukuran-berputar", "warning", "Indikator ini hanya mengukur bahwa kegiatan berjalan. Apa yang menjadi lebih baik karenanya?", why="Nilainya hampir selalu 100% dan tidak membedakan kinerja.", force="saran"),
        finding(_I2, _I2, "A001", "target-mutlak", "info", "Target 100% jarang menantang dan mudah gagal karena satu kejadian.", force="saran"),
    ], at={"sheet": "SKP", "cell": "E14", "line": 2}, id="i2", row=14, parent="r1", rk="Layanan perizinan selesai tepat waktu"),
    Checked(Item("12 laporan", "target", {"sheet": "SKP", "cell": "F13", "line": 1}), REGIME),
    statement("Persentase ASN yang mengikuti diklat", None, 0.9, None, at={"sheet": "SKP", "cell": "C16", "line": 1}, id="r2", row=16, by="C120", asal="pk"),
    Checked(Item("", "dokumen", {"sheet": "SKP", "cell": "A1", "line": 1}), REGIME, None, None, None,
            (Finding("D004", "jumlah-rencana-kinerja", "info", "saran", 0, 0, "SKP ini memuat 2 rencana kinerja; pastikan sasaran utama jabatan sudah tercakup."),)),
)  # fmt: skip


def document(path: str, format: str = "text") -> Document:
    """Return a document that has a name only."""
    return Document(path, format, iter(()))


RULES = (
    RuleInfo(
        code="C001", name="verba-aktivitas", kind="class", class_="aktivitas", parts=("rencana_kinerja",), severity="error",
        status="stable", since="0.1", force="pedoman", basis=(f"{MATERI} (pedoman)",), safety="saran",
        message=Said("Rumusan ini menyebut kegiatan (“{verb}”).", "This names an act (“{verb}”)."),
        why=Said(C001["why"], "Say what is achieved."), bad=(RuleExample("[[Menyusun]] laporan"),),
        good=(RuleExample("Laporan tersaji <tanpa koreksi> tepat waktu"),), path="rules/kelas/C001-verba-aktivitas.yaml",
    ),
    RuleInfo(code="C100", name="hasil", kind="class", class_="pencapaian", parts=("rencana_kinerja",), status="stable",
             since="0.1", force="saran", bad=(RuleExample("Berkas tersusun"),), path="rules/kelas/C100.yaml"),
    RuleInfo(code="S001", name="mutu-tanpa-ukuran", kind="flag", parts=("rencana_kinerja",), severity="warning",
             status="preview", since="0.1", force="saran", safety="pratinjau", path="rules/spesifik/S001.yaml",
             message=Said("Kata ini tidak menyebut ukuran."), why=Said("Seberapa {vague}?")),
)  # fmt: skip
"""Two rules with a note and a reading without one."""


DOCUMENTS: tuple[tuple[Document, tuple[Checked, ...]], ...] = (
    (document("draf/bendahara.txt"), TEXT),
    (document("draf/kabid.xlsx", "xlsx"), WORKBOOK),
    (document("draf/kosong.txt"), ()),
)
UNCHECKED = (
    NotChecked(
        "draf/lama.pdf", Said("berkas dikunci dengan kata sandi; buka kuncinya lalu simpan sebagai salinan baru")
    ),
    NotChecked("draf/README.md", Said("tidak ada tabel SKP di dalamnya"), fatal=False),
)


def play(
    reporters: Iterable[Reporter],
    documents: Iterable[tuple[Document, Iterable[Checked]]] = DOCUMENTS,
    unchecked: Iterable[NotChecked] = UNCHECKED,
) -> None:
    """Tell the reporters of the documents as the pipeline does."""
    tally = Tally()
    for reporter in reporters:
        reporter.begin(RUN)
    for doc, items in documents:
        tally.document()
        for reporter in reporters:
            reporter.document(doc)
        for checked in items:
            tally.item(checked)
            for reporter in reporters:
                reporter.item(doc, checked)
    for nc in unchecked:
        tally.not_checked(nc)
        for reporter in reporters:
            reporter.not_checked(nc)
    for reporter in reporters:
        reporter.end(tally.summary())
