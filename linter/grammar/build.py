"""From the tree of a clause to its parse: which part is subject, verb, object, and what qualifies them."""

from __future__ import annotations

from collections.abc import Sequence

from linter.grammar.attachment import Attached, Chunk, attach
from linter.grammar.lalr import Node
from linter.grammar.qualifiers import Standards, is_standard, type_of
from linter.grammar.scan import Terminal
from linter.grammar.terminals import MAX_WORDS
from linter.model import Parse, Phrase, Qualifier, Word

_FORM_OF_PREDICATE = {"VPAS": "klausa_pasif", "VTER": "klausa_ter", "VSTA": "klausa_keadaan", "VACT": "klausa_aktif"}
_ALL = {"seluruh", "semua", "segenap"}
_PATIENT = {"terhadap", "atas"}
_CONTENT = {"bahwa", "apakah"}
"""Words that open a clause which is the object of saying or asking."""
_NO_HEAD = {"NUM", "QTY", "DET", "PREP", "NEG", "AUX"}
"""Tags of words that stand in front of the head of a phrase."""


class ParseBuilder:
    """Turns the tree of one statement into its parse."""

    def __init__(
        self, text: str, words: Sequence[Word], chunks: Sequence[Terminal], skipped: Sequence[int], standards: Standards
    ) -> None:
        self.text = text
        self.words = tuple(words)
        self.terminals = chunks
        self.skipped = skipped
        self.standards = standards
        self.form = "kosong"
        self.subject: tuple[int, int] | None = None
        self.verb: tuple[int, int] | None = None
        self.object: tuple[int, int] | None = None
        self.negated = False
        self._negation: int | None = None
        """The word at which the negation right before the verb begins."""

    def fresh(self) -> ParseBuilder:
        """Return a builder over the same words for another clause."""
        return ParseBuilder(self.text, self.words, self.terminals, self.skipped, self.standards)

    def build(self, tree: Node) -> Parse:
        """Return the parse; the first clause is described, the others are counted."""
        clauses = [c for c in tree.children if c.at < 0]
        lead: list[Chunk] = []
        if len(clauses) > 1 and clauses[0].name == "fragment":  # "Untuk …, menyusun …": the clause is the second
            lead = [self._chunk(c) for c in clauses[0].children]
            clauses = clauses[1:]
        qualifiers: tuple[Attached, ...] = ()
        count = len(clauses)
        if clauses:
            parts = [self._chunk(c) for c in clauses[0].children]
            rest = self._main(clauses[0].name, parts)
            rest, more = self._first_clause_only(rest)
            count += more
            rest = self._amount_apart(rest)
            qualifiers = attach(self.words, [*lead, *rest], (self.verb, self.object))
        return Parse(
            form=self.form,
            complete=not self.skipped and len(self.words) <= MAX_WORDS,
            words=self.words,
            subject=self._phrase(self.subject),
            verb=self._phrase(self.verb),
            object=self._phrase(self.object),
            qualifiers=tuple(self._qualifier(q.type, q.first, q.last) for q in qualifiers),
            unplaced=self._unplaced(),
            clauses=max(1, count),
            negated=self.negated,
        )

    def _unplaced(self) -> tuple[Phrase, ...]:
        spans = [(self.terminals[n].first, self.terminals[n].last) for n in self.skipped]
        if len(self.words) > MAX_WORDS:
            spans.append((MAX_WORDS, len(self.words) - 1))
        return tuple(self.phrase(span) for span in spans)

    # -- parts of the clause

    def _chunk(self, node: Node) -> Chunk:
        return Chunk(node.name, self.terminals[node.first].first, self.terminals[node.last].last, node)

    def _main(self, kind: str, parts: list[Chunk]) -> list[Chunk]:
        """Set form, subject, verb and object from the parts of a clause; return the parts that are left."""
        parts = self._without_auxiliaries(parts)
        if not parts:
            self.form = "keterangan"
            return []
        head, rest = parts[0], parts[1:]
        if kind in ("result", "active", "initial", "existence"):
            self.form = {
                "result": "nominalisasi_hasil",
                "active": "verba_aktif",
                "initial": "hasil_awal",
                "existence": "eksistensial",
            }[kind]
            self.verb = self._verbal(head)
            return self._take_object(rest)
        if kind == "nominal":
            return self._nominal(parts)
        return self._fragment(parts)

    def _fragment(self, parts: list[Chunk]) -> list[Chunk]:
        """A clause that begins with a phrase: "Setiap Senin memeriksa …", "Pada akhir tahun seluruh ruas … bermarka"."""
        at = next((n for n, c in enumerate(parts) if c.kind == "pred"), None)
        noun = next((n for n, c in enumerate(parts) if c.kind == "late"), None)
        if at is not None and noun is not None and noun < at:
            rest = parts[noun:at][1:] + self._predicate((parts[noun].first, parts[noun].last), parts[at])
            return parts[:noun] + rest + parts[at + 1 :]
        if at is not None:
            said = [self._chunk(c) for c in parts[at].node.children]
            verb = next((c for c in said if c.kind in ("act", "passive")), None)
            if verb is not None:
                kind = "active" if verb.kind == "act" else "initial"
                return parts[:at] + self._main(kind, said + parts[at + 1 :])
        if noun is not None and parts[0].kind == "quality" and self._is_quality(parts[0]):
            self.form, self.verb = "klausa_sifat", (parts[0].first, parts[0].last)
            self.object = (parts[noun].first, parts[noun].last)
            return parts[1:noun] + parts[noun + 1 :]
        self.form = "keterangan"
        return parts

    def _without_auxiliaries(self, parts: list[Chunk]) -> list[Chunk]:
        i = 0
        self._negation = None
        while i < len(parts) and parts[i].kind in ("AUX", "NEG"):
            if parts[i].kind == "NEG":
                self.negated = True
                self._negation = parts[i].first
            i += 1
        return parts[i:]

    def _verbal(self, verb: Chunk) -> tuple[int, int]:
        """Return the span of *verb* with the negation before it."""
        return (verb.first if self._negation is None else self._negation, verb.last)

    def _take_object(self, rest: list[Chunk]) -> list[Chunk]:
        first = next((c.first for c in rest if c.kind in ("VIN", "np")), None)
        taken = [c for c in rest[:2] if c.kind in ("VIN", "np")]
        if taken and first is not None and taken[0] is rest[0]:
            self.object = (taken[0].first, taken[-1].last)
            return rest[len(taken) :]
        late = next((n for n, c in enumerate(rest) if c.kind == "late"), None)
        if late is not None:
            self.object = (rest[late].first, rest[late].last)
            return rest[:late] + rest[late + 1 :]
        if rest and rest[0].kind == "rest" and self.words[rest[0].first].lower in _CONTENT:
            self.object = (rest[0].first, rest[0].last)
            return rest[1:]
        return rest

    def _nominal(self, parts: list[Chunk]) -> list[Chunk]:
        """A clause that begins with a noun: its predicate decides; without one, the noun itself does."""
        lead = 2 if parts[0].kind == "head" and len(parts) > 1 and parts[1].kind == "np" else 1
        noun = (parts[0].first, parts[lead - 1].last)
        rest = parts[lead:]
        kind = parts[0].node.children[0].name if parts[0].kind == "head" else ""
        for n, chunk in enumerate(rest):
            if chunk.kind == "pred":
                return rest[:n] + self._predicate(noun, chunk) + rest[n + 1 :]
            if (
                chunk.kind == "quality"
                and kind != "PROC"
                and (n == 0 or self._said_later(rest[:n]))
                and self._is_quality(chunk)
            ):
                self.form, self.verb, self.object = "klausa_sifat", (chunk.first, chunk.last), noun
                return rest[:n] + rest[n + 1 :]
        if rest and rest[0].kind == "pp" and self.words[rest[0].first].lower == "sebagai":
            self.form, self.verb, self.object = "klausa_nominal", (rest[0].first, rest[0].last), noun
            return rest[1:]
        if not kind:
            self.form, self.object = "nomina", noun
            return rest
        return self._headed(parts, lead, rest, kind)

    def _is_quality(self, chunk: Chunk) -> bool:
        return type_of("quality", self._words(chunk)) == "mutu"

    def _said_later(self, between: Sequence[Chunk]) -> bool:
        """Tell whether only scope stands between a noun and the quality said of it: "Data pada aplikasi valid"."""
        return all(
            c.kind == "pp" or (c.kind == "relative" and not self.words[c.last].tag.startswith("V_")) for c in between
        )

    def _headed(self, parts: list[Chunk], lead: int, rest: list[Chunk], kind: str) -> list[Chunk]:
        """A noun of action or of state that heads the clause; alone it is only a name."""
        self.form = "nomina_tindakan" if kind == "PROC" else "nomina_keadaan"
        if parts[0].node.children[-1].name == "VACT":
            self.form = "verba_aktif"
        self.verb = (parts[0].first, parts[0].last)
        if lead == 2:
            self.object = (parts[1].first, parts[1].last)
        elif rest and rest[0].kind == "pp" and self.words[rest[0].first].lower in _PATIENT:
            self.object = (rest[0].first + 1, rest[0].last)
            return rest[1:]
        elif not any(c.kind in ("pp", "purpose") and self._complements(c) for c in rest) and self.form != "verba_aktif":
            self.object, self.verb = self.verb, None
        return rest

    def _complements(self, chunk: Chunk) -> bool:
        """Tell whether a phrase fills the place of the act's object: to whom, about what, for what."""
        return type_of(chunk.kind, self._words(chunk)) in ("penerima", "tujuan") or self.words[chunk.first].lower in (
            "tentang", "terkait", "mengenai",
        )  # fmt: skip

    def _predicate(self, noun: tuple[int, int], chunk: Chunk) -> list[Chunk]:
        parts = self._without_auxiliaries([self._chunk(c) for c in chunk.node.children])
        if not parts:
            return []
        verb, rest = parts[0], parts[1:]
        name = verb.node.children[0].name if verb.node.children else verb.kind
        stands = name == "VACT" and self._is_stative(verb, noun)
        name = "VSTA" if stands else name
        self.form = _FORM_OF_PREDICATE.get(
            name, {"adj": "klausa_sifat", "COP": "klausa_nominal"}.get(verb.kind, "eksistensial")
        )
        self.verb = self._verbal(verb)
        if self.form == "klausa_aktif":
            self.subject = noun
            if rest and rest[0].kind == "np":
                self.object = (rest[0].first, rest[0].last)
            return []
        self.object = noun
        if self.form == "klausa_nominal" and rest:
            self.verb = (self.verb[0], rest[0].last)
        return [
            Chunk("complement", c.first, c.last, c.node)
            for c in rest
            if c.kind == "np" and self.form != "klausa_nominal"
        ]

    def _is_stative(self, verb: Chunk, noun: tuple[int, int]) -> bool:
        """Tell whether the verb says a state of a thing: "Realisasi retribusi mencapai Rp1,2 miliar"."""
        subject = self.words[self._head(*noun)].reading.features
        return "stative" in self.words[verb.first].reading.features and not subject & {"person", "body"}

    def _amount_apart(self, rest: list[Chunk]) -> list[Chunk]:
        """Set a number or "seluruh" in front of the object apart as a quantity: "Tersalurnya 200 paket sembako"."""
        if self.object is None:
            return rest
        first, last = self.object
        n = first
        while n < last and (self.words[n].tag in ("NUM", "QTY") or self.words[n].lower in _ALL):
            n += 1
        if n == first:
            return rest
        self.object = (n, last)
        return [Chunk("quantity", first, n - 1, Node("quantity")), *rest]

    def _first_clause_only(self, rest: list[Chunk]) -> tuple[list[Chunk], int]:
        """Count later predicates with an object of their own as clauses; the qualifiers go on over them."""
        kept: list[Chunk] = []
        more = 0
        for chunk in rest:
            if chunk.kind == "pred":
                act = chunk.node.children[0].name in ("act",)
                more += act
                if act:
                    break
            elif chunk.kind not in ("CJQ", "CJP"):
                kept.append(chunk)
        return kept, more

    def _words(self, chunk: Chunk) -> Sequence[Word]:
        return self.words[chunk.first : chunk.last + 1]

    def _qualifier(self, name: str, first: int, last: int) -> Qualifier:
        standard = is_standard(name, self.words[first : last + 1], self.standards)
        return Qualifier(name, standard, self.phrase((first, last)))

    def _phrase(self, span: tuple[int, int] | None) -> Phrase | None:
        return None if span is None else self.phrase(span)

    def phrase(self, span: tuple[int, int]) -> Phrase:
        """Return the phrase from the first to the last word of *span*."""
        first, last = span
        start, end = self.words[first].start, self.words[last].end
        return Phrase(self.text[start:end], start, end, first, last, self._head(first, last))

    def _head(self, first: int, last: int) -> int:
        """Return the index of the first word of the phrase that is no number, determiner or negation."""
        return next(
            (n for n in range(first, last + 1) if self.words[n].tag not in _NO_HEAD), first
        )
