"""The vocabulary that rules speak: named facts of one text, computed when a rule asks for them.

A fact is a value, a set of values, or None. The registry below is the reference: docs/aturan.md is made from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec
from rapidfuzz import fuzz

from linter.language.clean import marker_length
from linter.model import Header, Indicator, Item, Parse, Phrase, Target, Verdict, Word, level

Fact = Callable[["Facts"], Any]
_PLACEHOLDER = re.compile(
    r"\s*(?:[-–—.…_x*\s]+|.*[.…_]{4,}|[(\[]?\s*(?:diisi|isi|isikan|tuliskan|dapat ditambahkan|contoh|jumlah disesuaikan)\b[^)\]]*[)\]]?|n/?a|nihil|tba|tbd|\(\s*\))\s*\Z", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")


class Facts:
    """One text to judge, with its parse and what stands around it; remembers nothing beyond itself."""

    __slots__ = ("clause", "header", "indicator", "item", "lists", "parse", "regime", "rk", "target", "verdict")

    def __init__(
        self,
        item: Item,
        parse: Parse,
        header: Header,
        regime: str,
        lists: dict[str, frozenset[str]],
        *,
        indicator: Indicator | None = None,
        target: Target | None = None,
        rk: Parse | None = None,
    ) -> None:
        self.item = item
        self.parse = parse
        self.header = header
        self.regime = regime
        self.lists = lists
        self.indicator = indicator
        self.target = target
        self.rk = rk
        self.verdict: Verdict | None = None

    def word(self, phrase: Phrase | None) -> Word | None:
        """Return the head word of *phrase*."""
        return self.parse.words[phrase.head] if phrase is not None else None

    def span(self, mark: str) -> tuple[int, int]:
        """Return the span (code points) of the part called *mark*; the whole text where it has none."""
        phrase = getattr(self.parse, mark, None)
        if isinstance(phrase, Phrase):
            return phrase.start, phrase.end
        if mark == "qualifier" and self.parse.qualifiers:
            first = self.parse.qualifiers[0].phrase
            return first.start, first.end
        if mark == "vague" and (found := self.vague()):
            return found[0].start, found[0].end
        if mark in ("head", "awal") and self.parse.words:
            word = self.word(self.parse.object) if mark == "head" else self.parse.words[0]
            if word is not None:
                return word.start, word.end
        return self.whole()

    def vague(self) -> list[Word]:
        """Return the vague words of the text that are no part of a standard term ("air minum layak")."""
        vague, terms = self.lists.get("kata-kabur", frozenset()), self.lists.get("istilah-baku", frozenset())
        words = self.parse.words
        found = [n for n, w in enumerate(words) if w.lower in vague and w.tag in ("ADJ", "N", "V_BER", "ADJR", "ADV")]
        return [words[n] for n in found if not any(self._in_term(n, t.split(" ")) for t in terms)]

    def _in_term(self, n: int, term: list[str]) -> bool:
        lowers = " ".join(w.lower for w in self.parse.words).split(" ")
        at = len(" ".join(w.lower for w in self.parse.words[:n]).split()) if n else 0
        return any(lowers[k : k + len(term)] == term for k in range(max(0, at - len(term) + 1), at + 1))

    def whole(self) -> tuple[int, int]:
        """Return the span of the text without the space around it."""
        text = self.item.text
        start = len(text) - len(text.lstrip())
        return start, max(start, len(text.rstrip()))


class FactInfo(msgspec.Struct, frozen=True):
    """A fact's name, what it is, the values it can take (empty: free text or a number), and how it is found."""

    name: str
    about: str
    values: tuple[str, ...]
    get: Fact


REGISTRY: dict[str, FactInfo] = {}
MARKS = ("teks", "verb", "object", "subject", "qualifier", "head", "awal", "vague", "cocok")
"""Parts that a finding can mark; "cocok" is what the rule's pattern matched."""

FORMS = (
    "verba_aktif", "nominalisasi_hasil", "hasil_awal", "eksistensial", "klausa_pasif", "klausa_ter", "klausa_keadaan",
    "klausa_aktif", "klausa_sifat", "klausa_nominal", "nomina_tindakan", "nomina_keadaan", "nomina", "keterangan", "kosong",
)  # fmt: skip
QUALIFIER_TYPES = ("mutu", "waktu", "kesesuaian", "kuantitas", "lingkup", "tujuan", "penerima", "cara", "relatif")


