"""The one kind of error that is the user's to mend."""

from __future__ import annotations


class UserError(Exception):
    """A job that could not be done, in one line: what to change and where; the commands exit 2 on it.

    ``path`` names the file, ``line`` and ``column`` (1-based) the place in it, ``hint`` what was probably meant.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        place = ":".join(str(p) for p in (self.path, self.line, self.column) if p is not None)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.hint})" if self.hint else text
