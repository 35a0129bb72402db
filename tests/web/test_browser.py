"""The pages in Chromium: typed, looked at by axe, in the sizes of a projector, a phone and paper; nothing from outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from linter.app.exercises import KINDS
from linter.io.data import data_dir

Look = Callable[..., Any]
Violations = Callable[[Any], list[str]]
SIZES = ("projector", "phone")
PAGES = (
    "/pelajaran",
    "/pelajaran/10-tiga-kelas",
    "/pelajaran/40-smart",
    "/pelajaran/60-matriks-peran-hasil",
    "/latihan",
    *(f"/latihan/soal?jenis={kind}&benih=5&banyak=6" for kind in KINDS),
    *(f"/latihan/{name}?jenis=tes-akhir" for name in ("soal", "lembar", "kunci")),
    "/latihan/lembar?jenis=campur&benih=5&banyak=6",
    "/latihan/kunci?jenis=campur&benih=5&banyak=6",
    "/latihan/serahan?benih=2&banyak=3",
    "/latihan/beda?benih=2&banyak=4",
    "/latihan/kelas",
    "/dokumen",
    "/kelas",
    "/kelas/pandu",
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_for_everyone(look: Look, violations: Violations, size: str, scheme: str) -> None:
    page = look("/coba", size, color_scheme=scheme)
    assert violations(page) == []
    page.fill("#teks", "Menyusun laporan kas secara berkala dengan baik")
    page.wait_for_selector(".verdict.aktivitas")
    page.click("summary")
    assert violations(page) == []
    wide = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert wide, "the page is wider than the screen"


@pytest.mark.parametrize("size", SIZES)
def test_sentences_are_compared_for_everyone(look: Look, violations: Violations, size: str) -> None:
    page = look("/banding", size)
    page.fill("#teks", "Menyusun laporan kas\nLaporan kas tersusun tepat waktu")
    page.wait_for_selector(".card .pencapaian")
    assert violations(page) == []
    assert page.locator(".card").count() == 2


def test_the_control_is_found(look: Look, violations: Violations) -> None:
    page = look("/coba")
    page.evaluate(
        "document.querySelector('.lead').style.color = '#999'; document.body.append(document.createElement('img'))"
    )
    assert {"color-contrast", "image-alt"} <= set(violations(page))


def test_what_is_typed_is_judged_without_a_click(look: Look) -> None:
    page = look("/coba")
    page.click("#teks")
    page.keyboard.type("Permohonan izin diproses dengan cepat dan akurat", delay=5)
    page.wait_for_selector(".verdict.pencapaian")
    assert page.inner_text(".sentence").startswith("Permohonan izin")
    box = page.locator(".verdict").bounding_box()
    assert box["y"] + box["height"] <= 720, "the verdict is below the edge of the projector"


def test_the_answer_stays_closed_until_it_is_opened(look: Look) -> None:
    page = look("/coba")
    page.keyboard.press("Tab")  # the link to the content
    page.focus("[data-toggle=answer]")
    page.keyboard.press("Enter")
    page.fill("#teks", "Monitoring arsip")
    page.wait_for_selector(".closed:visible")
    assert not page.is_visible(".verdict")
    assert page.is_visible(".sentence")
    page.focus("[data-toggle=answer]")
    page.keyboard.press("Space")
    assert page.is_visible(".verdict")


def test_a_server_that_is_gone_is_told(look: Look) -> None:
    page = look("/coba")
    page.route("**/hasil?*", lambda route: route.abort("connectionrefused"))
    page.fill("#teks", "Menyusun laporan kas")
    page.wait_for_selector("#hasil [role=alert]")
    assert page.inner_text("#hasil") == page.get_attribute("#hasil", "data-lost")
    page.unroute("**/hasil?*")
    page.fill("#teks", "Menyusun laporan kas desa")
    page.wait_for_selector(".verdict.aktivitas")


def test_a_text_that_is_too_long_is_refused_on_the_page(look: Look) -> None:
    page = look("/coba")
    page.fill("#teks", "<b>kas</b> " * 9_091)
    page.wait_for_selector("#hasil [role=alert]")
    assert not page.is_visible(".verdict")
    page.fill("#teks", "Menyusun laporan kas")
    page.wait_for_selector(".verdict.aktivitas")


def test_without_scripts_the_button_does_it(look: Look) -> None:
    page = look("/coba", java_script_enabled=False)
    page.fill("#teks", "Menyusun laporan kas")
    page.click("button[type=submit]")
    assert page.is_visible(".verdict.aktivitas")


def test_a_sheet_of_paper_holds_what_was_said(look: Look) -> None:
    page = look("/coba")
    page.fill("#teks", "Menyusun laporan kas")
    page.wait_for_selector(".verdict")
    page.emulate_media(media="print")
    assert page.is_visible(".sentence")
    assert not page.is_visible("#teks")
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_for_everyone(look: Look, violations: Violations, path: str, size: str) -> None:
    scheme = "light" if size == "phone" else "dark"
    page = look(path, size, color_scheme=scheme)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "too wide"


def test_an_exercise_is_done_and_marked(look: Look, violations: Violations) -> None:
    page = look("/latihan")
    page.select_option("#jenis", "jebakan")
    page.fill("#banyak", "3")
    page.click("text=Kerjakan di layar")
    page.locator("fieldset").first.locator("input").first.focus()
    page.keyboard.press("Space")
    page.click("text=Periksa jawaban")
    assert page.locator(".marking").count() == 3
    assert violations(page) == []


def test_a_sentence_is_still_there_in_the_other_language(look: Look) -> None:
    page = look("/coba")
    page.fill("#teks", "Menyusun laporan kas")
    page.wait_for_selector(".verdict.aktivitas")
    page.click(".languages a[lang=en]")
    page.wait_for_selector(".verdict.aktivitas")
    assert page.input_value("#teks") == "Menyusun laporan kas"
    assert page.inner_text(".verdict h2") == "Activity"


def test_indicators_are_judged_with_their_statement(look: Look, violations: Violations) -> None:
    page = look("/coba")
    page.fill("#teks", "Laporan kas desa tersusun tepat waktu")
    page.click(".under summary")
    page.fill("#indikator", "Jumlah laporan kas | 12 laporan | kuantitas")
    page.wait_for_selector(".smart")
    assert page.locator(".smart tr").count() >= 5
    assert violations(page) == []


def test_the_answers_of_a_lesson_are_opened_one_by_one(look: Look, violations: Violations) -> None:
    page = look("/pelajaran/10-tiga-kelas")
    page.click("[data-toggle=answer]")
    assert page.inner_text("[data-toggle=answer]") == "Buka jawaban"
    assert page.locator(".answer:visible").count() == 0
    assert violations(page) == []
    page.locator("button.one").first.click()
    assert page.locator(".answer:visible").count() == 1
    page.click("[data-toggle=answer]")
    assert page.locator("button.one").count() == 0
    assert page.locator(".answer:visible").count() == page.locator(".answer").count() > 3


def test_what_was_chosen_is_still_there_elsewhere(look: Look) -> None:
    page = look("/latihan")
    page.select_option("#jenis", "tes-akhir")
    page.fill("#benih", "37")
    page.click(".languages a[lang=en]")
    page.wait_for_url("**/latihan?lang=en*")
    assert (page.input_value("#jenis"), page.input_value("#benih")) == ("tes-akhir", "37")
    page.goto(page.url.replace("/latihan", "/kelas/pandu"))
    assert (page.input_value("#jenis"), page.input_value("#benih")) == ("pilah", "37")
    page.goto(page.url.replace("/kelas/pandu", "/latihan/soal") + "&jenis=ganjil&benih=5")
    page.click("main a[href^='/latihan?']")
    page.wait_for_url("**/latihan?lang=en&*benih=5*")
    assert (page.input_value("#jenis"), page.input_value("#benih")) == ("ganjil", "5"), "the address counts more"


def test_going_back_asks_for_nothing_twice(look: Look) -> None:
    page = look("/coba")
    page.fill("#teks", "Menyusun laporan kas")
    page.wait_for_selector(".verdict.aktivitas")
    page.click("nav a[href^='/latihan']")
    page.go_back()
    page.wait_for_selector(".verdict.aktivitas")
    page.click("nav a[href^='/pelajaran']")
    page.go_back()
    page.wait_for_selector(".verdict.aktivitas")
    assert page.input_value("#teks") == "Menyusun laporan kas"


def test_what_was_written_can_be_cleared(look: Look) -> None:
    page = look("/coba")
    page.fill("#teks", "Menyusun laporan kas")
    page.wait_for_selector(".verdict.aktivitas")
    page.click("[data-clear]")
    page.wait_for_selector("#hasil .empty")
    assert page.input_value("#teks") == ""
    assert page.evaluate("document.activeElement.id") == "teks"
    page.reload()
    assert page.input_value("#teks") == ""
    assert not look("/coba", java_script_enabled=False).is_visible("[data-clear]")


@pytest.mark.parametrize("size", SIZES)
def test_a_document_is_sent_and_shown(look: Look, violations: Violations, size: str) -> None:
    page = look("/dokumen", size)
    page.set_input_files("#berkas", data_dir("corpus") / "contoh" / "analis-kebijakan.csv")
    page.click("button[value=catatan]")
    page.wait_for_selector(".document .note")
    assert page.inner_text(".filename") == "analis-kebijakan.csv"
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "too wide"
    with page.expect_download() as saving:
        page.click("button[value=salinan]")
    assert saving.value.suggested_filename.startswith("analis-kebijakan")
    page.emulate_media(media="print")
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_class_answers_on_its_phones(look: Look, violations: Violations) -> None:
    leader, phones = look("/kelas/pandu"), [look("/kelas", "phone") for _ in range(2)]
    leader.select_option("#jenis", "pilah")
    leader.click("text=Mulai")
    leader.wait_for_selector("#hitungan")
    for n, phone in enumerate(phones):
        phone.wait_for_selector(".vote")
        phone.locator(".vote").nth(n).click()
        phone.wait_for_selector(".vote[aria-pressed=true]")
    assert violations(phones[0]) == []
    leader.wait_for_selector("#hitungan .score strong:text-is('2')")
    assert leader.locator("meter").count() == 0
    leader.click("text=Buka jawaban")
    leader.wait_for_selector("meter")
    assert leader.locator("meter").count() == 3
    assert violations(leader) == []
    phones[0].wait_for_selector(".marking")
    assert phones[0].locator(".vote").first.is_disabled()
    leader.click("text=Soal berikut")
    phones[0].wait_for_selector(".vote:not([disabled])")
    leader.click("text=Selesai")
    phones[1].wait_for_selector("text=Menunggu soal")


@pytest.mark.parametrize(
    "path", ["/latihan/lembar?jenis=campur&benih=5&banyak=8", "/latihan/kunci?benih=5", "/pelajaran/10-tiga-kelas"]
)
def test_what_is_for_paper_is_on_paper(look: Look, path: str) -> None:
    page = look(path)
    page.emulate_media(media="print")
    assert not page.is_visible("nav")
    assert page.pdf(format="A4").startswith(b"%PDF")
