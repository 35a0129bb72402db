"""Makes a request of the system to end like one of the keyboard, so that half-written files are removed on the way out."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

from linter.cli import Terminated


@contextlib.contextmanager
def ended_by_system() -> Iterator[None]:
    """Raise Terminated within where the process gets SIGTERM; what held before holds again afterwards."""
    if threading.current_thread() is not threading.main_thread():  # only there can a handler be set
        yield
        return
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, frame: FrameType | None) -> None:
    raise Terminated
