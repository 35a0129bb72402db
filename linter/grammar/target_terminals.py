"""From the words of a target to the terminals of its grammar: amounts come apart, dates and frequencies stay whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from linter.language.moments import ROMAN
from linter.language.numbers import DURATIONS, SCALES, WORDS
from linter.language.tagger import Tagger
from linter.model import Word

_PIECE = re.compile(
    r"\d+(?:[.,:]\d+)*|s\.?/?d\.?(?=\s|\d)|sampai(?:\sdengan)?|hingga|[^\W\d_]+(?:-[^\W\d_]+)*\d?|[^\w\s]",
    re.IGNORECASE,
)
_MARKS = {
    "%": "PERCENT", "persen": "PERCENT", "persentase": "PERCENT", "prosentase": "PERCENT", "≥": "LOW", ">": "LOW", "≤": "HIGH",
    "<": "HIGH", "±": "ABOUT", "rp": "CUR", "idr": "CUR", "rupiah": "RUPIAH", "per": "PER", "dari": "OF", "x": "X", "–": "TO",
    "-": "TO", "hingga": "TO", "sampai": "TO", "sampai dengan": "TO",
}  # fmt: skip
_UNTIL = re.compile(r"s\.?/?d\.?\Z")
_OPENERS = {
    "setelah": "SINCE", "sesudah": "SINCE", "sejak": "SINCE", "semenjak": "SINCE", "terhitung": "SINCE", "pasca": "SINCE",
    "sebelum": "BEFORE",
}  # fmt: skip
_INDEX = {"indeks", "index", "nilai", "skor", "skala", "poin", "point", "level", "tingkat"}
_LABEL = {"predikat", "kategori"}
_ZERO = {"nihil", "nol", "zero"}
_EVERY = ("setiap", "tiap", "per")
_LIMITS = {"minimal": "LOW", "minimum": "LOW", "maksimal": "HIGH", "maksimum": "HIGH", "sekitar": "ABOUT", "sebesar": "ABOUT",
           "sebanyak": "ABOUT", "menjadi": "ABOUT"}  # fmt: skip
_SPELLED = {"belas", "puluh", "ratus", "ribu"}
_BREAK = {"SEP", "OPEN", "LABEL"}


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A terminal of the target grammar and the characters it covers, in lower case."""

    type: str
    text: str


def pieces(text: str, tagger: Tagger, grades: frozenset[str]) -> list[Piece]:
    """Return the terminals of *text*; *grades* are the named grades (lower case) that may stand alone."""
    _, words = tagger.words(text, listed=False)
    return _Pieces(words, tagger, grades).run()


