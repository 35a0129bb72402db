"""What every number of the report and of the workbook means, in Indonesian and in English."""

from __future__ import annotations

from linter.model import Said

_DEFINITIONS: tuple[tuple[Said, Said], ...] = (
    (
        Said("SKP", "SKP"),
        Said(
            "Satu dokumen seorang pegawai yang dapat dibaca. Dokumen disebut dengan nama samaran; laporan ini tidak memuat "
            "nama atau NIP dan tidak menyusun peringkat pegawai ataupun unit.",
            "One document of one employee that could be read. Documents go by pseudonyms; this report has no name or NIP and "
            "ranks neither employees nor units.",
        ),
    ),
    (
        Said("Rumusan", "Statement"),
        Said(
            "Sebuah rencana kinerja (rencana hasil kerja) dalam SKP. Indikator dan target diperiksa juga, tetapi tidak "
            "dihitung sebagai rumusan.",
            "A planned result in an SKP. Indicators and targets are checked as well but do not count as statements.",
        ),
    ),
    (
        Said("Tanpa catatan", "Without notes"),
        Said(
            "Rumusan tanpa catatan yang meminta perubahan. Yang hanya untuk dipertimbangkan tidak mengurangi hitungan ini.",
            "A statement without a note that asks for a change. What is only to be considered does not count against it.",
        ),
    ),
    (
        Said("Hal wajib yang belum terpenuhi", "Mandatory things that are missing"),
        Said(
            "Banyaknya catatan tentang hal yang diharuskan peraturan yang berlaku, bukan yang disarankan.",
            "The number of notes about what the active regulation demands, not about what is advised.",
        ),
    ),
    (
        Said("Kelas", "Class"),
        Said(
            "Cara sebuah rumusan berbunyi: pencapaian (hasil), aktivitas (kegiatan), atau kategori (nama urusan). Tanpa kelas: "
            "mesin tidak dapat memutuskannya. Bagian dihitung dari semua rumusan yang dibaca kelasnya.",
            "How a statement reads: as a result, an activity, or a category (the name of a field). No class: the engine cannot "
            "decide. Shares are of all statements whose class was read.",
        ),
    ),
    (
        Said("Bagian SKP dengan catatan", "Share of SKP with a note"),
        Said(
            "SKP yang sedikitnya sekali mendapat catatan suatu aturan, dibagi semua SKP unit itu.",
            "The SKP that have a note of a rule at least once, divided by all SKP of the unit.",
        ),
    ),
    (
        Said("Catatan dan kumulatif", "Notes and cumulative share"),
        Said(
            "Catatan dihitung setiap kali muncul; satu SKP dapat mendapat beberapa catatan dari satu aturan. Kumulatif adalah "
            "bagian catatan aturan itu bersama semua yang di atasnya.",
            "Notes count every time; one SKP may have several of one rule. The cumulative share is that of a rule together with "
            "all above it.",
        ),
    ),
    (
        Said("Indeks, median, kuartil", "Index, median, quartiles"),
        Said(
            "Indeks rumusan 0–100 per SKP, hanya bila diminta. Bobotnya bobot percobaan: tidak ada peraturan yang "
            "menetapkannya. Median membagi SKP menjadi dua bagian sama besar; di antara kedua kuartil terletak separuh SKP.",
            "The index of wording from 0 to 100 for each SKP, only where it is asked for. Its weights are on trial: no "
            "regulation sets them. The median parts the SKP in halves; half of them lie between the two quartiles.",
        ),
    ),
    (
        Said("Aturan lima orang", "The five-person rule"),
        Said(
            "Laporan menggambarkan unit mulai dari lima SKP; unit yang lebih kecil dijumlahkan menjadi satu baris. Buku kerja "
            "menyebut hitungan unit kecil tanpa median dan kuartil. Nilai terendah dan tertinggi tidak disebut; sebaran "
            "ditampilkan per rentang lima poin.",
            "The report draws units from five SKP on; smaller ones are added up in one line. The workbook has the counts of a "
            "small unit without median and quartiles. The lowest and the highest value are not told; the spread is shown by "
            "ranges of five points.",
        ),
    ),
    (
        Said("Keyakinan dan kemiripan", "Confidence and likeness"),
        Said(
            "Keyakinan adalah perkiraan mesin (0–100%) bahwa kelasnya benar. Kemiripan 100 berarti kata-katanya sama; rumusan "
            "yang sama pada rekan sejabatan dalam satu unit memang diharapkan dan tidak disebut.",
            "Confidence is the engine's estimate (0–100%) that the class is right. Likeness 100 means the same words; equal "
            "wording of peers in one unit is wanted and not named.",
        ),
    ),
    (
        Said("Pembulatan", "Rounding"),
        Said(
            "Persen dibulatkan ke bilangan utuh, maka jumlahnya dapat berselisih dari 100. “<1%” berarti lebih dari nol.",
            "Per cent are rounded to whole numbers, so that their sum may differ from 100. “<1%” means more than nothing.",
        ),
    ),
)


def definitions(lang: str) -> tuple[tuple[str, str], ...]:
    """Return every term with its meaning in a language, in the order in which the report uses them."""
    return tuple((term.said(lang), meaning.said(lang)) for term, meaning in _DEFINITIONS)
