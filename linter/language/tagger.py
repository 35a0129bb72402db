"""From a text to its tagged words: clean, tokenize, look up, merge terms, quantities, times and parentheses."""

from __future__ import annotations

from linter.language.clean import Clean, clean
from linter.language.lexicon import Lexicon
from linter.language.morphology import Morphology
from linter.language.numbers import A_PERIOD, BEGINS_TIME, WORDS, is_current, quantity_length, time_length
from linter.language.tokenizer import ChunkTokenizer, Token
from linter.model import Reading, Word

_LONGEST = 60
"""Tokens that a parenthesis may hold; a bracket whose partner is farther away is a stray one."""

_FRAGMENTS = frozenset({"me", "mem", "men", "meng", "meny", "ter", "ber", "pe", "pem", "pen", "peng", "peny"})
"""Prefixes that stand alone only where something was cut in two."""
_BEGINS_MORE = BEGINS_TIME | _FRAGMENTS | frozenset(WORDS) | A_PERIOD | {"rp", "di"}
"""Forms with which an amount, a time or a word in two pieces may begin."""
_LIMIT = 100_000
_PUNCTUATION = {
    ",": "COMMA", ";": "SEP", "/": "SLASH", "&": "CONJ", "+": "CONJ", "(": "LP", ")": "RP", ":": "COLON", ".": "STOP",
}  # fmt: skip