class _Pieces:
    """One pass over the words of a target."""

    def __init__(self, words: Sequence[Word], tagger: Tagger, grades: frozenset[str]) -> None:
        self.words = words
        self.tagger = tagger
        self.grades = grades
        self.out: list[Piece] = []

    def run(self) -> list[Piece]:
        i = 0
        while i < len(self.words):
            i += self._grade(i) or self._word(self.words[i], self.words[i + 1 : i + 2])
        return _settled(self.out)

    def _emit(self, kind: str, text: str) -> int:
        self.out.append(Piece(kind, text))
        return 1

    def _grade(self, i: int) -> int:
        """Emit the grade that begins at *i* and is all that is said; return how many words it takes."""
        if self.out and self.out[-1].type not in _BREAK:
            return 0
        end = i
        while end < len(self.words) and self.words[end].tag not in ("PAREN", "SEP", "COMMA", "STOP", "PUNCT"):
            end += 1
        said = " ".join(w.lower for w in self.words[i:end])
        if not said or said not in self.grades:
            return 0
        self._emit("GRADE", said)
        return end - i

    def _word(self, word: Word, after: Sequence[Word]) -> int:
        handler = _BY_TAG.get(word.tag)
        if handler is not None:
            return handler(self, word, after)
        if word.lower in _ZERO:
            return self._emit("ZERO", word.lower)
        if word.lower in _LABEL and not (self.out and self.out[-1].type in ("NUM", "WORD")):
            return self._emit("LABEL", word.lower)
        if word.lower in _LIMITS and after:
            return self._emit(_LIMITS[word.lower], word.lower)
        if word.lower in _INDEX:
            return self._emit("INDEX", word.lower)
        kind = _OPENERS.get(word.lower) or _MARKS.get(word.lower) or ("DURATION" if word.lower in DURATIONS else "WORD")
        return self._emit(kind, word.lower)

    def _amount(self, word: Word, after: Sequence[Word]) -> int:
        """Take a quantity apart: "90–95 %", "Rp 1,5 juta", "2 kali per bulan"."""
        if word.lower in ROMAN:
            listed = self.out and self.out[-1].type == "DATE"  # "TW I, II dan III"
            return 1 if listed else self._emit("ROMAN", word.lower)
        if word.lower in _ZERO:
            return self._emit("ZERO", word.lower)
        for found in _PIECE.findall(word.lower):
            if found[0].isdecimal() or found in WORDS:
                kind = "NUM"
            elif _UNTIL.match(found):
                kind = "TO"
            else:
                kind = _MARKS.get(found) or (
                    "SCALE" if found in SCALES else "DURATION" if found in DURATIONS else "WORD"
                )
            if kind == "WORD" and not found[0].isalpha():
                kind = "PER" if found == "/" else ""
            if kind:
                self._emit(kind, found)
        return 1

    def _bracket(self, word: Word, after: Sequence[Word]) -> int:
        inside = word.text[1:-1] if word.text.endswith(")") else word.text[1:]
        inner = pieces(inside, self.tagger, self.grades)
        if self.out and self.out[-1].type == "NUM" and _spelled(inner):
            return 1  # "12 (dua belas) dokumen": the number once more, in letters
        self._emit("OPEN", "(")
        self.out.extend(inner)
        return self._emit("CLOSE", ")")

    def _time(self, word: Word, after: Sequence[Word]) -> int:
        alone = len(word.lower.split()) == 1 and word.lower.isalpha()
        return self._emit(
            "EVERY" if word.lower.startswith(_EVERY) else "MONTH" if alone else "DATE",
            word.lower,
        )

    def _limit(self, word: Word, after: Sequence[Word]) -> int:
        features = word.reading.features
        return self._emit("LOW" if "min" in features else "HIGH" if "max" in features else "ABOUT", word.lower)

    def _joint(self, word: Word, after: Sequence[Word]) -> int:
        """Read a comma, "dan" or a slash: before an amount it begins another target, between words it says nothing."""
        following = after[0] if after else None
        if following is None or following.lower in ROMAN:
            return 1
        if following.tag in ("QTY", "NUM", "LIM", "TIME"):
            return self._emit("SEP", word.lower)
        if word.tag == "SLASH":
            return self._emit("PER", "/")
        return self._emit("WORD", word.lower) if word.tag == "CONJ" else 1

    def _separator(self, word: Word, after: Sequence[Word]) -> int:
        return self._emit("SEP", word.lower) if after else 1

    def _mark(self, word: Word, after: Sequence[Word]) -> int:
        kind = _MARKS.get(word.lower)
        return self._emit(kind, word.lower) if kind else 1

    def _nothing(self, word: Word, after: Sequence[Word]) -> int:
        return self._emit("ZERO" if word.lower in _ZERO else "NEGADA", word.lower)


_BY_TAG: dict[str, Callable[[_Pieces, Word, Sequence[Word]], int]] = {
    "QTY": _Pieces._amount, "NUM": _Pieces._amount, "PAREN": _Pieces._bracket, "TIME": _Pieces._time, "LIM": _Pieces._limit,
    "COMMA": _Pieces._joint, "CONJ": _Pieces._joint, "SLASH": _Pieces._joint, "SEP": _Pieces._separator,
    "PUNCT": _Pieces._mark, "STOP": _Pieces._mark, "COLON": _Pieces._mark, "LP": _Pieces._mark, "RP": _Pieces._mark,
    "NEG_ADA": _Pieces._nothing,
}  # fmt: skip


def _spelled(inner: Sequence[Piece]) -> bool:
    said = " ".join(p.text for p in inner).split()
    return bool(said) and all(w in WORDS or w in _SPELLED or w in SCALES for w in said)


def _settled(out: list[Piece]) -> list[Piece]:
    """Return *out* with what its neighbours decide: a range needs two numbers, x too; a unit before a range is a mark."""
    kept: list[Piece] = []
    for n, piece in enumerate(out):
        before = out[n - 1].type if n else ""
        after = out[n + 1].type if n + 1 < len(out) else ""
        if piece.type in ("TO", "X"):
            if after != "NUM" or before not in ("NUM", "PERCENT", "DURATION", "SCALE"):
                continue
        elif (
            piece.type in ("PERCENT", "DURATION") and after == "TO" and out[n + 2 : n + 3] and out[n + 2].type == "NUM"
        ):
            piece = Piece("MARK", piece.text)
        elif piece.type == "PER" and before in ("", "PER", "WORD", "SEP") and not any(p.type == "NUM" for p in out[:n]):
            piece = Piece("EVERY" if piece.text == "per" and not kept else "WORD", piece.text)
        elif piece.type == "PER" and after in ("", "SEP", "CLOSE"):
            continue
        elif (piece.type == "SCALE" and before not in ("NUM", "SCALE")) or (
            piece.type == "RUPIAH" and before == "ZERO"
        ):
            piece = Piece("WORD", piece.text)
        kept.append(piece)
    return kept