def fact(name: str, about: str, values: tuple[str, ...] = ()) -> Callable[[Fact], Fact]:
    """Register a function as the fact *name*."""

    def register(get: Fact) -> Fact:
        REGISTRY[name] = FactInfo(name, about, values, get)
        return get

    return register


def _lower(phrase: Phrase | None) -> str | None:
    return phrase.text.lower() if phrase is not None else None


def _kinds(f: Facts, phrase: Phrase | None) -> frozenset[str]:
    word = f.word(phrase)
    return word.reading.features if word is not None else frozenset()


@fact("part", "Bagian dokumen tempat teks ini berdiri.")
def _part(f: Facts) -> Any:
    return f.item.part


@fact("form", "Bentuk rumusan menurut tata bahasa (grammars/statement.lark).", FORMS)
def _form(f: Facts) -> Any:
    return f.parse.form


@fact("complete", "Benar bila tidak ada kata yang tidak mendapat tempat dalam uraian.", ("true", "false"))
def _complete(f: Facts) -> Any:
    return f.parse.complete


@fact("clauses", "Banyaknya klausa dalam satu rumusan.")
def _clauses(f: Facts) -> Any:
    return f.parse.clauses


@fact("verb", "Kata yang memegang predikat atau tindakan, huruf kecil.")
def _verb(f: Facts) -> Any:
    return _lower(f.parse.verb)


@fact("verb_root", "Akar kata verba pertama.")
def _verb_root(f: Facts) -> Any:
    return f.parse.words[f.parse.verb.first].lemma if f.parse.verb else None


@fact("verb_roots", "Akar semua verba yang setara (dan …).")
def _verb_roots(f: Facts) -> Any:
    v = f.parse.verb
    return frozenset(w.lemma for w in f.parse.words[v.first : v.last + 1] if w.tag[:1] in "VNA") if v else frozenset()


@fact("verb_kind", "Ciri verba menurut leksikon (transitive, intransitive, state, stative, role, process, event …).")
def _verb_kind(f: Facts) -> Any:
    return f.parse.words[f.parse.verb.first].reading.features if f.parse.verb else frozenset()


@fact("verb_affixes", "Imbuhan verba pertama.")
def _verb_affixes(f: Facts) -> Any:
    return frozenset(f.parse.words[f.parse.verb.first].reading.affixes) if f.parse.verb else frozenset()


@fact("object", "Frasa yang dikenai, dihasilkan, atau dibicarakan, huruf kecil.")
def _object(f: Facts) -> Any:
    return _lower(f.parse.object)


@fact("object_head", "Kata inti objek, huruf kecil.")
def _object_head(f: Facts) -> Any:
    word = f.word(f.parse.object)
    return word.lower.split(" ")[0] if word else None


@fact("object_tag", "Jenis kata inti objek (V_ACT bila objeknya sendiri sebuah kegiatan: terselesaikannya melakukan …).")
def _object_tag(f: Facts) -> Any:
    word = f.word(f.parse.object)
    return word.tag if word else None


@fact("object_root", "Akar kata inti objek.")
def _object_root(f: Facts) -> Any:
    word = f.word(f.parse.object)
    return word.lemma if word else None


@fact("object_kind", "Ciri kata inti objek (process, event, doc, person, body, measure, line, state_noun, domain …).")
def _object_kind(f: Facts) -> Any:
    return _kinds(f, f.parse.object)


@fact("object_words", "Kata-kata dalam objek, huruf kecil.")
def _object_words(f: Facts) -> Any:
    o = f.parse.object
    return frozenset(w.lower for w in f.parse.words[o.first : o.last + 1]) if o else frozenset()


@fact("object_length", "Banyaknya kata dalam objek.")
def _object_length(f: Facts) -> Any:
    o = f.parse.object
    return o.last - o.first + 1 if o else 0


@fact("object_heads", "Banyaknya inti yang dirangkai dalam objek (surat masuk dan surat keluar: 2).")
def _object_heads(f: Facts) -> Any:
    o = f.parse.object
    return 1 + sum(w.tag in ("CONJ", "COMMA") for w in f.parse.words[o.first : o.last + 1]) if o else 0


@fact("subject", "Pihak yang bertindak dalam klausa aktif, huruf kecil.")
def _subject(f: Facts) -> Any:
    return _lower(f.parse.subject)


