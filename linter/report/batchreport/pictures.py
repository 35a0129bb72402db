"""The four pictures of the report; each draws numbers that stand in the table below it as well."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from linter.report.batchreport.drawn import Row
from linter.report.batchreport.figures import running, share
from linter.report.batchreport.numbers import Numbers
from linter.report.batchreport.svg import WIDTH, dot, fitted, label, line, picture, rect

_LABELS = 188
"""Where the names end and the drawing begins."""
_ROW = 19
STEPS = (0.1, 0.2, 0.4, 0.6, 0.8)
"""Where the next darker tone of the map begins; what is 0 has a tone of its own."""
_SMALLEST = 13
"""The least width of a bar that holds the letter of its class, and of one that holds the letter with its per cent."""
_WIDEST = 42


def stacked(
    rows: Sequence[Row], classes: Sequence[str], counted: str, title: str, about: str, numbers: Numbers
) -> Markup:
    """Return bars of 100% parted by classes; their letters and per cent stand in them, so that colour is not needed."""
    room = WIDTH - _LABELS - 56
    shapes, x = [], float(_LABELS)
    for n, name in enumerate(classes):
        shapes += [rect(x, 4, 12, 12, f"c{n}"), label(x + 17, 14, f"{name[:1].upper()} {name}")]
        x += 40 + 6.2 * len(name)
    shapes.append(label(WIDTH, 14, counted, "end quiet"))
    for n, row in enumerate(rows):
        y, x = 26 + n * _ROW, float(_LABELS)
        shapes.append(_name(row, y))
        for place, value in enumerate(row.values):
            width = value * room
            if width:
                shapes.append(rect(x, y, width, _ROW - 4, f"c{place}"))
            if width >= _SMALLEST:
                letter = classes[place][:1].upper()
                told = f"{letter} {numbers.share(value)}" if width >= _WIDEST else letter
                shapes.append(label(x + width / 2, y + 11.5, told, f"mid in t{place}"))
            x += width
        shapes.append(label(WIDTH, y + 11.5, numbers.whole(row.count), "end"))
    return picture("kelas", 28 + len(rows) * _ROW, title, about, shapes)


def heat(rows: Sequence[Row], codes: Sequence[str], title: str, about: str, numbers: Numbers) -> Markup:
    """Return a map of shares (0–1): a row for each unit, a column for each code; light on dark where it is dark."""
    each = min(60.0, (WIDTH - _LABELS) / max(1, len(codes)))
    shapes = [label(_LABELS + (n + 0.5) * each, 12, fitted(code, each), "mid") for n, code in enumerate(codes)]
    for n, row in enumerate(rows):
        y = 18 + n * _ROW
        shapes.append(_name(row, y))
        for place, value in enumerate(row.values):
            tone = _tone(value)
            x = _LABELS + place * each
            shapes.append(rect(x, y, each - 1, _ROW - 1, f"h{tone}"))
            shapes.append(
                label(x + (each - 1) / 2, y + 13, numbers.share(value), "mid in light" if tone > 4 else "mid in")
            )
    return picture("peta", 20 + len(rows) * _ROW, title, about, shapes)


def pareto(rows: Sequence[Row], counted: str, cumulative: str, title: str, about: str, numbers: Numbers) -> Markup:
    """Return a bar for each rule and, beside them, the line of what they make up together; each row has one value."""
    start, end, begin, last = _LABELS + 22, 430, 496, 640
    most = max((row.values[0] for row in rows), default=0)
    height = 26 + len(rows) * _ROW
    shapes = [label(start, 14, counted, "quiet"), label(begin, 14, cumulative, "quiet")]
    for tick in (0.0, 0.5, 1.0):
        x = begin + tick * (last - begin)
        shapes.append(line([(x, 22), (x, height)], "grid"))
        shapes.append(label(x, height + 13, numbers.share(tick), "mid quiet"))
    points = []
    for n, (row, so_far) in enumerate(zip(rows, running([int(row.values[0]) for row in rows]), strict=True)):
        y = 24 + n * _ROW
        width = share(row.values[0], most) * (end - start)
        shapes.append(label(0, y + 11.5, fitted(row.name, start - 4), "strong" if row.whole else ""))
        shapes.append(rect(start, y, max(width, 0.5), _ROW - 4, "rest" if row.whole else "bar"))
        shapes.append(label(start + width + 5, y + 11.5, numbers.whole(row.values[0])))
        points.append((begin + so_far * (last - begin), y + 7.5))
        shapes.append(label(WIDTH, y + 11.5, numbers.share(so_far), "end"))
    shapes += [line(points, "line"), *(dot(x, y, "dot") for x, y in points)]
    return picture("aturan", height + 18, title, about, shapes)


def histogram(bins: Sequence[int], title: str, about: str, numbers: Numbers) -> Markup:
    """Return a bar for each bin of an index from 0 to 100, with its count above it."""
    foot, top, most = 190.0, 20.0, max(bins, default=0)
    each = WIDTH / max(1, len(bins))
    shapes = []
    for n, count in enumerate(bins):
        height = share(count, most) * (foot - top)
        if count:
            shapes.append(rect(n * each + 1, foot - height, each - 2, height, "bar"))
            shapes.append(label((n + 0.5) * each, foot - height - 4, numbers.whole(count), "mid"))
    shapes.append(line([(0, foot), (WIDTH, foot)], "axis"))
    for tick in range(0, 101, 10):
        side = "" if tick == 0 else "end" if tick == 100 else "mid"
        shapes.append(label(tick / 100 * WIDTH, foot + 15, str(tick), f"{side} quiet".strip()))
    return picture("indeks", foot + 20, title, about, shapes)


def _name(row: Row, y: float) -> str:
    return label(0, y + 11.5, fitted(row.name, _LABELS - 4), "strong" if row.whole else "")


def _tone(value: float) -> int:
    """Return 0 for nothing, then 1 to 6 the darker the greater."""
    return 1 + sum(value >= step for step in STEPS) if value else 0
