"""The colours of the roles on a terminal; rich is imported only when colour is wanted."""

from __future__ import annotations

from linter.report.layout import Paint, plain

STYLES = {
    "strong": "bold",
    "dim": "dim",
    "ok": "green",
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold blue",
    "verb": "bold magenta",
    "object": "cyan",
    "subject": "blue",
    "qualifier": "green",
    "unplaced": "dim",
    "note": "bold yellow",
    "better": "green",
}
"""Role → rich style, in the sixteen colours that a terminal's own theme defines."""


def painter(colour: bool) -> Paint:
    """Return a Paint with ANSI colours, or one that leaves everything plain."""
    if not colour:
        return plain
    from rich.color import ColorSystem
    from rich.style import Style

    styles = {role: Style.parse(style) for role, style in STYLES.items()}

    def paint(text: str, role: str) -> str:
        style = styles.get(role)
        return style.render(text, color_system=ColorSystem.STANDARD) if style else text

    return paint
