"""Exercises for a class: papers drawn from labelled examples by a seed, with a key that the rules can explain."""

from linter.app.exercises.draw import draw, draw_tests
from linter.app.exercises.levels import RUNGS, read_sets
from linter.app.exercises.paper import KINDS, LEVELS, TESTS, Choice, Paper, Question
from linter.app.exercises.pool import Card, Pool

__all__ = [
    "KINDS",
    "LEVELS",
    "RUNGS",
    "TESTS",
    "Card",
    "Choice",
    "Paper",
    "Pool",
    "Question",
    "draw",
    "draw_tests",
    "read_sets",
]
