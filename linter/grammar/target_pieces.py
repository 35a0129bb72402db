"""The terminals of a target after their neighbours have had their say: which dash is a range, which slash a rate."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

_LIMITS = ("LOW", "HIGH", "ABOUT")
_ENDS = ("", "SEP", "CLOSE")


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A terminal of the target grammar and the characters it covers, in lower case."""

    type: str
    text: str


def settled(out: Sequence[Piece]) -> list[Piece]:
    """Return *out* with what its neighbours decide; each piece looks at a few beside it, so that the work is linear."""
    line = _Line(out)
    while line.at < len(out):
        line.take()
    return line.kept


class _Line:
    """One pass from left to right; ``counted`` is true where the present target has a number already."""

    def __init__(self, out: Sequence[Piece]) -> None:
        self.out = out
        self.at = 0
        self.kept: list[Piece] = []
        self.counted = False

    def take(self) -> None:
        """Keep, change or drop the piece at hand, and go on."""
        piece = self.out[self.at]
        rule = _RULES.get(piece.type)
        kind = rule(self) if rule else piece.type
        self.at += 1
        if kind:
            self.kept.append(Piece(kind, piece.text))
        self.counted = kind != "SEP" and (self.counted or kind == "NUM")

    def before(self) -> str:
        """Return the type of the piece kept last, "" where none is."""
        return self.kept[-1].type if self.kept else ""

    def after(self, n: int = 1) -> str:
        """Return the type of the *n*-th piece ahead, "" where none is."""
        return self.out[self.at + n].type if self.at + n < len(self.out) else ""


def _number(line: _Line) -> str:
    if line.before() == "MINUS":
        line.kept.pop()
        line.kept.append(Piece("NUM", "-" + line.out[line.at].text))
        return ""
    return "NUM"


def _minus(line: _Line) -> str:
    return "MINUS" if line.after() == "NUM" else ""


def _range(line: _Line) -> str:
    bound = line.after() == "NUM" or (line.after(), line.after(2)) == ("CUR", "NUM")
    return "TO" if bound and line.before() in {"NUM", "SCALE", "MARK"} else ""


def _unit(line: _Line) -> str:
    """Return MARK for the unit of the first bound of a range ("90% – 95%", "3 laporan s.d. 5 laporan"), X in "1 kali 24 jam"."""
    kind = line.out[line.at].type
    if line.out[line.at].text == "kali" and line.before() == line.after() == "NUM":
        return "X"
    to_number = line.after() == "TO" and (line.after(2) == "NUM" or (line.after(2), line.after(3)) == ("CUR", "NUM"))
    if to_number and line.before() in {"NUM", "SCALE"}:
        return "MARK"
    return "WORD" if kind == "RUPIAH" and line.before() == "ZERO" else kind


def _currency(line: _Line) -> str:
    return "" if line.before() == "TO" else "CUR"


def _times(line: _Line) -> str:
    if line.before() != "NUM":
        return ""
    return "X" if line.after() == "NUM" else "WORD"


def _scale(line: _Line) -> str:
    return "SCALE" if line.before() in {"NUM", "SCALE"} else "WORD"


def _ratio(line: _Line) -> str:
    return "PER" if line.before() == "NUM" and line.after() == "NUM" else ""


def _slash(line: _Line) -> str:
    """Return what a slash says: a part of a whole ("45/50 desa"), another target, or a rate ("kg/kapita")."""
    if line.after() == "NUM":
        return "OF" if line.before() == "NUM" else "SEP"
    if line.after() in {*_LIMITS, "CUR", "DATE", "MONTH", "INDEX"}:
        return "SEP"
    if line.after() == "GRADE":
        return "SEP" if line.before() == "GRADE" else ""
    return _rate(line)


def _rate(line: _Line) -> str:
    if line.after() in {*_ENDS, "DATE", "MONTH", "EVERY", "PER"}:
        return ""
    if line.counted:
        return "PER"
    if line.kept or line.after() not in {"WORD", "DURATION"} or line.out[line.at].type != "PER":
        return "WORD"
    line.at += 1  # "per kegiatan"
    line.kept.append(Piece("EVERY", f"per {line.out[line.at].text}"))
    return ""


def _index(line: _Line) -> str:
    """Return LABEL for the word behind which a grade follows: "nilai A", "nilai minimal BB"."""
    graded = line.after() == "GRADE" or (line.after() in _LIMITS and line.after(2) == "GRADE")
    return "LABEL" if graded else "INDEX"


def _about(line: _Line) -> str:
    return "" if line.after() in _LIMITS else "ABOUT"


_RULES: dict[str, Callable[[_Line], str]] = {
    "NUM": _number, "MINUS": _minus, "TO": _range, "PERCENT": _unit, "DURATION": _unit, "WORD": _unit, "RUPIAH": _unit,
    "CUR": _currency, "X": _times, "SCALE": _scale, "RATIO": _ratio, "SLASH": _slash, "PER": _rate, "INDEX": _index,
    "ABOUT": _about,
}  # fmt: skip
