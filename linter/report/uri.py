"""Paths as formats for other machines write them: with forward slashes, or as a URI."""

from __future__ import annotations

import os
import re
from urllib.parse import quote

from linter.io.writable import whole

WINDOWS = os.sep == "\\"
_DRIVE = re.compile(r"[A-Za-z]:/")
_IN_PATHS = "/-._~!$&'()*+,;=@"
"""What RFC 3986 lets stand unescaped in a path; the colon is left out, since it could be taken for a scheme."""


def slashed(path: str, *, windows: bool = WINDOWS) -> str:
    """Return *path* with forward slashes and without a leading "./"; elsewhere a backslash is part of a name."""
    path = whole(path.replace("\\", "/") if windows else path)
    return path[2:] if path.startswith("./") and len(path) > 2 else path


def uri(path: str, *, windows: bool = WINDOWS) -> str:
    """Return *path* as a URI reference (RFC 3986): relative as it is, absolute as ``file:``, percent-encoded UTF-8."""
    plain = slashed(path, windows=windows)
    if windows and _DRIVE.match(plain):
        return f"file:///{plain[:2]}{quote(plain[2:], safe=_IN_PATHS)}"
    escaped = quote(plain, safe=_IN_PATHS)
    if windows and plain.startswith("//"):
        return f"file:{escaped}"
    return f"file://{escaped}" if plain.startswith("/") else escaped
