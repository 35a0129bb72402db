"""The few shapes that the pictures are made of; how they look is said in the style of the page."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from linter.report.batchreport.table import shown
from linter.report.harmless import width

WIDTH = 680
"""The width of every picture in CSS pixels: that of the text of a page A4."""
_CAPITAL, _SMALL = 7.6, 5.9
"""Pixels that a character takes at most, but for a few; what is wide on a terminal takes twice as much."""


def picture(name: str, height: float, title: str, about: str, shapes: Iterable[str]) -> Markup:
    """Return a picture that says in words what it is; *name* tells it apart on the page."""
    body = "\n".join(shapes)
    return Markup(
        f'<svg viewBox="0 0 {WIDTH} {_at(height)}" role="img" aria-labelledby="{name}-title {name}-about">\n'
        f'<title id="{name}-title">{escape(title)}</title>\n<desc id="{name}-about">{escape(about)}</desc>\n{body}\n</svg>'
    )


def rect(x: float, y: float, width: float, height: float, kind: str) -> str:
    """Return a box of a *kind*, which the style knows."""
    return f'<rect class="{kind}" x="{_at(x)}" y="{_at(y)}" width="{_at(width)}" height="{_at(height)}"/>'


def line(points: Iterable[tuple[float, float]], kind: str) -> str:
    """Return a line through points."""
    return f'<polyline class="{kind}" points="{" ".join(f"{_at(x)},{_at(y)}" for x, y in points)}"/>'


def dot(x: float, y: float, kind: str) -> str:
    """Return a point."""
    return f'<circle class="{kind}" cx="{_at(x)}" cy="{_at(y)}" r="2.5"/>'


def label(x: float, y: float, text: str, kind: str = "") -> str:
    """Return a *text*, with its foot at *y*."""
    shown = f' class="{kind}"' if kind else ""
    return f'<text{shown} x="{_at(x)}" y="{_at(y)}">{escape(text)}</text>'


def fitted(text: str, room: float) -> str:
    """Return a text of others as *room* pixels hold it, cut with … where it is longer."""
    text, used = shown(text), 0.0
    for place, char in enumerate(text):
        used += width(char) * (_CAPITAL if char.isupper() else _SMALL)
        if used > room:
            return f"{text[: max(0, place - 1)].rstrip()}…"
    return text


def _at(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
