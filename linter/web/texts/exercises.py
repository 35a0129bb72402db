"""The words of the exercises."""

from __future__ import annotations

from linter.model import Said

TEXTS = {
    "exercises": Said("Latihan", "Exercises"),
    "exercising": Said(
        "Soal diambil dari contoh berlabel. Benih yang sama selalu memberi lembar yang sama, di komputer mana pun.",
        "Questions are drawn from labelled examples. The same seed gives the same paper, on any computer.",
    ),
    "kind": Said("Jenis latihan", "Kind"),
    "seed": Said("Benih", "Seed"),
    "howmany": Said("Banyak soal", "Questions"),
    "hardness": Said("Tingkat kesulitan", "Difficulty"),
    "onscreen": Said("Kerjakan di layar", "On the screen"),
    "worksheet": Said("Lembar soal untuk dicetak", "Worksheet to print"),
    "key": Said("Kunci jawaban", "Answer key"),
    "matched": Said(
        "Tes awal dan tes akhir setara bila benih, banyak soal, dan tingkatnya sama: soal demi soal sejenis, tetapi tidak ada "
        "rumusan yang sama.",
        "A pre-test and a post-test match where seed, number and difficulty are the same: question for question of one kind, "
        "but no sentence is the same.",
    ),
    "material": Said("Bahan untuk dibahas bersama", "Material to discuss together"),
    "using": Said("Menurut benih dan banyak soal di atas.", "By the seed and the number above."),
    "handout": Said("Lembar sebelum dan sesudah", "Before and after"),
    "handing": Said(
        "Sebuah kegiatan, lalu langkah demi langkah ke hasilnya; bagian ‹…› diisi sendiri.",
        "An activity, then step by step to its result; fill in what stands in ‹…› yourselves.",
    ),
    "open": Said("Boleh berbeda", "Open to discussion"),
    "opening": Said(
        "Pembaca yang teliti pun berbeda pendapat tentang rumusan ini. Bahas alasannya, bukan siapa yang benar.",
        "Careful readers differ on these. Discuss the reasons, not who is right.",
    ),
    "ours": Said("Bacaan skplint", "As skplint reads it"),
    "mark": Said("Periksa jawaban", "Mark the answers"),
    "score": Said("Benar", "Right"),
    "outof": Said("dari", "of"),
    "yours": Said("Jawaban Anda", "Your answer"),
    "correct": Said("Jawaban", "Answer"),
    "unanswered": Said("Belum dijawab.", "Not answered yet."),
    "disguised": Said("Pencapaian semu", "Disguised activity"),
    "right": Said("Benar", "Right"),
    "wrong": Said("Belum tepat", "Not yet"),
    "reason": Said("Alasannya", "Why"),
    "mended": Said("Perbaikan Anda", "Your version"),
    "name": Said("Nama atau kelompok", "Name or group"),
    "date": Said("Tanggal", "Date"),
    "instruction": Said("Pilih satu jawaban untuk setiap soal.", "Choose one answer to each question."),
    "fewer": Said(
        "Lembar ini memuat {n} soal; lebih banyak tidak tersedia.", "This paper has {n} questions; there are no more."
    ),
    "none": Said("Tidak ada soal pada tingkat ini.", "There are no questions of this difficulty."),
    "pasted": Said("Rumusan kelas", "The class's sentences"),
    "pasting": Said(
        "Tempel rumusan yang ditulis kelas, satu di setiap baris (paling banyak 300). Yang tampil hanya jumlah dan contoh dari "
        "aturan; tidak satu pun kalimat peserta ditampilkan.",
        "Paste the sentences that the class wrote, one a line (300 at most). Only counts and the rules' own examples are shown, "
        "none of the sentences themselves.",
    ),
    "counted": Said("Rumusan yang dibaca", "Sentences read"),
    "commonest": Said("Catatan tersering", "Commonest notes"),
    "example": Said("Contoh", "Example"),
    "instead": Said("Lebih baik", "Better"),
    "surplus": Said(
        "Hanya 300 baris pertama yang dibaca; sisanya tidak.", "Only the first 300 lines were read; the rest was not."
    ),
    "back": Said("Ke daftar latihan", "To the exercises"),
    "kind_pilah": Said("Pilah kartu", "Sort the cards"),
    "kind_jebakan": Said("Temukan jebakan", "Mind the trap"),
    "kind_ganjil": Said("Cari yang ganjil", "Odd one out"),
    "kind_perbaiki": Said("Perbaiki indikator", "Mend the indicator"),
    "kind_isi": Said("Isi aspek dan target", "Fill aspect and target"),
    "kind_jenjang": Said("Tangga jenjang", "Level ladder"),
    "kind_campur": Said("Campuran", "Some of each"),
    "kind_tes-awal": Said("Tes awal", "Pre-test"),
    "kind_tes-akhir": Said("Tes akhir", "Post-test"),
    "level_semua": Said("semua", "all"),
    "level_mudah": Said("mudah", "easy"),
    "level_sedang": Said("sedang", "medium"),
    "level_sulit": Said("sulit", "hard"),
}
