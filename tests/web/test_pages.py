"""The page: what is typed is shown as text, taken apart, and judged; nothing comes from outside."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from linter.web.layout import PAGES
from linter.web.texts import TEXTS


class Page(HTMLParser):
    """Gathers the text of a page, the sentence in it, its elements, and the addresses that it loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.loads, self.classes = "", list[str](), list[str](), list[str]()
        self.sentence, self._open = "", list[list[str]]()
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = dict(attributes)
        self.tags.append(tag)
        classes = (told.get("class") or "").split()
        self.classes += classes
        if tag in ("p", "span"):
            self._open.append(classes)
        if tag in ("script", "link", "img"):
            self.loads.append(told.get("src") or told.get("href") or "")
        assert not [name for name in told if name.startswith("on") or name == "style"], "the policy would stop it"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "span"):
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        inside = [name for classes in self._open for name in classes]
        if "sentence" in inside and "label" not in inside:
            self.sentence += data


def tried(client: TestClient, text: str, **more: str) -> Page:
    answer = client.post("/coba/hasil", data={"teks": text, **more})
    assert answer.status_code == 200
    return Page(answer.text)


def test_the_beginning_is_the_page_to_try(client: TestClient) -> None:
    page = Page(client.get("/").text)
    assert "Coba sebuah rumusan" in page.text
    assert "Belum ada rumusan." in page.text


@pytest.mark.parametrize(
    ("text", "class_", "words"),
    [
        ("Menyusun materi sosialisasi", "aktivitas", "Aktivitas"),
        ("Permohonan bantuan teknis diproses dengan cepat dan akurat", "pencapaian", "Pencapaian"),
        ("Rapat", "kategori", "Kategori"),
    ],
)
def test_a_sentence_has_its_class_and_its_parts(client: TestClient, text: str, class_: str, words: str) -> None:
    page = tried(client, text)
    assert class_ in page.classes
    assert words in page.text
    assert "part" in page.classes
    assert page.sentence == text


def test_a_note_has_its_basis_its_force_and_the_steps(client: TestClient) -> None:
    page = tried(client, "Menyusun materi sosialisasi")
    assert "Dasar (pedoman)" in page.text
    assert "C001 verba-aktivitas" in page.text
    assert "Apa yang dihasilkan?" in page.text
    assert "Materi sosialisasi tersusun" in page.text


def test_english_is_spoken_where_it_is_asked_for(client: TestClient) -> None:
    assert "Activity" in tried(client, "Menyusun materi", lang="en").text
    assert "Try a statement" in client.get("/coba?lang=en").text


def test_without_a_script_the_button_gives_the_whole_page(client: TestClient) -> None:
    page = Page(client.post("/coba", data={"teks": "Menyusun materi"}).text)
    assert "aktivitas" in page.classes
    assert "textarea" in page.tags
    assert "Menyusun materi" in page.text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> Menyusun laporan",
        '"><img src=x onerror=alert(1)>',
        "{{ 7 * 7 }} laporan",
        "Laporan \u202etnuper\u202c tersusun",
        "Laporan\x00 tersusun \ufffe",
        "🎉 Laporan tersusun 👩‍👩‍👧",
    ],
)
def test_whatever_is_typed_is_shown_as_text(client: TestClient, text: str) -> None:
    page = tried(client, text)
    assert "script" not in page.tags
    assert "img" not in page.tags
    written = re.sub("⟨U[+]([0-9A-F]{4})⟩", lambda found: chr(int(found[1], 16)), page.sentence)
    assert written.replace("\ufffd", "\x00") == " ".join(text.split())


def test_what_is_too_long_is_refused_with_a_sentence(client: TestClient) -> None:
    for length in (10_001, 100_001, 500_000):
        for lang, said in (("id", "terlalu panjang"), ("en", "too long")):
            answer = client.post("/coba/hasil", data={"teks": "a" * length, "lang": lang})
            assert answer.status_code == 200
            assert said in answer.text


def test_sentences_stand_side_by_side_with_what_differs(client: TestClient) -> None:
    lines = "Menyusun laporan kas desa\nLaporan kas desa tersusun tepat waktu\n\n"
    html = client.post("/banding/hasil", data={"teks": lines}).text
    page = Page(html)
    assert page.classes.count("card") == 2
    assert {"aktivitas", "pencapaian"} <= set(page.classes)
    assert re.findall(r"<mark>([^<]+)</mark>", html) == ["tersusun tepat waktu"]


