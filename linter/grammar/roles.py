"""Who does what in a clause: from its parts to its form, subject, verb and object."""

from __future__ import annotations

from collections.abc import Sequence

from linter.grammar.attachment import Chunk
from linter.grammar.lalr import Node
from linter.grammar.qualifiers import type_of
from linter.grammar.scan import Span, Terminal
from linter.model import Word

_FORM_OF_CLAUSE = {
    "result": "nominalisasi_hasil", "active": "verba_aktif", "initial": "hasil_awal", "existence": "eksistensial",
}  # fmt: skip
_FORM_OF_PREDICATE = {"VPAS": "klausa_pasif", "VTER": "klausa_ter", "VSTA": "klausa_keadaan", "VACT": "klausa_aktif"}
_ALL = {"seluruh", "semua", "segenap"}
_PATIENT = {"terhadap", "atas"}
_CONTENT = {"bahwa", "apakah"}
"""Words that open a clause which is the object of saying or asking."""
_NO_HEAD = {"NUM", "QTY", "DET", "PREP", "NEG", "AUX"}
"""Tags of words that stand in front of the head of a phrase."""


def head_of(words: Sequence[Word], first: int, last: int) -> int:
    """Return the index of the first word from *first* to *last* that is no number, determiner or negation."""
    for n in range(first, last + 1):  # a plain loop: this is asked of every phrase
        if words[n].tag not in _NO_HEAD:
            return n
    return first


