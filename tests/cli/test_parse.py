"""skplint parse."""

import io

TEXT = "Menyusun laporan keuangan tepat waktu"


def test_the_statement_is_drawn_with_its_parts(skplint):
    result = skplint("parse", TEXT)
    assert result.code == 0
    assert result.out.startswith(
        "Menyusun laporan keuangan tepat waktu\n"
        "━━━━━━━━ ──────────────── ~~~~~~~~~~~\n"
        "verba    objek            waktu\n"
    )  # fmt: skip
    assert "Bentuk: verba_aktif · terbaca seluruhnya\n" in result.out


def test_words_and_qualifiers_are_tables(skplint):
    out = skplint("parse", *TEXT.split()).out
    assert "kata      jenis kata  akar      imbuhan\n" in out
    assert "Menyusun  V           usun      meN-\n" in out
    assert "tepat waktu  waktu  ya\n" in out


def test_lines_of_the_standard_input(skplint, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{TEXT}\n\n{TEXT}\n".encode())))
    assert skplint("parse", "-", "--lang", "en").out.count("verb     object") == 2
