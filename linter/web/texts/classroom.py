"""The words of class mode."""

from __future__ import annotations

from linter.model import Said

TEXTS = {
    "classroom": Said("Kelas", "Class"),
    "footphone": Said(
        "Jawaban dikirim ke komputer pemandu tanpa nama, dan hilang bersama soalnya.",
        "Answers go to the leader's computer without a name, and are gone with their question.",
    ),
    "waiting": Said("Menunggu soal dari pemandu.", "Waiting for the next question."),
    "voted": Said(
        "Jawaban dihitung tanpa nama; masih dapat diubah sampai dibuka.",
        "Counted without a name; it can be changed until the answer is shown.",
    ),
    "uncounted_card": Said(
        "Jawaban ini tidak dihitung: kartu ponsel ini belum dikenali. Pilih sekali lagi; bila tetap begini, izinkan kuki untuk "
        "alamat ini.",
        "This was not counted: the card of this phone is not known yet. Choose once more; if it stays so, allow cookies for "
        "this address.",
    ),
    "uncounted_full": Said(
        "Jawaban ini tidak dihitung: kelas sudah penuh.", "This was not counted: the class is full."
    ),
    "uncounted_late": Said(
        "Jawaban ini tidak dihitung: soalnya sudah berganti atau jawabannya sudah dibuka.",
        "This was not counted: the question has changed, or its answer is shown.",
    ),
    "leading": Said("Memandu kelas", "Leading a class"),
    "joining": Said(
        "Peserta membuka alamat di atas di ponsel, di jaringan yang sama. Jawaban dihitung tanpa nama dan hilang bersama "
        "soalnya.",
        "Those who take part open the address above on their phones, on the same network. Answers are counted without names "
        "and go with their question.",
    ),
    "phones": Said("Alamat untuk ponsel:", "Address for phones:"),
    "choice": Said("Pilihan", "Choice"),
    "begin": Said("Mulai", "Begin"),
    "answers": Said("Jawaban masuk", "Answers"),
    "reveal": Said("Buka jawaban", "Show the answer"),
    "next": Said("Soal berikut", "Next"),
    "previous": Said("Soal sebelumnya", "Previous"),
    "finish": Said("Selesai", "Finish"),
}
