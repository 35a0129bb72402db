"""What stands above a table: whose form it is, of which unit, for when, under which regime."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b

import msgspec

from linter.documents.blanks import is_blank, is_placeholder
from linter.documents.headings import Cells
from linter.documents.layouts import Layouts, heading_key
from linter.documents.months import month
from linter.model import Header, People, Person

_LEAD = re.compile(r"\A\s*(?:\(?(?:[A-Za-z]|[IVXivx]{1,4}|\d{1,2})[.)]\s*|\d{1,2}\s+(?=\D))")
_DAY = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]{3,9})(?:\s+(?:tahun\s+)?((?:19|20)\d\d))?", re.IGNORECASE)
_NAME_ENDS = re.compile(r"[:–]|\s-\s")
_NIP_DIGITS = 18
_LONGEST = 60
_SHORT = 40
"""Letters of the longest value of conduct."""
_OF_A_FORM = frozenset({"periode", "pejabat_penilai", "judul", "perilaku"})
"""What a form says besides whose it is; one with two of these is meant to be whole."""

Said = dict[str, str]
"""What a block says of one person: post, unit, name, number (a NIP), other_number (an NRP), rank."""


class Identity(msgspec.Struct, frozen=True):
    """Whose form it is: its header, and marks by which the same person is known again (never shown, never kept)."""

    header: Header
    marks: frozenset[str] = frozenset()
    people: People = People()


def identity_of(above: Sequence[Cells], headings: Cells, layouts: Layouts) -> Identity:
    """Return the identity from the rows *above* a table and its heading row.

    Where two persons stand side by side without a title the left one is the employee.
    """
    persons = _persons(above, layouts)
    owner, appraiser = persons.get("pegawai", {}), persons.get("penilai", {})
    title, period = _title(above, layouts), _period(above, layouts)
    held = {
        "pegawai": bool(owner),
        "pejabat_penilai": bool(appraiser),
        "periode": period is not None,
        "judul": title is not None,
    }
    header = Header(
        post=owner.get("post"),
        unit=owner.get("unit"),
        person=person_key(owner.get("name")),
        appraiser=appraiser.get("post"),
        title=title,
        kind="pk" if next(_lines(above, layouts, "pk"), None) else "daftar",
        period=_days(period) if period else None,
        regime=_regime(above, headings, layouts),
        fields=frozenset(name for name, has in held.items() if has),
        oddities=oddities(owner.get("name"), owner.get("number"), appraiser.get("name"), appraiser.get("number")),
    )
    marks = (_name(owner.get("name")), _digits(owner.get("number")), _digits(owner.get("other_number")))
    return Identity(header, frozenset(filter(None, marks)), People(_person(owner), _person(appraiser)))


def _person(said: Said) -> Person:
    number = said.get("number") or said.get("other_number", "")
    return Person(said.get("name", ""), number, said.get("rank", ""), said.get("post", ""), said.get("unit", ""))


def whole(header: Header, rows: Iterable[Cells], layouts: Layouts) -> Header:
    """Return *header* with the values of conduct and the parts of an annex that the *rows* of its sheet list.

    With them and the appraiser a form is whole, so that what it lacks can be told.
    """
    rows = list(rows)
    header = msgspec.structs.replace(header, annex=_annex(rows, layouts))
    listed: list[str] = []
    within = conduct = False
    for cells in rows:
        if not within and not any("perilaku" in cell.lower() for cell in cells):  # most rows; a label costs more
            continue
        keys = [_label(cell) for cell in cells if not is_blank(cell)]
        said = next((layouts.sections[key] for key in keys if key in layouts.sections), None)
        if any(key.startswith("perilaku") and key in layouts.sections for key in keys):
            within = conduct = True
        elif said not in (None, "berhenti") or any(key in layouts.persons for key in keys):
            within = False  # the rest is another part, or signatures
        elif within:
            listed += filter(None, (_behaviour(cell, layouts) for cell in cells))
    if not conduct:
        return header
    fields = header.fields | {"perilaku"}
    kind = kind_of(fields) if "pejabat_penilai" in fields else header.kind
    return msgspec.structs.replace(header, fields=fields, kind=kind, behaviours=tuple(dict.fromkeys(listed)))


def _annex(rows: Iterable[Cells], layouts: Layouts) -> frozenset[str] | None:
    """Return the parts of an annex below whose titles something is written; None where no row is such a title."""
    filled: dict[str, bool] = {}
    part = None
    for cells in rows:
        if part is None and sum(map(bool, map(str.strip, cells))) > 1:  # most rows; a label costs more
            continue
        texts = [cell for cell in cells if not is_blank(cell)]
        keys = [_label(text) for text in texts]
        named = next((layouts.annex[key] for key in keys if key in layouts.annex), None)
        if named is not None or any(key in layouts.sections or key in layouts.persons for key in keys):
            part = named
        if part is not None:
            written = named is None and any(any(map(str.isalpha, text)) and not is_placeholder(text) for text in texts)
            filled[part] = filled.get(part, False) or written
    return frozenset(name for name, has in filled.items() if has) if filled else None


def _behaviour(cell: str, layouts: Layouts) -> str:
    """Return the value of conduct that *cell* begins with ("1. Akuntabel: …"); "" where it begins with none."""
    line = _LEAD.sub("", cell.strip().partition("\n")[0], count=1)
    name = _NAME_ENDS.split(line, maxsplit=1)[0].strip()
    return name if len(name) <= _SHORT and heading_key(name) in layouts.sections else ""


def begins_identity(cells: Cells, layouts: Layouts) -> bool:
    """Tell whether a row names somebody: a label of the block (Nama, NIP, Jabatan) begins it."""
    first = next((cell for cell in cells if not is_blank(cell) and not cell.strip().rstrip(".)").isdigit()), "")
    return _label(first) in layouts.identity


def is_identity(cells: Cells, layouts: Layouts) -> bool:
    """Tell whether a row belongs to what stands above a form: it has a label of the block, a title or a period."""
    first = next((cell for cell in cells if not is_blank(cell) and not cell.strip().rstrip(".)").isdigit()), "")
    label = _label(first)
    return label in layouts.identity or label in layouts.persons or label in layouts.titles


def kind_of(fields: frozenset[str]) -> str:
    """Return "skp" for a form that says whose it is and two things more about itself, else "daftar"."""
    return "skp" if "pegawai" in fields and len(fields & _OF_A_FORM) > 1 else "daftar"


def oddities(name: str | None, number: str | None, by: str | None, by_number: str | None) -> frozenset[str]:
    """Return what is odd about employee and appraiser by their names and NIP, without saying who they are."""
    numbers = _digits(number), _digits(by_number)
    found = {"nip"} if any(one is not None and not _is_nip(one) for one in numbers) else set[str]()
    pairs = (numbers, (_name(name), _name(by)))
    if any(one and one == other for one, other in pairs):
        found.add("penilai_sendiri")
    return frozenset(found)


def _persons(rows: Sequence[Cells], layouts: Layouts) -> dict[str, Said]:
    """Return what the rows say of each person, by pegawai, penilai and lain."""
    found: dict[str, Said] = {}
    sides: list[tuple[int, str]] = []
    for cells in rows:
        titled = [(n, layouts.persons[key]) for n, cell in enumerate(cells) if (key := _label(cell)) in layouts.persons]
        if titled:
            sides = titled
            continue
        labels = [
            (n, layouts.identity[key]) for n, cell in enumerate(cells) if (key := _label(cell)) in layouts.identity
        ]
        for nth, (n, kind) in enumerate(labels):
            value = _value(cells, n, layouts)
            if value:
                found.setdefault(_whose(n, nth, sides), {}).setdefault(kind, value)
    return found


def _whose(column: int, nth: int, sides: list[tuple[int, str]]) -> str:
    """Return whom the label at *column*, the *nth* of its row, is about, by the titles of the blocks."""
    if len(sides) > 1:
        return next((who for at, who in reversed(sides) if at <= column), sides[0][1])
    if nth:
        return "penilai" if not sides or sides[0][1] == "pegawai" else "pegawai"
    return sides[0][1] if sides else "pegawai"


def _label(cell: str) -> str:
    """Return the key of a label: its number, what follows a colon and a year are left out."""
    if len(cell) > 3 * _LONGEST:
        return ""
    label = cell.partition(":")[0]
    return heading_key(_LEAD.sub("", label, count=1)) if len(label) < _LONGEST else ""


def _value(cells: Cells, index: int, layouts: Layouts) -> str:
    """Return what a label says: behind its colon, or in the next cell; "" where the next text is a label itself."""
    inside = cells[index].partition(":")[2].strip()
    if inside:
        return inside
    for cell in cells[index + 1 :]:
        text = cell.strip().removeprefix(":").strip()
        if not is_blank(text):
            return "" if heading_key(text) in layouts.identity else text
    return ""


def _lines(rows: Sequence[Cells], layouts: Layouts, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of *kind* above a form: the cell, and what stands behind it in its row."""
    for cells in rows:
        for n, cell in enumerate(cells):
            if layouts.titles.get(_label(cell)) == kind:
                behind = (text.strip() for text in cells[n + 1 :] if not is_blank(text))
                yield cell, " ".join(filter(None, (cell.partition(":")[2].strip(), *behind)))


