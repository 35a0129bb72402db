"""What others wrote cannot steer the terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.report import make
from linter.report.harmless import harmless, width


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Menyusun laporan", "Menyusun laporan"),
        ("\x1b[31mmerah\x1b[0m", "␛[31mmerah␛[0m"),
        ("kiri\u202ekanan", "kiri⟨U+202E⟩kanan"),
        ("nol\u200blebar", "nol⟨U+200B⟩lebar"),
        ("1.\tMenyusun", "1. Menyusun"),
        ("a\rb\x7f\x00", "a␍b␡␀"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("\u2028", "⟨U+2028⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("é 日本 😀", "é 日本 😀"),
    ],
)
def test_controls_are_made_visible(text, seen):
    assert harmless(text) == seen


@given(st.text(st.characters()))
def test_nothing_that_is_left_has_an_effect(text):
    for char in harmless(text):
        assert unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("😀", 2), ("", 0)])
def test_width_is_what_is_seen(text, columns):
    assert width(text) == columns


@pytest.mark.parametrize("name", ["teks", "ringkas"])
def test_no_report_for_people_lets_an_escape_through(samples, name):
    nasty = "Menyusun \x1b]8;;http://x\x07klik\u202e\x9b2J"
    finding = samples.finding(
        nasty, nasty, "C001", nasty, "error", nasty, suggestions=(nasty,), why=nasty, basis=(nasty,)
    )
    silent = samples.finding(nasty, nasty, "C001", nasty, "error", nasty, suppressed=nasty)
    reading = samples.parse(nasty, "verba_aktif", verb="Menyusun")
    noted = samples.statement(nasty, "aktivitas", 0.9, reading, [finding, silent], at={"sheet": nasty, "cell": nasty})
    clean = samples.statement(nasty, "aktivitas", 0.9, reading)
    indicator = samples.indicator(nasty, nasty, [finding], at={"line": 1}, rk=nasty, parent=nasty)
    pieces: list[str] = []
    documents = [(samples.document(nasty), (noted, clean, indicator))]
    samples.play([make(name, pieces.append)], documents, [samples.NotChecked(nasty, samples.Said(nasty))])
    out = "".join(pieces)
    assert "klik" in out
    assert not {c for c in out if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")} - {"\n"}
