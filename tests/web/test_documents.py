"""The page of documents: a file is checked as the command line checks it, handed back marked, and never kept."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import anyio
import docx
import openpyxl
import pytest
from fastapi import Request
from fastapi.testclient import TestClient

from linter.app import check_inputs
from linter.app.inhand import check_data
from linter.report import make
from linter.report.blocks import totals_said
from linter.report.indexed import index_said, taken_said, text_said
from linter.report.words import words
from linter.web import documents, noted
from linter.web.engines import Engines
from linter.web.received import Unreadable, name_of, received

HEADINGS = ("NO", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET")
ROWS = (
    ("1", "Menyusun laporan kas desa", "Jumlah laporan", "12 laporan"),
    ("2", "Laporan aset desa tersusun tepat waktu", "Persentase laporan yang tepat waktu", "95%"),
)
TEXT = b"Menyusun laporan kas desa\r\nLaporan aset desa tersusun tepat waktu\r\n"
ALERT = re.compile(r'role="alert">([^<]*)<')


def xlsx(rows: tuple[tuple[str, ...], ...] = ROWS) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in (HEADINGS, *rows):
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def word() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    table = document.add_table(rows=0, cols=len(HEADINGS))
    for row in (HEADINGS, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(out)
    return out.getvalue()


def csv() -> bytes:
    return "\r\n".join(";".join(row) for row in (HEADINGS, *ROWS)).encode("utf-8-sig")


FILES: dict[str, Callable[[], bytes]] = {
    "skp.xlsx": xlsx,
    "skp.docx": word,
    "skp.csv": csv,
    "skp.txt": lambda: TEXT,
}
EXAMPLES = Path(__file__).parents[2] / "corpus" / "contoh"


@pytest.fixture(autouse=True)
def nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every temporary file be made in a folder of this test, which must be empty at its end."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield
    assert [*tmp_path.iterdir()] == []


def send(client: TestClient, name: str, data: bytes, path: str = "/dokumen/hasil", **fields: str) -> Any:
    return client.post(path, files={"berkas": (name, data)}, data=fields)


def read(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", "", html)).split())


class Attributes(HTMLParser):
    """Gathers the names of all attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.names += [name for name, _ in attributes]


def attributes(html: str) -> list[str]:
    parser = Attributes()
    parser.feed(html)
    return parser.names


def test_the_form_waits_for_a_file(client: TestClient) -> None:
    html = client.get("/dokumen").text
    assert "Periksa sebuah dokumen" in html
    assert 'type="file" name="berkas"' in html
    assert re.findall(r'name="hasil" value="(\w+)"', html) == ["catatan", "salinan", "reviu"]
    assert "Check a document" in client.get("/dokumen?lang=en").text


@pytest.mark.parametrize("name", [*FILES, "kepala-dinas.yaml", "analis-kebijakan.csv", "staf-kepegawaian.txt"])
def test_a_document_is_told_as_the_command_line_tells_it(client: TestClient, engines: Engines, name: str) -> None:
    data = FILES[name]() if name in FILES else (EXAMPLES / name).read_bytes()
    told, out = words("id"), list[str]()
    reporter, analyser = make("teks", out.append, index=True, rules=engines.base.rules), engines.base
    assert check_inputs(["-"], analyser, [reporter], stdin=lambda: data, stdin_name=name) in (0, 1)
    report = " ".join("".join(out).split())
    found = check_data(data, name, analyser)
    (document,) = found.documents
    answer = send(client, name, data)
    assert answer.status_code == 200
    said, index = read(answer.text), document.score.index
    assert index is not None
    same = [*totals_said(found.summary, told), index_said(index, told), *taken_said(document, index, told), index.about]
    same += [text_said(text, told) for group in index.groups for text in group.texts]
    same += [note.finding.message for note in document.notes]
    assert [one for one in same if " ".join(one.split()) not in said] == []
    assert [one for one in same if " ".join(one.split()) not in report] == []
    assert answer.text.count('<article class="note') == len(document.notes)
    for note in document.notes:
        assert all(basis in said for basis in note.finding.basis)
        assert all(" ".join(better.split()) in said for better in note.finding.suggestions[:1])


def test_the_whole_page_comes_without_a_script(client: TestClient) -> None:
    html = send(client, "skp.csv", csv(), "/dokumen", lang="en", regime="p8-2021-dasar", hasil="catatan").text
    assert html.startswith("<!doctype html>")
    assert "Compliance gate" in html
    assert '<option value="p8-2021-dasar" selected>' in html
    assert "p8-2021-dasar" in read(html).rpartition("Judged")[2]