def test_more_sentences_than_fit_are_told(client: TestClient) -> None:
    page = Page(client.post("/banding/hasil", data={"teks": "Aset tertata\n" * 9}).text)
    assert page.classes.count("card") == 6
    assert "Enam baris pertama" in page.text
    assert "Belum ada rumusan." in Page(client.get("/banding").text).text


def test_an_unknown_regime_is_the_one_that_was_meant(client: TestClient) -> None:
    assert '<option value="p8-2021-dasar" selected>' in client.get("/coba?regime=p8-2021-dasr").text


def test_every_answer_bears_the_policy_and_nothing_is_loaded_from_outside(client: TestClient) -> None:
    for path in ("/coba", "/berkas/skplint.css", "/api/v1/rules", "/tiada"):
        answer = client.get(path)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
    page = Page(client.get("/coba").text)
    assert [address for address in page.loads if not address.startswith(("/berkas/", "data:,"))] == []
    for address in page.loads:
        if address.startswith("/"):
            assert client.get(address).status_code == 200


def test_every_text_is_used_and_said_in_both_languages() -> None:
    from importlib.resources import files

    folder = files("linter.web") / "templates"
    used = {name for page in folder.iterdir() for name in re.findall(r"\bt\.([a-z]+)", page.read_text("utf-8"))}
    named = {name for name in TEXTS if name.startswith(("kind_", "level_", "uncounted_"))}  # after the values of a form
    assert used | named | {name for _, name in PAGES} == set(TEXTS)
    assert all(said.id and said.en for said in TEXTS.values())
    assert not [name for name in TEXTS if hasattr(TEXTS, name)], "a page would get the method of that name"


def test_no_text_has_the_name_of_another() -> None:
    from importlib import import_module
    from pkgutil import iter_modules

    import linter.web.texts as all_

    names = [
        name for one in iter_modules(all_.__path__) for name in import_module(f"linter.web.texts.{one.name}").TEXTS
    ]
    assert len(names) == len(set(names)) == len(TEXTS)


def test_a_word_tells_its_root_where_it_stands(client: TestClient) -> None:
    page = client.post("/coba/hasil", data={"teks": "Menyusun laporan kas"}).text
    assert '<span title="Akar: susun · Imbuhan: meN-">Menyusun</span>' in page


def test_why_it_is_so_is_told(client: TestClient) -> None:
    page = tried(client, "Menyusun laporan kas")
    assert "Mengapa begitu" in page.text
    assert "verba aktif" in page.text


def test_a_statement_with_its_indicators_stands_in_every_criterion(client: TestClient) -> None:
    written = "Jumlah laporan kas | 12 laporan | kuantitas\r\nPelaksanaan rapat"
    page = tried(client, "Laporan kas desa tersusun tepat waktu", indikator=written)
    assert "SMART" in page.text
    for letter, title in (("S", "Spesifik"), ("M", "Terukur"), ("T", "Berbatas waktu")):
        assert f"{letter} {title}" in page.text
    assert "M002" in page.text
    assert "SMART" not in tried(client, "Laporan kas desa tersusun tepat waktu").text


def test_a_note_on_the_row_is_shown_beside_its_criterion(client: TestClient) -> None:
    told = {
        "teks": "Kader posyandu memahami pencegahan stunting",
        "indikator": "Jumlah kader yang lulus uji | 40 orang",
    }
    page = client.post("/coba", data=told).text
    assert page.count("T001") >= 2, "the criterion names the note, and the note is there"


def test_more_indicators_than_are_looked_at_are_told(client: TestClient) -> None:
    rows = "\n".join(f"Jumlah laporan {n} | 12 laporan" for n in range(8))
    page = client.post("/coba", data={"teks": "Laporan kas tersusun tepat waktu", "indikator": rows}).text
    assert "Yang tidak diperiksa: 2" in page
    assert "Yang tidak diperiksa" not in client.post("/coba", data={"teks": "Laporan", "indikator": "Jumlah a"}).text


@pytest.mark.parametrize("path", ["/coba", "/latihan", "/api/v1/rules", "/tidak-ada"])
def test_what_is_asked_without_its_body_is_answered_so(client: TestClient, path: str) -> None:
    head, whole = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers["content-length"] == str(len(whole.content))


def test_the_switches_say_where_a_statement_stands(client: TestClient) -> None:
    page = client.post("/coba", data={"teks": "Menyusun laporan", "jenjang": "ahli muda", "bagian": "tambahan"}).text
    assert '<option value="ahli muda" selected>' in page
    assert '<option value="tambahan" selected>' in page
    assert client.post("/coba/hasil", data={"teks": "a", "bagian": "lain"}).status_code == 422
    assert client.post("/coba/hasil", data={"teks": "a", "jenjang": "raja"}).status_code == 200
