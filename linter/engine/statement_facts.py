"""Facts of how a statement is built: its form, verb, object, subject and qualifiers."""

from __future__ import annotations

from typing import Any

from linter.engine.facts import Facts, Registry
from linter.model import Phrase

FORMS = (
    "verba_aktif", "nominalisasi_hasil", "hasil_awal", "eksistensial", "klausa_pasif", "klausa_ter", "klausa_keadaan",
    "klausa_aktif", "klausa_sifat", "klausa_nominal", "nomina_tindakan", "nomina_keadaan", "nomina",
    "pasif_persona", "keterangan", "kosong",
)  # fmt: skip
QUALIFIER_TYPES = ("mutu", "waktu", "kesesuaian", "kuantitas", "lingkup", "tujuan", "penerima", "cara", "relatif")

STATEMENT: Registry = Registry()
fact = STATEMENT


def _lower(phrase: Phrase | None) -> str | None:
    return phrase.text.lower() if phrase is not None else None


def _kinds(f: Facts, phrase: Phrase | None) -> frozenset[str]:
    word = f.word(phrase)
    return word.reading.features if word is not None else frozenset()


@fact("form", "Bentuk rumusan menurut tata bahasa (grammars/statement.lark).", FORMS)
def _form(f: Facts) -> Any:
    return f.parse.form


@fact("complete", "Benar bila tidak ada kata yang tidak mendapat tempat dalam uraian.", ("true", "false"))
def _complete(f: Facts) -> Any:
    return f.parse.complete


@fact("negated", "Benar bila predikatnya disangkal (tidak ditolak, belum pernah terlambat).", ("true", "false"))
def _negated(f: Facts) -> Any:
    return f.parse.negated


@fact("clauses", "Banyaknya klausa dalam satu rumusan.", number=True)
def _clauses(f: Facts) -> Any:
    return f.parse.clauses


@fact("verb", "Kata yang memegang predikat atau tindakan, huruf kecil.")
def _verb(f: Facts) -> Any:
    return _lower(f.parse.verb)


@fact("verb_root", "Akar kata verba pertama.")
def _verb_root(f: Facts) -> Any:
    return f.parse.words[f.parse.verb.head].lemma if f.parse.verb else None


@fact("verb_roots", "Akar semua verba yang setara (dan …).")
def _verb_roots(f: Facts) -> Any:
    v = f.parse.verb
    return frozenset(w.lemma for w in f.parse.words[v.first : v.last + 1] if w.tag[:1] in "VNA") if v else frozenset()


@fact("verb_kind", "Ciri verba menurut leksikon (transitive, intransitive, state, stative, role, process, event …).")
def _verb_kind(f: Facts) -> Any:
    return f.parse.words[f.parse.verb.head].reading.features if f.parse.verb else frozenset()


@fact("verb_affixes", "Imbuhan verba pertama.")
def _verb_affixes(f: Facts) -> Any:
    return frozenset(f.parse.words[f.parse.verb.head].reading.affixes) if f.parse.verb else frozenset()


@fact("object", "Frasa yang dikenai, dihasilkan, atau dibicarakan, huruf kecil.")
def _object(f: Facts) -> Any:
    return _lower(f.parse.object)


@fact("object_head", "Kata inti objek, huruf kecil.")
def _object_head(f: Facts) -> Any:
    word = f.word(f.parse.object)
    return word.lower.split(" ")[0] if word else None


@fact(
    "object_tag", "Jenis kata inti objek (V_ACT bila objeknya sendiri sebuah kegiatan: terselesaikannya melakukan …)."
)
def _object_tag(f: Facts) -> Any:
    word = f.word(f.parse.object)
    return word.tag if word else None


@fact("object_tags", "Jenis kata yang ada dalam objek (ADJ, V_ROOT …).")
def _object_tags(f: Facts) -> Any:
    o = f.parse.object
    return frozenset(w.tag for w in f.parse.words[o.first : o.last + 1]) if o else frozenset()


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


@fact("object_length", "Banyaknya kata dalam objek.", number=True)
def _object_length(f: Facts) -> Any:
    o = f.parse.object
    return o.last - o.first + 1 if o else 0


@fact("object_heads", "Banyaknya inti yang dirangkai dalam objek (surat masuk dan surat keluar: 2).", number=True)
def _object_heads(f: Facts) -> Any:
    o = f.parse.object
    return 1 + sum(w.tag in {"CONJ", "COMMA"} for w in f.parse.words[o.first : o.last + 1]) if o else 0


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


@fact("qualifiers", "Jenis keterangan yang ada.", QUALIFIER_TYPES)
def _qualifiers(f: Facts) -> Any:
    return frozenset(q.type for q in f.parse.qualifiers)


@fact(
    "standard",
    "Jenis keterangan yang menyebut standar: mutu tidak kabur, tenggat, jumlah, kesesuaian dengan rujukan.",
    QUALIFIER_TYPES,
)
def _standard(f: Facts) -> Any:
    return frozenset(q.type for q in f.parse.qualifiers if q.standard)


@fact("prepositions", "Kata depan yang membuka keterangan, huruf kecil.")
def _prepositions(f: Facts) -> Any:
    return frozenset(f.parse.words[q.phrase.first].lower for q in f.parse.qualifiers)


@fact("qualifier_words", "Kata-kata dalam keterangan, huruf kecil.")
def _qualifier_words(f: Facts) -> Any:
    return frozenset(w.lower for q in f.parse.qualifiers for w in f.parse.words[q.phrase.first : q.phrase.last + 1])


@fact("first_word", "Kata pertama, huruf kecil.")
def _first_word(f: Facts) -> Any:
    return f.parse.words[0].lower if f.parse.words else None


@fact("length", "Banyaknya kata dalam rumusan.", number=True)
def _length(f: Facts) -> Any:
    return sum(w.lower[:1].isalnum() for w in f.parse.words)


@fact("word_count", "Banyaknya kata menurut spasinya, tanpa isi kurung.", number=True)
def _word_count(f: Facts) -> Any:
    forms = [form for word in f.parse.words if (form := word.reading.form)[:1].isalnum()]
    return " ".join(forms).count(" ") + 1 if forms else 0


@fact("head", "Kata inti indikator atau rumusan tanpa verba, huruf kecil.")
def _head(f: Facts) -> Any:
    word = f.word(f.parse.object) or (f.parse.words[0] if f.parse.words else None)
    return word.lower.split(" ")[0] if word else None


@fact("head_kind", "Ciri kata inti.")
def _head_kind(f: Facts) -> Any:
    return _kinds(f, f.parse.object)


@fact(
    "vague",
    "Kata mutu tanpa standar yang bukan bagian istilah baku (rules/lists/kata-kabur, istilah-baku).",
    cues=("@kata-kabur",),
)
def _vague(f: Facts) -> Any:
    return frozenset(w.lower for w in f.vague())
