"""The words around every page, and on the buttons that several of them have."""

from __future__ import annotations

from linter.model import Said

TEXTS = {
    "try": Said("Coba", "Try"),
    "pages": Said("Halaman", "Pages"),
    "compare": Said("Bandingkan", "Compare"),
    "skip": Said("Langsung ke isi", "Skip to the content"),
    "check": Said("Periksa", "Check"),
    "regime": Said("Peraturan", "Regulation"),
    "answer": Said("Jawaban", "Answer"),
    "lost": Said(
        "Server tidak menjawab; yang tampak sebelumnya sudah tidak berlaku.",
        "The server does not answer; what was shown before does not hold any more.",
    ),
    "footer": Said(
        "Semua berjalan di komputer ini; yang Anda tulis tinggal di tab ini sampai ditutup. skplint menilai rumusan, bukan "
        "orang.",
        "All runs on this computer; what you write stays in this tab until it is closed. skplint judges wording, not people.",
    ),
}
