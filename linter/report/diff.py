"""A unified diff of a text whose lines were changed in place."""

from __future__ import annotations

from collections.abc import Iterator

from linter.report.layout import Fragment

_CONTEXT = 3


def unified(path: str, before: str, after: str) -> Iterator[Fragment]:
    """Yield the diff of two texts with equally many lines, one fragment a line with its line end; nothing if they are equal.

    Only a line feed ends a line, as for patch and git: a carriage return is a character of its line, and so is a byte
    order mark. A tab ends a name that has a space, as diff writes it.
    """
    old, new = _lines(before), _lines(after)
    changed = [n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    if changed:
        name = f"{path}\t" if " " in path else path
        yield f"--- {name}\n", "strong"
        yield f"+++ {name}\n", "strong"
    for first, last in _hunks(changed, len(old)):
        yield f"@@ -{first + 1},{last - first} +{first + 1},{last - first} @@\n", "info"
        n = first
        while n < last:
            end = n
            while end < last and old[end] != new[end]:
                end += 1
            for sign, lines, role in (("-", old, "error"), ("+", new, "ok")):
                yield from ((_shown(sign, line), role) for line in lines[n:end])
            if end < last:
                yield _shown(" ", old[end]), ""
            n = end + 1


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _hunks(changed: list[int], length: int) -> Iterator[tuple[int, int]]:
    """Yield the first line and the line after the last of each run of changes with the lines around them."""
    open_: tuple[int, int] | None = None
    for n in changed:
        first, last = max(0, n - _CONTEXT), min(length, n + _CONTEXT + 1)
        if open_ and first <= open_[1]:
            open_ = (open_[0], last)
        else:
            if open_:
                yield open_
            open_ = (first, last)
    if open_:
        yield open_


def _shown(sign: str, line: str) -> str:
    if line.endswith("\n"):
        return sign + line
    return f"{sign}{line}\n\\ No newline at end of file\n"
