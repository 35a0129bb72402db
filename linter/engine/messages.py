"""Messages of rules: facts in braces are filled in, and each unknown one is an error when the rule is loaded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from linter.engine.act_facts import act_in
from linter.engine.act_places import front_end
from linter.engine.act_words import ACT_FILLERS, act_filler
from linter.engine.casing import lower_first, upper_first
from linter.engine.facts import FactInfo, Facts
from linter.engine.spots import SPOTS, spots_of
from linter.language.inflect import Inflection, Paradigm, best
from linter.model import Phrase, Word

_FIELD = re.compile(r"\{([A-Za-z_][A-Za-z0-9_.]*)(\??)\}")
_LEFT_OUT = re.compile(r" (?= )| (?=[,.;]| ?$)")


_NOUNS = frozenset({"N", "N_AN", "N_PE", "N_PEAN", "N_PERAN", "N_KEAN"})


def fields(template: str) -> list[str]:
    """Return the names in braces in *template*."""
    return [name for name, _ in _FIELD.findall(template)]


def stray(template: str) -> bool:
    """Tell whether *template* has a brace that belongs to no name."""
    return not {"{", "}"}.isdisjoint(_FIELD.sub("", template))


def _text(phrase: Phrase | None) -> str:
    return phrase.text if phrase is not None else ""


def _head_text(f: Facts) -> str:
    word = f.word(f.parse.object)
    return word.text if word is not None else _text(f.parse.object)


def _is_empty(f: Facts) -> bool:
    """Tell whether the result of the verb would say only that work was done ("terlaksana", "terfasilitasi")."""
    empty = f.lists.get("akar-hasil-kosong", frozenset()) | f.lists.get("akar-ringan", frozenset())
    return f.parse.verb is not None and f.parse.words[f.parse.verb.head].lemma in empty


def _said(forms: Paradigm | None, place: str) -> str:
    """Return the best form in *place* that people say; "" where there is none."""
    return best(getattr(forms, place)) if forms is not None else ""


def _behind_front(f: Facts) -> int:
    """Return the index of the word at which the clause begins, behind what stands in front of it and its subject."""
    act, verb = act_in(f), f.parse.verb
    if f.parse.form == "klausa_aktif" and verb is not None:
        return verb.first
    return front_end(f, act) if act is not None else 0


def _by_doing(f: Facts, i: Inflection) -> str:
    """Return the clause as the way to a result: "dengan menyusun …", "melalui penyusunan …"."""
    said = _statement(f, i, first := _behind_front(f))
    word = f.parse.words[first] if said and f.parse.words else None
    noun = word is not None and word.tag in _NOUNS and not word.reading.guessed and said.startswith(word.lower[:3])
    return f"{'melalui' if noun else 'dengan'} {said}" if said else ""


def _statement(f: Facts, i: Inflection, first: int = 0) -> str:
    """Return the statement from the word *first* on as it goes on inside a sentence: without list number and final stop,
    its first letter small.

    Commands (bantu jemaah; rekap dan kirim data) become what the writer does (membantu jemaah; merekap dan mengirim data).
    """
    words, text = f.parse.words, f.item.text
    if not words:
        return lower_first(" ".join(text.split()))
    pieces, end = list[str](), words[first].start
    for n, word in enumerate(words[first:], first):
        joined = n == first or words[n - 1].tag in {"CONJ", "COMMA"} or words[n - 1].lower in {"lalu", "kemudian"}
        leads = n == first or word.tag == "V_ROOT"
        said = _active(word, i) if joined and leads and f.parse.form == "verba_aktif" else ""
        pieces += [text[end : word.start], said or text[word.start : word.end]]
        end = word.end
    return lower_first(" ".join("".join(pieces).split()))


def _active(word: Word, i: Inflection) -> str:
    """Return the active form of a command; "" for another word, and for a root like "duduk" that needs a suffix."""
    if word.tag not in {"V_ROOT", "PREP", "N"}:
        return ""
    said = _said(i.of(word.reading) or i.of_root(word.lemma), "active")
    return said if said.endswith(word.lower[-3:]) else ""


def _better(f: Facts, match: str) -> str:
    """Return what should stand where *match* stands, by the spots of the text; "" where none of them says."""
    text = f.item.text
    spots = (spot for kind in SPOTS for spot in spots_of(kind, f))
    return next((s.better for s in spots if s.better and text[s.start : s.end] == match), "")


Filler = Callable[[Facts, Inflection, str], str]

FILLERS: dict[str, Filler] = {
    "verb": lambda f, i, m: _text(f.parse.verb),
    "object": lambda f, i, m: lower_first(_text(f.parse.object)),
    "Object": lambda f, i, m: upper_first(_text(f.parse.object)),
    "subject": lambda f, i, m: _text(f.parse.subject),
    "head": lambda f, i, m: _head_text(f),
    "match": lambda f, i, m: m,
    "text": lambda f, i, m: f.item.text.strip(),
    "rumusan": lambda f, i, m: _statement(f, i),
    "dengan": lambda f, i, m: _by_doing(f, i),
    "target": lambda f, i, m: (f.item.target or "").strip(),
    "unit": lambda f, i, m: (f.target.unit or "") if f.target else "",
    "aspek": lambda f, i, m: (f.item.aspek or "").strip(),
    "aspect": lambda f, i, m: f.indicator.aspect if f.indicator else "",
    "hasil": lambda f, i, m: "" if _is_empty(f) else _said(i.of_parse(f.parse), "result"),
    "Hasil": lambda f, i, m: "" if _is_empty(f) else upper_first(_said(i.of_parse(f.parse), "event")),
    "pasif": lambda f, i, m: _said(i.of_parse(f.parse), "passive"),
    "aktif": lambda f, i, m: _said(i.of_parse(f.parse), "active"),
    "better": lambda f, i, m: _better(f, m),
    **{name: act_filler(name) for name in ACT_FILLERS},
}
"""What may stand in braces, besides the name of any fact.

