"""The words of the reports, in Indonesian and in English."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What reports say in one language; strings with braces are templates for str.format."""

    severity: Mapping[str, str]
    counted: Mapping[str, str]
    force: Mapping[str, str]
    confidence: Mapping[str, str]
    classes: Mapping[str, str]
    parts: Mapping[str, str]
    qualifiers: Mapping[str, str]
    origins: Mapping[str, str]
    verb: str
    object: str
    subject: str
    unplaced: str
    semu: str
    no_class: str
    not_a_statement: str
    sure: str
    why: str
    basis: str
    no_basis: Mapping[str, str]
    better: str
    or_else: str
    change: str
    inserted: str
    removed: str
    see_also: str
    target: str
    under: str
    extra: str
    silenced: str
    no_reason: str
    regime: str
    headline: str
    no_statements: str
    all_documents: str
    notes: str
    no_notes: str
    infos_apart: str
    standard_input: str
    nothing_in: str
    empty: str
    nothing_at_all: str
    not_checked: str
    skipped: str
    line_not_checked: str
    line_skipped: str
    line_summary: str
    judged_by: str
    explain_hint: str
    row: str
    column: str
    table: str
    page: str
    line: str
    in_cell: str
    form: str
    complete: str
    incomplete: str
    clauses: str
    negated: str
    word: str
    tag: str
    built: str
    guessed: str
    spelled: Mapping[str, str]
    also: str
    tree: str
    rules: Mapping[str, str]
    measured: Mapping[str, str]
    kinds: Mapping[str, str]
    aim: Mapping[str, str]
    vocabulary: str
    guesses: str
    part: str
    kind: str
    standard: str
    yes: str
    no: str


