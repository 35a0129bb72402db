"""Recognises the heading row of an SKP table and the rows that divide it, from rows of cell texts alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from linter.documents.blanks import is_blank, is_placeholder
from linter.documents.layouts import Layouts, heading_key, heading_words
from linter.documents.months import month

Cells = Sequence[str]

HEADER_ROWS = 40
"""Rows within which the first heading row must stand."""

SIMILAR = 88
"""Similarity (0–100) from which a heading counts as a misspelt known one.

The misspelt titles seen in real forms score 94 and more, known titles of different roles 87 at most. A title of at
least five letters may also have one wrong letter.
"""

_NOT_READ = frozenset({"diabaikan", "evaluasi"})
_ONE_WRONG_LETTER = 80  # what one wrong letter of five leaves
LONGEST, LONGEST_TITLE = 160, 60
"""Characters of the longest heading, and of the longest one that divides a table or stands in its second row."""
_ENUMERATOR = re.compile(r"\(?(?:[A-Za-z]|[IVXivx]{1,4}|[0-9]{1,2})[.)]?")
_LEAD = re.compile(r"\A\s*(?:[A-Za-z]|[IVXivx]{1,4}|[0-9]{1,2})[.)]\s*")
_NUMBER = re.compile(r"\(?([0-9]{1,3})\)?")
_PLACE_DATE = re.compile(r"[^,]{2,40},[\s.…_]*[0-9]{0,2}[\s.…_]*([A-Za-z]*)[\s.…_]*(?:[0-9]{4})?")


class Match(msgspec.Struct, frozen=True):
    """What a heading means: its role, the aspect it is for (or None), its rank among the titles of the role."""

    role: str
    aspect: str | None
    rank: int


class Columns(msgspec.Struct, frozen=True):
    """A recognised heading row: the column (0-based) of each role and aspect, and how many columns it has.

    ``evaluates`` is true for a form of appraisal, which repeats the plan beside what became of it.
    """

    at: dict[tuple[str, str | None], int]
    width: int
    evaluates: bool = False

    def cell(self, cells: Cells, role: str, aspect: str | None = None) -> str:
        """Return the text of the column of *role* in a row, "" where there is none."""
        index = self.at.get((role, aspect), -1)
        return cells[index] if 0 <= index < len(cells) else ""

    @property
    def groups(self) -> tuple[str | None, ...]:
        """The aspects that have indicator columns of their own; None is the common column, which comes first."""
        common = any((role, None) in self.at for role in ("indikator", "aspek", "target"))
        of = "indikator" if any(role == "indikator" for role, _ in self.at) else "target"
        own = tuple(aspect for role, aspect in self.at if role == of and aspect is not None)
        return (None, *own) if common else own


class Found(msgspec.Struct, frozen=True):
    """A heading row among others: its index (0-based) and its columns."""

    index: int
    columns: Columns


def find_header(rows: Sequence[Cells], layouts: Layouts) -> Found | None:
    """Return the first heading row of *rows*: at least two known titles, among them rk or indikator; else None.

    Misspelt titles count. A table of one column needs an exact title for rk, in the first row that is not blank.
    """
    for index, cells in enumerate(rows[:HEADER_ROWS]):
        columns = columns_of(cells, layouts, fuzzy=True)
        if columns:
            return Found(index, columns)
    for index, cells in enumerate(rows[:HEADER_ROWS]):
        if _filled(cells):
            single = only_column(cells, layouts)
            return Found(index, single) if single else None
    return None


def only_column(cells: Cells, layouts: Layouts) -> Columns | None:
    """Return the columns of a heading row that is nothing but the exact title for rk, else None."""
    single = _matches(cells, layouts, fuzzy=False)
    named = [match.role for match in single.values()] == ["rk"] and divider(cells, layouts) is None
    return _columns(single, cells) if named and len(_filled(cells)) == 1 else None


def columns_of(cells: Cells, layouts: Layouts, *, fuzzy: bool) -> Columns | None:
    """Return the columns of a row that is a heading row, else None."""
    if cells and cells[0].isdigit():  # a row of the table, as most are
        return None
    matches = _matches(cells, layouts, fuzzy=fuzzy)
    roles = {match.role for match in matches.values()}
    if len(matches) < 2 or not roles & {"rk", "indikator"} or len(_filled(cells)) < 2:
        return None
    return _columns(matches, cells, evaluates=any(_evaluates(cell, layouts) for cell in _filled(cells)))


def _evaluates(cell: str, layouts: Layouts) -> bool:
    return layouts.columns.get(heading_key(cell), ("", 0))[0] == "evaluasi" if len(cell) <= LONGEST else False


def roles_in(cells: Cells, layouts: Layouts) -> tuple[str, ...]:
    """Return the roles that the titles in a row name, in order, for telling what was recognised."""
    return tuple(dict.fromkeys(match.role for match in _matches(cells, layouts, fuzzy=True).values()))


def _matches(cells: Cells, layouts: Layouts, *, fuzzy: bool) -> dict[int, Match]:
    """Return the columns that are read, by index; of two columns with one role the better title wins."""
    best: dict[tuple[str, str | None], tuple[int, int]] = {}
    superiors: list[int] = []
    for index, cell in enumerate(cells):
        match = match_heading(cell, layouts, fuzzy=fuzzy)
        if match is None or match.role in _NOT_READ:
            continue
        superiors += [index] if match.role == "rk_atasan" else []
        slot = (match.role, match.aspect)
        if slot not in best or match.rank < best[slot][0]:
            best[slot] = (match.rank, index)
    if len(superiors) > 1 and ("rk", None) not in best:  # rhk_kadis, rhk_kapus: the last is whose form it is
        best["rk_atasan", None], best["rk", None] = (0, superiors[0]), (0, superiors[-1])
    return {index: Match(role, aspect, rank) for (role, aspect), (rank, index) in best.items()}


def _columns(matches: dict[int, Match], cells: Cells, *, evaluates: bool = False) -> Columns:
    """Return the columns; a target for an aspect without an indicator of its own is the common target."""
    at = {(match.role, match.aspect): index for index, match in sorted(matches.items())}
    measured = any(role == "indikator" for role, _ in at)
    for (role, aspect), index in tuple(at.items()):
        if aspect is not None and role != "indikator" and ("indikator", aspect) not in at and measured:
            del at[role, aspect]
            at.setdefault((role, None), index)
    return Columns(at, len(cells), evaluates)


def match_heading(cell: str, layouts: Layouts, *, fuzzy: bool) -> Match | None:
    """Return what the heading *cell* means, or None; with *fuzzy* misspelt titles are known too."""
    if not cell or len(cell) > LONGEST:
        return None
    key = heading_key(cell)
    if key in layouts.columns:
        role, rank = layouts.columns[key]
        return Match(role, None, rank)
    for word, aspect in layouts.aspects.items():
        if not key.endswith(word):
            continue
        role, rank = layouts.columns.get(key.removesuffix(word), ("", 0))
        if role in ("indikator", "target", "target_atas", "satuan"):
            return Match(role, aspect, rank)
    return (_widened(cell, layouts) or _similar(key, cell, layouts)) if fuzzy and len(key) >= 5 else None


def _widened(cell: str, layouts: Layouts) -> Match | None:
    """Return rk for one of its titles with nothing but common words around it: "Uraian Rencana Hasil Kerja Pegawai"."""
    words = heading_words(cell)
    bare = [word for word in words if word not in layouts.fillers]
    role, rank = layouts.columns.get("".join(bare), ("", 0))
    return Match(role, None, rank + len(layouts.columns)) if role == "rk" and 1 < len(bare) < len(words) else None


def _similar(key: str, cell: str, layouts: Layouts) -> Match | None:
    """Return the known title that is most like *key*; one about a superior is only like another of those."""
    above = _about_superior(key, cell, layouts)
    titles = [title for title, (role, _) in layouts.columns.items() if _may_be(role, above)]
    close = process.extractOne(key, titles, scorer=fuzz.ratio, score_cutoff=_ONE_WRONG_LETTER)
    if close is None or (close[1] < SIMILAR and Levenshtein.distance(key, close[0], score_cutoff=1) > 1):
        return None
    role, rank = layouts.columns[close[0]]
    return Match(role, None, rank + len(layouts.columns))


def _may_be(role: str, above: bool) -> bool:
    return role == "rk_atasan" or role in _NOT_READ if above else role != "rk_atasan"


def _about_superior(key: str, cell: str, layouts: Layouts) -> bool:
    if any(word in key for word in layouts.superior):
        return True
    return any(Levenshtein.distance(a, b, score_cutoff=1) <= 1 for a in heading_words(cell) for b in layouts.superior)


def unread_titles(columns: Columns, headings: Cells, layouts: Layouts) -> list[str]:
    """Return the titles that nobody knows in the *headings* of a table without a column of plans; none where it has one."""
    if ("rk", None) in columns.at or not columns.at:
        return []
    filled = [cell for cell in headings if not is_blank(cell) and not cell.strip().isdigit()]
    titles = (cell for cell in filled if match_heading(cell, layouts, fuzzy=True) is None)
    return [" ".join(title.split())[:LONGEST_TITLE] for title in titles if set(heading_words(title)) & layouts.words]


def heads_another(cells: Cells, layouts: Layouts) -> bool:
    """Say whether a row is nothing but titles of columns that are not read: another table begins (Program | Anggaran)."""
    roles: set[str] = set()
    filled = _filled(cells)
    for cell in filled:
        role = layouts.columns.get(heading_key(cell), ("", 0))[0] if len(cell) <= LONGEST_TITLE else ""
        if role != "no" and role not in _NOT_READ:
            return False
        roles.add(role)
    return len(filled) > 1 and roles != {"no"}


def divider(cells: Cells, layouts: Layouts) -> str | None:
    """Return what a row that is no data says, else None.

    That is utama, tambahan, hasil ("Hasil Kerja"), berhenti ("Perilaku Kerja", signatures), or lewati (place and date).
    """
    texts = list(dict.fromkeys(cell.strip() for cell in _filled(cells)))
    if len(texts) > 1 and _ENUMERATOR.fullmatch(texts[0]):
        texts = texts[1:]
    if not texts:
        return None
    named = _section(texts[0], layouts)
    if named == "berhenti":
        return named
    if len(texts) > 1:
        return None
    return named or ("lewati" if _is_place_and_date(texts[0]) or _is_note(texts[0], layouts) else None)


def _is_note(text: str, layouts: Layouts) -> bool:
    """Tell whether the only text of a row is a note below a table: "*) diisi …", "Catatan: …", "Halaman 1 dari 2"."""
    words = heading_words(text[:LONGEST_TITLE])
    marked = text.lstrip().startswith("*")
    return marked or any(words[: len(note)] == note for note in layouts.notes)


def _section(text: str, layouts: Layouts) -> str | None:
    """Return the section that a text names, without its number and what follows a colon or an equals sign."""
    title = re.split("[:=]", text[: LONGEST + 1], maxsplit=1)[0]
    if len(title) > LONGEST_TITLE:
        return None
    return layouts.sections.get(heading_key(title)) or layouts.sections.get(heading_key(_LEAD.sub("", title, count=1)))


def _is_place_and_date(text: str) -> bool:
    """Say whether *text* is the line above a signature: "Kebumen, 2 Januari 2025", "Kota, …… 2025"."""
    form = _PLACE_DATE.fullmatch(text) if len(text) < 100 else None
    if not form:
        return False
    return month(form[1]) > 0 if form[1] else text[-4:].isdecimal()


def is_number_row(cells: Cells) -> bool:
    """Say whether a row only numbers the columns: "(1) (2) (3)", "1 2 3"; the numbers rise and may skip."""
    numbers = [_NUMBER.fullmatch(cell.strip()) for cell in _filled(cells)]
    values = [int(number[1]) for number in numbers if number]
    return len(values) == len(numbers) > 1 and all(a < b for a, b in pairwise(values))


def begins_another(cells: Cells, layouts: Layouts) -> bool:
    """Tell whether a row that is no known heading begins with the title of a number column: NO | DUKUNGAN | …"""
    first = next((cell for cell in cells if not is_blank(cell)), "")
    numbers = first[:1] in "Nn" and layouts.columns.get(heading_key(first[:LONGEST]), ("", 0))[0] == "no"
    return numbers and len(_filled(cells)) > 1


def instruction(cells: Cells) -> int | None:
    """Return the index of the only text of a row where that text is a placeholder in brackets, else None."""
    filled = [index for index, cell in enumerate(cells) if not is_blank(cell)]
    if not filled or any(cells[index] != cells[filled[0]] for index in filled):
        return None
    text = cells[filled[0]]
    return filled[0] if text.strip()[:1] in "([<{" and is_placeholder(text) else None


def _filled(cells: Cells) -> list[str]:
    return [cell for cell in cells if not is_blank(cell)]
