"""The words of the page to which a document is sent."""

from __future__ import annotations

from linter.model import Said

TEXTS = {
    "document": Said("Dokumen", "Document"),
    "documents": Said("Periksa sebuah dokumen", "Check a document"),
    "sending": Said(
        "Pilih berkas SKP; catatannya muncul di sini. Berkas itu tidak disimpan.",
        "Choose an SKP file; its notes show here. The file is not kept.",
    ),
    "own": Said("menurut dokumennya", "as the document says"),
    "file": Said("Berkas", "File"),
    "kinds": Said("Paling besar 5 MB. Yang dibaca:", "At most 5 MB. These are read:"),
    "marked": Said("Salinan bertanda", "Marked copy"),
    "review": Said("Lembar Reviu", "Review sheet"),
    "choose": Said("Belum ada berkas yang diperiksa.", "No file is checked yet."),
    "gate": Said("Gerbang kepatuhan", "Compliance gate"),
    "quality": Said("Indeks mutu rumusan", "Index of wording"),
    "reckoning": Said("Hitungannya, poin demi poin", "Its arithmetic, point by point"),
    "taken": Said("Diambil catatan, dan kembali bila diperbaiki", "Taken by notes, and given back when mended"),
    "entire": Said("Tentang dokumen secara keseluruhan", "About the document as a whole"),
    "rows": Said("Rumusan demi rumusan", "Statement by statement"),
    "left": Said("Tidak diperiksa", "Not checked"),
    "everything": Said("Seluruhnya", "All together"),
    "more": Said("lagi tidak ditampilkan; ada dalam salinan bertanda", "more are not shown; the marked copy has them"),
    "change": Said("Perbaikan", "Change"),
}
