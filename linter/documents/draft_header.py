"""What a draft says of itself as a form: whose it is, for when, which fields it has, what is odd about them."""

from __future__ import annotations

from datetime import date

from linter.documents.blanks import is_filled, is_placeholder
from linter.documents.draft_model import Draft
from linter.model import Header

_DIGITS = 18
_OF_A_FORM = frozenset({"periode", "pejabat_penilai", "judul", "perilaku"})
"""What a form says besides whose it is; a draft with two of these is meant to be whole."""


def header_of(draft: Draft) -> Header:
    """Return the header of *draft*; of names and NIP it only tells whether they are odd, never what they are."""
    owner, fields = draft.pegawai, fields_of(draft)
    return Header(
        post=owner.jabatan if owner else None,
        unit=owner.unit_kerja if owner else None,
        level=(owner.jenjang or owner.jenis_jabatan) if owner else None,
        regime=draft.regime,
        kind="skp" if "pegawai" in fields and len(fields & _OF_A_FORM) > 1 else "daftar",
        duties=draft.uraian_tugas,
        appraiser=draft.pejabat_penilai.jabatan if draft.pejabat_penilai else None,
        title=draft.judul,
        period=(draft.periode.mulai, draft.periode.akhir) if draft.periode else None,
        fields=fields,
        behaviours=draft.perilaku or (),
        oddities=frozenset(_oddities(draft)),
        credits=_credits(draft),
    )


def fields_of(draft: Draft) -> frozenset[str]:
    """Return what the form has besides statements and indicators; a column counts where one of its cells is filled."""
    entries = (*(draft.utama or ()), *(draft.tambahan or ()))
    measures = [one for entry in entries for one in entry.indikator or ()]
    held = {
        "pegawai": draft.pegawai is not None,
        "pejabat_penilai": draft.pejabat_penilai is not None,
        "periode": draft.periode is not None,
        "judul": is_filled(draft.judul),
        "perilaku": draft.perilaku is not None,
        "utama": bool(draft.utama),
        "tambahan": bool(draft.tambahan),
        "rhk_atasan": any(is_filled(entry.rhk_atasan) for entry in entries),
        "ak": any(is_filled(entry.ak) for entry in entries),
        "perspektif": any(is_filled(one.perspektif) for one in entries),
        "bukti": any(is_filled(entry.bukti) for entry in entries),
        "indikator": bool(measures),
        "aspek": any(is_filled(one.aspek) for one in measures),
        "target": any(is_filled(one.target) for one in measures),
        "sumber_data": any(is_filled(one.sumber_data) for one in measures),
    }
    return frozenset(name for name, has in held.items() if has)


def _oddities(draft: Draft) -> set[str]:
    owner, appraiser = draft.pegawai, draft.pejabat_penilai
    numbers = [_digits(person.nip) for person in (owner, appraiser) if person]
    found = {"nip"} if any(number is not None and not _is_nip(number) for number in numbers) else set()
    if owner and appraiser:
        names = [" ".join((person.nama or "").casefold().split()) for person in (owner, appraiser)]
        same = [one for one in ((numbers[0], numbers[1]), (names[0], names[1])) if one[0] and one[0] == one[1]]
        if same:
            found.add("penilai_sendiri")
    return found


def _credits(draft: Draft) -> tuple[float, float] | None:
    """Return the most credit points of a main and of an additional result; None where one of them has none."""
    found = [
        [points for entry in entries or () if (points := _points(entry.ak)) is not None]
        for entries in (draft.utama, draft.tambahan)
    ]
    return (max(found[0]), max(found[1])) if all(found) else None


def _points(written: str | None) -> float | None:
    """Return credit points as a number: "0,500" is a half, and so is "0.500"."""
    try:
        return float((written or "").strip().replace(",", "."))
    except ValueError:
        return None


def _digits(nip: str | None) -> str | None:
    """Return the digits of a NIP as it is written; None where none is given, "-" and the like included."""
    if nip is None or not is_filled(nip) or is_placeholder(nip) or "(" in nip:
        return None
    return "".join(nip.split())


def _is_nip(number: str) -> bool:
    """Tell whether *number* can be a NIP: 18 digits, the first eight a date of birth.

    The month of appointment is not looked at: a NI PPPK has none in its place.
    """
    if not number.isdecimal() or len(number) != _DIGITS:
        return False
    try:
        date(int(number[:4]), int(number[4:6]), int(number[6:8]))
    except ValueError:
        return False
    return True