class Roles:
    """The roles in one clause; spans are first and last word."""

    def __init__(self, words: Sequence[Word], terminals: Sequence[Terminal], skipped: Sequence[int] = ()) -> None:
        self.words = words
        self.terminals = terminals
        self._skipped = skipped
        self.cut: list[Span] = []
        """What was cut off phrases because the grammar had skipped something inside them."""
        self.form = "kosong"
        self.subject: Span | None = None
        self.verb: Span | None = None
        self.object: Span | None = None
        self.negated = False
        self._lead: int | None = None
        """The word at which what belongs to the verb begins: "tidak lagi", "turut", "siap"; "telah" and "dapat" do not."""

    def chunk(self, node: Node) -> Chunk:
        """Return *node* as a part of the clause, with the words it covers."""
        last = node.last
        if self._skipped:
            last = next((n - 1 for n in self._skipped if node.first < n < last), last)
        if last < node.last:
            self.cut.append((self.terminals[last + 1].first, self.terminals[node.last].last))
        return Chunk(node.name, self.terminals[node.first].first, self.terminals[last].last, node)

    def assign(self, kind: str, parts: list[Chunk]) -> list[Chunk]:
        """Set form, subject, verb and object from the parts of a clause; return the parts that are left."""
        parts = self._without_auxiliaries(parts)
        if not parts:
            self.form = "keterangan"
            return []
        head, rest = parts[0], parts[1:]
        if kind in _FORM_OF_CLAUSE:
            self.form = _FORM_OF_CLAUSE[kind]
            self.verb = self._verbal(head)
            rest = self._take_object(rest)
            if kind == "active":
                return self._clause_as_object(rest)
            return self._act_of_posture(rest) if kind == "initial" else rest
        if kind == "nominal":
            return self._nominal(parts)
        return self._fragment(parts)

    def _clause_as_object(self, rest: list[Chunk]) -> list[Chunk]:
        """Read a clause behind an act as its object: "Memastikan gas medis selalu tersedia", "Menjamin tidak ada pungutan"."""
        while rest and rest[0].kind == "pred" and rest[0].first == (self.object or self.verb or (0, -1))[1] + 1:
            self.object = (self.object[0] if self.object else rest[0].first, rest[0].last)
            rest = rest[1:]
        return rest

    def _act_of_posture(self, rest: list[Chunk]) -> list[Chunk]:
        """Read an act behind a verb without object: "Duduk bersama warga membahas …", "Terlibat menyusun …"."""
        at = next((n for n, c in enumerate(rest) if c.kind == "pred" and c.node.children[0].name == "act"), None)
        if self.object is not None or at is None:
            return rest
        said = [self.chunk(c) for c in rest[at].node.children]
        return rest[:at] + self.assign("active", said + rest[at + 1 :])

    def _fragment(self, parts: list[Chunk]) -> list[Chunk]:
        """A clause that begins with a phrase: "Setiap Senin memeriksa …", "Pada akhir tahun seluruh ruas … bermarka"."""
        at = next((n for n, c in enumerate(parts) if c.kind == "pred"), None)
        noun = next((n for n, c in enumerate(parts) if c.kind == "late" or (n == 0 and c.kind == "relative")), None)
        if at is not None and noun is None and parts[0].kind == "limit" and at > 0:
            counted = next((self.chunk(c) for c in parts[0].node.children if c.name == "np"), None)
            if counted is not None:  # Sebanyak 40 kelompok tersertifikasi
                return parts[1:at] + self._predicate((counted.first, counted.last), parts[at]) + parts[at + 1 :]
        if at is not None and noun is not None and noun < at:
            rest = parts[noun + 1 : at] + self._predicate((parts[noun].first, parts[noun].last), parts[at])
            return parts[:noun] + rest + parts[at + 1 :]
        if at is not None and (heard := self._headless(parts, at)) is not None:
            return heard
        quality = next((n for n, c in enumerate(parts) if c.kind == "quality" and self._is_quality(c)), None)
        if noun is not None and quality is not None and (quality > noun or quality == 0):
            self.form, self.verb = "klausa_sifat", (parts[quality].first, parts[quality].last)
            self.object = (parts[noun].first, parts[noun].last)
            return [c for n, c in enumerate(parts) if n not in {noun, quality}]
        self.form = "keterangan"
        return parts

    def _headless(self, parts: list[Chunk], at: int) -> list[Chunk] | None:
        """Read the predicate at *at* that has no noun before it as what opens the clause; None where it has no verb."""
        said = [self.chunk(c) for c in parts[at].node.children]
        verb = next((c for c in said if c.kind in {"act", "passive"}), None)
        if verb is None:
            return None
        return parts[:at] + self.assign("active" if verb.kind == "act" else "initial", said + parts[at + 1 :])

    def _without_auxiliaries(self, parts: list[Chunk]) -> list[Chunk]:
        i = 0
        self._lead = None
        while i < len(parts) and parts[i].kind in {"AUX", "NEG"}:
            denied = parts[i].kind == "NEG"
            self.negated = self.negated or denied
            if denied or "aids" in self.words[parts[i].first].reading.features:
                self._lead = parts[i].first if self._lead is None else self._lead
            else:
                self._lead = None
            i += 1
        return parts[i:]

    def _verbal(self, verb: Chunk) -> tuple[int, int]:
        """Return the span of *verb* with the negation or the like before it."""
        first = verb.first if self._lead is None else self._lead
        if self.words[first].tag == "PRON":  # kami susun
            self.form = "pasif_persona"
            first += 1
        return (first, verb.last)

    def _take_object(self, rest: list[Chunk]) -> list[Chunk]:
        first = next((c.first for c in rest if c.kind in {"VIN", "np"}), None)
        taken = [c for c in rest[:2] if c.kind in {"VIN", "np"}]
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
        line = "line" in self.words[noun[0]].reading.features
        if rest and rest[0].kind == "pp" and self.words[rest[0].first].lower == "sebagai" and not line:
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
            c.kind in {"pp", "time"} or (c.kind == "relative" and not self.words[c.last].tag.startswith(("V_", "ADJ")))
            for c in between
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
        elif not any(c.kind in {"pp", "purpose"} and self._complements(c) for c in rest) and self.form != "verba_aktif":
            self.object, self.verb = self.verb, None
        return rest

    def _complements(self, chunk: Chunk) -> bool:
        """Tell whether a phrase fills the place of the act's object: to whom, about what, for what."""
        return type_of(chunk.kind, self._words(chunk)) in {"penerima", "tujuan"} or self.words[chunk.first].lower in {
            "tentang", "terkait", "mengenai",
        }  # fmt: skip

    def _predicate(self, noun: tuple[int, int], chunk: Chunk) -> list[Chunk]:
        parts = self._without_auxiliaries([self.chunk(c) for c in chunk.node.children])
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
        if self._acts(chunk, noun, rest):
            self.subject, self.object = noun, None
            complement = next((c for c in rest if c.kind == "np"), None)
            if complement is not None:
                self.object = (complement.first, complement.last)
            return []
        self.object = noun
        return self._complemented(rest)

    def _complemented(self, rest: list[Chunk]) -> list[Chunk]:
        """Place the noun behind a predicate: the agent of a passive, what is met, how much, or a part of the verb."""
        noun = next((c for c in rest if c.kind in {"np", "adj"}), None)
        if noun is None or self.verb is None:
            return rest
        if self.form == "klausa_pasif":
            return [Chunk("agent", noun.first, noun.last, noun.node)]
        if self.form != "klausa_nominal" and self.words[noun.first].tag in {"NUM", "QTY"}:
            return [Chunk("quantity", noun.first, noun.last, noun.node)]
        self.verb = (self.verb[0], noun.last)
        return []

    def _acts(self, chunk: Chunk, noun: Span, rest: Sequence[Chunk]) -> bool:
        """Tell whether persons do what a verb without prefix or in ber- says: "Jemaah haji berangkat"."""
        if self.form != "klausa_keadaan" or "person" not in self.words[head_of(self.words, *noun)].reading.features:
            return False
        verb = next((w for w in self._words(chunk) if w.tag in {"V_BER", "V_ROOT"}), None)
        if verb is None or "verb" not in verb.reading.features:
            return False
        marks = verb.reading.features
        if any(c.kind == "np" for c in rest):
            return True
        return "stative" not in marks and ("state" not in marks or "ber_change" in marks)

    def _is_stative(self, verb: Chunk, noun: tuple[int, int]) -> bool:
        """Tell whether the verb says a state of a thing: "Realisasi retribusi mencapai Rp1,2 miliar"."""
        subject = self.words[head_of(self.words, *noun)].reading.features
        return "stative" in self.words[verb.first].reading.features and not subject & {"person", "body"}

    def first_of_predicates(self, parts: list[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
        """Return the parts without the predicates that follow the first, and these.

        One right behind the verb and its "dan" is part of the verb: "jelas dan tidak dipersengketakan". Behind one with an
        object of its own nothing belongs to the first any more.
        """
        kept: list[Chunk] = []
        later: list[Chunk] = []
        for n, chunk in enumerate(parts):
            if chunk.kind == "pred":
                first = self._without_auxiliaries([self.chunk(c) for c in chunk.node.children])[:1]
                joined = n and parts[n - 1].kind == "CJP" and self.verb and parts[n - 1].first == self.verb[1] + 1
                if joined and self.verb and first and first[0].kind in {"passive", "adj"}:
                    self.verb = (self.verb[0], first[0].last)
                later.append(chunk)
                if chunk.node.children[0].name == "act":
                    break
            elif chunk.kind not in {"CJQ", "CJP"}:
                kept.append(chunk)
        return kept, later

    def amount_apart(self, rest: list[Chunk]) -> list[Chunk]:
        """Set a number or "seluruh" in front of the object apart as a quantity: "Tersalurnya 200 paket sembako"."""
        if self.object is None:
            return rest
        first, last = self.object
        n = first
        while n < last and (self.words[n].tag in {"NUM", "QTY"} or self.words[n].lower in _ALL):
            n += 1
        if n == first:
            return rest
        self.object = (n, last)
        return [Chunk("quantity", first, n - 1, Node("quantity")), *rest]

    def _words(self, chunk: Chunk) -> Sequence[Word]:
        return self.words[chunk.first : chunk.last + 1]
