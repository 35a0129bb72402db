"""Copies of texts, Markdown, CSV and YAML: the notes stand beside their texts, and nothing else changes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markings import TEXT, TITLE, about_each, marking, remark
from msgspec.structs import replace

from linter.documents.marked.copy import Copy
from linter.documents.marked.csvnotes import mark_csv
from linter.documents.marked.mdnotes import mark_markdown
from linter.documents.marked.plain import mark_text
from linter.documents.marked.yamlnotes import mark_yaml
from linter.documents.read import read_data
from linter.io.ours import is_untouched_text_copy
from linter.io.yamlsafe import load_tree
from linter.model import Document, Item, UserError
from linter.model.reviewed import Marking

Mark = Callable[[bytes, str, Marking], Copy]
MARKS: dict[str, Mark] = {
    "a.txt": mark_text,
    "a.md": mark_markdown,
    "a.csv": mark_csv,
    "a.tsv": mark_csv,
    "a.yaml": mark_yaml,
}
NOTES = st.text(st.characters(codec="utf-8")) | st.sampled_from(
    ["=1+1", "`<b>|", "- x: y", 'a "b"; c,\td', "é€😀", "\x00\x1b"]
)


def read(data: bytes, name: str) -> Document:
    found = [one for one in read_data(data, name) if isinstance(one, Document)]
    assert found
    return found[0]


def said(data: bytes, name: str) -> list[Item]:
    """Return the items of a file without what the notes may move: lines, and the ids that name them."""
    still = ("sheet", "table", "row", "column", "pointer") if name != "a.txt" else ()
    return [
        replace(
            item,
            id="" if name == "a.txt" else item.id,
            at={key: item.at[key] for key in still if key in item.at},
            origin=None,
            silences=tuple(replace(silence, at={}, origin=None) for silence in item.silences),
        )
        for item in read(data, name).items
    ]


def sealed(text: str) -> str:
    """Return *text* without the seal on its last line, which must be there."""
    *lines, last = text.splitlines(keepends=True)
    assert "skplint " in last
    return "".join(lines)


def test_notes_stand_below_their_line_and_what_is_about_all_at_the_end() -> None:
    original = b"# draf\nMenyusun laporan\nArsip tertata\n"
    notes = marking(
        [remark(line=2, column=1), remark("Saran", "", line=2, column=1)], ["Tidak ada target"], ["2 catatan"]
    )
    copy = mark_text(original, "draf.skp", notes)
    assert sealed(copy.data.decode()) == (
        "# draf\n"
        "Menyusun laporan\n"
        "# » Perlu diperbaiki · C001 verba-aktivitas\n"
        "# »   Kata “menyusun” menyebut kegiatan.\n"
        "# »   Tulis hasilnya: “Laporan tersusun”\n"
        "# » Saran\n"
        "Arsip tertata\n"
        "# » 2 catatan\n"
        "# » Tidak ada target\n"
    )
    assert (copy.suffix, copy.told) == (".skp", ())
    assert said(copy.data, "a.txt") == said(original, "a.txt")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_line_ends_and_encoding_stay(end: str, codec: str) -> None:
    original = f"Menyusun café{end}Arsip tertata".encode(codec)
    copy = mark_text(original, "draf.txt", marking([remark("Catatan", "ubah “ini”", line=2, column=1)]))
    assert (
        sealed(copy.data.decode(codec)) == f"Menyusun café{end}Arsip tertata{end}# » Catatan{end}# »   ubah “ini”{end}"
    )
    assert copy.told == ()
    assert is_untouched_text_copy(copy.data)


@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_a_character_that_the_encoding_lacks_makes_the_copy_utf_8_and_is_told(name: str) -> None:
    original = "RHK,Indikator\nMenyusun café,Jumlah\n".encode("cp1252")
    copy = MARKS[name](original, name, marking([remark("Panah →", line=2, row=2)]))
    assert copy.data.decode("utf-8-sig").startswith("RHK,Indikator")
    assert "Panah →" in copy.data.decode("utf-8-sig")
    assert [one.id[:35] for one in copy.told] == ["salinan ini disimpan sebagai UTF-8,"]


SOURCES = {
    "a.txt": "# draf\r\nMenyusun laporan\n\n# skplint: abaikan C001 -- alasan\nArsip tertata",
    "a.md": "Nama: Pegawai Contoh\n\n| No | RHK | Indikator |\n|---|---|---|\n| 1 | Menyusun | Jumlah<br>Mutu |\n\nPenutup",
    "a.csv": 'SKP;;\n\nNO;RHK;INDIKATOR;TARGET\n1;"Menyusun; ""cepat""";"Jumlah\nMutu";12\n(diisi sendiri);;;\n2;Arsip\n',
    "a.tsv": "RHK\tINDIKATOR\r\nMenyusun\tJumlah\r\n",
    "a.yaml": "# draf\nutama:\n  - rhk: |\n      # » bukan catatan\n      Menyusun\n\n    indikator:\n"
    "      - {teks: 'Jumlah\n          arsip', target: 3\n        }\ntambahan:\n  - rhk:\n      Arsip\n",
}


