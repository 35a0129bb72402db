"""Marks a plain text: the notes on a line stand below it as comments."""

from __future__ import annotations

from linter.documents.marked.copy import Copy
from linter.documents.marked.texts import LINE_SEAL, about_all, as_comments, copied, end_of, grouped, text_lines
from linter.io.ours import NOTE_MARK
from linter.model.reviewed import Marking


def mark_text(data: bytes, path: str, marking: Marking) -> Copy:
    """Return a copy of a text with its notes as comment lines; those of an earlier marking are left out.

    ``at`` of a remark names its line in *data*; what stands on no line of it comes at the end. Raises UserError where
    *data* is no text that is read.
    """
    lines = text_lines(data, path)
    remarks = grouped(marking.remarks, lambda at: at.get("line"))
    default = end_of(lines[0]) if lines else "\n"
    pieces: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.startswith(NOTE_MARK):
            end = end_of(line, default)
            pieces += (line.rstrip("\r\n"), end)
            pieces += as_comments(remarks.pop(number, ()), "", end)
    left = (remark for group in remarks.values() for remark in group)
    pieces += as_comments(left, "", default)
    pieces += (f"{NOTE_MARK}{line}{default}" for line in about_all(marking.listing))
    return copied("".join(pieces), LINE_SEAL, data, path, ".txt")
