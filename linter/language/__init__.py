"""Bahasa Indonesia, and nothing about SKP: clean text, words, morphology, tags, inflection."""

from linter.language.inflect import Inflection
from linter.language.lexicon import Lexicon, build_lexicon
from linter.language.morphology import Morphology
from linter.language.own import with_abbreviations
from linter.language.tagger import Tagger

__all__ = ["Inflection", "Lexicon", "Morphology", "Tagger", "build_lexicon", "with_abbreviations"]