@pytest.mark.parametrize("name", MARKS)
def test_the_copy_reads_as_the_original_and_is_known_until_it_is_touched(name: str) -> None:
    original = SOURCES[name].encode()
    copy = MARKS[name](original, name, about_each(read(original, name)))
    assert said(copy.data, name) == said(original, name)
    assert said(original, name)
    assert is_untouched_text_copy(copy.data) is (name not in ("a.csv", "a.tsv"))
    assert not is_untouched_text_copy(copy.data.replace(b"Menyusun", b"Menata"))
    assert not is_untouched_text_copy(copy.data + b"Satu lagi\n")
    assert not is_untouched_text_copy(original)


@pytest.mark.parametrize("name", MARKS)
def test_marking_again_replaces_the_notes(name: str) -> None:
    original = SOURCES[name].encode()
    first = MARKS[name](original, name, about_each(read(original, name)))
    assert MARKS[name](first.data, name, about_each(read(first.data, name))).data == first.data
    again = MARKS[name](first.data, name, about_each(read(first.data, name), "Catatan kedua")).data
    assert again == MARKS[name](original, name, about_each(read(original, name), "Catatan kedua")).data
    assert "menyebut kegiatan" not in again.decode()
    assert said(again, name) == said(original, name)


@pytest.mark.parametrize("name", MARKS)
@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_marked_too(name: str, data: bytes) -> None:
    copy = MARKS[name](data, name, marking([], [], ["Tidak ada catatan"]))
    assert said(copy.data, name) == said(data, name) == []
    assert ("Tidak ada catatan" in copy.data.decode()) is (name not in ("a.csv", "a.tsv"))


@pytest.mark.parametrize("name", MARKS)
@pytest.mark.parametrize("data", [b"\0\1\2\3", b"PK\x03\x04x", b"\xff\xfe\0", b"\x81\x8d"])
def test_what_is_no_text_is_refused_in_one_line(name: str, data: bytes) -> None:
    with pytest.raises(UserError) as error:
        MARKS[name](data, name, marking([]))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("name", "data"), [("a.csv", b'RHK,Indikator\n"x\n'), ("a.yaml", b"utama: [\n"), ("a.yaml", b"a: *b\n")]
)
def test_a_broken_file_is_refused_as_the_reader_does(name: str, data: bytes) -> None:
    with pytest.raises(UserError) as error:
        MARKS[name](data, name, marking([]))
    assert error.value.path == name


def test_markdown_has_its_notes_in_a_list_that_renders_nothing_else() -> None:
    original = b"| RHK | Indikator |\n|---|---|\n| Menyusun | Jumlah |\n"
    notes = marking(
        [remark("C001 `kode` <b>", "1. satu\n# dua *tiga* [x](http://y)\na_b | c", table=1, row=2, column=1)],
        ["Tidak ada *target*"],
        ["1 catatan"],
        {0: "Tabel 1, baris 2, kolom 1"},
    )
    text = mark_markdown(original, "draf.md", notes).data.decode()
    body, _, section = text.partition("<!-- skplint -->\n")
    assert body == original.decode() + "\n"
    assert section.rpartition("<!-- /skplint ")[0] == (
        "## Catatan skplint\n"
        "\n"
        "1 catatan\n"
        "\n"
        "- Tidak ada \\*target\\*\n"
        "- **Tabel 1, baris 2, kolom 1** · C001 \\`kode\\` \\<b\\>\\\n"
        "  1\\. satu\\\n"
        "  \\# dua \\*tiga\\* \\[x\\](http\\://y)\\\n"
        "  a\\_b \\| c\n"
    )


