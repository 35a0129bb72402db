"""Copies of Word documents: the notes are comments on their texts, and nothing else changes."""

from __future__ import annotations

import base64
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree
from markings import TEXT, TITLE, about_each, marking, remark

from linter.documents.marked.word import mark_docx
from linter.documents.read import read_data
from linter.model import Document, UserError
from linter.model.reviewed import Marking

HEAD = ("NO", "RENCANA HASIL KERJA", "INDIKATOR", "TARGET")
TOUCHED = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
BOX = (
    f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>Kotak teks</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
CHANGES = (
    f'<w:p {nsdecls("w")}><w:del w:id="901" w:author="Penilai Contoh"><w:r><w:delText>Menyusun</w:delText></w:r></w:del>'
    '<w:ins w:id="902" w:author="Penilai Contoh"><w:r><w:t>Jumlah arsip</w:t></w:r></w:ins></w:p>'
)
CONTROL = f"<w:p {nsdecls('w')}><w:sdt><w:sdtContent><w:r><w:t>12 boks</w:t></w:r></w:sdtContent></w:sdt></w:p>"
LINK = f'<w:p {nsdecls("w")}><w:hyperlink w:anchor="x"><w:r><w:t>Surat terkirim</w:t></w:r></w:hyperlink></w:p>'


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rich() -> bytes:
    """Return a form with header, picture, text box, a comment by a user, tracked changes, controls and merged cells."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Dinas Contoh"
    title = document.add_paragraph("SASARAN KINERJA PEGAWAI")
    title._p.append(parse_xml(BOX))
    document.add_picture(io.BytesIO(base64.b64decode(PICTURE)))
    document.add_comment(title.runs[0], "Periksa lagi", author="Penilai Contoh", initials="PC")
    table = document.add_table(4, 4)
    for n, row in enumerate(
        (HEAD, ("1", "", "", ""), ("", "", "Mutu arsip", "90 %"), ("2", "", "Jumlah\nMutu", "1\n2"))
    ):
        for column, text in enumerate(row):
            table.cell(n, column).text = text
    table.cell(1, 1).text = "Arsip tertata"
    table.cell(1, 1).merge(table.cell(2, 1)).text = "Arsip tertata"
    for cell, paragraph in ((table.cell(1, 2), CHANGES), (table.cell(1, 3), CONTROL), (table.cell(3, 1), LINK)):
        cell._tc.replace(cell.paragraphs[0]._p, parse_xml(paragraph))
    return saved(document)


def read(data: bytes) -> Document:
    found = [one for one in read_data(data, "a.docx") if isinstance(one, Document)]
    assert found
    return found[0]


def items(data: bytes) -> list[tuple[str, str, Any]]:
    return [(item.part, item.text, item.at) for item in read(data).items]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(set(archive.namelist()))
        return {name: archive.read(name) for name in archive.namelist()}


def comments(data: bytes) -> list[tuple[str, str, str]]:
    """Return author, anchored text and words of each comment, in the order of the document."""
    document = docx.Document(io.BytesIO(data))
    body, found = document.element.body, []
    known = {one.comment_id: one for one in document.comments}
    open_, said = {}, {}
    for element in body.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:commentReference"), qn("w:t")):
        id_ = int(element.get(qn("w:id"), -1))
        if element.tag == qn("w:commentRangeStart"):
            open_[id_] = ""
        elif element.tag == qn("w:t"):
            open_ = {key: text + element.text for key, text in open_.items()}
        elif element.tag == qn("w:commentRangeEnd"):
            said[id_] = open_.pop(id_)
        else:
            comment = known.pop(id_)
            found.append((comment.author, said.pop(id_), "\n".join(one.text for one in comment.paragraphs)))
    assert (open_, said, known) == ({}, {}, {}), "every comment has its marks, and every mark its comment"
    return found


def ours(data: bytes) -> list[tuple[str, str]]:
    return [(text, said) for author, text, said in comments(data) if author == "skplint"]


def test_each_text_has_its_comment_and_the_users_stays() -> None:
    original = rich()
    copy = mark_docx(original, "skp.docx", about_each(read(original)))
    note = f"{TITLE}\n{TEXT}"
    assert comments(copy.data) == [
        ("Penilai Contoh", "SASARAN KINERJA PEGAWAI", "Periksa lagi"),
        ("skplint", "SASARAN KINERJA PEGAWAIKotak teks", "Catatan skplint\nTidak ada target"),
        ("skplint", "Arsip tertata", note),
        ("skplint", "Jumlah arsip", note),
        ("skplint", "12 boks", note),
        ("skplint", "Mutu arsip", note),
        ("skplint", "90 %", note),
        ("skplint", "Surat terkirim", note),
        ("skplint", "JumlahMutu", note),
        ("skplint", "JumlahMutu", note),
        ("skplint", "12", note),
        ("skplint", "12", note),
    ]
    assert (copy.suffix, copy.told) == (".docx", ())


def test_titles_are_bold_and_several_remarks_of_a_text_are_one_comment() -> None:
    original = rich()
    at = {"table": 1, "row": 2, "column": 2}
    notes = marking([remark("Satu", "a\n\n b", **at), remark("Dua\x0b", "", **at)])
    document = docx.Document(io.BytesIO(mark_docx(original, "skp.docx", notes).data))
    (comment,) = (one for one in document.comments if one.author == "skplint")
    assert comment.initials == "skp"
    assert [(one.text, bool(one.runs[-1].bold)) for one in comment.paragraphs] == [
        ("Satu", True),
        ("a", False),
        (" b", False),
        ("Dua␋", True),
    ]


def test_every_other_part_stays_byte_for_byte_and_the_copy_reads_as_the_original() -> None:
    original = rich()
    copy = mark_docx(original, "skp.docx", about_each(read(original))).data
    before, after = parts(original), parts(copy)
    assert {name for name in after if after[name] != before.get(name)} <= TOUCHED
    assert before.keys() <= after.keys()
    assert items(copy) == items(original)
    assert zipfile.ZipFile(io.BytesIO(copy)).comment == b"skplint"
    for text in ("Kotak teks", "w:delText", "w:sdtContent", "w:hyperlink", 'w:id="902"', "a:blip", "w:headerReference"):
        assert after["word/document.xml"].count(text.encode()) == before["word/document.xml"].count(text.encode()) > 0


def test_the_words_of_the_document_are_those_of_before() -> None:
    original = rich()
    before, after = (
        etree.fromstring(parts(data)["word/document.xml"])
        for data in (original, mark_docx(original, "skp.docx", about_each(read(original))).data)
    )
    for mark in list(after.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:commentReference"))):
        if mark.get(qn("w:id")) != "0":
            gone = mark.getparent() if mark.tag == qn("w:commentReference") else mark
            gone.getparent().remove(gone)
    assert etree.tostring(after, method="c14n") == etree.tostring(before, method="c14n")


def test_marking_is_the_same_each_time_and_again_replaces_our_comments() -> None:
    original = rich()
    first = mark_docx(original, "skp.docx", about_each(read(original))).data
    assert mark_docx(original, "skp.docx", about_each(read(original))).data == first
    assert mark_docx(first, "skp.docx", about_each(read(first))).data == first
    again = mark_docx(first, "skp.docx", about_each(read(first), "Catatan kedua")).data
    assert comments(again) == comments(
        mark_docx(original, "skp.docx", about_each(read(original), "Catatan kedua")).data
    )
    assert comments(mark_docx(again, "skp.docx", marking([])).data) == comments(original)


def test_what_a_user_added_to_the_copy_stays() -> None:
    original = rich()
    document = docx.Document(io.BytesIO(mark_docx(original, "skp.docx", about_each(read(original))).data))
    run = document.tables[0].cell(2, 2).paragraphs[0].runs[0]
    document.add_comment(run, "Setuju", author="Pegawai Contoh", initials="PC")
    touched = saved(document)
    again = mark_docx(touched, "skp.docx", about_each(read(touched), "Catatan kedua")).data
    assert [one for one in comments(again) if one[0] != "skplint"] == [
        ("Penilai Contoh", "SASARAN KINERJA PEGAWAI", "Periksa lagi"),
        ("Pegawai Contoh", "Mutu arsip", "Setuju"),
    ]
    assert len(ours(again)) == len(ours(touched))


W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
THREADS = {
    "commentsExtended": ("2011", "http://schemas.microsoft.com/office/word/2012/wordml", "w15"),
    "commentsIds": ("2016/09", "http://schemas.microsoft.com/office/word/2016/wordml/cid", "w16cid"),
    "commentsExtensible": ("2018/08", "http://schemas.microsoft.com/office/word/2018/wordml/cex", "w16cex"),
}
ENTRIES = {
    "commentsExtended": '<a:commentEx a:paraId="0000000A"/><a:commentEx a:paraId="0000000B" a:paraIdParent="0000000A"/>',
    "commentsIds": '<a:commentId a:paraId="0000000A" a:durableId="1A"/><a:commentId a:paraId="0000000B" a:durableId="1B"/>',
    "commentsExtensible": '<a:commentExtensible a:durableId="1A"/><a:commentExtensible a:durableId="1B"/>',
}


def with_reply(data: bytes) -> bytes:
    """Return a copy in which the user answered our first comment, as Word saves it."""
    document = docx.Document(io.BytesIO(data))
    run = document.tables[0].cell(1, 1).paragraphs[0].runs[0]
    document.add_comment(run, "Sudah saya ubah", author="Pegawai Contoh", initials="PC")
    found = list(document.comments)
    for id_, comment in (("0000000A", next(one for one in found if one.author == "skplint")), ("0000000B", found[-1])):
        comment.paragraphs[-1]._p.set(f"{{{W14}}}paraId", id_)
    files = parts(saved(document))
    relations = types = ""
    for name, (year, space, _) in THREADS.items():
        files[f"word/{name}.xml"] = f'<a:{name} xmlns:a="{space}">{ENTRIES[name]}</a:{name}>'.encode()
        type_ = f"http://schemas.microsoft.com/office/{year}/relationships/{name}"
        relations += f'<Relationship Id="{name}" Type="{type_}" Target="{name}.xml"/>'
        types += f'<Override PartName="/word/{name}.xml" ContentType="application/xml"/>'
    for name, end, more in (
        ("word/_rels/document.xml.rels", b"</Relationships>", relations),
        ("[Content_Types].xml", b"</Types>", types),
    ):
        files[name] = files[name].replace(end, more.encode() + end)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_reply_to_our_comment_stays_as_a_comment_of_its_own() -> None:
    original = rich()
    answered = with_reply(mark_docx(original, "skp.docx", about_each(read(original))).data)
    again = mark_docx(answered, "skp.docx", about_each(read(answered), "Catatan kedua")).data
    assert ("Pegawai Contoh", "Arsip tertata", "Sudah saya ubah") in comments(again)
    files = parts(again)
    told = [re.findall(rb'a:(\w+)="(\w+)"', files[f"word/{name}.xml"]) for name in THREADS]
    assert told == [
        [(b"paraId", b"0000000B")],
        [(b"paraId", b"0000000B"), (b"durableId", b"1B")],
        [(b"durableId", b"1B")],
    ]


def wrapped(element: Any) -> None:
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    element.addprevious(control)
    control.append(content)
    content.append(element)


def cells_in_controls(table: Any) -> None:
    for row in table._tbl.tr_lst:
        for cell in row.tc_lst:
            wrapped(cell)


def an_inner_table(table: Any) -> None:
    inner = table.cell(1, 0).add_table(1, 1)
    inner.cell(0, 0).text = "Arsip tertata"
    table.cell(1, 0).paragraphs[0].clear()


def columns_left_out(table: Any) -> None:
    for row in table._tbl.tr_lst:
        row.insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:gridBefore w:val="2"/></w:trPr>'))


@pytest.mark.parametrize("build", [wrapped, cells_in_controls, an_inner_table, columns_left_out])
def test_comments_stand_where_the_reader_counts(build: Callable[[Any], None]) -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    for n, row in enumerate((HEAD[1:], ("Arsip tertata", "Jumlah arsip", "12 boks"))):
        for column, text in enumerate(row):
            table.cell(n, column).text = text
    build(table._tbl if build is wrapped else table)
    original = saved(document)
    found = read(original)
    copy = mark_docx(original, "skp.docx", marking([remark(item.part, "", **item.at) for item in found.items])).data
    assert ours(copy) == [
        ("Arsip tertata", "rencana_kinerja"),
        ("Jumlah arsip", "indikator"),
        ("12 boks", "target"),
    ]
    assert items(copy) == items(original)


def test_a_line_of_a_cell_has_the_comment_on_its_paragraph() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    for text in ("Satu", "Dua\nTiga", "", "Lima"):
        cell.add_paragraph(text)
    at = {"table": 1, "row": 1, "column": 1}
    notes = marking([remark(str(n), "", **at, line=n) for n in (1, 2, 4, 5, 6, 99)] + [remark("0", "", **at)])
    assert sorted(ours(mark_docx(saved(document), "a.docx", notes).data)) == [
        ("DuaTiga", "4"),
        ("Lima", "5"),
        ("Lima", "6"),
        ("Satu", "0"),
        ("Satu", "1"),
        ("Satu", "2"),
        ("Satu", "99"),
    ]


def test_paragraphs_are_counted_and_what_has_no_place_stands_with_the_whole() -> None:
    document = docx.Document()
    for text in ("", "Pertama", "Kedua"):
        document.add_paragraph(text)
    notes = marking([remark("Di sini", "", paragraph=3), remark("Hilang", "x", paragraph=9)], ["Semua"])
    assert ours(mark_docx(saved(document), "a.docx", notes).data) == [
        ("Pertama", "Catatan skplint\nSemua\nHilang\nx"),
        ("Kedua", "Di sini"),
    ]


def test_an_empty_document_is_copied_and_tells_what_has_no_place() -> None:
    original = saved(docx.Document())
    assert mark_docx(original, "a.docx", marking([])).told == ()
    copy = mark_docx(original, "a.docx", marking([], ["Semua"]))
    assert comments(copy.data) == []
    assert [one.id[:42] for one in copy.told] == ["1 catatan tidak termuat dalam salinan ini,"]


def test_a_signature_is_left_out_since_the_copy_was_not_signed() -> None:
    files = parts(rich())
    relation = f'<Relationship Id="s" Type="{SIGNED}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"</Relationships>", relation.encode())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (files | {"_xmlsignatures/origin.sigs": b""}).items():
            archive.writestr(name, content)
    copy = mark_docx(out.getvalue(), "skp.docx", marking([]))
    assert not [name for name, content in parts(copy.data).items() if "sigs" in name or b"origin.sigs" in content]
    assert [one.id[:24] for one in copy.told] == ["tanda tangan digital tid"]


def changed(part: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts(rich()).items():
            archive.writestr(name, content.replace(old, new) if name == part else content)
    return out.getvalue()


SIGNED = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
HOSTILE = {
    "kosong": b"",
    "teks": b"Arsip tertata",
    "sandi": b"\xd0\xcf\x11\xe0" + bytes(512),
    "potong": rich()[:-300],
    "entitas": changed("word/document.xml", b"<w:document", b'<!DOCTYPE w [<!ENTITY a "b">]><w:document'),
    "tanpa isi": changed("word/document.xml", b"w:body", b"w:badan"),
    "bukan XML": changed("word/document.xml", b"</w:body>", b""),
    "komentar rusak": changed("word/comments.xml", b"</w:comment>", b""),
    "nomor rusak": changed("word/comments.xml", b'w:id="0"', b'w:id="satu"'),
    "tanpa hubungan": changed("_rels/.rels", b"officeDocument", b"kantor"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_one_clear_line(name: str) -> None:
    with pytest.raises(UserError) as error:
        mark_docx(HOSTILE[name], "skp.docx", marking([remark(paragraph=1)]))
    assert error.value.path == "skp.docx"
    assert "\n" not in error.value.message.id


def test_a_cell_that_spans_a_thousand_million_columns_takes_no_memory() -> None:
    original = changed("word/document.xml", b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="1000000000"/>')
    assert ours(mark_docx(original, "skp.docx", marking([remark("Di sini", "", table=1, row=2, column=1)])).data) == [
        ("1", "Di sini")
    ]


def converted(data: bytes, to: str, tmp_path: Path) -> bytes:
    (tmp_path / "skp.docx").write_bytes(data)
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/p", "--convert-to", to]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(tmp_path / "skp.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (tmp_path / "out" / f"skp.{to}").read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_the_comments_and_its_file_can_be_marked_again(tmp_path: Path) -> None:
    original = rich()
    copy = mark_docx(original, "skp.docx", about_each(read(original))).data
    office = converted(copy, "odt", tmp_path)
    assert parts(office)["content.xml"].count(b"<office:annotation ") == len(comments(copy))
    again = converted(copy, "docx", tmp_path)
    assert len(ours(again)) == len(ours(copy))
    notes: Marking = about_each(read(again), "Catatan kedua")
    marked = mark_docx(again, "skp.docx", notes).data
    assert [said for _, said in ours(marked)].count(f"{TITLE}\nCatatan kedua") == len(notes.remarks)
    assert len(ours(marked)) == len(ours(copy))
    assert [author for author, *_ in comments(marked)].count("Penilai Contoh") == 1
