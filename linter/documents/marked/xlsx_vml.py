"""The boxes of comments, in the drawings that Excel keeps for them (VML).

Those are often no well-formed XML, and may hold buttons and fields of the user, so boxes are cut out of the text and put
into it, and nothing else is touched.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import msgspec

NEW = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%d"/>'
    b"</o:shapelayout></xml>"
)
_TYPE = (
    '<v:shapetype{0} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape{0} id="_x0000_s{1}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
    'width:{2}pt;height:{3}pt;z-index:{4};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{5}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{6}</x:Row><x:Column>{7}</x:Column></x:ClientData></v:shape>"
)
_SPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_NOTE = re.compile(rb"""ObjectType=["']Note["']""")
_ROW, _COLUMN = re.compile(rb"Row>\s*([0-9]+)\s*<"), re.compile(rb"Column>\s*([0-9]+)\s*<")
_ID = re.compile(rb"_x0000_s([0-9]{1,9})\b")
_BLOCK = re.compile(rb"""idmap\b[^<>]*?\bdata=["']([0-9]{1,6})""")
_LAST_TAG = re.compile(rb"</[\w.:-]+\s*>\s*\Z")
_OPEN, _CLOSE = b"<v:shape", b"</v:shape>"


class Box(msgspec.Struct, frozen=True):
    """The box of a comment: its cell (0-based), its size in points, and the eight numbers that anchor it."""

    row: int
    column: int
    width: int
    height: int
    anchor: tuple[int, ...]


def without_boxes(drawing: bytes, cells: Collection[tuple[int, int]]) -> bytes:
    """Return *drawing* without the boxes of the comments at *cells* (row and column, 0-based)."""
    kept, done = list[bytes](), 0
    for begin, end in _shapes(drawing) if cells else ():
        shape = drawing[begin:end]
        row, column = _ROW.search(shape), _COLUMN.search(shape)
        if _NOTE.search(shape) and row and column and (int(row[1]), int(column[1])) in cells:
            kept.append(drawing[done:begin])
            done = end
    return b"".join((*kept, drawing[done:]))


def with_boxes(drawing: bytes, boxes: Collection[Box]) -> bytes | None:
    """Return *drawing* with *boxes* at its end; None where it does not end as such a drawing does."""
    last = _LAST_TAG.search(drawing, max(0, len(drawing) - 200))
    if last is None:
        return None
    head = drawing[:4096].decode("latin-1")
    spaces = "".join(f' xmlns:{name}="{uri}"' for name, uri in _SPACES.items() if f'xmlns:{name}="{uri}"' not in head)
    made = [] if b'"_x0000_t202"' in drawing else [_TYPE.format(spaces)]
    block = _BLOCK.search(drawing)
    used = [int(found) for found in _ID.findall(drawing)]
    first = max([1024 * int(block[1]) if block else 1024, *used]) + 1
    for n, box in enumerate(boxes):
        anchor = ", ".join(map(str, box.anchor))
        made.append(_SHAPE.format(spaces, first + n, box.width, box.height, n + 1, anchor, box.row, box.column))
    return drawing[: last.start()] + "".join(made).encode() + drawing[last.start() :]


def is_empty(drawing: bytes) -> bool:
    """Tell whether *drawing* shows nothing any more."""
    return b"ClientData" not in drawing and not any(_shapes(drawing))


def block_after(drawings: Collection[bytes]) -> int:
    """Return the number of the block of ids that a new drawing may use beside *drawings*."""
    return max((int(found) for drawing in drawings for found in _BLOCK.findall(drawing)), default=0) + 1


def _shapes(drawing: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each shape begins and ends."""
    done = 0
    while (begin := drawing.find(_OPEN, done)) >= 0:
        closing = drawing.find(b">", begin)
        if drawing[begin + len(_OPEN) : begin + len(_OPEN) + 1].isalnum() or closing < 0:  # a shapetype
            done = begin + len(_OPEN)
            continue
        empty = drawing[closing - 1 : closing] == b"/"
        end = closing + 1 if empty else drawing.find(_CLOSE, closing) + len(_CLOSE)
        if end < closing:
            return
        yield begin, end
        done = end
