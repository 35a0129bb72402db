"""From a text to its tagged words: clean, tokenize, look up, merge terms, quantities, times and parentheses."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import msgspec

from linter.language.clean import Clean, clean
from linter.language.expressions import Expressions
from linter.language.lexicon import Lexicon
from linter.language.morphology import Morphology
from linter.language.numbers import BEGINS_AMOUNT
from linter.language.shape import guess
from linter.language.times import BEGINS_TIME
from linter.language.tokenizer import ChunkTokenizer, Token
from linter.model import Reading, Word

_LONGEST = 60
"""Tokens that a parenthesis may hold, beyond which a bracket is a stray one; letters of a word that is taken apart or kept."""

_FRAGMENTS = frozenset({"me", "mem", "men", "meng", "meny", "ter", "ber", "pe", "pem", "pen", "peng", "peny"})
"""Prefixes that stand alone only where something was cut in two."""
_BEGINS_MORE = BEGINS_TIME | _FRAGMENTS | BEGINS_AMOUNT | {"rp", "di"}
"""Forms with which an amount, a time or a word in two pieces may begin."""
_BEGINS_ELSE = BEGINS_TIME | BEGINS_AMOUNT | {"rp"}
"""Forms with which an amount or a time may begin, which are looked for before terms."""
_BETWEEN = frozenset({"dan", "yang", "untuk", "dengan", "dalam", "pada", "dari", "oleh", "per", "serta", "sesuai"})
"""Small words that are run together with the word beside them."""
_GLUED, _MADE = 10, 7
"""Letters of a word that may be two, and of the one of them that has affixes."""
_CLIPPED = 7
"""Letters of the longest unknown word that a stop behind it makes an abbreviation: melaks."""
_BEHIND = frozenset({"nya", "."})
"""What may belong to any word before it."""
_NONE: frozenset[str] = frozenset()
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
        self._expressions = Expressions()
        self._alone: dict[str, Reading] = {}
        """Forms that are a word by themselves, unless one of their ``_seconds`` makes a longer term of them."""
        self._marks = {mark: Reading(mark, tag, mark, rule="mark") for mark, tag in _PUNCTUATION.items()}
        self._settled: dict[str, tuple[Reading, frozenset[str]]] = self._settled_marks()
        """Those of them that are neither guessed nor misspelt, and marks: most words; with each, what may not follow where it
        is to be read so."""
        self._cuts: dict[str, int] = {}
        """Where unknown forms are two words run together; 0 where they are not."""
        self._seconds = {
            first: frozenset(p[1] for p, _ in terms if len(p) > 1) for first, terms in lexicon.terms.items()
        }
        self._terms: dict[tuple[str, str], list[tuple[tuple[str, ...], Reading]]] = {}
        """The terms by their first two words, the second "" for those of one word; the longest first."""
        for first, terms in lexicon.terms.items():
            for term in terms:
                self._terms.setdefault((first, "".join(term[0][1:2])), []).append(term)
        self._pairs = {
            begins: terms[0][1]
            for begins, terms in self._terms.items()
            if len(terms[0][0]) == 2 and begins[0].isalpha() and begins[0] not in _BEGINS_ELSE
        }
        """Those of them that are a term whatever stands around them: no longer one begins so, nor an amount or a time."""
        self._meant = frozenset(lexicon.short.values())
        """The words that are often written short."""

    def words(self, text: str, *, listed: bool = True) -> tuple[Clean, tuple[Word, ...]]:
        """Return the cleaned *text* and its words, whose offsets are code points of the raw *text*.

        A list number in front is left out, unless *listed* is false.
        """
        ready = clean(text, self._is_word, listed=listed)
        tokens, written = self._tokens.read(ready.text)
        lowers = self._full(tokens, written)
        in_full = lowers is written
        words: list[Word] = []
        plain, shift = ready.offsets is None, ready.shift
        settled_as = self._settled.get
        i, end, behind = 0, len(tokens), [*lowers[1:], ""]
        while i < end:
            lower, after = lowers[i], behind[i]
            settled = settled_as(lower)
            if settled is not None and after not in settled[1] and (in_full or lower not in self._meant):
                reading = settled[0]
                if plain:  # most words of most texts
                    form, start = tokens[i]
                    start += shift
                    words.append(Word(form, start, start + len(form), reading, reading.tag))
                else:
                    words.append(self._word(ready, text, tokens, i, 1, reading))
                i += 1
                continue
            alone = self._alone.get(lower)
            if alone is None or after == "nya" or after in self._seconds.get(lower, ()):
                pair = self._pairs.get((lower, after))
                length, reading = (2, pair) if pair is not None else self._at(lowers, i)
            else:
                length, reading = 1, alone
            if (reading.guessed or reading.rule == "repair") and length == 1 and (pieces := self._unglued(*tokens[i])):
                tokens[i : i + 1] = pieces
                lowers[i : i + 1] = self._full(pieces, [piece.lower() for piece, _ in pieces])
                in_full, end, behind = False, len(tokens), [*lowers[1:], ""]
                continue
            if reading.rule == "repair" and i and _is_name(tokens, i):
                reading = guess(lower)
            if length == 1 and lower in self._meant and lower != tokens[i][0].lower():
                reading = msgspec.structs.replace(reading, features=reading.features | {"singkat"})
            if after == "." and length == 1 and _shortened(tokens, i, reading):
                length = 2
            words.append(self._word(ready, text, tokens, i, length, reading))
            i += length
        return ready, tuple(words)

    def forget(self) -> None:
        """Drop what is remembered of the forms that were seen."""
        self._alone.clear()
        self._settled = self._settled_marks()
        self._cuts.clear()
        self._tokens.forget()
        self._expressions.forget()
        self.morphology.forget()

    def _full(self, tokens: Sequence[Token], lowers: list[str]) -> list[str]:
        """Return *lowers*, with a shortened word as what it stands for: kpd, but not KPD among small letters."""
        short = self.lexicon.short
        if short.keys().isdisjoint(lowers):
            return lowers
        acronyms = any(token[0].isalpha() and not token.isupper() for token, _ in tokens)
        return [
            lower if acronyms and token.isupper() else short.get(lower, lower)
            for (token, _), lower in zip(tokens, lowers, strict=True)
        ]

    def _is_word(self, form: str) -> bool:
        return len(form) > 2 and self.morphology.known(form)

    def _at(self, lowers: list[str], i: int) -> tuple[int, Reading]:
        """Return how many tokens the word at *i* takes, and its reading."""
        form = lowers[i]
        mark = self._marks.get(form)
        if mark is not None:
            return self._parenthesis(lowers, i) if form == "(" else (1, mark)
        if i and form.isdigit() and lowers[i + 1 : i + 2] == [")"] and "(" not in lowers[max(0, i - _LONGEST) : i]:
            return 2, self._marks[";"]  # a list number inside the text begins another statement
        if not form[0].isalpha() or form == "rp":
            return self._expressions.longer(lowers, i) or (1, self.morphology.reading(form))
        if form in BEGINS_AMOUNT:
            amount = self._expressions.amount(lowers, i)
            if amount is not None and (amount[0] > 1 or amount[1].tag == "QTY"):
                return amount
        timed = self._expressions.time(lowers, i) if form in BEGINS_TIME or not form.isalpha() else None
        after = lowers[i + 1] if i + 1 < len(lowers) else ""
        for parts, reading in chain(self._terms.get((form, after), ()), self._terms.get((form, ""), ())):
            if (timed is None or len(parts) >= timed[0]) and tuple(lowers[i : i + len(parts)]) == parts:
                return len(parts), reading
        if form == "di" and (joined := self._split_passive(lowers, i)):
            return 2, joined
        if form in _FRAGMENTS and (joined := self._split_verb(lowers, i)):
            return 2, joined
        if timed is not None:
            return timed
        if after == "nya" and (joined := self._joined(form, "nya")):
            return 2, joined
        reading = self.morphology.reading(form)
        if form.isalpha() and len(form) <= _LONGEST and form not in _BEGINS_MORE:
            if len(self._alone) >= _LIMIT:
                self._alone.clear()
                self._settled = self._settled_marks()
            self._alone[form] = reading
            if not (reading.guessed or reading.rule == "repair"):
                self._settled[form] = reading, self._seconds.get(form, _NONE) | _BEHIND
        return 1, reading

    def _settled_marks(self) -> dict[str, tuple[Reading, frozenset[str]]]:
        """Return the marks that are a word whatever follows: all but the bracket that may open a parenthesis."""
        return {mark: (reading, _NONE) for mark, reading in self._marks.items() if mark != "("}

    def _split_passive(self, lowers: list[str], i: int) -> Reading | None:
        """Return the passive of a verb that was written apart from its prefix: "di laksanakan"."""
        if i + 1 >= len(lowers) or not lowers[i + 1].isalpha():
            return None
        following = self.morphology.reading(lowers[i + 1])
        joined = self.morphology.reading("di" + lowers[i + 1])
        if joined.guessed or joined.tag != "V_PASS":
            return None
        if not (following.guessed or following.tag == "V_ROOT" or self._is_act(lowers, i + 1, following, joined)):
            return None
        return Reading(
            "di " + lowers[i + 1],
            "V_PASS",
            joined.root,
            joined.affixes,
            joined.features | {"split"},
            "split",
            joined.cost,
            meant=joined.form,
        )

    def _is_act(self, lowers: list[str], n: int, reading: Reading, passive: Reading) -> bool:
        """Tell whether the noun at *n* is what was done, and no place: "surat di | proses tepat waktu"."""
        if n < 2 or passive.form not in self.lexicon.listed or reading.features & {"place", "body"}:
            return False
        return n + 1 == len(lowers) or not self.morphology.reading(lowers[n + 1]).tag.startswith("N")

    def _split_verb(self, lowers: list[str], i: int) -> Reading | None:
        """Return the verb that a line break or a slip cut behind its prefix: "men yusun"."""
        if i + 1 >= len(lowers) or not lowers[i + 1].isalpha():
            return None
        return self._joined(lowers[i], lowers[i + 1])

    def _joined(self, left: str, right: str) -> Reading | None:
        """Return the reading of a word that stands in two pieces: "men yusun", "terlaksana nya"; None where it is none."""
        whole = self.morphology.reading(left + right)
        if whole.guessed or whole.tag not in {"V_ACT", "V_TER", "V_NYA", "V_BER", "N_PEAN"}:
            return None
        features = whole.features | {"split"}
        form, meant = f"{left} {right}", left + right
        return Reading(form, whole.tag, whole.root, whole.affixes, features, "split", whole.cost, meant=meant)

    def _unglued(self, form: str, at: int) -> tuple[Token, ...]:
        """Return the two words that an unknown one was run together from: "Menyusunlaporan", "Pengawasandan"; or ()."""
        if not _GLUED <= len(form) <= _LONGEST or not form.isalpha() or not (form.isupper() or form[1:].islower()):
            return ()
        lower = form.lower()
        cut = self._cuts.get(lower)
        if cut is None:
            cut = next((n for n in range(len(lower) - 2, 2, -1) if self._stands(lower[:n], lower[n:])), 0)
            if len(self._cuts) >= _LIMIT:
                self._cuts.clear()
            self._cuts[lower] = cut
        return ((form[:cut], at), (form[cut:], at + cut)) if cut else ()

    def _stands(self, left: str, right: str) -> bool:
        """Tell whether two pieces are words: at least one has affixes, so that no name is taken apart."""
        first, second = self.morphology.reading(left), self.morphology.reading(right)
        if first.guessed or second.guessed or "repair" in {first.rule, second.rule}:
            return False
        made, made_too = bool(first.affixes) and len(left) >= _MADE, bool(second.affixes) and len(right) >= _MADE
        return (made and (right in _BETWEEN or len(right) > 3)) or (made_too and left in _BETWEEN)

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
        form, start = tokens[i]
        last, at = tokens[i + length - 1]
        if ready.offsets is None and length == 1:
            start += ready.shift
            return Word(form, start, start + len(form), reading, reading.tag)
        start, end = ready.raw(start, at + len(last))
        return Word(text[start:end], start, end, reading, reading.tag)


def _is_name(tokens: list[Token], i: int) -> bool:
    """Tell whether the word at *i* is written as a name among words in small letters, and so is not a misspelt one."""
    return tokens[i][0][0].isupper() and any(token.islower() and len(token) > 4 for token, _ in tokens)


def _shortened(tokens: list[Token], i: int, reading: Reading) -> bool:
    """Tell whether the stop right behind the word at *i* belongs to it, and ends no sentence: "Adm. umum", "Tk. I"."""
    if i + 2 >= len(tokens) or tokens[i + 1] != (".", tokens[i][1] + len(tokens[i][0])):
        return False
    short = bool(reading.features & {"abbreviation", "singkat"}) or (reading.guessed and len(tokens[i][0]) <= _CLIPPED)
    follows = tokens[i + 2][0]
    goes_on = follows[:1].islower() or follows[:1].isdigit() or set(follows) <= set("IVX")
    return short and (goes_on or "singkat" in reading.features)
