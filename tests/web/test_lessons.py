"""The lessons: each says of its examples what the engine says; own ones replace and add; what is in them is only text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from markdown_it import MarkdownIt

from linter.io.data import data_dir
from linter.model import Checked, UserError
from linter.web.app import make_app
from linter.web.engines import Engines
from linter.web.lesson_blocks import Line, block, judged_row, lines_of

FOLDER = Path(str(data_dir("corpus"))) / "pelajaran"
FILES = sorted(path.name for path in FOLDER.glob("*.md"))
NAMES = [name.removesuffix(".md") for name in FILES if not name.endswith(".en.md")]
LIVE = ("contoh", "indikator", "langkah", "aturan", "korpus")
CLASSES = ("pencapaian", "aktivitas", "kategori")


def blocks(name: str) -> Iterator[tuple[str, str]]:
    """Yield kind and content of every fenced block of a lesson."""
    for token in MarkdownIt().parse((FOLDER / name).read_text("utf-8")):
        if token.type == "fence":
            yield token.info, token.content


def judged(name: str, engine_of: Engines) -> Iterator[tuple[Line, Checked]]:
    """Yield the examples of a lesson with what the engine says of them now."""
    engine = engine_of.engine()
    for kind, content in blocks(name):
        lines = lines_of(content)
        if kind == "contoh":
            yield from ((line, engine.check_text(line.text, part="rencana_kinerja")) for line in lines)
        elif kind == "indikator":
            checked = judged_row(lines, engine)
            yield from zip(lines[1:], (c for c in checked if c.item.part == "indikator"), strict=True)
            yield from ((lines[0], c) for c in checked if c.item.part == "baris" and lines[0].expected)


def wrong(line: Line, checked: Checked) -> str:
    """Return in what the engine differs from the lesson, "" where it does not."""
    class_ = checked.verdict.class_ if checked.verdict else None
    found = {finding.code for finding in checked.findings}
    semu = bool(checked.verdict and checked.verdict.semu)
    for expected in line.expected:
        if expected in CLASSES:
            right = class_ == expected and semu == ("semu" in line.expected)
        elif expected == "semu":
            right = semu
        else:
            right = not found if expected == "bersih" else expected in found
        if not right:
            return f"{line.text}: {expected}, not {class_} {found}"
    return ""


def with_own(engines: Engines, folder: Path) -> TestClient:
    return TestClient(make_app(engines, folder=folder), base_url="http://127.0.0.1")


def test_there_are_lessons_in_both_languages() -> None:
    assert len(NAMES) == 8
    assert [name for name in NAMES if f"{name}.en.md" not in FILES] == []


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_lesson_is_shown_with_its_blocks(client: TestClient, name: str, lang: str) -> None:
    answer = client.get(f"/pelajaran/{name}?lang={lang}")
    assert answer.status_code == 200
    title = (FOLDER / f"{name}{'.en' if lang == 'en' else ''}.md").read_text("utf-8").splitlines()[0]
    assert f"<h1>{title.removeprefix('# ')}</h1>" in answer.text.replace(f'<h1 lang="{lang}">', "<h1>")
    assert 'class="empty"' not in answer.text, "a block was not understood"
    assert "language-" not in answer.text, "a block is not live"
    assert " => " not in answer.text, "what is expected is not shown"
    assert "style=" not in answer.text, "the policy would stop it"


@pytest.mark.parametrize("name", FILES)
def test_the_engine_says_what_the_lesson_says(engines: Engines, name: str) -> None:
    found = list(judged(name, engines))
    assert [line.text for line, _ in found if not line.expected] == []
    assert list(filter(None, (wrong(line, checked) for line, checked in found))) == []


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_show_the_same_examples(name: str) -> None:
    ours, theirs = ([one for one in blocks(f"{name}{ending}") if one[0] != "jawaban"] for ending in (".md", ".en.md"))
    assert ours == theirs


def test_the_control_of_the_examples_is_found(engines: Engines) -> None:
    checked = engines.engine().check_text("Menyusun laporan kas", part="rencana_kinerja")
    assert wrong(Line("", ("aktivitas", "C001")), checked) == ""
    for expected in ("pencapaian", "semu", "bersih", "C005"):
        assert wrong(Line("", (expected,)), checked)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_list_leads_to_every_lesson(client: TestClient, lang: str) -> None:
    html = client.get(f"/pelajaran?lang={lang}").text
    places = [html.index(f"/pelajaran/{name}?lang={lang}") for name in NAMES]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("kind", "content", "said"),
    [
        ("contoh", "", "Blok 'contoh' ini masih kosong."),
        ("contoh", "Aset tertata\n" * 1_000, "terlalu panjang"),
        ("indikator", "Jumlah laporan | 12 laporan", "berbentuk &#34;RK: rencana kinerja&#34;"),
        ("indikator", "RK:\nJumlah laporan | 12", "RK: rencana kinerja"),
        ("indikator", "RK: Aset tertata", "RK: rencana kinerja"),
        ("langkah", "Izin usaha terbit dalam 5 hari kerja", "tidak memerlukan langkah"),
        ("aturan", "C001 Z999", "Aturan &#39;Z999&#39; tidak dikenal."),
        ("aturan", "{0.__class__}", "tidak dikenal"),
        ("korpus", "kelas: hasil", "Kelas &#39;hasil&#39; tidak dikenal"),
        ("korpus", "kelas: aktivitas\nbanyak: ²", "angka dari 1 sampai 12"),
        ("korpus", "kelas: aktivitas\nbanyak: 500", "angka dari 1 sampai 12"),
    ],
)
def test_a_poor_block_has_a_sentence_in_its_place(engines: Engines, kind: str, content: str, said: str) -> None:
    html = block(kind, content, engines.engine(), "id")
    assert html is not None
    assert said.replace("'", "&#39;") in html or said in html
    assert 'class="empty"' in html


def test_blocks_are_live(engines: Engines) -> None:
    engine = engines.engine(lang="en")

    def shown(kind: str, content: str) -> str:
        return block(kind, content, engine, "en") or ""

    assert "Activity" in shown("contoh", "Menyusun laporan kas")
    row = "RK: Data kader valid\nPersentase pelaksanaan kegiatan | 100% | Kualitas\nJumlah kader | 9 kader"
    seen = shown("indikator", row)
    assert [word for word in ("M003", "100%", "Kualitas", "SMART") if word not in seen] == []
    assert "empty" not in shown("indikator", "RK: Data kader valid\n| | Kualitas\n|||")
    assert "Materi sosialisasi tersusun" in shown("langkah", "Menyusun materi sosialisasi")
    assert "<mark>" in shown("aturan", "C001, hasil-semu")
    drawn = shown("korpus", "kelas: semu\nbanyak: 3")
    assert drawn.count("<li>") == 3
    assert drawn == shown("korpus", "kelas: semu\nbanyak: 3")
    assert block("python", "print()", engine, "en") is None


OWN = """# Pelajaran <b>kami</b>\r
\r
<script>alert(1)</script> & <b>tebal</b>, [luar](https://contoh.go.id), [dua](//contoh.go.id), [js](javascript:alert(1)),\r
[dalam](/coba), ![gambar](/berkas/a.png)\r
\r
| a | b |\r
|:--|--:|\r
| 1 | 2 |\r
\r
```contoh\r
<img src=x onerror=alert(1)> tersusun => pencapaian\r
```\r
\r
```python\r
print("<i>")\r
```\r
"""


def test_what_stands_in_a_lesson_is_only_text(engines: Engines, tmp_path: Path) -> None:
    (tmp_path / "05-kami.md").write_bytes(OWN.encode("utf-8-sig"))
    with with_own(engines, tmp_path) as client:
        answer = client.get("/pelajaran/05-kami")
        listed = client.get("/pelajaran").text
    assert answer.status_code == 200
    body = answer.text.partition("<main")[2]
    for tag in ("<script", "<img", "<b>", "<i>", "style=", 'href="http', 'href="//', 'href="javascript'):
        assert tag not in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;tebal&lt;/b&gt;" in body
    assert '<a href="/coba?lang=id">dalam</a>' in body
    assert 'class="language-python"' in body
    assert "Pelajaran &lt;b&gt;kami&lt;/b&gt;" in listed
    assert "\r" not in body


def test_a_folder_of_ones_own_replaces_and_adds(engines: Engines, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "x.md").write_text("# Di dalam")
    (tmp_path / "20-jebakan.md").write_text("# Jebakan kami", "utf-8")
    (tmp_path / "15-tambahan.md").write_text("# Tambahan kami\n\nPengantar **singkat** kami.\n", "utf-16")
    (tmp_path / "40-smart.en.md").write_text("# Our SMART", "utf-8")
    (tmp_path / "catatan.txt").write_text("# Bukan pelajaran")
    with with_own(engines, tmp_path) as client:
        html = client.get("/pelajaran").text
        assert html.index("10-tiga-kelas") < html.index("15-tambahan") < html.index("20-jebakan")
        assert "Jebakan kami" in html
        assert "Pengantar singkat kami." in html
        assert "Bukan pelajaran" not in html
        assert "Di dalam" not in html
        assert "Jebakan kami" in client.get("/pelajaran/20-jebakan?lang=en").text, "not our translation of another text"
        assert "Our SMART" in client.get("/pelajaran/40-smart?lang=en").text
        assert "SMART: menguji indikator" in client.get("/pelajaran/40-smart").text
        (tmp_path / "15-tambahan.md").write_text("# Sudah diubah", "utf-8")
        assert "Sudah diubah" in client.get("/pelajaran/15-tambahan").text


def test_a_lesson_that_cannot_be_read_is_told(engines: Engines, tmp_path: Path) -> None:
    (tmp_path / "05-rusak.md").write_bytes(b"\x00\x01\x02\xff" * 99)
    with with_own(engines, tmp_path) as client:
        listed = client.get("/pelajaran")
        assert listed.status_code == 200
        assert "05-rusak" in listed.text
        answer = client.get("/pelajaran/05-rusak")
        assert answer.status_code == 400
        assert 'role="alert"' in answer.text


def test_a_missing_folder_is_told_at_once(engines: Engines, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="folder pelajaran ini tidak ditemukan"):
        make_app(engines, folder=tmp_path / "tiada")


@pytest.mark.parametrize(("lang", "said"), [("id", "Tidak ada pelajaran"), ("en", "There is no lesson")])
def test_an_unknown_lesson_is_not_there(client: TestClient, lang: str, said: str) -> None:
    answer = client.get(f"/pelajaran/99-tiada?lang={lang}")
    assert answer.status_code == 404
    assert said in answer.text
    assert f'<html lang="{lang}">' in answer.text
    assert "skplint.css" in answer.text, "it looks like a page of ours"


@pytest.mark.parametrize(
    "name",
    ["..%2Frahasia", "%2e%2e%2frahasia", "..%5Crahasia", "10-tiga-kelas.en", "10-tiga-kelas.md", "%00", ".rahasia"],
)
def test_a_name_is_never_a_path(engines: Engines, tmp_path: Path, name: str) -> None:
    own = tmp_path / "materi"
    own.mkdir()
    for place in (tmp_path / "rahasia.md", own / ".rahasia.md"):
        place.write_text("# Rahasia")
    with with_own(engines, own) as client:
        answer = client.get(f"/pelajaran/{name}")
    assert answer.status_code == 404
    assert "Rahasia" not in answer.text
