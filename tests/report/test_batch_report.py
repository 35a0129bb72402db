"""The report of a batch: what it says and what it must not say, that pictures and tables agree, and that it stands alone."""

import base64
import hashlib
import re
import shutil
import subprocess

import batches
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from linter.io.ours import is_untouched_text_copy
from linter.model.batch import Alike, Batch, Coverage, Doubtful, Left, Named, RuleLine, Shared, Spread
from linter.report.batchreport import to_html
from linter.report.batchreport.definitions import definitions
from linter.report.batchreport.figures import units_of
from linter.report.batchreport.numbers import Numbers
from linter.report.batchreport.svg import fitted
from linter.report.batchreport.table import shown
from linter.report.batchreport.words import SECTIONS, texts

MEBIBYTE = 1 << 20


def page(batch: Batch, lang="id"):
    return html.fromstring(to_html(batch, lang=lang))


def section(tree, name):
    """Return the section whose heading has this id."""
    return tree.xpath(f"//section[@aria-labelledby='{name}']")[0]


def said(element):
    return " ".join("".join(element.xpath(".//text()[not(parent::style)]")).split())


def rows(table):
    return [[said(cell) for cell in row] for row in table.xpath(".//tr")]


def table(tree, name, n=0):
    return rows(section(tree, name).xpath(".//table")[n])


def drawn(tree, name):
    """Return the texts in the picture of a section."""
    return section(tree, name).xpath(".//*[name()='svg']//*[name()='text']/text()")


@pytest.fixture(scope="module")
def office():
    return page(batches.office())


# -- what it says


def test_it_begins_with_the_headline(office):
    (header,) = office.xpath("//header")
    assert said(header) == (
        "skplint Laporan Reviu Rumusan SKP 2.071 dari 4.030 rumusan tanpa catatan (51%) "
        "Ada 190 hal wajib yang belum terpenuhi. "
        "Laporan ini menilai rumusan kalimat, bukan kinerja dan bukan pribadi pegawai."
    )


def test_it_names_what_it_was_judged_by(office):
    told = dict(zip(*(map(said, office.xpath(f"//dl[@class='basis']//{tag}")) for tag in ("dt", "dd")), strict=True))
    assert told == {
        "Aturan yang dipakai": "Permen PANRB 6/2022, pendekatan kuantitatif; Permen PANRB 6/2022, pendekatan kualitatif",
        "Profil": "standar",
        "Mesin aturan": "skplint 0.9.0",
        "Sidik set aturan": "3f9c2ab471d0",
    }


def test_sections_stand_in_their_order(office):
    headings = [said(one) for one in office.xpath("//main//section/*[not(self::nav)]//h2 | //main/section/h2")]
    assert headings == ["Angka pokok", *(f"{n}. {title.id}" for n, (title, _) in enumerate(SECTIONS.values(), 1))]


def test_each_section_says_what_to_do_with_it(office):
    for name, (_, lead) in SECTIONS.items():
        assert lead.id in said(section(office, name))


def test_classes_by_unit_are_shares_of_its_statements(office):
    head, first, *_, small, total = table(office, "kelas")
    assert head == ["Unit", "Rumusan", "pencapaian", "aktivitas", "kategori", "tanpa kelas"]
    assert first == ["Bidang Contoh 05", "62", "69%", "8%", "3%", "19%"]
    assert small[:2] == ["kurang dari lima SKP (4 unit)", "54"]
    assert total[:2] == ["Seluruhnya", "4.030"]
    assert {"P pencapaian", "A aktivitas", "K kategori", "T tanpa kelas", "P 69%"} <= {*drawn(office, "kelas")}


def test_the_map_has_the_share_of_documents_with_a_note(office):
    made = batches.office()
    head, first, *_ = table(office, "peta")
    assert head == ["Unit", "SKP", *(line.code for line in sorted(made.rules, key=lambda line: -line.notes))]
    unit = made.units[4].counts
    assert first[2] == f"{unit.by_document['C001'] / unit.documents:.0%}"
    assert "C001\u00a0verba-aktivitas · " in section(office, "peta").text_content()