def test_the_regime_is_that_of_the_document_where_none_is_chosen(client: TestClient) -> None:
    draft = b"regime: p8-2021-dasar\nutama:\n- rhk: Laporan kas desa tersusun\n"
    assert "p8-2021-dasar" in read(send(client, "skp.yaml", draft).text)


@pytest.mark.parametrize(
    ("name", "listed"), [("skp.xlsx", True), ("skp.docx", False), ("skp.csv", False), ("skp.txt", False)]
)
def test_the_marked_copy_opens_and_has_the_notes(client: TestClient, name: str, *, listed: bool) -> None:
    answer = send(client, name, FILES[name](), "/dokumen", hasil="salinan")
    assert answer.status_code == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
    stem, _, ending = name.rpartition(".")
    assert f'filename="{stem}-catatan.{ending}"' in answer.headers["content-disposition"]
    if listed:
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        assert book.sheetnames[1:] == ["Catatan"]
        assert any(cell.comment for row in book.worksheets[0].iter_rows() for cell in row)
    elif ending == "docx":
        docx.Document(io.BytesIO(answer.content))
        assert "C001" in zipfile.ZipFile(io.BytesIO(answer.content)).read("word/comments.xml").decode()
    else:
        assert "C001" in answer.content.decode("utf-8-sig")


@pytest.mark.parametrize("name", FILES)
def test_the_review_sheet_opens(client: TestClient, name: str) -> None:
    answer = send(client, name, FILES[name](), "/dokumen", hasil="reviu")
    assert answer.headers["content-type"].startswith("text/html")
    assert 'filename="skp-reviu.html"' in answer.headers["content-disposition"]
    assert "Lembar Reviu" in answer.text
    assert "Menyusun laporan kas desa" in answer.text


def with_part(name: str, more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, old.read(part) + (more if part == name else b""))
    return out.getvalue()


