"""How a finding is mended: the edits that a rule's fix makes of the marked words, and how safe they are where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from linter.engine import types as t
from linter.engine.casing import upper_first
from linter.language.clean import marker_length
from linter.model import Edit, Fix

_JOINING = frozenset("-\u2010\u2011_@.'’&+")
"""Characters that make one name of what stands on both sides of them: team-building, no.ijin, survey's."""
_QUOTES = (("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"))
_SINGLE_OPEN = re.compile(r"(?<!\w)'[^']*$")
_SINGLE_CLOSED = re.compile(r"[^']*'(?!\w)")
_CITATION = ("nomor", "no.", "tahun")
_BEFORE_TITLE, _LONGEST_TITLE = 80, 400
"""Characters before "tentang" in which a regulation has its number or year, and those that its title may have."""


class Replacement(msgspec.Struct, frozen=True):
    """What a word of a list of pairs is replaced by, and how safe that is wherever the word stands."""

    text: str
    safety: t.Safety = "aman"


Replacements = Mapping[str, Replacement]


def fix_of(
    hint: t.FixHint | None,
    pairs: Mapping[str, Replacements],
    text: str,
    spans: Iterable[tuple[int, int]],
    better: Mapping[tuple[int, int], str] = MappingProxyType({}),
) -> Fix | None:
    """Return the safest edits that *hint* makes of the *spans* of *text* (start, end), None where it makes none.

    Edits do not overlap and have one safety: those that are less safe for where they stand come when the safer ones
    are made. A ``rewrite`` has no edits: its sentences are suggestions. A ``repair`` writes what is *better* at a span.
    """
    if hint is None or hint.kind == "rewrite":
        return None
    known = pairs.get((hint.list or "").removeprefix("@"), {})
    made: dict[t.Safety, list[Edit]] = {}
    for start, end in spans:
        if hint.kind == "repair":
            if (start, end) in better:
                quoted: t.Safety = "pratinjau" if is_cited(text, start, end) else "aman"
                made.setdefault(_least((hint.safety, quoted)), []).append(Edit(start, end, better[start, end]))
            continue
        if hint.kind == "append":
            made.setdefault(hint.safety, []).append(Edit(end, end, hint.text or ""))
            continue
        found = known.get(" ".join(text[start:end].lower().split()))
        new = found.text if found else None
        edit = deletion(text, start, end) if hint.kind == "delete" else _replaced(text, start, end, new)
        if edit is not None:
            here: t.Safety = "aman" if is_plain(text, start, end, new or "") else "pratinjau"
            safety = _least((hint.safety, here, found.safety if found else "aman"))
            made.setdefault(safety, []).append(edit)
    return next((Fix(safety, _apart(made[safety])) for safety in t.SAFETIES if safety in made), None)


def _least(safeties: Iterable[t.Safety]) -> t.Safety:
    return max(safeties, key=lambda safety: t.SAFETIES.index(safety))


def _apart(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return *edits* in order without those that overlap an earlier one."""
    out: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if not out or edit.start >= out[-1].end:
            out.append(edit)
    return tuple(out)


def _replaced(text: str, start: int, end: int, new: str | None) -> Edit | None:
    """Return the edit, with the capitals that the word has; none without *new*, and for a brand in mixed letters."""
    word = text[start:end]
    if new is None:
        return None
    if word.isupper() and len(word) > 1:
        new = new.upper()
    elif word == upper_first(word.lower()):
        named = not is_plain(text, start, end, new)
        new = " ".join(map(upper_first, new.split(" "))) if named else upper_first(new)
    elif word != word.lower():
        return None
    return Edit(start, end, new)


def deletion(text: str, start: int, end: int) -> Edit | None:
    """Return the edit that takes ``[start, end)`` out with one of the spaces around it; None where no word would be left.

    Where the statement begins with it, the capital goes to the next word.
    """
    lead = marker_length(text)
    rest = text[lead:start] + text[end:]
    if not any(char.isalnum() for char in rest):
        return None
    first = not any(char.isalnum() for char in text[lead:start])
    after = end
    while after < len(text) and text[after].isspace():
        after += 1
    if first or (start and not text[start - 1].isalnum() and not text[start - 1].isspace()):
        capital = first and text[start : start + 1].isupper() and text[after : after + 1].islower()
        return Edit(start, after + 1, text[after].upper()) if capital else Edit(start, after, "")
    before = start
    while before > lead and text[before - 1].isspace():
        before -= 1
    return Edit(before, end, "")


def is_plain(text: str, start: int, end: int, new: str) -> bool:
    """Tell whether ``[start, end)`` is a word of the writer's own, and *new* may stand there without asking.

    It is not where it may be a name or another's wording: part of a longer form, with capitals that neither the place
    nor *new* asks for, in quotation marks, or in the title of a regulation.
    """
    lead = marker_length(text)
    joined = (start - 1 > lead and text[start - 1] in _JOINING and text[start - 2].isalnum()) or (
        text[end : end + 1] in _JOINING and text[end + 1 : end + 2].isalnum() if end < len(text) else False
    )
    return not joined and _usual_capitals(text, start, end, new, lead) and not is_cited(text, start, end)


def _usual_capitals(text: str, start: int, end: int, new: str, lead: int) -> bool:
    word = text[start:end]
    if word == word.lower():
        return True
    if word.isupper() and len(word) > 1:
        return text.isupper() and any(char.isalpha() for char in text[lead:start] + text[end:])
    if new[:1].isupper():
        return True
    following = text[end : end + 40].split(maxsplit=1)
    next_word = following[0].strip("(\"“'") if following else ""
    named = next_word[:1].isupper() and not next_word.isupper()
    return not named and not any(char.isalpha() for char in text[lead:start])


def is_cited(text: str, start: int, end: int) -> bool:
    """Tell whether the place is inside quotation marks or in the title of a regulation (nomor … tentang …)."""
    if text.count('"', 0, start) % 2 and '"' in text[end:]:
        return True
    if _SINGLE_OPEN.search(text, 0, start) and _SINGLE_CLOSED.match(text, end):
        return True
    for opening, closing in _QUOTES:
        if text.rfind(opening, 0, start) > text.rfind(closing, 0, start) and closing in text[end:]:
            return True
    lower = text[max(0, start - _LONGEST_TITLE) : start].lower()
    about = lower.rfind(" tentang ")
    number = lower[max(0, about - _BEFORE_TITLE) : about] if about >= 0 else ""
    return any(word in number for word in _CITATION) and not any(char in lower[about:] for char in ",;")