def test_pictures_and_tables_have_the_same_numbers(office):
    for name in ("kelas", "peta", "aturan", "indeks"):
        numbers = {cell for row in table(office, name)[1:] for cell in row if re.fullmatch(r"[<>\d.]+%?", cell)}
        values = [text for text in drawn(office, name) if not text.startswith(("Bidang", "kurang"))]
        shown = {word for text in values for word in text.split() if re.fullmatch(r"[<>\d.]+%?", word)}
        legend = (
            {"0%", "50%", "100%"} if name == "aturan" else {*map(str, range(0, 101, 10))} if name == "indeks" else set()
        )
        assert shown - legend <= numbers, name


def test_the_shapes_are_as_long_as_their_numbers():
    made = batches.batch([10, 20], rules=batches.RULES[:2])
    bars = section(page(made), "aturan").xpath(".//*[name()='rect'][@class='bar']/@width")
    notes = sorted(made.total.rules.values(), reverse=True)
    assert float(bars[1]) / float(bars[0]) == pytest.approx(notes[1] / notes[0], abs=0.01)


def test_rules_are_added_up_behind_the_twentieth():
    lines = tuple(RuleLine(f"Z{n:03}", f"nama-{n}", "", "info", "saran", 100 - n, 9, 2) for n in range(23))
    tree = page(msgspec.structs.replace(batches.batch([9, 9]), rules=lines))
    *_, twentieth, others = table(tree, "aturan")
    assert twentieth[0] == "Z019"
    assert others == ["aturan lain (3)", "", "", "237", "–", "–", "100%"]
    assert "Yang ditampilkan 20 dari 23; selengkapnya di buku kerja ringkasan.xlsx, lembar Aturan." in said(tree)


def test_the_index_is_a_histogram_with_medians_and_no_extremes(office):
    bins = table(office, "indeks")
    assert bins[14] == ["65–70", "124", "16%", "62%"]
    spreads = table(office, "indeks", 1)
    assert spreads[0] == ["Unit", "SKP", "Kuartil bawah", "Median", "Kuartil atas"]
    assert spreads[-1] == ["Seluruhnya", "800", "54,2", "68,5", "79,8"]
    assert "bobot percobaan" in said(section(office, "indeks"))
    assert not re.search(r"\b(11,2|11,3|99,8)\b", said(office)), "lowest and highest are those of one person"


def test_no_index_no_histogram():
    assert "Sebaran indeks" not in said(page(batches.batch([10, 20])))


def test_what_a_person_must_look_at_is_listed_and_the_rest_counted(office):
    assert table(office, "dialog")[1] == [
        "SKP-0000", "baris 3", "Pengelolaan arsip kegiatan ke-0", "kategori", "tanpa kelas", "42%",
    ]  # fmt: skip
    assert len(table(office, "dialog")) == 51
    assert "Yang ditampilkan 50 dari 63; selengkapnya di buku kerja ringkasan.xlsx, lembar Dialog." in said(office)
    alike = table(office, "serupa")[3]
    assert alike[1:] == [
        "Analis Contoh Ahli Muda, Pengelola Contoh",
        "SKP-0002, SKP-0003, SKP-0004, SKP-0005, SKP-0006 … dan 3 lagi",
        "98",
    ]


def test_coverage_drift_and_agreement(office):
    assert table(office, "cakupan")[1:] == [
        ["Bidang Contoh 05", "6", "6", "–"],
        ["Bidang Contoh 06", "7", "5", "Meningkatnya mutu layanan contoh; Menurunnya temuan berulang"],
    ]
    assert table(office, "perubahan")[1:] == [
        ["C001 verba-aktivitas", "1.412", "1.034", "−378"],
        ["pencapaian", "1.820", "2.204", "+384"],
    ]
    assert table(office, "kesepakatan")[1:] == [
        ["C001 verba-aktivitas", "1.250", "91%", "0,62"],
        ["S001 mutu-kabur", "40", "55%", "−0,05"],
        ["T003 tanpa-batas-waktu", "12", "50%", "–"],
        ["E004 ejaan", "9", "terlalu sedikit", "terlalu sedikit"],
    ]
    assert "Kappa Cohen mengukur kesepakatan dua pereviu di luar kebetulan" in said(office)


