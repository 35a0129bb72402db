"""Places in a text that are written otherwise than meant: each has its span and, where there is one, what to write instead.

A spot is a fact (the texts at its places), a mark, and with ``fix: {kind: repair}`` its own correction. Rules decide what
is said about them, and whether. Those of spelling and of phrases stand in modules of their own.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator

import msgspec

from linter.engine.deadlines import day_of, deadlines
from linter.engine.facts import FactInfo, Facts, Registry
from linter.language.figures import misprints
from linter.language.moments import moment
from linter.language.numerals import number
from linter.language.times import MONTHS
from linter.model import Moment, Word

SPOTS: Registry = Registry()
"""Every kind of spot as a fact: the texts that stand at its places, in lower case."""


class Spot(msgspec.Struct, frozen=True):
    """A place in a text (code points) and what should stand there; None where only the writer knows."""

    start: int
    end: int
    better: str | None = None


Finder = Callable[[Facts], Iterator[Spot]]
_FINDERS: dict[str, Finder] = {}


def spots_of(name: str, f: Facts) -> tuple[Spot, ...]:
    """Return the spots of the kind *name* in the text of *f*, from left to right; none for a name that is no kind."""
    key = f"spots of {name}"
    known: tuple[Spot, ...] | None = f.found.get(key)
    if known is None:
        find = _FINDERS.get(name)
        known = f.found[key] = tuple(find(f)) if find is not None else ()
    return known


def spot(name: str, about: str, *, cues: tuple[str, ...] = ()) -> Callable[[Finder], Finder]:
    """Return a decorator that registers a finder as the kind *name*, and as the fact of the same name, with its cues."""

    def register(find: Finder) -> Finder:
        def texts(f: Facts) -> frozenset[str]:
            return frozenset(f.item.text[s.start : s.end].lower() for s in spots_of(name, f))

        _FINDERS[name] = find
        SPOTS[name] = FactInfo(name, about, (), texts, cues=cues)
        return find

    return register


# -- marks and capitals

_SLASHED = re.compile(r"(?<!\w)[^\W\d_]++(?: ?/ ?[^\W\d_]++)++(?!\w)")


@spot("slash_gap", "Garis miring dengan spasi di sebelahnya (Asistensi/ pendampingan).", cues=("#/",))
def _slash_gap(f: Facts) -> Iterator[Spot]:
    for found in _SLASHED.finditer(f.item.text) if "/" in f.item.text else ():
        if " " in found[0]:
            yield Spot(found.start(), found.end(), found[0].replace(" ", ""))


_STOP = re.compile(r"(?:[^\W\d_]{3}|[)%\d])(\.)\s*\Z")
_ENDS_SHORT = re.compile(
    r"\b(?:dll|dsb|dst|dkk|s\.d|a\.n|u\.p|no|tgl|thn|kec|kab|kel|prov|jl|bag|tbk|jan|feb|mar|apr|agt|agu|sept|okt|nov|des)\.\s*\Z",
    re.IGNORECASE,
)


_NEXT_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?]\s+[A-Z]")


@spot("final_stop", "Titik di akhir rumusan yang hanya satu kalimat.", cues=("#.",))
def _final_stop(f: Facts) -> Iterator[Spot]:
    text = f.item.text
    found = _STOP.search(text) if text.rstrip().endswith(".") else None
    if found and not _ENDS_SHORT.search(text) and not _NEXT_SENTENCE.search(text):
        yield Spot(found.start(1), found.end(1), "")


WORDY = 4
"""Letters of a word, and words of a text, from which its capitals tell how it is written."""


@spot("all_caps", "Seluruh rumusan ditulis dengan huruf kapital.", cues=("#caps",))
def _all_caps(f: Facts) -> Iterator[Spot]:
    if f.item.text.isupper() and sum(len(word) >= WORDY and word.isalpha() for word in f.item.text.split()) >= WORDY:
        start, end = f.whole()
        yield Spot(start, end, _in_small_letters(f, start, end))


def _in_small_letters(f: Facts, start: int, end: int) -> str | None:
    """Return ``[start, end)`` with capitals only where a sentence has them; None where a word may be a name."""
    text, at, out = f.item.text, start, ""
    for n, word in enumerate(f.parse.words):
        features = word.reading.features
        short = "abbreviation" in features or _VOWELS.isdisjoint(word.lower)
        if not short and (word.reading.guessed or "typo" in features or word.tag == "PAREN"):
            return None
        form = text[word.start : word.end]
        form = form if short else _WORD.sub(_small, form)
        out += text[at : word.start] + (form[:1].upper() + form[1:] if n == 0 else form)
        at = word.end
    return out + text[at:end]


_WORD = re.compile(r"\w+")
_VOWELS = frozenset("aeiou")
_NAMED_DAYS = frozenset({"senin", "selasa", "rabu", "kamis", "jumat", "sabtu"})


def _small(found: re.Match[str]) -> str:
    """Return a word in capitals as it stands in a sentence: a roman number keeps them, a month or day its first."""
    form, lower = found[0], found[0].lower()
    return form if set(form) <= set("IVX") else lower.title() if lower in MONTHS or lower in _NAMED_DAYS else lower


# -- numbers and dates


@spot(
    "number_format",
    "Angka yang ditulis tidak menurut kaidah (90.5 %, 1,000 orang, Rp 1.000.000,-).",
    cues=("#%", "#,", "#Rp"),
)
def _number_format(f: Facts) -> Iterator[Spot]:
    yield from (Spot(start, end, better) for start, end, better in misprints(f.item.text))


@spot(
    "repeated_number",
    "Jumlah atau persentase dalam rencana kinerja yang juga menjadi target indikatornya.",
    cues=("#digit",),
)
def _repeated_number(f: Facts) -> Iterator[Spot]:
    targets = [below.target for below in f.around.below if below.target is not None]
    aimed = {(value, t.unit == "%") for t in targets for value in (t.low, t.high) if value is not None}
    for word in f.parse.words if aimed else ():
        share = "percent" in word.reading.features
        if word.tag in {"NUM", "QTY"} and "duration" not in word.reading.features:
            value = number(word.reading.root, "%" if share else None)
            if value is not None and (value, share) in aimed:
                yield Spot(word.start, word.end)


def _is_impossible(when: Moment) -> bool:
    return bool(when.day and when.month and when.day > monthrange(when.year or _LEAP, when.month)[1])


_LEAP = 2024
"""A year in which February has its most days."""


def _long_year(month: Word, after: Word | None) -> bool:
    """Tell whether a year of five digits or more follows a month."""
    return (
        after is not None
        and after.text.isdecimal()
        and len(after.text) > len("2026")
        and any(token in MONTHS for token in month.lower.split())
    )


def _ends_in_long_year(word: Word) -> bool:
    """Tell whether a date ends in a year of five digits or more: "25 Juli 20214"."""
    last = word.lower.rpartition(" ")[2]
    return last.isdecimal() and len(last) > len("2026") and any(token in MONTHS for token in word.lower.split())


@spot(
    "impossible_date",
    "Tanggal yang tidak ada, atau tahun dengan lebih dari empat angka (31 Juni; Juli 20205).",
    cues=("#date",),
)
def _impossible_date(f: Facts) -> Iterator[Spot]:
    words = f.parse.words
    for n, word in enumerate(words):
        if word.tag != "TIME":
            continue
        after = words[n + 1] if n + 1 < len(words) else None
        if _long_year(word, after) and after is not None:
            yield Spot(word.start, after.end)
        elif _ends_in_long_year(word):
            yield Spot(word.start, word.end)
        elif _is_impossible(when := moment(word.lower)):
            last = str(monthrange(when.year or _LEAP, when.month or 1)[1])
            one = word.text.isascii() and not re.search(r"\d\s?-\s?\d+\s", word.text)  # not "30-31 Juni"
            better = re.sub(rf"(?<!\d){when.day}(?!\d)", last, word.text, count=1) if one else None
            yield Spot(word.start, word.end, better)


@spot("deadline_before", "Tenggat yang jatuh sebelum masa penilaian dimulai.", cues=("#date",))
def _deadline_before(f: Facts) -> Iterator[Spot]:
    begin = f.header.period[0] if f.header.period else ""
    for word, when in deadlines(f) if begin else ():
        if day_of(when) < begin[: len(day_of(when))]:
            yield Spot(word.start, word.end)


@spot("deadline_after", "Tenggat yang jatuh setelah masa penilaian berakhir.", cues=("#date",))
def _deadline_after(f: Facts) -> Iterator[Spot]:
    end = f.header.period[1] if f.header.period else ""
    for word, when in deadlines(f) if end else ():
        if day_of(when) > end[: len(day_of(when))]:
            yield Spot(word.start, word.end)