def test_a_section_of_notes_is_replaced_wherever_it_stands() -> None:
    notes = marking([remark(table=1, row=2, column=1)])
    copy = (
        mark_markdown(SOURCES["a.md"].encode(), "a.md", notes).data + b"\n| RHK | Target |\n|---|---|\n| Arsip | 1 |\n"
    )
    again = mark_markdown(copy, "a.md", notes).data
    assert again.count(b"<!-- skplint -->") == 1
    assert again.index(b"| Arsip | 1 |") < again.index(b"<!-- skplint -->")
    assert said(again, "a.md") == said(copy, "a.md")


def test_a_section_that_is_never_closed_is_text() -> None:
    original = b"<!-- skplint -->\n| RHK | Indikator |\n|---|---|\n| Arsip | Jumlah |\n"
    assert [item.text for item in said(original, "a.md")] == ["Arsip", "Jumlah"]
    assert mark_markdown(original, "a.md", marking([])).data.startswith(original)


def test_csv_gets_one_more_column_and_keeps_every_character() -> None:
    original = 'sep=;\nNO;RHK;INDIKATOR\n1;"Menyusun; ""cepat""";a"b\n2;Arsip\n\n3;Surat;Jumlah'
    notes = marking(
        [remark("=C001", 'kata "ini"', row=3, column=2), remark("S001", "", row=3, column=3), remark(row=6)]
    )
    copy = mark_csv(original.encode(), "a.csv", notes)
    assert copy.data.decode() == (
        "sep=;\n"
        "NO;RHK;INDIKATOR;Catatan skplint\n"
        '1;"Menyusun; ""cepat""";a"b;"\'=C001: kata ""ini""\nS001"\n'
        "2;Arsip;;\n"
        "\n"
        f'3;Surat;Jumlah;"{TITLE}: {TEXT}"'
    )
    assert copy.told == ()


def test_csv_in_quotes_stays_in_quotes_and_what_has_no_place_is_told() -> None:
    copy = mark_csv(
        b'"RHK","INDIKATOR"\r\n"Arsip","Jumlah"\r\n', "a.csv", marking([remark("C001", "", row=2)], ["Semua"])
    )
    assert copy.data == b'"RHK","INDIKATOR","Catatan skplint"\r\n"Arsip","Jumlah","C001"\r\n'
    assert [one.id[:48] for one in copy.told] == ["1 catatan tentang dokumen secara keseluruhan tid"]


@pytest.mark.parametrize(
    "original",
    [
        "RENCANA HASIL KERJA\nMenyusun laporan\nArsip tertata\n",
        "NO;RHK\n1;Arsip\n\nPERILAKU KERJA\nNO;RHK;INDIKATOR;TARGET\n1;Surat;Jumlah;12\n(diisi sendiri);;;\n",
        "MATRIKS;;;\nJABATAN DAN NAMA PEGAWAI;OUTCOME ANTARA\nKepala;Arsip, surat;Kas cocok\nStaf;x;Karcis cocok\n",
    ],
    ids=["satu kolom", "dua tabel", "matriks"],
)
def test_other_forms_in_csv_read_as_before(original: str) -> None:
    notes = about_each(read(original.encode(), "a.csv"), "satu, dua; tiga, empat, lima, enam")
    assert len(notes.remarks) >= 2
    copy = mark_csv(original.encode(), "a.csv", notes).data
    assert said(copy, "a.csv") == said(original.encode(), "a.csv")
    assert mark_csv(copy, "a.csv", notes).data == copy


def test_yaml_has_its_notes_above_the_value_and_never_in_a_scalar() -> None:
    original = SOURCES["a.yaml"].encode()
    notes = marking([remark(item.part, "", **item.at) for item in read(original, "a.yaml").items])
    assert sealed(mark_yaml(original, "a.yaml", notes).data.decode()) == (
        "# draf\n"
        "utama:\n"
        "  # » rencana_kinerja\n"
        "  - rhk: |\n"
        "      # » bukan catatan\n"
        "      Menyusun\n"
        "\n"
        "    indikator:\n"
        "      # » indikator\n"
        "      # » target\n"
        "      - {teks: 'Jumlah\n"
        "          arsip', target: 3\n"
        "        }\n"
        "tambahan:\n"
        "  - rhk:\n"
        "      # » rencana_kinerja\n"
        "      Arsip\n"
    )


