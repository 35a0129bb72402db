"""A class that answers together: the question in hand and how many chose what; no names, and nothing outlives the server."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from hmac import compare_digest
from secrets import randbelow, token_bytes, token_urlsafe
from threading import Lock
from typing import Literal

import msgspec

from linter.app.exercises import Choice, Paper, Question

SEATS = 1_000
"""Phones whose answers are counted."""
Uncounted = Literal["", "card", "late", "full"]


class Tally(msgspec.Struct, frozen=True):
    """A choice with how many chose it, and that as a share (0–1) of all answers."""

    choice: Choice
    count: int
    share: float


class Now(msgspec.Struct, frozen=True):
    """What stands on the screen: the question and its number among how many; ``stage`` grows with every change.

    It begins with a number that hardly any earlier run of the server had.
    """

    stage: int
    question: Question | None
    number: int
    among: int
    revealed: bool
    tallies: tuple[Tally, ...]
    answers: int


class Room:
    """One class on one server. Each phone has a card that stands for nobody; a new question forgets all answers.

    Cards that were made up or are left from another day count for nothing. Whoever asks for several cards votes several
    times: without names nobody can tell, and the show of hands in the room is the check.
    """

    def __init__(self) -> None:
        self._secret = token_bytes(32)
        self._lock = Lock()
        self._paper: Paper | None = None
        self._at = 0
        self._revealed = False
        self._stage = randbelow(1 << 31)
        self._votes: dict[str, str] = {}

    def begin(self, paper: Paper) -> None:
        """Put the first question of *paper* on the screen; without questions the class waits."""
        with self._lock:
            self._paper, self._at = paper if paper.questions else None, 0
            self._fresh()

    def move(self, steps: int, stage: int) -> None:
        """Go *steps* questions on, not beyond the first and the last; a second click at the same *stage* does nothing."""
        with self._lock:
            if self._paper is not None and stage == self._stage:
                self._at = min(max(self._at + steps, 0), len(self._paper.questions) - 1)
                self._fresh()

    def reveal(self) -> None:
        """Show which answer is right; what comes after that is not counted."""
        with self._lock:
            self._revealed = self._paper is not None
            self._stage += 1

    def end(self) -> None:
        """Let the class wait again."""
        with self._lock:
            self._paper = None
            self._fresh()

    def card(self) -> str:
        """Return a new card: a random key with a seal that only this server can set."""
        key = token_urlsafe(9)
        return f"{key}.{self._seal(key)}"

    def holds(self, card: str) -> bool:
        """Tell whether *card* is one that this server gave out."""
        key, _, seal = card.partition(".")
        return compare_digest(seal.encode(), self._seal(key).encode())

    def _seal(self, key: str) -> str:
        return blake2b(key.encode(), key=self._secret, digest_size=9).hexdigest()

    def vote(self, card: str, value: str, stage: int) -> Uncounted:
        """Count *value* as the answer of the phone with *card*, instead of an earlier one; "" tells that it was counted.

        Else it says why not: the phone has no card of this server, the question has changed since *stage*, its answer is
        shown, or the choice is none of its own ("late"), the room is full.
        """
        if not self.holds(card):
            return "card"
        with self._lock:
            question = self._question()
            values = {choice.value for choice in question.choices} if question else set()
            if stage != self._stage or self._revealed or value not in values:
                return "late"
            if card not in self._votes and len(self._votes) >= SEATS:
                return "full"
            self._votes[card] = value
            return ""

    def chosen(self, card: str) -> str:
        """Return what the phone with *card* chose for the question in hand; "" where it chose nothing."""
        with self._lock:
            return self._votes.get(card, "")

    def now(self) -> Now:
        """Return what stands on the screen."""
        with self._lock:
            question = self._question()
            counts = Counter(self._votes.values())
            total = len(self._votes)
            tallies = tuple(
                Tally(choice, counts[choice.value], counts[choice.value] / total if total else 0.0)
                for choice in (question.choices if question else ())
            )
            among = len(self._paper.questions) if self._paper else 0
            return Now(self._stage, question, self._at + 1, among, self._revealed, tallies, total)

    def _question(self) -> Question | None:
        return self._paper.questions[self._at] if self._paper is not None else None

    def _fresh(self) -> None:
        self._votes, self._revealed = {}, False
        self._stage += 1
