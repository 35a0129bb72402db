"""Draws papers from the pool: the same seed gives the same paper, on every computer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from random import Random

from linter.app.exercises.paper import Choice, Paper, Question
from linter.app.exercises.pool import CLASSES, FAULTS, TRAPS, Card, LevelSet, Pool
from linter.model import Said

_CLASS = {
    "pencapaian": Said("Pencapaian", "Result"),
    "aktivitas": Said("Aktivitas", "Activity"),
    "kategori": Said("Kategori", "Name of work"),
    "semu": Said("Pencapaian semu", "Disguised activity"),
}
_ASPECTS = ("kuantitas", "kualitas", "waktu", "biaya")
_POSTS = {
    "jpt": Said("Pimpinan tinggi", "Head of the office"),
    "administrator": Said("Administrator", "Administrator"),
    "pengawas": Said("Pengawas", "Supervisor"),
    "pelaksana": Said("Pelaksana", "Staff"),
}
_MIXED = ("pilah", "jebakan", "ganjil", "perbaiki", "isi", "jenjang")
Maker = Callable[[Pool, Random, str, int], list[Question]]


def draw(pool: Pool, kind: str, seed: int, count: int, level: str = "semua") -> Paper:
    """Return a paper of *count* questions of *kind* (fewer where the pool has no more of *level*)."""
    return Paper(kind, seed, level, tuple(_questions(pool, kind, Random(f"{kind} {seed}"), level, count)))


def draw_tests(pool: Pool, seed: int, count: int, level: str = "semua") -> tuple[Paper, Paper]:
    """Return two matched tests of *count* questions each: as many of each kind, of each answer, and none in both."""
    both = _questions(pool, "campur", Random(f"tes {seed}"), level, 2 * count)
    alike: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for question in both:
        alike[question.kind, question.right if question.kind in {"pilah", "perbaiki"} else ""].append(question)
    halves: tuple[list[Question], list[Question]] = [], []
    for group in alike.values():
        for question in group:  # now the one, now the other, so that neither gets more of a group
            min(halves, key=len).append(question)
    first, second = halves
    return Paper("tes", seed, level, tuple(first), "awal"), Paper("tes", seed, level, tuple(second), "akhir")


def _questions(pool: Pool, kind: str, random: Random, level: str, count: int) -> list[Question]:
    if kind != "campur":
        return _MAKERS[kind](pool, random, level, count)[:count]
    found: list[Question] = []
    for n, one in enumerate(_MIXED):
        share = count // len(_MIXED) + (n < count % len(_MIXED))
        found += _MAKERS[one](pool, random, level, share)[:share]
    return found


def _of_level(cards: Iterable[Card], level: str) -> list[Card]:
    return [card for card in cards if level in {"semua", card.level}]


def _evenly(groups: Sequence[list[Card]], random: Random, count: int) -> list[Card]:
    """Return *count* cards, as many of each of *groups* as there are, in no order."""
    for group in groups:
        random.shuffle(group)
    found = [group[n] for n in range(count) for group in groups if n < len(group)][:count]
    random.shuffle(found)
    return found


def _class_choices(names: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(name, _CLASS[name]) for name in names)


def _sort(pool: Pool, random: Random, level: str, count: int) -> list[Question]:
    cards = [card for card in _of_level(pool.statements, level) if not card.labels.semu]
    asked = Said("Pencapaian, aktivitas, atau kategori?", "A result, an activity, or a name of work?")
    return [
        Question("pilah", asked, (card.item.text,), _class_choices(CLASSES), card.labels.class_ or "", (card.item,))
        for card in _evenly([[c for c in cards if c.labels.class_ == name] for name in CLASSES], random, count)
    ]


def _trap(pool: Pool, random: Random, level: str, count: int) -> list[Question]:
    cards = [card for card in _of_level(pool.statements, level) if card.traps]
    asked = Said("Hati-hati: kelas apakah ini?", "Mind the trap: which class is this?")
    return [
        Question(
            "jebakan",
            asked,
            (card.item.text,),
            _class_choices(_CLASS),
            "semu" if card.labels.semu else card.labels.class_ or "",
            (card.item,),
            TRAPS[card.traps[-1]],
        )
        for card in _evenly([[c for c in cards if name in c.traps] for name in TRAPS], random, count)
    ]


def _odd(pool: Pool, random: Random, level: str, count: int) -> list[Question]:
    cards = [card for card in _of_level(pool.statements, level) if not card.labels.semu]
    groups = {name: [card for card in cards if card.labels.class_ == name] for name in CLASSES}
    for group in groups.values():
        random.shuffle(group)
    found: list[Question] = []
    while len(found) < count:
        usual, odd = random.sample(CLASSES, 2)
        if len(groups[usual]) < 3 or not groups[odd]:
            break
        one = groups[odd].pop()
        four = [one, *(groups[usual].pop() for _ in range(3))]
        random.shuffle(four)
        choices = tuple(Choice(str(n), Said(c.item.text, c.item.text)) for n, c in enumerate(four, 1))
        asked = Said("Mana yang kelasnya berbeda?", "Which one is of another class?")
        found.append(Question("ganjil", asked, (), choices, str(four.index(one) + 1), tuple(c.item for c in four)))
    return found


def _mend(pool: Pool, random: Random, level: str, count: int) -> list[Question]:
    cards = _of_level(pool.indicators, level)
    choices = tuple(Choice(name, said) for name, said in FAULTS.items())
    asked = Said(
        "Apa yang perlu diperbaiki pada indikator ini? Tuliskan perbaikannya.",
        "What should be mended in this indicator? Write a better one.",
    )
    return [
        Question("perbaiki", asked, _beside(card), choices, card.fault, (card.item,))
        for card in _evenly([[c for c in cards if c.fault == name] for name in FAULTS], random, count)
    ]


def _beside(card: Card) -> tuple[str, ...]:
    """Return the rencana kinerja, the indicator and the target of a card, as they are shown."""
    return card.item.rk or "", card.item.text, card.item.target or ""


def _fill(pool: Pool, random: Random, level: str, count: int) -> list[Question]:
    """Ask for the aspect of an indicator and for its target, together: four pairs, of which one fits."""
    good = [card for card in _of_level(pool.indicators, level) if card.fault == "baik" and card.labels.aspect]
    by_aspect = {name: [card for card in good if card.labels.aspect == name] for name in _ASPECTS}
    asked = Said("Aspek dan target mana yang cocok?", "Which aspect and target fit?")
    found: list[Question] = []
    for card in _evenly([by_aspect[name] for name in _ASPECTS], random, count):
        own = card.labels.aspect or ""
        pairs: list[tuple[str, str]] = [(own, card.item.target or "")]
        others = [name for name in _ASPECTS if name != own and by_aspect[name]]
        for other in random.sample(others, min(3, len(others))):
            pairs.append((other, random.choice(by_aspect[other]).item.target or ""))
        random.shuffle(pairs)
        choices = tuple(Choice(str(n), _pair(*pair)) for n, pair in enumerate(pairs, 1))
        right = str(next(n for n, (aspect, _) in enumerate(pairs, 1) if aspect == own))
        found.append(Question("isi", asked, (card.item.rk or "", card.item.text), choices, right, (card.item,)))
    return found


def _pair(aspect: str, target: str) -> Said:
    return Said(f"{aspect.capitalize()}: {target}", f"{_IN_ENGLISH[aspect]}: {target}")


_IN_ENGLISH = {"kuantitas": "Quantity", "kualitas": "Quality", "waktu": "Time", "biaya": "Cost"}


def _ladder(pool: Pool, random: Random, level: str, count: int) -> list[Question]:
    """Ask whose result each of a set is; whole sets as long as there is room."""
    asked = Said("Hasil kerja jenjang mana?", "The result of which level?")
    choices = tuple(Choice(name, said) for name, said in _POSTS.items())
    found: list[Question] = []
    for one in random.sample(pool.sets, len(pool.sets)):
        names = list(_POSTS)
        random.shuffle(names)
        found += [
            Question("jenjang", asked, (one.topik, _of_post(one, name)), choices, name) for name in names
        ]  # fmt: skip
    return found[:count]


def _of_post(one: LevelSet, name: str) -> str:
    return str(getattr(one, name))


_MAKERS: dict[str, Maker] = {
    "pilah": _sort, "jebakan": _trap, "ganjil": _odd, "perbaiki": _mend, "isi": _fill, "jenjang": _ladder,
}  # fmt: skip
