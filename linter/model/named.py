"""What classes, aspects and levels of posts are called where people read them."""

from __future__ import annotations

from linter.model.said import Said

CLASS_NAMES = {
    "pencapaian": Said("Pencapaian", "Result"),
    "aktivitas": Said("Aktivitas", "Activity"),
    "kategori": Said("Kategori", "Name of work"),
    "": Said("Bukan rumusan kinerja", "No performance statement"),
}
"""What a class is called; "" stands for none."""
ASPECT_NAMES = {
    "kuantitas": Said("Kuantitas", "Quantity"),
    "kualitas": Said("Kualitas", "Quality"),
    "waktu": Said("Waktu", "Time"),
    "biaya": Said("Biaya", "Cost"),
}
POST_NAMES = {
    "jpt": Said("pimpinan tinggi", "head of the office"),
    "administrator": Said("administrator", "head of division"),
    "pengawas": Said("pengawas", "supervisor"),
    "ahli madya": Said("ahli madya", "senior expert"),
    "ahli muda": Said("ahli muda", "expert"),
    "ahli pertama": Said("ahli pertama", "junior expert"),
    "terampil": Said("terampil", "skilled"),
    "pelaksana": Said("pelaksana", "staff"),
}
"""Levels of posts as forms write them."""
