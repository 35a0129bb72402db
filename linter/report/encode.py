"""JSON text that every reader can take: one line, valid UTF-8, no line separator of any kind."""

from __future__ import annotations

from typing import Any

import msgspec

from linter.io.writable import whole


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
        text = data.decode()
        if text.isascii():
            return text
        # A reader that splits lines as Unicode does would cut a line there.
        for mark, escaped in _LINE_ENDS:
            if mark in text:
                text = text.replace(mark, escaped)
        return text


_LINE_ENDS = (("\x85", "\\u0085"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def _whole(value: Any) -> Any:
    """Return plain data with its lone surrogates replaced, so that it can be written as UTF-8."""
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, (list, tuple)):
        return [_whole(v) for v in value]
    if isinstance(value, dict):
        return {_whole(k): _whole(v) for k, v in value.items()}
    return value