@fact("subject_head", "Kata inti subjek, huruf kecil.")
def _subject_head(f: Facts) -> Any:
    word = f.word(f.parse.subject)
    return word.lower if word else None


@fact("subject_kind", "Ciri kata inti subjek (person, body, thing …).")
def _subject_kind(f: Facts) -> Any:
    return _kinds(f, f.parse.subject)


@fact(
    "own_side",
    "Apakah subjek adalah pihak penulis: ya (sama dengan jabatan/unit pada kepala SKP), biasanya (kami, tim, subbagian), "
    "mungkin (nama jabatan), tidak.",
    ("ya", "biasanya", "mungkin", "tidak"),
)
def _own_side(f: Facts) -> Any:
    subject = f.parse.subject
    if subject is None:
        return None
    words = {w.lower for w in f.parse.words[subject.first : subject.last + 1]}
    own = [h for h in (f.header.post, f.header.unit) if h]
    for title in own:
        if words and words <= set(title.lower().split()):
            return "ya"
    first = f.parse.words[subject.first].lower.split(" ")[0]
    if first in f.lists.get("pihak-sendiri", frozenset()):
        return "biasanya"
    return "mungkin" if not own and first in f.lists.get("sebutan-jabatan", frozenset()) else "tidak"


@fact("qualifiers", "Jenis keterangan yang ada.", QUALIFIER_TYPES)
def _qualifiers(f: Facts) -> Any:
    return frozenset(q.type for q in f.parse.qualifiers)


@fact("standard", "Jenis keterangan yang menyebut standar: mutu tidak kabur, tenggat, jumlah, kesesuaian dengan rujukan.", QUALIFIER_TYPES)
def _standard(f: Facts) -> Any:
    found = {q.type for q in f.parse.qualifiers if q.standard}
    o = f.parse.object
    if o is not None and any(
        w.lower in f.lists.get("kata-seluruh", frozenset()) or w.tag == "QTY" or (w.tag == "NUM" and w.text[0].isdigit())
        for w in f.parse.words[o.first : o.last + 1]
    ):
        found.add("kuantitas")
    return frozenset(found)


@fact("prepositions", "Kata depan yang membuka keterangan, huruf kecil.")
def _prepositions(f: Facts) -> Any:
    return frozenset(f.parse.words[q.phrase.first].lower for q in f.parse.qualifiers)


@fact("qualifier_words", "Kata-kata dalam keterangan, huruf kecil.")
def _qualifier_words(f: Facts) -> Any:
    return frozenset(w.lower for q in f.parse.qualifiers for w in f.parse.words[q.phrase.first : q.phrase.last + 1])


@fact("first_word", "Kata pertama, huruf kecil.")
def _first_word(f: Facts) -> Any:
    return f.parse.words[0].lower if f.parse.words else None


@fact("length", "Banyaknya kata dalam rumusan.")
def _length(f: Facts) -> Any:
    return sum(w.lower[:1].isalnum() for w in f.parse.words)


@fact("placeholder", "Benar bila teks hanya pengisi: (diisi …), -, ….., x, atau tanpa huruf sama sekali.", ("true", "false"))
def _placeholder(f: Facts) -> Any:
    body = f.item.text[marker_length(f.item.text) :]
    text = " ".join(body.lower().split()).strip(" .:;-–()[]")
    return _PLACEHOLDER.match(body) is not None or _LETTER.search(text) is None or text in f.lists.get("teks-pengisi", frozenset())


@fact("bagian", "Hasil kerja utama atau tambahan.", ("utama", "tambahan"))
def _section(f: Facts) -> Any:
    return f.item.section


@fact("asal", "Asal teks: sendiri, atau warisan dari perjanjian kinerja, katalog, atau direktif.", ("sendiri", "pk", "katalog", "direktif"))
def _origin(f: Facts) -> Any:
    return f.item.asal


@fact("regime", "Rezim aturan yang berlaku.")
def _regime(f: Facts) -> Any:
    return f.regime


@fact("aspek", "Aspek pada baris indikator, huruf kecil.", ("kuantitas", "kualitas", "waktu", "biaya"))
def _aspek(f: Facts) -> Any:
    return f.item.aspek.strip().lower() if f.item.aspek and f.item.aspek.strip() else None


