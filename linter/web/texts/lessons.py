"""The words of the pages with the lessons."""

from __future__ import annotations

from linter.model import Said

TEXTS = {
    "lessons": Said("Pelajaran", "Lessons"),
    "learning": Said(
        "Halaman pendek untuk dibahas bersama; setiap contoh dinilai mesin saat halaman dibuka.",
        "Short pages to talk about together; every example is judged by the engine when the page is opened.",
    ),
    "nolessons": Said("Belum ada pelajaran.", "There are no lessons yet."),
    "before": Said("Sebelumnya", "Before"),
    "after": Said("Sesudahnya", "Next"),
    "plan": Said("Rencana kinerja", "Performance plan"),
    "criteria": Said("Kriteria SMART dari teksnya", "SMART criteria, as far as the text shows"),
    "together": Said("Tentang indikatornya bersama-sama", "About the indicators together"),
    "drawn": Said("Dari korpus, kelas menurut pembacanya:", "From the corpus, class as its readers said:"),
}
