"""JSON text that every reader can take: one line, valid UTF-8, no line separator of any kind."""

from __future__ import annotations

from typing import Any

import msgspec


class Encoder:
    """Makes JSON text in which no line separator of any kind stands unescaped."""

    def __init__(self) -> None:
        self._encode = msgspec.json.Encoder().encode

    def text(self, value: msgspec.Struct) -> str:
        """Return *value* as compact JSON; U+0085, U+2028, U+2029 are escaped, a lone surrogate becomes U+FFFD."""
        try:
            data = self._encode(value)
        except UnicodeEncodeError:
            data = self._encode(_whole(msgspec.to_builtins(value)))
        # A reader that splits lines as Unicode does would cut a line there; as UTF-8 the bytes are unmistakable.
        if b"\xc2\x85" in data or b"\xe2\x80" in data:
            data = data.replace(b"\xc2\x85", b"\\u0085").replace(b"\xe2\x80\xa8", b"\\u2028")
            data = data.replace(b"\xe2\x80\xa9", b"\\u2029")
        return data.decode()


def _whole(value: Any) -> Any:
    """Return plain data with its lone surrogates replaced, so that it can be written as UTF-8."""
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, (list, tuple)):
        return [_whole(v) for v in value]
    if isinstance(value, dict):
        return {_whole(k): _whole(v) for k, v in value.items()}
    return value


def whole(text: str) -> str:
    """Return *text* with each lone surrogate replaced by U+FFFD, so that it can be written as UTF-8."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