class Tagger:
    """Words of texts under a lexicon; its memory is bounded and depends on nothing but the forms seen."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.morphology = Morphology(lexicon)
        self._tokens = ChunkTokenizer()
        self._alone: dict[str, Reading] = {}
        """Forms that are a word by themselves, unless one of their ``_seconds`` makes a longer term of them."""
        self._seconds = {
            first: frozenset(p[1] for p, _ in terms if len(p) > 1) for first, terms in lexicon.terms.items()
        }
        self._marks = {mark: Reading(mark, tag, mark, rule="mark") for mark, tag in _PUNCTUATION.items()}

    def words(self, text: str, *, listed: bool = True) -> tuple[Clean, tuple[Word, ...]]:
        """Return the cleaned *text* and its words, whose offsets are code points of the raw *text*.

        A list number in front is left out, unless *listed* is false.
        """
        ready = clean(text, self._is_word, listed=listed)
        tokens = self._tokens(ready.text)
        lowers = [token.lower() for token, _ in tokens]
        words: list[Word] = []
        i = 0
        while i < len(tokens):
            alone = self._alone.get(lowers[i])
            if alone is None or self._may_be_longer(lowers, i):
                length, reading = self._at(lowers, i)
            else:
                length, reading = 1, alone
            words.append(self._word(ready, text, tokens, i, length, reading))
            i += length
        return ready, tuple(words)

    def _may_be_longer(self, lowers: list[str], i: int) -> bool:
        seconds = self._seconds.get(lowers[i])
        return seconds is not None and i + 1 < len(lowers) and lowers[i + 1] in seconds

    def _is_word(self, form: str) -> bool:
        return len(form) > 2 and self.morphology.known(form)

    def _at(self, lowers: list[str], i: int) -> tuple[int, Reading]:
        """Return how many tokens the word at *i* takes, and its reading."""
        form = lowers[i]
        mark = self._marks.get(form)
        if mark is not None:
            return self._parenthesis(lowers, i) if form == "(" else (1, mark)
        first = form[0]
        if i and form.isdigit() and lowers[i + 1 : i + 2] == [")"] and "(" not in lowers[:i]:
            return 2, self._marks[";"]  # a list number inside the text begins another statement
        if not first.isalpha() or form in ("rp",):
            length, features = quantity_length(lowers, i)
            timed = time_length(lowers, i)
            if timed and timed >= length:
                kind = "year" if timed == 1 and len(form) == 4 and form.isdigit() else "date"
                return timed, Reading(
                    " ".join(lowers[i : i + timed]), "TIME", form, features=frozenset({kind}), rule="time"
                )
            if length:
                tag = "QTY" if features else "NUM"
                return length, Reading(" ".join(lowers[i : i + length]), tag, form, features=features, rule="quantity")
            return 1, self.morphology.reading(form)
        if form in WORDS or form in A_PERIOD:
            length, features = quantity_length(lowers, i)
            if features:
                return length, Reading(
                    " ".join(lowers[i : i + length]), "QTY", form, features=features, rule="quantity"
                )
        terms = self.lexicon.terms.get(form)
        if terms is not None:
            for parts, reading in terms:
                if tuple(lowers[i : i + len(parts)]) == parts:
                    return len(parts), reading
        if form == "di" and (joined := self._split_passive(lowers, i)):
            return 2, joined
        if form in _FRAGMENTS and (joined := self._split_verb(lowers, i)):
            return 2, joined
        timed = time_length(lowers, i)
        if timed:
            kind = self._kind_of_time(form, lowers[i : i + timed])
            return timed, Reading(
                " ".join(lowers[i : i + timed]), "TIME", form, features=frozenset({kind}), rule="time"
            )
        reading = self.morphology.reading(form)
        if form.isalpha() and form not in _BEGINS_MORE:
            if len(self._alone) >= _LIMIT:
                self._alone.clear()
            self._alone[form] = reading
        return 1, reading

    @staticmethod
    def _kind_of_time(form: str, tokens: list[str]) -> str:
        """Return date, year, frequency, or period for a time that only points at now."""
        if form in ("setiap", "tiap", "per", "tiap-tiap") and not any(c.isdigit() for c in tokens[-1]):
            return "frequency"
        if is_current(" ".join(tokens)):
            return "period"
        return "year" if form in ("tahun", "ta") else "date"

    def _split_passive(self, lowers: list[str], i: int) -> Reading | None:
        """Return the passive of a verb that was written apart from its prefix: "di laksanakan"."""
        if i + 1 >= len(lowers) or not lowers[i + 1].isalpha():
            return None
        following = self.morphology.reading(lowers[i + 1])
        joined = self.morphology.reading("di" + lowers[i + 1])
        if joined.guessed or joined.tag != "V_PASS" or not (following.guessed or following.tag == "V_ROOT"):
            return None
        return Reading(
            "di " + lowers[i + 1],
            "V_PASS",
            joined.root,
            joined.affixes,
            joined.features | {"split"},
            "split",
            joined.cost,
        )

    def _split_verb(self, lowers: list[str], i: int) -> Reading | None:
        """Return the verb that a line break or a slip cut behind its prefix: "men yusun"."""
        if i + 1 >= len(lowers) or not lowers[i + 1].isalpha():
            return None
        joined = self.morphology.reading(lowers[i] + lowers[i + 1])
        if joined.guessed or joined.tag not in ("V_ACT", "V_TER", "V_NYA", "V_BER", "N_PEAN"):
            return None
        form = f"{lowers[i]} {lowers[i + 1]}"
        return Reading(form, joined.tag, joined.root, joined.affixes, joined.features | {"split"}, "split", joined.cost)

    def _parenthesis(self, lowers: list[str], i: int) -> tuple[int, Reading]:
        """Return a whole parenthesis as one word, or the lone bracket where it is not closed."""
        depth = 0
        for j in range(i, min(len(lowers), i + _LONGEST)):
            depth += (lowers[j] == "(") - (lowers[j] == ")")
            if depth == 0:
                inner = " ".join(lowers[i : j + 1])
                return j - i + 1, Reading(inner, "PAREN", inner, rule="parenthesis")
        return 1, self._marks["("]

    def _word(self, ready: Clean, text: str, tokens: list[Token], i: int, length: int, reading: Reading) -> Word:
        start = tokens[i][1]
        last, at = tokens[i + length - 1]
        start, end = ready.raw(start, at + len(last))
        return Word(text[start:end], start, end, reading, reading.tag)
