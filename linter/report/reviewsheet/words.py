"""The fixed words of the Lembar Reviu in Indonesian and in English; none is the word of a predikat, none judges a person."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class SheetWords(msgspec.Struct, frozen=True, kw_only=True):
    """What the sheet says in one language; strings with braces are templates for str.format.

    ``columns`` are the headings of the table under the regimes of 2022, ``columns_2021`` those that read otherwise before,
    ``columns_kualitatif`` those of the qualitative approach. What the page with decisions shows on the screen alone begins
    with ``screen_``.
    """

    lang: str
    locale: str
    title: str
    file: str
    period: str
    until: str
    months: tuple[str, ...]
    form: str
    regimes: Mapping[str, str]
    owner: str
    appraiser: str
    name: str
    number: str
    rank: str
    post: str
    unit: str
    blank: str
    columns: Mapping[str, str]
    columns_2021: Mapping[str, str]
    columns_kualitatif: Mapping[str, str]
    sections: Mapping[str, str]
    target: str
    no_texts: str
    too_many: str
    no_notes: str
    example: str
    mandatory: str
    none_mandatory: str
    open: str
    aspects: str
    aspect: str
    whole: str
    judges_wording: str
    reviewer: str
    grounds: str
    note: str
    code: str
    basis: str
    page: str
    of: str
    screen_bar: str
    screen_counts: str
    screen_accept_all: str
    screen_print: str
    screen_save: str
    screen_accept: str
    screen_reject: str
    screen_signing: str
    screen_place: str
    screen_date: str
    screen_name: str
    screen_number: str
    screen_no_script: str


INDONESIAN = SheetWords(
    lang="id",
    locale="id-ID",
    title="Lembar Reviu Rencana SKP",
    file="Berkas",
    period="Periode penilaian",
    until="{first} s.d. {last}",
    months=(
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
    form="Bentuk SKP",
    regimes={
        "p6-2022-kuantitatif": "Permen PANRB 6/2022, pendekatan kuantitatif",
        "p6-2022-kualitatif": "Permen PANRB 6/2022, pendekatan kualitatif",
        "p8-2021-dasar": "Permen PANRB 8/2021, model dasar",
        "p8-2021-pengembangan": "Permen PANRB 8/2021, model pengembangan",
    },
    owner="Pegawai yang dinilai",
    appraiser="Pejabat penilai kinerja",
    name="Nama",
    number="NIP",
    rank="Pangkat/Gol. Ruang",
    post="Jabatan",
    unit="Unit Kerja",
    blank="–",
    columns={
        "no": "NO",
        "above": "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
        "statement": "RENCANA HASIL KERJA",
        "aspect": "ASPEK",
        "indicator": "INDIKATOR KINERJA INDIVIDU",
        "target": "TARGET",
        "review": "REVIU OLEH PENGELOLA KINERJA",
        "notes": "CATATAN PERBAIKAN",
    },
    columns_2021={"above": "RENCANA KINERJA ATASAN LANGSUNG YANG DIINTERVENSI", "statement": "RENCANA KINERJA"},
    columns_kualitatif={"indicator": "UKURAN KEBERHASILAN / INDIKATOR KINERJA INDIVIDU DAN TARGET"},
    sections={"utama": "A. KINERJA UTAMA", "tambahan": "B. KINERJA TAMBAHAN"},
    target="Target: {target}",
    no_texts="Dokumen ini tidak memuat rencana hasil kerja.",
    too_many="Dokumen ini memuat terlalu banyak rumusan untuk dicetak; yang tertulis di sini hanya ringkasannya.",
    no_notes="Tidak ada catatan",
    example="Misalnya: {text}",
    mandatory="Ada {count} hal wajib yang belum terpenuhi: catatan {numbers}.",
    none_mandatory="Tidak ada catatan tentang hal wajib.",
    open="{count} catatan belum diputuskan dan tidak dicetak.",
    aspects="Aspek yang direviu",
    aspect="ASPEK",
    whole="Catatan atas dokumen secara keseluruhan",
    judges_wording="Reviu ini menilai rumusan kalimat, bukan kinerja atau pribadi pegawai.",
    reviewer="Pengelola Kinerja,",
    grounds="Dasar catatan",
    note="CATATAN",
    code="ATURAN",
    basis="DASAR",
    page="Halaman",
    of="dari",
    screen_bar="Putusan reviu",
    screen_counts="{all} catatan: {accepted} diterima, {rejected} ditolak, {open} belum",
    screen_accept_all="Terima semua yang belum",
    screen_print="Cetak",
    screen_save="Simpan putusan",
    screen_accept="Terima",
    screen_reject="Tolak",
    screen_signing="Pengelola Kinerja yang menandatangani",
    screen_place="Tempat",
    screen_date="Tanggal",
    screen_name="Nama",
    screen_number="NIP",
    screen_no_script="JavaScript tidak aktif: putusan tidak dapat diubah; yang dicetak hanya catatan yang sudah diterima.",
)  # fmt: skip

ENGLISH = SheetWords(
    lang="en",
    locale="en-GB",
    title="Review Sheet of a Performance Plan",
    file="File",
    period="Appraisal period",
    until="{first} to {last}",
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    form="Form",
    regimes={
        "p6-2022-kuantitatif": "PANRB Regulation 6/2022, quantitative approach",
        "p6-2022-kualitatif": "PANRB Regulation 6/2022, qualitative approach",
        "p8-2021-dasar": "PANRB Regulation 8/2021, basic model",
        "p8-2021-pengembangan": "PANRB Regulation 8/2021, advanced model",
    },
    owner="Employee under appraisal",
    appraiser="Appraising official",
    name="Name",
    number="NIP",
    rank="Rank",
    post="Post",
    unit="Unit",
    blank="–",
    columns={
        "no": "NO",
        "above": "SUPERIOR'S RESULT THAT IS SERVED",
        "statement": "PLANNED RESULT",
        "aspect": "ASPECT",
        "indicator": "INDIVIDUAL PERFORMANCE INDICATOR",
        "target": "TARGET",
        "review": "REVIEW BY THE PERFORMANCE MANAGER",
        "notes": "NOTES FOR CORRECTION",
    },
    columns_2021={"above": "DIRECT SUPERIOR'S PERFORMANCE PLAN THAT IS SERVED", "statement": "PERFORMANCE PLAN"},
    columns_kualitatif={"indicator": "MEASURE OF SUCCESS / INDIVIDUAL PERFORMANCE INDICATOR AND TARGET"},
    sections={"utama": "A. MAIN RESULTS", "tambahan": "B. ADDITIONAL RESULTS"},
    target="Target: {target}",
    no_texts="This document has no planned results.",
    too_many="This document has too many statements to print; what stands here is the summary alone.",
    no_notes="No notes",
    example="For example: {text}",
    mandatory="Mandatory points not yet met: {count}, see {numbers}.",
    none_mandatory="No notes about what is mandatory.",
    open="Notes not yet decided, and not printed: {count}.",
    aspects="Aspects of the review",
    aspect="ASPECT",
    whole="Notes on the document as a whole",
    judges_wording="This review judges the wording of sentences, not the performance or person of the employee.",
    reviewer="Performance manager,",
    grounds="Basis of the notes",
    note="NOTE",
    code="RULE",
    basis="BASIS",
    page="Page",
    of="of",
    screen_bar="Decisions of the review",
    screen_counts="Notes: {all}; accepted {accepted}, rejected {rejected}, open {open}",
    screen_accept_all="Accept all that are open",
    screen_print="Print",
    screen_save="Save decisions",
    screen_accept="Accept",
    screen_reject="Reject",
    screen_signing="The performance manager who signs",
    screen_place="Place",
    screen_date="Date",
    screen_name="Name",
    screen_number="NIP",
    screen_no_script="JavaScript is off: nothing can be decided here, and only the notes accepted so far are printed.",
)  # fmt: skip


def sheet_words(lang: str) -> SheetWords:
    """Return the words of a language: "en" for English, anything else is Indonesian."""
    return ENGLISH if lang == "en" else INDONESIAN