_ID = Words(
    severity={"error": "Perlu diperbaiki", "warning": "Sebaiknya diperbaiki", "info": "Pertimbangkan"},
    counted={"error": "perlu diperbaiki", "warning": "sebaiknya diperbaiki", "info": "untuk dipertimbangkan"},
    force={"wajib": "wajib", "pedoman": "pedoman", "konsistensi": "konsistensi", "saran": "saran"},
    confidence={"tinggi": "tinggi", "sedang": "sedang", "rendah": "rendah"},
    classes={"pencapaian": "pencapaian", "aktivitas": "aktivitas", "kategori": "kategori"},
    parts={
        "rencana_kinerja": "rencana kinerja",
        "rk_atasan": "rencana kinerja atasan",
        "indikator": "indikator",
        "target": "target",
        "aspek": "aspek",
        "sasaran": "sasaran",
        "sel_matriks": "sel matriks",
        "uraian_tugas": "uraian tugas",
        "simpul_pohon": "simpul pohon kinerja",
        "pengisi": "isian sementara",
        "baris": "seluruh baris",
        "dokumen": "seluruh dokumen",
        "unit": "seluruh unit",
    },
    qualifiers={
        "mutu": "mutu",
        "waktu": "waktu",
        "kesesuaian": "kesesuaian",
        "kuantitas": "kuantitas",
        "lingkup": "lingkup",
        "tujuan": "tujuan",
        "penerima": "penerima",
        "cara": "cara",
        "relatif": "pembatas",
    },
    origins={"pk": "dari perjanjian kinerja", "katalog": "dari katalog", "direktif": "dari direktif"},
    verb="verba",
    object="objek",
    subject="subjek",
    unplaced="belum terbaca",
    semu="bahasa hasil, isi masih kegiatan",
    no_class="tanpa kelas",
    not_a_statement="ukuran, atau bukan rumusan kinerja",
    sure="keyakinan {level}",
    why="Mengapa: ",
    basis="Dasar: ",
    no_basis={
        "konsistensi": "isian formulir ini tidak sejalan satu sama lain",
        "saran": "kebiasaan menulis yang baik, tidak diwajibkan aturan",
    },
    better="Contoh lebih baik: ",
    or_else="atau: ",
    change="Perbaikan: ",
    inserted="(disisipkan)",
    removed="(dihapus)",
    see_also="Lihat juga: ",
    target="target: {target}",
    under="untuk rencana kinerja: {rk}",
    extra="tambahan",
    silenced="Diabaikan: {code} {name}. Alasan: {reason}",
    no_reason="tidak dituliskan",
    regime="aturan {regime}",
    headline="{clean} dari {statements} rumusan tanpa catatan",
    no_statements="{items} teks diperiksa, tidak ada rencana kinerja di antaranya",
    all_documents="Seluruhnya ({documents} berkas): ",
    notes="Catatan: {counts}",
    no_notes="Tidak ada catatan.",
    infos_apart="Yang hanya untuk dipertimbangkan tidak mengurangi hitungan “tanpa catatan”.",
    standard_input="masukan standar",
    nothing_in="tidak ada rumusan di dalamnya",
    empty="Kosong: ",
    nothing_at_all="Tidak ada berkas yang diperiksa.",
    not_checked="Tidak dapat diperiksa",
    skipped="Dilewati",
    line_not_checked="tidak diperiksa: {reason}",
    line_skipped="dilewati: {reason}",
    line_summary=(
        "{clean} dari {statements} rumusan tanpa catatan; {errors} error, {warnings} warning, {infos} info; "
        "{suppressed} diabaikan; {not_checked} tidak diperiksa"
    ),
    judged_by="Dinilai menurut {regime}, profil {profile}; skplint {engine}, set aturan {rules}",
    explain_hint="Penjelasan lengkap sebuah catatan: skplint explain {code}",
    row="baris {n}",
    column="kolom {n}",
    table="tabel {n}",
    page="halaman {n}",
    line="baris {n}",
    in_cell="baris ke-{n} dalam sel",
    form="Bentuk: {form}",
    complete="terbaca seluruhnya",
    incomplete="ada yang belum terbaca",
    clauses="{n} klausa, yang pertama yang dibaca",
    negated="diingkari",
    word="kata",
    tag="jenis kata",
    built="susunan",
    guessed="{root} (dugaan)",
    spelled={"typo": "salah ketik", "nonbaku": "tidak baku", "split": "tertulis terpisah", "singkat": "disingkat"},
    also="bacaan lain",
    tree="Pohon menurut tata bahasa",
    rules={
        "start": "rumusan",
        "result": "klausa hasil bernominal",
        "active": "klausa aktif tanpa subjek",
        "initial": "predikat di depan",
        "existence": "klausa keberadaan",
        "nominal": "klausa berawal nomina",
        "fragment": "frasa pembuka",
        "resultverb": "hasil",
        "act": "tindakan",
        "passive": "predikat",
        "head": "inti",
        "np": "frasa nomina",
        "adj": "sifat",
        "pred": "predikat",
        "pp": "frasa preposisi",
        "manner": "cara",
        "conformity": "kesesuaian",
        "purpose": "tujuan",
        "relative": "anak kalimat yang",
        "limit": "batas",
        "time": "waktu",
        "quantity": "jumlah",
        "adverb": "adverbia",
        "quality": "mutu",
        "late": "nomina lepas",
        "rest": "anak kalimat",
        "measured": "ukuran",
    },
    measured={
        "head": "ukuran",
        "kind": "macam",
        "thing": "yang diukur",
        "population": "dari keseluruhan",
        "conditions": "syarat",
        "period": "masa",
    },
    kinds={
        "count": "jumlah",
        "share": "bagian",
        "quality": "nilai atau tingkat",
        "time": "waktu",
        "cost": "biaya",
        "rate": "rasio atau rata-rata",
        "other": "lain",
    },
    aim={
        "form": "bentuk",
        "low": "batas bawah",
        "high": "batas atas",
        "unit": "satuan",
        "per": "per",
        "total": "dari",
        "scale": "skala",
        "grade": "predikat",
        "moment": "waktu",
    },
    vocabulary="{known} dari {total} kata dikenal ({share})",
    guesses="yang hanya diduga menurut bentuknya",
    part="keterangan",
    kind="macam",
    standard="standar yang dapat diperiksa",
    yes="ya",
    no="tidak",
)

