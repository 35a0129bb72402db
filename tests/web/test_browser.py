"""The pages in Chromium: typed, looked at by axe, in the sizes of a projector, a phone and paper; nothing from outside.

Needs the extra "browser" and a Chromium (Debian's, or what SKPLINT_CHROMIUM names); skipped without them.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from linter.web.app import make_app
from linter.web.engines import Engines
from linter.web.serving import bound

sync_api = pytest.importorskip("playwright.sync_api", reason="the extra browser is not installed")
axe = pytest.importorskip("axe_playwright_python", reason="the extra browser is not installed")
CHROMIUM = os.environ.get("SKPLINT_CHROMIUM") or shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

SIZES = {"projector": (1280, 720), "phone": (390, 844)}
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
AXE = (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")
RULES = """{
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag2aaa', 'best-practice'],
  rules: {'identical-links-same-purpose': {enabled: false}}
}"""
"""Those of WCAG 2 AA, with the contrast of AAA (7 to 1)."""
GONE = ("Failed to load resource: net::ERR_CONNECTION_REFUSED", "htmx: htmx:error: Failed to fetch")
"""What the browser and htmx say where a test takes the server away."""
Look = Callable[..., Any]


@pytest.fixture(scope="module")
def address(engines: Engines) -> Iterator[str]:
    """Serve the pages on a free port of this computer."""
    socket = bound("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(make_app(engines), log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield running
        running.close()


@pytest.fixture
def look(browser: Any, address: str) -> Iterator[Look]:
    """Open a page; at the end nothing was asked of another computer, and nothing was complained of."""
    contexts, asked, said = [], [], []

    def heard(message: Any) -> bool:
        return message.type in ("error", "warning") and not message.text.startswith(GONE)

    def open_(path: str, size: str = "projector", **options: Any) -> Any:
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text) if heard(message) else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert said == []


def violations(page: Any) -> list[str]:
    page.evaluate(AXE)
    return [found["id"] for found in page.evaluate(f"axe.run(document, {RULES})")["violations"]]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_for_everyone(look: Look, size: str, scheme: str) -> None:
    page = look("/coba", size, color_scheme=scheme)
    assert violations(page) == []
    page.fill("#teks", "Menyusun laporan kas secara berkala dengan baik")
    page.wait_for_selector(".verdict.aktivitas")
    page.click("summary")
    assert violations(page) == []
    wide = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert wide, "the page is wider than the screen"


@pytest.mark.parametrize("size", SIZES)
def test_sentences_are_compared_for_everyone(look: Look, size: str) -> None:
    page = look("/banding", size)
    page.fill("#teks", "Menyusun laporan kas\nLaporan kas tersusun tepat waktu")
    page.wait_for_selector(".card .pencapaian")
    assert violations(page) == []
    assert page.locator(".card").count() == 2


def test_the_control_is_found(look: Look) -> None:
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
