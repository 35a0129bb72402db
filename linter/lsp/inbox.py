"""The standard input, read ahead by a thread, so that the server knows whether more messages are waiting."""

from __future__ import annotations

import io
import queue
import threading
from collections.abc import Callable
from contextlib import suppress

_AT_ONCE = 65_536


class Inbox(io.RawIOBase):
    """A stream of bytes that is read ahead; ``waiting`` tells whether some have come that were not yet read from it."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        """*read* waits for bytes and returns at most as many as it is told, b"" at the end.

        It is called by a thread that the end of the process cuts off, so it must hold no lock: ``os.read``, no buffer.
        """
        super().__init__()
        self._fetch = read
        self._come: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._left = b""
        self._ended = False
        threading.Thread(target=self._read_ahead, name="skplint inbox", daemon=True).start()

    @property
    def waiting(self) -> bool:
        """Whether bytes are waiting to be read."""
        return bool(self._left) or not self._come.empty()

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readline(self, size: int | None = -1, /) -> bytes:
        """Return the next line with its end, waiting for it; b"" at the end of the stream."""
        while (end := self._left.find(b"\n")) < 0 and self._more():
            pass
        return self._take(end + 1 if end >= 0 else len(self._left))

    def read(self, size: int | None = -1, /) -> bytes:
        """Return *size* bytes, waiting for them, or all that are left; fewer only at the end of the stream."""
        wanted = size if size is not None and size >= 0 else None
        while (wanted is None or len(self._left) < wanted) and self._more():
            pass
        return self._take(len(self._left) if wanted is None else wanted)

    def _take(self, size: int) -> bytes:
        taken, self._left = self._left[:size], self._left[size:]
        return taken

    def _more(self) -> bool:
        """Wait for bytes; tell whether some came."""
        if self._ended:
            return False
        come = self._come.get()
        self._ended = not come
        self._left += come
        return bool(come)

    def _read_ahead(self) -> None:
        with suppress(OSError, ValueError):  # closed meanwhile
            while come := self._fetch(_AT_ONCE):
                self._come.put(come)
        self._come.put(b"")
