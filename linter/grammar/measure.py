"""The structure of an indicator: measure heads first, and behind each what it measures, built like a statement."""

from __future__ import annotations

from collections.abc import Sequence

from linter.grammar.build import ParseBuilder
from linter.grammar.lalr import Node
from linter.grammar.reader import Reader
from linter.grammar.scan import Terminal
from linter.grammar.terminals import MAX_WORDS
from linter.grammar.terminals import terminals as terminals_of
from linter.model import Measured, Parse, Phrase, Word

KINDS = ("time", "cost", "share", "count", "quality", "rate")
"""Kinds of measure; where a head has words of several ("rata-rata lama") the earlier decides, but a share or a count that
stands first stays one."""
_MARKS = ("PAREN", "NUM", "PUNCT", "LP", "RP", "STOP")
_BASE = {"dari", "terhadap", "per", "dibanding", "dibandingkan", "atas", "dibandingkan dengan"}


class MeasureReader(Reader):
    """Reads the measures of an indicator under the lexicon's marks of measure words."""

    def read(self, text: str, words: Sequence[Word]) -> tuple[Measured, ...]:
        """Return the measures that *words* of *text* name; none where the text begins with no measure."""
        terminals = self.terminals(words)
        if not terminals:
            return ()
        outcome = self.parsed(terminals)
        found = []
        for node in (n for n in outcome.tree.children if n.name == "measured"):
            begin = node.first
            end = next((n for n in range(begin + 1, len(terminals)) if terminals[n].type == "JOIN"), len(terminals))
            skipped = [n for n in outcome.skipped if begin <= n < end]
            found.append(self._measured(node, ParseBuilder(text, words, terminals, skipped, self.standards)))
        return tuple(found)

    def marks(self, word: Word) -> frozenset[str]:
        """Return how *word* takes part in a measure; of a longer term its first word counts."""
        return (
            self.tagger.lexicon.marks.get(word.lower)
            or self.tagger.lexicon.marks.get(word.lower.split(" ")[0])
            or frozenset()
        )

    def root_marks(self, word: Word) -> frozenset[str]:
        """Return how the root of *word* takes part in a measure."""
        return self.tagger.lexicon.marks.get(word.lemma, frozenset())

    def is_head(self, word: Word) -> bool:
        """Tell whether *word* can name a measure."""
        return "measure" in word.reading.features or any(m.startswith("by_") for m in self.marks(word))

    # -- terminals

    def terminals(self, words: Sequence[Word]) -> list[Terminal]:
        """Return MEASURE, the terminals of what is measured, JOIN, MEASURE …; nothing where no measure begins the text."""
        out: list[Terminal] = []
        words = words[:MAX_WORDS]
        at = next((n for n, w in enumerate(words) if w.tag not in _MARKS), len(words))
        while at < len(words) and self.is_head(words[at]):
            last = self._head_end(words, at)
            join = next((n for n in range(last + 1, len(words)) if self._joins(words, n)), len(words))
            out.append(Terminal("MEASURE", at, last))
            out += [_moved(t, last + 1, words) for t in terminals_of(words[last + 1 : join], self.contexts)]
            if join < len(words):
                out.append(Terminal("JOIN", join, join))
            at = join + 1
        return out

    def _head_end(self, words: Sequence[Word], at: int) -> int:
        """Return the last word of the head at *at*: "Rata-rata lama", "Persentase jumlah", "Nilai rata-rata"."""
        last = at
        while (
            last + 2 < len(words)
            and any(m.startswith("by_") for m in self.marks(words[last + 1]))
            and words[last + 1].lower != words[last].lower
            and ("by_time" not in self.marks(words[last]) or "by_rate" in self.marks(words[last + 1]))
        ):
            last += 1
        return last

    def _joins(self, words: Sequence[Word], n: int) -> bool:
        """Tell whether a second measure follows the conjunction at *n*."""
        if words[n].tag != "CONJ" or n + 1 >= len(words):
            return False
        kinds = {m for m in self.marks(words[n + 1]) if m.startswith("by_")}
        named = words[n - 1].reading.features & {
            "doc",
            "line",
        }  # "dokumen program dan anggaran": two things, one measure
        return bool(kinds - {"by_cost"} if named else kinds)

    # -- what is measured

    def _measured(self, node: Node, builder: ParseBuilder) -> Measured:
        terminal = builder.terminals[node.children[0].at]
        head = builder.phrase((terminal.first, terminal.last))
        kind = self._kind(builder.words[terminal.first : terminal.last + 1])
        if len(node.children) == 1:
            return Measured(head, kind)
        of = builder.build(Node.over("start", (node.children[1],)))
        base = next((q for q in of.qualifiers if of.words[q.phrase.first].lower in _BASE), None)
        period = next((q for q in of.qualifiers if q.type == "waktu" and not q.standard), None)
        thing, population = _apart(_thing(of, builder), builder)
        if kind == "rate" and of.words[terminal.last + 1 : terminal.last + 2]:
            kind = self._kind(of.words[terminal.last : terminal.last + 2])  # rata-rata | waktu tunggu
        return Measured(
            head=head,
            kind=kind,
            of=of,
            thing=thing,
            population=base.phrase if base else population,
            conditions=tuple(
                q.phrase for q in of.qualifiers if q != base and (q != period or of.words[q.phrase.first].tag == "YANG")
            ),
            period=_period(period.phrase, builder) if period else None,
        )

    def _kind(self, head: Sequence[Word]) -> str:
        marks = [self.marks(w) for w in head]
        first = next((m for m in ("by_share", "by_count") if m in marks[0]), None)
        if first and not any("by_time" in m for m in marks[1:]):
            return first.removeprefix("by_")
        return next((k for k in KINDS if any("by_" + k in m for m in marks)), "other")


def _moved(terminal: Terminal, by: int, words: Sequence[Word]) -> Terminal:
    """Return *terminal* moved behind the head; a time that would begin a statement as its noun is a time here."""
    first, last = terminal.first + by, terminal.last + by
    return Terminal("TIME" if first == last and words[first].tag == "TIME" else terminal.type, first, last)


def _thing(of: Parse, builder: ParseBuilder) -> Phrase | None:
    """Return what is measured: a noun of action or state with its object, "kepuasan masyarakat", else the object."""
    nominal = of.verb is not None and of.form in {"nomina_tindakan", "nomina_keadaan"}
    if nominal and of.verb and of.object and of.object.first == of.verb.last + 1:
        return builder.phrase((of.verb.first, of.object.last))
    return of.object or of.verb


def _period(phrase: Phrase, builder: ParseBuilder) -> Phrase:
    """Return the period at the end of a relative clause ("yang tersusun | setiap bulan"), or *phrase* itself."""
    ends = builder.words[phrase.first].tag == "YANG" and builder.words[phrase.last].tag == "TIME"
    return builder.phrase((phrase.last, phrase.last)) if ends else phrase


def _apart(thing: Phrase | None, builder: ParseBuilder) -> tuple[Phrase | None, Phrase | None]:
    """Return *thing* and the "per …" that it ends with: "kematian bayi | per 1.000 kelahiran"."""
    at = next((n for n in range(thing.first, thing.last) if builder.words[n].lower == "per"), None) if thing else None
    if thing is None or at is None:
        return thing, None
    return builder.phrase((thing.first, at - 1)) if at > thing.first else None, builder.phrase((at, thing.last))