def test_a_block_that_ends_with_the_file_stays_as_it_is() -> None:
    original = b"utama:\n  - rhk: |\n      Menyusun"
    copy = mark_yaml(original, "a.yaml", about_each(read(original, "a.yaml")))
    assert copy.data.endswith(b"      Menyusun")
    assert copy.data.startswith("# » 12 catatan\n# » Tidak ada target\nutama:\n".encode())
    assert said(copy.data, "a.yaml") == said(original, "a.yaml")
    assert mark_yaml(copy.data, "a.yaml", about_each(read(copy.data, "a.yaml"))).data == copy.data


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n#» "))), NOTES)
def test_any_text_reads_as_before(lines: list[str], note: str) -> None:
    original = "\n".join(line for line in lines if not line.startswith("# » ")).encode()
    (document,) = read_data(original, "a.txt")
    assume(isinstance(document, Document) and b"\n# \xc2\xbb " not in original.replace(b"\r", b"\n"))
    assert isinstance(document, Document)
    copy = mark_text(original, "a.txt", about_each(document, note))
    assert said(copy.data, "a.txt") == said(original, "a.txt")
    assert mark_text(copy.data, "a.txt", about_each(read(copy.data, "a.txt"), note)).data == copy.data


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\x1a"), max_size=12) | st.sampled_from(
    [
        "",
        "-",
        "Menyusun laporan",
        "1",
        "A. KINERJA UTAMA",
        "Utama",
        "(diisi sendiri)",
        "a;b,c|d\te",
        'x"y',
        "Jumlah\nMutu",
    ]
)
TABLES = st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=6)
HEAD = ["NO", "RENCANA HASIL KERJA", "INDIKATOR"]


@given(TABLES, st.sampled_from(";,\t|"), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), NOTES)
def test_any_table_reads_as_before(rows: list[list[str]], separator: str, end: str, quoted: bool, note: str) -> None:
    out = io.StringIO()
    style = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=separator, lineterminator=end, quoting=style).writerows([HEAD, *rows])
    original = out.getvalue().encode()
    (document, *_) = read_data(original, "a.csv")
    assume(isinstance(document, Document))
    try:
        before = said(original, "a.csv")
    except UserError:
        assume(False)
    copy = mark_csv(original, "a.csv", about_each(read(original, "a.csv"), note))
    assert said(copy.data, "a.csv") == before
    assert mark_csv(copy.data, "a.csv", about_each(read(copy.data, "a.csv"), note)).data == copy.data


@given(TABLES, st.sampled_from(["\n", "\r\n", "\r"]), NOTES)
def test_any_markdown_reads_as_before(rows: list[list[str]], end: str, note: str) -> None:
    cells = [[" ".join(cell.split()).replace("|", "\\|") for cell in row] for row in rows]
    original = end.join(
        ["# SKP", "", *(f"| {' | '.join(row)} |" for row in (HEAD, ["-", "-", "-"], *cells)), "", "akhir"]
    ).encode()
    (document, *_) = read_data(original, "a.md")
    assume(isinstance(document, Document))
    copy = mark_markdown(original, "a.md", about_each(read(original, "a.md"), note))
    assert said(copy.data, "a.md") == said(original, "a.md")
    assert mark_markdown(copy.data, "a.md", about_each(read(copy.data, "a.md"), note)).data == copy.data


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]), min_size=1, max_size=20)
SCALARS = st.one_of(
    WORDS.map(lambda text: "'" + text.replace("'", "''") + "'"),
    WORDS.map(lambda text: f"|\n            x {text}\n            # » {text}"),
    WORDS.map(lambda text: f">-\n\n                  x {text}\n\n                  y"),
    st.just('"satu\n\n                  dua"'),
    st.just("satu\n            dua"),
    st.just("\n            satu # tutup"),
)


@given(st.lists(st.tuples(SCALARS, SCALARS, st.booleans()), min_size=1, max_size=4), st.sampled_from(["", "\n"]), NOTES)
def test_any_draft_holds_the_same_data(entries: list[tuple[str, str, bool]], last: str, note: str) -> None:
    text = "utama:"
    for plan, measure, flows in entries:
        text += f"\n  - rhk: {plan}\n    indikator:\n"
        text += (
            "      - {\n              teks: 'a',\n              target: 3}"
            if flows
            else f"      - teks: {measure}\n      - teks: b"
        )
    original = (text + last).encode()
    copy = mark_yaml(original, "a.yaml", about_each(read(original, "a.yaml"), note))
    assert load_tree(copy.data.decode(), "").data == load_tree(original.decode(), "").data
    assert said(copy.data, "a.yaml") == said(original, "a.yaml")
    assert mark_yaml(copy.data, "a.yaml", about_each(read(copy.data, "a.yaml"), note)).data == copy.data
