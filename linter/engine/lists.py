"""Word lists as rules name them, read from their files."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from linter.engine import types as t
from linter.engine.fixes import Replacement, Replacements
from linter.engine.phrases import WordList
from linter.model import Said, UserError


class ListFile(msgspec.Struct, frozen=True):
    """The text of a list and the path of its file, for errors."""

    text: str
    path: str


def read_lists(files: Mapping[str, ListFile]) -> tuple[dict[str, frozenset[str]], dict[str, Replacements]]:
    """Return the words of each list, and word → replacement of those that have two columns.

    Words are compared as texts are, in small letters. Raises UserError with path and line for a list without words, a
    third column that is no safety, and in a list of pairs for a word without a partner or with two.
    """
    words: dict[str, frozenset[str]] = {}
    pairs: dict[str, Replacements] = {}
    for name, file in files.items():
        words[name], pairs[name] = _read(file)
    return words, pairs


def _read(file: ListFile) -> tuple[frozenset[str], Replacements]:
    words: dict[str, int] = {}
    pairs: dict[str, Replacement] = {}
    for number, line in enumerate(file.text.splitlines(), 1):
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        word, replacement, safety = (cell.strip() for cell in f"{entry}\t\t".split("\t")[:3])
        word = word.lower()
        if word in pairs and pairs[word].text != replacement:
            raise _fault(file, number, Said(f"'{word}' punya dua pengganti", f"'{word}' has two replacements"))
        words.setdefault(word, number)
        if replacement:
            pairs[word] = Replacement(replacement, _safety(safety, file, number))
    if not words:
        raise _fault(file, 1, Said("daftar ini belum berisi kata", "there are no words in this list"))
    alone = next((word for word in words if word not in pairs), None) if pairs else None
    if alone is not None:
        message = Said(
            f"'{alone}' belum diberi pengganti (pisahkan dengan tab)", f"'{alone}' has no replacement after a tab"
        )
        raise _fault(file, words[alone], message)
    return WordList(words), pairs


def _safety(named: str, file: ListFile, number: int) -> t.Safety:
    """Return the safety of a pair; "" is the safest."""
    known = next((safety for safety in t.SAFETIES if safety == (named or t.SAFETIES[0])), None)
    if known is None:
        choices = ", ".join(t.SAFETIES)
        message = Said(
            f"kolom ketiga '{named}' tidak dikenal; pilihannya: {choices}",
            f"the third column '{named}' is not known; choose from: {choices}",
        )
        raise _fault(file, number, message)
    return known


def _fault(file: ListFile, line: int, message: Said) -> UserError:
    return UserError(message, path=file.path, line=line)
