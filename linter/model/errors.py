"""The one kind of error that is the user's to mend."""

from __future__ import annotations

from linter.model.said import Said


class UserError(Exception):
    """A job that could not be done, in one line: what to change and where; the commands exit 2 on it.

    ``path`` names the file, ``line`` and ``column`` (1-based) the place in it, ``hint`` what was probably meant.
    """

    def __init__(
        self,
        message: Said,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: Said | None = None,
    ) -> None:
        super().__init__(message.id)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    def said(self, lang: str) -> str:
        """Return the error in one line in *lang*: ``path:line:column: message (hint)``."""
        place = ":".join(str(p) for p in (self.path, self.line, self.column) if p is not None)
        text = f"{place}: {self.message.said(lang)}" if place else self.message.said(lang)
        return f"{text} ({self.hint.said(lang)})" if self.hint else text

    def __str__(self) -> str:
        return self.said("id")
