"""What the tests of the reports share: the hand-made documents, and a report as text."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
import samples as sample_documents
import validators as strict_readers

from linter.report import make, make_binary


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    """The documents in samples.py."""
    return sample_documents


@pytest.fixture(scope="session")
def validators() -> ModuleType:
    """The strict readers in validators.py."""
    return strict_readers


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