``dengan``: dengan menyusun …, the statement as the way to a result; ``hasil``: tersusun; ``Hasil``: Tersusunnya; ``pasif``:
disusun; ``aktif``: menyusun; ``better``: what should stand at the marked spot.
"""


class Template(msgspec.Struct, frozen=True):
    """A template taken apart: how it begins, then fields, each with whether it may be empty and the text behind it."""

    begin: str
    fields: tuple[tuple[str, bool, str], ...]

    @classmethod
    def of(cls, text: str) -> Template:
        """Return the template of *text*."""
        begin, *rest = _FIELD.split(text)
        return cls(begin, tuple((rest[n], bool(rest[n + 1]), rest[n + 2]) for n in range(0, len(rest), 3)))


class Speech(msgspec.Struct, frozen=True):
    """What templates are filled from besides the text itself: forms of words, and the facts that may stand in braces."""

    inflection: Inflection
    facts: Mapping[str, FactInfo]
    templates: dict[str, Template] = {}

    def ready(self, text: str) -> Template:
        """Return the template of *text*, taken apart once; there are no more than rules and ladders say."""
        known = self.templates.get(text)
        if known is None:
            known = self.templates[text] = Template.of(text)
        return known


def fill(template: str | Template, facts: Facts, speech: Speech, match: str, *, blank: str = "") -> str | None:
    """Return *template* with its fields filled in; None where one is empty, unless *blank* may stand for it.

    A field with a question mark ("{tujuan?}") may be empty: the space beside it goes too.
    """
    ready = speech.ready(template) if isinstance(template, str) else template
    if not ready.fields:
        return ready.begin
    out = [ready.begin]
    loose = False
    for name, optional, behind in ready.fields:
        filler = FILLERS.get(name)
        text = filler(facts, speech.inflection, match) if filler else _written(speech.facts[name].get(facts))
        if not (text or optional or blank):
            return None
        loose = loose or (optional and not text)
        out += (text or ("" if optional else blank), behind)
    filled = "".join(out)
    return _LEFT_OUT.sub("", filled).strip() if loose else filled


def _written(value: Any) -> str:
    """Return the value of a fact as it stands in a sentence: several are parted by commas, a decimal has a comma."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value)))
    return figure(value) if isinstance(value, float) else str(value)


def figure(value: float) -> str:
    """Return a number as it is written in Indonesian: 75.000, 12,5."""
    return (
        f"{round(value, 4):,.10g}".translate(str.maketrans(",.", ".,"))
        if abs(value) < 1e10
        else f"{value:,.0f}".replace(",", ".")
    )
