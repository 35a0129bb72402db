"""The pages of exercises: every paper in both languages, marked with reasons, printed apart from its key, nothing kept."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from linter.app.exercises import KINDS, TESTS, draw
from linter.web.engines import Engines

PAPERS = ("soal", "lembar", "kunci")
NAME = "Gading Zwetla"


def plain(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def ask(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.text


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("kind", [*KINDS, *TESTS])
def test_every_paper_is_shown_printed_and_has_its_key(client: TestClient, kind: str, lang: str) -> None:
    pages = [ask(client, f"/latihan/{name}?jenis={kind}&benih=5&banyak=6&lang={lang}") for name in PAPERS]
    for page in pages:
        assert f'lang="{lang}"' in page
    assert pages[0].count("<fieldset") == 6
    assert pages[1].count('class="asked"') == 6
    assert pages[2].count("Jawaban:" if lang == "id" else "Answer:") == 6


@pytest.mark.parametrize("name", [*PAPERS, "serahan", "beda"])
def test_a_paper_stays_the_same_in_the_other_language(client: TestClient, name: str) -> None:
    page = ask(client, f"/latihan/{name}?jenis=pilah&benih=5&banyak=6&lang=id")
    (link,) = re.findall(r'<a href="([^"]+)" lang="en">English</a>', page)
    other = ask(client, unescape(link))
    assert 'lang="en"' in other
    sentences = r'class="sentence"[^>]*>(.*?)</p>'
    assert re.findall(sentences, other) == re.findall(sentences, page) != []


@pytest.mark.parametrize("name", PAPERS)
def test_fewer_questions_than_were_asked_for_are_told(client: TestClient, name: str) -> None:
    page = plain(ask(client, f"/latihan/{name}?jenis=jenjang&banyak=40"))
    assert "Lembar ini memuat 8 soal; lebih banyak tidak tersedia." in page


def test_a_form_with_files_is_not_read(client: TestClient) -> None:
    answer = client.post("/latihan/soal?jenis=pilah&banyak=2", files={"s1": ("a.txt", b"kategori")})
    assert answer.status_code == 200
    assert plain(answer.text).count("Belum dijawab.") == 2


def test_the_worksheet_holds_no_answer(client: TestClient, engines: Engines) -> None:
    sheet, key = (ask(client, f"/latihan/{name}?jenis=pilah&benih=5&banyak=6") for name in ("lembar", "kunci"))
    codes = set(re.findall(r"\b[A-Z]\d{3}\b", plain(key)))
    assert codes
    assert not codes & set(re.findall(r"\b[A-Z]\d{3}\b", plain(sheet)))
    assert "Jawaban:" in plain(key)
    assert "Jawaban:" not in plain(sheet)


def test_answers_are_marked_with_the_rule_that_decided(client: TestClient, engines: Engines) -> None:
    questions = draw(engines.pool, "pilah", 9, 6).questions
    right = {f"s{n}": question.right for n, question in enumerate(questions, 1)}
    page = client.post("/latihan/soal?jenis=pilah&benih=9&banyak=6", data=right).text
    assert "Benar: 6 dari 6" in plain(page)
    wrong = right | {"s1": next(c.value for c in questions[0].choices if c.value != questions[0].right), "s2": ""}
    page = client.post("/latihan/soal?jenis=pilah&benih=9&banyak=6", data=wrong).text
    said = plain(page)
    assert "Benar: 4 dari 6" in said
    assert "Belum dijawab." in said
    assert said.count("Jawaban:") == 5, "what was not answered is not given away"
    verdict = engines.base.check(questions[0].items[0]).verdict
    assert verdict is not None
    assert f"Ditentukan oleh {verdict.decided_by}" in said


def test_a_mended_indicator_is_judged(client: TestClient) -> None:
    written = "Persentase <b>laporan</b> kas yang disampaikan paling lambat tanggal 5"
    page = client.post(
        "/latihan/soal?jenis=perbaiki&benih=5&banyak=2", data={"p1": written, "p2": "Pelaksanaan rapat"}
    ).text
    assert "&lt;b&gt;laporan&lt;/b&gt;" in page
    assert plain(page).count("Perbaikan Anda :") == 2


@pytest.mark.parametrize(
    "query", ["jenis=lain", "benih=-1", "benih=x", "banyak=0", "banyak=41", "tingkat=x", "lang=fr"]
)
def test_what_there_is_not_is_refused_with_a_sentence(client: TestClient, query: str) -> None:
    answer = client.get(f"/latihan/soal?{query}")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_foreign_answers_do_no_harm(client: TestClient) -> None:
    strange = {"s1": "<script>", "s99": "x", "p1": "<script>alert(1)</script>\u202e" * 90, "": "", "jenis": "pilah"}
    answer = client.post("/latihan/soal?jenis=perbaiki&benih=1&banyak=3", data=strange)
    assert answer.status_code == 200
    assert "&lt;script&gt;alert(1)" in answer.text
    assert "<script>alert" not in answer.text
    assert "Benar: 0 dari 3" in plain(answer.text)


def test_the_handout_leads_from_before_to_after(client: TestClient) -> None:
    page = ask(client, "/latihan/serahan?benih=4&banyak=5")
    assert page.count('class="steps"') == 5
    assert page == ask(client, "/latihan/serahan?benih=4&banyak=5")
    assert page != ask(client, "/latihan/serahan?benih=5&banyak=5")


def test_no_step_of_the_handout_begins_with_what_the_rules_note(client: TestClient, engines: Engines) -> None:
    page = ask(client, "/latihan/serahan?benih=7&banyak=40")
    firsts = re.findall(r'<ol class="steps">\s*<li>.*?class="said"[^>]*>(.*?)</span>', page, re.DOTALL)
    assert len(firsts) == 40
    for first in map(unescape, firsts):
        assert "‹" not in first
        assert engines.base.check_text(first, part="rencana_kinerja").findings == ()


def test_the_handout_gives_no_test_away(client: TestClient, engines: Engines) -> None:
    tested = {card.item.text for card in engines.pool.half(tests=True).statements}
    for seed in range(4):
        page = ask(client, f"/latihan/serahan?benih={seed}&banyak=40")
        shown = {unescape(text) for text in re.findall(r'class="sentence"[^>]*>(.*?)</p>', page)}
        assert len(shown) == 40
        assert not shown & tested


def test_what_people_may_differ_on_is_listed_with_other_readings(client: TestClient, engines: Engines) -> None:
    page = ask(client, "/latihan/beda?benih=4&banyak=40")
    assert page.count("<details>") == 40
    assert "Bacaan lain" in page


def test_a_class_sees_its_commonest_mistakes_and_none_of_its_sentences(client: TestClient) -> None:
    lines = [f"Menyusun laporan {n} untuk {NAME}" for n in range(3)]
    page = client.post(
        "/latihan/kelas", data={"teks": "\r\n".join([*lines, "", "Laporan kas tersusun tepat waktu"])}
    ).text
    said = plain(page)
    assert "Rumusan yang dibaca: 4" in said
    assert "3 Aktivitas" in said
    assert "1 Pencapaian" in said
    assert "3 · 75% " in said
    assert NAME not in page


def test_more_lines_than_a_class_writes_are_told(client: TestClient) -> None:
    page = client.post("/latihan/kelas", data={"teks": "\n".join(["Menyusun laporan kas"] * 301)}).text
    assert "Rumusan yang dibaca: 300" in plain(page)
    assert "Hanya 300 baris pertama" in page
    assert "Rumusan yang dibaca" not in client.post("/latihan/kelas", data={"teks": " \n "}).text
