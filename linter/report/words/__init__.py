"""The words of the reports, in Indonesian and in English."""

from linter.report.words.base import Words
from linter.report.words.english import ENGLISH
from linter.report.words.indonesian import INDONESIAN

__all__ = ["Words", "words"]


def words(lang: str) -> Words:
    """Return the words of a language: "en" for English, anything else is Indonesian."""
    return ENGLISH if lang == "en" else INDONESIAN
