"""The standard input, read ahead by a thread, so that the server knows whether more messages are waiting."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress

_AT_ONCE = 1 << 20


class Inbox:
    """A stream of bytes for one event loop; ``waiting`` tells whether some have come that were not yet read from it."""

    def __init__(self, read: Callable[[int], bytes], loop: asyncio.AbstractEventLoop) -> None:
        """*read* waits for bytes and returns at most as many as it is told, b"" at the end.

        It is called by a thread that the end of the process cuts off, so it must hold no lock: ``os.read``, no buffer.
        """
        self._fetch = read
        self._loop = loop
        self._left = bytearray()
        self._come = 0
        self._taken = 0
        self._ended = False
        self._news = asyncio.Event()
        threading.Thread(target=self._read_ahead, name="skplint inbox", daemon=True).start()

    @property
    def waiting(self) -> bool:
        """Whether bytes have come that were not yet read."""
        return self._come > self._taken

    async def readline(self) -> bytes:
        """Return the next line with its end, waiting for it; what is left, or b"", at the end of the stream."""
        searched = 0
        while (end := self._left.find(b"\n", searched)) < 0:
            searched = len(self._left)
            if not await self._more():
                break
        return self._take(end + 1 if end >= 0 else len(self._left))

    async def readexactly(self, size: int) -> bytes:
        """Return *size* bytes, waiting for them; fewer only at the end of the stream."""
        while len(self._left) < size and await self._more():
            pass
        return self._take(size)

    def _take(self, size: int) -> bytes:
        taken = bytes(self._left[:size])
        del self._left[:size]
        self._taken += len(taken)
        return taken

    async def _more(self) -> bool:
        """Wait for bytes; tell whether some came."""
        if self._ended:
            return False
        await self._news.wait()
        self._news.clear()
        return True

    def _arrived(self, data: bytes) -> None:
        self._left += data
        self._ended = not data
        self._news.set()

    def _read_ahead(self) -> None:
        data = b""
        with suppress(OSError, ValueError):  # closed meanwhile
            while data := self._fetch(_AT_ONCE):
                self._come += len(data)
                if not self._post(data):
                    return
        self._post(b"")

    def _post(self, data: bytes) -> bool:
        """Hand *data* to the loop; tell whether it still runs."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._arrived, data)
            return True
        return False