@pytest.mark.parametrize("hasil", ["catatan", "salinan", "reviu"])
@pytest.mark.parametrize(
    ("name", "make", "code", "said"),
    [
        ("bom.xlsx", lambda: with_part("xl/worksheets/sheet1.xml", b" " * (40 << 20)), 422, "terlalu besar bila dibuka"),
        ("sandi.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), 422, "dikunci sandi"),
        ("acak.xlsx", lambda: bytes(range(256)) * 9, 422, "rusak, atau bukan buku kerja Excel"),
        ("putus.docx", lambda: word()[:900], 422, "rusak, atau bukan dokumen Word"),
        ("rusak.pdf", lambda: b"%PDF-1.7\nabc", 422, "rusak, atau bukan PDF"),
        ("biner.txt", lambda: bytes(range(256)), 422, "data biner"),
        ("biner.csv", lambda: bytes(range(256)), 422, "data biner"),
        ("program.exe", lambda: b"MZ\x90", 415, "jenis berkas '.exe' tidak dikenal"),
        ("tanpa-akhiran", lambda: TEXT, 415, "tanpa akhiran"),
        (".xlsx", xlsx, 415, "tanpa akhiran"),
        ("kosong.xlsx", bytes, 422, "berkas ini kosong"),
        ("dalam.yaml", lambda: b"[" * 9000, 422, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_sentence(
    client: TestClient, name: str, make: Callable[[], bytes], code: int, said: str, hasil: str
) -> None:
    answer = send(client, name, make(), "/dokumen", hasil=hasil)
    assert answer.status_code == code
    assert "Periksa sebuah dokumen" in answer.text
    (alert,) = ALERT.findall(answer.text)
    assert said in unescape(alert)
    assert "Traceback" not in answer.text


def test_a_pdf_without_its_reader_is_told_how_to_be_read(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pdfplumber", None)
    answer = send(client, "skp.pdf", b"%PDF-1.7")
    assert answer.status_code == 422
    assert "skplint[pdf]" in answer.text


def test_a_file_that_cannot_hold_notes_says_so_and_is_checked(client: TestClient) -> None:
    draft = b'{"utama": [{"rhk": "Laporan kas desa tersusun"}]}'
    assert "tidak dapat memuat catatan" in send(client, "skp.json", draft).text
    answer = send(client, "skp.json", draft, "/dokumen", hasil="salinan")
    assert answer.status_code == 422
    assert "tidak dapat memuat catatan" in answer.text


def test_what_broke_off_is_told_beside_what_was_checked(client: TestClient) -> None:
    answer = send(client, "skp.csv", csv() + b'\r\n3;"Arsip tertata;x;y')
    assert answer.status_code == 200
    assert "1 dari 2 rumusan" in answer.text
    assert "Tidak dapat diperiksa: baris 4: tanda kutip ganda" in read(answer.text)


def test_a_file_without_texts_is_not_passed_over(client: TestClient) -> None:
    answer = send(client, "skp.xlsx", xlsx(()))
    assert ALERT.search(answer.text) or "tidak" in read(answer.text)
    assert ALERT.findall(send(client, "skp.txt", b"\n\n\n").text) == ["tidak ada rumusan di dalamnya"]


def chunks(size: int) -> Iterator[bytes]:
    yield b'--b\r\nContent-Disposition: form-data; name="berkas"; filename="x.txt"\r\n\r\n'
    yield from (b"a" * (1 << 20) for _ in range(size))
    yield b"\r\n--b--\r\n"


@pytest.mark.parametrize("path", ["/dokumen", "/dokumen/hasil"])
def test_sixty_megabytes_in_chunks_are_cut_off(client: TestClient, path: str) -> None:
    answer = client.post(path, content=chunks(60), headers={"content-type": "multipart/form-data; boundary=b"})
    assert answer.status_code == 413
    assert ALERT.findall(answer.text) == ["permintaan terlalu besar; paling banyak 5 MB"]


def test_who_goes_away_while_sending_leaves_nothing_behind() -> None:
    kind = [(b"content-type", b"multipart/form-data; boundary=b")]
    told = iter(({"type": "http.request", "body": next(chunks(0)), "more_body": True}, {"type": "http.disconnect"}))

    async def receive() -> Any:
        return next(told)

    request = Request({"type": "http", "headers": kind}, receive)
    with (
        ThreadPoolExecutor(1) as pool,
        pytest.raises(Unreadable),
    ):  # a thread of its own: a browser may hold this one's loop
        pool.submit(anyio.run, received, request).result()


def test_a_file_below_the_bound_stays_in_memory(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def on_disk(*args: object, **more: object) -> None:
        raise AssertionError("an upload is written to the disk")

    monkeypatch.setattr(tempfile, "_TemporaryFileWrapper", on_disk)
    monkeypatch.setattr(tempfile, "TemporaryFile", on_disk)
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", on_disk)
    lines = b"# " + b"x" * (4 << 20) + b"\nLaporan kas desa tersusun\n"
    answer = send(client, "skp.txt", lines)
    assert answer.status_code == 200
    assert "1 dari 1 rumusan" in answer.text


def a_part(name: str, data: str) -> str:
    return f"--b\r\nContent-Disposition: form-data; {name}\r\n\r\n{data}\r\n"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("berkas=x", "application/x-www-form-urlencoded"),
        ("zzz", "multipart/form-data; boundary=b"),
        ("zzz", "multipart/form-data"),
        ("", "multipart/form-data; boundary=b"),
        (a_part('name="file"; filename="x.txt"', "abc") + "--b--", "multipart/form-data; boundary=b"),
        (a_part('name="berkas"', "abc") + "--b--", "multipart/form-data; boundary=b"),
        (a_part('name="berkas"; filename=""', "") + "--b--", "multipart/form-data; boundary=b"),
        (a_part('name="berkas"; filename="x.txt"', "abc"), "multipart/form-data; boundary=b"),
        (3 * a_part('name="berkas"; filename="x.txt"', "abc") + "--b--", "multipart/form-data; boundary=b"),
        (99 * a_part('name="lang"', "id") + "--b--", "multipart/form-data; boundary=b"),
    ],
)
def test_what_is_no_form_with_a_file_is_refused(client: TestClient, body: str, kind: str) -> None:
    answer = client.post("/dokumen", content=body.encode(), headers={"content-type": kind})
    assert answer.status_code == 400
    assert len(ALERT.findall(answer.text)) == 1


def test_odd_choices_are_what_was_probably_meant(client: TestClient) -> None:
    answer = send(client, "skp.txt", TEXT, lang="xx", regime="p8-2021-dasr", hasil="apa")
    assert answer.status_code == 200
    assert "p8-2021-dasar" in answer.text


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.xlsx", "passwd.xlsx"),
        ("..\\..\\windows\\skp.CSV", "skp.CSV"),
        ('"><script>alert(1)</script>.txt', "script_.txt"),
        ("a\r\nSet-Cookie: x=1.txt", "a__Set-Cookie_ x=1.txt"),
        ("SKP\u202exslx.txt", "SKP_xslx.txt"),
        ("   ", "berkas"),
        ("x" * 300 + ".docx", "x" * 75 + ".docx"),
        ("a." + "b" * 300, "a." + "b" * 19),
        ("Sasaran Kinerja (2024) é.xlsx", "Sasaran Kinerja (2024) é.xlsx"),
    ],
)
def test_the_name_of_a_file_is_no_path(given: str, kept: str) -> None:
    assert str(name_of(given)) == kept


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "<b>tebal</b>.txt", "a\nb.txt", "laporan é ‮.txt", "日本.txt"])
def test_odd_names_are_shown_as_text_and_saved_safely(client: TestClient, name: str) -> None:
    page = send(client, name, TEXT)
    assert page.status_code == 200
    assert "<b>" not in page.text
    assert "passwd" not in page.text or "etc" not in page.text
    saved = send(client, name, TEXT, "/dokumen", hasil="salinan").headers["content-disposition"]
    assert re.fullmatch(r"attachment; filename=\"[\w .()-]+\"; filename\*=UTF-8''[\w.%~-]+", saved, re.ASCII)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> Menyusun laporan",
        '"><img src=x onerror=alert(1)> tersusun',
        "{{ 7 * 7 }} laporan tersusun",
        "Laporan \u202etnuper\u202c tersusun",
    ],
)
def test_whatever_a_document_says_is_shown_as_text(client: TestClient, text: str) -> None:
    for name, data in (("a.txt", text.encode()), ("a.xlsx", xlsx((("1", text, text, text),)))):
        answer = send(client, name, data)
        assert answer.status_code == 200
        assert "<script" not in answer.text
        assert "<img" not in answer.text
        assert "\u202e" not in answer.text
        assert [name for name in attributes(answer.text) if name.startswith("on") or name == "style"] == []


