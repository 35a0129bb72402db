"""The words of the pages on which sentences are tried and compared."""

from __future__ import annotations

from linter.model import Said

TEXTS = {
    "title": Said("Coba sebuah rumusan", "Try a statement"),
    "comparing": Said(
        "Tulis dua rumusan atau lebih, satu di setiap baris; kata yang berbeda dari baris pertama ditandai.",
        "Write two statements or more, one a line; words that differ from the first line are marked.",
    ),
    "statements": Said("Rumusan, satu di setiap baris", "Statements, one a line"),
    "many": Said("Enam baris pertama yang dibandingkan.", "The first six lines are compared."),
    "lead": Said(
        "Tulis satu rencana kinerja. Uraian, kelas, dan catatannya muncul sambil Anda mengetik.",
        "Write one performance plan. Its parts, its class and its notes show while you type.",
    ),
    "statement": Said("Rumusan", "Statement"),
    "placeholder": Said("mis. Menyusun laporan kas desa", "e.g. Menyusun laporan kas desa"),
    "close": Said("Tutup jawaban", "Hide the answer"),
    "wipe": Said("Kosongkan", "Clear"),
    "leftover": Said(
        "Hanya enam indikator pertama yang diperiksa. Yang tidak diperiksa:",
        "Only the first six indicators were checked. Not checked:",
    ),
    "closed": Said(
        "Jawabannya ditutup. Pencapaian, aktivitas, atau kategori?", "The answer is hidden. Which class is it?"
    ),
    "words": Said("Kata demi kata: akar dan imbuhan", "Word by word: roots and affixes"),
    "word": Said("Kata", "Word"),
    "root": Said("Akar", "Root"),
    "affixes": Said("Imbuhan", "Affixes"),
    "guessed": Said("belum dikenal", "not known"),
    "semu": Said("Bahasanya hasil, isinya masih kegiatan.", "Worded as a result, but still an activity."),
    "decided": Said("Ditentukan oleh", "Decided by"),
    "runners": Said("Bacaan lain yang juga mungkin", "Other readings that are possible"),
    "reasons": Said("Mengapa begitu, dan apa yang akan mengubahnya", "Why so, and what would change it"),
    "because": Said("Aturannya meminta:", "The rule asks for:"),
    "unless": Said("Kelasnya lain bila:", "It would be another class if:"),
    "section": Said("Bagian", "Section"),
    "main": Said("utama", "main"),
    "extra": Said("tambahan", "additional"),
    "unsaid": Said("tidak disebut", "not said"),
    "level": Said("Jenjang", "Level"),
    "indicators": Said("Indikator dan target", "Indicators and targets"),
    "indicating": Said(
        "Satu indikator di setiap baris: indikator | target | aspek",
        "One indicator a line: indicator | target | aspect",
    ),
    "smart": Said("SMART: rencana kinerja bersama indikatornya", "SMART: the statement with its indicators"),
    "notes": Said("Catatan", "Notes"),
    "clean": Said("Tidak ada catatan.", "There are no notes."),
    "basis": Said("Dasar", "Basis"),
    "ladder": Said("Langkah ke rumusan yang lebih baik", "Steps to a better statement"),
    "better": Said("Contoh lebih baik", "Better"),
    "empty": Said("Belum ada rumusan.", "Nothing is written yet."),
    "long": Said(
        "Teks ini terlalu panjang untuk satu rumusan; paling banyak 10.000 karakter.",
        "This text is too long for a statement; at most 10,000 characters.",
    ),
}