_EN = Words(
    severity={"error": "Needs fixing", "warning": "Better fixed", "info": "Consider"},
    counted={"error": "need fixing", "warning": "better fixed", "info": "to consider"},
    force={"wajib": "mandatory", "pedoman": "guideline", "konsistensi": "consistency", "saran": "advice"},
    confidence={"tinggi": "high", "sedang": "medium", "rendah": "low"},
    classes={"pencapaian": "result", "aktivitas": "activity", "kategori": "category"},
    parts={
        "rencana_kinerja": "performance plan",
        "rk_atasan": "superior's performance plan",
        "indikator": "indicator",
        "target": "target",
        "aspek": "aspect",
        "sasaran": "objective",
        "sel_matriks": "matrix cell",
        "uraian_tugas": "job description",
        "simpul_pohon": "performance tree node",
        "pengisi": "placeholder",
        "baris": "whole row",
        "dokumen": "whole document",
        "unit": "whole unit",
    },
    qualifiers={
        "mutu": "quality",
        "waktu": "time",
        "kesesuaian": "conformity",
        "kuantitas": "quantity",
        "lingkup": "scope",
        "tujuan": "purpose",
        "penerima": "beneficiary",
        "cara": "manner",
        "relatif": "restriction",
    },
    origins={"pk": "from the performance agreement", "katalog": "from the catalogue", "direktif": "from a directive"},
    verb="verb",
    object="object",
    subject="subject",
    unplaced="not read",
    semu="worded as a result, still an activity",
    no_class="no class",
    not_a_statement="a measure, or no performance statement",
    sure="{level} confidence",
    why="Why: ",
    basis="Basis: ",
    no_basis={
        "konsistensi": "the entries of this form contradict each other",
        "saran": "good writing practice, required by no regulation",
    },
    better="Better, for example: ",
    or_else="or: ",
    change="Fix: ",
    inserted="(inserted)",
    removed="(removed)",
    see_also="See also: ",
    target="target: {target}",
    under="for the performance plan: {rk}",
    extra="additional",
    silenced="Silenced: {code} {name}. Reason: {reason}",
    no_reason="none given",
    regime="rules of {regime}",
    headline="{clean} of {statements} statements without notes",
    no_statements="{items} texts checked, no performance plan among them",
    all_documents="All ({documents} files): ",
    notes="Notes: {counts}",
    no_notes="No notes.",
    infos_apart="Notes that are only to consider do not lower the count of statements without notes.",
    standard_input="standard input",
    nothing_in="no statements in it",
    empty="Empty: ",
    nothing_at_all="No file was checked.",
    not_checked="Could not be checked",
    skipped="Skipped",
    line_not_checked="not checked: {reason}",
    line_skipped="skipped: {reason}",
    line_summary=(
        "{clean} of {statements} statements without notes; {errors} error, {warnings} warning, {infos} info; "
        "{suppressed} silenced; {not_checked} not checked"
    ),
    judged_by="Judged under {regime}, profile {profile}; skplint {engine}, rule set {rules}",
    explain_hint="A note explained in full: skplint explain {code}",
    row="row {n}",
    column="column {n}",
    table="table {n}",
    page="page {n}",
    line="line {n}",
    in_cell="line {n} of the cell",
    form="Form: {form}",
    complete="read completely",
    incomplete="some of it could not be read",
    clauses="{n} clauses, the first one is read",
    negated="negated",
    word="word",
    tag="tag",
    built="made of",
    guessed="{root} (guessed)",
    spelled={"typo": "misspelt", "nonbaku": "nonstandard", "split": "written apart", "singkat": "shortened"},
    also="other readings",
    tree="Tree of the grammar",
    rules={
        "start": "statement",
        "result": "nominalised result",
        "active": "active clause without subject",
        "initial": "predicate first",
        "existence": "existence",
        "nominal": "clause that begins with a noun",
        "fragment": "phrase in front",
        "resultverb": "result",
        "act": "act",
        "passive": "predicate",
        "head": "head",
        "np": "noun phrase",
        "adj": "quality",
        "pred": "predicate",
        "pp": "prepositional phrase",
        "manner": "manner",
        "conformity": "conformity",
        "purpose": "purpose",
        "relative": "relative clause",
        "limit": "limit",
        "time": "time",
        "quantity": "quantity",
        "adverb": "adverb",
        "quality": "quality",
        "late": "noun apart",
        "rest": "subordinate clause",
        "measured": "measure",
    },
    measured={
        "head": "measure",
        "kind": "kind",
        "thing": "of what",
        "population": "out of",
        "conditions": "condition",
        "period": "period",
    },
    kinds={
        "count": "count",
        "share": "share",
        "quality": "score or level",
        "time": "time",
        "cost": "cost",
        "rate": "rate or mean",
        "other": "other",
    },
    aim={
        "form": "form",
        "low": "lower bound",
        "high": "upper bound",
        "unit": "unit",
        "per": "per",
        "total": "out of",
        "scale": "scale",
        "grade": "grade",
        "moment": "time",
    },
    vocabulary="{known} of {total} words are known ({share})",
    guesses="only guessed by their shape",
    part="qualifier",
    kind="type",
    standard="standard that can be checked",
    yes="yes",
    no="no",
)


def words(lang: str) -> Words:
    """Return the words of a language: "en" for English, anything else is Indonesian."""
    return _EN if lang == "en" else _ID
