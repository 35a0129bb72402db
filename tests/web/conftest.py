"""A browser's view of the server, without a network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from linter.web.app import make_app
from linter.web.engines import Engines


@pytest.fixture(scope="session")
def engines() -> Engines:
    return Engines()


@pytest.fixture(scope="session")
def client(engines: Engines) -> Iterator[TestClient]:
    with TestClient(make_app(engines), base_url="http://127.0.0.1") as client:
        yield client
