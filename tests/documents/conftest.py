"""Short ways to read for the tests of the readers."""

from collections.abc import Callable

import pytest

from linter.documents.read import read_data
from linter.model import Document, Item, NotChecked


def document(data: str | bytes, name: str) -> Document:
    raw = data.encode() if isinstance(data, str) else data
    (found,) = read_data(raw, name)
    assert isinstance(found, Document), found
    return found


@pytest.fixture
def items() -> Callable[[str | bytes, str], list[Item]]:
    """Read data under a name and give its items."""
    return lambda data, name: list(document(data, name).items)


@pytest.fixture
def read() -> Callable[[str | bytes, str], Document]:
    """Read data under a name and give its document."""
    return document


@pytest.fixture
def why() -> Callable[[str | bytes, str], str]:
    """Read data under a name that cannot be checked and give the reason."""

    def reason(data: str | bytes, name: str) -> str:
        (found,) = read_data(data.encode() if isinstance(data, str) else data, name)
        assert isinstance(found, NotChecked), found
        assert found.fatal
        assert "\n" not in found.reason.id
        return found.reason.id

    return reason