def test_what_was_not_checked(office):
    left = table(office, "sisa")
    assert left[1][:2] == ["masuk/terkunci.xlsx", "Tidak dapat diperiksa"]
    assert [row[1] for row in left[2:]] == ["Dilewati"] * 20
    assert "27 berkas dilewati" in said(section(office, "sisa"))


def test_every_number_is_explained(office):
    assert [said(one) for one in section(office, "arti").xpath(".//dt")] == [term for term, _ in definitions("id")]


def test_a_batch_of_nothing_says_so():
    tree = page(batches.batch(left=(Left("rusak.xlsx", "berkas rusak", True),)))
    assert "Tidak ada SKP yang diperiksa." in said(tree.xpath("//header")[0])
    assert "hal wajib" not in said(tree.xpath("//header")[0])
    assert [one.get("id") for one in tree.xpath("//h2[@id]")] == ["pokok", "sisa", "arti"]
    assert not tree.xpath("//*[name()='svg']")


def test_documents_without_statements_have_no_share():
    only = batches.counts(9)
    only = msgspec.structs.replace(only, statements=0, clean=0, classes={}, rules={}, by_document={})
    tree = page(msgspec.structs.replace(batches.batch([9]), units=(Named("", only),), total=only, rules=()))
    assert "Tidak ada rumusan di dalam SKP yang diperiksa." in said(tree)
    assert table(tree, "kelas")[1] == ["(unit tidak disebut)", "0", "0%", "0%", "0%", "0%"]


# -- persons


def test_units_of_fewer_than_five_are_added_up(office):
    for n in range(1, 5):
        assert f"Bidang Contoh 0{n}" not in said(office)
    assert "Unit dengan kurang dari lima SKP (4 unit) dijumlahkan menjadi satu baris." in said(office)
    assert "1 catatan bagi unit dengan kurang dari lima SKP tidak disebut di sini." in said(section(office, "bersama"))
    assert "Catatan bagi unit kecil" not in said(office)


def test_small_units_that_are_few_together_are_not_drawn_either():
    tree = page(batches.batch([8, 3, 1]))
    assert [row[0] for row in table(tree, "kelas")] == ["Unit", "Bidang Contoh 01", "Seluruhnya"]
    assert "tidak digambarkan, juga bersama-sama: seluruhnya hanya 4 SKP" in said(tree)
    alone = page(batches.batch([3, 1], histogram=(0,) * 19 + (4,)))
    assert not alone.xpath("//*[name()='svg'][not(@aria-labelledby='aturan-title aturan-about')]")
    assert "Indeks kurang dari lima SKP tidak digambarkan." in said(alone)


def test_a_spread_of_fewer_than_five_indices_is_not_shown():
    made = batches.batch([8, 9], histogram=(1,) * 20)
    few = msgspec.structs.replace(made.units[0].counts, spread=Spread(4, 0, 31.5, 32.5, 33.5, 100))
    tree = page(msgspec.structs.replace(made, units=(Named("Unit Sepi", few), made.units[1])))
    assert [row[0] for row in table(tree, "indeks", 1)[1:]] == ["Bidang Contoh 02", "Seluruhnya"]
    assert "32,5" not in said(tree)


def test_units_stand_by_name_and_the_largest_are_shown():
    sizes = [5 + n * 7 % 50 for n in range(60)]
    shown = units_of(batches.batch(sizes).units, 40)
    names = [unit.name for unit in shown.shown]
    assert names == sorted(names)
    assert min(unit.counts.documents for unit in shown.shown) >= sorted(sizes)[20]
    assert (shown.rest.units, shown.rest.counts.documents) == (20, sum(sorted(sizes)[:20]))
    tree = page(batches.batch(sizes))
    assert [row[0] for row in table(tree, "peta")[1:]] == [*names, "unit lain (20 unit)", "Seluruhnya"]
    assert "40 unit dengan SKP terbanyak, diurutkan menurut nama. 20 unit lain dijumlahkan" in said(tree)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_word_of_a_predikat(lang):
    tree = page(batches.office(), lang)
    for one in (*texts(lang).values(), *(text for pair in definitions(lang) for text in pair), said(tree)):
        assert not batches.PREDIKAT.search(one), batches.PREDIKAT.search(one)