def test_of_many_rows_some_are_shown_and_all_are_counted(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noted, "MOST", 3)
    answer = send(client, "skp.txt", b"Menyusun laporan kas desa\n" * 9)
    assert answer.text.count('class="row') == 3
    assert "0 dari 9 rumusan tanpa catatan" in answer.text
    assert "6 lagi tidak ditampilkan" in read(answer.text)


def test_more_texts_than_are_checked_are_refused_at_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "check_data", lambda *given: check_data(*given, most=5))
    answer = send(client, "skp.txt", b"Laporan kas desa tersusun\n" * 6)
    assert answer.status_code == 413
    assert "10 ribu teks (periksa dengan: skplint check BERKAS)" in answer.text


def test_texts_that_take_too_long_to_read_are_refused_at_once(client: TestClient) -> None:
    answer = send(client, "skp.txt", (b"(" * 9_000 + b"\n") * 200)
    assert answer.status_code == 413
    assert "1 juta karakter" in answer.text


def test_silenced_notes_are_told(client: TestClient) -> None:
    silenced = b"# skplint: abaikan C001 -- disepakati\nMenyusun laporan kas desa\n"
    assert "Alasan: disepakati" in read(send(client, "skp.txt", silenced).text)


def test_several_documents_of_one_file_are_told_one_by_one_and_together(client: TestClient) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for sheet, post in ((book.active, "Pengelola Kas"), (book.create_sheet("B"), "Pengelola Aset")):
        for row in (("JABATAN", post), ("UNIT KERJA", "Kantor Desa"), (), HEADINGS, *ROWS):
            sheet.append(row)
    book.save(out)
    html = send(client, "skp.xlsx", out.getvalue()).text
    said = read(html)
    assert html.count('<article class="document">') == 2
    assert "Pengelola Kas 1 dari 2 rumusan tanpa catatan" in said
    assert "Pengelola Aset 1 dari 2 rumusan tanpa catatan" in said
    assert "Seluruhnya 2 dari 4 rumusan tanpa catatan" in said
    assert len(set(re.findall(r'id="(teks-[^"]+)"', html))) == html.count('class="row') == 8


def test_those_who_ask_at_the_same_time_get_the_same(client: TestClient) -> None:
    with ThreadPoolExecutor(6) as pool:
        answers = pool.map(lambda n: send(client, "skp.csv", csv(), lang=("id", "en")[n % 2]), range(12))
    said = [answer.text for answer in answers]
    assert len(set(said)) == 2
    assert said[0] != said[1]


def test_what_is_mandatory_is_listed_and_links_lead_to_rows(client: TestClient, engines: Engines) -> None:
    data = (EXAMPLES / "kepala-dinas.yaml").read_bytes()
    (document,) = check_data(data, "skp.yaml", engines.base).documents
    html = send(client, "skp.yaml", data).text
    gate = html.partition('class="gate shut"')[2].partition("</section>")[0]
    assert len(document.score.mandatory) == gate.count("<li>") == 1
    assert "Ada 1 hal wajib yang belum terpenuhi." in gate
    for anchor in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{anchor}"' in html