@fact("class", "Kelas rumusan setelah aturan kelas diputuskan.", ("pencapaian", "aktivitas", "kategori"))
def _class(f: Facts) -> Any:
    return f.verdict.class_ if f.verdict else None


@fact("semu", "Benar bila bentuknya hasil tetapi isinya masih kegiatan.", ("true", "false"))
def _semu(f: Facts) -> Any:
    return f.verdict.semu if f.verdict else False


@fact("confidence", "Keyakinan atas kelas, 0–1.")
def _confidence(f: Facts) -> Any:
    return f.verdict.confidence if f.verdict else None


@fact("confidence_level", "Keyakinan atas kelas dalam kata.", ("tinggi", "sedang", "rendah"))
def _confidence_level(f: Facts) -> Any:
    return level(f.verdict.confidence) if f.verdict else None


def _indicator_fact(name: str, about: str, values: tuple[str, ...] = ("true", "false")) -> None:
    def get(f: Facts) -> Any:
        return getattr(f.indicator, name) if f.indicator is not None else None

    REGISTRY["indicator_" + name] = FactInfo("indicator_" + name, about, values, get)


_indicator_fact("measure", "Indikator menyebut sesuatu yang diukur.")
_indicator_fact("form", "Bentuk indikator.", ("ukuran", "pencapaian", "aktivitas", "kategori", "produk"))
_indicator_fact("circular", "Indikator hanya mengukur bahwa pekerjaan dilakukan.")
_indicator_fact("vague", "Kata mutu tanpa standar atau objek kabur memegang makna indikator.")
_indicator_fact("multi", "Dua ukuran atau lebih dalam satu indikator.")
_indicator_fact("time", "Ada tenggat, lama, frekuensi, atau tepat waktu pada indikator atau targetnya.")
_indicator_fact("aspect", "Aspek yang paling sesuai dengan indikator.", ("kuantitas", "kualitas", "waktu", "biaya"))
_indicator_fact("target_ok", "Angka dan satuan target sesuai dengan ukurannya; kosong bila tanpa target.")
_indicator_fact("absolute", "Indikator atau targetnya mutlak (100 %, nol, semua, selalu …).")


@fact("target", "Teks target, huruf kecil.")
def _target(f: Facts) -> Any:
    return f.item.target.strip().lower() if f.item.target and f.item.target.strip() else None


@fact("target_form", "Bentuk target.", ("angka", "rentang", "batas", "tenggat", "frekuensi", "indeks", "predikat", "uang", "bulan", "naratif", "kosong"))
def _target_form(f: Facts) -> Any:
    return f.target.form if f.target else None


@fact("target_unit", "Satuan target, huruf kecil (% untuk persen).")
def _target_unit(f: Facts) -> Any:
    return f.target.unit if f.target else None


@fact("target_low", "Batas bawah target (angka).")
def _target_low(f: Facts) -> Any:
    return f.target.low if f.target else None


@fact("head", "Kata inti indikator atau rumusan tanpa verba, huruf kecil.")
def _head(f: Facts) -> Any:
    word = f.word(f.parse.object) or (f.parse.words[0] if f.parse.words else None)
    return word.lower.split(" ")[0] if word else None


@fact("head_kind", "Ciri kata inti.")
def _head_kind(f: Facts) -> Any:
    return _kinds(f, f.parse.object)


@fact("rk_words", "Akar kata rencana kinerja di atas indikator ini.")
def _rk_words(f: Facts) -> Any:
    return frozenset(w.lemma for w in f.rk.words) if f.rk else frozenset()


@fact("vague", "Kata mutu tanpa standar yang bukan bagian istilah baku (rules/lists/kata-kabur, istilah-baku).")
def _vague(f: Facts) -> Any:
    return frozenset(w.lower for w in f.vague())


@fact("duty_similarity", "Kemiripan (0–100) dengan uraian tugas jabatan; 0 bila angka atau kata intinya berbeda.")
def _duty_similarity(f: Facts) -> Any:
    own = _content(f.item.text)
    return max((fuzz.token_set_ratio(own, duty) for duty in map(_content, f.header.duties) if _digits(own) == _digits(duty)), default=0.0)


def _content(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


@fact("level", "Jenjang atau jenis jabatan pada kepala SKP (JPT, Administrator, Ahli Muda …).")
def _level(f: Facts) -> Any:
    return f.header.level
