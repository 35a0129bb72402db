"""Where a text stands in the file that it was read from, for those who point at it or change it in place."""

from __future__ import annotations

import msgspec


class Origin(msgspec.Struct, frozen=True, gc=False):
    """Where the first character of a text stands in its source file: physical line and column, 1-based, code points.

    ``exact`` says that the characters of the text stand there one to one, so that an offset may be added to the column
    and an edit made in place; it is false where the source spells some of them in another way (escapes, doubled quotes),
    and where the text runs over several lines. Line ends that close a text (a YAML block) do not count.
    ``bytes_before`` counts the UTF-8 bytes before the text on its line, None where they were not counted. ``below`` is
    the column at which the further lines of a text begin that has each of its lines, one to one, on a line of the
    source; ``last`` is the last line of another text that runs over several.
    """

    line: int
    column: int
    exact: bool = True
    bytes_before: int | None = None
    below: int | None = None
    last: int | None = None
