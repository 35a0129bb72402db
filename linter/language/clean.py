"""Clean text with a map back to the raw characters.

Statements come with list numbers, bullets, stray spaces, "A/ B", typographic quotes, letter-spaced words and a final
stop. The reader wants none of that, and every span must still point into the text as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

import msgspec

_MARKER = re.compile(
    r"""\s*(?:
        (?:[-–—*>o]\s+(?![-–—\d])|[•●▪■◦·▫►➢❖✓✔\uf0b7]\s*)               # a bullet; "o" is one in Word
      | (?i:Sasaran|Tujuan|Misi|Program|Indikator)\s+\d+(?:\.\d+)*\s*[-–:]\s* # "Sasaran 5.2 - "
      | \((?i:misi|sasaran|tujuan)\s+\d+\)\s*                       # "(Misi 1) "
      | \(?(?:\d{1,2}(?:\.\d{1,2}){1,4}[.)]?|\d{1,3}\s?(?:[.)]|-(?=\s))|[A-Za-z][.)]|[ivxIVX]{1,4}[.)])
        (?=\s|[A-Z]|(?<=\d[.)])[a-z]{3}|(?<=[a-dA-D][.)])[a-z]{4}|$)
        (?!\s*(?:%|(?:km|ha|kg|ton|gram|liter|meter|hektare|persen|jam|hari|bulan|tahun|juta|miliar|triliun|orang|unit|kali)\b))\s*
                                                                       # 3. 2.1.1 a) (1) IV. 4.penyuluhan 1-
      | \d{1,2}\s+(?=[Mm]e(?:m|ng?|ny|l|r)[a-z]{4}|ME(?:M|NG?|NY|L|R)[A-Z]{4})  # 1 Menyusun
      | \((?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})\)\s+                             # (1) (a)
    )+""",
    re.VERBOSE,
)
_ABBREVIATED_END = re.compile(r"\b(?:dll|dsb|dst|dkk|s\.d|a\.n|u\.p)\.\s*$", re.IGNORECASE)
_TRANSLATE = {
    ord("\u00a0"): " ", ord("\u2007"): " ", ord("\u202f"): " ",
    ord("\u2018"): "'", ord("\u2019"): "'", ord("\u201c"): '"', ord("\u201d"): '"',
    ord("\u2010"): "-", ord("\u2011"): "-", ord("\u2012"): "–", ord("\u2212"): "-", ord("\u2014"): "–",
    ord("\u00ad"): "",
}  # fmt: skip
_LETTERS_APART = re.compile(r"\b\w \w \w \w\b")
_TWO_APART = re.compile(r" \w \w ")
"""What stands in the middle of such letters; looking for it takes less time, and most texts have none."""
_SLASH = re.compile(r"(?<=\w) ?/ ?(?=\w)")
_LONGEST_RUN, _LONGEST_WORD = 1_000, 24
"""Letters of the longest spaced run that is joined again, and of the longest word looked for in it."""
_SPACED = re.compile(r"(?<!\S)(?:\w ){3,}\w(?!\S)")
Char = tuple[str, tuple[int, int]]
"""A clean character and the span of the raw text that it came from."""

COMPATIBLE = re.compile("[\ufb00-\ufb06\uff01-\uff5e]")
"""Ligatures and fullwidth letters, which stand for plain ones."""
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_READY = re.compile(r"[A-Za-z]{2,}+(?:,? [A-Za-z0-9]{2,}+)*+")
"""A text of words, numbers and commas, as most are: nothing in it is to be made ready, and no such text has a marker."""


class Clean(msgspec.Struct, frozen=True, gc=False):
    """Text made ready for the tokenizer; ``offsets`` gives the raw span of each of its characters.

    ``offsets`` is None where the clean text is a slice of the raw one that begins at ``shift``.
    """

    text: str
    shift: int = 0
    offsets: tuple[tuple[int, int], ...] | None = None

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the raw text (code points) that the clean span ``[start, end)`` came from."""
        if self.offsets is None:
            return start + self.shift, end + self.shift
        if end <= start or not self.offsets:
            at = self.offsets[start][0] if start < len(self.offsets) else self.shift
            return at, at
        return self.offsets[start][0], self.offsets[end - 1][1]


def marker_length(text: str) -> int:
    """Return how many characters of *text* are list numbers, bullets and codes in front of the statement."""
    match = _MARKER.match(text)
    return match.end() if match and match.end() < len(text) else 0


