"""Lines made of fragments that carry a role instead of a colour, and the ways to break text into them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from linter.report.harmless import harmless, width

Fragment = tuple[str, str]
"""Characters and their role: "" for plain text, else a name that a Paint knows."""
Line = tuple[Fragment, ...]
Paint = Callable[[str, str], str]
"""Takes characters and a role, returns them as they go to the terminal."""

BLANK: Line = ()
DEFAULT_WIDTH = 88


def plain(text: str, role: str) -> str:
    """Paint nothing: the Paint where there is no colour."""
    return text


def render(lines: Iterable[Line], paint: Paint = plain) -> str:
    """Return the lines as text, each with its line end and without blanks before it."""
    return "".join(_line(line, paint) + "\n" for line in lines)


def _line(line: Line, paint: Paint) -> str:
    end = len(line)
    while end and not line[end - 1][0].strip():
        end -= 1
    if not end:
        return ""
    last, role = line[end - 1]
    parts = (*line[: end - 1], (last.rstrip(), role))
    return "".join(paint(text, role) if role and text else text for text, role in parts)


def columns(line: Line) -> int:
    """Return the display width of a line."""
    return sum(width(text) for text, _ in line)


def indent(lines: Iterable[Line], by: int) -> tuple[Line, ...]:
    """Return the lines moved to the right."""
    return tuple(((" " * by, ""), *line) if line else line for line in lines)


def wrap(text: str, first: int, rest: int | None = None) -> list[str]:
    """Break *text*, made harmless, at its blanks: at most *first*, then *rest* columns a line; long words are cut."""
    room, rest = max(first, 1), max(rest if rest is not None else first, 1)
    lines, line = [], ""
    for word in map(harmless, text.split()):
        joined = f"{line} {word}" if line else word
        if width(joined) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
            room = rest
        while width(word) > room:
            head = _head(word, room)
            lines.append(head)
            word, room = word[len(head) :], rest
        line = word
    return [*lines, line] if line or not lines else lines


def _head(text: str, room: int) -> str:
    """Return as many of the first characters as fit, and one at least."""
    used = 0
    for index, char in enumerate(text):
        used += width(char)
        if used > room and index:
            return text[:index]
    return text


def clip(text: str, room: int) -> str:
    """Return *text* on one line, harmless, cut with … where it is wider than *room* columns."""
    flat = harmless(" ".join(text.split()))
    return flat if width(flat) <= room else _head(flat, max(room - 1, 1)).rstrip() + "…"


def paragraph(
    text: str, room: int, *, lead: str = "", lead_role: str = "", role: str = "", hang: int = 2
) -> list[Line]:
    """Return *text* wrapped to *room* columns after a *lead*; with a lead the next lines hang by *hang* columns."""
    inner = hang if lead else 0
    start = width(lead)
    chunks = wrap(text, room - start, room - inner)
    first: Line = ((lead, lead_role), (chunks[0], role)) if lead else ((chunks[0], role),)
    return [first, *(((" " * inner, ""), (chunk, role)) for chunk in chunks[1:])]


def table(header: Sequence[str], rows: Sequence[Sequence[str]], room: int, roles: Sequence[str] = ()) -> list[Line]:
    """Return rows under a header in aligned columns; the last column is wrapped into what is left of *room*.

    *roles* are the roles of the columns, as far as they are given.
    """
    cells = [[harmless(cell) for cell in row] for row in rows]
    count = len(header)
    widths = [max((width(line[c]) for line in (header, *cells)), default=0) for c in range(count - 1)]
    left = sum(widths) + 2 * (count - 1)
    last = max(room - left, 12)
    painted = [*roles, *("" for _ in range(count - len(roles)))]

    def line(row: Sequence[str], tail: str, kinds: Sequence[str]) -> Line:
        fixed = [(cell + " " * (w - width(cell) + 2), kind) for cell, w, kind in zip(row, widths, kinds, strict=False)]
        return (*fixed, (tail, kinds[-1]))

    lines = [line(header, header[-1], ["dim"] * count)]
    for row in cells:
        tails = wrap(row[-1], last)
        lines.append(line(row, tails[0], painted))
        lines.extend(((" " * left, ""), (tail, painted[-1])) for tail in tails[1:])
    return lines
