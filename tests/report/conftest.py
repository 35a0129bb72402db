"""What the tests of the reports share: the hand-made documents, and a report as text."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from linter.report import make, make_binary


def _beside(name: str) -> ModuleType:
    """Return the module of that name beside this file."""
    spec = importlib.util.spec_from_file_location(f"report_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    """The documents in samples.py."""
    return _beside("samples")


@pytest.fixture(scope="session")
def validators() -> ModuleType:
    """The strict readers in validators.py."""
    return _beside("validators")


@pytest.fixture
def report(samples: ModuleType) -> Callable[..., str]:
    """Return what a format writes about documents: ``report("teks", documents, unchecked, columns=80)``."""

    def run(name: str, documents: Any = None, unchecked: Any = (), **options: Any) -> str:
        pieces: list[str] = []
        samples.play([make(name, pieces.append, **options)], documents or samples.DOCUMENTS, unchecked)
        return "".join(pieces)

    return run


@pytest.fixture
def workbook(samples: ModuleType) -> Callable[..., bytes]:
    """Return the workbook about documents: ``workbook(documents, unchecked, lang="en")``."""

    def run(documents: Any = None, unchecked: Any = (), **options: Any) -> bytes:
        pieces: list[bytes] = []
        samples.play([make_binary("xlsx", pieces.append, **options)], documents or samples.DOCUMENTS, unchecked)
        return b"".join(pieces)

    return run