# -- texts of others


def test_texts_of_others_do_no_harm():
    bad = "<script>alert(1)</script>\u202e\x1b\ud800\uffff"
    made = batches.batch(
        [9],
        doubtful=(Doubtful(bad, bad, bad, bad, bad, 0.5),),
        alike=(Alike(bad, 99, (bad,), (bad,)),),
        shared=(Shared(bad, bad, bad, bad, 9, 9),),
        coverage=(Coverage(bad, 1, 0, (bad,)),),
        left=(Left(bad, bad, True),),
    )
    line = msgspec.structs.replace(made.rules[0], code=bad, name=bad, title=bad)
    basis = msgspec.structs.replace(made.basis, profile=bad, regimes=(bad,))
    made = msgspec.structs.replace(made, basis=basis, units=(Named(bad, made.total),), rules=(line,))
    tree = page(made)
    assert not tree.xpath("//script")
    shown = "<script>alert(1)</script>⟨U+202E⟩␛\ufffd\ufffd"
    assert shown in said(section(tree, "dialog"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e\ud800\uffff]", said(tree))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_printed(name, text):
    made = batches.batch([9], doubtful=(Doubtful(name, text, text, "kategori", text, 0.5),))
    line = msgspec.structs.replace(made.rules[0], code=name, name=text)
    made = msgspec.structs.replace(made, units=(Named(name, made.total),), rules=(line,))
    cell = table(page(made), "dialog")[1][2]
    assert cell.split() == shown(text).split()


def test_names_fit_beside_a_picture():
    assert fitted("Dinas Contoh", 184) == "Dinas Contoh"
    assert fitted("BADAN KEPEGAWAIAN DAN PENGEMBANGAN", 184) == "BADAN KEPEGAWAIAN DAN P…"
    assert fitted("人事部門人事部門人事部門人事部門人事部門", 184) == "人事部門人事部門人事部門人事…"


def test_long_texts_are_cut():
    tree = page(batches.batch([9], doubtful=(Doubtful("SKP-1", "baris 1", "kata " * 1000, "aktivitas", "null", 0.4),)))
    assert table(tree, "dialog")[1][2].endswith("kata…")
    assert len(table(tree, "dialog")[1][2]) <= 300


# -- the page


def test_nothing_is_asked_from_outside():
    data = to_html(batches.office(), lang="id")
    tree = html.fromstring(data)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = re.findall(rb"<style>(.*?)</style>", data, re.DOTALL)
    assert policy.startswith(
        f"default-src 'none'; style-src 'sha256-{base64.b64encode(hashlib.sha256(style).digest()).decode()}'; "
    )
    assert not tree.xpath("//script | //link | //form | //iframe | //@src | //@style | //@onclick")
    assert all(href.startswith("#") for href in tree.xpath("//@href"))
    assert not re.search(rb"@import|url\(|https?:", data)


def test_readers_who_do_not_see_find_their_way(office):
    assert office.get("lang") == "id"
    assert [len(office.xpath(f"//{name}")) for name in ("h1", "header", "main", "nav", "footer")] == [1] * 5
    ids = office.xpath("//@id")
    assert len(ids) == len({*ids})
    assert {name for names in office.xpath("//@aria-labelledby") for name in names.split()} <= {*ids}
    assert {href[1:] for href in office.xpath("//@href")} <= {*ids}
    for picture in office.xpath("//*[name()='svg']"):
        assert picture.get("role") == "img"
        assert [one.tag for one in picture[:2]] == ["title", "desc"]
        assert picture.xpath("ancestor::section//table")
    assert {one.get("scope") for one in office.xpath("//th")} == {"col", "row"}


def test_colours_can_be_told_apart():
    data = to_html(batches.office(), lang="id").decode()
    colours = dict(re.findall(r"\.([ch]\d)(?:, \.bar)? \{ fill: (#\w+)", data))

    def light(colour):
        digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
        parts = (int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4))
        linear = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    def contrast(one, other):
        dark, bright = sorted((light(one), light(other)))
        return (bright + 0.05) / (dark + 0.05)

    for name, colour in colours.items():
        assert contrast(colour, "#ffffff" if name in ("c0", "h5", "h6") else "#111111") >= 7, name
    assert contrast("#444444", "#ffffff") >= 7
    scale = [light(colours[f"h{n}"]) for n in range(7)]
    assert scale == sorted(scale, reverse=True), "the greater, the darker, for every eye"


