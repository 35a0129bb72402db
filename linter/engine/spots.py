"""Places in a text that are written otherwise than meant: each has its span and, where there is one, what to write instead.

A spot is a fact (the texts at its places), a mark, and with ``fix: {kind: repair}`` its own correction. Rules decide what
is said about them, and whether.
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
    find = _FINDERS.get(name)
    return tuple(find(f)) if find is not None else ()


def spot(name: str, about: str) -> Callable[[Finder], Finder]:
    """Return a decorator that registers a finder as the kind *name*, and as the fact of the same name."""

    def register(find: Finder) -> Finder:
        def texts(f: Facts) -> frozenset[str]:
            return frozenset(f.item.text[s.start : s.end].lower() for s in find(f))

        _FINDERS[name] = find
        SPOTS[name] = FactInfo(name, about, (), texts)
        return find

    return register


def _cased(text: str, like: str) -> str:
    """Return *text* with the capitals of *like*: all of them, the first, or none."""
    if like.isupper() and len(like) > 1:
        return text.upper()
    return text[:1].upper() + text[1:] if like[:1].isupper() else text


# -- words


def _marked(f: Facts, feature: str) -> Iterator[Spot]:
    for word in f.parse.words:
        if feature in word.reading.features and word.reading.meant:
            yield Spot(word.start, word.end, _cased(word.reading.meant, word.text.replace(" ", "")))


@spot("misspelt", "Kata yang salah ketik menurut bentuk dan akarnya (pelayann, terlaksanaya).")
def _misspelt(f: Facts) -> Iterator[Spot]:
    yield from _marked(f, "typo")


@spot("split_word", "Kata berimbuhan yang ditulis terpisah (di laksanakan, terlaksana nya).")
def _split_word(f: Facts) -> Iterator[Spot]:
    yield from _marked(f, "split")


@spot("glued_place", "Kata depan di atau ke yang ditulis serangkai dengan kata tempat (dikantor, kesekolah).")
def _glued_place(f: Facts) -> Iterator[Spot]:
    places = f.lists.get("nomina-tempat", frozenset())
    for word in f.parse.words:
        before, noun = word.lower[:2], word.lower[2:]
        if before in ("di", "ke") and noun in places and "noun" not in word.reading.features:
            yield Spot(word.start, word.end, f"{word.text[:2]} {word.text[2:]}")


_FUNCTION_WORDS = frozenset({"pada", "dan", "di", "ke", "dari", "yang", "untuk", "dengan", "oleh", "atau", "dalam"})
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")


@spot("glued_words", "Dua kata yang ditulis serangkai (padaSKP, Menyusunlaporan).")
def _glued_words(f: Facts) -> Iterator[Spot]:
    words = f.parse.words
    skipped = -1
    for n, word in enumerate(words):
        after = words[n + 1] if n + 1 < len(words) else None
        if n != skipped and after and word.end == after.start and word.text.isalpha() and after.text.isalpha():
            skipped = n + 1
            yield Spot(word.start, after.end, f"{word.text} {after.text}")
        elif word.reading.guessed and (cut := _INNER.search(word.text)):
            left, right = word.text[: cut.start()], word.text[cut.start() :]
            if left.lower() in _FUNCTION_WORDS and right.isupper():
                yield Spot(word.start, word.end, f"{left} {right}")


# -- marks and capitals

_SLASH_GAP = re.compile(r"\w+(?: /(?: )?|/ )\w+")


@spot("slash_gap", "Garis miring dengan spasi di sebelahnya (Asistensi/ pendampingan).")
def _slash_gap(f: Facts) -> Iterator[Spot]:
    for found in _SLASH_GAP.finditer(f.item.text):
        yield Spot(found.start(), found.end(), found[0].replace(" ", ""))


_STOP = re.compile(r"(?:[^\W\d_]{3}|[)%\d])(\.)\s*\Z")
_ENDS_SHORT = re.compile(r"\b(?:dll|dsb|dst|dkk|s\.d|a\.n|u\.p|no|tgl|thn|kec|kab|kel|jl)\.\s*\Z", re.IGNORECASE)


@spot("final_stop", "Titik di akhir rumusan.")
def _final_stop(f: Facts) -> Iterator[Spot]:
    found = _STOP.search(f.item.text)
    if found and not _ENDS_SHORT.search(f.item.text):
        yield Spot(found.start(1), found.end(1), "")


WORDY = 4
"""Letters of a word, and words of a text, from which its capitals tell how it is written."""


@spot("all_caps", "Seluruh rumusan ditulis dengan huruf kapital.")
def _all_caps(f: Facts) -> Iterator[Spot]:
    long_ones = [w for w in f.parse.words if w.text.isalpha() and len(w.text) >= WORDY]
    if len(long_ones) >= WORDY and f.item.text.isupper():
        start, end = f.whole()
        yield Spot(start, end)


_SMALL_WORDS = frozenset(
    {
        "dan",
        "yang",
        "di",
        "ke",
        "dari",
        "untuk",
        "pada",
        "dengan",
        "dalam",
        "oleh",
        "atau",
        "terhadap",
        "kepada",
        "bagi",
    }
)


@spot("capital_function_word", "Kata tugas berhuruf kapital di tengah rumusan (Data Valid Dan Akurat).")
def _capital_function_word(f: Facts) -> Iterator[Spot]:
    for word in f.parse.words[1:]:
        if word.text.istitle() and word.lower in _SMALL_WORDS:
            yield Spot(word.start, word.end, word.text.lower())


# -- numbers and dates


@spot("number_format", "Angka yang ditulis tidak menurut kaidah (90.5 %, 1,000 orang, Rp 1.000.000,-).")
def _number_format(f: Facts) -> Iterator[Spot]:
    yield from (Spot(start, end, better) for start, end, better in misprints(f.item.text))


@spot("repeated_number", "Jumlah atau persentase dalam rencana kinerja yang juga menjadi target indikatornya.")
def _repeated_number(f: Facts) -> Iterator[Spot]:
    targets = [below.target for below in f.around.below if below.target is not None]
    aimed = {(value, t.unit == "%") for t in targets for value in (t.low, t.high) if value is not None}
    for word in f.parse.words if aimed else ():
        share = "percent" in word.reading.features
        if word.tag in ("NUM", "QTY") and "duration" not in word.reading.features:
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


@spot("impossible_date", "Tanggal yang tidak ada, atau tahun dengan lebih dari empat angka (31 Juni; Juli 20205).")
def _impossible_date(f: Facts) -> Iterator[Spot]:
    words = f.parse.words
    for n, word in enumerate(words):
        if word.tag != "TIME":
            continue
        after = words[n + 1] if n + 1 < len(words) else None
        if _long_year(word, after) and after is not None:
            yield Spot(word.start, after.end)
        elif _is_impossible(when := moment(word.lower)):
            last = str(monthrange(when.year or _LEAP, when.month or 1)[1])
            one = word.text.isascii() and not re.search(r"\d\s?-\s?\d+\s", word.text)  # not "30-31 Juni"
            better = re.sub(rf"(?<!\d){when.day}(?!\d)", last, word.text, count=1) if one else None
            yield Spot(word.start, word.end, better)


@spot("deadline_before", "Tenggat yang jatuh sebelum masa penilaian dimulai.")
def _deadline_before(f: Facts) -> Iterator[Spot]:
    begin = f.header.period[0] if f.header.period else ""
    for word, when in deadlines(f):
        if begin and day_of(when) < begin[: len(day_of(when))]:
            yield Spot(word.start, word.end)


@spot("deadline_after", "Tenggat yang jatuh setelah masa penilaian berakhir.")
def _deadline_after(f: Facts) -> Iterator[Spot]:
    end = f.header.period[1] if f.header.period else ""
    for word, when in deadlines(f):
        if end and day_of(when) > end[: len(day_of(when))]:
            yield Spot(word.start, word.end)
