"""What the report and the workbook of a batch say, in Indonesian and in English; none is the word of a predikat."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model import Said

_TEXTS: Mapping[str, Said] = {
    # the head
    "title": Said("Laporan Reviu Rumusan SKP", "Review Report on the Wording of SKP"),
    "judges": Said(
        "Laporan ini menilai rumusan kalimat, bukan kinerja dan bukan pribadi pegawai.",
        "This report judges wording, neither performance nor persons.",
    ),
    "contents": Said("Isi laporan", "Contents"),
    "nothing": Said("Tidak ada SKP yang diperiksa.", "No SKP was checked."),
    "nothing_then": Said(
        "Lihat kembali berkas atau folder yang diberikan, lalu jalankan pemeriksaan sekali lagi.",
        "Look again at the files or the folder that you gave, then run the check once more.",
    ),
    "no_statements": Said(
        "Tidak ada rumusan di dalam SKP yang diperiksa.", "There is no statement in the SKP that were checked."
    ),
    "none_mandatory": Said("Tidak ada hal wajib yang belum terpenuhi.", "Nothing mandatory is missing."),
    "figures": Said("Angka pokok", "Main figures"),
    "basis": Said("Dasar pemeriksaan", "What it was judged by"),
    "regimes": Said("Aturan yang dipakai", "Regulations"),
    "profile": Said("Profil", "Profile"),
    "engine": Said("Mesin aturan", "Engine"),
    "digest": Said("Sidik set aturan", "Digest of the rule set"),
    # nouns
    "documents": Said("SKP", "SKP"),
    "unit": Said("Unit", "Unit"),
    "units": Said("Unit", "Units"),
    "level": Said("Jenjang", "Level"),
    "statements": Said("Rumusan", "Statements"),
    "clean": Said("Tanpa catatan", "Without notes"),
    "notes_fewer": Said("SKP yang catatannya berkurang", "SKP with fewer notes"),
    "notes_same": Said("SKP yang catatannya tetap", "SKP with as many notes"),
    "notes_more": Said("SKP yang catatannya bertambah", "SKP with more notes"),
    "clean_share": Said("Bagian tanpa catatan", "Share without notes"),
    "mandatory": Said("Hal wajib belum terpenuhi", "Mandatory, missing"),
    "rule": Said("Aturan", "Rule"),
    "code": Said("Kode", "Code"),
    "name": Said("Nama", "Name"),
    "about": Said("Isi", "About"),
    "severity": Said("Tingkat", "Severity"),
    "force": Said("Sifat", "Force"),
    "notes": Said("Catatan", "Notes"),
    "cumulative": Said("Kumulatif", "Cumulative"),
    "document_share": Said("Bagian SKP", "Share of SKP"),
    "drawn": Said("Angka pada gambar", "The figures of the picture"),
    "spreads": Said("Median dan kuartil indeks", "Median and quartiles of the index"),
    "quarter": Said("Kuartil bawah", "Lower quartile"),
    "median": Said("Median", "Median"),
    "three_quarters": Said("Kuartil atas", "Upper quartile"),
    "note": Said("Catatan untuk unit", "Remark to the unit"),
    "document": Said("SKP", "SKP"),
    "place": Said("Tempat", "Place"),
    "text": Said("Rumusan", "Statement"),
    "likely": Said("Terbaca sebagai", "Reads as"),
    "second": Said("Atau", "Or"),
    "confidence": Said("Keyakinan", "Confidence"),
    "likeness": Said("Kemiripan", "Likeness"),
    "posts": Said("Jabatan", "Posts"),
    "goals": Said("Sasaran", "Goals"),
    "served": Said("Didukung SKP", "Served"),
    "missing": Said("Sasaran yang belum didukung", "Goals that none serves"),
    "what": Said("Yang dihitung", "What is counted"),
    "before": Said("Sebelumnya", "Before"),
    "now": Said("Sekarang", "Now"),
    "change": Said("Selisih", "Difference"),
    "decided": Said("Putusan", "Decisions"),
    "accepted": Said("Diterima", "Accepted"),
    "kappa": Said("Kappa", "Kappa"),
    "too_few": Said("terlalu sedikit", "too few"),
    "path": Said("Berkas", "File"),
    "reason": Said("Alasan", "Reason"),
    "kind": Said("Keadaan", "State"),
    "total": Said("Seluruhnya", "Altogether"),
    "no_unit": Said("(unit tidak disebut)", "(no unit named)"),
    "no_level": Said("(jenjang tidak disebut)", "(no level named)"),
    "small": Said("kurang dari lima SKP ({n} unit)", "fewer than five SKP ({n} units)"),
    "rest": Said("unit lain ({n} unit)", "other units ({n} units)"),
    "other_rules": Said("aturan lain ({n})", "other rules ({n})"),
    "and_more": Said("… dan {n} lagi", "… and {n} more"),
    "bin": Said("Rentang indeks", "Range of the index"),
    "item": Said("Hal", "Item"),
    "value": Said("Isi", "Value"),
    "meaning": Said("Arti", "Meaning"),
    # remarks below tables
    "small_few": Said(
        "Unit dengan kurang dari lima SKP ({n} unit) tidak digambarkan, juga bersama-sama: seluruhnya hanya {documents} SKP.",
        "Units with fewer than five SKP ({n}) are not drawn, not even together: they have {documents} SKP in all.",
    ),
    "small_said": Said(
        "Unit dengan kurang dari lima SKP ({n} unit) dijumlahkan menjadi satu baris.",
        "Units with fewer than five SKP ({n}) are added up in one line.",
    ),
    "rest_said": Said(
        "Digambarkan satu per satu: {most} unit dengan SKP terbanyak, diurutkan menurut nama. {n} unit lain dijumlahkan; "
        "angka tiap unit ada di buku kerja ringkasan.xlsx.",
        "Shown one by one: the {most} units with most SKP, by name. The other {n} are added up; the figures of each are "
        "in the workbook ringkasan.xlsx.",
    ),
    "more": Said(
        "Yang ditampilkan {shown} dari {all}; selengkapnya di buku kerja ringkasan.xlsx, lembar {sheet}.",
        "Shown are {shown} of {all}; the workbook ringkasan.xlsx has all of them, sheet {sheet}.",
    ),
    "more_only": Said("Yang ditampilkan {shown} dari {all}.", "Shown are {shown} of {all}."),
    "shared_small": Said(
        "{n} catatan bagi unit dengan kurang dari lima SKP tidak disebut di sini.",
        "{n} remarks to units with fewer than five SKP are not named here.",
    ),
    "index_few": Said(
        "Indeks kurang dari lima SKP tidak digambarkan.", "Indices of fewer than five SKP are not drawn."
    ),
    "skipped_said": Said(
        "{n} berkas dilewati karena memang bukan untuk diperiksa; yang disebut paling banyak {most} yang pertama.",
        "{n} files were skipped by design; the first {most} of them at most are named.",
    ),
    "kappa_read": Said(
        "Kappa Cohen mengukur kesepakatan dua pereviu di luar kebetulan: 1 berarti selalu sepakat, 0 berarti tidak lebih "
        "daripada kebetulan, di bawah 0 lebih jarang daripada kebetulan. Aturan dengan kurang dari sepuluh putusan tidak "
        "dihitung.",
        "Cohen's kappa measures the agreement of two reviewers beyond chance: 1 means that they always agree, 0 no more than by "
        "chance, below 0 less often than by chance. Rules with fewer than ten decisions are not computed.",
    ),
    # names of the sheets
    "sheet_summary": Said("Ringkasan", "Summary"),
    "sheet_units": Said("Unit", "Units"),
    "sheet_levels": Said("Jenjang", "Levels"),
    "sheet_rules": Said("Aturan", "Rules"),
    "sheet_cross": Said("Unit × aturan", "Unit × rule"),
    "sheet_documents": Said("Dokumen", "Documents"),
    "index": Said("Indeks", "Index"),
    "sheet_doubtful": Said("Dialog", "Dialogue"),
    "sheet_alike": Said("Serupa", "Alike"),
    "sheet_left": Said("Tidak diperiksa", "Not checked"),
}

SECTIONS: Mapping[str, tuple[Said, Said]] = {
    "kelas": (
        Said("Kelas rumusan menurut unit", "Classes of statements by unit"),
        Said(
            "Bagian rumusan yang berbunyi pencapaian, aktivitas, atau kategori; unit yang rumusannya banyak "
            "berbunyi aktivitas dapat diajak merumuskan kembali apa yang dihasilkannya.",
            "The share of statements that read as results, activities or categories; a unit with many activities can be "
            "invited to say again what they lead to.",
        ),
    ),
    "peta": (
        Said("Catatan menurut unit dan aturan", "Notes by unit and rule"),
        Said(
            "Makin gelap, makin besar bagian SKP unit itu yang mendapat catatan; kolom yang gelap dari atas sampai bawah "
            "diatasi dengan satu penjelasan untuk semua unit, sel yang gelap sendirian dengan percakapan di unit itu.",
            "The darker, the greater the share of the unit's SKP with the note; a column that is dark from top to bottom "
            "calls for one explanation to all units, a single dark cell for a talk in that unit.",
        ),
    ),
    "aturan": (
        Said("Aturan yang paling sering dicatat", "The rules with most notes"),
        Said(
            "Beberapa aturan biasanya mencakup sebagian besar catatan; mulailah penjelasan dan pelatihan dari yang teratas.",
            "A few rules usually make up most of the notes; begin explaining and training with those at the top.",
        ),
    ),
    "indeks": (
        Said("Sebaran indeks rumusan", "How the index of wording is spread"),
        Said(
            "Berapa SKP yang berada pada setiap rentang indeks (0–100); bobotnya masih bobot percobaan, maka pakailah untuk "
            "melihat sebaran, bukan untuk membandingkan orang atau unit.",
            "How many SKP lie in each range of the index (0–100); its weights are on trial, so use it to see the spread, "
            "not to compare persons or units.",
        ),
    ),
    "bersama": (
        Said("Catatan untuk unit", "Remarks to units"),
        Said(
            "Catatan yang terdapat pada sebagian besar SKP suatu unit: sampaikan sekali kepada unit, tidak satu per satu "
            "kepada setiap pegawai.",
            "Notes that most SKP of a unit have: say them once to the unit instead of to each employee.",
        ),
    ),
    "dialog": (
        Said("Rumusan yang perlu diputuskan orang", "Statements for a person to decide"),
        Said(
            "Mesin ragu tentang kelas rumusan ini; bacalah dan putuskan dalam dialog kinerja.",
            "The engine is in doubt about the class of these statements; read them and decide in the dialogue.",
        ),
    ),
    "serupa": (
        Said("Rumusan yang sama pada jabatan berbeda", "The same wording under different posts"),
        Said(
            "Rumusan ini berdiri di bawah jabatan atau jenjang yang berbeda; tanyakan apakah perannya memang sama.",
            "This wording stands under different posts or levels; ask whether their parts in it are the same.",
        ),
    ),
    "cakupan": (
        Said("Cakupan perjanjian kinerja unit", "Coverage of the units' performance contracts"),
        Said(
            "Sasaran perjanjian kinerja yang didukung sedikitnya satu SKP; yang belum didukung perlu dibagikan kepada pegawai.",
            "Goals of the contract that at least one SKP serves; those that none serves have to be given to somebody.",
        ),
    ),
    "perubahan": (
        Said("Perubahan dari pemeriksaan sebelumnya", "What changed since the run before"),
        Said(
            "Jumlah pada pemeriksaan sebelumnya dan sekarang; periksa dahulu apakah jumlah SKP dan set aturannya sama.",
            "Counts of the run before and of this one; see first whether the SKP and the rule set are the same.",
        ),
    ),
    "kesepakatan": (
        Said("Kesepakatan dengan pereviu", "Agreement with reviewers"),
        Said(
            "Bagian catatan yang diterima pereviu; aturan yang sering ditolak patut ditinjau kembali oleh pengelola aturan.",
            "The share of notes that reviewers accepted; a rule that is often rejected should be looked at again.",
        ),
    ),
    "sisa": (
        Said("Yang tidak diperiksa", "What was not checked"),
        Said(
            "Angka dalam laporan ini tidak mencakup berkas berikut; ikuti alasannya, lalu periksa ulang.",
            "The figures of this report leave out these files; follow the reasons and check again.",
        ),
    ),
    "arti": (
        Said("Cara menghitung", "How it is computed"),
        Said(
            "Arti setiap angka; bacalah sebelum mengutip salah satunya.",
            "What every number means; read it before you quote one.",
        ),
    ),
}
"""The heading of every section, and the sentence that says what it shows and what to do with it."""


def texts(lang: str) -> Mapping[str, str]:
    """Return the texts in a language ("en" for English, anything else is Indonesian), by name; braces are for str.format."""
    return {name: said.said(lang) for name, said in _TEXTS.items()}