def test_a_page_that_nobody_changed_may_be_replaced():
    data = to_html(batches.office(), lang="id")
    assert is_untouched_text_copy(data)
    assert not is_untouched_text_copy(data.replace(b"Bidang Contoh 07", b"Bidang Lain"))


def test_the_same_batch_gives_the_same_bytes():
    assert to_html(batches.office(), lang="id") == to_html(batches.office(), lang="id")


def test_a_province_fits_into_a_megabyte():
    rules = [(f"Z{n:03}", f"nama-aturan-{n}", "Isi singkat aturan", "warning") for n in range(160)]
    made = batches.batch([1 + n * 17 % 399 for n in range(500)], rules)
    assert made.total.documents > 98_000
    assert len(to_html(made, lang="id")) < MEBIBYTE
    texts_of_others = {
        "doubtful": [Doubtful("SKP-0001", "baris 1", "Ω" * 900, "aktivitas", "null", 0.5)] * 5_000,
        "alike": [Alike("Ω" * 900, 99, ("SKP-0001",) * 900, ("Ω" * 90,) * 900)] * 5_000,
        "shared": [Shared("Ω" * 90, "Z001", "nama", "Ω" * 900, 9, 9)] * 5_000,
        "coverage": [Coverage("Ω" * 90, 99, 9, ("Ω" * 900,) * 90)] * 500,
        "left": [Left("Ω" * 90, "berkas kosong", False)] * 5_000,
    }
    made = msgspec.structs.replace(made, **{name: tuple(some) for name, some in texts_of_others.items()})
    assert len(to_html(made, lang="id")) < MEBIBYTE


def test_english():
    tree = page(batches.office(), "en")
    assert tree.get("lang") == "en"
    for told in ("2,071 of 4,030 statements without notes (51%)", "1. Classes of statements by unit", "R result",
                 "fewer than five SKP (4 units)", "Shown are 50 of 63", "too few"):  # fmt: skip
        assert told in said(tree)
    assert "54.2" in said(section(tree, "indeks"))
    for title, lead in SECTIONS.values():
        assert title.en in said(tree) and title.id not in said(tree)
        assert lead.en in said(tree) and lead.id not in said(tree)


@pytest.mark.parametrize(
    ("number", "told"),
    [(0.0, "0%"), (0.004, "<1%"), (0.005, "<1%"), (0.62, "62%"), (0.994, "99%"), (0.996, ">99%"), (1.0, "100%")],
)
def test_shares_say_neither_nothing_nor_all_of_what_is_not(number, told):
    assert Numbers("id").share(number) == told


def test_numbers_are_written_as_in_the_language():
    assert [Numbers("id").tenths(1234.56), Numbers("en").tenths(1234.56)] == ["1.234,6", "1,234.6"]
    assert [Numbers("id").signed(-1234), Numbers("id").signed(5), Numbers("id").signed(0)] == ["−1.234", "+5", "0"]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium") or not shutil.which("pdfinfo"), reason="needs Chromium and pdfinfo")
def test_it_prints_to_a4_and_no_picture_is_cut(tmp_path):
    (tmp_path / "laporan.html").write_bytes(to_html(batches.office(), lang="id"))
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", f"--user-data-dir={tmp_path / 'profile'}",
        "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'laporan.pdf'}", f"file://{tmp_path}/laporan.html",
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    told = subprocess.run(["pdfinfo", str(tmp_path / "laporan.pdf")], check=True, capture_output=True, text=True).stdout
    assert "A4" in told
    assert 8 <= int(re.search(r"Pages:\s+(\d+)", told)[1]) <= 15
