"""A browser's view of the server: without a network, and in Chromium where there is one.

Chromium needs the extra "browser" and a browser (Debian's, or what SKPLINT_CHROMIUM names); its tests are skipped without.
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
from fastapi.testclient import TestClient

from linter.web.app import make_app
from linter.web.engines import Engines
from linter.web.serving import bound

CHROMIUM = os.environ.get("SKPLINT_CHROMIUM") or shutil.which("chromium")
SIZES = {"projector": (1280, 720), "phone": (390, 844)}
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
RULES = """{
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag2aaa', 'best-practice'],
  rules: {'identical-links-same-purpose': {enabled: false}}
}"""
"""Those of WCAG 2 AA, with the contrast of AAA (7 to 1)."""
GONE = ("Failed to load resource: net::ERR_CONNECTION_REFUSED", "htmx: htmx:error: Failed to fetch")
"""What the browser and htmx say where a test takes the server away."""
Look = Callable[..., Any]


@pytest.fixture(scope="session")
def engines() -> Engines:
    return Engines()


@pytest.fixture(scope="session")
def client(engines: Engines) -> Iterator[TestClient]:
    with TestClient(make_app(engines), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="session")
def address(engines: Engines) -> Iterator[str]:
    """Serve the pages on a free port of this computer, class mode too."""
    socket = bound("127.0.0.1", 0)
    app = make_app(engines, classroom_on=True)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api", reason="the extra browser is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    with api.sync_playwright() as playwright:
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


@pytest.fixture(scope="session")
def violations() -> Callable[[Any], list[str]]:
    """What axe finds on a page."""
    axe = pytest.importorskip("axe_playwright_python", reason="the extra browser is not installed")
    script = (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")

    def found(page: Any) -> list[str]:
        page.evaluate(script)
        return [one["id"] for one in page.evaluate(f"axe.run(document, {RULES})")["violations"]]

    return found
