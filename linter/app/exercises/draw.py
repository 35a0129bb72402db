"""Draws papers from the pool: the same seed gives the same paper, on every computer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from random import Random

from linter.app.exercises.levels import RUNGS
from linter.app.exercises.paper import TESTS, Choice, Paper, Question
from linter.app.exercises.pool import CLASSES, FAULTS, TRAPS, Card, Pool
from linter.model import Said
from linter.model.named import ASPECT_NAMES, CLASS_NAMES, POST_NAMES

_CLASS = {name: CLASS_NAMES[name] for name in CLASSES}
_RESULT_OR_WORK = {
    "hasil": Said("Hasil yang dapat ditunjukkan", "A result that can be shown"),
    "kerja": Said("Masih kegiatan atau nama pekerjaan", "Still an activity, or a name of work"),
}
_FITS = {
    "kuantitas": Said(
        "Kuantitas menghitung banyaknya keluaran: angka dengan satuan bendanya.",
        "Quantity counts outputs: a figure with the unit of what is counted.",
    ),
    "kualitas": Said(
        "Kualitas menyatakan mutu: bagian yang memenuhi syarat, atau nilai pada sebuah skala.",
        "Quality says how good they are: the share that meets a standard, or a score on a scale.",
    ),
    "waktu": Said(
        "Waktu menyatakan kapan atau berapa lama: tanggal, bulan, atau lamanya.",
        "Time says when or how long: a date, a month or a duration.",
    ),
    "biaya": Said(
        "Biaya menyatakan uang yang dipakai atau dihemat: rupiah.", "Cost says what is spent or saved: rupiah."
    ),
}
"""How one can tell which aspect and target fit."""
_FEWEST = 3
"""Choices of a question about aspects."""
_MIXED = ("pilah", "jebakan", "ganjil", "perbaiki", "isi", "jenjang")
Maker = Callable[[Pool, Random, str], Iterator[Question]]


def draw(pool: Pool, kind: str, seed: int, count: int, level: str = "semua") -> Paper:
    """Return a paper of *count* questions of *kind* (fewer where the pool has no more of *level*); no text stands twice."""
    if kind in TESTS:
        return draw_tests(pool, seed, count, level)[TESTS.index(kind)]
    pool = pool.half(tests=False)
    random, taken = Random(f"{kind} {seed}"), set[str]()
    if kind != "campur":
        return Paper(kind, seed, level, tuple(_taken(_MAKERS[kind](pool, random, level), count, random, taken)))
    found: list[Question] = []
    for one, share in _shares(pool, level, count):
        found += _taken(_MAKERS[one](pool, random, level), share, random, taken)
    return Paper(kind, seed, level, tuple(found))


def draw_tests(pool: Pool, seed: int, count: int, level: str = "semua") -> tuple[Paper, Paper]:
    """Return two matched tests of *count* questions each: question for question they ask for the same and are as hard.

    They share no text, and no text of theirs is on any other paper.
    """
    pool = pool.half(tests=True)
    random, taken = Random(f"tes {seed}"), set[str]()
    first, second = list[Question](), list[Question]()
    for kind, share in _shares(pool, level, count):
        waiting: dict[str, Question] = {}
        pairs = list[tuple[Question, Question]]()
        for question in _MAKERS[kind](pool, random, level):
            if len(pairs) == share:
                break
            if not question.texts.isdisjoint(taken):
                continue
            other = waiting.pop(question.match, None)
            if other is None:
                waiting[question.match] = question
            elif other.texts.isdisjoint(question.texts | taken):
                pairs.append((other, question))
                taken |= other.texts | question.texts
            else:
                waiting[question.match] = question
        random.shuffle(pairs)
        first += (one for one, _ in pairs)
        second += (other for _, other in pairs)
    return Paper(TESTS[0], seed, level, tuple(first)), Paper(TESTS[1], seed, level, tuple(second))


def _shares(pool: Pool, level: str, count: int) -> list[tuple[str, int]]:
    """Return how many of *count* questions each kind gets, of the kinds that have any of *level*."""
    kinds = [kind for kind in _MIXED if next(_MAKERS[kind](pool, Random(0), level), None) is not None]
    return [(kind, count // len(kinds) + (n < count % len(kinds))) for n, kind in enumerate(kinds)]


def _taken(questions: Iterable[Question], count: int, random: Random, taken: set[str]) -> list[Question]:
    """Return the first *count* of *questions* whose texts are not *taken* yet, in no order, and take their texts."""
    found: list[Question] = []
    for question in questions:
        if len(found) == count:
            break
        if question.texts.isdisjoint(taken):
            taken |= question.texts
            found.append(question)
    random.shuffle(found)
    return found


def _of_level(cards: Iterable[Card], level: str) -> list[Card]:
    return [card for card in cards if level in {"semua", card.level}]


def _in_turn(groups: Iterable[list[Card]], random: Random) -> Iterator[Card]:
    """Yield the cards of all *groups*, one of each in every round, the groups and the cards of each in no order."""
    lists = [list(group) for group in groups]
    for group in lists:
        random.shuffle(group)
    for row in zip_longest(*lists):
        cards = [card for card in row if card is not None]
        random.shuffle(cards)
        yield from cards


def _class_choices(names: Mapping[str, Said]) -> tuple[Choice, ...]:
    return tuple(Choice(name, said) for name, said in names.items())


def _sort(pool: Pool, random: Random, level: str) -> Iterator[Question]:
    cards = [card for card in _of_level(pool.statements, level) if not card.labels.semu]
    asked = Said("Pencapaian, aktivitas, atau kategori?", "A result, an activity, or a name of work?")
    for card in _in_turn([[c for c in cards if c.labels.class_ == name] for name in CLASSES], random):
        yield Question(
            "pilah", asked, (card.item.text,), _class_choices(_CLASS), card.labels.class_ or "", (card.item,),
            match=f"{card.labels.class_} {card.level}",
        )  # fmt: skip


def _trap(pool: Pool, random: Random, level: str) -> Iterator[Question]:
    cards = [card for card in _of_level(pool.statements, level) if card.traps]
    asked = Said("Hati-hati: sudah hasil, atau masih kerja?", "Mind the trap: a result, or still work?")
    choices = _class_choices(_RESULT_OR_WORK)
    for card in _in_turn([[c for c in cards if c.traps[-1] == name] for name in TRAPS], random):
        right = "hasil" if card.labels.class_ == "pencapaian" and not card.labels.semu else "kerja"
        trap, match = TRAPS[card.traps[-1]], f"{card.traps[-1]} {card.level}"
        yield Question("jebakan", asked, (card.item.text,), choices, right, (card.item,), trap, match)


def _odd(pool: Pool, random: Random, level: str) -> Iterator[Question]:
    cards = [card for card in _of_level(pool.statements, level) if not card.labels.semu]
    groups = {name: [card for card in cards if card.labels.class_ == name] for name in CLASSES}
    for group in groups.values():
        random.shuffle(group)
    asked = Said("Mana yang kelasnya berbeda?", "Which one is of another class?")
    while pairs := [(u, o) for u in CLASSES for o in CLASSES if u != o and len(groups[u]) >= 3 and groups[o]]:
        usual, odd = random.choice(pairs)
        one = groups[odd].pop()
        four = [one, *(groups[usual].pop() for _ in range(3))]
        random.shuffle(four)
        choices = tuple(_sentence(n, c.item.text) for n, c in enumerate(four, 1))
        items, match = tuple(card.item for card in four), f"{usual} {odd}"
        yield Question("ganjil", asked, (), choices, str(four.index(one) + 1), items, match=match)


def _mend(pool: Pool, random: Random, level: str) -> Iterator[Question]:
    cards = [card for card in _of_level(pool.indicators, level) if card.fault != "baik" or not card.counts]
    asked = Said("Apa yang perlu diperbaiki pada indikator ini?", "What should be improved in this indicator?")
    for card in _in_turn([[c for c in cards if c.fault == name] for name in FAULTS], random):
        yield Question(
            "perbaiki", asked, _beside(card), _class_choices(FAULTS), card.fault, (card.item,), match=card.fault
        )


def _beside(card: Card) -> tuple[str, ...]:
    """Return the rencana kinerja, the indicator and the target of a card, as they are shown."""
    return card.item.rk or "", card.item.text, card.item.target or ""


def _fill(pool: Pool, random: Random, level: str) -> Iterator[Question]:
    """Ask which aspect and target an indicator has; the others are those of its sister indicators, so that all are likely."""
    rows: dict[str, dict[str, Card]] = defaultdict(dict)
    for card in _of_level(pool.indicators, level):
        if card.natural and card.item.rk:
            rows[card.item.rk].setdefault(card.labels.aspect or "", card)
    whole = [row for row in rows.values() if len(row) >= _FEWEST]
    by_aspect = [[row[name] for row in whole if name in row] for name in ASPECT_NAMES]
    asked = Said("Aspek dan target mana yang cocok?", "Which aspect and target fit?")
    for card in _in_turn(by_aspect, random):
        own = card.labels.aspect or ""
        pairs = [(name, other.item.target or "") for name, other in rows[card.item.rk or ""].items()]
        random.shuffle(pairs)
        choices = tuple(Choice(str(n), _pair(*pair)) for n, pair in enumerate(pairs, 1))
        right = str(next(n for n, (aspect, _) in enumerate(pairs, 1) if aspect == own))
        yield Question(
            "isi", asked, (card.item.rk or "", card.item.text), choices, right, (card.item,), _FITS[own], own
        )


def _pair(aspect: str, target: str) -> Said:
    name = ASPECT_NAMES[aspect]
    return Said(f"{name.id}: {target}", f"{name.en}: {target}")


def _ladder(pool: Pool, random: Random, level: str) -> Iterator[Question]:
    """Ask which of four results is that of a level, set after set; how hard it is nobody has measured."""
    rungs = random.sample(RUNGS, len(RUNGS))
    for n, one in enumerate(random.sample(pool.levels.sets, len(pool.levels.sets))):
        name = rungs[n % len(rungs)]
        post, texts = POST_NAMES[name], random.sample([one.of(rung) for rung in RUNGS], len(RUNGS))
        asked = Said(f"Mana hasil kerja {post.id}?", f"Which result is that of the {post.en}?")
        choices = tuple(_sentence(n, text) for n, text in enumerate(texts, 1))
        right = str(texts.index(one.of(name)) + 1)
        yield Question("jenjang", asked, (one.topik,), choices, right, (), pool.levels.alasan.of(name), name)


def _sentence(n: int, text: str) -> Choice:
    return Choice(str(n), Said(text, text), written=True)


_MAKERS: dict[str, Maker] = {
    "pilah": _sort, "jebakan": _trap, "ganjil": _odd, "perbaiki": _mend, "isi": _fill, "jenjang": _ladder,
}  # fmt: skip
