"""From the words of a target to the terminals of its grammar: amounts come apart, dates and frequencies stay whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from linter.grammar.target_pieces import Piece, settled
from linter.grammar.target_words import TargetWords
from linter.grammar.terminals import MAX_WORDS
from linter.language.moments import ROMAN
from linter.language.numbers import A_PERIOD, DURATIONS, frequency_at
from linter.language.numerals import SCALES, number, numeral
from linter.language.tagger import Tagger
from linter.language.times import EVERY, PART_OF, time_length
from linter.model import Word

_PIECE = re.compile(r"\d+(?:[:/-]\d+){2,}|\d+(?:[.,]\d+)*|x(?=\d)|[^\W\d_]+(?:[-.][^\W\d_]+)*\d?|[^\w\s]")
_ITEM = re.compile(r"\s*(?:\d{1,2}|[A-Za-z])[.)]\s+(?=\d)")
_SIGNED = re.compile(r"-\d+(?:[.,]\d+)*\Z")
_BREAK = {"SEP", "OPEN", "LABEL", "INDEX", "LOW", "HIGH", "ABOUT", "NUM", "PERCENT", "SCALE", "SLASH"}
"""Terminals behind which a named grade may stand."""
_COUNTS = {"NUM", "PERCENT", "DURATION", "SCALE", "WORD", "RUPIAH", "CLOSE"}
"""Terminals with which an amount may end."""
_CHARACTERS = 8_000
_REST = Piece("REST", "")
_DEEP = 4
"""Brackets within brackets that are read."""


def pieces(text: str, tagger: Tagger, vocabulary: TargetWords) -> list[Piece]:
    """Return the terminals of *text*, at most ``MAX_WORDS`` of at most ``_CHARACTERS``.

    What stands behind them is one REST, which the grammar cannot place: the reader tells that it did not read it.
    """
    text = text.strip()
    _, words = tagger.words(text[_item_length(text) : _CHARACTERS], listed=False)
    found = _Pieces(words, tagger, vocabulary, MAX_WORDS).run()
    if len(text) > _CHARACTERS and found[-1:] != [_REST]:
        found.append(_REST)
    return settled(found)


def _item_length(text: str) -> int:
    """Return how many characters of *text* are a list number in front of a figure: "1. 12 laporan"."""
    found = _ITEM.match(text)
    return found.end() if found else 0


class _Pieces:
    """One pass over the words of a target; at most *room* terminals come of it."""

    def __init__(
        self, words: Sequence[Word], tagger: Tagger, vocabulary: TargetWords, room: int, deep: int = 0
    ) -> None:
        self.words = words[: MAX_WORDS + 1]
        self.tagger = tagger
        self.vocabulary = vocabulary
        self.room = room
        self.deep = deep
        self.out: list[Piece] = []
        self.between = False

    def run(self) -> list[Piece]:
        i = 0
        while i < len(self.words) and len(self.out) <= self.room:
            i += self._grade(i) or self._listed(i) or self._word(i)
        if len(self.out) > self.room or i < len(self.words):
            self.out[self.room :] = [_REST]
        return self.out

    def _emit(self, kind: str, text: str) -> int:
        self.out.append(Piece(kind, text))
        return 1

    def _last(self) -> str:
        return self.out[-1].type if self.out else ""

    # -- listed words

    def _grade_at(self, i: int) -> int:
        """Return how many words at *i* are a named grade behind which nothing more is said of it; 0 where none begins."""
        words, longest = self.words, self.vocabulary.longest
        end = next((n for n in range(i, min(len(words), i + longest + 1)) if words[n].tag in _ENDS), len(words))
        named = end - i <= longest and " ".join(w.lower for w in words[i:end]) in self.vocabulary.grades
        return end - i if named else 0

    def _grade(self, i: int) -> int:
        if self.out and self._last() not in _BREAK:
            return 0
        length = self._grade_at(i)
        if length:
            self._emit("GRADE", " ".join(w.lower for w in self.words[i : i + length]))
        return length

    def _listed(self, i: int) -> int:
        """Emit the longest entry of the word list that begins at *i*; return how many words it takes."""
        for length in range(min(self.vocabulary.longest, len(self.words) - i), 0, -1):
            said = " ".join(w.lower for w in self.words[i : i + length])
            for kind, places in self.vocabulary.words.get(said, ()):
                if kind == "LABEL" and self._last() == "WORD":
                    continue
                if places and not any(_PLACES[p](self, i + length) for p in places):
                    continue
                return self._meant(kind, said, i, length)
        return 0

    def _meant(self, kind: str, said: str, i: int, length: int) -> int:
        following = self.words[i + length] if i + length < len(self.words) else None
        if kind == "BETWEEN":
            self.between = True
        elif said == "-" and following and self.words[i].end == following.start and self._last() not in _COUNTS:
            self._emit("MINUS", said)  # "-5 %"; with a space it is a bullet
        elif kind != "DROP":
            self._emit(kind, said)
        return length

    def _before_amount(self, i: int) -> bool:
        if i < len(self.words) and self.words[i].lower in {"≥", "≤", ">", "<", "-", "antara", "rp"}:
            i += 1
        return i < len(self.words) and self.words[i].tag in {"QTY", "NUM"} and self.words[i].lower not in ROMAN

    def _before_grade(self, i: int) -> bool:
        label = i < len(self.words) and any(k == "LABEL" for k, _ in self.vocabulary.words.get(self.words[i].lower, ()))
        return label or bool(self._grade_at(i))

    def _before_time(self, i: int) -> bool:
        return i < len(self.words) and self.words[i].tag == "TIME"

    def _before_period(self, i: int) -> bool:
        return i < len(self.words) and self.words[i].lower in A_PERIOD and self._behind(i)

    def _more(self, i: int) -> bool:
        return i < len(self.words)

    def _behind(self, i: int) -> bool:
        return self._last() in _COUNTS and any(p.type == "NUM" for p in self.out[-4:])

    # -- words by their tag

    def _word(self, i: int) -> int:
        word, after = self.words[i], self.words[i + 1] if i + 1 < len(self.words) else None
        if word.tag not in {"QTY", "NUM", "PAREN"} and self._timed(word):
            return self._time(word, after)
        handler = _BY_TAG.get(word.tag)
        if handler is not None:
            return handler(self, word, after)
        if word.lower.startswith("per ") and word.tag == "ADV":  # per orang
            self._emit("PER", "per")
            return self._emit("WORD", word.lower.partition(" ")[2])
        return self._emit("DURATION" if word.lower in DURATIONS else "WORD", word.lower)

    def _timed(self, word: Word) -> bool:
        """Tell whether *word* is a time, also one that statements take for something else: "per hari", "akhir tahun"."""
        tokens = word.lower.split()
        part = tokens[0] in PART_OF and "time" in word.reading.features
        return word.tag == "TIME" or part or (len(tokens) > 1 and time_length(tokens, 0) == len(tokens))

    def _time(self, word: Word, after: Word | None) -> int:
        first = word.lower.split()[0]
        if first in EVERY:
            return self._emit("EVERY", word.lower)
        return self._emit("MONTH" if first == word.lower and first.isalpha() else "DATE", word.lower)

    def _amount(self, word: Word, after: Word | None) -> int:
        """Take a quantity apart: "90–95 %", "Rp 1,5 juta", "3 (tiga) hari", "2 kali sebulan"."""
        tokens = word.lower.split()
        if word.lower in ROMAN:
            listed = self._last() == "DATE"  # "TW I, II dan III"
            return 1 if listed else self._emit("ROMAN", word.lower)
        often = frequency_at(tokens, 0)
        if often is not None:
            self.out += [Piece("NUM", often.times), Piece("WORD", "kali"), Piece("EVERY", f"setiap {often.period}")]
            return 1
        if word.lower in A_PERIOD:
            if self._last() in {"WORD", "DURATION", "PERCENT", "RUPIAH"}:
                return self._emit("EVERY", f"setiap {A_PERIOD[word.lower]}")  # "12 laporan setahun"
            self._emit("NUM", "satu")
            return self._emit("DURATION", A_PERIOD[word.lower])
        at = 0
        while at < len(tokens) and len(self.out) <= self.room:
            at += self._figure(tokens, at)
        return 1

    def _figure(self, tokens: Sequence[str], at: int) -> int:
        """Emit what the token at *at* of a quantity is; return how many tokens it takes."""
        spelled, _ = numeral(tokens, at)
        if spelled:
            self._emit("NUM", " ".join(tokens[at : at + spelled]))
            return spelled
        if tokens[at] == "(":  # the number once more
            return tokens[at:].index(")") + 1
        two = " ".join(tokens[at : at + 2])
        if at + 1 < len(tokens) and two in self.vocabulary.words:
            return 1 + self._emit(self.vocabulary.words[two][0][0], two)
        for found in [tokens[at]] if tokens[at] in self.vocabulary.words else _PIECE.findall(tokens[at]):
            listed = [kind for kind, _ in self.vocabulary.words.get(found, ()) if kind != "INDEX"]
            if number(found) is not None:
                self._emit("NUM", found)
            elif listed or found in {"/", ":"}:
                self._emit(listed[0] if listed else "SLASH" if found == "/" else "RATIO", found)
            elif found[0].isalnum():
                self._emit("SCALE" if found in SCALES else "DURATION" if found in DURATIONS else "WORD", found)
        return 1

    def _bracket(self, word: Word, after: Word | None) -> int:
        inside = word.text[1:-1] if word.text.endswith(")") else word.text[1:]
        if self.deep >= _DEEP:
            return self._emit(_REST.type, _REST.text)
        _, words = self.tagger.words(inside, listed=False)
        inner = _Pieces(words, self.tagger, self.vocabulary, self.room - len(self.out), self.deep + 1).run()
        said = next((p for p in reversed(self.out) if p.type == "NUM"), None)
        once_more = inner and said and inner[0].type == "NUM" and number(inner[0].text) == number(said.text)
        nouns = len(words) == len(inner) and all(w.is_noun for w in words)
        unit = inner and nouns and all(p.type in {"WORD", "DURATION"} for p in inner)
        if len(self.words) == 1:  # "(100%)"
            self.out += inner
            return 1
        if once_more and not inner[0].text[0].isdecimal():  # "100% (seratus persen)", "5 (lima hari)"
            self.out += inner[1:] if self._last() == "NUM" else []
            return 1
        if unit and self._last() == "NUM":  # "12 (bulan)"
            self.out += inner
            return 1
        self._emit("OPEN", "(")
        self.out.extend(inner)
        return self._emit("CLOSE", ")")

    def _limit(self, word: Word, after: Word | None) -> int:
        features = word.reading.features
        return self._emit("LOW" if "min" in features else "HIGH" if "max" in features else "ABOUT", word.lower)

    def _joint(self, word: Word, after: Word | None) -> int:
        """Read a comma, "dan" or a slash: before an amount it begins another target, between words it says nothing."""
        if after is None or after.lower in ROMAN or (word.lower == "+" and not self.out):
            return 1
        if word.tag == "SLASH" and (after.tag in {"NUM", "QTY"} or self._last() not in {"NUM", ""}):
            return self._emit("SLASH", "/")
        limits = any(kind in {"LOW", "HIGH"} for kind, _ in self.vocabulary.words.get(after.lower, ()))
        if limits or after.tag in {"QTY", "NUM", "LIM", "TIME"}:
            kind = "TO" if self.between and word.tag == "CONJ" else "SEP"
            self.between = False
            return self._emit(kind, word.lower)
        return self._emit("WORD", word.lower) if word.tag == "CONJ" else 1

    def _separator(self, word: Word, after: Word | None) -> int:
        return self._emit("SEP", word.lower) if after else 1

    def _mark(self, word: Word, after: Word | None) -> int:
        if word.lower == ":":
            return self._emit("RATIO", ":")
        return self._emit("NUM", word.lower) if _SIGNED.match(word.lower) else 1

    def _nothing(self, word: Word, after: Word | None) -> int:
        return self._emit("NEGADA", word.lower)


_BY_TAG: dict[str, Callable[[_Pieces, Word, Word | None], int]] = {
    "QTY": _Pieces._amount, "NUM": _Pieces._amount, "PAREN": _Pieces._bracket, "LIM": _Pieces._limit,
    "COMMA": _Pieces._joint, "CONJ": _Pieces._joint, "SLASH": _Pieces._joint, "SEP": _Pieces._separator,
    "PUNCT": _Pieces._mark, "STOP": _Pieces._mark, "COLON": _Pieces._mark, "LP": _Pieces._mark, "RP": _Pieces._mark,
    "NEG_ADA": _Pieces._nothing,
}  # fmt: skip
_PLACES: dict[str, Callable[[_Pieces, int], bool]] = {
    "amount": _Pieces._before_amount, "grade": _Pieces._before_grade, "time": _Pieces._before_time,
    "period": _Pieces._before_period, "begins": _Pieces._more, "behind": _Pieces._behind,
}  # fmt: skip
_ENDS = ("PAREN", "SEP", "COMMA", "STOP", "PUNCT", "SLASH")
