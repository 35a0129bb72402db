"""A marked copy of a workbook: notes at their cells, a sheet of them all, and nothing else that changed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from richbook import (
    COMMENT,
    HEADINGS,
    PERSON,
    SECOND,
    SHEET,
    colours,
    comments,
    marking,
    opened,
    order,
    parts,
    plain_book,
    rebuilt,
    rich_book,
)

from linter.documents.marked.xlsx import mark_xlsx
from linter.documents.read import read_data
from linter.io.ours import is_untouched_copy
from linter.io.writable import CELL_UNITS
from linter.model import Document, Marking, NotChecked, Remark, UserError

LEAD = "— Catatan skplint —"
FORM = "xl/worksheets/sheet1.xml"
RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"
TYPES = "[Content_Types].xml"
CHANGED = {TYPES, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", FORM}
NOTED = marking(("B3", "error"), ("C4", "warning"), ("D5", "info"), ("B7", "error"))


def marked(data: bytes, by: Marking = NOTED) -> bytes:
    copy = mark_xlsx(data, "skp.xlsx", by)
    assert copy.suffix == ".xlsx"
    return copy.data


def ours(cell: str) -> tuple[str, str]:
    return ("skplint", f"{LEAD}\nJudul {cell}\nSaran {cell}")


def test_each_noted_cell_has_a_comment_and_a_colour() -> None:
    copy = marked(rich_book())
    assert comments(copy) == {"B2": (PERSON, COMMENT), **{cell: ours(cell) for cell in ("B3", "C4", "D5", "B7")}}
    assert colours(copy) == {
        "error": ("B3 B7", "FFFAD4D4"),
        "warning": ("C4", "FFFDEBC8"),
        "info": ("D5", "FFDCE9F8"),
    }


def test_every_other_part_is_the_same_byte_for_byte() -> None:
    before = rich_book()
    was, now = parts(before), parts(marked(before))
    comment_parts = {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
    assert [name for name in was if was[name] != now.get(name)] == [
        name for name in was if name in CHANGED | comment_parts
    ]
    assert list(now) == [*was, "xl/worksheets/sheet3.xml"]
    assert any(name.startswith("xl/media/") for name in was) and "xl/charts/chart1.xml" in was


def test_a_noted_sheet_keeps_all_it_holds_in_the_order_of_the_standard() -> None:
    before = rich_book()
    was, now = parts(before)[FORM], parts(marked(before))[FORM]
    names = list(order(now))
    del names[names.index("conditionalFormatting") + 1 : names.index("conditionalFormatting") + 4]
    assert names == order(was)
    cut = re.compile(
        b"<sheetData>.*</sheetData>|<extLst>.*</extLst>|<legacyDrawing.*?/>|<dataValidations.*</dataValidations>"
    )
    assert cut.findall(was) == cut.findall(now)
    assert b"<f>SUM(A2:A6)</f><v>15</v>" in now and b"x14:sparkline" in now
    assert now.startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')


def test_old_entries_keep_their_place_packing_and_date_and_new_ones_have_a_fixed_date() -> None:
    data = rich_book()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(marked(data))) as new:
        told = [(one.filename, one.compress_type, one.date_time) for one in new.infolist()]
        assert told[:-1] == [(one.filename, one.compress_type, one.date_time) for one in old.infolist()]
        assert told[-1][1:] == (zipfile.ZIP_DEFLATED, (1980, 1, 1, 0, 0, 0))


def test_a_copy_is_known_until_a_program_saves_it() -> None:
    copy = marked(rich_book())
    assert is_untouched_copy(copy)
    assert not is_untouched_copy(rich_book()) and not is_untouched_copy(rebuilt(copy, lambda all_: None))


def test_a_note_goes_behind_the_comment_of_the_user_and_leaves_its_box_alone() -> None:
    data = rich_book()
    copy = marked(data, marking(("B2", "error")))
    assert comments(copy) == {"B2": (PERSON, f"{COMMENT}\n\n{ours('B2')[1]}")}
    assert parts(copy)["xl/drawings/vmlDrawing1.vml"] == parts(data)["xl/drawings/vmlDrawing1.vml"]


def test_several_remarks_of_a_cell_are_one_comment_and_lines_are_named() -> None:
    remarks = (
        Remark({"sheet": SHEET, "cell": "B3", "line": 1}, "info", "Satu", "a\nb"),
        Remark({"sheet": SHEET, "cell": "B3", "line": 2}, "error", "Dua", "c"),
    )
    copy = marked(rich_book(), Marking("skplint", LEAD, remarks, NOTED.listing))
    assert comments(copy)["B3"] == ("skplint", f"{LEAD}\nSatu\na\nb\n\nbaris 2: Dua\nc")
    assert colours(copy) == {"error": ("B3", "FFFAD4D4")}
    bold = re.findall(b"<r><rPr><b/>.*?<t[^>]*>\\s*(.*?)</t>", parts(copy)["xl/comments1.xml"])
    assert bold == [b"Satu", b"baris 2: Dua"]


def test_boxes_are_wide_and_hidden_and_stand_beside_merged_cells() -> None:
    drawing = parts(marked(rich_book()))["xl/drawings/vmlDrawing1.vml"].decode()
    boxes = re.findall("<v:shape .*?</v:shape>", drawing)
    assert len(boxes) == 5 and len(set(re.findall('id="(_x0000_s[0-9]+)"', drawing))) == 5
    assert all("visibility:hidden" in box for box in boxes)
    (merged,) = [box for box in boxes if "<x:Row>6</x:Row><x:Column>1</x:Column>" in box]
    assert "<x:Anchor>3, 15, 5, 8, 8, " in merged


def test_a_book_without_comments_gets_the_parts_that_it_needs() -> None:
    now = parts(marked(plain_book(), marking(("B2", "error"))))
    assert b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' in now["xl/comments1.xml"]
    assert b'Extension="vml"' in now[TYPES] and b"/xl/comments1.xml" in now[TYPES]
    assert order(now[FORM])[-2:] == ["pageMargins", "legacyDrawing"]
    assert comments(marked(plain_book(), marking(("B2", "error")))) == {"B2": ours("B2")}


def test_the_sheet_lists_all_notes_as_text_with_links_and_choices() -> None:
    listing = marking(("B3", "error", "=1+1"), ("C4", "warning", "-5"))
    copy = marked(rich_book(), listing)
    book = opened(copy)
    sheet = book["Catatan"]
    assert book.sheetnames == [SHEET, SECOND, "Catatan"] and book.active.title == SHEET
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Catatan skplint", None, None, None],
        ["3 dari 9 rumusan tanpa catatan", None, None, None],
        [None] * 4,
        ["Tempat", "Catatan", "Saran", "Putusan"],
        ["B3", "Judul B3", "=1+1", None],
        ["C4", "Judul C4", "-5", None],
        ["Dokumen", "Judul", "Saran", None],
    ]
    assert b"<f>" not in parts(copy)["xl/worksheets/sheet3.xml"]
    assert sheet["C5"].quotePrefix and sheet["C5"].alignment.wrap_text and sheet["A1"].font.b
    assert sheet["A5"].hyperlink.location == "'SKP'!B3" and sheet["A7"].hyperlink is None
    assert [sheet[cell].fill.fgColor.rgb for cell in ("A5", "A6", "A7")] == ["FFFAD4D4", "FFFDEBC8", "FFDCE9F8"]
    (choice,) = sheet.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("D5:D7", '"Terima,Tolak"')
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A5", "A4:D7", "$4:$4")
    assert sheet.page_setup.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize(
    ("theirs", "title", "name"),
    [
        ("SKP", "Catatan skplint", "Catatan"),
        ("CATATAN", "Catatan skplint", "Catatan (2)"),
        ("SKP", "Notes by skplint", "Notes"),
        ("notes", "Notes by skplint", "Notes (2)"),
    ],
)
def test_the_sheet_takes_no_name_that_the_user_has(theirs: str, title: str, name: str) -> None:
    copy = marked(plain_book(theirs), marking(("B2", "error"), sheet=theirs, title=title))
    assert opened(copy).sheetnames == [theirs, name]


def test_choices_that_no_list_can_hold_are_left_out() -> None:
    copy = marked(plain_book(), marking(("B2", "error"), choices={3: ("Ya, terima", "Tidak"), 2: ("x" * 300,)}))
    assert b"dataValidation" not in parts(copy)["xl/worksheets/sheet2.xml"]


@pytest.mark.parametrize("name", ["Jum'at (1)", "Kinerja Utama & Tambahan", "Ünïcode ✓", "O'Brien''s <x>"])
def test_a_sheet_may_have_any_name(name: str) -> None:
    copy = marked(rich_book(name), marking(("B3", "error"), sheet=name))
    assert comments(copy, name)["B3"] == ours("B3")
    link = opened(copy)["Catatan"]["A5"].hyperlink.location
    assert link == f"'{name.replace(chr(39), chr(39) * 2)}'!B3"


def test_the_copy_reads_as_the_original_and_its_notes_are_no_table() -> None:
    def read(data: bytes) -> list[object]:
        found = list(read_data(data, "skp.xlsx"))
        told = [(one.header, *one.items) for one in found if isinstance(one, Document)]
        return [*told, [one for one in found if isinstance(one, NotChecked)]]

    for data in (rich_book(), plain_book()):
        assert read(marked(data)) == read(data) and len(read(data)) > 1
    (document,) = read_data(marked(plain_book()), "skp.xlsx")
    assert isinstance(document, Document)


def test_a_copy_saved_as_an_old_workbook_reads_without_its_notes() -> None:
    book = xlwt.Workbook()
    for name, rows in (
        (SHEET, (HEADINGS, ("1", "Arsip tertata", "Jumlah arsip", "9 boks"))),
        ("Catatan", (("Catatan skplint",),)),
    ):
        sheet = book.add_sheet(name)
        for n, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write(n, column, text)
    out = io.BytesIO()
    book.save(out)
    (document,) = read_data(out.getvalue(), "skp.xls")
    assert isinstance(document, Document)


def test_marking_again_with_the_same_notes_changes_no_byte() -> None:
    for data in (rich_book(), plain_book()):
        once = marked(data)
        assert marked(once) == once


def test_marking_again_with_other_notes_is_marking_with_those_alone() -> None:
    others = marking(("B2", "info"), ("C4", "error"))
    again, alone = marked(marked(rich_book()), others), marked(rich_book(), others)
    assert comments(again) == comments(alone) and colours(again) == colours(alone)
    assert parts(again)["xl/worksheets/sheet3.xml"].count(b"Judul") == 3
    assert [len(re.findall(b"<v:shape ", parts(one)["xl/drawings/vmlDrawing1.vml"])) for one in (again, alone)] == [
        2,
        2,
    ]
    assert list(parts(again)) == list(parts(alone))
    assert len(parts(marked(again))["xl/styles.xml"]) == len(parts(again)["xl/styles.xml"])


def test_marking_again_in_another_language_replaces_what_was_said() -> None:
    english = marking(("B2", "info"), title="Notes by skplint")
    copy = marked(marked(rich_book(), english))
    assert opened(copy).sheetnames == [SHEET, SECOND, "Notes"]
    assert comments(copy)["B2"] == (PERSON, COMMENT)


def test_when_nothing_is_noted_any_more_nothing_of_ours_is_left_on_the_sheet() -> None:
    nothing = marking()
    for data in (rich_book(), plain_book()):
        left = parts(marked(marked(data), nothing))
        assert b"skplint" not in left[FORM] and colours(marked(marked(data), nothing)) == {}
        assert set(left) - set(parts(data)) <= {"xl/worksheets/sheet3.xml", "xl/worksheets/sheet2.xml", RELATIONS}
    assert comments(marked(marked(rich_book()), nothing)) == {"B2": (PERSON, COMMENT)}


def test_what_the_user_added_to_the_copy_stays() -> None:
    book = opened(marked(rich_book()))
    book[SHEET]["C3"].comment = Comment("Sudah saya perbaiki", PERSON)
    book[SHEET]["B3"].comment = Comment(f"Setuju\n{ours('B3')[1]}", "skplint")
    book["Catatan"]["C5"].comment = Comment("Setuju juga", PERSON)
    book["Catatan"].title = "Hasil reviu"
    book.create_sheet("Baru")["A1"] = "lembar saya"
    out = io.BytesIO()
    book.save(out)
    copy = marked(marked(out.getvalue(), marking(("C3", "info"))))
    told = comments(copy)
    assert told["C3"] == (PERSON, "Sudah saya perbaiki")
    assert told["B3"][1] == f"Setuju\n\n{ours('B3')[1]}"
    assert comments(copy, "Hasil reviu") == {"C5": (PERSON, "Setuju juga")}
    assert opened(copy).sheetnames == [SHEET, SECOND, "Hasil reviu", "Baru"]
    assert opened(copy)["Baru"]["A1"].value == "lembar saya"


def thread(all_: dict[str, bytes]) -> None:
    """Make the comment of B2 the placeholder of a thread, as Excel 365 writes it."""
    office = "http://schemas.microsoft.com/office"
    all_["xl/threadedComments/threadedComment1.xml"] = (
        f'<ThreadedComments xmlns="{office}/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="B2" dT="2026-01-02T03:04:05.00" personId="{1}" id="{2}"><text>Sudah?</text>'
        "</threadedComment></ThreadedComments>"
    ).encode()
    all_["xl/persons/person.xml"] = f'<personList xmlns="{office}/spreadsheetml/2018/threadedcomments"/>'.encode()
    relation = (
        f'<Relationship Id="rId99" Type="{office}/2017/10/relationships/threadedComment"'
        ' Target="../threadedComments/threadedComment1.xml"/></Relationships>'
    )
    all_[RELATIONS] = all_[RELATIONS].replace(b"</Relationships>", relation.encode())


def test_a_thread_is_left_alone_and_told() -> None:
    data = rebuilt(rich_book(), thread)
    copy = mark_xlsx(data, "skp.xlsx", marking(("B2", "error"), ("B3", "info")))
    (told,) = copy.told
    assert "utas komentar" in told.id and "'SKP' B2" in told.id and "lembar 'Catatan'" in told.id
    assert comments(copy.data) == {"B2": (PERSON, COMMENT), "B3": ours("B3")}
    assert colours(copy.data)["error"][0] == "B2"
    for name in ("xl/threadedComments/threadedComment1.xml", "xl/persons/person.xml"):
        assert parts(copy.data)[name] == parts(data)[name]


def test_macros_are_dropped_and_told() -> None:
    data = rich_book(macros=True)
    copy = mark_xlsx(data, "skp.xlsm", NOTED)
    now = parts(copy.data)
    assert copy.suffix == ".xlsx" and "makro tidak ikut" in copy.told[0].id
    assert "xl/vbaProject.bin" in parts(data) and "xl/vbaProject.bin" not in now
    told = now[TYPES] + now["xl/_rels/workbook.xml.rels"]
    assert b"vbaProject" not in told and b"macroEnabled" not in told
    assert b"spreadsheetml.sheet.main+xml" in now[TYPES]
    assert comments(copy.data)["B3"] == ours("B3")


def test_signatures_are_dropped_and_told() -> None:
    def sign(all_: dict[str, bytes]) -> None:
        digital = b"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
        relation = (
            b'<Relationship Id="rId77" Type="' + digital + b'" Target="_xmlsignatures/origin.sigs"/></Relationships>'
        )
        all_["_rels/.rels"] = all_["_rels/.rels"].replace(b"</Relationships>", relation)
        all_["_xmlsignatures/origin.sigs"] = b""
        all_["_xmlsignatures/sig1.xml"] = b"<Signature/>"
        override = b'<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/x"/></Types>'
        all_[TYPES] = all_[TYPES].replace(b"</Types>", override)

    copy = mark_xlsx(rebuilt(rich_book(), sign), "skp.xlsx", NOTED)
    now = parts(copy.data)
    assert "tanda tangan digital" in copy.told[0].id
    assert not any("signature" in name for name in now) and b"signature" not in now[TYPES] + now["_rels/.rels"]


def test_a_sheet_may_have_prefixes_and_targets_may_be_absolute() -> None:
    def change(all_: dict[str, bytes]) -> None:
        all_[FORM] = re.sub(b"(</?)(?=[a-zA-Z])", rb"\1x:", all_[FORM]).replace(b" xmlns=", b" xmlns:x=")
        relations = all_["xl/_rels/workbook.xml.rels"]
        all_["xl/_rels/workbook.xml.rels"] = relations.replace(b'"worksheets/', b'"/xl/worksheets/')

    data = rebuilt(plain_book(), change)
    copy = marked(data, marking(("B2", "error")))
    now = parts(copy)[FORM]
    assert b"<x:conditionalFormatting" in now and b"<x:legacyDrawing" in now and b"ns0" not in now
    assert comments(copy) == {"B2": ours("B2")} and marked(copy, marking(("B2", "error"))) == copy


def test_the_strict_form_of_the_standard_keeps_its_names() -> None:
    strict, loose = b"http://purl.oclc.org/ooxml", b"http://schemas.openxmlformats.org"

    def change(all_: dict[str, bytes]) -> None:
        for name in [name for name in all_ if name.startswith("xl/") or name == "_rels/.rels"]:
            told = all_[name].replace(loose + b"/spreadsheetml/2006/main", strict + b"/spreadsheetml/main")
            all_[name] = told.replace(loose + b"/officeDocument/2006/rel", strict + b"/officeDocument/rel")

    now = parts(marked(rebuilt(plain_book(), change), marking(("B2", "error"))))
    ours_ = b"".join(
        now[name] for name in (FORM, RELATIONS, "xl/comments1.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml")
    )
    assert loose + b"/spreadsheetml" not in ours_ and loose + b"/officeDocument" not in ours_
    assert strict + b"/officeDocument/relationships/comments" in now[RELATIONS]


def test_a_form_field_in_the_drawing_of_comments_stays() -> None:
    button = b'<v:shape id="_x0000_s1030" type="#_x0000_t201"><br><x:ClientData ObjectType="Button"></x:ClientData></v:shape>'

    def change(all_: dict[str, bytes]) -> None:
        drawing = all_["xl/drawings/vmlDrawing1.vml"]
        all_["xl/drawings/vmlDrawing1.vml"] = drawing.replace(b"</xml>", button + b"</xml>\r\n")

    once = marked(rebuilt(rich_book(), change))
    drawing = parts(once)["xl/drawings/vmlDrawing1.vml"]
    assert button in drawing and drawing.endswith(b"</xml>\r\n") and b'"_x0000_s1031"' in drawing
    assert button in parts(marked(once, marking()))["xl/drawings/vmlDrawing1.vml"]


def test_what_is_new_stands_before_controls_that_come_in_several_forms() -> None:
    forms = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    controls = (
        f'<mc:AlternateContent xmlns:mc="{forms}"><mc:Choice Requires="x14"><controls><control shapeId="1025"/></controls>'
        "</mc:Choice></mc:AlternateContent>"
    ).encode()
    data = rebuilt(
        plain_book(),
        lambda all_: all_.__setitem__(FORM, all_[FORM].replace(b"</worksheet>", controls + b"</worksheet>")),
    )
    now = parts(marked(data, marking(("B2", "error"))))[FORM]
    assert order(now)[-3:] == ["pageMargins", "legacyDrawing", "AlternateContent"] and controls[-70:] in now


def test_a_comment_whose_author_is_missing_does_not_become_ours() -> None:
    def change(all_: dict[str, bytes]) -> None:
        authors = re.compile(b"<authors>.*</authors>")
        all_["xl/comments1.xml"] = authors.sub(b"<authors/>", all_["xl/comments1.xml"])

    data = rebuilt(rich_book(), change)
    assert comments(marked(marked(data), marking()))["B2"][1] == COMMENT


def test_a_new_part_does_not_take_the_name_of_one_that_is_missing() -> None:
    data = rebuilt(rich_book(), lambda all_: all_.__delitem__("xl/worksheets/sheet2.xml"))
    now = parts(marked(data))
    assert "xl/worksheets/sheet2.xml" not in now and b"Judul" in now["xl/worksheets/sheet3.xml"]


def test_a_drawing_that_takes_no_box_is_left_and_told() -> None:
    data = rebuilt(rich_book(), lambda all_: all_.__setitem__("xl/drawings/vmlDrawing1.vml", b"<xml/>"))
    copy = mark_xlsx(data, "skp.xlsx", NOTED)
    assert "tidak dapat digambar" in copy.told[0].id and list(comments(copy.data)) == ["B2"]
    assert parts(copy.data)["xl/drawings/vmlDrawing1.vml"] == b"<xml/>"


def test_a_place_that_is_not_there_is_only_listed() -> None:
    copy = marked(plain_book(), marking(("XFE1", "error"), ("A0", "error"), ("?", "info"), ("B2", "odd")))
    assert list(comments(copy)) == ["B2"] and colours(copy)["info"][0] == "B2"
    assert comments(marked(plain_book(), marking(("B2", "error"), sheet="Lain"))) == {}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (TYPES, b"<Types"),
        (RELATIONS, b"no xml"),
        ("xl/comments1.xml", b"<comments>"),
        ("xl/comments1.xml", b'<!DOCTYPE c [<!ENTITY a "b">]><comments>&a;</comments>'),
        ("xl/styles.xml", b"<styleSheet"),
        ("xl/workbook.xml", b"<workbook/>"),
        (FORM, b"<worksheet><sheetData></worksheet>"),
    ],
)
def test_a_broken_part_is_told_in_one_line(name: str, content: bytes) -> None:
    data = rebuilt(rich_book(), lambda all_: all_.__setitem__(name, content))
    with pytest.raises(UserError) as told:
        mark_xlsx(data, "skp.xlsx", NOTED)
    assert told.value.path == "skp.xlsx" and "\n" not in told.value.said("id")


@pytest.mark.parametrize("missing", [TYPES, "xl/_rels/workbook.xml.rels", "xl/workbook.xml"])
def test_a_package_without_its_main_parts_is_broken(missing: str) -> None:
    data = rebuilt(rich_book(), lambda all_: all_.__delitem__(missing))
    with pytest.raises(UserError, match="rusak"):
        mark_xlsx(data, "skp.xlsx", NOTED)


def test_a_package_without_styles_or_drawing_is_given_them() -> None:
    def change(all_: dict[str, bytes]) -> None:
        del all_["xl/styles.xml"], all_["xl/drawings/vmlDrawing1.vml"]
        for name in (TYPES, "xl/_rels/workbook.xml.rels"):
            all_[name] = re.sub(b"<[^<>]*styles.xml[^<>]*>", b"", all_[name])

    now = parts(marked(rebuilt(rich_book(), change)))
    assert now["xl/styles.xml"].count(b"<dxf>") == 3
    assert now["xl/drawings/vmlDrawing1.vml"].count(b"<v:shape ") == 4


def test_a_sheet_that_is_too_large_is_refused_where_it_would_be_changed() -> None:
    def change(all_: dict[str, bytes]) -> None:
        row = b"<row>" + b"<c><v>1.2345678</v></c>" * 10 + b"</row>"
        all_[FORM] = all_[FORM].replace(b"</sheetData>", row * (66 * 2**20 // len(row)) + b"</sheetData>")

    data = rebuilt(plain_book(), change)
    with pytest.raises(UserError, match="terlalu besar"):
        mark_xlsx(data, "skp.xlsx", marking(("B2", "error")))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no workbook", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_workbook_is_told(data: bytes) -> None:
    with pytest.raises(UserError):
        mark_xlsx(data, "skp.xlsx", NOTED)


@settings(max_examples=25, deadline=None)
@given(
    st.text(max_size=60)
    | st.sampled_from(["\x00\x1b[31m", "]]>", "=1+1", "🎯", "\ud800", "\ufffe", "a\r\nb", "_x0041_"])
)
def test_any_text_can_be_noted(text: str) -> None:
    copy = marked(plain_book(), marking(("B2", "error", f"<{text}>")))
    told = comments(copy)["B2"][1]
    shown = opened(copy)["Catatan"]["C5"].value
    assert told.startswith(f"{LEAD}\nJudul B2\n<") and told.endswith(">")
    assert shown.startswith("<") and not re.search("[\x00-\x08\x0b-\x1f\x7f]", shown + told)
    assert marked(copy, marking(("B2", "error", f"<{text}>"))) == copy


@pytest.mark.parametrize("char", ["a", "🎯", "\x01"])
def test_a_text_is_cut_where_excel_would_cut_it(char: str) -> None:
    copy = marked(plain_book(), marking(("B2", "error", char * 40_000)))
    for told in (comments(copy)["B2"][1], opened(copy)["Catatan"]["C5"].value):
        assert told.endswith("…") and CELL_UNITS - 2 <= len(told.encode("utf-16-le")) // 2 <= CELL_UNITS


def by_libreoffice(data: bytes, folder: Path, kind: str, name: str) -> bytes:
    """Return the workbook as LibreOffice saves it."""
    (folder / "skp.xlsx").write_bytes(data)
    out, profile = folder / "out", (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", str(out)]
    subprocess.run([*command, str(folder / "skp.xlsx")], check=True, capture_output=True, timeout=120)
    return (out / name).read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_keeps_the_notes_and_marking_what_it_saved_replaces_them(tmp_path: Path) -> None:
    saved = by_libreoffice(marked(rich_book()), tmp_path, "xlsx:Calc MS Excel 2007 XML", "skp.xlsx")
    before = {"B2": COMMENT, **{cell: ours(cell)[1] for cell in ("B3", "C4", "D5", "B7")}}
    assert {cell: text for cell, (_, text) in comments(saved).items()} == before
    again = marked(saved, marking(("B2", "info"), ("C4", "error")))
    assert {cell: text for cell, (_, text) in comments(again).items()} == {
        "B2": f"{COMMENT}\n\n{ours('B2')[1]}",
        "C4": ours("C4")[1],
    }
    assert {severity: cells for severity, (cells, _) in colours(again).items()} == {"info": "B2", "error": "C4"}
    assert opened(again).sheetnames == [SHEET, SECOND, "Catatan"]
    assert len(re.findall(b"<v:shape ", parts(again)["xl/drawings/vmlDrawing1.vml"])) == 2


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_opens_a_copy_as_a_spreadsheet_of_its_own(tmp_path: Path) -> None:
    content = parts(by_libreoffice(marked(rich_book()), tmp_path, "ods", "skp.ods"))["content.xml"].decode()
    notes = re.findall("<office:annotation .*?</office:annotation>", content)
    assert sum("Judul" in note for note in notes) == 4 and sum("Mohon dicek lagi." in note for note in notes) == 1
    assert 'table:name="Catatan"' in content


def test_a_workbook_of_openpyxl_with_a_comment_takes_ours_beside_it() -> None:
    book = openpyxl.Workbook()
    book.active.title = SHEET
    book.active["A1"].comment = Comment("punya saya", PERSON)
    out = io.BytesIO()
    book.save(out)
    assert comments(marked(out.getvalue(), marking(("B2", "error")))) == {
        "A1": (PERSON, "punya saya"),
        "B2": ours("B2"),
    }