def _title(rows: Sequence[Cells], layouts: Layouts) -> str | None:
    return next((" ".join(cell.split()) for cell, _ in _lines(rows, layouts, "skp")), None)


def _period(rows: Sequence[Cells], layouts: Layouts) -> str | None:
    return next((said for _, said in _lines(rows, layouts, "periode")), None)


def _days(said: str) -> tuple[str, str] | None:
    """Return the first and last day that a period names: "2 Januari s.d. 30 Juni 2021"; None where one is not named."""
    found = [(m[1], number, m[3]) for m in _DAY.finditer(said) if (number := month(m[2]))]
    years = re.findall(r"(?:19|20)\d\d", said)
    if len(found) != 2 or not years:
        return None
    days = [_iso(int(year or years[-1]), number, day) for day, number, year in found]
    return (days[0], days[1]) if days[0] and days[1] else None


def _iso(year: int, number: int, day: str | None) -> str:
    try:
        return date(year, number, int(day or 0)).isoformat()
    except ValueError:
        return ""


def _regime(above: Sequence[Cells], headings: Cells, layouts: Layouts) -> str | None:
    keys = [heading_key(cell) for cells in (*above, headings) for cell in cells if len(cell) < 300]
    for words, regime in layouts.regimes:
        if any(words in key for key in keys):
            return regime
    return None


def person_key(name: str | None) -> str:
    """Return a key that is the same for the same name and cannot be read back; "" where there is none."""
    folded = _name(name)
    return blake2b(folded.encode(), digest_size=8).hexdigest() if folded else ""


def _name(written: str | None) -> str | None:
    return " ".join((written or "").casefold().split()) or None


def _digits(nip: str | None) -> str | None:
    """Return a NIP without its spaces; None where none is given, "-" and the like included."""
    if nip is None or is_blank(nip) or is_placeholder(nip) or "(" in nip:
        return None
    return "".join(nip.split())


def _is_nip(number: str) -> bool:
    """Tell whether *number* can be a NIP: 18 digits, the first eight a date of birth.

    The month of appointment is not looked at: a NI PPPK has none in its place.
    """
    if not number.isdecimal() or len(number) != _NIP_DIGITS:
        return False
    try:
        date(int(number[:4]), int(number[4:6]), int(number[6:8]))
    except ValueError:
        return False
    return True