def clean(text: str, known: Callable[[str], bool] = lambda word: False, *, listed: bool = True) -> Clean:
    """Return *text* without markers, stray spaces and final stop, with its map back.

    Where *listed* is false the text has no list number, and "97.72" at its beginning is a figure.

    *known* tells whether a word is one of the language's; it decides whether spaced letters ("K u a l i t a s") are one
    word or stay apart.
    """
    if _READY.fullmatch(text):
        return Clean(text)
    text = text if text.isascii() else _SURROGATES.sub("\ufffd", text)
    start = marker_length(text) if listed else 0
    body = text[start:]
    ends_in_word = body[-1:].isalnum()  # as most texts do: there is nothing behind it to be taken away
    if not ends_in_word and not (body.rstrip().endswith(".") and _ABBREVIATED_END.search(body)):
        body = _without_tail(body)
    lead = len(body) - len(body.lstrip())
    body, start = body[lead:], start + lead
    if _is_plain(body):
        return Clean(body, start)
    chars = _normalise(body, start)
    for pattern, replacement in ((_SPACES, " "), (_SLASH, "/")):
        chars = _replace(chars, pattern, replacement)
    chars = _join_letters(chars, known)
    while chars and chars[0][0] == " ":
        chars.pop(0)
    while chars and chars[-1][0] == " ":
        chars.pop()
    return Clean("".join(c for c, _ in chars), start, tuple(at for _, at in chars))


def _is_plain(body: str) -> bool:
    """Tell whether there is nothing to be made ready in *body*, which most texts are."""
    if not (body.isascii() and body.isprintable()) or "  " in body:
        return False
    if "/" in body and ("/ " in body or " /" in body):
        return False
    return body[-1:] != " " and (_TWO_APART.search(body) is None or _LETTERS_APART.search(body) is None)


def _without_tail(body: str) -> str:
    """Return *body* without spaces, stops and footnote marks at its end; a dash goes where a space stands before it."""
    while True:
        shorter = body.rstrip()
        if shorter.endswith("*)"):
            shorter = shorter[:-2]
        elif shorter.endswith(("-", "–")) and shorter[-2:-1].isspace():
            shorter = shorter[:-1]
        else:
            shorter = shorter.rstrip(".;:,*")
        if len(shorter) == len(body):
            return body
        body = shorter


def _normalise(body: str, start: int) -> list[Char]:
    """Pair each character, composed and with plain quotes, dashes and spaces, with its place in the raw text."""
    chars: list[Char] = []
    i = 0
    while i < len(body):
        j = i + 1
        if " " <= body[i] <= "~" and (j == len(body) or body[j].isascii()):  # most characters
            chars.append((body[i], (i + start, j + start)))
            i = j
            continue
        while j < len(body) and unicodedata.combining(body[j]):
            j += 1
        piece = unicodedata.normalize("NFC", body[i:j]).translate(_TRANSLATE)
        kind = unicodedata.category(piece[0]) if piece else ""
        if kind in {"Cc", "Zl", "Zp"}:
            piece = " "
        elif kind == "Cf":  # zero-width spaces, byte order marks, marks of direction
            piece = ""
        elif piece and COMPATIBLE.match(piece):
            piece = unicodedata.normalize("NFKC", piece)
        chars.extend((c, (i + start, j + start)) for c in piece)
        i = j
    return chars


def _replace(chars: list[Char], pattern: re.Pattern[str], replacement: str) -> list[Char]:
    """Replace the matches of *pattern* by one character each, keeping the place of the first character replaced."""
    text = "".join(c for c, _ in chars)
    out: list[Char] = []
    last = 0
    for match in pattern.finditer(text):
        out.extend(chars[last : match.start()])
        at = match.start() + match.group().find(replacement) if replacement in match.group() else match.start()
        out.append((replacement, chars[at][1]))
        last = match.end()
    out.extend(chars[last:])
    return out


def _join_letters(chars: list[Char], known: Callable[[str], bool]) -> list[Char]:
    """Rejoin runs of four or more spaced single letters, split again where the run holds several known words."""
    text = "".join(c for c, _ in chars)
    out: list[Char] = []
    last = 0
    for match in _SPACED.finditer(text):
        letters = [pair for pair in chars[match.start() : match.end()] if pair[0] != " "]
        if len(letters) > _LONGEST_RUN or any(c.isdigit() for c, _ in letters):
            continue
        out.extend(chars[last : match.start()])
        for start, end in pairwise(_cuts("".join(c for c, _ in letters), known)):
            if start:
                out.append((" ", letters[start][1]))
            out.extend(letters[start:end])
        last = match.end()
    out.extend(chars[last:])
    return out


def _cuts(run: str, known: Callable[[str], bool]) -> list[int]:
    """Return where to cut *run* into the fewest known words, its ends included; only these where that cannot be done."""
    lower = run.lower()
    pieces: list[int | None] = [0] + [None] * len(run)
    start_of = [0] * (len(run) + 1)
    for end in range(2, len(run) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end - 1):
            before, so_far = pieces[start], pieces[end]
            if before is None or (so_far is not None and so_far <= before + 1) or not known(lower[start:end]):
                continue
            pieces[end], start_of[end] = before + 1, start
    if pieces[-1] is None:
        return [0, len(run)]
    cuts = [len(run)]
    while cuts[-1]:
        cuts.append(start_of[cuts[-1]])
    return cuts[::-1]
