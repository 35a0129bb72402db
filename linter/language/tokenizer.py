"""Words of a text: spaCy's tokenizer with Indonesian rules of our own, behind a cache of white-space chunks.

This is the one module that imports spaCy, and it does so only for a chunk that it has not seen and that is not plainly
a word: letters only, with at most an opening bracket before and a comma or closing bracket after. For those the answer
is known (the tests compare it with spaCy's), so that a common draft needs no spaCy at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from sys import intern
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

Token = tuple[str, int]
"""A token's characters and its offset, in code points."""

_PLAIN = re.compile(r"(\(?)([^\W\d_]+)([,)]?)")
_LIMIT = 200_000
_KEPT = 60
"""Characters of the longest chunk that is remembered."""
_RUN = 200
_RUNS = re.compile(r"[^ ]+")

_NUMBER = r"\d+(?:[.,]\d+)*"
_WHOLE = re.compile(
    rf"""(?:
        {_NUMBER}(?:[-–]{_NUMBER})?                          # 90, 1.500,00, 90–95
      | \d{{1,3}}x\d{{1,3}}                                  # 3x24
      | (?:19|20)\d\d/(?:19|20)\d\d                        # 2025/2026
      | \d{{1,2}}[/-]\d{{1,2}}[/-]\d{{2,4}}                  # 25/07/2024
      | [HTht][-+]\d{{1,3}}                                  # H-1, T+3
      | \d+(?:/[A-Za-z0-9.-]+){{2,}}                         # 3/SE/II/2021
      | [^\W\d_]+(?:[-'’][^\W_]+)+                           # kegiatan-kegiatan, e-SAKIP, ke-2
      | s\.d\.?|s/d|d/a|a\.n\.|u\.p\.|d\.a\.                 # s.d., s/d
      | dan/atau
      | (?:[A-Z][A-Za-z]{{0,4}}\.){{2,}}[A-Za-z]{{0,5}}\.?   # S.STP., M.M.
      | (?:dll|dsb|dst|dkk|tsb|yth|no|jl|kab|prov)\.         # dll.
    )\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_PREFIXES = [r"\(", r"\[", r"\{", r"\"", r"'", r"`", r"–", r"-(?=\D)", r"-(?=\d+%)", r"/", r"≥", r"≤", r"<", r">", r"=",
             r"±", r"\*", r"[Rr][Pp](?=[\d.])", r"\d+(?=[A-Za-z]{3,})", r",", r";", r":", r"\."]  # fmt: skip
_SUFFIXES = [r"\)", r"\]", r"\}", r"\"", r"'", r"`", r",", r";", r":", r"\.", r"!", r"\?", r"%", r"–", r"-", r"…", r"\*",
             r"/"]  # fmt: skip
_INFIXES = [r"(?<=\D)[,;:](?=\D)", r"(?<=\d)[;:](?=\D)", r"(?<=\D)[;:](?=\d)", r"/", r"\(", r"\)", r"\[", r"\]", r"[–]",
            r"≥", r"≤", r"[<>=]", r"(?<=%)-(?=\d)", r"%", r"\"", r"(?<=[^\W\d_][^\W\d_][^\W\d_])\.(?=[^\W\d_]{2})",
            r"…", r"&"]  # fmt: skip


@cache
def _spacy_tokenizer() -> Tokenizer:
    """Build the tokenizer: spaCy's Indonesian, its 15,963 exceptions and its infixes replaced by the rules above."""
    from spacy.lang.id import Indonesian, IndonesianDefaults

    class OwnDefaults(IndonesianDefaults):
        tokenizer_exceptions: dict[str, list[dict[int, str]]] = {}  # noqa: RUF012  (spaCy's own declaration)
        prefixes = _PREFIXES
        suffixes = _SUFFIXES
        infixes = _INFIXES
        token_match = _WHOLE.match
        url_match = None

    class Government(Indonesian):  # type: ignore[no-untyped-call]
        Defaults = OwnDefaults

    return Government().tokenizer


def spacy_tokens(text: str) -> tuple[Token, ...]:
    """Return what spaCy's tokenizer, under our rules, makes of *text*; white space is no token."""
    tokenizer = _spacy_tokenizer()
    return tuple((t.text, at + t.idx) for at, piece in _pieces(text) for t in tokenizer(piece) if not t.text.isspace())


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield *text*, or the parts of it that no run of ``_RUN`` characters without a space makes slow to tokenize."""
    if len(text) <= _RUN:
        yield 0, text
        return
    for found in _RUNS.finditer(text):
        for at in range(found.start(), found.end(), _RUN):
            yield at, text[at : min(at + _RUN, found.end())]


class ChunkTokenizer:
    """Tokenize by white-space chunk with a bounded memory; equal to `spacy_tokens` on every text."""

    def __init__(self) -> None:
        self._chunks: dict[str, tuple[Token, ...]] = {}
        self._whole: dict[str, str] = {}
        """Those of the chunks that are one token as they stand, most of them, in lower case."""

    def __call__(self, text: str) -> list[Token]:
        """Return the tokens of *text* with their offsets in it."""
        return self.read(text)[0]

    def read(self, text: str) -> tuple[list[Token], list[str]]:
        """Return the tokens of *text* with their offsets in it, and the same in lower case.

        What is remembered in lower case is always the same string, which dictionaries find sooner than one that is made anew.
        """
        chunks = text.split(" ")
        known = list(map(self._whole.get, chunks))
        if None not in known:  # as in most texts
            starts = accumulate([len(chunk) + 1 for chunk in chunks], initial=0)
            return list(zip(chunks, starts, strict=False)), cast("list[str]", known)
        out, lowers = list[Token](), list[str]()
        at = 0
        for chunk, lower in zip(chunks, known, strict=True):
            if lower is not None:
                out.append((chunk, at))
                lowers.append(lower)
            elif chunk:
                tokens = self._chunks.get(chunk)
                for token, offset in self._learn(chunk) if tokens is None else tokens:
                    out.append((token, at + offset))
                    lowers.append(token.lower())
            at += len(chunk) + 1
        return out, lowers

    def forget(self) -> None:
        """Drop what is remembered."""
        self._chunks.clear()
        self._whole.clear()

    def _learn(self, chunk: str) -> tuple[Token, ...]:
        plain = _PLAIN.fullmatch(chunk)
        tokens = _plain_tokens(plain) if plain else spacy_tokens(chunk)
        if len(chunk) <= _KEPT:
            if len(self._chunks) >= _LIMIT:
                self.forget()
            self._chunks[chunk] = tokens
            if tokens == ((chunk, 0),):
                self._whole[chunk] = intern(chunk.lower())
        return tokens


def _plain_tokens(plain: re.Match[str]) -> tuple[Token, ...]:
    """Return the bracket, the word and the comma or bracket of a chunk that is plainly a word."""
    return tuple((plain.group(n), plain.start(n)) for n in (1, 2, 3) if plain.group(n))
